//! Where a badge may lead.

use super::readme::file;
use crate::links::{Address, AddressError};
use thiserror::Error;

/// Why a badge cannot lead there.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LinkError {
    /// It is empty, or only blanks.
    #[error("it is empty")]
    Empty,
    /// An address that is not `https:`.
    #[error("it is no `https:` address: {0}")]
    Address(AddressError),
    /// A path out of the repository, or a place in a page.
    #[error("it names no file of the repository")]
    Outside,
    /// Blanks at its ends, line ends and the like.
    #[error("it has blanks at its ends, or characters that nobody sees")]
    Characters,
}

/// Whether a badge may lead there: to an `https:` address without credentials, or to a file of the repository, relative to its top.
///
/// # Errors
/// [`LinkError`] says what is wrong with it.
pub fn check_link(text: &str) -> Result<(), LinkError> {
    if text.trim().is_empty() {
        return Err(LinkError::Empty);
    }
    if text != text.trim()
        || text.chars().any(crate::text::sanitize::is_unprintable)
        || text.contains(['\n', '\t'])
    {
        return Err(LinkError::Characters);
    }
    if file(text, "").is_some() {
        return Ok(());
    }
    match Address::parse(text) {
        Ok(address) if address.is_https() => Ok(()),
        Ok(address) => Err(LinkError::Address(AddressError::Scheme(address.url.scheme().to_owned()))),
        // What has no scheme was meant as a path.
        Err(AddressError::Malformed(_)) if !text.contains("://") => Err(LinkError::Outside),
        Err(error) => Err(LinkError::Address(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::check_link;

    #[test]
    fn only_https_and_files_of_the_repository_are_led_to() {
        for good in [
            "https://e.example/report?a=1&b=2#c",
            "docs/report.html",
            "./docs/report.html#mfa",
            "/docs/a b.md",
            "docs/../r.md",
            "javascript&colon;alert(1)",
        ] {
            assert_eq!(check_link(good), Ok(()), "{good}");
        }
        for (bad, why) in [
            ("", "it is empty"),
            ("  ", "it is empty"),
            ("javascript:alert(1)", "it is no `https:` address: the scheme `javascript:` is not `https:`"),
            ("JavaScript:alert(1)", "it is no `https:` address: the scheme `javascript:` is not `https:`"),
            ("javascript%3Aalert(1)", "it names no file of the repository"),
            ("data:text/html,x", "it is no `https:` address: the scheme `data:` is not `https:`"),
            ("http://e.example/", "it is no `https:` address: the scheme `http:` is not `https:`"),
            ("mailto:a@e.example", "it is no `https:` address: `mailto:` leads to a mailbox, not to a page"),
            ("https://u:p@e.example/", "it is no `https:` address: it carries a user name or password"),
            ("//e.example/", "it names no file of the repository"),
            ("../x.md", "it names no file of the repository"),
            ("#a", "it names no file of the repository"),
            ("/", "it names no file of the repository"),
            (" https://e.example/", "it has blanks at its ends, or characters that nobody sees"),
            ("a\u{202e}b", "it has blanks at its ends, or characters that nobody sees"),
            ("java\nscript:x", "it has blanks at its ends, or characters that nobody sees"),
        ] {
            assert_eq!(check_link(bad).unwrap_err().to_string(), why, "{bad}");
        }
    }
}
