//! `report`: the scorecard and the roadmap, for people to read and to fund. It judges nothing: `check` does.

mod collision;
mod files;

pub use collision::collision;

use super::check::{find, open};
use super::examine::{Conditions, examine};
use super::exit::Exit;
use super::output::{show, tell, write_file};
use super::{baseline, meant};
use crate::evidence::Sources;
use crate::evidence::web::Web;
use crate::findings::Class;
use crate::online::Online;
use crate::report::{Format, Page, gap_files, render};
use std::io::Write;
use std::path::PathBuf;

/// One `--output`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The format.
    pub format: Format,
    /// The file; standard output where there is none.
    pub file: Option<PathBuf>,
}

/// Everything that a report is asked.
#[derive(Debug)]
pub struct Options<'a> {
    /// The top of the repository.
    pub root: PathBuf,
    /// The declaration, where it is not at a standard place.
    pub declaration: Option<PathBuf>,
    /// What the result depends on.
    pub conditions: Conditions<'a>,
    /// What to compare with: a file, or a revision.
    pub since: Option<String>,
    /// The world outside, where addresses are to be looked at, and whether that was cut short.
    pub online: Option<Online<'a>>,
    /// Where the report goes; Markdown to standard output where neither this nor `roadmap` is asked for.
    pub outputs: Vec<Output>,
    /// The directory that gets a file for each gap.
    pub roadmap: Option<PathBuf>,
    /// Whether to keep silent on what was written.
    pub quiet: bool,
}

/// Writes the report.
///
/// # Errors
/// Where the repository cannot be opened, what to compare with cannot be had, or a file cannot be written.
pub fn run(options: &Options<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let repository = open(&options.root)?;
    let declaration = options.declaration.as_deref();
    let since = options.since.as_deref().map(|name| meant::wanted(name, &options.root)).transpose()?;
    let base = since.map(|it| baseline::load(&it, &options.root, declaration, &repository)).transpose()?;
    let conditions = Conditions { base: base.as_ref(), ..options.conditions.clone() };
    let sources =
        Sources { repository: &repository, web: options.online.as_ref().map(|online| online as &dyn Web) };
    let examination = examine(find(declaration, &options.root, &repository), sources, &conditions);
    if options.online.as_ref().is_some_and(Online::was_interrupted) {
        tell(err, "error: stopped: nothing was written, since not all evidence was looked at")?;
        return Ok(Exit::Unfinished);
    }
    let report = examination.report();
    if report.assessment.is_none() {
        for finding in
            report.findings.iter().filter(|it| matches!(it.class, Class::Unreadable | Class::Regression))
        {
            tell(err, &format!("error: {}: {}", report.path(), finding.message))?;
        }
        tell(err, "nothing was written: there is no declaration to report on")?;
        return Ok(Exit::Unreadable);
    }
    // What the roadmap is refused for is said before anything is written.
    let roadmap = options
        .roadmap
        .as_deref()
        .map(|directory| files::look(directory, gap_files::files(&Page::new(&report)), report.catalogue));
    let roadmap = roadmap.transpose()?;
    for output in &options.outputs {
        let text = render(output.format, &report);
        match &output.file {
            Some(file) => {
                write_file(file, text.as_bytes())?;
                said(options, err, &format!("wrote {}", file.display()))?;
            }
            None => show(&text, out)?,
        }
    }
    if options.outputs.is_empty() && options.roadmap.is_none() {
        show(&render(Format::Markdown, &report), out)?;
    }
    if let Some(roadmap) = roadmap {
        said(options, err, &roadmap.write()?)?;
    }
    // What went down since is in the report: `check` without a baseline knows nothing of it.
    if report.errors_of_its_own().next().is_some() {
        tell(err, "note: the declaration has errors: run `package-repo-security check`")?;
    }
    Ok(Exit::Pass)
}

fn said(options: &Options<'_>, err: &mut dyn Write, message: &str) -> std::io::Result<()> {
    if options.quiet { Ok(()) } else { tell(err, message) }
}
