//! The repositories that the table speaks of.

use crate::world::github::{File, Release, Repository, Thread, sha};

/// All of them.
pub fn repositories() -> Vec<Repository> {
    let mut renamed = Repository::new("acme/client", &[("README.md", HELP)]).with_thread(1, issue("open"));
    renamed.former.push("acme/old-client".to_owned());
    let mut archived = Repository::new("acme/archive", &[("README.md", HELP)]);
    archived.is_archived = true;
    let mut private = Repository::new("acme/private", &[("README.md", HELP)]).with_thread(1, issue("open"));
    private.is_private = true;
    let mut foreign = Repository::new("others/private", &[("README.md", HELP)]).with_thread(1, issue("open"));
    foreign.is_private = true;
    let mut blocked = Repository::new("acme/blocked", &[("README.md", HELP)]);
    blocked.blocked = Some(451);
    vec![index(), renamed, archived, private, foreign, blocked]
}

fn index() -> Repository {
    let first = Repository::new("acme/index", FILES);
    let base = first.first();
    let (side, forged) = (sha("acme/index side"), sha("acme/index forged"));
    let mut index = first
        .with_file("docs/audit.pdf", File::Bytes(b"%PDF-1.7\n%\xe2\xe3\n\0\0".to_vec()))
        .with_file("docs/link.md", File::Symlink("help.md".to_owned()))
        .with_file("vendor/client", File::Submodule("https://github.com/acme/client".to_owned()))
        .with_file("docs/large.txt", File::Large(LARGE.repeat(20_000).into_bytes()))
        .with_commit("acme/index side", std::slice::from_ref(&base), &[("docs/help.md", SIDE)])
        .with_commit("acme/index forged", std::slice::from_ref(&base), &[("docs/help.md", FORGED)])
        .with_branch("release/1.0", &side)
        .with_branch("beef", &side)
        .with_pull(10, &forged)
        .with_tag("v1.0", &base, true)
        .with_tag("v0.9", &base, false)
        .with_release("v1.0", "One", "Two-factor authentication for **everybody**.")
        .with_thread(1, issue("open"))
        .with_thread(2, issue("closed"))
        .with_thread(3, issue("not_planned"))
        .with_thread(4, pull("open"))
        .with_thread(5, pull("merged"))
        .with_thread(6, pull("closed"))
        .with_discussion(7, issue("open"));
    index.deleted.insert(8);
    index.moved.insert(9, "/acme/client/issues/1".to_owned());
    index.advisories.push("GHSA-2222-3333-4444".to_owned());
    index.releases.push(Release {
        tag: "v2.0".to_owned(),
        name: "Two".to_owned(),
        notes: "Not yet for everybody.".to_owned(),
        is_draft: true,
    });
    assert_eq!(
        (base, side, forged),
        (sha("acme/index first"), sha("acme/index side"), sha("acme/index forged"))
    );
    index
}

const FILES: &[(&str, &str)] = &[
    ("README.md", "# Index\n\nThe package index.\n"),
    ("docs/help.md", HELP),
    ("docs/a b/über.md", HELP),
    ("src/tokens.rs", "// Tokens are revoked\n// when they leak.\nfn revoke() {}\n"),
    ("state.json", "{\"mfa\": {\"required\": true}}\n"),
    (".well-known/security.txt", "Contact: mailto:security@epi.example\nExpires: 2027-05-01T00:00:00Z\n"),
    ("old/security.txt", "Contact: mailto:security@epi.example\nExpires: 2021-05-01T00:00:00Z\n"),
    ("bad/security.txt", "Expires: 2027-05-01T00:00:00Z\n"),
    (".github/workflows/ci.yml", "on: push\n"),
    (
        "report.bin",
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
    ),
];

const HELP: &str = "# Help\n\nThe index and its accounts.\n\n## Two-factor authentication\n\nEvery maintainer **must** have a \
                    second factor.\n\n## Tokens\n\nTokens expire after one year.\n";
const SIDE: &str = "# Help\n\nOf the release branch only.\n";
const FORGED: &str = "# Help\n\nA forged promise to everybody.\n";
const LARGE: &str = "A line of a large file, the same as all others.\n";

fn issue(state: &'static str) -> Thread {
    Thread {
        state,
        title: "Require two-factor authentication".to_owned(),
        body: "Maintainers of *critical* packages come first.".to_owned(),
        comments: vec![(71, "Rolled out to everybody in January.".to_owned())],
        ..Thread::default()
    }
}

fn pull(state: &'static str) -> Thread {
    Thread {
        is_pull_request: true,
        reviews: vec![(
            81,
            "A review of all of it.".to_owned(),
            vec![(91, "A word on this line.".to_owned())],
        )],
        ..issue(state)
    }
}
