//! Evidence online: the binary against servers on loopback.

mod asking;
mod cache;
mod faults;
mod github;
mod links;
mod policy;
mod repository;
pub mod rules;
mod truth;
