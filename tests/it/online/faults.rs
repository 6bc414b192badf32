//! Servers that break: every question gets a truthful answer in time, and none gets lost with another.

mod alone;
pub mod binary;
mod hosts;
mod run;
mod tls;
