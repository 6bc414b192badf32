//! GitHub's double: REST and GraphQL on one port of loopback, its pages on another, out of a small model.
//!
//! Every request is recorded with all its headers, so that a test can prove what was sent where.

pub mod graphql;
pub mod model;
mod pages;
mod rest;
mod serve;

#[allow(unused_imports, reason = "shared with the tests")]
pub use model::{Commit, File, Hub, Release, Repository, Thread, sha};
#[allow(unused_imports, reason = "shared with the tests")]
pub use serve::{Double, Fault, Recorded, Side};

/// A server for trying things out by hand: `cargo run --example world -- github --port 8080`.
pub fn sample() -> Hub {
    let help = "# Help\n\nAccounts can be protected with two factors.\n";
    let first = Repository::new(
        "acme/index",
        &[("README.md", "# Index\n"), ("docs/help.md", help), ("a.bin", "\0\u{1}")],
    );
    let base = first.first();
    let thread = |state, is_pull_request| Thread {
        is_pull_request,
        state,
        title: "Two factors".to_owned(),
        body: "Support two factors.".to_owned(),
        ..Thread::default()
    };
    let index = first
        .with_commit(
            "acme/index dangling",
            std::slice::from_ref(&base),
            &[("docs/help.md", "# Help\n\nForged.\n")],
        )
        .with_commit("acme/index side", std::slice::from_ref(&base), &[("side.md", "# Side\n")])
        .with_branch("feature/side", &sha("acme/index side"))
        .with_tag("v1.0", &base, true)
        .with_release("v1.0", "One", "Two factors for all.")
        .with_thread(1, thread("open", false))
        .with_thread(2, thread("merged", true));
    Hub::new("sample-token", vec![index])
}
