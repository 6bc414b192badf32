//! A file that could not be had: why, and where it may be now.

use super::budget::Budget;
use super::checks::on_one_line;
use super::checks::quote::{fold, lines_now};
use super::citation::Citation;
use super::document::Document;
use super::fragment::Fragment;
use super::kind::Kind;
use super::outcome::{Trouble, TroubleKind};
use super::own_output;
use super::repo_path::{PathError, RepoPath};
use super::repository::{CommitError, FileError, Repository};
use crate::text::nearest::nearest;
use std::ops::Range;

/// How many files are compared for the nearest name.
const MAX_COMPARED: usize = 200;

/// A path that is refused.
pub(super) fn refused(citation: &Citation<'_>, error: PathError) -> Trouble {
    let message = format!("`{}` is no path in this repository: {error}", on_one_line(citation.path));
    let help = match error {
        PathError::Address => "write an address under `url`",
        PathError::EmptyComponent if citation.path.ends_with('/') => {
            "name a file: a directory is no evidence"
        }
        PathError::EmptyComponent if citation.path.starts_with("./") => "leave out the `./`",
        PathError::Backslash => "write `/` between the names",
        _ => "name a file relative to the top of the repository, such as `docs/security.md`",
    };
    Trouble::new(TroubleKind::PathRefused, "file", message).help(help)
}

/// The declaration, or something that this tool wrote.
pub(super) fn own(citation: &Citation<'_>, what: &str) -> Trouble {
    let message = format!("{} is {what}, which is no evidence for itself", citation.name());
    Trouble::new(TroubleKind::OwnOutput, "file", message)
        .help("point to what the registry publishes or runs, not to what this tool reads or writes")
}

/// A file that the work tree does not give.
pub(super) fn file(
    citation: &Citation<'_>,
    error: &FileError,
    repository: &dyn Repository,
    declaration_path: &str,
    budget: &Budget,
) -> Trouble {
    let name = citation.name();
    let say = |kind, message| Trouble::new(kind, "file", message);
    match error {
        FileError::Absent => {
            let trouble = say(TroubleKind::NoSuchFile, format!("there is no file {name}"));
            search(trouble, citation, repository, declaration_path, budget)
        }
        FileError::OtherCase(right) => {
            let right_name = on_one_line(right);
            let message =
                format!("there is no file {name}: the tree has `{right_name}`, which differs in case");
            let mut trouble = say(TroubleKind::NotAPlainFile, message)
                .help("write the name as the tree has it: other systems tell the two apart");
            trouble.moved_to = Some(with_fragment(right, citation.written_fragment));
            trouble
        }
        FileError::Link(_) => {
            let message = format!("{name} is not read: {error}");
            say(TroubleKind::NotAPlainFile, message).help("point to the file itself: links are not followed")
        }
        FileError::Submodule(_) => {
            let message = format!("{name} is not read: {error}");
            say(TroubleKind::NotAPlainFile, message)
                .help("point to the file with an `https://` URL in its own repository")
        }
        FileError::NotAFile => {
            let message = format!("{name} is a directory or a device, not a file");
            say(TroubleKind::NotAPlainFile, message).help("name one file in it")
        }
        FileError::Refused(_) => say(TroubleKind::PathRefused, format!("{name} is not read: {error}")),
        FileError::TooLarge(_) | FileError::System(_) => {
            say(TroubleKind::Unreadable, format!("{name} could not be looked into: {error}"))
        }
    }
}

/// A file that git does not give.
pub(super) fn at_commit(citation: &Citation<'_>, error: &CommitError) -> Trouble {
    let name = citation.name();
    let message = format!("{name} could not be read: {error}");
    match error {
        CommitError::Unavailable(_) => Trouble::new(TroubleKind::CommitUnreachable, "commit", message),
        CommitError::UnknownCommit => Trouble::new(TroubleKind::CommitUnreachable, "commit", message).help(
            "a shallow clone has the newest commits only: fetch the whole history (`fetch-depth: 0` for \
             actions/checkout)",
        ),
        CommitError::Dangling => Trouble::new(TroubleKind::CommitDangling, "commit", message)
            .help("it may come from a fork: name a commit of a branch or tag of this repository, and fetch that branch"),
        CommitError::Absent => {
            let message = format!("there is no file {name}");
            Trouble::new(TroubleKind::NoSuchFile, "file", message)
                .help("name the path that the file had at that commit")
        }
        CommitError::NotAFile => {
            let message = format!("{name} is a link, a directory or a submodule, not a file");
            Trouble::new(TroubleKind::NotAPlainFile, "file", message).help("point to the file itself")
        }
        CommitError::TooLarge(_) => Trouble::new(TroubleKind::Unreadable, "file", message),
    }
}

/// Looks for what the missing file has become: the one other file that has all the quotes, else the nearest name.
fn search(
    trouble: Trouble,
    citation: &Citation<'_>,
    repository: &dyn Repository,
    declaration_path: &str,
    budget: &Budget,
) -> Trouble {
    let mut candidates = repository.candidates(citation.path);
    candidates
        .retain(|path| !own_output::is_declaration(path, declaration_path) && RepoPath::parse(path).is_ok());
    let mut trouble = match holders(citation, &candidates, repository, budget) {
        Some(holders) if !holders.is_empty() => {
            let names: Vec<String> =
                holders.iter().map(|(path, _)| format!("`{}`", on_one_line(path))).collect();
            let mut trouble = trouble
                .note(format!("what is quoted stands in {}", names.join(" and ")))
                .help("point to the file that says it now");
            if let [(path, document)] = holders.as_slice() {
                trouble.moved_to = Some(with_fragment(path, fragment_now(citation, document).as_deref()));
            }
            return trouble;
        }
        _ => trouble,
    };
    let file_name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let wanted = file_name(citation.path);
    let near = candidates.iter().find(|path| file_name(path) == wanted).map(String::as_str).or_else(|| {
        let known = candidates.iter().take(MAX_COMPARED).map(String::as_str);
        budget
            .allows_names(candidates.len().min(MAX_COMPARED))
            .then(|| nearest(citation.path, known))
            .flatten()
    });
    trouble.notes.push(match near {
        Some(near) => format!("nearest: `{}`", on_one_line(near)),
        None => "no file of a similar name".to_owned(),
    });
    trouble.help("name a file of the tree at hand, relative to the top of the repository")
}

/// The files that have all the quotes, two at most; `None` where not all could be searched.
fn holders(
    citation: &Citation<'_>,
    candidates: &[String],
    repository: &dyn Repository,
    budget: &Budget,
) -> Option<Vec<(String, Document)>> {
    let mut holders = Vec::new();
    let quotes = fold(citation.quotes());
    if quotes.is_empty() {
        return Some(holders);
    }
    for path in candidates {
        if !budget.allows_opening() {
            return None;
        }
        let Ok(bytes) = repository.read(path) else { continue };
        if !budget.allows_candidate(bytes.len()) {
            return None;
        }
        let document = Document::new(Kind::of(path), bytes);
        let is_own = document.source().map_or(true, |source| own_output::detect(&source.text).is_some());
        if !is_own && quotes.iter().all(|(_, quote)| document.find(quote, None).is_some()) {
            holders.push((path.clone(), document));
            if holders.len() == 2 {
                break;
            }
        }
    }
    Some(holders)
}

/// The fragment that is right in the file where the quotes stand now: the same one where it holds there, other lines where
/// lines were meant, else none.
fn fragment_now(citation: &Citation<'_>, document: &Document) -> Option<String> {
    let written = citation.written_fragment?;
    match citation.fragment.as_ref()? {
        Fragment::Lines(lines) => {
            let source = document.source().ok()?;
            let spans = source.line_span(lines.first).zip(source.line_span(lines.last));
            let scope = spans.map(|(first, last)| first.start..last.end);
            if scope.is_some_and(|scope| all_stand(citation, document, Some(&scope))) {
                return Some(written.to_owned());
            }
            lines_now(citation.quotes(), *lines, document).map(super::fragment::Lines::fragment)
        }
        Fragment::Anchor(anchor) => {
            let found = document.anchors().find(anchor)?;
            all_stand(citation, document, found.section.as_ref()).then(|| written.to_owned())
        }
    }
}

/// Whether all the quotes of an item stand in a file, or within a part of it.
pub(super) fn all_stand(citation: &Citation<'_>, document: &Document, scope: Option<&Range<usize>>) -> bool {
    fold(citation.quotes()).iter().all(|(_, quote)| document.find(quote, scope).is_some())
}

fn with_fragment(path: &str, fragment: Option<&str>) -> String {
    fragment.map_or_else(|| path.to_owned(), |fragment| format!("{path}#{fragment}"))
}
