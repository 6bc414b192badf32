//! Which addresses are asked for at all, as far as their words tell. The connection is held to the same table again.

use super::address::{Address, HostPort};
use thiserror::Error;

/// What may be asked for.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Hosts inside a company's network that are opened.
    pub allow_private: Vec<HostPort>,
}

/// Why an address is not asked for.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// A host that is not of the public internet.
    #[error("it is no host of the public internet")]
    PrivateHost,
    /// A port that web pages are not on.
    #[error("port {0} is not the one of its scheme")]
    Port(u16),
}

impl Policy {
    /// Whether an address may be asked for.
    ///
    /// # Errors
    /// [`Refusal`] says why not.
    pub fn permit(&self, address: &Address) -> Result<(), Refusal> {
        if self.opens(&address.host_port()) {
            return Ok(());
        }
        if address.is_private() {
            return Err(Refusal::PrivateHost);
        }
        // `url` drops the port that belongs to the scheme.
        address.url.port().map_or(Ok(()), |port| Err(Refusal::Port(port)))
    }

    /// Whether a host and port was opened by name.
    #[must_use]
    pub fn opens(&self, host: &HostPort) -> bool {
        self.allow_private.iter().any(|entry| entry.allows(host))
    }
}
