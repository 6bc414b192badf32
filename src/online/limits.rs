//! Times and sizes of a run.

use std::time::Duration;

/// Times and sizes of a run.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Requests at once.
    pub requests: usize,
    /// Requests at once to one host.
    pub per_host: usize,
    /// Bytes of a body that are read.
    pub body: usize,
    /// Redirects that are followed.
    pub hops: usize,
    /// Until a connection stands.
    pub connect: Duration,
    /// One request, from the name to the last byte.
    pub request: Duration,
    /// The longest `Retry-After` that is waited for.
    pub retry_after: Duration,
    /// The whole run.
    pub run: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            requests: 64,
            per_host: 2,
            body: 4 * 1024 * 1024,
            hops: 5,
            connect: Duration::from_secs(5),
            request: Duration::from_secs(15),
            retry_after: Duration::from_secs(10),
            run: Duration::from_mins(2),
        }
    }
}
