//! Commands: what each of them makes out of the rooms below, as pure functions where that can be.

pub mod explain;
pub mod generate;
pub mod init;
