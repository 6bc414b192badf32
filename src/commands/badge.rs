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
use std::path::{Component, Path, PathBuf};

/// No badge of ours is larger, in bytes.
pub(super) const LARGEST: u64 = 64 * 1024;

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
    /// What the Markdown that shows the SVG names, where it is printed.
    pub pasted: Option<Pasted>,
    /// Whether to compare with what is there instead of writing.
    pub check: bool,
}

/// What Markdown names that shows a badge.
#[derive(Debug)]
pub struct Pasted {
    /// The SVG, as a page at the top of the repository names it.
    pub image: String,
    /// Where it leads; to the declaration where this says nothing.
    pub link: Option<String>,
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
    if let Some(pasted) = &options.pasted {
        let declaration = relative(examination.report().path());
        let link = pasted.link.as_ref().unwrap_or(&declaration);
        show(&badge::markdown(&badge, &pasted.image, link), out)?;
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
        registry: report.declaration.and_then(|declaration| declaration.registry.url.as_deref()),
        reviewed: report.declaration.and_then(|declaration| declaration.reviewed),
        stale: report.findings.iter().any(|finding| finding.rule.id == "review-overdue"),
        valid: !report.findings.iter().any(|finding| malformed(finding.class)),
        style,
        track,
    })
}

/// What Markdown that shows this SVG names: looked at before anything is written.
///
/// # Errors
/// What is wrong, and what to do instead, where the SVG or the declaration lies outside the repository: a page cannot lead there, and
/// the path says how the directories of this machine are called.
pub fn pasted(
    svg: &Path,
    link: Option<&str>,
    declaration: Option<&Path>,
    root: &Path,
) -> Result<Pasted, String> {
    let outside = |what: &str, file: &Path, instead: &str| {
        format!("{what} `{}` lies outside the repository `{}`: {instead}", file.display(), root.display())
    };
    let image = from_top(svg, root).ok_or_else(|| {
        outside(
            "the SVG",
            svg,
            "`--markdown` needs one that pages of the repository can show; write it inside",
        )
    })?;
    if let Some(file) = declaration.filter(|file| link.is_none() && from_top(file, root).is_none()) {
        return Err(outside("the declaration", file, "say with `--link` where the badge leads"));
    }
    Ok(Pasted { image: relative(&image), link: link.map(str::to_owned) })
}

/// A file as pages at the top of the repository name it; `None` where it lies outside.
fn from_top(file: &Path, root: &Path) -> Option<String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A folder that is not there is told by its words; writing to it fails for its own reason.
    let real = |path: &Path| path.canonicalize().ok().or_else(|| in_words(path));
    let inside = real(folder)?.strip_prefix(real(root)?).ok()?.join(file.file_name()?);
    Some(inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
}

/// An absolute path without `.` and `..`.
fn in_words(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path).ok()?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    Some(plain)
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
