//! `check`: the main job.

use super::baseline::{self, Wanted};
use super::discover::{self, Found, Unavailable};
use super::examine::{Conditions, Examination, examine};
use super::exit::Exit;
use super::mend;
use super::output::{Output, tell, write_all};
use crate::evidence::Sources;
use crate::evidence::web::Web;
use crate::evidence::worktree::WorkTree;
use crate::findings::FailOn;
use crate::gate::Base;
use crate::online::Online;
use crate::render::{Report, Style};
use crate::rules;
use crate::text::sanitize;
use anyhow::Context as _;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Everything that a check is asked.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options<'a> {
    /// The top of the repository.
    pub root: PathBuf,
    /// The declaration, where it is not at a standard place.
    pub declaration: Option<PathBuf>,
    /// What the result depends on.
    pub conditions: Conditions<'a>,
    /// From which severity on findings fail.
    pub fail_on: FailOn,
    /// Whether to mend what is safe to mend.
    pub fix: bool,
    /// The baseline that was asked for.
    pub baseline: Option<Wanted>,
    /// The world outside, where addresses are to be looked at, and whether that was cut short.
    pub online: Option<Online<'a>>,
    /// Where the report goes.
    pub outputs: Vec<Output>,
    /// Print nothing.
    pub quiet: bool,
    /// Tell every step.
    pub verbose: bool,
    /// How people are shown things.
    pub style: Style,
}

/// Checks a declaration.
///
/// # Errors
/// Where the repository cannot be opened, the baseline cannot be had, or the output cannot be written: the check could not
/// finish.
pub fn check(options: &Options<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let repository = open(&options.root)?;
    let wanted = options.baseline.as_ref();
    let base =
        wanted.map(|it| baseline::load(it, &options.root, options.declaration.as_deref(), &repository));
    let base = base.transpose()?;
    let checked = run(options, base.as_ref(), &repository, err)?;
    write_all(&options.outputs, options.quiet, &checked.report(), &rules::all(), options.style, out)?;
    if !checked.is_finished {
        tell(err, "error: stopped: what is said above is what was known by then")?;
    }
    Ok(checked.exit)
}

/// A check that is done, before anybody is told.
#[derive(Debug)]
pub(super) struct Checked {
    /// Everything there is to say.
    pub(super) examination: Examination,
    /// Nobody stopped it.
    pub(super) is_finished: bool,
    /// How it ended.
    pub(super) exit: Exit,
}

impl Checked {
    /// What renderers are given.
    pub(super) fn report(&self) -> Report<'_> {
        Report { is_finished: self.is_finished, ..self.examination.report() }
    }
}

/// Checks a declaration against a baseline, and says nothing yet but what is asked for on the way.
///
/// # Errors
/// Where a file cannot be mended, or standard error is closed.
pub(super) fn run(
    options: &Options<'_>,
    base: Option<&Base>,
    repository: &WorkTree,
    err: &mut dyn Write,
) -> anyhow::Result<Checked> {
    let conditions = Conditions { base, ..options.conditions.clone() };
    let mut examination = look(options, &conditions, repository);
    if options.fix {
        let mended = mend::mend(&examination, &path_of(options, &examination), |bytes| {
            let found = Found { path: examination.report().path().to_owned(), bytes };
            examine(Ok(found), sources(options, repository), &conditions)
        })?;
        if let Some((count, after)) = mended {
            examination = after;
            if !options.quiet {
                tell(err, &format!("mended {count} {}", if count == 1 { "finding" } else { "findings" }))?;
            }
        }
    }
    if options.verbose {
        tell_steps(options, &examination, err)?;
    }
    let is_finished = !options.online.as_ref().is_some_and(Online::was_interrupted);
    let exit = if is_finished { Exit::of(&examination.findings, options.fail_on) } else { Exit::Unfinished };
    Ok(Checked { examination, is_finished, exit })
}

/// The repository at a directory.
///
/// # Errors
/// Where there is no such directory.
pub fn open(root: &Path) -> anyhow::Result<WorkTree> {
    WorkTree::open(root).with_context(|| {
        let advice =
            if root.is_file() { ": it is a file; a declaration is named with `--declaration`" } else { "" };
        format!("cannot open `{}` as the top of a repository{advice}", root.display())
    })
}

/// The declaration that a command is about.
pub(super) fn find(
    declaration: Option<&Path>,
    root: &Path,
    repository: &WorkTree,
) -> Result<Found, Unavailable> {
    match declaration {
        Some(path) => discover::given(path, root),
        None => discover::standard(repository),
    }
}

fn look(options: &Options<'_>, conditions: &Conditions<'_>, repository: &WorkTree) -> Examination {
    let found = find(options.declaration.as_deref(), &options.root, repository);
    examine(found, sources(options, repository), conditions)
}

fn sources<'a>(options: &'a Options<'_>, repository: &'a WorkTree) -> Sources<'a> {
    Sources { repository, web: options.online.as_ref().map(|online| online as &dyn Web) }
}

fn path_of(options: &Options<'_>, examination: &Examination) -> PathBuf {
    options.declaration.clone().unwrap_or_else(|| options.root.join(examination.report().path()))
}

fn tell_steps(options: &Options<'_>, examination: &Examination, err: &mut dyn Write) -> std::io::Result<()> {
    let report = examination.report();
    tell(err, &format!("repository: {}", options.root.display()))?;
    tell(err, &format!("declaration: {}", report.path()))?;
    for (at, verdict) in report.outcomes {
        let found = if verdict.found.is_empty() { String::new() } else { format!(" -> {}", verdict.found) };
        let step = format!("{at}: {}: {}{found}", verdict.outcome.as_str(), verdict.looked_for);
        tell(err, &sanitize::line(&step))?;
    }
    Ok(())
}
