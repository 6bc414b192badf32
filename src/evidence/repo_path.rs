//! A path that evidence may name: inside the repository on every file system, and never git's own files.

use crate::text::sanitize::is_unprintable;
use thiserror::Error;

/// The longest path, in bytes.
pub const MAX_PATH_BYTES: usize = 1024;

/// A path of plain names below the top of the repository, with `/` between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RepoPath(String);

/// Why a text is no such path.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PathError {
    /// Nothing at all.
    #[error("the path is empty")]
    Empty,
    /// More than [`MAX_PATH_BYTES`].
    #[error("the path is longer than {MAX_PATH_BYTES} bytes")]
    TooLong,
    /// An address.
    #[error("this is an address, not a path")]
    Address,
    /// `/etc`, `C:\`, `C:file`.
    #[error("the path is absolute")]
    Absolute,
    /// `~/file`, `~user/file`.
    #[error("the path begins with `~`, a home directory")]
    Home,
    /// `..`.
    #[error("the path has a `..` in it")]
    Parent,
    /// `.`, `a//b`, `a/`.
    #[error("the path has an empty or `.` component")]
    EmptyComponent,
    /// A separator on Windows, a letter elsewhere.
    #[error("the path has a backslash in it")]
    Backslash,
    /// A character that cannot stand in a name, or that nobody sees.
    #[error("the path has a character in it that nobody can see")]
    Unprintable,
    /// `a ` and `a.` name `a` on Windows.
    #[error("a component of the path ends with a blank or a dot")]
    TrailingBlankOrDot,
    /// `.git` in any of its spellings.
    #[error("the path leads into `.git`")]
    GitDirectory,
}

impl RepoPath {
    /// Takes a path as a declaration writes it, without its fragment.
    ///
    /// # Errors
    /// [`PathError`] names the first thing that makes it leave the tree, or mean different files on different systems.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        if text.is_empty() {
            return Err(PathError::Empty);
        }
        if text.len() > MAX_PATH_BYTES {
            return Err(PathError::TooLong);
        }
        if text.contains("://") {
            return Err(PathError::Address);
        }
        if text.starts_with('/') || has_drive(text) || text.starts_with("\\\\") {
            return Err(PathError::Absolute);
        }
        if text.starts_with('~') {
            return Err(PathError::Home);
        }
        if text.contains('\\') {
            return Err(PathError::Backslash);
        }
        text.split('/').try_for_each(component)?;
        Ok(Self(text.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its names, from the top.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }
}

fn has_drive(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

fn component(name: &str) -> Result<(), PathError> {
    if name == ".." {
        return Err(PathError::Parent);
    }
    if name.is_empty() || name == "." {
        return Err(PathError::EmptyComponent);
    }
    if is_git(name) {
        return Err(PathError::GitDirectory);
    }
    if name.chars().any(|c| c == '\n' || c == '\t' || is_unprintable(c)) {
        return Err(PathError::Unprintable);
    }
    if name.ends_with([' ', '.']) {
        return Err(PathError::TrailingBlankOrDot);
    }
    Ok(())
}

/// Whether a file system may take a name for `.git`: case, the short name of Windows, its streams (`.git::$DATA`), trailing
/// blanks and dots, and the invisible characters that HFS+ ignores.
fn is_git(name: &str) -> bool {
    let seen: String = name.chars().filter(|c| !is_unprintable(*c)).collect();
    let stem = seen.split(':').next().unwrap_or_default().trim_end_matches([' ', '.']);
    stem.eq_ignore_ascii_case(".git") || stem.eq_ignore_ascii_case("git~1")
}

#[cfg(test)]
mod tests {
    use super::{PathError, RepoPath};

    #[test]
    fn plain_names_are_paths() {
        for path in [
            "a",
            ".github/SECURITY.md",
            ".gitignore",
            "a/..b/c..d",
            "docs/ä ö.md",
            "-o",
            "--output=x",
            ":(top)a",
            "a~b",
        ] {
            assert_eq!(RepoPath::parse(path).unwrap().as_str(), path);
        }
    }

    #[test]
    fn everything_that_could_lead_elsewhere_is_refused() {
        use PathError as E;
        for (path, error) in [
            ("", E::Empty),
            ("/etc/passwd", E::Absolute),
            ("C:/x", E::Absolute),
            ("c:x", E::Absolute),
            ("\\\\host\\share", E::Absolute),
            ("~/x", E::Home),
            ("~root/x", E::Home),
            ("..", E::Parent),
            ("a/../../b", E::Parent),
            ("./a", E::EmptyComponent),
            ("a//b", E::EmptyComponent),
            ("docs/", E::EmptyComponent),
            ("a\\b", E::Backslash),
            ("a\0b", E::Unprintable),
            ("a\nb", E::Unprintable),
            ("a\u{202e}b", E::Unprintable),
            ("a /b", E::TrailingBlankOrDot),
            ("a./b", E::TrailingBlankOrDot),
            (".git/config", E::GitDirectory),
            ("sub/.GIT/config", E::GitDirectory),
            (".git./config", E::GitDirectory),
            (".git ", E::GitDirectory),
            (".git::$INDEX_ALLOCATION/config", E::GitDirectory),
            (".g\u{200c}it/config", E::GitDirectory),
            ("GIT~1/config", E::GitDirectory),
            ("https://example.org/", E::Address),
        ] {
            assert_eq!(RepoPath::parse(path), Err(error), "{path:?}");
        }
        assert_eq!(RepoPath::parse(&"a".repeat(1025)), Err(E::TooLong));
    }
}
