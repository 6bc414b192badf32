//! One item of evidence.

use crate::read::Path;
use jiff::civil::Date;

/// An item of evidence.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Where it stands in the declaration.
    pub at: Path,
    /// Where the locator stands: the item itself where it is a plain string.
    pub locator_at: Path,
    /// Every locator that is written; one is right.
    pub locators: Vec<Locator>,
    /// Every check that is written; at most one is right.
    pub checks: Vec<Check>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: Option<String>,
    /// The commit at which a file is read.
    pub commit: Option<String>,
    /// The day that the evidence speaks of.
    pub as_of: Option<Date>,
    /// The parts that it supports.
    pub parts: Vec<String>,
    /// Free text.
    pub note: Option<String>,
}

/// Where the evidence is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Locator {
    /// A path in this repository, and its fragment without `#`.
    File {
        /// The path.
        path: String,
        /// What is behind `#`.
        fragment: Option<String>,
    },
    /// An address, as written.
    Url(String),
    /// The operator's word.
    Statement(String),
}

/// What must hold there.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// All of these texts stand there.
    Quote(Vec<String>),
    /// A value stands at a JSON pointer.
    Json {
        /// RFC 6901.
        at: String,
        /// The value.
        is: serde_json::Value,
    },
    /// A security.txt that is not expired.
    SecurityTxt,
}

impl Locator {
    /// A path with its fragment, as a declaration writes it.
    #[must_use]
    pub fn file(text: &str) -> Self {
        match text.split_once('#') {
            Some((path, fragment)) => {
                Self::File { path: path.to_owned(), fragment: Some(fragment.to_owned()) }
            }
            None => Self::File { path: text.to_owned(), fragment: None },
        }
    }

    /// An evidence string: with a scheme it is an address, else a path.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if has_scheme(text) { Self::Url(text.to_owned()) } else { Self::file(text) }
    }
}

/// Whether a text begins with a URL scheme. A single letter is a Windows drive, and so a path.
fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    })
}

impl Item {
    /// The locator, where there is exactly one.
    #[must_use]
    pub fn locator(&self) -> Option<&Locator> {
        match self.locators.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The check, where there is exactly one.
    #[must_use]
    pub fn check(&self) -> Option<&Check> {
        match self.checks.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The locator as reports name it.
    #[must_use]
    pub fn name(&self) -> String {
        match self.locator() {
            Some(Locator::File { path, fragment: Some(fragment) }) => format!("{path}#{fragment}"),
            Some(Locator::File { path, fragment: None }) => path.clone(),
            Some(Locator::Url(url)) => url.clone(),
            Some(Locator::Statement(_)) => "statement".to_owned(),
            None => String::new(),
        }
    }
}
