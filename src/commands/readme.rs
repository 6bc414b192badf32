//! The badge in the README, held against the declaration.

use crate::badge::{self, Badge, BadgeInput, Freshness, Shown, Style, marker};
use crate::declaration::PLACES;
use crate::evidence::repository::{FileError, Repository};
use crate::findings::{Class, Finding};
use crate::principles::Catalogue;
use crate::rules::upkeep::{badge_missing, badge_outdated};

/// Where a forge looks for the page that it shows first, and the folder that its references start from.
const PAGES: [(&str, &str); 3] =
    [("README.md", ""), (".github/README.md", ".github"), ("docs/README.md", "docs")];
/// A page that is larger is no page that people read, in bytes.
const LARGEST: usize = 1024 * 1024;
/// So many pictures of one page are looked at: each may be a large file.
const MOST: usize = 40;

/// What is wrong with badges of this tool in a README. A declaration that was named by hand is not the one that it shows; of one
/// that is malformed no badge says anything.
pub(super) fn findings(
    repository: &dyn Repository,
    path: &str,
    input: &BadgeInput<'_>,
    catalogue: &Catalogue,
    found: &[Finding],
) -> Vec<Finding> {
    let is_malformed = found.iter().any(|it| matches!(it.class, Class::Unreadable | Class::Malformed));
    if !PLACES.contains(&path) || is_malformed {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut right: Option<Vec<Badge>> = None;
    for (name, folder) in PAGES {
        let Ok(bytes) = repository.read(name) else { continue };
        if bytes.len() > LARGEST {
            continue;
        }
        let pictures = badge::shown(&String::from_utf8_lossy(&bytes));
        let ours = pictures.iter().take(MOST).filter_map(|picture| ours(repository, picture, folder));
        for (picture, image) in ours {
            let right = right.get_or_insert_with(|| every_form(input, catalogue));
            let page = Page { repository, name, folder, right };
            page.judge(picture, image, &mut findings);
        }
    }
    findings
}

/// The badge in each of its forms: whatever a README shows, it is one of them. The day does not matter: `badge --check` sees to it.
fn every_form(input: &BadgeInput<'_>, catalogue: &Catalogue) -> Vec<Badge> {
    let tracks = catalogue.tracks.iter().map(|track| Some(&*track.id));
    let mut forms = Vec::new();
    for track in [None].into_iter().chain(tracks) {
        for style in [Style::Levels, Style::Counts] {
            for stale in [false, true] {
                forms.push(badge::badge(&BadgeInput { stale, style, track, ..*input }));
            }
        }
    }
    forms
}

/// What a badge of ours shows.
enum Image {
    /// A file with a badge in it.
    Drawn(Vec<u8>),
    /// A file that is not there.
    Missing(String),
    /// Something that is not looked at.
    Elsewhere,
}

/// A picture that is a badge of ours: by the words in its place, or by what is in its file.
fn ours<'a>(repository: &dyn Repository, picture: &'a Shown, folder: &str) -> Option<(&'a Shown, Image)> {
    let is_named = picture.alt.trim_start().starts_with(marker::LABEL);
    let image = match badge::file(&picture.image, folder) {
        Some(file) => match repository.read(&file) {
            Ok(bytes) if memchr::memmem::find(&bytes, marker::SVG.as_bytes()).is_some() => {
                Image::Drawn(bytes)
            }
            Err(error) if is_named && is_absent(&error) => Image::Missing(file),
            _ => Image::Elsewhere,
        },
        None => Image::Elsewhere,
    };
    (is_named || matches!(image, Image::Drawn(_))).then_some((picture, image))
}

fn is_absent(error: &FileError) -> bool {
    matches!(error, FileError::Absent | FileError::OtherCase(_))
}

/// A page, and what its badges may say.
struct Page<'a> {
    repository: &'a dyn Repository,
    name: &'a str,
    folder: &'a str,
    right: &'a [Badge],
}

impl Page<'_> {
    fn judge(&self, picture: &Shown, image: Image, findings: &mut Vec<Finding>) {
        let line = picture.line;
        match image {
            Image::Missing(file) => findings.push(badge_missing::finding(self.name, line, "shows", &file)),
            Image::Drawn(bytes) if !self.is_drawn_right(&bytes) => {
                findings.push(badge_outdated::finding(self.name, line, "the picture", &picture.image));
            }
            Image::Drawn(_) | Image::Elsewhere => {}
        }
        let file = picture.link.as_deref().and_then(|link| badge::file(link, self.folder));
        if let Some(file) = file.filter(|it| self.repository.read(it).is_err_and(|error| is_absent(&error))) {
            findings.push(badge_missing::finding(self.name, line, "leads to", &file));
        }
        let alt = picture.alt.trim();
        // Other words in its place say nothing that could be wrong.
        let says_levels = alt.starts_with(marker::LABEL) && alt.contains(", self-assessed");
        if says_levels && !self.right.iter().any(|badge| alt == badge.alt || alt == badge.title) {
            findings.push(badge_outdated::finding(self.name, line, "the text", alt));
        }
    }

    fn is_drawn_right(&self, bytes: &[u8]) -> bool {
        self.right.iter().any(|it| badge::freshness(&badge::svg(it), Some(bytes)) == Freshness::Current)
    }
}
