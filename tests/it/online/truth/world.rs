//! The hosts that the truth table speaks of.

use super::case::{Case, Told};
use super::{
    charsets, feeds, fragments, hosts, html_quotes, json, pages, pins, redirects, scripted, security_txt,
    statuses, text, text_fragments, walls,
};
use crate::support::{Run, Tree, report_of, whole};
use crate::world::site::{Builder, Reply, Site, Speaks};
use crate::world::tls::{Authority, self_signed};
use assert_cmd::Command;
use std::net::TcpListener;

/// The hosts of the ordinary site, over HTTP/2 and TLS.
const ORDINARY: &[&str] = &[
    "docs.localhost",
    "other.localhost",
    "home.localhost",
    "deep.localhost",
    "silent.localhost",
    "shy.localhost",
    "spa.localhost",
    "walled.localhost",
    "cross.localhost",
    "127.0.0.1",
    "[::1]",
];

/// A host of the ordinary site that nobody opened.
pub const CLOSED: &str = "closed.localhost";

/// The servers, and where each host is.
pub struct World {
    authority: Authority,
    sites: Vec<Site>,
    ports: Vec<(&'static str, u16)>,
}

impl World {
    /// All of them, running.
    pub fn new() -> Self {
        let authority = Authority::new();
        let mut world = Self { authority, sites: Vec::new(), ports: Vec::new() };
        // Somebody's port on which nobody listens: it is let go at once, and no other server of a test asks for it by number.
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        world.ports.push(("refused.localhost", nobody));
        let plain = world.add("plain.localhost", hosts::plain(Site::builder()));
        world.ports.push(("notls.localhost", plain));
        for (host, identity) in [
            ("expired.localhost", world.authority.issue_expired(&["expired.localhost"])),
            ("early.localhost", world.authority.issue_early(&["early.localhost"])),
            ("wrongname.localhost", world.authority.issue(&["docs.localhost"])),
            ("selfsigned.localhost", self_signed(&["selfsigned.localhost"])),
        ] {
            world.add(host, hosts::small(Site::builder().tls(&identity), host));
        }
        for (host, speaks) in [("http1.localhost", Speaks::Http1), ("http2.localhost", Speaks::Http2)] {
            let identity = world.authority.issue(&[host]);
            world.add(host, hosts::small(Site::builder().speaks(speaks).tls(&identity), host));
        }
        let names: Vec<&str> =
            ORDINARY.iter().chain(&[CLOSED]).map(|name| name.trim_matches(['[', ']'])).collect();
        let identity = world.authority.issue(&names);
        let ordinary = everything(Site::builder().tls(&identity), plain).start();
        world.ports.extend(ORDINARY.iter().chain(&[CLOSED]).map(|host| (*host, ordinary.port())));
        world.sites.push(ordinary);
        world
    }

    fn add(&mut self, host: &'static str, builder: Builder) -> u16 {
        let site = builder.start();
        let port = site.port();
        self.ports.push((host, port));
        self.sites.push(site);
        port
    }

    /// What the program says of each case: one run, one answer, one item a case.
    pub fn outcomes(&self, cases: &[&Case], mode: &str) -> Vec<Told> {
        let items: String =
            cases.iter().map(|case| format!("      - {}\n", self.placed(case.item))).collect();
        let tree = Tree::with(whole(&format!("answers:\n  mfa:\n    status: met\n    evidence:\n{items}")));
        let opened: Vec<String> = self
            .ports
            .iter()
            .filter(|(host, _)| *host != CLOSED)
            .map(|(host, port)| format!("{host}:{port}"))
            .collect();
        let mut command = tree.online(&opened, Some(self.authority.pem_file()), &["--output", "json"]);
        if mode == "--offline" {
            command = tree.command(&["check", "--today", crate::support::TODAY, mode, "--output", "json"]);
        }
        told_by(command)
    }

    /// An item with the ports of its hosts.
    fn placed(&self, item: &str) -> String {
        let mut item = item.to_owned();
        for (host, port) in &self.ports {
            item = item.replace(&format!("://{host}/"), &format!("://{host}:{port}/"));
        }
        item
    }

    /// How many requests came to all sites.
    pub fn requests(&self) -> usize {
        self.sites.iter().map(|site| site.asked().len()).sum()
    }

    /// However many items cite a page, it was asked for once.
    pub fn each_page_was_asked_once(&self, host: &str, path: &str) {
        let hits: usize = self.sites.iter().map(|site| site.hits(host, path)).sum();
        assert_eq!(hits, 1, "{host}{path}");
    }

    /// Who asks says so, and carries nothing else along.
    pub fn everybody_was_asked_plainly(&self) {
        for asked in self.sites.iter().flat_map(Site::asked) {
            assert_eq!(asked.method, "GET", "{}", asked.path);
            let agent = asked.header("user-agent").unwrap_or_default();
            assert!(agent.starts_with("package-repo-security/"), "{agent}");
            for name in ["authorization", "cookie", "referer", "from", "proxy-authorization"] {
                assert_eq!(asked.header(name), None, "{name} for {}", asked.path);
            }
        }
    }

    /// No request came for the host that nobody opened.
    pub fn nobody_was_asked_who_is_closed(&self) {
        let asked = self.sites.iter().flat_map(Site::asked);
        let wrong: Vec<_> = asked.filter(|asked| asked.host == CLOSED).map(|asked| asked.path).collect();
        assert_eq!(wrong, Vec::<String>::new());
    }
}

/// What a run says of each item of the one answer.
pub fn told_by(command: Command) -> Vec<Told> {
    let report = report_of(&Run::of(command));
    let requirements = report["requirements"].as_array().unwrap();
    let answer = requirements.iter().find(|it| it["id"] == "mfa").unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let items = answer["evidence"].as_array().unwrap().iter();
    items.map(|item| Told { outcome: text(&item["outcome"]), found: text(&item["found"]) }).collect()
}

fn everything(site: Builder, plain_port: u16) -> Builder {
    let site = pages::pages(site);
    let site = fragments::pages(site);
    let site = text_fragments::pages(site);
    let site = html_quotes::pages(site);
    let site = charsets::pages(site);
    let site = text::pages(site);
    let site = json::pages(site);
    let site = feeds::pages(site);
    let site = security_txt::pages(site);
    let site = pins::pages(site);
    let site = redirects::pages(site, plain_port);
    let site = scripted::pages(site);
    let site = statuses::pages(site);
    let site = walls::pages(site);
    let site = hosts::pages(site);
    ORDINARY.iter().filter(|host| ["docs.localhost", "other.localhost"].contains(host)).fold(
        site,
        |site, host| {
            site.page(
                host,
                "/",
                Reply::html("<h1>Example Index</h1><p>Packages and their documentation.</p>"),
            )
        },
    )
}
