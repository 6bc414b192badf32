//! `diff`.

use super::check::Color;
use crate::commands::diff::Format;
use clap::{Args, ValueEnum};

/// `diff`.
///
/// OLD and NEW are files, or `REV:` for the declaration at a revision of the repository around the
/// current directory, or `REV:PATH` for another file there. Ends with 0 whatever changed, with 3 where
/// one of them cannot be read, and with 5 where one is the name of a file and of a revision, too:
/// `./main:` is the file, `refs/heads/main:` the revision.
#[derive(Args, Clone, Debug)]
#[command(verbatim_doc_comment)]
pub struct DiffArgs {
    /// The older declaration
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The newer declaration
    #[arg(value_name = "NEW")]
    pub new: String,
    /// How to write what changed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub output: DiffFormat,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub color: Color,
}

/// `--output`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    #[default]
    Human,
    /// For comments and wikis
    Markdown,
    /// For programs
    Json,
}

impl From<DiffFormat> for Format {
    fn from(format: DiffFormat) -> Self {
        match format {
            DiffFormat::Human => Self::Human,
            DiffFormat::Markdown => Self::Markdown,
            DiffFormat::Json => Self::Json,
        }
    }
}
