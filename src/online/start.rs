//! Why no request can be made at all.

use std::io;
use thiserror::Error;

/// Why no request can be made at all.
#[derive(Debug, Error)]
pub enum StartError {
    /// The system gives no thread, no timer or no sockets.
    #[error("the system does not let a thread for the network start: {0}")]
    Thread(#[source] io::Error),
    /// An HTTP client cannot be made.
    #[error("no HTTP client could be made: {0}")]
    Client(String),
}
