//! TLS that is not valid, and HTTP/2.

use crate::online::asking::{fetch, is_there, quick, reason, trusting, with};
use crate::world::faults::Faults;
use crate::world::site::{Reply, Site, Speaks};
use crate::world::tls::{Authority, self_signed};
use package_repo_security::evidence::web::{Answer, Reason};

#[tokio::test]
async fn a_certificate_that_is_not_valid_is_none() {
    let authority = Authority::new();
    let stranger = Authority::new();
    let small =
        |identity| Site::builder().tls(&identity).page("a.localhost", "/", Reply::html("<p>Hi</p>")).start();
    for (what, identity) in [
        ("expired", authority.issue_expired(&["a.localhost"])),
        ("not valid yet", authority.issue_early(&["a.localhost"])),
        ("of another name", authority.issue(&["b.localhost"])),
        ("self-signed", self_signed(&["a.localhost"])),
        ("of an unknown authority", stranger.issue(&["a.localhost"])),
    ] {
        let site = small(identity);
        let pages = with(trusting(&authority), &[site.opening("a.localhost")], quick());
        assert_eq!(reason(&pages, &site.url("a.localhost", "/")).await, Reason::Tls, "{what}");
        assert!(site.asked().is_empty(), "{what}");
    }
    let site = small(authority.issue(&["a.localhost"]));
    let pages = with(trusting(&authority), &[site.opening("a.localhost")], quick());
    assert!(is_there(&pages, &site.url("a.localhost", "/")).await);
}

#[tokio::test]
async fn a_port_without_tls_has_no_valid_tls() {
    let server = Faults::start();
    let pages = with(trusting(&Authority::new()), &[server.opening()], quick());
    assert_eq!(reason(&pages, &format!("https://{}/good", server.address())).await, Reason::Tls);
    assert!(is_there(&pages, &server.url("/good")).await);
}

#[tokio::test]
async fn both_versions_of_http_are_spoken_over_tls() {
    let authority = Authority::new();
    for (speaks, is_http2) in [(Speaks::Both, true), (Speaks::Http1, false), (Speaks::Http2, true)] {
        let site = Site::builder()
            .speaks(speaks)
            .tls(&authority.issue(&["a.localhost"]))
            .page("a.localhost", "/", Reply::html("<p>Hi</p>"))
            .start();
        let pages = with(trusting(&authority), &[site.opening("a.localhost")], quick());
        let answer = fetch(&pages, &site.url("a.localhost", "/")).await;
        assert!(matches!(answer, Answer::Page(_)), "{answer:?}");
        assert!(site.asked().iter().all(|asked| asked.is_http2 == is_http2));
    }
}

#[tokio::test]
async fn from_https_no_redirect_leads_to_http() {
    let authority = Authority::new();
    let plain = Faults::start();
    let site = Site::builder()
        .tls(&authority.issue(&["a.localhost"]))
        .page("a.localhost", "/", Reply::redirect(301, &plain.url("/good")))
        .start();
    let pages = with(trusting(&authority), &[site.opening("a.localhost"), plain.opening()], quick());
    assert_eq!(reason(&pages, &site.url("a.localhost", "/")).await, Reason::RedirectRefused);
    assert_eq!(plain.connections(), 0);
}
