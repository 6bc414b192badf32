//! `check`.

use super::network::NetworkArgs;
use super::value::{day, one_of};
use crate::commands::output::Output;
use crate::findings::{FailOn, Scope};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// `check`.
#[derive(Args, Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct CheckArgs {
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
    /// Show the levels under this catalogue, too; nothing is gated on them
    #[arg(long, value_name = "FILE")]
    pub principles: Option<PathBuf>,

    /// Compare with this older declaration
    #[arg(long, value_name = "FILE", conflicts_with = "baseline_ref", help_heading = "Baseline")]
    pub baseline: Option<PathBuf>,
    /// Compare with the declaration at this revision
    #[arg(long, value_name = "REV", help_heading = "Baseline")]
    pub baseline_ref: Option<String>,

    /// Write a report in this format, to FILE or to standard output; repeatable
    ///
    /// Formats: human, short, json, jsonl, sarif, github, gitlab, junit, markdown;
    /// exports for other tools: gemara, gemara-catalog, in-toto, oscal, cyclonedx.
    /// One report at most goes to standard output; where only files were asked for, `human` goes there.
    #[arg(long, verbatim_doc_comment, value_name = "FORMAT[=FILE]", help_heading = "Output")]
    pub output: Vec<Output>,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN", help_heading = "Output")]
    pub color: Color,
    /// Print no report to standard output unless one was asked for
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub quiet: bool,
    /// Say more: each request as it is answered, and what was looked for in every item of evidence
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,

    /// Who is asked [default: change with a baseline, else audit]
    #[arg(long, value_enum, help_heading = "Verdict")]
    pub scope: Option<ScopeArg>,
    /// The severity from which on findings fail the check
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY", help_heading = "Verdict")]
    pub fail_on: FailOnArg,
    /// Take warnings and evidence that cannot be reached for errors
    #[arg(long, help_heading = "Verdict")]
    pub strict: bool,
    /// Mend what can be mended safely; comments and layout stay
    #[arg(long)]
    pub fix: bool,
    /// Take the check to happen on this day, for tests and reproducible reports
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,

    /// How addresses are asked for.
    #[command(flatten)]
    pub network: NetworkArgs,
}

impl CheckArgs {
    /// The report that standard output was asked for, if one was.
    ///
    /// # Errors
    /// What to do, where several reports were asked for there.
    pub fn standard_output(&self) -> Result<Option<&Output>, String> {
        one_of(self.output.iter().filter(|output| output.file.is_none()), |output| output.format.as_str())
    }
}

/// `--scope`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScopeArg {
    /// A pull request: the author answers for the change
    Change,
    /// A schedule, or a person at a terminal: the declaration answers for itself
    Audit,
}

impl From<ScopeArg> for Scope {
    fn from(scope: ScopeArg) -> Self {
        match scope {
            ScopeArg::Change => Self::Change,
            ScopeArg::Audit => Self::Audit,
        }
    }
}

/// `--fail-on`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOnArg {
    /// Errors fail the check
    #[default]
    Error,
    /// Errors and warnings fail the check
    Warning,
    /// No finding does; a declaration that cannot be read, and a regression, still do
    Never,
}

impl From<FailOnArg> for FailOn {
    fn from(fail_on: FailOnArg) -> Self {
        match fail_on {
            FailOnArg::Error => Self::Error,
            FailOnArg::Warning => Self::Warning,
            FailOnArg::Never => Self::Never,
        }
    }
}

/// `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// At a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}
