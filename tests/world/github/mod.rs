//! GitHub's double: REST and GraphQL on one port of loopback, its pages on another, out of a small model.
//!
//! Every request is recorded with all its headers, so that a test can prove what was sent where.

mod broken;
pub mod graphql;
pub mod model;
mod pages;
mod rest;
mod serve;
pub mod writes;

use std::collections::BTreeMap;

#[allow(unused_imports, reason = "shared with the tests")]
pub use model::{Commit, File, Hub, Release, Repository, Thread, sha};
#[allow(unused_imports, reason = "shared with the tests")]
pub use serve::{Double, Fault, Recorded, Side};

/// A server for trying things out by hand, and for `tests/conformance`: `cargo run --example world -- github --port 8080`.
pub fn sample() -> Hub {
    let help = "# Help\n\nAccounts can be protected with two factors.\n";
    let first = Repository::new(
        "acme/index",
        &[("README.md", "# Index\n"), ("docs/help.md", help), (".github/workflows/ci.yml", "on: push\n")],
    );
    let base = first.first();
    let thread = |state, is_pull_request| Thread {
        is_pull_request,
        state,
        title: "Two factors".to_owned(),
        body: "Support two factors.".to_owned(),
        comments: vec![(11, "Agreed.".to_owned())],
        authors: BTreeMap::new(),
        reviews: vec![(21, "Good.".to_owned(), vec![(31, "This line, too.".to_owned())])],
    };
    let mut index = first
        .with_file("a.bin", File::Bytes(vec![0, 1]))
        .with_file("vendor/other", File::Submodule(sha("elsewhere")))
        .with_commit(
            "acme/index forged",
            std::slice::from_ref(&base),
            &[("docs/help.md", "# Help\n\nForged.\n")],
        )
        .with_commit("acme/index side", std::slice::from_ref(&base), &[("side.md", "# Side\n")])
        .with_branch("feature/side", &sha("acme/index side"))
        .with_tag("v1.0", &base, true)
        .with_pull(2, &sha("acme/index forged"))
        .with_release("v1.0", "One", "Two factors for all.")
        .with_thread(1, thread("open", false))
        .with_thread(2, thread("merged", true))
        .with_thread(3, thread("not_planned", false))
        .with_discussion(5, thread("open", false));
    index.advisories = vec!["GHSA-23hv-mwm6-9jr4".to_owned()];
    Hub::new("sample-token", vec![index])
}
