//! Addresses that lead where no request goes: a server on loopback counts connections, and there are none.

mod binary;
mod rebinding;
mod table;

use crate::online::asking::{is_there, pages, quick, reason};
use crate::world::faults::Faults;
use package_repo_security::evidence::web::Reason;
use package_repo_security::links::Refusal;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use table::{HOSTILE, places, spelt};

/// Servers wherever a hostile address could lead: on a port of their own, and on those of the schemes where the system lets
/// a test have them.
struct Traps(Vec<Faults>);

impl Traps {
    fn set() -> Self {
        let v4 = Faults::start();
        let port = v4.port();
        let mut traps = vec![v4];
        let loopback: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        for (address, port) in [(loopback[1], port)]
            .into_iter()
            .chain(loopback.into_iter().flat_map(|address| [80, 443, 22, 8080].map(|port| (address, port))))
        {
            traps.extend(Faults::try_on(address, port).ok());
        }
        Self(traps)
    }

    fn port(&self) -> u16 {
        self.0[0].port()
    }

    fn connections(&self) -> usize {
        self.0.iter().map(Faults::connections).sum()
    }
}

#[tokio::test]
async fn no_spelling_of_a_private_address_is_asked() {
    let traps = Traps::set();
    // Some other host is opened: that opens nothing else.
    let pages = pages(&["wiki.corp.example:8443".to_owned()], quick());
    assert!(places().len() >= 60, "{} places", places().len());
    for place in places() {
        for url in spelt(&place, traps.port()) {
            // What is no address at all never gets as far as a request.
            let Ok(url) = url.parse::<url::Url>() else { continue };
            let told = reason(&pages, url.as_str()).await;
            assert!(matches!(told, Reason::Refused(_)), "{url}: {told:?}");
        }
    }
    assert_eq!(traps.connections(), 0);
}

#[tokio::test]
async fn no_redirect_leads_to_one() {
    let traps = Traps::set();
    let start = Faults::start();
    let pages = pages(&[start.opening()], quick());
    for place in places() {
        for url in spelt(&place, traps.port()) {
            // Some of these spellings are no address of a host, but a path on the host that redirects.
            let base: url::Url = start.url("/").parse().unwrap();
            if base.join(&url).is_ok_and(|to| to.port() == base.port() && to.host() == base.host()) {
                continue;
            }
            for status in [301, 302, 303, 307, 308] {
                let from = start.url(&format!("/to/{status}/{url}"));
                let told = reason(&pages, &from).await;
                assert_eq!(told, Reason::RedirectRefused, "{from}");
            }
        }
    }
    assert_eq!(traps.connections(), 0);
    assert!(start.connections() > 0);
}

#[tokio::test]
async fn what_is_opened_is_that_host_and_port_alone() {
    let (open, closed) = (Faults::start(), Faults::start());
    let name = format!("a.localhost:{}", open.port());
    let pages = pages(&[open.opening(), name.clone()], quick());
    assert!(is_there(&pages, &open.url("/good")).await);
    assert!(is_there(&pages, &format!("http://{name}/good")).await);
    let connections = open.connections();
    for url in [
        closed.url("/good"),
        format!("http://a.localhost:{}/good", closed.port()),
        format!("http://b.localhost:{}/good", open.port()),
        format!("http://[::ffff:127.0.0.1]:{}/good", open.port()),
        format!("http://0.0.0.0:{}/good", open.port()),
        format!("http://user@127.0.0.1:{}/good", open.port()),
    ] {
        assert_eq!(reason(&pages, &url).await, Reason::Refused(Refusal::PrivateHost), "{url}");
    }
    // Other spellings of the very address that is opened are that address.
    assert!(is_there(&pages, &format!("http://2130706433:{}/good", open.port())).await);
    assert_eq!((open.connections() >= connections, closed.connections()), (true, 0));
}

#[tokio::test]
async fn ports_and_schemes_are_the_webs() {
    let pages = pages(&[], quick());
    for (url, refusal) in [
        ("https://epi.example:8443/", Refusal::Port(8443)),
        ("http://epi.example:22/", Refusal::Port(22)),
        ("https://epi.example:80/", Refusal::Port(80)),
        ("http://epi.example:443/", Refusal::Port(443)),
        ("ftp://epi.example/", Refusal::PrivateHost),
        ("file:///etc/passwd", Refusal::PrivateHost),
        ("gopher://127.0.0.1:70/_x", Refusal::PrivateHost),
        ("data:text/html,x", Refusal::PrivateHost),
        ("javascript:alert(1)", Refusal::PrivateHost),
        ("https://user:word@epi.example/", Refusal::PrivateHost),
    ] {
        assert_eq!(reason(&pages, url).await, Reason::Refused(refusal), "{url}");
    }
}

#[test]
fn the_table_names_what_other_checkers_let_through() {
    for hole in ["0.0.0.0", "[::ffff:127.0.0.1]", "168.63.129.16", "localhost"] {
        assert!(HOSTILE.contains(&hole), "{hole}");
    }
}
