//! Everything that a run asks of its own repository and writes to it, once: what `tests/conformance` sends through Prism.

use crate::github::sha;
use package_repo_security::links::HostPort;
use package_repo_security::online::github::{Access, Token};
use package_repo_security::online::limits::Limits;
use package_repo_security::online::repository::{
    Annotation, AnnotationLevel, CheckRun, Conclusion, Repository,
};
use package_repo_security::online::watch::Tell;

/// Asks `acme/index` of the sample, whose API is at an address, for all there is.
pub fn ask(api: &str) {
    let rest: url::Url = api.parse().expect("an address");
    let access = Access {
        server: HostPort { host: "127.0.0.1".to_owned(), port: rest.port() },
        pages: rest.clone(),
        graphql: rest.join("graphql").expect("an address"),
        rest,
        token: Token::new("sample-token"),
        own_repository: Some("acme/index".to_owned()),
    };
    let name = "acme/index".parse().expect("a name");
    let it = Repository::open(access, name, Limits::default(), Tell::nobody()).expect("a client");
    let (first, side) = (sha("acme/index first"), sha("acme/index side"));
    it.parents(&side).expect("parents");
    it.parents(&sha("nothing")).expect_err("no such commit");
    it.commit("main").expect("a commit");
    it.merge_base("main", &side).expect("a merge base");
    it.file(&first, "docs/help.md", 1_000).expect("an answer").expect("a file");
    assert!(it.file(&first, "docs/none.md", 1_000).expect("an answer").is_none());
    it.report_check_run(&run(&first)).expect("a check run");
    for text in ["one", "two"] {
        it.write_comment(2, "<!-- sample -->", &format!("<!-- sample -->\n{text}")).expect("a comment");
    }
    for text in ["1", "2", "2"] {
        it.publish("badges", &[("badge.svg".to_owned(), text.to_owned())], "Levels").expect("a branch");
    }
}

fn run(commit: &str) -> CheckRun {
    let annotation = |line: usize| Annotation {
        path: "docs/help.md".to_owned(),
        start_line: line,
        end_line: line + line % 2,
        start_column: Some(1),
        end_column: Some(2),
        level: [AnnotationLevel::Notice, AnnotationLevel::Warning, AnnotationLevel::Failure][line % 3],
        message: "A finding".to_owned(),
        title: "level-fell".to_owned(),
    };
    CheckRun {
        name: "package-repo-security".to_owned(),
        head_sha: commit.to_owned(),
        conclusion: Conclusion::Failure,
        title: "1 error".to_owned(),
        summary: "# Levels".to_owned(),
        annotations: (1..=51).map(annotation).collect(),
    }
}
