//! All items of a declaration: files are looked at in the repository, addresses in the world outside.

use super::budget::Budget;
use super::citation::Citation;
use super::document::Document;
use super::judge::judge;
use super::kind::Kind;
use super::missing;
use super::outcome::{Outcome, Outcomes, Verdict};
use super::own_output;
use super::remote::{self, PlanIssues, Terms};
use super::repo_path::{PathError, RepoPath};
use super::repository::{CommitError, FileError, Repository};
use super::web::Web;
use crate::declaration::{Answer, Declaration, Item, Locator};
use crate::read::Path;
use crate::text::hash::is_object_id;
use std::collections::BTreeMap;

/// Where evidence is looked for.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The repository of the declaration.
    pub repository: &'a dyn Repository,
    /// The world outside, where it may be asked.
    pub web: Option<&'a dyn Web>,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The verdict on each item.
    pub outcomes: Outcomes,
    /// How the issues of plans stand, as far as they could be asked.
    pub plan_issues: PlanIssues,
}

/// Looks at every item of the answers that are not skipped. Where there is no world outside to ask, addresses come back as
/// [`Outcome::Unchecked`], as the operator's word always does. An item without one locator, or with a `commit` that is none,
/// has no verdict: what is wrong with it is the reader's to say.
pub fn gather(
    declaration: &Declaration,
    skip: &dyn Fn(&Answer) -> bool,
    sources: Sources<'_>,
    terms: &Terms<'_>,
    declaration_path: &str,
) -> Gathered {
    let Sources { repository, web } = sources;
    let mut outcomes = Outcomes::new();
    let mut addresses: Vec<&Item> = Vec::new();
    // By file, so that each one is read and parsed once, and only one is in memory.
    let mut files: BTreeMap<(&str, Option<&str>), Vec<Citation<'_>>> = BTreeMap::new();
    for (_, item) in declaration.all_evidence().filter(|(answer, _)| !skip(answer)) {
        match item.locator() {
            Some(Locator::File { path, fragment }) if has_usable_commit(item) => {
                let citation = Citation::new(item, path, fragment.as_deref());
                files.entry((path, item.commit.as_deref())).or_default().push(citation);
            }
            Some(Locator::Url(_)) if web.is_some() => addresses.push(item),
            Some(Locator::Url(url)) => {
                outcomes.insert(item.at.clone(), unchecked(url, "not looked at"));
            }
            Some(Locator::Statement(_)) => {
                outcomes
                    .insert(item.at.clone(), unchecked("the operator's word", "nothing public to look at"));
            }
            _ => {}
        }
    }
    let budget = Budget::new();
    for ((path, commit), citations) in files {
        let loaded = load(path, commit, repository, declaration_path);
        for citation in citations {
            let verdict = match &loaded {
                Loaded::Document(document) => judge(&citation, document, terms.today, &budget),
                Loaded::Refused(error) => citation.failed(missing::refused(&citation, *error)),
                Loaded::Own(what) => citation.failed(missing::own(&citation, what)),
                Loaded::NotInTree(error) => {
                    let trouble = missing::file(&citation, error, repository, declaration_path, &budget);
                    citation.failed(trouble)
                }
                Loaded::NotAtCommit(error) => citation.failed(missing::at_commit(&citation, error)),
            };
            outcomes.insert(citation.item.at.clone(), verdict);
        }
    }
    let Some(web) = web else { return Gathered { outcomes, plan_issues: PlanIssues::new() } };
    let plans: Vec<(Path, &str)> =
        declaration.all_answers().filter(|answer| !skip(answer)).filter_map(plan_issue).collect();
    let (remote, plan_issues) = remote::gather(&addresses, &plans, web, terms);
    outcomes.extend(remote);
    Gathered { outcomes, plan_issues }
}

/// The issue of an answer's plan, and where it stands.
fn plan_issue(answer: &Answer) -> Option<(Path, &str)> {
    let issue = answer.plan.as_ref()?.issue.as_deref()?;
    Some((answer.at.key("plan").key("issue"), issue))
}

fn unchecked(looked_for: &str, found: &str) -> Verdict {
    Verdict {
        outcome: Outcome::Unchecked,
        looked_for: looked_for.to_owned(),
        found: found.to_owned(),
        troubles: Vec::new(),
    }
}

/// A `commit` that cannot be one must not quietly be read from the work tree instead.
fn has_usable_commit(item: &Item) -> bool {
    item.commit.as_ref().is_none_or(|commit| is_object_id(commit))
}

/// A file, or why there is none.
enum Loaded {
    Document(Box<Document>),
    Refused(PathError),
    Own(&'static str),
    NotInTree(FileError),
    NotAtCommit(CommitError),
}

fn load(path: &str, commit: Option<&str>, repository: &dyn Repository, declaration_path: &str) -> Loaded {
    if let Err(error) = RepoPath::parse(path) {
        return Loaded::Refused(error);
    }
    if own_output::is_declaration(path, declaration_path) {
        return Loaded::Own("the declaration itself");
    }
    let bytes = match commit {
        None => repository.read(path).map_err(Loaded::NotInTree),
        Some(commit) => repository.read_at(commit, path).map_err(Loaded::NotAtCommit),
    };
    let document = match bytes {
        Ok(bytes) => Document::new(Kind::of(path), bytes),
        Err(loaded) => return loaded,
    };
    match document.source().ok().and_then(|source| own_output::detect(&source.text)) {
        Some(what) => Loaded::Own(what),
        None => Loaded::Document(Box::new(document)),
    }
}

#[cfg(test)]
mod tests;
