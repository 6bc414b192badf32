//! A badge of a page: whether it is one of this registry, and whether it is right.

use super::files::{File, Files};
use super::pages::Page;
use super::place::{Ground, Place};
use crate::badge::{self, Badge, Freshness, Shown, marker};
use crate::findings::Finding;
use crate::rules::upkeep::{badge_missing, badge_outdated};
use serde_json::Value;
use std::rc::Rc;

/// What badges are held against.
pub(super) struct Judge<'a> {
    /// The path of the declaration.
    pub(super) declaration: &'a str,
    /// What the registry is told from others by.
    pub(super) registry: Option<String>,
    /// What is told of references.
    pub(super) ground: Ground<'a>,
    /// The files of the tree.
    pub(super) files: Files<'a>,
    /// What a badge may say. Asked for only where a page has one.
    pub(super) forms: &'a dyn Fn() -> &'a [Badge],
}

impl Judge<'_> {
    /// What is wrong with the badges of a page.
    pub(super) fn page(&self, page: &Page) -> Vec<Finding> {
        let mut findings = Vec::new();
        for picture in &page.pictures {
            self.picture(page, picture, &mut findings);
        }
        findings
    }

    fn picture(&self, page: &Page, picture: &Shown, findings: &mut Vec<Finding>) {
        let source = self.ground.source(&picture.image, page.folder());
        let file = self.file(&source);
        let is_named = picture.alt.starts_with(marker::LABEL);
        // A picture is a badge of ours by the words in its place, or by what is in its file.
        if !is_named && !matches!(file.as_deref(), Some(File::Drawn(_) | File::Endpoint(_))) {
            return;
        }
        let target = picture.link.as_deref().map(|link| self.ground.place(link, page.folder()));
        let mut missing = |place: &Place, leads: &str, nowhere: &str| {
            if *place == Place::Nowhere {
                findings.push(badge_missing::nowhere(&page.name, picture.line, nowhere));
            } else if let (Place::File(path), Some(File::Missing)) = (place, self.file(place).as_deref()) {
                findings.push(badge_missing::finding(&page.name, picture.line, leads, path));
            }
        };
        missing(&source, "shows", "shows nothing: it names no picture");
        if let Some(target) = &target {
            missing(target, "leads to", "leads nowhere: its link is empty");
        }
        if self.is_of_this_registry(&source, file.as_deref(), target.as_ref()) {
            self.says(page, picture, file.as_deref(), findings);
        }
    }

    fn file(&self, place: &Place) -> Option<Rc<File>> {
        if let Place::File(path) = place { Some(self.files.look(path)) } else { None }
    }

    /// Whether picture and words say what the declaration does.
    fn says(&self, page: &Page, picture: &Shown, file: Option<&File>, findings: &mut Vec<Finding>) {
        let is_right = match file {
            Some(File::Drawn(bytes)) => self.is_drawn_right(bytes),
            Some(File::Endpoint(json)) => self.is_said_right(json),
            _ => true,
        };
        let mut outdated = |what: &str, says: &str| {
            findings.push(badge_outdated::finding(&page.name, picture.line, what, says));
        };
        if !is_right {
            outdated("the picture", &picture.image);
        }
        let alt = &*picture.alt;
        // Other words in its place say nothing that could be wrong: levels stand behind a colon.
        let levels = alt.split_once(", self-assessed").filter(|(_, rest)| rest.contains(':'));
        let says_levels = alt.starts_with(marker::LABEL) && levels.is_some();
        if says_levels && !(self.forms)().iter().any(|badge| alt == badge.alt || alt == badge.title) {
            outdated("the text", alt);
        }
    }

    /// Whether a badge is about this registry: pages show those of others, too. An SVG says whose it is, and what leads to the
    /// declaration is about it. Of all else, picture and link must both be of this registry as far as they tell.
    fn is_of_this_registry(&self, source: &Place, file: Option<&File>, link: Option<&Place>) -> bool {
        if matches!(link, Some(Place::File(path)) if path == self.declaration) {
            return true;
        }
        if let Some(File::Drawn(bytes)) = file {
            let text = String::from_utf8_lossy(bytes);
            if let Some(registry) = marker::registry_of(&text) {
                return self.registry.as_deref() == Some(registry);
            }
        }
        match link {
            Some(Place::Elsewhere) => false,
            // A picture from nobody knows where is ours only where the registry's own pages stand behind it.
            Some(Place::Registry) => true,
            _ => source.is_own(),
        }
    }

    fn is_drawn_right(&self, bytes: &[u8]) -> bool {
        (self.forms)().iter().any(|it| badge::freshness(&badge::svg(it), Some(bytes)) == Freshness::Current)
    }

    /// Whether JSON says what one of the forms does: how it is laid out, and for how long it may be kept, says nothing.
    fn is_said_right(&self, json: &Value) -> bool {
        (self.forms)().iter().any(|it| json["label"] == *it.label && json["message"] == *it.message)
    }
}
