//! `report`.

use super::network::NetworkArgs;
use super::value::{day, one_of};
use crate::commands::report::Output;
use clap::Args;
use jiff::civil::Date;
use std::path::PathBuf;

/// `report`.
///
/// Its help is that of its arguments: clap shows the line of the command in place of what stands here.
#[derive(Args, Clone, Debug)]
#[command(
    after_long_help = "It judges nothing: it ends with 0 whatever the answers are, and `check` judges. 2 is wrong use, 3 no declaration that can be read, 5 a run that could not be finished."
)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct ReportArgs {
    /// The repository [default: the top of the repository around the current directory]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,

    /// Look at files of the repository only
    #[arg(long, conflicts_with = "online")]
    pub offline: bool,
    /// Look at all evidence, addresses included: the default
    #[arg(long)]
    pub online: bool,
    /// Read this file instead of looking for the declaration
    #[arg(long, value_name = "PATH")]
    pub declaration: Option<PathBuf>,
    /// Show the levels under this catalogue, too; nothing rests on them
    #[arg(long, value_name = "FILE")]
    pub principles: Option<PathBuf>,
    /// Add what was gained and lost since this revision, or since the declaration in this file
    ///
    /// A name that is both is refused: `./main` is the file, `refs/heads/main` the revision.
    #[arg(long, value_name = "REV|FILE")]
    pub since: Option<String>,
    /// Take the report to be written on this day, for tests and reproducible reports
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,

    /// Write the report in this format, to FILE or to standard output; repeatable
    ///
    /// Formats: markdown, html (one page that needs nothing else), json (the report of `check --scope audit`).
    /// Without this flag and `--roadmap`, it is Markdown to standard output.
    #[arg(long, verbatim_doc_comment, value_name = "FORMAT[=FILE]", help_heading = "Output")]
    pub output: Vec<Output>,
    /// Write what is not met yet to this directory: a Markdown file for each gap, and an index
    ///
    /// Files that an earlier run wrote there are replaced, or taken away where the requirement is no gap any
    /// more. All others stay as they are; where one is in the way, nothing is written.
    #[arg(long, verbatim_doc_comment, value_name = "DIR", help_heading = "Output")]
    pub roadmap: Option<PathBuf>,
    /// Do not say what was written
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub quiet: bool,
    /// Say each request as it is answered
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,

    /// How addresses are asked for.
    #[command(flatten)]
    pub network: NetworkArgs,
}

impl ReportArgs {
    /// The report that standard output was asked for, if one was.
    ///
    /// # Errors
    /// What to do, where several reports were asked for there.
    pub fn standard_output(&self) -> Result<Option<&Output>, String> {
        one_of(self.output.iter().filter(|output| output.file.is_none()), |output| output.format.as_str())
    }
}
