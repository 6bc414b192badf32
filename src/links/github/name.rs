//! Names of repositories.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// `owner/name`, both as GitHub allows them. GitHub ignores case in both, so equality does, too.
#[derive(Clone, Debug)]
pub struct RepositoryName {
    /// The user or organisation, as it was written.
    pub owner: String,
    /// The repository, as it was written.
    pub name: String,
}

impl RepositoryName {
    /// A name, where GitHub allows it. `.git` at the end is dropped, as GitHub drops it.
    #[must_use]
    pub fn new(owner: &str, name: &str) -> Option<Self> {
        let name = name.strip_suffix(".git").unwrap_or(name);
        (is_owner(owner) && is_name(name)).then(|| Self { owner: owner.to_owned(), name: name.to_owned() })
    }

    fn folded(&self) -> (String, String) {
        (self.owner.to_ascii_lowercase(), self.name.to_ascii_lowercase())
    }
}

/// Letters, digits and single hyphens inside, 39 at most.
fn is_owner(text: &str) -> bool {
    let allowed = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let hyphens = text.starts_with('-') || text.ends_with('-') || text.contains("--");
    (1..=39).contains(&text.len()) && allowed && !hyphens
}

/// Letters, digits, `.`, `_` and `-`, 100 at most, and nothing that a path could take for something else.
fn is_name(text: &str) -> bool {
    let allowed = text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    (1..=100).contains(&text.len())
        && allowed
        && !matches!(text, "." | "..")
        && !text.to_ascii_lowercase().ends_with(".git")
}

impl FromStr for RepositoryName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('/').and_then(|(owner, name)| Self::new(owner, name));
        parts.ok_or_else(|| format!("`{text}` is no OWNER/NAME of a repository"))
    }
}

impl fmt::Display for RepositoryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.owner, self.name)
    }
}

impl PartialEq for RepositoryName {
    fn eq(&self, other: &Self) -> bool {
        self.owner.eq_ignore_ascii_case(&other.owner) && self.name.eq_ignore_ascii_case(&other.name)
    }
}

impl Eq for RepositoryName {}

impl PartialOrd for RepositoryName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RepositoryName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(&other.folded())
    }
}

impl Hash for RepositoryName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::RepositoryName;
    use std::collections::{BTreeSet, HashSet};

    #[test]
    fn names_are_what_github_allows() {
        for name in ["pypi/warehouse", "rust-lang/crates.io", "Homebrew/.github", "a/b_c", "o/r.git"] {
            assert!(name.parse::<RepositoryName>().is_ok(), "{name}");
        }
        let long = "a".repeat(40);
        for name in [
            "pypi",
            "/r",
            "o/",
            "-o/r",
            "o-/r",
            "o--o/r",
            "o.o/r",
            "o_o/r",
            "o/..",
            "o/.",
            "o/.git",
            "o/r.git.git",
            "o/r/x",
            "o/r ",
            "о/r",
            "o/r%2e",
            &format!("{long}/r"),
            &format!("o/{}", "r".repeat(101)),
        ] {
            assert!(name.parse::<RepositoryName>().is_err(), "{name}");
        }
        assert_eq!("o/r.git".parse::<RepositoryName>().unwrap().to_string(), "o/r");
    }

    #[test]
    fn case_is_shown_and_not_compared() {
        let one: RepositoryName = "Homebrew/Brew".parse().unwrap();
        let two: RepositoryName = "homebrew/brew".parse().unwrap();
        assert_eq!(one, two);
        assert_eq!(one.to_string(), "Homebrew/Brew");
        assert_eq!(HashSet::from([one.clone(), two.clone()]).len(), 1);
        assert_eq!(BTreeSet::from([one, two]).len(), 1);
    }
}
