//! What an error of the HTTP client means.

use super::resolver::LookupError;
use crate::evidence::web::Reason;
use crate::links::Refusal;
use std::error::Error;
use std::io::{self, ErrorKind};

/// Why a request brought no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::online) struct Failure {
    /// In the words of an answer.
    pub reason: Reason,
    /// Whether no connection came about.
    pub is_connect: bool,
}

impl Failure {
    /// A failure with a connection that stood.
    pub(super) fn after_connect(reason: Reason) -> Self {
        Self { reason, is_connect: false }
    }
}

/// What an error of the client means.
pub(in crate::online) fn failure(error: &reqwest::Error) -> Failure {
    let is_connect = error.is_connect();
    let reason = if error.is_timeout() {
        Reason::TimedOut
    } else {
        told_by(error, is_connect).unwrap_or(if is_connect { Reason::NoConnection } else { Reason::Broken })
    };
    // A connection stands before TLS is spoken over it.
    let is_connect =
        is_connect && matches!(reason, Reason::NameNotResolved | Reason::NoConnection | Reason::TimedOut);
    Failure { reason, is_connect }
}

/// What the first error says that is known, of all that one was caused by.
fn told_by(error: &(dyn Error + 'static), is_connect: bool) -> Option<Reason> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(lookup) = error.downcast_ref::<LookupError>() {
            return Some(match lookup {
                LookupError::NoSuchName => Reason::NameNotResolved,
                LookupError::NotPublic => Reason::Refused(Refusal::PrivateAddress),
            });
        }
        if error.is::<rustls::Error>() {
            return Some(Reason::Tls);
        }
        if let Some(io) = error.downcast_ref::<io::Error>() {
            // What an `io::Error` wraps is not among its sources.
            let inner = io.get_ref().and_then(|inner| told_by(inner, is_connect));
            if let Some(reason) = inner.or_else(|| told_by_kind(io.kind(), is_connect)) {
                return Some(reason);
            }
        }
        next = error.source();
    }
    None
}

fn told_by_kind(kind: ErrorKind, is_connect: bool) -> Option<Reason> {
    match kind {
        // The connection stood, and the other side hung up before TLS did.
        ErrorKind::UnexpectedEof if is_connect => Some(Reason::Tls),
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable => Some(Reason::NoConnection),
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof => Some(Reason::Broken),
        ErrorKind::TimedOut => Some(Reason::TimedOut),
        _ => None,
    }
}
