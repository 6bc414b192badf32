//! `badge`: writes the badge, or says whether a committed one is out of date.

use super::check::{find, open};
use super::examine::{Conditions, Examination, examine};
use super::exit::Exit;
use super::output::{read_bounded, show, tell, write_file};
use crate::badge::{self, Badge, BadgeInput, Freshness};
use crate::evidence::Sources;
use crate::findings::Class;
use crate::render::uri::relative;
use std::io::Write;
use std::path::{Path, PathBuf};

/// No badge of ours is larger, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Everything that a badge is asked.
#[derive(Debug)]
pub struct Options<'a> {
    /// The top of the repository.
    pub root: PathBuf,
    /// The declaration, where it is not at a standard place.
    pub declaration: Option<PathBuf>,
    /// What the result depends on.
    pub conditions: Conditions<'a>,
    /// Where the SVG goes.
    pub svg: Option<PathBuf>,
    /// Where the endpoint JSON goes.
    pub endpoint: Option<PathBuf>,
    /// What the badge shows.
    pub style: badge::Style,
    /// The one track that it is about; `None` shows all that apply.
    pub track: Option<String>,
    /// Whether to print the Markdown that shows the SVG.
    pub markdown: bool,
    /// Where that Markdown leads; the declaration where this says nothing.
    pub link: Option<String>,
    /// Whether to compare with what is there instead of writing.
    pub check: bool,
}

/// Writes or compares the badge.
///
/// # Errors
/// Where a file cannot be written.
pub fn run(options: &Options<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let repository = open(&options.root)?;
    let found = find(options.declaration.as_deref(), &options.root, &repository);
    let examination = examine(found, Sources { repository: &repository, web: None }, &options.conditions);
    let badge = badge_of(&examination, options.style, options.track.as_deref());
    let files: Vec<(&Path, String)> = [
        options.svg.as_deref().map(|file| (file, badge::svg(&badge))),
        options.endpoint.as_deref().map(|file| (file, badge::endpoint(&badge))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if options.check {
        return compare(&files, err);
    }
    for (file, text) in &files {
        write_file(file, text.as_bytes())?;
    }
    if let Some(svg) = options.svg.as_deref().filter(|_| options.markdown) {
        let declaration = relative(examination.report().path());
        let link = options.link.as_ref().unwrap_or(&declaration);
        show(&badge::markdown(&badge, &relative(&from_top(svg, &options.root)), link), out)?;
    }
    let exit = Exit::of(&examination.findings, crate::findings::FailOn::Error);
    if exit != Exit::Pass {
        tell(err, "note: the declaration has errors: run `package-repo-security check`")?;
    }
    Ok(if exit == Exit::Unreadable { exit } else { Exit::Pass })
}

/// The badge of an examined declaration. Malformed or missing, it is invalid; whatever else is wrong, `check` says.
pub(super) fn badge_of(examination: &Examination, style: badge::Style, track: Option<&str>) -> Badge {
    let report = examination.report();
    let malformed = |class: Class| matches!(class, Class::Unreadable | Class::Malformed);
    badge::badge(&BadgeInput {
        assessment: report.assessment,
        version: &report.catalogue.version,
        reviewed: report.declaration.and_then(|declaration| declaration.reviewed),
        stale: report.findings.iter().any(|finding| finding.rule.id == "review-overdue"),
        valid: !report.findings.iter().any(|finding| malformed(finding.class)),
        style,
        track,
    })
}

/// A file as pages at the top of the repository name it, as far as it lies in there.
fn from_top(file: &Path, root: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).ok();
    // `.` at the end of the top is no step.
    let top = absolute(root).map(|top| top.components().collect::<PathBuf>());
    let inside =
        absolute(file).zip(top).and_then(|(file, top)| Some(file.strip_prefix(top).ok()?.to_owned()));
    inside.as_deref().unwrap_or(file).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

fn compare(files: &[(&Path, String)], err: &mut dyn Write) -> anyhow::Result<Exit> {
    let mut exit = Exit::Pass;
    for (file, text) in files {
        let committed = read_bounded(file, LARGEST).ok();
        let name = file.display().to_string();
        let problem = match badge::freshness(text, committed.as_deref()) {
            Freshness::Current => continue,
            Freshness::Outdated => "is out of date",
            Freshness::Missing => "is not there",
        };
        exit = Exit::Findings;
        tell(
            err,
            &format!(
                "error: the badge `{name}` {problem}: run the same command without `--check` and commit it"
            ),
        )?;
    }
    Ok(exit)
}
