//! TLS that is not valid, and HTTP/2.

use crate::online::asking::{fetch, is_there, quick, reason, trusting, with};
use crate::world::faults::Faults;
use crate::world::site::{Reply, Site, Speaks};
use crate::world::tls::{Authority, H2, self_signed};
use package_repo_security::evidence::web::{Answer, Reason};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_rustls::TlsAcceptor;

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

#[tokio::test]
async fn more_headers_over_http2_than_anybody_needs_are_refused() {
    let authority = Authority::new();
    let flood = (0..3000)
        .fold(Reply::html("<p>Hi</p>"), |reply, at| reply.header(&format!("x-{at}"), &"y".repeat(40)));
    let site = Site::builder()
        .speaks(Speaks::Http2)
        .tls(&authority.issue(&["a.localhost"]))
        .page("a.localhost", "/flood", flood)
        .page("a.localhost", "/", Reply::html("<p>Hi</p>"))
        .start();
    let pages = with(trusting(&authority), &[site.opening("a.localhost")], quick());
    assert_eq!(reason(&pages, &site.url("a.localhost", "/flood")).await, Reason::Broken);
    assert!(is_there(&pages, &site.url("a.localhost", "/")).await);
}

#[tokio::test]
async fn a_server_that_goes_away_over_http2_has_broken_off() {
    let authority = Authority::new();
    let config = authority.issue(&["a.localhost"]).server(&[H2]);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&connections);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let Ok(mut stream) = TlsAcceptor::from(Arc::clone(&config)).accept(stream).await else {
                continue;
            };
            // Settings, and then GOAWAY: no stream was processed, no error.
            let _ = stream.write_all(b"\0\0\0\x04\0\0\0\0\0\0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\0").await;
            let _ = stream.flush().await;
            let _ = stream.read(&mut [0; 1024]).await;
            let _ = stream.shutdown().await;
        }
    });
    let host = format!("a.localhost:{}", address.port());
    let pages = with(trusting(&authority), std::slice::from_ref(&host), quick());
    assert_eq!(reason(&pages, &format!("https://{host}/")).await, Reason::Broken);
    // Once, and again as often as is polite.
    assert_eq!(connections.load(Ordering::SeqCst), 3);
}
