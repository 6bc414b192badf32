//! Where the name of a branch ends and the path begins: a link does not say.

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

/// Whether a name can only be meant as a commit, unless a branch or tag has it.
pub(super) fn is_hash(reference: &str) -> bool {
    (7..=64).contains(&reference.len()) && reference.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a commit is named in full.
pub(super) fn is_whole_hash(reference: &str) -> bool {
    is_hash(reference) && matches!(reference.len(), 40 | 64)
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
    use super::{is_hash, is_name, splits};

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
        assert!(is_hash("deadbee") && is_hash(&"a".repeat(40)) && is_hash(&"A".repeat(64)));
        assert!(!is_hash("deadbe") && !is_hash("v1.0.0") && !is_hash(&"a".repeat(65)));
    }
}
