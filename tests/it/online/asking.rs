//! Pages asked for through the library, with limits that a test can wait for.

use crate::world::tls::Authority;
use package_repo_security::evidence::web::{Answer, Depth, Reason};
use package_repo_security::links::Policy;
use package_repo_security::online::limits::Limits;
use package_repo_security::online::page::{Pages, Parts};
use package_repo_security::online::tls::Trust;
use package_repo_security::online::watch::Tell;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use std::time::Duration;

/// Limits that a test can wait for.
pub fn quick() -> Limits {
    Limits {
        connect: Duration::from_secs(1),
        request: Duration::from_secs(1),
        retry_after: Duration::from_secs(2),
        run: Duration::from_secs(20),
        ..Limits::default()
    }
}

/// A policy under which these `HOST:PORT`s are opened.
pub fn opening<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Policy {
    Policy { allow_private: hosts.into_iter().map(|host| host.parse().unwrap()).collect() }
}

/// Pages of hosts that are opened.
pub fn pages(hosts: &[String], limits: Limits) -> Pages {
    with(Parts::default(), hosts, limits)
}

/// Pages of hosts that are opened, with a resolver or authorities of one's own.
pub fn with(parts: Parts, hosts: &[String], limits: Limits) -> Pages {
    let policy = opening(hosts.iter().map(String::as_str));
    Pages::with(parts, policy, None, limits, Tell::nobody()).unwrap()
}

/// Parts that trust one authority and nobody else.
pub fn trusting(authority: &Authority) -> Parts {
    let root = CertificateDer::from_pem_file(authority.pem_file()).unwrap();
    Parts { trust: Trust::Only(vec![root]), ..Parts::default() }
}

/// The answer to a question for the text of a page.
pub async fn fetch(pages: &Pages, url: &str) -> Answer {
    pages.fetch(&url.parse().unwrap(), Depth::Text).await
}

/// Why a page could not be looked at; a panic where it could.
pub async fn reason(pages: &Pages, url: &str) -> Reason {
    match fetch(pages, url).await {
        Answer::Unreachable(reason) => reason,
        other => panic!("{url}: {other:?}"),
    }
}

/// Whether the page was there.
pub async fn is_there(pages: &Pages, url: &str) -> bool {
    matches!(fetch(pages, url).await, Answer::Page(_))
}
