//! What the environment says about the network: where GitHub is, and the token.

use super::args::CheckArgs;
use crate::links::{HostPort, Policy, Servers};
use crate::online::github::{Access, Token};
use crate::online::limits::Limits;
use crate::online::watch::Watch;
use crate::online::{Online, Settings};
use anyhow::Context as _;
use std::env;
use url::Url;

/// What was seen.
#[derive(Clone, Debug)]
pub(super) struct Network {
    access: Access,
}

impl Network {
    /// Looks at the variables that GitHub's runners set; without them it is `github.com`.
    pub(super) fn look() -> anyhow::Result<Self> {
        let pages = address("GITHUB_SERVER_URL")?.unwrap_or(known("https://github.com")?);
        let rest = address("GITHUB_API_URL")?.unwrap_or(known("https://api.github.com")?);
        let graphql = match address("GITHUB_GRAPHQL_URL")? {
            Some(url) => url,
            None => graphql_beside(&rest)?,
        };
        let server = HostPort {
            host: pages.host_str().unwrap_or_default().trim_end_matches('.').to_owned(),
            port: pages.port_or_known_default(),
        };
        let mut tokens = ["GITHUB_TOKEN", "GH_TOKEN"].into_iter().filter_map(|name| env::var(name).ok());
        let token = tokens.find_map(|token| Token::new(&token));
        let own_repository = env::var("GITHUB_REPOSITORY").ok().filter(|name| !name.is_empty());
        Ok(Self { access: Access { server, pages, rest, graphql, token, own_repository } })
    }

    /// Which servers are GitHub's.
    pub(super) fn servers(&self) -> Servers {
        Servers { github: self.access.server.clone() }
    }

    /// The world outside.
    pub(super) fn online<'a>(
        &self,
        _arguments: &CheckArgs,
        policy: Policy,
        watch: &'a dyn Watch,
    ) -> Online<'a> {
        let settings =
            Settings { policy, github: self.access.clone(), cache: None, limits: Limits::default() };
        Online::new(settings, watch)
    }
}

/// An address from a variable; an empty one is none.
fn address(variable: &str) -> anyhow::Result<Option<Url>> {
    let Some(text) = env::var(variable).ok().filter(|text| !text.is_empty()) else { return Ok(None) };
    let url = Url::parse(&text).with_context(|| format!("{variable} is no address"))?;
    anyhow::ensure!(
        matches!(url.scheme(), "https" | "http") && url.has_host(),
        "{variable} is no address of a server"
    );
    Ok(Some(url))
}

fn known(text: &str) -> anyhow::Result<Url> {
    Ok(Url::parse(text)?)
}

/// `/api/v3` and `/api/graphql` on a GitHub Enterprise Server, `/graphql` on GitHub itself.
fn graphql_beside(rest: &Url) -> anyhow::Result<Url> {
    let text = rest.as_str().trim_end_matches('/');
    let text = text
        .strip_suffix("/api/v3")
        .map_or_else(|| format!("{text}/graphql"), |top| format!("{top}/api/graphql"));
    known(&text)
}
