//! Services that are known by their host: what leads on, what nobody sees without logging in, and what answers programs.

use url::Url;

/// Why a link cannot be seen without logging in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// A form of GitHub's, such as `issues/new`.
    GitHubForm,
    /// A document of Google's.
    GoogleDocs,
    /// A chat.
    Chat,
}

/// Hosts whose every path leads on to another address.
const REDIRECTORS: &[&str] = &[
    "aka.ms",
    "amzn.to",
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "fb.me",
    "forms.gle",
    "g.co",
    "git.io",
    "goo.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "maps.app.goo.gl",
    "msft.it",
    "ow.ly",
    "rebrand.ly",
    "shorturl.at",
    "t.co",
    "tinyurl.com",
    "trib.al",
    "v.gd",
    "youtu.be",
];

/// Hosts of which some paths lead on.
const REDIRECTING_PATHS: &[(&str, &str)] = &[
    ("go.dev", "/cl/"),
    ("go.dev", "/issue/"),
    ("go.dev", "/s/"),
    ("go.microsoft.com", "/fwlink"),
    ("golang.org", "/cl/"),
    ("golang.org", "/issue/"),
    ("golang.org", "/s/"),
];

/// Whether an address only leads on to another one.
pub(super) fn is_redirector(host: &str, path: &str) -> bool {
    let leads_on = REDIRECTING_PATHS.iter().any(|(name, prefix)| host == *name && path.starts_with(prefix));
    leads_on || (REDIRECTORS.contains(&host) && path != "/")
}

/// What keeps an address from everybody who is not logged in.
pub(super) fn wall(host: &str, url: &Url) -> Option<Wall> {
    if is_google_docs(host, url.path()) {
        return Some(Wall::GoogleDocs);
    }
    is_chat(host, url).then_some(Wall::Chat)
}

/// Documents, tables, forms and folders, but for those that were published to the web.
fn is_google_docs(host: &str, path: &str) -> bool {
    let published = ["/pub", "/pubhtml"].iter().any(|end| path.ends_with(end));
    match host {
        "docs.google.com" => !published,
        "drive.google.com" | "forms.google.com" | "sheets.google.com" | "slides.google.com" => true,
        _ => false,
    }
}

fn is_chat(host: &str, url: &Url) -> bool {
    // Zulip, on a server of whoever: what is read is named behind `#`, for a program that runs in the browser.
    let narrowed = url.fragment().is_some_and(|fragment| fragment.starts_with("narrow/"));
    let within = |domain: &str, public: &[&str]| {
        let label = host.strip_suffix(domain).and_then(|rest| rest.strip_suffix('.'));
        label.is_some_and(|label| !public.contains(&label))
    };
    let path = url.path();
    let invitation = host == "discord.gg" && path != "/";
    let discord = matches!(host, "discord.com" | "discordapp.com" | "www.discord.com" | "ptb.discord.com");
    narrowed
        || invitation
        || (discord && ["/channels/", "/invite/"].iter().any(|start| path.starts_with(start)))
        || within("slack.com", &["www", "api", "docs", "status"])
        || within("zulipchat.com", &["www"])
        || matches!(host, "matrix.to" | "app.element.io" | "teams.microsoft.com" | "chat.google.com")
}

/// Hosts that answer programs only, but for the page at their top where `true`.
const DATA_HOSTS: &[(&str, bool)] = &[
    ("api.github.com", false),
    ("api.nuget.org", false),
    ("api.osv.dev", true),
    ("index.crates.io", true),
    ("index.golang.org", true),
    ("proxy.golang.org", true),
    ("registry.npmjs.org", false),
    ("replicate.npmjs.com", false),
    ("sum.golang.org", true),
];

/// Paths of registries under which answers for programs stand.
const DATA_PATHS: &[(&str, &str)] = &[
    ("crates.io", "/api/v1/"),
    ("hex.pm", "/api/"),
    ("pub.dev", "/api/"),
    ("rubygems.org", "/api/v1/"),
    ("rubygems.org", "/api/v2/"),
];

/// Ends of names that no page for people has.
const DATA_ENDS: &[&str] =
    &[".atom", ".csv", ".json", ".jsonl", ".ndjson", ".rss", ".toml", ".tsv", ".xml", ".yaml", ".yml"];

/// Whether an address answers programs, as far as its words tell for sure.
pub(super) fn is_data(host: &str, path: &str) -> bool {
    let served = DATA_HOSTS.iter().any(|(name, has_page)| host == *name && !(*has_page && path == "/"));
    let known = DATA_PATHS.iter().any(|(name, start)| host == *name && path.starts_with(start));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let of_pypi = host == "pypi.org" && path.starts_with("/pypi/") && last == "json";
    let ends = DATA_ENDS.iter().any(|end| last.ends_with(end));
    served || known || of_pypi || ends || matches!(last.as_str(), "atom" | "feed" | "rss")
}

/// Whether an address names a PDF.
pub(super) fn is_pdf(host: &str, path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".pdf") || (host == "arxiv.org" && path.starts_with("/pdf/"))
}
