//! Redirects, and where they lead.

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Asked, Builder, Reply};

pub fn pages(site: Builder, plain_port: u16) -> Builder {
    let lead = |path: &'static str, status: u16, location: &str| (path, Reply::redirect(status, location));
    let http = format!("http://plain.localhost:{plain_port}/small");
    let routes = [
        lead("/r/301", 301, "/r/end"),
        lead("/r/302", 302, "/r/end"),
        lead("/r/303", 303, "/r/end"),
        lead("/r/307", 307, "/r/end"),
        lead("/r/308", 308, "/r/end"),
        lead("/r/relative", 301, "end"),
        lead("/r/query", 301, "?moved"),
        lead("/r/query?moved", 301, "/r/end"),
        lead("/r/5", 302, "/r/4"),
        lead("/r/4", 302, "/r/3"),
        lead("/r/3", 302, "/r/2"),
        lead("/r/2", 302, "/r/1"),
        lead("/r/1", 302, "/r/end"),
        lead("/r/6", 302, "/r/5"),
        lead("/r/circle", 302, "/r/round"),
        lead("/r/round", 302, "/r/circle"),
        lead("/r/self", 302, "/r/self"),
        lead("/r/to-none", 301, "/r/none"),
        lead("/r/to-gone", 301, "/gone"),
        lead("/r/to-http", 302, &http),
        lead("/r/to-script", 302, "javascript:alert(1)"),
        lead("/r/to-ftp", 302, "ftp://docs.localhost/end"),
        lead("/r/to-mail", 302, "mailto:security@epi.example"),
        lead("/r/to-nothing", 302, "https://"),
        lead("/r/to-port", 302, "https://docs.localhost:1/"),
        lead("/r/to-network", 302, "https://10.0.0.1/"),
        lead("/r/to-metadata", 302, "http://169.254.169.254/latest/meta-data/"),
        lead("/r/to-user", 302, "https://user:word@docs.localhost/r/end"),
        lead("/r/to-login", 302, "/login?next=/r/to-login"),
        lead("/r/to-sign-in", 302, "/users/sign_in"),
        lead("/r/to-fragment", 302, "/r/end#end"),
    ];
    let site = routes.into_iter().fold(site, |site, (path, reply)| site.page("docs.localhost", path, reply));
    site.page("docs.localhost", "/r/end", Reply::html("<h1 id=\"end\">The end of all redirects</h1>"))
        .page("docs.localhost", "/r/nowhere", Reply::status(302))
        .route("docs.localhost", "/r/to-other", |asked| elsewhere(asked, "other.localhost"))
        .route("docs.localhost", "/r/to-closed", |asked| elsewhere(asked, super::world::CLOSED))
        .page("other.localhost", "/there", Reply::html("<p id=\"there\">Another host altogether.</p>"))
        .page(super::world::CLOSED, "/there", Reply::html("<p>Nobody should see this.</p>"))
        .page("docs.localhost", "/login", login())
        .page("docs.localhost", "/users/sign_in", login())
        .route("docs.localhost", "/r/cookie", |asked| match asked.header("cookie") {
            None => Reply::redirect(302, "/r/cookie").header("set-cookie", "seen=1"),
            Some(_) => Reply::html("<p>Cookies are welcome.</p>"),
        })
}

/// A redirect to `/there` of another host on the same port.
fn elsewhere(asked: &Asked, host: &str) -> Reply {
    Reply::redirect(302, &format!("https://{host}:{}/there", asked.port))
}

fn login() -> Reply {
    Reply::page(
        "Log in",
        "<h1>Log in</h1><form method=\"post\"><input name=\"user\"><input type=\"password\" name=\"password\">\
         <button>Log in</button></form>",
    )
}

pub const CASES: &[Case] = &[
    found("moved for good (301)", "https://docs.localhost/r/301"),
    found("moved for now (302)", "https://docs.localhost/r/302"),
    found("see other (303)", "https://docs.localhost/r/303"),
    found("moved for now (307)", "https://docs.localhost/r/307"),
    found("moved for good (308)", "https://docs.localhost/r/308"),
    found("a relative address", "https://docs.localhost/r/relative"),
    found("a query alone", "https://docs.localhost/r/query"),
    found("five redirects", "https://docs.localhost/r/5"),
    found("to another host", "https://docs.localhost/r/to-other"),
    found("a fragment at the end", "'https://docs.localhost/r/301#end'"),
    found("a fragment of the redirect", "https://docs.localhost/r/to-fragment"),
    found("a fragment on another host", "'https://docs.localhost/r/to-other#there'"),
    matched("a quote at the end", "{url: 'https://docs.localhost/r/308', quote: 'The end of all redirects'}"),
    contradicted("to no such page", "https://docs.localhost/r/to-none"),
    contradicted("to a page that is gone", "https://docs.localhost/r/to-gone"),
    contradicted("no such fragment at the end", "'https://docs.localhost/r/301#beginning'"),
    contradicted(
        "no such quote at the end",
        "{url: 'https://docs.localhost/r/308', quote: 'The beginning of all redirects'}",
    ),
    unreachable("six redirects", "https://docs.localhost/r/6"),
    unreachable("a circle", "https://docs.localhost/r/circle"),
    unreachable("to itself", "https://docs.localhost/r/self"),
    unreachable("to itself, with a cookie", "https://docs.localhost/r/cookie"),
    unreachable("to nowhere", "https://docs.localhost/r/nowhere"),
    unreachable("to no address", "https://docs.localhost/r/to-nothing"),
    unreachable("from https to http", "https://docs.localhost/r/to-http"),
    unreachable("to a script", "https://docs.localhost/r/to-script"),
    unreachable("to FTP", "https://docs.localhost/r/to-ftp"),
    unreachable("to a mailbox", "https://docs.localhost/r/to-mail"),
    unreachable("to a port that is not opened", "https://docs.localhost/r/to-port"),
    unreachable("to a host that is not opened", "https://docs.localhost/r/to-closed"),
    unreachable("into a private network", "https://docs.localhost/r/to-network"),
    unreachable("to the metadata of a cloud", "https://docs.localhost/r/to-metadata"),
    unreachable("to an address with credentials", "https://docs.localhost/r/to-user"),
    unreachable("to a page for logging in", "https://docs.localhost/r/to-login"),
    unreachable("to another page for logging in", "https://docs.localhost/r/to-sign-in"),
    unreachable(
        "to a page for logging in, with a quote",
        "{url: 'https://docs.localhost/r/to-login', quote: 'The end of all redirects'}",
    ),
];
