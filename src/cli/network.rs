//! What the environment says about the network: where GitHub is, the token, and where answers are kept.

mod cache_place;

use super::args::NetworkArgs;
use super::wrong_use;
use crate::action::runner::Get;
use crate::links::ip::is_loopback;
use crate::links::{Address, HostPort, Policy, Servers};
use crate::online::Settings;
use crate::online::cache::Cache;
use crate::online::github::{Access, Token};
use crate::online::limits::Limits;
use crate::text::passage::shorten;
use cache_place::{System, directory};
use std::env;
use std::path::Path;
use url::Url;

/// Where answers of servers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep<'a> {
    /// Nowhere.
    Nowhere,
    /// Where the system keeps caches of one user.
    AsUsual,
    /// In this directory.
    In(&'a Path),
}

/// Looks at the flags of a command, and at the variables that GitHub's runners set; without them it is `github.com`.
///
/// # Errors
/// Wrong use, with the name of the variable or the flag that cannot be used.
pub(super) fn flagged(arguments: &NetworkArgs, policy: Policy) -> anyhow::Result<Settings> {
    let keep = match &arguments.cache_dir {
        _ if arguments.no_cache => Keep::Nowhere,
        Some(named) => Keep::In(named),
        None => Keep::AsUsual,
    };
    settings(access(&variable)?, keep, policy)
}

/// How the network is asked.
///
/// # Errors
/// Wrong use, with the name of what cannot be used.
pub(super) fn settings(github: Access, keep: Keep<'_>, policy: Policy) -> anyhow::Result<Settings> {
    let cache = cache(keep, &policy, &github)?;
    Ok(Settings { policy, github, cache, limits: Limits::default() })
}

/// Which servers are GitHub's. A run that asks nobody takes no offence at a variable that cannot be used.
pub(super) fn servers() -> Servers {
    match address("GITHUB_SERVER_URL", &variable) {
        Ok(Some(url)) => Servers { github: host_port(&url) },
        Ok(None) | Err(_) => Servers::default(),
    }
}

/// The value of a variable of the environment; an empty one is none.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

/// How GitHub is reached.
///
/// # Errors
/// Wrong use, with the name of the variable that cannot be used.
pub(super) fn access(get: Get<'_>) -> anyhow::Result<Access> {
    let or = |url: Option<Url>, default: &str| url.map_or_else(|| Ok(Url::parse(default)?), anyhow::Ok);
    let pages = or(address("GITHUB_SERVER_URL", get)?, "https://github.com")?;
    let rest = or(address("GITHUB_API_URL", get)?, "https://api.github.com")?;
    let graphql = or(address("GITHUB_GRAPHQL_URL", get)?, &graphql_beside(&rest))?;
    let token = ["GITHUB_TOKEN", "GH_TOKEN"].into_iter().find_map(|name| Token::new(&get(name)?));
    let own_repository = get("GITHUB_REPOSITORY");
    Ok(Access { server: host_port(&pages), pages, rest, graphql, token, own_repository })
}

/// An address from a variable; an empty one is none. It is never shown: a password in it would be public.
fn address(name: &str, get: Get<'_>) -> anyhow::Result<Option<Url>> {
    let Some(text) = get(name) else { return Ok(None) };
    let address = match Address::parse(&text) {
        Ok(address) => address,
        Err(error) => return wrong_use(format!("{name} cannot be used: {error}")),
    };
    if address.url.query().is_some() || address.url.fragment().is_some() {
        return wrong_use(format!(
            "{name} cannot be used: it has a query or a fragment, where only a path may stand"
        ));
    }
    // The token goes there.
    if !address.is_https() && !is_loopback(&address.url) {
        return wrong_use(format!("{name} cannot be used: it is not `https:`"));
    }
    Ok(Some(address.url))
}

fn host_port(url: &Url) -> HostPort {
    HostPort {
        host: url.host_str().unwrap_or_default().trim_end_matches('.').to_owned(),
        port: url.port_or_known_default(),
    }
}

/// `/api/v3` and `/api/graphql` on a GitHub Enterprise Server, `/graphql` on GitHub itself.
fn graphql_beside(rest: &Url) -> String {
    let text = rest.as_str().trim_end_matches('/');
    match text.strip_suffix("/api/v3") {
        Some(top) => format!("{top}/api/graphql"),
        None => format!("{text}/graphql"),
    }
}

/// Where answers are kept. Those of hosts inside a private network stay there, unless a directory was named for them; those of
/// the API belong to whoever holds the token.
fn cache(keep: Keep<'_>, policy: &Policy, github: &Access) -> anyhow::Result<Option<Cache>> {
    if keep == Keep::Nowhere {
        return Ok(None);
    }
    let mut refused = vec![host_port(&github.rest), host_port(&github.graphql)];
    if let Keep::In(named) = keep {
        return match Cache::open(named, policy.clone(), refused) {
            Ok(cache) => Ok(Some(cache)),
            Err(error) => wrong_use(format!(
                "cannot use `{}` as the directory of the cache: {error}",
                shorten(&named.display().to_string())
            )),
        };
    }
    refused.extend(policy.allow_private.iter().cloned());
    let usual = directory(System::HERE, &|name| env::var_os(name));
    // Nobody asked for this one: where it cannot be had, the run does without.
    Ok(usual.and_then(|directory| Cache::open(&directory, policy.clone(), refused).ok()))
}

#[cfg(test)]
mod tests {
    use super::access;
    use crate::links::HostPort;

    fn with(variables: &'static [(&'static str, &'static str)]) -> Result<super::Access, String> {
        let get = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        access(&get).map_err(|error| error.to_string())
    }

    #[test]
    fn github_is_where_the_runner_says() {
        let known = with(&[]).unwrap();
        assert_eq!(known.server, HostPort { host: "github.com".into(), port: Some(443) });
        assert_eq!(known.graphql.as_str(), "https://api.github.com/graphql");
        let enterprise = with(&[
            ("GITHUB_SERVER_URL", "https://ghes.corp.example"),
            ("GITHUB_API_URL", "https://ghes.corp.example/api/v3"),
            ("GITHUB_TOKEN", "  "),
            ("GH_TOKEN", " secret\n"),
        ])
        .unwrap();
        assert_eq!(enterprise.graphql.as_str(), "https://ghes.corp.example/api/graphql");
        assert_eq!(enterprise.token.unwrap().secret(), "secret");
        let double = with(&[("GITHUB_API_URL", "http://127.0.0.1:8080")]).unwrap();
        assert_eq!(double.graphql.as_str(), "http://127.0.0.1:8080/graphql");
        assert_eq!(double.server.host, "github.com");
    }

    #[test]
    fn a_variable_that_cannot_be_used_is_named_and_not_shown() {
        for (name, value, why) in [
            ("GITHUB_API_URL", "nothing", "relative URL without a base"),
            ("GITHUB_API_URL", "ftp://api.example", "the scheme `ftp:`"),
            ("GITHUB_API_URL", "https://user:hunter2@api.example", "user name or password"),
            ("GITHUB_API_URL", "https://api.example/?key=hunter2", "a query"),
            ("GITHUB_API_URL", "http://api.example", "not `https:`"),
            ("GITHUB_GRAPHQL_URL", "http://localhost.evil.example/graphql", "not `https:`"),
            ("GITHUB_SERVER_URL", "https://", "empty host"),
        ] {
            let get = |asked: &str| (asked == name).then(|| value.to_owned());
            let error = access(&get).unwrap_err();
            let said = error.to_string();
            assert!(said.starts_with(&format!("{name} cannot be used: ")) && said.contains(why), "{said}");
            assert!(!said.contains("hunter2"), "{said}");
            assert!(error.is::<crate::cli::WrongUse>(), "{said}");
        }
        let get = |asked: &str| (asked == "GITHUB_API_URL").then(|| "http://api.localhost:80".to_owned());
        assert!(access(&get).is_ok());
    }
}
