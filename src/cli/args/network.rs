//! How addresses are asked for: the same flags for every command that goes online.

use crate::links::address::HostPort;
use clap::Args;
use std::path::PathBuf;

/// Flags of commands that go online.
#[derive(Args, Clone, Debug)]
pub struct NetworkArgs {
    /// Allow evidence on this host inside a private network; repeatable
    #[arg(long, value_name = "HOST[:PORT]", help_heading = "Network")]
    pub allow_private: Vec<HostPort>,
    /// Keep answers of servers in this directory [default: the user's cache directory]
    ///
    /// Answers are taken from there for an hour, then their servers are asked whether they have changed.
    /// Answers of hosts that `--allow-private` opens are kept only where this flag is given.
    #[arg(long, verbatim_doc_comment, value_name = "DIR", help_heading = "Network")]
    pub cache_dir: Option<PathBuf>,
    /// Neither read nor keep answers of servers, with `--cache-dir` too
    #[arg(long, help_heading = "Network")]
    pub no_cache: bool,
}
