//! 1,000 pages over 50 hosts, each answer 50 ms away: what `tests/bench/lychee` runs against.
//!
//! Hosts are 127.0.0.1 to 127.0.0.50, so that no name has to be resolved. Each has the pages `/1` to `/20`; their ids are
//! `here` only.

use crate::site::{Asked, Reply, Site};
use std::io::Read as _;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

const HOSTS: u8 = 50;
const PAGES: u32 = 20;
const LATENCY: Duration = Duration::from_millis(50);

/// Serves until standard input ends.
pub fn serve() {
    let addresses = (1..=HOSTS).map(|host| IpAddr::from(Ipv4Addr::new(127, 0, 0, host)));
    let page = page();
    let site = addresses.clone().fold(Site::builder().latency(LATENCY).on(addresses), |site, address| {
        let page = page.clone();
        let IpAddr::V4(address) = address else { unreachable!("only IPv4") };
        site.host(&address.to_string(), move |asked| reply(asked, address.octets()[3], &page))
    });
    let site = site.start();
    println!("{}", site.port());
    // Whatever comes says nothing; that it ends, does.
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

/// The last page of each host is missing. On ten hosts one page has moved for good, on five others one is forbidden.
fn reply(asked: &Asked, host: u8, page: &Reply) -> Reply {
    let number: u32 = asked.path.trim_start_matches('/').parse().unwrap_or(0);
    match (number, host) {
        (17, 1..=10) => Reply::redirect(301, "/moved"),
        (17, 11..=15) => Reply::page("Forbidden", "<h1>Forbidden</h1>").with_status(403),
        (1..PAGES, _) => page.clone(),
        _ if asked.path == "/moved" => page.clone(),
        _ => Reply::not_found(),
    }
}

/// 20 kB, as much as a page of documentation.
fn page() -> Reply {
    let paragraph =
        "<p>Packages are built from <a href=\"/x\">source</a>, &amp; every build can be repeated.</p>\n";
    Reply::html(&format!("<h1 id=\"here\">Building</h1>\n{}", paragraph.repeat(230)))
}
