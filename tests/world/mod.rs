//! Servers on loopback that stand for the world outside.

pub mod faults;
pub mod github;
pub mod site;
pub mod tls;
