//! Commits that the default branch does not hold: one request compares them with the newest branches and tags.

use super::super::Run;
use super::super::client::Client;
use super::super::job::{Job, Repository};
use super::errors::GraphQlAnswer;
use super::query::Query;
use super::read::Told;
use super::{Rest, rest_of, send};
use crate::evidence::web::{Standing, Subject};
use serde_json::Value;
use std::collections::BTreeMap;

/// The most branches, and the most tags, that a commit is compared with.
const MOST_REFS: usize = 100;
/// The most comparisons of one request, over all commits in it.
const MOST_COMPARISONS: usize = 10_000;

/// A commit that the default branch does not hold.
pub(super) struct Undecided<'a> {
    pub job: Job<'a>,
    pub repository: Repository,
    pub subject: Subject,
    /// The whole hash.
    pub commit: String,
}

/// Judges all of them and answers. Returns those whose bytes are still to be had.
pub(super) async fn settle<'a>(run: &Run<'_>, client: &Client, all: Vec<Undecided<'a>>) -> Vec<Rest<'a>> {
    if all.is_empty() {
        return Vec::new();
    }
    let mut numbers: BTreeMap<(String, String), usize> = BTreeMap::new();
    for it in &all {
        let next = numbers.len();
        numbers.entry((it.repository.name.to_string(), it.commit.clone())).or_insert(next);
    }
    let each = (MOST_COMPARISONS / 2 / numbers.len()).clamp(1, MOST_REFS);
    let mut query = Query::default();
    for ((repository, commit), number) in &numbers {
        let (owner, name) = repository.split_once('/').unwrap_or_default();
        let (owner, name, commit) = (query.text(owner), query.text(name), query.text(commit));
        let refs = |alias: &str, prefix: &str| {
            format!(
                "{alias}: refs(refPrefix: \"{prefix}\", first: {each}, \
                 orderBy: {{ field: TAG_COMMIT_DATE, direction: DESC }}) \
                 {{ totalCount nodes {{ compare(headRef: {commit}) {{ status }} }} }}"
            )
        };
        query.push(&format!(
            "c{number}: repository(owner: {owner}, name: {name}) {{ \
             defaultBranchRef {{ compare(headRef: {commit}) {{ status }} }}\n{}\n{} }}",
            refs("branches", "refs/heads/"),
            refs("tags", "refs/tags/"),
        ));
    }
    let answer = send(client, &query.finish()).await.ok();
    let mut left = Vec::new();
    for mut it in all {
        let number = numbers.get(&(it.repository.name.to_string(), it.commit.clone()));
        let standing = match (&answer, number) {
            (Some(answer), Some(number)) => judge(answer, &format!("c{number}")),
            _ => Standing::Untold,
        };
        match &mut it.subject {
            Subject::Commit(old) => *old = standing,
            Subject::File(file) => {
                file.standing = standing;
                // Whoever cites it is not led to a commit that is not the repository's.
                file.commit = file.commit.take().filter(|_| standing == Standing::Held);
            }
            // A directory does not say how its commit stands: one that no branch holds is answered as that commit.
            other if standing != Standing::Held => *other = Subject::Commit(standing),
            _ => {}
        }
        match rest_of(it.subject, it.job, &it.repository) {
            Told::All(subject) | Told::Undecided(subject, _) => {
                it.job.seen(run.answer, &it.repository, subject);
            }
            Told::Left(rest) => left.push((it.job, it.repository, rest)),
        }
    }
    left
}

/// Held where one branch or tag holds it; dangling where all were asked and none does.
fn judge(answer: &GraphQlAnswer, alias: &str) -> Standing {
    let Some(repository) = answer.at(&[alias]).value() else { return Standing::Untold };
    let holds = |it: &Value| match it.pointer("/compare/status").and_then(Value::as_str) {
        Some("IDENTICAL" | "BEHIND") => Some(true),
        Some(_) => Some(false),
        None => None,
    };
    let mut is_whole = true;
    let mut compared = 0;
    for kind in ["branches", "tags"] {
        let Some(refs) = repository.get(kind) else { return Standing::Untold };
        let nodes = refs.get("nodes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let total = refs.get("totalCount").and_then(Value::as_u64).unwrap_or(u64::MAX);
        is_whole &= nodes.len() as u64 == total;
        for node in nodes {
            match holds(node) {
                Some(true) => return Standing::Held,
                Some(false) => compared += 1,
                None => is_whole = false,
            }
        }
    }
    match repository.get("defaultBranchRef").and_then(holds) {
        Some(true) => Standing::Held,
        Some(false) if is_whole && compared > 0 => Standing::Dangling,
        _ => Standing::Untold,
    }
}
