//! Which servers are GitHub's.

use super::address::HostPort;

/// The GitHub server whose API can be asked, besides which `github.com` is always known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Servers {
    /// Host and port of the server, `github.com` unless a run is configured otherwise.
    pub github: HostPort,
}

impl Default for Servers {
    fn default() -> Self {
        Self { github: HostPort { host: "github.com".to_owned(), port: Some(443) } }
    }
}
