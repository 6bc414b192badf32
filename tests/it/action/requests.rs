//! What a run asks of whom: as little as it can, and of a fork nothing but the base.

use super::{HELLO, Job, STANDARD, met, payload, with_pull_request};
use crate::support::whole;
use crate::world::github::{Double, Hub, Repository};

/// A declaration whose evidence is so many links to files of a repository.
fn linked(double: &Double, count: usize) -> String {
    let links: Vec<String> = (0..count)
        .map(|number| {
            format!("    - {{url: \"{}/acme/index/blob/main/docs/{number}.md\", note: n}}", double.pages)
        })
        .collect();
    whole(&format!("answers:\n  mfa:\n    status: unmet\n    evidence:\n{}\n", links.join("\n")))
}

#[test]
fn sixty_links_and_the_base_are_four_requests_at_most() {
    let files: Vec<(String, String)> =
        (0..60).map(|number| (format!("docs/{number}.md"), "# Page\n".to_owned())).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let index = Repository::new("acme/index", &files);
    let hello = with_pull_request(HELLO, &[(STANDARD, "version: 1\n")], &[]);
    let double = Double::start(Hub::new(super::TOKEN, vec![index, hello]));
    let ended = Job::pull_request(linked(&double, 60)).on(&double).run();
    assert_eq!((ended.code(), ended.output("baseline")), (0, super::NEWER));
    assert!(ended.run.stdout.contains("evidence: 60 found"), "all of them were looked at");
    let asked: Vec<String> =
        double.api_requests().iter().map(|it| format!("{} {}", it.method, it.path)).collect();
    assert!(asked.len() <= 4, "{asked:#?}");
    assert!(double.page_requests().is_empty());
}

#[test]
fn a_change_from_a_fork_is_looked_at_without_its_addresses() {
    let index = Repository::new("acme/index", &[("docs/0.md", "# Page\n")]);
    let hello = with_pull_request(HELLO, &[(STANDARD, &met())], &[]);
    let double = Double::start(Hub::new(super::TOKEN, vec![index, hello]));
    let mut event = payload("pull_request");
    event["pull_request"]["head"]["repo"]["full_name"] = "mallory/Hello-World".into();
    let job = || {
        let tree = super::changed(linked(&double, 1));
        Job::new("pull_request", &event, super::MERGE, tree).on(&double)
    };
    let ended = job().run();
    assert_eq!(ended.code(), 4, "{ended:?}");
    assert!(ended.summary.contains("evidence looked at in this repository only"), "{}", ended.summary);
    assert!(double.recorded().iter().all(|it| it.path.starts_with("/repos/Codertocat/")));
    let asked = job().with("INPUT_EVIDENCE", "online").run();
    assert!(asked.summary.contains("in this repository and at its addresses"), "{}", asked.summary);
}
