//! `diff`.

use super::check::Color;
use crate::commands::diff::Format;
use clap::{Args, ValueEnum};

/// `diff`.
///
/// Its help is that of its arguments: clap shows the line of the command in place of what stands here.
#[derive(Args, Clone, Debug)]
#[command(
    after_long_help = "Ends with 0 whatever changed, with 3 where one of them cannot be read, and with 5 where one is refused."
)]
pub struct DiffArgs {
    /// The older declaration: a file, a revision (`v1`, `main`, a commit), or `REV:PATH`
    ///
    /// A revision is one of the repository around the current directory; without a path it is the
    /// declaration at a standard place there. What is a file and a revision, too, is refused:
    /// `./main` is the file, `refs/heads/main` the revision.
    #[arg(value_name = "OLD", verbatim_doc_comment)]
    pub old: String,
    /// The newer declaration, named in the same ways
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
