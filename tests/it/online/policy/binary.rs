//! The same through the binary, with proxies in the environment.

use super::Traps;
use super::table::{places, spelt};
use crate::online::faults::binary::citing;
use crate::support::Run;
use crate::world::faults::Faults;

#[test]
fn the_binary_asks_none_of_them_not_even_by_a_proxy() {
    let (traps, proxy, start) = (Traps::set(), Faults::start(), Faults::start());
    let mut urls: Vec<String> = places().into_iter().flat_map(|place| spelt(&place, traps.port())).collect();
    let redirects: Vec<String> = urls.iter().map(|url| start.url(&format!("/to/302/{url}"))).collect();
    urls.extend(redirects);
    let tree = citing(&urls);
    let mut command = tree.online(&[start.opening()], None, &[]);
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env(name, proxy.url("/"));
    }
    let run = Run::of(command);
    assert_eq!(traps.connections(), 0, "{}", run.stdout);
    assert!(start.connections() > 0, "{}", run.stdout);
    assert_eq!(proxy.connections(), 0, "{}", run.stdout);
}
