//! What `init` needs to know, and what of it is refused. The same functions judge flags and what is typed.

use super::quote::quoted;
use crate::declaration::words::PACKAGES;
use crate::read::read;
use crate::text::nearest::nearest;
use url::Url;

/// What a declaration begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Whether the registry has user accounts.
    pub user_accounts: bool,
    /// What it serves: words of [`PACKAGES`].
    pub packages: Vec<String>,
    /// Its name; `None` leaves a placeholder.
    pub name: Option<String>,
    /// Its home page; `None` leaves a placeholder.
    pub url: Option<String>,
}

/// What flags have said already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartialAnswers {
    /// Whether the registry has user accounts.
    pub user_accounts: Option<bool>,
    /// What it serves.
    pub packages: Option<Vec<String>>,
    /// Its name.
    pub name: Option<String>,
    /// Its home page.
    pub url: Option<String>,
}

impl PartialAnswers {
    /// The answers, where nobody can be asked: name and home page may be left open, the two questions that decide which
    /// tracks apply may not.
    ///
    /// # Errors
    /// The flags that are missing.
    pub fn complete(self) -> Result<Answers, Vec<&'static str>> {
        let (name, url) = (self.name, self.url);
        match (self.user_accounts, self.packages) {
            (Some(user_accounts), Some(packages)) => Ok(Answers { user_accounts, packages, name, url }),
            (accounts, packages) => {
                let missing = [("--user-accounts", accounts.is_none()), ("--packages", packages.is_none())];
                Err(missing.into_iter().filter(|(_, missing)| *missing).map(|(flag, _)| flag).collect())
            }
        }
    }
}

/// A registry's name: one line of text that the reader takes.
///
/// # Errors
/// What is wrong with it.
pub fn registry_name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("the name is empty".to_owned());
    }
    plain(text)?;
    Ok(text.to_owned())
}

/// A registry's home page: an `https:` address.
///
/// # Errors
/// What is wrong with it.
pub fn home_page(text: &str) -> Result<String, String> {
    let text = text.trim();
    plain(text)?;
    if text.contains(char::is_whitespace) {
        return Err("an address has no blanks".to_owned());
    }
    let url = Url::parse(text).map_err(|error| format!("this is no address: {error}"))?;
    if url.scheme() != "https" {
        return Err("the address has to begin with `https://`".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the address must not carry a user name or password".to_owned());
    }
    Ok(text.to_owned())
}

/// Kinds of package, separated by commas or blanks; each once, in the order of the format.
///
/// # Errors
/// The word that is none, and those that there are.
pub fn package_kinds(text: &str) -> Result<Vec<String>, String> {
    let words: Vec<&str> =
        text.split([',', ' ', '\t', '[', ']']).map(str::trim).filter(|word| !word.is_empty()).collect();
    if let Some(unknown) = words.iter().find(|word| !PACKAGES.contains(word)) {
        let meant = nearest(unknown, PACKAGES.iter().copied())
            .map_or(String::new(), |near| format!(", perhaps `{near}`"));
        let unknown = crate::text::sanitize::line(unknown);
        return Err(format!("`{unknown}` is none of {}{meant}", PACKAGES.join(", ")));
    }
    if words.is_empty() {
        return Err(format!("one or more of {}", PACKAGES.join(", ")));
    }
    Ok(PACKAGES.iter().filter(|kind| words.contains(kind)).map(|kind| (*kind).to_owned()).collect())
}

/// Refuses what the reader would refuse in the finished file.
fn plain(text: &str) -> Result<(), String> {
    let yaml = quoted(text);
    let taken = read("", yaml.as_bytes()).is_ok_and(|reading| reading.refusals.is_empty());
    if taken && !text.contains(['\n', '\r', '\t']) {
        Ok(())
    } else {
        Err("it holds control characters, or others that nobody can see; type it anew".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{PartialAnswers, home_page, package_kinds, registry_name};

    #[test]
    fn names_are_one_visible_line() {
        assert_eq!(registry_name("  Example \"Index\": # 1 \n"), Ok("Example \"Index\": # 1".to_owned()));
        for hostile in ["", "  ", "a\nb", "a\u{202e}b", "a\u{1b}[2J", "a\u{200b}b", "a\rb", "a\u{fe0f}"] {
            assert!(registry_name(hostile).is_err(), "{hostile:?}");
        }
    }

    #[test]
    fn home_pages_are_https_addresses() {
        assert_eq!(home_page(" https://épi.example/ü?a#b "), Ok("https://épi.example/ü?a#b".to_owned()));
        for wrong in [
            "",
            "example.org",
            "http://example.org/",
            "javascript:alert(1)",
            "https://",
            "https://a b/",
            "https://u:p@example.org/",
            "https://exa\nmple.org/",
            "https://a.example/\u{202e}",
        ] {
            assert!(home_page(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn kinds_of_package_are_those_of_the_format() {
        assert_eq!(
            package_kinds("source-only, accepts-built,accepts-built"),
            Ok(vec!["accepts-built".to_owned(), "source-only".to_owned()])
        );
        let error = package_kinds("acepts-built").unwrap_err();
        assert!(error.contains("perhaps `accepts-built`"), "{error}");
        assert!(package_kinds(" , ").is_err());
        assert!(!package_kinds("\u{1b}[2J").unwrap_err().contains('\u{1b}'));
    }

    #[test]
    fn without_a_person_the_two_questions_need_their_flags() {
        let packages = Some(vec!["source-only".to_owned()]);
        let given = PartialAnswers { packages, ..PartialAnswers::default() };
        assert_eq!(given.clone().complete(), Err(vec!["--user-accounts"]));
        assert!(PartialAnswers { user_accounts: Some(false), ..given }.complete().unwrap().name.is_none());
    }
}
