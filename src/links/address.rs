//! Addresses in a declaration: what is wrong with one can be told without asking the network.

use super::ip::is_public;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;
use url::{Host, Url};

/// The longest address, in bytes.
pub const LONGEST: usize = 2048;

/// An address that names a host: `https:` or `http:`, no credentials.
#[derive(Clone, Debug)]
pub struct Address {
    /// The address, parsed.
    pub url: Url,
}

/// Why an address cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AddressError {
    /// It is no URL.
    #[error("{0}")]
    Malformed(String),
    /// `mailto:`.
    #[error("`mailto:` leads to a mailbox, not to a page")]
    Mailto,
    /// Some other scheme.
    #[error("the scheme `{0}:` is not `https:`")]
    Scheme(String),
    /// `user:password@`.
    #[error("it carries a user name or password")]
    Credentials,
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let malformed = |why: &str| Err(AddressError::Malformed(why.to_owned()));
        if text.len() > LONGEST {
            return malformed("it is longer than 2048 bytes");
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
            return malformed("it holds a blank or a backslash");
        }
        let url = Url::parse(text).map_err(|error| AddressError::Malformed(error.to_string()))?;
        match url.scheme() {
            "https" | "http" => {}
            "mailto" => return Err(AddressError::Mailto),
            other => return Err(AddressError::Scheme(other.to_owned())),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Credentials);
        }
        if url.host().is_none() {
            return malformed("it names no host");
        }
        // A browser mends both; a reader sees another address than the one that is opened.
        let Some(path) = path_as_written(text) else {
            return malformed("`//` and the host do not stand behind its scheme");
        };
        if has_dot_segment(path) {
            return malformed("its path holds `.` or `..`: write the path that is meant");
        }
        Ok(Self { url })
    }

    /// Whether it is encrypted.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Whether its host can only be one of a private network, as far as the name tells.
    #[must_use]
    pub fn is_private(&self) -> bool {
        match self.url.host() {
            Some(Host::Ipv4(address)) => !is_public(address.into()),
            Some(Host::Ipv6(address)) => !is_public(address.into()),
            Some(Host::Domain(name)) => is_private_name(name.trim_end_matches('.')),
            None => true,
        }
    }

    /// The host in ASCII, and the port.
    #[must_use]
    pub fn host_port(&self) -> HostPort {
        HostPort {
            host: self.url.host_str().unwrap_or_default().trim_end_matches('.').to_owned(),
            port: self.url.port_or_known_default(),
        }
    }
}

/// The path as it was written; `None` where exactly two `/` do not stand before the host.
fn path_as_written(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(':')?;
    let rest = rest.strip_prefix("//").filter(|rest| !rest.starts_with('/'))?;
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let rest = &rest[..end];
    Some(rest.find('/').map_or("", |start| &rest[start..]))
}

/// Whether a name in a path is `.` or `..`, also where it or the `/` around it are percent-encoded.
fn has_dot_segment(path: &str) -> bool {
    let path = path.to_ascii_lowercase().replace("%2e", ".").replace("%2f", "/").replace("%5c", "/");
    path.split('/').any(|segment| matches!(segment, "." | ".."))
}

fn is_private_name(name: &str) -> bool {
    // Reserved for private use, or never to be given to anybody; and what routers and companies call their own.
    const SUFFIXES: &[&str] = &[
        ".corp",
        ".home",
        ".home.arpa",
        ".internal",
        ".intranet",
        ".lan",
        ".local",
        ".localdomain",
        ".localhost",
        ".onion",
        ".private",
    ];
    let name = name.to_ascii_lowercase();
    name == "localhost" || !name.contains('.') || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}

/// A host, and a port where only that one is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostPort {
    /// The host in ASCII lower case.
    pub host: String,
    /// The port.
    pub port: Option<u16>,
}

impl HostPort {
    /// Whether an entry of `--allow-private` opens this host and port.
    #[must_use]
    pub fn allows(&self, other: &Self) -> bool {
        self.host == other.host && (self.port.is_none() || self.port == other.port)
    }
}

impl FromStr for HostPort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("`{text}` is no HOST or HOST:PORT");
        let url = Url::parse(&format!("https://{text}/")).map_err(|_| wrong())?;
        let only_host = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !only_host || !url.username().is_empty() || url.password().is_some() {
            return Err(wrong());
        }
        let host = url.host_str().ok_or_else(wrong)?.trim_end_matches('.').to_owned();
        // `url` drops the default port; here a port that is written means that port and no other.
        let behind = text.rsplit_once(']').map_or(text, |(_, behind)| behind);
        match behind.rsplit_once(':') {
            None => Ok(Self { host, port: None }),
            Some((_, "")) => Err(wrong()),
            Some(_) => Ok(Self { host, port: url.port_or_known_default() }),
        }
    }
}

impl fmt::Display for HostPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            Some(port) => write!(f, "{}:{port}", self.host),
            None => f.write_str(&self.host),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, AddressError, HostPort};

    #[test]
    fn every_spelling_of_a_private_host_is_seen() {
        for url in [
            "https://localhost/",
            "https://LOCALHOST./x",
            "https://a.localhost/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest",
            "https://168.63.129.16/",
            "https://10.1.2.3/",
            "https://intranet/",
            "https://wiki.corp.internal/",
            "https://0.0.0.0/",
            "https://printer.local/",
            "https://[64:ff9b::7f00:1]/",
            "https://１２７.0.0.1/",
            "https://100.100.100.200/",
        ] {
            assert!(Address::parse(url).unwrap().is_private(), "{url}");
        }
        for url in [
            "https://pypi.org/help/#a",
            "https://8.8.8.8/",
            "https://[2606:4700::1]/",
            "https://epi.example/",
        ] {
            assert!(!Address::parse(url).unwrap().is_private(), "{url}");
        }
    }

    #[test]
    fn other_schemes_and_credentials_are_told_apart() {
        assert_eq!(Address::parse("mailto:a@b.example").unwrap_err(), AddressError::Mailto);
        assert_eq!(
            Address::parse("javascript:alert(1)").unwrap_err(),
            AddressError::Scheme("javascript".into())
        );
        assert_eq!(Address::parse("https://u:p@h.example/").unwrap_err(), AddressError::Credentials);
        for broken in ["https://", "https://api[", "https://a b/", "https://a\\b/", "nothing", "https://%/"] {
            assert!(matches!(Address::parse(broken), Err(AddressError::Malformed(_))), "{broken}");
        }
    }

    #[test]
    fn what_is_opened_is_what_is_read() {
        for game in [
            "https://github.com/pypi/warehouse/../../evil/x",
            "https://github.com/pypi/warehouse/blob/main/%2e%2E/x",
            "https://github.com/pypi/./warehouse",
            "https://github.com/o/r/blob/main/..%2f..%2fx",
            "https://github.com/o/r/blob/main/..%5cx",
            "https://epi.example/.",
            "https:epi.example/",
            "https:/epi.example/",
            "https:///epi.example/",
        ] {
            assert!(matches!(Address::parse(game), Err(AddressError::Malformed(_))), "{game}");
        }
        for plain in [
            "https://epi.example",
            "https://epi.example?x=../..",
            "https://epi.example/a?x=/../#/../",
            "https://epi.example/...",
            "https://epi.example/.well-known/security.txt",
            "https://epi.example/a..b/%252e%252e/",
        ] {
            assert!(Address::parse(plain).is_ok(), "{plain}");
        }
    }

    #[test]
    fn a_private_host_is_opened_by_name_and_port() {
        let wanted = Address::parse("https://wiki.corp.internal:8443/x").unwrap().host_port();
        let open = |text: &str| text.parse::<HostPort>().unwrap().allows(&wanted);
        assert!(open("wiki.corp.internal") && open("WIKI.corp.internal:8443"));
        assert!(!open("wiki.corp.internal:443") && !open("other.internal"));
        assert!(!open("wiki.corp.internal:0443") && open("wiki.corp.internal:08443"));
        for wrong in ["a/b", "", ":80", "a:", "[::1]:", "a:x", "u@a", "a?b", "a#b", "::1", "a:65536"] {
            assert!(wrong.parse::<HostPort>().is_err(), "{wrong}");
        }
        let port = |text: &str| text.parse::<HostPort>().unwrap().port;
        assert_eq!((port("[::1]"), port("[::1]:443"), port("[::1]:80")), (None, Some(443), Some(80)));
        assert_eq!((port("a"), port("a:443"), port("a.localhost:8080")), (None, Some(443), Some(8080)));
    }
}
