//! What an answer says about each kind of target.

use super::super::confirm::Left;
use super::super::job::{Job, Repository};
use super::super::revision::{is_expression, is_hash, is_name, splits};
use super::errors::{Found, GraphQlAnswer, text};
use super::fields::REFS;
use super::thread;
use crate::evidence::web::{Depth, NoContent, Reason, Release, RemoteFile, Standing, Subject};
use crate::links::github::Target;
use crate::online::limits::Limits;
use crate::text::hash::is_object_id;
use serde_json::Value;
use std::collections::BTreeMap;

/// What an answer says, and what is left to ask.
#[derive(Debug)]
pub(super) enum Told {
    /// That is all.
    All(Subject),
    /// Whether a branch or tag holds this commit is not known yet.
    Undecided(Subject, String),
    /// A page must tell the rest.
    Left(Left),
}

/// One answer and the repository in it.
pub(super) struct Reading<'a> {
    pub answer: &'a GraphQlAnswer,
    /// The name of the repository in the query.
    pub alias: &'a str,
    pub repository: &'a Repository,
    /// Names of the comparisons with the default branch, by commit.
    pub compared: &'a BTreeMap<String, String>,
    pub limits: &'a Limits,
}

impl Reading<'_> {
    /// What is said about a job.
    pub(super) fn job(&self, index: usize, job: &Job<'_>) -> Told {
        let t = format!("t{index}");
        let found = || self.at(&t);
        match job.target {
            Target::Repository => Told::All(Subject::There),
            Target::File { reference_and_path } => self.file(&t, reference_and_path, job.depth),
            Target::Commit { sha } => self.commit(found(), sha),
            Target::Thread { .. } => match thread::issue(found(), self.repository, job.depth) {
                Ok(Some(thread)) => Told::All(Subject::Thread(thread)),
                Ok(None) => self.or_page(Subject::Absent),
                Err(reason) => Told::All(Subject::Untold(reason)),
            },
            Target::Discussion { .. } => match thread::discussion(found(), job.depth) {
                Ok(Some(thread)) => Told::All(Subject::Thread(thread)),
                Ok(None) => self.or_page(Subject::Absent),
                Err(reason) => Told::All(Subject::Untold(reason)),
            },
            Target::Release { tag } if !is_name(tag) => Told::All(Subject::Absent),
            Target::Release { .. } => match (found(), self.at(&format!("{t}_tag"))) {
                (Found::Value(it), _) => Told::All(release(it)),
                (Found::Failed(reason), _) | (_, Found::Failed(reason)) => Told::All(Subject::Untold(reason)),
                (_, Found::Value(_)) => Told::All(Subject::There),
                (Found::None, Found::None) => Told::All(Subject::Absent),
            },
            Target::LatestRelease => Told::All(match found() {
                Found::Value(it) => release(it),
                Found::None => Subject::Absent,
                Found::Failed(reason) => Subject::Untold(reason),
            }),
            Target::Workflow { .. } => match found() {
                Found::Value(it) if text(it, "__typename") == "Blob" => Told::All(Subject::There),
                Found::Failed(reason) => Told::All(Subject::Untold(reason)),
                // The page of a workflow stays when its file leaves the default branch.
                _ => self.or_page(Subject::Absent),
            },
            Target::Advisory { id } => self.advisory(self.answer.at(&[&t]), id),
            Target::SecurityPolicy => Told::All(match found() {
                Found::Value(Value::Bool(true)) => Subject::There,
                Found::Value(_) => Subject::Absent,
                Found::None => Subject::Untold(Reason::Broken),
                Found::Failed(reason) => Subject::Untold(reason),
            }),
        }
    }

    fn at(&self, key: &str) -> Found<'_> {
        self.answer.at(&[self.alias, key])
    }

    /// Left to the page, where everybody can see that; else this.
    fn or_page(&self, otherwise: Subject) -> Told {
        if self.repository.is_private {
            Told::All(otherwise)
        } else {
            Told::Left(Left::Existence(Some(otherwise)))
        }
    }

    fn advisory(&self, found: Found<'_>, id: &str) -> Told {
        let references = found.value().and_then(|it| it.get("references")).and_then(Value::as_array);
        let place = format!("/{}/security/advisories/{id}", self.repository.name).to_ascii_lowercase();
        let is_here =
            references.into_iter().flatten().any(|it| text(it, "url").to_ascii_lowercase().ends_with(&place));
        if is_here {
            return Told::All(Subject::There);
        }
        if self.repository.is_private {
            return Told::All(Subject::Untold(Reason::NotVisible));
        }
        // The list of all knows reviewed advisories only: the repository's own page must tell.
        Told::Left(Left::Existence(None))
    }

    fn commit(&self, found: Found<'_>, sha: &str) -> Told {
        let commit = match found {
            Found::Value(it) => commit_of(it),
            Found::Failed(reason) => return Told::All(Subject::Untold(reason)),
            // The beginning of a hash may be that of several.
            Found::None if !is_object_id(sha) => return self.or_page(Subject::Untold(Reason::Broken)),
            Found::None => None,
        };
        let Some((commit, _)) = commit else { return Told::All(Subject::Absent) };
        match self.standing(sha) {
            Some(standing) => Told::All(Subject::Commit(standing)),
            None => Told::Undecided(Subject::Commit(Standing::Untold), commit.to_owned()),
        }
    }

    /// Whether the default branch holds a commit; `None` where something else may.
    fn standing(&self, sha: &str) -> Option<Standing> {
        let alias = self.compared.get(sha)?;
        let status = self.answer.at(&[self.alias, "defaultBranchRef", alias, "status"]).value()?;
        matches!(status.as_str(), Some("IDENTICAL" | "BEHIND")).then_some(Standing::Held)
    }

    fn file(&self, t: &str, reference_and_path: &str, depth: Depth) -> Told {
        if is_expression(reference_and_path) {
            return Told::All(Subject::Commit(Standing::Untold));
        }
        let mut failed = None;
        for (n, split) in splits(reference_and_path).into_iter().enumerate() {
            let (at, place) = (self.at(&format!("{t}_{n}c")), self.at(&format!("{t}_{n}f")));
            if let (Found::Failed(reason), _) | (_, Found::Failed(reason)) = (at, place) {
                failed = failed.or(Some(reason));
                continue;
            }
            let Some((commit, entry)) = at.value().and_then(commit_of) else { continue };
            let is_submodule = entry.is_some_and(|entry| text(entry, "type") == "commit");
            let standing = if split.reference == "HEAD" || self.is_branch_or_tag(&format!("{t}_{n}"), at) {
                Some(Standing::Held)
            } else if is_hash(&split.reference) {
                self.standing(&split.reference)
            } else {
                Some(Standing::Untold)
            };
            let commit = commit.to_owned();
            let other = match place.value().map(|it| text(it, "__typename")) {
                Some("Blob") => None,
                Some("Tree") => Some(Subject::Directory),
                _ if is_submodule => Some(Subject::There),
                _ => continue,
            };
            let Some(blob) = place.value().filter(|_| other.is_none()) else {
                let other = other.unwrap_or(Subject::There);
                return match standing {
                    None => Told::Undecided(other, commit),
                    Some(Standing::Held) => Told::All(other),
                    // A directory does not say how its commit stands.
                    Some(standing) => Told::All(Subject::Commit(standing)),
                };
            };
            let mut file = RemoteFile {
                reference: split.reference,
                path: split.path,
                commit: (standing != Some(Standing::Untold)).then(|| commit.clone()),
                standing: standing.unwrap_or(Standing::Untold),
                content: Err(NoContent::NotAsked),
            };
            let is_link = entry.and_then(|entry| entry.get("mode")).and_then(Value::as_u64) == Some(LINK);
            let is_left = self.content(blob, is_link, depth, &mut file);
            return match standing {
                None => Told::Undecided(Subject::File(file), commit),
                Some(_) if is_left => Told::Left(Left::Content(file)),
                Some(_) => Told::All(Subject::File(file)),
            };
        }
        Told::All(failed.map_or(Subject::Absent, Subject::Untold))
    }

    /// Whether a branch or a tag of that name leads to the very object that the name led to.
    fn is_branch_or_tag(&self, t: &str, at: Found<'_>) -> bool {
        let Some(object) = at.value().map(|it| text(it, "oid")).filter(|oid| !oid.is_empty()) else {
            return false;
        };
        REFS.iter().any(|(end, _)| {
            let target = self.at(&format!("{t}{end}")).value().and_then(|it| it.get("target"));
            target.is_some_and(|target| text(target, "oid") == object)
        })
    }

    /// Puts the content in; `true` where the bytes must be had in another way.
    fn content(&self, blob: &Value, is_link: bool, depth: Depth, file: &mut RemoteFile) -> bool {
        if depth == Depth::Existence {
            return false;
        }
        if is_link {
            // What is in it is the name of another file: no text that anybody cited.
            file.content = Err(NoContent::Binary);
            return false;
        }
        let flag = |key| blob.get(key).and_then(Value::as_bool) == Some(true);
        let size = blob.get("byteSize").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let body = blob.get("text").and_then(Value::as_str);
        // Text of another size than the file's was decoded: it is not the file's bytes.
        let is_exact = body.is_some_and(|body| body.len() as u64 == size) && !flag("isTruncated");
        let wants_bytes = depth == Depth::Bytes && !self.repository.is_private;
        if wants_bytes
            || (flag("isTruncated") && !self.repository.is_private && size <= self.limits.body as u64)
        {
            return true;
        }
        file.content = match body {
            Some(body) if is_exact || (depth == Depth::Text && !flag("isTruncated")) => {
                Ok(body.as_bytes().to_vec())
            }
            _ if flag("isTruncated") => Err(NoContent::TooLarge),
            _ => Err(NoContent::Binary),
        };
        false
    }
}

/// The mode of a symbolic link in a tree, as a number.
const LINK: u64 = 0o120_000;

/// The hash of a commit, behind the tag that names it, and the entry of its tree that was asked for.
fn commit_of(object: &Value) -> Option<(&str, Option<&Value>)> {
    let object = if text(object, "__typename") == "Tag" { object.get("target")? } else { object };
    if text(object, "__typename") != "Commit" {
        return None;
    }
    Some((object.get("oid")?.as_str()?, object.get("file").filter(|entry| !entry.is_null())))
}

fn release(it: &Value) -> Subject {
    let body = format!("{}\n\n{}", text(it, "name"), text(it, "description"));
    Subject::Release(Release { text: body, draft: it.get("isDraft").and_then(Value::as_bool) == Some(true) })
}
