//! `badge`.

use super::value::day;
use crate::badge::{Style, check_link};
use clap::{ArgGroup, Args, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// `badge`.
///
/// The badge shows the declared levels, which rest on the answers alone: it is the same on every machine.
#[derive(Args, Clone, Debug)]
#[command(group(ArgGroup::new("files").args(["svg", "endpoint"]).required(true).multiple(true)))]
pub struct BadgeArgs {
    /// The repository [default: the top of the repository around the current directory]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Write the badge to this file as SVG
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the badge to this file as JSON for the endpoint badge of shields.io
    #[arg(long, value_name = "FILE")]
    pub endpoint: Option<PathBuf>,
    /// What is shown of each track
    #[arg(long, value_enum, default_value_t)]
    pub style: BadgeStyle,
    /// Show one track only: a badge for each track, instead of one for all [possible values: the ids of the tracks]
    #[arg(long, value_name = "ID")]
    pub track: Option<String>,
    /// Print the Markdown that shows the SVG at the top of the repository, with the levels in words, ready to paste. The SVG must
    /// lie inside the repository
    #[arg(long, requires = "svg", conflicts_with = "check")]
    pub markdown: bool,
    /// Where that Markdown leads: an `https:` address, or a path inside the repository from its top, such as that of a report
    /// [default: the declaration]
    #[arg(long, value_name = "TARGET", requires = "markdown", value_parser = link)]
    pub link: Option<String>,
    /// Write nothing; fail where a file is missing or is not what would be written
    #[arg(long)]
    pub check: bool,
    /// Read this file instead of looking for the declaration
    #[arg(long, value_name = "PATH")]
    pub declaration: Option<PathBuf>,
    /// Take the badge to be written on this day, for tests and reproducible badges
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// Where a badge may lead.
fn link(text: &str) -> Result<String, String> {
    check_link(text).map(|()| text.to_owned()).map_err(|error| {
        format!(
            "{error}; an `https:` address is wanted, or a path inside the repository, relative to its top"
        )
    })
}

/// `--style`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum BadgeStyle {
    /// The level, or how many requirements are missing to level 1
    #[default]
    Levels,
    /// How many requirements are met, of those that apply
    Counts,
}

impl From<BadgeStyle> for Style {
    fn from(style: BadgeStyle) -> Self {
        match style {
            BadgeStyle::Levels => Self::Levels,
            BadgeStyle::Counts => Self::Counts,
        }
    }
}
