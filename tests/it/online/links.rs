//! What links are.

use package_repo_security::links::github::{RepositoryName, Target, hides};
use package_repo_security::links::{Address, HostPort, Link, Policy, Servers, Wall, classify};
use serde_yaml::Value;

/// What an address leads to, in words.
fn kind(text: &str, servers: &Servers) -> String {
    let address = Address::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let link = match classify(&address, servers) {
        Link::GitHub(link) => link,
        Link::SecurityTxt => return "security.txt".to_owned(),
        Link::Data => return "data".to_owned(),
        Link::Pdf => return "pdf".to_owned(),
        Link::Redirector => return "redirector".to_owned(),
        Link::Walled(Wall::GitHubForm) => return "walled form".to_owned(),
        Link::Walled(Wall::GoogleDocs) => return "walled docs".to_owned(),
        Link::Walled(Wall::Chat) => return "walled chat".to_owned(),
        Link::Page => return "page".to_owned(),
    };
    let (what, which) = match link.target {
        Target::Repository => ("repository", String::new()),
        Target::File { reference_and_path } => ("file", reference_and_path),
        Target::Commit { sha } => ("commit", sha),
        Target::Thread { number } => ("thread", number.to_string()),
        Target::Discussion { number } => ("discussion", number.to_string()),
        Target::Release { tag } => ("release", tag),
        Target::LatestRelease => ("latest release", String::new()),
        Target::Workflow { file } => ("workflow", file),
        Target::Advisory { id } => ("advisory", id),
        Target::SecurityPolicy => ("policy", String::new()),
    };
    format!("{what} {} {which}", link.repository).trim_end().to_owned()
}

fn address(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn every_link_of_nine_registries_has_its_kind() {
    let expected: Value = serde_yaml::from_str(include_str!("../../fixtures/links.yml")).unwrap();
    let expected = expected.as_mapping().unwrap();
    assert_eq!(expected.len(), 229);
    for (url, wanted) in expected {
        let url = url.as_str().unwrap();
        assert_eq!(kind(url, &Servers::default()), wanted.as_str().unwrap(), "{url}");
    }
}

#[test]
fn every_link_of_the_examples_is_classified_and_asked_for() {
    let mut seen = 0;
    for file in std::fs::read_dir("examples").unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let whole: Value = serde_yaml::from_str(&text).unwrap();
        walk(&whole, &mut |url| {
            seen += 1;
            let address = address(url);
            assert_eq!(Policy::default().permit(&address), Ok(()), "{url}");
            assert_ne!(kind(url, &Servers::default()), "walled docs", "{url}");
        });
    }
    assert!(seen > 200, "{seen}");
}

fn walk(value: &Value, each: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) if text.starts_with("https://") && !text.contains(' ') => each(text),
        Value::Sequence(items) => items.iter().for_each(|item| walk(item, each)),
        Value::Mapping(map) => map.iter().for_each(|(_, item)| walk(item, each)),
        _ => {}
    }
}

const SHA: &str = "6b62157124ab7865029afeeadf282bce27d601d9";

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn paths_on_github_are_told_apart() {
    let of = |path: &str| kind(&format!("https://github.com/{path}"), &Servers::default());
    let pinned = format!("o/r/blob/{SHA}/a%20b/%C3%A9(1).md#L10-L20");
    let cases: &[(&str, &str)] = &[
        ("o/r", "repository o/r"),
        ("o/r/", "repository o/r"),
        ("o/r.git", "repository o/r"),
        ("o/r?tab=readme-ov-file#install", "repository o/r"),
        ("o/r?tab=security-ov-file", "policy o/r"),
        ("O/R.js", "repository O/R.js"),
        (&pinned, &format!("file o/r {SHA}/a b/é(1).md")),
        ("o/r/blob/HEAD/SECURITY.md", "file o/r HEAD/SECURITY.md"),
        ("o/r/blob/release/1.x/docs/a.md?plain=1#L3", "file o/r release/1.x/docs/a.md"),
        ("o/r/blob/release%2F1.x/a.md", "file o/r release/1.x/a.md"),
        ("o/r/blob/refs/heads/main/a.pdf", "file o/r main/a.pdf"),
        ("o/r/tree/main", "file o/r main"),
        ("o/r/tree/main/docs/", "file o/r main/docs"),
        ("o/r/raw/refs/tags/v1/a", "file o/r v1/a"),
        ("o/r/blame/main/a", "file o/r main/a"),
        ("o/r/edit/main/a", "file o/r main/a"),
        ("o/r/blob/main/.well-known/security.txt", "file o/r main/.well-known/security.txt"),
        ("o/r/blob", "page"),
        ("o/r/blob/main//a", "page"),
        ("o/r/blob/main/%2Fa", "page"),
        ("o/r/blob/main/%ff", "page"),
        ("o/r/blob/main/a%0Ab", "page"),
        ("o/r/commits/main", "page"),
        ("o/r/commits/main/docs/a.md", "page"),
        ("o/r/commit/6B62157", "commit o/r 6b62157"),
        ("o/r/commit/6b62157.patch", "commit o/r 6b62157"),
        ("o/r/commit/6b6215", "page"),
        ("o/r/commit/main", "page"),
        ("o/r/pull/7", "thread o/r 7"),
        ("o/r/pull/7#discussion_r12", "thread o/r 7"),
        ("o/r/pull/7.diff", "thread o/r 7"),
        ("o/r/pull/7/files", "thread o/r 7"),
        ("o/r/pull/7/changes", "thread o/r 7"),
        ("o/r/pull/7/commits", "thread o/r 7"),
        ("o/r/pull/7/commits/6b62157124", "commit o/r 6b62157124"),
        ("o/r/pull/7/changes/6b62157124", "commit o/r 6b62157124"),
        ("o/r/pull/7/files/6b62157..6b62158", "page"),
        ("o/r/pull/x/commits/6b62157124", "page"),
        ("o/r/pull/007", "page"),
        ("o/r/pull/+7", "page"),
        ("o/r/pull/99999999999999999999", "page"),
        ("o/r/pull/new/branch", "walled form"),
        ("o/r/issues/7?x=y#issuecomment-1", "thread o/r 7"),
        ("o/r/issues", "page"),
        ("o/r/issues?q=is%3Aopen%20label%3Asecurity", "page"),
        ("o/r/issues/new", "walled form"),
        ("o/r/issues/new/choose", "walled form"),
        ("o/r/issues/new?template=a.yml&title=b", "walled form"),
        ("o/r/pulls?q=is%3Apr+is%3Amerged", "page"),
        ("o/r/discussions/9#discussioncomment-3", "discussion o/r 9"),
        ("o/r/discussions/new?category=x", "walled form"),
        ("o/r/discussions/categories/ideas", "page"),
        ("o/r/releases", "page"),
        ("o/r/releases/tag/v1.2", "release o/r v1.2"),
        ("o/r/releases/tag/cli/v1.2", "release o/r cli/v1.2"),
        ("o/r/releases/tag/cli%2Fv1%2B2", "release o/r cli/v1+2"),
        ("o/r/releases/tag", "page"),
        ("o/r/releases/latest", "latest release o/r"),
        ("o/r/releases/new", "walled form"),
        ("o/r/releases/download/v1/a.tar.gz", "data"),
        ("o/r/releases/download/v1/audit.pdf", "pdf"),
        ("o/r/releases/latest/download/sbom.json", "data"),
        ("o/r/releases.atom", "data"),
        ("o/r/archive/refs/tags/v1.zip", "data"),
        ("o/r/tags", "page"),
        ("o/r/actions", "page"),
        ("o/r/actions/workflows/ci.yml", "workflow o/r ci.yml"),
        ("o/r/actions/workflows/ci.yaml/badge.svg", "workflow o/r ci.yaml"),
        ("o/r/actions/workflows/12345", "page"),
        ("o/r/actions/runs/12345/job/6", "page"),
        ("o/r/security", "page"),
        ("o/r/security/policy", "policy o/r"),
        ("o/r/security/policy#reporting", "policy o/r"),
        ("o/r/security/advisories", "page"),
        ("o/r/security/advisories/new", "walled form"),
        ("o/r/security/advisories/GHSA-ABCD-2345-wxyz", "advisory o/r GHSA-abcd-2345-wxyz"),
        ("o/r/security/advisories/GHSA-abc", "page"),
        ("advisories/GHSA-abcd-2345-wxyz", "page"),
        ("o/r/compare/v1...v2", "page"),
        ("o/r/wiki/Security-Policy", "page"),
        ("o/r/milestone/3", "page"),
        ("o/r/projects/1", "page"),
        ("orgs/o/projects/21/views/1?pane=issue&itemId=77", "page"),
        ("orgs/o/discussions/5", "page"),
        ("o/r/pkgs/container/x", "page"),
        ("o/r/settings", "walled form"),
        ("o/r/fork", "walled form"),
        ("o/r/upload/main", "walled form"),
        ("o", "page"),
        ("", "page"),
        ("features/actions", "page"),
        ("Features/Actions", "page"),
        ("marketplace/actions/x", "page"),
        ("sponsors/o", "page"),
        ("apps/dependabot", "page"),
        ("topics/security", "page"),
        ("settings/tokens", "page"),
        ("login/oauth", "page"),
        ("-o/r", "page"),
        ("o%2Fr/x", "page"),
        ("o/r%2fblob/main/a", "page"),
        ("o//r", "page"),
        ("/o/r", "page"),
    ];
    for (path, wanted) in cases {
        assert_eq!(of(path), *wanted, "{path}");
    }
}

#[test]
fn a_host_is_compared_as_a_whole() {
    let servers = Servers::default();
    let cases: &[(&str, &str)] = &[
        ("https://www.github.com/o/r", "repository o/r"),
        ("http://github.com/o/r", "repository o/r"),
        ("https://GitHub.com/o/r", "repository o/r"),
        ("https://github.com./o/r", "repository o/r"),
        ("https://github.com:443/o/r", "repository o/r"),
        ("https://g%69thub.com/o/r", "repository o/r"),
        ("https://github.com:8443/o/r", "page"),
        ("https://github.com.evil.example/o/r", "page"),
        ("https://evilgithub.com/o/r", "page"),
        ("https://gіthub.com/o/r", "page"),
        ("https://docs.github.com/o/r", "page"),
        ("https://gist.github.com/o/0123456789", "page"),
        ("https://github.blog/o/r", "page"),
        ("https://raw.githubusercontent.com/o/r/main/docs/a.md", "file o/r main/docs/a.md"),
        ("https://raw.githubusercontent.com/o/r/refs/heads/main/a", "file o/r main/a"),
        ("https://raw.githubusercontent.com/o/r/refs/tags/v1/a", "file o/r v1/a"),
        ("https://raw.githubusercontent.com/o/r/main", "page"),
        ("https://raw.githubusercontent.com/o/r/refs/heads/main", "page"),
        ("https://ghes.corp.example/o/r", "page"),
    ];
    for (url, wanted) in cases {
        assert_eq!(kind(url, &servers), *wanted, "{url}");
    }
    let configured = |text: &str| Servers { github: text.parse::<HostPort>().unwrap() };
    let own = configured("ghes.corp.example:443");
    assert_eq!(kind("https://ghes.corp.example/o/r/pull/1", &own), "thread o/r 1");
    assert_eq!(kind("https://github.com/o/r/pull/1", &own), "thread o/r 1");
    assert_eq!(kind("https://ghes.corp.example:8443/o/r/pull/1", &own), "page");
    let double = configured("127.0.0.1:8080");
    assert_eq!(kind("http://127.0.0.1:8080/o/r/pull/1", &double), "thread o/r 1");
    assert_eq!(kind("http://127.0.0.1:8081/o/r/pull/1", &double), "page");
    let Link::GitHub(link) = classify(&address("https://www.github.com/o/r"), &own) else { panic!() };
    assert_eq!(link.server, Servers::default().github);
    assert_eq!(link.repository, RepositoryName::new("O", "R").unwrap());
}

#[test]
fn services_are_known_by_their_host() {
    let cases: &[(&str, &str)] = &[
        ("https://aka.ms/opensource/security", "redirector"),
        ("https://goo.gl/vulnz", "redirector"),
        ("https://g.co/vulnz", "redirector"),
        ("https://forms.gle/abc", "redirector"),
        ("https://youtu.be/abc?t=3", "redirector"),
        ("https://bit.ly/", "page"),
        ("https://go.dev/issue/123", "redirector"),
        ("https://go.dev/security/policy", "page"),
        ("https://docs.google.com/document/d/abc/edit#heading=h.1", "walled docs"),
        ("https://docs.google.com/spreadsheets/d/abc/edit?gid=0", "walled docs"),
        ("https://docs.google.com/forms/d/e/abc/viewform", "walled docs"),
        ("https://docs.google.com/document/d/e/abc/pub", "page"),
        ("https://docs.google.com/spreadsheets/d/e/abc/pubhtml", "page"),
        ("https://drive.google.com/file/d/abc/view", "walled docs"),
        ("https://docs.google.com.evil.example/document/d/abc", "page"),
        ("https://discord.com/channels/1/2", "walled chat"),
        ("https://discord.gg/abc", "walled chat"),
        ("https://discord.com/safety", "page"),
        ("https://openssf.slack.com/archives/C01/p2", "walled chat"),
        ("https://slack.com/security", "page"),
        ("https://notslack.com/archives/C01", "page"),
        ("https://rust-lang.zulipchat.com/#narrow/stream/318791-t-crates-io", "walled chat"),
        ("https://chat.epi.example/#narrow/channel/1-general", "walled chat"),
        ("https://matrix.to/#/#pypa:matrix.org", "walled chat"),
        ("https://epi.example/audit.PDF", "pdf"),
        ("https://arxiv.org/pdf/2401.01234v2", "pdf"),
        ("https://epi.example/pdf", "page"),
        ("https://epi.example/security.txt", "security.txt"),
        ("https://epi.example/.well-known/security.txt", "security.txt"),
        ("https://epi.example/docs/security.txt", "page"),
        ("https://epi.example/.well-known/openid-configuration", "page"),
        ("https://blog.epi.example/feed/", "data"),
        ("https://blog.epi.example/atom", "data"),
        ("https://docs.pypi.org/api/feeds/", "page"),
        ("https://docs.epi.example/api/v1/", "page"),
        ("https://crates.io/api/v1/crates/serde", "data"),
        ("https://pypi.org/pypi/pip/json", "data"),
        ("https://pypi.org/project/json", "page"),
        ("https://proxy.golang.org/", "page"),
        ("https://proxy.golang.org/golang.org/x/mod/@v/list", "data"),
        ("https://api.nuget.org/v3/index.json", "data"),
        ("https://blogs.eclipse.org/post/mikaël-barbero/x", "page"),
        ("https://x.example/2026/Erlang%20Ecosystem%20Foundation%2C%20Inc.%20(EEF)", "page"),
        ("https://x.example/a?q=a%7Cb&c=d#:~:text=Reporting%20a%20Vulnerability", "page"),
        ("https://www.youtube.com/watch?v=abc", "page"),
        ("https://crates.io/data-access#rss-feeds", "page"),
    ];
    for (url, wanted) in cases {
        assert_eq!(kind(url, &Servers::default()), *wanted, "{url}");
    }
}

#[test]
fn a_404_says_nothing_where_github_hides() {
    let servers = Servers::default();
    for url in [
        "https://github.com/o/r/wiki/Home",
        "https://github.com/o/r",
        "https://github.com/orgs/o/projects/21",
        "https://raw.githubusercontent.com/o/r/main",
        "https://api.github.com/repos/o/r",
    ] {
        assert!(hides(&address(url), &servers), "{url}");
    }
    for url in [
        "https://github.com/o",
        "https://github.com/advisories/GHSA-abcd-2345-wxyz",
        "https://github.com/features/actions",
        "https://docs.github.com/en/code-security",
        "https://epi.example/o/r",
    ] {
        assert!(!hides(&address(url), &servers), "{url}");
    }
}
