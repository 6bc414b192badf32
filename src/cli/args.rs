//! The commands and their flags. Help, completions and the manual page are all written from here.

mod badge;
mod check;
mod diff;
mod init;
mod network;
mod report;
mod value;

pub use badge::{BadgeArgs, BadgeStyle};
pub use check::{CheckArgs, Color, FailOnArg, ScopeArg};
pub use diff::{DiffArgs, DiffFormat};
pub use init::InitArgs;
pub use network::NetworkArgs;
pub use report::ReportArgs;
pub use value::day;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// The exit codes, the same for every format.
const EXIT_CODES: &str = "Exit codes:
  0  no finding at or above --fail-on
  1  findings at or above it
  2  wrong use: flags, unreadable catalogue
  3  no declaration, more than one, or it could not be read as YAML
  4  a regression against the baseline
  5  could not finish";

/// Checks how a package registry says it meets the Principles for Package Repository Security.
///
/// A registry keeps a `.package-repo-security.yml` that answers each requirement of the framework
/// and points to the evidence. This program reads it, looks at the evidence, and computes the level
/// of each track.
#[derive(Clone, Debug, Parser)]
#[command(name = "package-repo-security", version, verbatim_doc_comment)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Check a declaration and its evidence, and show the levels
    #[command(after_help = EXIT_CODES)]
    Check(Box<CheckArgs>),
    /// Write a commented declaration to start from
    Init(InitArgs),
    /// Explain a requirement or a rule; without an id, list all of them
    Explain(ExplainArgs),
    /// Write the badge, as SVG or as JSON for shields.io
    Badge(BadgeArgs),
    /// Write the scorecard and the roadmap, as Markdown, as one page of HTML, or as JSON
    Report(Box<ReportArgs>),
    /// Show what changed between two declarations: levels, answers, evidence
    Diff(DiffArgs),
    /// Print a JSON Schema (draft 2020-12)
    Schema(SchemaArgs),
    /// Print the completion script of a shell
    Completions(CompletionsArgs),
    /// Print the manual page, in roff
    Man,
    /// Run as a step of GitHub Actions: reads `INPUT_*` and `GITHUB_*`
    #[command(hide = true)]
    Action,
}

/// `explain`.
#[derive(Args, Clone, Debug)]
pub struct ExplainArgs {
    /// Ids of requirements or rules, such as `mfa`
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
}

/// `schema`.
#[derive(Args, Clone, Debug)]
pub struct SchemaArgs {
    /// What the schema is about
    #[arg(value_enum, default_value_t)]
    pub about: SchemaKind,
}

/// What there are schemas of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// `.package-repo-security.yml`
    #[default]
    Declaration,
    /// The JSON report of `check --output json`
    Report,
    /// A file for `check --principles`
    Catalogue,
}

/// `completions`.
#[derive(Args, Clone, Copy, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[cfg(test)]
#[path = "args/tests.rs"]
mod tests;
