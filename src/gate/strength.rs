//! How much an item of evidence holds its page to: pins and checks. Statements hold nothing.

use crate::declaration::{Check, Item, Locator};
use crate::text::hash::is_object_id;
use url::Url;

/// Whether anybody can look at it.
pub(super) fn is_public(item: &Item) -> bool {
    matches!(item.locator(), Some(Locator::File { .. } | Locator::Url(_)))
}

/// Whether its bytes can change: they cannot where a hash or a commit names them.
pub(super) fn is_pinned(item: &Item) -> bool {
    item.sha256.is_some()
        || item.commit.is_some()
        || matches!(item.locator(), Some(Locator::Url(url)) if names_commit(url))
}

/// Before the branch, tag or commit in the addresses of files on GitHub, GitLab and their like.
const KINDS: [&str; 4] = ["blob", "tree", "raw", "blame"];

/// Whether an address names a commit in one of the forms in which a forge heeds it. Anywhere else it is a word like any other.
fn names_commit(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    let segments: Vec<&str> = url.path_segments().map(Iterator::collect).unwrap_or_default();
    if url.host_str() == Some("raw.githubusercontent.com") {
        return segments.get(2).is_some_and(|it| is_object_id(it));
    }
    match segments.as_slice() {
        [_, _, kind, commit, ..] if KINDS.contains(kind) || *kind == "commit" => is_object_id(commit),
        // Groups of GitLab may be nested.
        _ => segments.windows(3).any(|it| it[0] == "-" && KINDS.contains(&it[1]) && is_object_id(it[2])),
    }
}

/// How many things must hold there.
pub(super) fn checks(item: &Item) -> usize {
    let each = item.checks.iter().map(|check| match check {
        Check::Quote(quotes) => quotes.len(),
        Check::Json { .. } | Check::SecurityTxt => 1,
    });
    each.sum()
}

/// What is looked at, whatever its pin and fragment are: a link that now follows a branch is still the same link.
pub(super) fn page(item: &Item) -> String {
    match item.locator() {
        Some(Locator::File { path, .. }) => path.clone(),
        Some(Locator::Url(text)) => match Url::parse(text) {
            Ok(mut url) => {
                url.set_fragment(None);
                unpinned(&url)
            }
            Err(_) => text.clone(),
        },
        Some(Locator::Statement(_)) | None => String::new(),
    }
}

/// An address without the branch, tag or commit in it, where it is known which part that is.
fn unpinned(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    let segments: Vec<&str> = url.path_segments().map(Iterator::collect).unwrap_or_default();
    let reference = segments.iter().position(|segment| KINDS.contains(segment)).map(|kind| kind + 1);
    let kept = segments.iter().enumerate().filter(|(index, _)| Some(*index) != reference);
    let kept: Vec<&str> = kept.map(|(_, segment)| *segment).collect();
    format!("{host}/{}?{}", kept.join("/"), url.query().unwrap_or_default())
}

/// Whether two items say the same of the same thing, wherever they stand and however they are written.
pub(super) fn same(a: &Item, b: &Item) -> bool {
    a.locators == b.locators && a.checks == b.checks && a.sha256 == b.sha256 && a.commit == b.commit
}

#[cfg(test)]
mod tests {
    use super::names_commit;

    #[test]
    fn a_commit_counts_where_a_forge_heeds_it() {
        for commit in ["a".repeat(40), "b".repeat(64)] {
            for form in [
                "https://github.com/o/r/blob/C/a.md",
                "https://github.com/o/r/commit/C",
                "https://ghes.example/o/r/raw/C/a.md",
                "https://raw.githubusercontent.com/o/r/C/a.md",
                "https://gitlab.com/g/p/-/blob/C/a.md",
                "https://gitlab.example/g/s/p/-/raw/C/a.md",
            ] {
                assert!(names_commit(&form.replace('C', &commit)), "{form}");
            }
            for form in [
                "https://evil.example/C/a",
                "https://evil.example/a/b/c/C",
                "https://github.com/o/r/blob/main/C/a.md",
                "https://github.com/C/r/blob/main/a.md",
                "https://github.com/o/r/issues/C",
                "https://raw.githubusercontent.com/o/r/main/C",
                "https://gitlab.com/g/p/-/issues/C",
                "https://gitlab.com/g/p/-/blob/main/C",
                "https://github.com/o/r/blob/Cf/a.md",
                "https://github.com/o/r/blob/main/a.md?C#C",
            ] {
                assert!(!names_commit(&form.replace('C', &commit)), "{form}");
            }
        }
    }
}
