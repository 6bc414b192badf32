//! Names of the public internet that lead into a private network.

use crate::online::asking::{is_there, quick, reason, with};
use crate::world::faults::Faults;
use package_repo_security::evidence::web::Reason;
use package_repo_security::links::Refusal;
use package_repo_security::online::page::{Looking, Lookup, Parts};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A resolver whose answers an attacker chooses: the next one each time.
struct Attacker {
    answers: Vec<Vec<IpAddr>>,
    asked: AtomicUsize,
}

impl Attacker {
    fn new(answers: &[&[&str]]) -> Arc<Self> {
        let answers =
            answers.iter().map(|list| list.iter().map(|it| it.parse().unwrap()).collect()).collect();
        Arc::new(Self { answers, asked: AtomicUsize::new(0) })
    }
}

impl Lookup for Attacker {
    fn lookup(&self, _name: &str) -> Looking {
        let at = self.asked.fetch_add(1, Ordering::SeqCst);
        let answer = self.answers[at % self.answers.len()].clone();
        Box::pin(std::future::ready(Ok(answer)))
    }
}

fn traps() -> Vec<Faults> {
    let places = [("127.0.0.1", 80), ("127.0.0.1", 443), ("::1", 80), ("::1", 443)];
    places.iter().filter_map(|(address, port)| Faults::try_on(address.parse().unwrap(), *port).ok()).collect()
}

#[tokio::test]
async fn a_name_with_any_private_address_is_refused_and_never_connected_to() {
    let traps = traps();
    for answers in [
        &["127.0.0.1"] as &[&str],
        &["::1"],
        &["0.0.0.0"],
        &["::ffff:127.0.0.1"],
        &["64:ff9b::7f00:1"],
        &["2002:7f00:1::"],
        &["169.254.169.254"],
        &["168.63.129.16"],
        &["10.0.0.1"],
        &["fd00:ec2::254"],
        // The public one first: which of them is connected to is not the checker's choice.
        &["192.0.2.1", "127.0.0.1"],
        &["93.184.216.34", "127.0.0.1"],
        &["2606:4700::1", "93.184.216.34", "::1"],
    ] {
        for scheme in ["http", "https"] {
            let parts = Parts { lookup: Attacker::new(&[answers]), ..Parts::default() };
            let pages = with(parts, &[], quick());
            let told = reason(&pages, &format!("{scheme}://evil.example/good")).await;
            assert_eq!(told, Reason::Refused(Refusal::PrivateAddress), "{answers:?}");
        }
    }
    let connections: usize = traps.iter().map(Faults::connections).sum();
    assert_eq!(connections, 0);
}

#[tokio::test]
async fn a_redirect_to_such_a_name_is_refused() {
    let start = Faults::start();
    let parts = Parts { lookup: Attacker::new(&[&["127.0.0.1"]]), ..Parts::default() };
    let pages = with(parts, &[start.opening()], quick());
    let url = start.url("/to/302/http://evil.example/good");
    assert_eq!(reason(&pages, &url).await, Reason::RedirectRefused);
}

#[tokio::test]
async fn a_name_is_opened_with_its_port_alone_though_it_is_one_name() {
    let server = Faults::start();
    let attacker = Attacker::new(&[&["127.0.0.1"]]);
    let parts = Parts { lookup: attacker.clone(), ..Parts::default() };
    let opened = format!("wiki.corp.example:{}", server.port());
    let pages = with(parts, std::slice::from_ref(&opened), quick());
    assert!(is_there(&pages, &format!("http://{opened}/good")).await);
    let connections = server.connections();
    for url in ["http://wiki.corp.example/good", "https://wiki.corp.example/good"] {
        assert_eq!(reason(&pages, url).await, Reason::Refused(Refusal::PrivateAddress), "{url}");
    }
    assert_eq!(server.connections(), connections);
}

#[tokio::test]
async fn a_second_lookup_cannot_change_what_the_first_one_said() {
    let server = Faults::start();
    // Private when it is looked at, public when it is connected to, and the other way round.
    for answers in [[&["127.0.0.1"] as &[&str], &["93.184.216.34"]], [&["10.0.0.1"], &["127.0.0.1"]]] {
        let attacker = Attacker::new(&answers);
        let parts = Parts { lookup: attacker.clone(), ..Parts::default() };
        let pages = with(parts, &[], quick());
        for _ in 0..3 {
            let told = reason(&pages, "http://evil.example/good").await;
            assert_eq!(told, Reason::Refused(Refusal::PrivateAddress));
        }
        assert_eq!(attacker.asked.load(Ordering::SeqCst), 1);
    }
    assert_eq!(server.connections(), 0);
}
