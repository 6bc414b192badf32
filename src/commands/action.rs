//! `action`: the check as a step of GitHub Actions. The verdict first, then what people read, then what goes to GitHub: whatever
//! fails later cannot take it back.

mod base;
mod files;
pub mod head;
mod told;

use super::badge::badge_of;
use super::check::{self, Checked, open};
use super::exit::Exit;
use super::output::{show, write_all, write_file};
use crate::action::mute::{Secret, muted};
use crate::action::{CheckedOut, Event, Runner, outputs, summary};
use crate::badge;
use crate::render::{Format, Style, github, render};
use crate::rules;
use std::io::Write;
use std::path::PathBuf;

pub use base::Against;
pub use told::{GitHub, failed};

/// Everything that a run is asked.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an input of the Action")]
pub struct Options<'a> {
    /// The check. Its reports go to files only, and its baseline is had from here.
    pub check: check::Options<'a>,
    /// What the runner says.
    pub runner: &'a Runner,
    /// What happened.
    pub event: &'a Event,
    /// What the tree is held against.
    pub against: Against,
    /// What is checked out.
    pub checked_out: CheckedOut,
    /// The checked tree, relative to the workspace: empty, or with `/` at its end.
    pub folder: String,
    /// The checked tree, relative to the top of its clone: empty, or with `/` at its end.
    pub inside: String,
    /// How the repository is reached.
    pub github: GitHub,
    /// Whether findings become annotations.
    pub annotations: bool,
    /// Whether the job gets a summary.
    pub summary: bool,
    /// Whether GitHub gets a check run with the annotations that the runner would drop.
    pub check_run: bool,
    /// Whether the pull request gets a comment.
    pub comment: bool,
    /// The branch that badge and report are published on.
    pub publish: Option<String>,
    /// Where the badge goes.
    pub badge: Option<PathBuf>,
    /// A word that nobody can guess.
    pub secret: Secret,
}

/// Runs the Action.
///
/// # Errors
/// Where the check cannot finish: the baseline cannot be had, the repository cannot be opened, something cannot be written.
pub fn run(options: &Options<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let tree = open(&options.check.root)?;
    let found = base::find(options, &tree)?;
    let checked = check::run(&options.check, found.base.as_ref(), &tree, err)?;
    let report = checked.report();
    if options.annotations {
        let elsewhere =
            if options.summary { "the summary of the job lists them" } else { "the log lists them" };
        let setting = github::Setting { folder: &options.folder, elsewhere };
        show(&github::annotations(&report, setting), out)?;
    }
    let human = render(Format::Human, &report, &rules::all(), options.check.style)?;
    show(&muted(&human, &options.secret), out)?;
    write_reports(options, &checked, out)?;
    hand_over(options, &checked, found.commit.as_deref())?;
    told::tell(options, &checked, out, err)?;
    Ok(checked.exit)
}

fn write_reports(options: &Options<'_>, checked: &Checked, out: &mut dyn Write) -> anyhow::Result<()> {
    let style = Style { colour: false, ..options.check.style };
    write_all(&options.check.outputs, true, &checked.report(), &rules::all(), style, out)?;
    if let Some(file) = &options.badge {
        let badge = badge_of(&checked.examination, badge::Style::Levels, None);
        write_file(file, badge::svg(&badge).as_bytes())?;
    }
    Ok(())
}

/// Gives the runner what later steps and the page of the job take from it.
fn hand_over(options: &Options<'_>, checked: &Checked, base: Option<&str>) -> anyhow::Result<()> {
    let report = checked.report();
    if let Some(file) = &options.runner.outputs {
        let mut values = outputs::of_report(&report, checked.exit.code());
        let of = |format| {
            let output = options.check.outputs.iter().find(|output| output.format == format);
            output.and_then(|output| output.file.as_ref())
        };
        let files =
            [("report", of(Format::Json)), ("sarif", of(Format::Sarif)), ("badge", options.badge.as_ref())];
        values.push(("baseline".to_owned(), base.unwrap_or_default().to_owned()));
        values.extend(files.map(|(name, file)| {
            (name.to_owned(), file.map(|file| file.display().to_string()).unwrap_or_default())
        }));
        files::append("GITHUB_OUTPUT", file, |is_open| outputs::commands(&values, &options.secret, is_open))?;
    }
    if let Some(file) = options.runner.summary.as_ref().filter(|_| options.summary) {
        let text = summary::summary(&report, checked.exit.code());
        files::append("GITHUB_STEP_SUMMARY", file, |_| text)?;
    }
    Ok(())
}
