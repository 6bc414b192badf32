//! Links: what an address in a declaration leads to, and whether it may be looked at, told from its words alone.
//!
//! Pure: nothing here knows the network. [`address`] reads an address, [`classify()`] says what kind of thing it names,
//! [`policy`] which of them are asked for at all.

pub mod address;
pub mod classify;
mod decode;
pub mod github;
pub mod host;
pub mod ip;
pub mod policy;
mod servers;
mod services;

pub use address::{Address, AddressError, HostPort};
pub use classify::{Link, classify};
pub use policy::{Policy, Refusal};
pub use servers::Servers;
pub use services::Wall;
