//! What GitHub is told besides the log: a check run, a comment, the branch of badges. Each was asked for, none of them is the
//! verdict: where one cannot be written, that is a warning, and the run ends as it would have.

use super::{Options, files};
use crate::action::mute::Secret;
use crate::action::{Runner, check_run, outputs, publication, summary};
use crate::badge;
use crate::commands::badge::badge_of;
use crate::commands::check::Checked;
use crate::commands::exit::Exit;
use crate::commands::output;
use crate::findings::Severity;
use crate::online::repository::{ApiError, Repository};
use crate::render::github::remark;
use std::io::Write;

/// How the repository is reached.
#[derive(Debug)]
pub struct GitHub(pub anyhow::Result<Repository>);

impl GitHub {
    /// The repository.
    ///
    /// # Errors
    /// Why it cannot be reached at all.
    pub(super) fn repository(&self) -> anyhow::Result<&Repository> {
        self.0.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))
    }
}

/// Something that GitHub was not told, and why.
struct Untold {
    what: &'static str,
    why: anyhow::Error,
}

/// Tells GitHub what it is to be told.
pub(super) fn tell(
    options: &Options<'_>,
    checked: &Checked,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    let mut untold = Vec::new();
    let mut note = |what, done: anyhow::Result<()>| {
        untold.extend(done.err().map(|why| Untold { what, why }));
    };
    if options.check_run {
        note("no check run was made", tell_check_run(options, checked));
    }
    if options.comment {
        note("the pull request got no comment", tell_comment(options, checked));
    }
    if let Some(branch) = &options.publish {
        match publication::allowed(options.event, options.runner, &options.checked_out) {
            Ok(()) => note("badge and report were not published", publish(options, checked, branch)),
            // One workflow serves changes and the default branch: nothing is wrong.
            Err(why) => output::tell(err, &format!("badge and report are not published: {why}"))?,
        }
    }
    let mut remarks = String::new();
    for warning in warnings(&untold) {
        remark(&mut remarks, Severity::Warning, &warning);
    }
    output::show(&remarks, out)
}

/// A line for each, but one for all that the token may not do: it is one thing to mend.
fn warnings(untold: &[Untold]) -> Vec<String> {
    let needs = |it: &Untold| match it.why.downcast_ref() {
        Some(ApiError::ReadOnly { needs, .. }) => Some(*needs),
        _ => None,
    };
    let forbidden: Vec<(&str, String)> =
        untold.iter().filter_map(|it| Some((it.what, format!("`{}`", needs(it)?)))).collect();
    let others = untold.iter().filter(|it| forbidden.len() < 2 || needs(it).is_none());
    let mut warnings: Vec<String> = others.map(|it| format!("{}: {:#}", it.what, it.why)).collect();
    if forbidden.len() > 1 {
        let (what, permissions): (Vec<&str>, Vec<String>) = forbidden.into_iter().unzip();
        warnings.push(format!(
            "{}: the token may not. Add {} to `permissions` of the job. The token of a pull request from a fork is \
             read-only, whatever `permissions` says",
            what.join(", "),
            permissions.join(", ")
        ));
    }
    warnings
}

fn tell_check_run(options: &Options<'_>, checked: &Checked) -> anyhow::Result<()> {
    // Checks are shown at the head of a pull request, not at the merge commit that was looked at.
    let head = options.event.pull_request().map_or(options.runner.commit.as_str(), |it| it.head.as_str());
    let run =
        check_run::of(&checked.report(), head, checked.exit.code(), options.annotations, &options.folder);
    Ok(options.github.repository()?.report_check_run(&run)?)
}

fn tell_comment(options: &Options<'_>, checked: &Checked) -> anyhow::Result<()> {
    let Some(pull_request) = options.event.pull_request() else { return Ok(()) };
    let text = summary::comment(&checked.report(), checked.exit.code());
    options.github.repository()?.write_comment(pull_request.number, summary::COMMENT_MARK, &text)?;
    Ok(())
}

fn publish(options: &Options<'_>, checked: &Checked, branch: &str) -> anyhow::Result<()> {
    anyhow::ensure!(checked.is_finished, "the run was stopped");
    let badge = badge_of(&checked.examination, badge::Style::Levels, None);
    let files = publication::files(&checked.report(), &badge);
    options.github.repository()?.publish(branch, &files, &publication::message(options.runner))?;
    Ok(())
}

/// Says that a run came to nothing: an annotation, the outputs, the summary. Never a pass.
pub fn failed(runner: Option<&Runner>, exit: Exit, message: &str, secret: &Secret, out: &mut dyn Write) {
    let mut text = String::new();
    remark(&mut text, Severity::Error, message);
    // Nobody is left to tell when these cannot be written; the exit code still says it.
    let _ = output::show(&text, out);
    let Some(runner) = runner else { return };
    if let Some(file) = &runner.outputs {
        let values = [("exit-code".to_owned(), exit.code().to_string())];
        let _ = files::append("GITHUB_OUTPUT", file, |is_open| outputs::commands(&values, secret, is_open));
    }
    if let Some(file) = &runner.summary {
        let text = summary::failure(exit.code(), message);
        let _ = files::append("GITHUB_STEP_SUMMARY", file, |_| text);
    }
}
