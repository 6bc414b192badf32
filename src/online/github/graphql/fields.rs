//! What to ask about each kind of target. Every field stands in GitHub's public schema; `tests/conformance` holds them to it.

use super::super::job::Job;
use super::super::revision::{Split, is_hash, splits};
use super::query::Query;
use crate::evidence::web::Depth;
use crate::links::github::Target;

/// Comments of a thread that are asked for at each end.
pub(super) const COMMENTS: usize = 100;
/// Reviews of a pull request, and comments on lines in each.
pub(super) const REVIEWS: usize = 100;
pub(super) const REVIEW_COMMENTS: usize = 25;
/// Answers to a comment of a discussion. A hundred discussions with these numbers stay below GitHub's 500,000 nodes a query.
pub(super) const REPLIES: usize = 20;

/// Where workflows are.
const WORKFLOWS: &str = ".github/workflows/";

/// Asks about a target, under names that begin with `t` and its number.
pub(super) fn ask(query: &mut Query, index: usize, job: &Job<'_>) {
    let t = format!("t{index}");
    match job.target {
        // Advisories stand in no repository but in one list of all: see `beside`.
        Target::Repository | Target::Advisory { .. } => {}
        Target::File { reference_and_path } => {
            for (n, split) in splits(reference_and_path).iter().enumerate() {
                file(query, &format!("{t}_{n}"), split, job.depth);
            }
        }
        Target::Commit { sha } => {
            let name = query.text(sha);
            query.push(&format!("{t}: object(expression: {name}) {{ {OBJECT} }}"));
        }
        Target::Thread { number } => {
            if let Ok(number) = i32::try_from(*number) {
                thread(query, &t, number, job.depth);
            }
        }
        Target::Discussion { number } => {
            if let Ok(number) = i32::try_from(*number) {
                discussion(query, &t, number, job.depth);
            }
        }
        Target::Release { tag } => {
            let (name, full) = (query.text(tag), query.text(&format!("refs/tags/{tag}")));
            query.push(&format!("{t}: release(tagName: {name}) {{ {RELEASE} }}"));
            query.push(&format!("{t}_tag: ref(qualifiedName: {full}) {{ name }}"));
        }
        Target::LatestRelease => query.push(&format!("{t}: latestRelease {{ {RELEASE} }}")),
        Target::Workflow { file } => {
            let path = query.text(&format!("HEAD:{WORKFLOWS}{file}"));
            query.push(&format!("{t}: object(expression: {path}) {{ __typename }}"));
        }
        Target::SecurityPolicy => query.push(&format!("{t}: isSecurityPolicyEnabled")),
    }
}

/// What is asked beside the repository.
pub(super) fn beside(query: &mut Query, index: usize, job: &Job<'_>) {
    if let Target::Advisory { id } = job.target {
        let id = query.text(id);
        query.push(&format!("t{index}: securityAdvisory(ghsaId: {id}) {{ references {{ url }} }}"));
    }
}

/// The commits that a target names, whose standing must be known.
pub(super) fn hashes(target: &Target) -> Vec<String> {
    match target {
        Target::Commit { sha } => vec![sha.clone()],
        Target::File { reference_and_path } => splits(reference_and_path)
            .into_iter()
            .map(|split| split.reference)
            .filter(|reference| is_hash(reference))
            .collect(),
        _ => Vec::new(),
    }
}

/// Ends of names for a branch and a tag, and where they are.
pub(super) const REFS: [(&str, &str); 2] = [("b", "refs/heads/"), ("t", "refs/tags/")];

const OBJECT: &str = "__typename oid ... on Tag { target { __typename oid } }";
const RELEASE: &str = "name description isDraft";

fn file(query: &mut Query, t: &str, split: &Split, depth: Depth) {
    let reference = query.text(&split.reference);
    let entry = if split.path.is_empty() {
        String::new()
    } else {
        // The entry of the tree tells a link and a submodule from a file.
        let path = query.text(&split.path);
        format!(
            " ... on Commit {{ file(path: {path}) {{ mode type }} }}\
             ... on Tag {{ target {{ ... on Commit {{ file(path: {path}) {{ mode type }} }} }} }}"
        )
    };
    query.push(&format!("{t}c: object(expression: {reference}) {{ {OBJECT}{entry} }}"));
    let text = if depth == Depth::Existence { "" } else { " text" };
    let place = query.text(&format!("{}:{}", split.reference, split.path));
    query.push(&format!(
        "{t}f: object(expression: {place}) {{ __typename ... on Blob {{ byteSize isBinary isTruncated{text} }} }}"
    ));
    // What leads to a commit need not be a branch or tag: a stranger's pull request and a hash do, too.
    for (end, prefix) in REFS {
        let name = query.text(&format!("{prefix}{}", split.reference));
        query.push(&format!("{t}{end}: ref(qualifiedName: {name}) {{ target {{ __typename oid }} }}"));
    }
}

fn thread(query: &mut Query, t: &str, number: i32, depth: Depth) {
    let number = query.number(number);
    let (mut issue, mut pull) = (String::new(), String::new());
    if depth != Depth::Existence {
        let comments = format!(
            " comments(first: {COMMENTS}) {{ totalCount nodes {{ url body }} }} \
             last: comments(last: {COMMENTS}) {{ nodes {{ url body }} }}"
        );
        issue = format!(" fullDatabaseId body{comments}");
        pull = format!(
            " body{comments} reviews(first: {REVIEWS}) {{ totalCount nodes {{ url body \
             comments(first: {REVIEW_COMMENTS}) {{ totalCount nodes {{ url body }} }} }} }}"
        );
    }
    let place = "repository { nameWithOwner isPrivate }";
    // The states of the two are of different types, so one of them needs another name.
    query.push(&format!(
        "{t}: issueOrPullRequest(number: {number}) {{ __typename \
         ... on Issue {{ title url state stateReason(enableDuplicate: true) {place}{issue} }} \
         ... on PullRequest {{ title url pullState: state merged {place}{pull} }} }}"
    ));
}

fn discussion(query: &mut Query, t: &str, number: i32, depth: Depth) {
    let number = query.number(number);
    let comments = if depth == Depth::Existence {
        String::new()
    } else {
        let nodes =
            format!("nodes {{ url body replies(first: {REPLIES}) {{ totalCount nodes {{ url body }} }} }}");
        format!(
            " body comments(first: {COMMENTS}) {{ totalCount {nodes} }} last: comments(last: {COMMENTS}) {{ {nodes} }}"
        )
    };
    query.push(&format!("{t}: discussion(number: {number}) {{ title url closed{comments} }}"));
}
