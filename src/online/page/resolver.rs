//! Names of hosts: the addresses that come out are the ones that are connected to, so that a name cannot be judged by one
//! address and reached at another.

use crate::links::ip::is_public;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use thiserror::Error;
use tokio::sync::OnceCell;

/// Addresses, when they are there.
pub type Looking = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// Where names are looked up.
pub trait Lookup: Send + Sync {
    /// All addresses of a name.
    fn lookup(&self, name: &str) -> Looking;
}

/// The resolver of the system, with whatever it is configured to.
#[derive(Clone, Copy, Debug)]
pub struct System;

impl Lookup for System {
    fn lookup(&self, name: &str) -> Looking {
        let name = name.to_owned();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}

/// Why a name leads nowhere.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(super) enum LookupError {
    /// It has no address.
    #[error("the name has no address")]
    NoSuchName,
    /// One of its addresses is not of the public internet.
    #[error("the name leads into a private network")]
    NotPublic,
}

/// What a name led to, once for the whole run.
type Known = Arc<OnceCell<Result<Vec<IpAddr>, LookupError>>>;

/// Names that were looked up in this run.
#[derive(Clone)]
pub(super) struct Names {
    lookup: Arc<dyn Lookup>,
    known: Arc<Mutex<HashMap<String, Known>>>,
}

impl Names {
    pub(super) fn new(lookup: Arc<dyn Lookup>) -> Self {
        Self { lookup, known: Arc::default() }
    }

    async fn addresses(&self, name: String) -> Result<Vec<IpAddr>, LookupError> {
        if is_localhost(&name) {
            return Ok(vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()]);
        }
        let known = {
            let mut names = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            names.entry(name.clone()).or_default().clone()
        };
        let found = known.get_or_init(|| async {
            match self.lookup.lookup(&name).await {
                Ok(found) if !found.is_empty() => Ok(found),
                _ => Err(LookupError::NoSuchName),
            }
        });
        found.await.clone()
    }
}

/// RFC 6761, 6.3: these names are always this machine, whatever a resolver says.
fn is_localhost(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// The resolver of one client.
pub(super) struct Guarded {
    /// The names, shared between clients.
    pub names: Names,
    /// Whether private addresses pass: only for hosts that somebody opened by name.
    pub opened: bool,
}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let (names, opened) = (self.names.clone(), self.opened);
        Box::pin(async move {
            let found = names.addresses(name.as_str().to_owned()).await?;
            // One private address among public ones is enough: which of them is connected to is the network's choice.
            if !opened && !found.iter().copied().all(is_public) {
                return Err(LookupError::NotPublic.into());
            }
            let addresses: Addrs = Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0)));
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Guarded, Looking, Lookup, Names};
    use reqwest::dns::Resolve;
    use std::io;
    use std::net::{IpAddr, SocketAddr};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    struct Fixed(Vec<IpAddr>, AtomicUsize);

    impl Lookup for Fixed {
        fn lookup(&self, name: &str) -> Looking {
            self.1.fetch_add(1, Ordering::Relaxed);
            let found = if name == "absent.example" {
                Err(io::ErrorKind::NotFound.into())
            } else {
                Ok(self.0.clone())
            };
            Box::pin(std::future::ready(found))
        }
    }

    fn names(addresses: &[&str]) -> (Names, Arc<Fixed>) {
        let addresses = addresses.iter().map(|text| text.parse().unwrap()).collect();
        let fixed = Arc::new(Fixed(addresses, AtomicUsize::new(0)));
        (Names::new(fixed.clone()), fixed)
    }

    async fn resolve(names: &Names, opened: bool, name: &str) -> Result<Vec<SocketAddr>, String> {
        let guarded = Guarded { names: names.clone(), opened };
        let found = guarded.resolve(name.parse().unwrap()).await;
        found.map(Iterator::collect).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn one_private_address_closes_a_name_until_it_is_opened() {
        let (mixed, _) = names(&["93.184.216.34", "10.0.0.1"]);
        assert!(resolve(&mixed, false, "a.example").await.unwrap_err().contains("private network"));
        assert_eq!(resolve(&mixed, true, "a.example").await.unwrap().len(), 2);
        let (public, _) = names(&["93.184.216.34", "2606:4700::1"]);
        assert_eq!(resolve(&public, false, "a.example").await.unwrap().len(), 2);
    }

    #[tokio::test]
    async fn this_machine_is_never_looked_up() {
        let (public, fixed) = names(&["93.184.216.34"]);
        for name in ["localhost", "LOCALHOST.", "a.b.localhost"] {
            assert!(resolve(&public, false, name).await.is_err(), "{name}");
            let found = resolve(&public, true, name).await.unwrap();
            assert!(found.iter().all(|address| address.ip().is_loopback()), "{name}");
        }
        assert_eq!(fixed.1.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn a_name_is_looked_up_once_also_when_there_is_none() {
        let (public, fixed) = names(&["93.184.216.34"]);
        for name in ["a.example", "a.example", "absent.example", "absent.example"] {
            let _ = resolve(&public, false, name).await;
        }
        assert_eq!(fixed.1.load(Ordering::Relaxed), 2);
        assert!(resolve(&public, true, "absent.example").await.unwrap_err().contains("no address"));
        let (none, _) = names(&[]);
        assert!(resolve(&none, true, "a.example").await.is_err());
    }
}
