//! Ground floor: plain text and nothing else. Places in a text, names that are near each other, folding for
//! comparison, and the one function that makes untrusted text safe to print.

pub mod credentials;
pub mod fold;
pub mod hash;
pub mod nearest;
#[cfg(test)]
pub(crate) mod pace;
pub mod passage;
pub mod sanitize;
pub mod source;
pub mod span;
pub mod wrap;
