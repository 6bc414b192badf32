//! Where the name of a branch ends and the path begins: a link does not say. And which names may lead to a commit that no
//! branch or tag holds: everybody who opens a pull request puts such commits below the address of a repository.

use crate::text::hash::is_hexadecimal;

/// How many ways of dividing are tried.
const MOST: usize = 4;

/// A way to divide `a/b/c`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// A branch, a tag or a commit.
    pub reference: String,
    /// The path; empty for the top.
    pub path: String,
}

/// The ways in which a text may be divided, the shortest name first. Only names that git allows are among them, so that none
/// is an expression that git computes, and no path that leads elsewhere.
pub(super) fn splits(reference_and_path: &str) -> Vec<Split> {
    let segments: Vec<&str> = reference_and_path.trim_end_matches('/').split('/').collect();
    let lengths = 1..=segments.len().min(MOST);
    let all = lengths.map(|length| (segments[..length].join("/"), &segments[length..]));
    all.filter(|(reference, path)| is_name(reference) && path.iter().all(|segment| is_segment(segment)))
        .map(|(reference, path)| Split { reference, path: path.join("/") })
        .collect()
}

/// Whether a name can be a commit: git takes four digits of a hash.
pub(super) fn is_hash(reference: &str) -> bool {
    (4..=64).contains(&reference.len()) && is_hexadecimal(reference)
}

/// Whether a link names what git computes from a name: `main~1`, `main@{1}`, `main:docs`. That is asked of nobody.
pub(super) fn is_expression(reference_and_path: &str) -> bool {
    let name = reference_and_path.split('/').next().unwrap_or_default();
    name == "@" || base(name) != name
}

/// Whether a name, with or without a path behind it, leads to something that is neither a branch nor a tag, even where one of
/// that name exists: git looks for `refs/pull/7/head` before `refs/heads/pull/7/head`.
pub(super) fn is_special(reference: &str) -> bool {
    let segments: Vec<&str> = reference.split('/').map(base).collect();
    match segments.as_slice() {
        ["refs" | "remotes" | "__gh__", _, ..] | ["AUTO_MERGE", ..] => true,
        ["pull", number, "head" | "merge", ..] => number.bytes().all(|byte| byte.is_ascii_digit()),
        [name, ..] => {
            name.ends_with("_HEAD") && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
        }
        [] => false,
    }
}

/// Whether a link may lead to a commit that no branch or tag holds, as far as its words tell.
pub(super) fn may_be_foreign(reference_and_path: &str) -> bool {
    let mut segments = reference_and_path.split('/').map(base);
    is_special(reference_and_path)
        || segments.clone().next().is_some_and(is_hash)
        || segments.any(|segment| segment.rsplit_once("-g").is_some_and(|(_, end)| is_hash(end)))
}

/// A segment without what git computes from it.
fn base(segment: &str) -> &str {
    let end = segment.find(['~', '^', ':']).unwrap_or(segment.len());
    let end = segment.find("@{").map_or(end, |at| end.min(at));
    segment.get(..end).unwrap_or_default()
}

/// What `git check-ref-format` allows.
pub(super) fn is_name(reference: &str) -> bool {
    let is_forbidden =
        |c: char| c.is_control() || matches!(c, ' ' | '~' | '^' | ':' | '?' | '*' | '[' | '\\');
    !reference.is_empty()
        && reference != "@"
        && !reference.starts_with('-')
        && !reference.ends_with('.')
        && !reference.contains("..")
        && !reference.contains("@{")
        && !reference.chars().any(is_forbidden)
        && reference.split('/').all(|part| {
            let ends_in_lock = part.as_bytes().ends_with(b".lock");
            !part.is_empty() && !part.starts_with('.') && !ends_in_lock
        })
}

fn is_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && !segment.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::{is_expression, is_hash, is_name, may_be_foreign, splits};

    #[test]
    fn a_branch_may_hold_slashes() {
        let found = |text| -> Vec<(String, String)> {
            splits(text).into_iter().map(|split| (split.reference, split.path)).collect()
        };
        let of = |reference: &str, path: &str| (reference.to_owned(), path.to_owned());
        assert_eq!(found("main"), [of("main", "")]);
        assert_eq!(found("main/a/b"), [of("main", "a/b"), of("main/a", "b"), of("main/a/b", "")]);
        assert_eq!(found("a/b/c/d/e/f").len(), 4);
        assert_eq!(found("main/docs/"), [of("main", "docs"), of("main/docs", "")]);
    }

    #[test]
    fn no_name_is_an_expression() {
        for name in
            ["HEAD~1", "main^", "a:b", "HEAD@{1}", "", "@", "a b", "-x", "a..b", ".a", "a.lock", "a//b", "x*"]
        {
            assert!(!is_name(name), "{name}");
        }
        assert!(
            is_name("main")
                && is_name("feature/ä-1")
                && is_name("v1.0")
                && is_name("dependabot/npm_and_yarn/x@2")
        );
        assert!(splits("main/../../etc/passwd").iter().all(|split| !split.path.contains("..")));
        assert!(splits("HEAD~1/a").is_empty());
    }

    #[test]
    fn hashes_are_told_from_names() {
        assert!(
            is_hash("dead") && is_hash("deadbee") && is_hash(&"a".repeat(40)) && is_hash(&"A".repeat(64))
        );
        assert!(!is_hash("dea") && !is_hash("v1.0.0") && !is_hash(&"a".repeat(65)));
    }
    #[test]
    fn what_strangers_can_make_is_told_from_branches() {
        for name in [
            "refs/pull/7/head/a.md",
            "pull/7/head/a.md",
            "pull/7/merge/a.md",
            "pull/7/head~1/a.md",
            "refs/remotes/x/y/a.md",
            "remotes/x/y/a.md",
            "refs/notes/commits/a.md",
            "FETCH_HEAD/a.md",
            "ORIG_HEAD/a.md",
            "v1-gdddd1/a.md",
            "release/v1-g1234567/a.md",
            "dddd/a.md",
            "deadbeef/a.md",
        ] {
            assert!(may_be_foreign(name), "{name}");
        }
        for name in [
            "main/a.md",
            "HEAD/a.md",
            "pull/fix/head/a.md",
            "pull/7/fix/a.md",
            "v1.0/a.md",
            "my-gems/a.md",
            "pkg@1.0.0/a.md",
            "main/beef/a.md",
        ] {
            assert!(!may_be_foreign(name), "{name}");
        }
    }

    #[test]
    fn an_expression_begins_the_link() {
        for name in ["@/a", "main~1/a", "main^/a", "main^{tree}/a", "main:a", "main@{1}/a"] {
            assert!(is_expression(name), "{name}");
        }
        for name in ["main/a~b", "main/a:b", "pkg@1.0.0/a", "@scope/pkg@1.0.0/a", "HEAD"] {
            assert!(!is_expression(name), "{name}");
        }
    }
}
