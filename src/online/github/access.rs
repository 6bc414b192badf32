//! How GitHub is reached, and the token.

use crate::links::HostPort;
use std::fmt;
use url::Url;

/// How GitHub is reached.
#[derive(Clone, Debug)]
pub struct Access {
    /// The server whose API this is.
    pub server: HostPort,
    /// The server's pages.
    pub pages: Url,
    /// The REST API.
    pub rest: Url,
    /// The GraphQL API.
    pub graphql: Url,
    /// The token, if there is one.
    pub token: Option<Token>,
    /// `owner/name` of the repository that the run is for, where it is known.
    pub own_repository: Option<String>,
}

/// A token. It is shown nowhere.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A token; blanks around it are dropped, and an empty one is none.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The token itself: for the `Authorization` header only.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
