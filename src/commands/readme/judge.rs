//! A badge of a page: whether it is one of this registry, and whether it is right.

use super::difference::{self, Difference};
use super::files::{File, Files};
use super::form::Form;
use super::pages::Page;
use super::place::{Ground, Place};
use crate::badge::{self, Freshness, Shown, marker};
use crate::findings::Finding;
use crate::rules::upkeep::{badge_missing, badge_outdated};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
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
    pub(super) forms: &'a dyn Fn() -> &'a [Form],
    /// What is wrong with files that were judged, by their paths: many pictures may show one.
    pub(super) judged: RefCell<BTreeMap<String, Option<Rc<Difference>>>>,
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
        let target = picture.link.as_deref().map(|link| self.ground.place(link, page.folder()));
        let leads_to_declaration = matches!(&target, Some(Place::File(path)) if path == self.declaration);
        // A picture is a badge of ours by the words in its place, by what is in its file, or by where it leads.
        let is_ours = matches!(file.as_deref(), Some(File::Drawn { .. } | File::Endpoint(_)));
        if !is_named && !is_ours && !leads_to_declaration {
            return;
        }
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
        if leads_to_declaration || self.is_of_this_registry(&source, file.as_deref(), target.as_ref()) {
            self.says(page, picture, &source, findings);
        }
    }

    fn file(&self, place: &Place) -> Option<Rc<File>> {
        if let Place::File(path) = place { Some(self.files.look(path)) } else { None }
    }

    /// Whether picture and words say what the declaration does.
    fn says(&self, page: &Page, picture: &Shown, source: &Place, findings: &mut Vec<Finding>) {
        let mut outdated = |what: &str, difference: &Difference, help: &str| {
            findings.push(badge_outdated::finding(&page.name, picture.line, what, &difference.pairs, help));
        };
        if let Place::File(path) = source
            && let Some(difference) = self.judged(path)
        {
            let option =
                if matches!(&*self.files.look(path), File::Drawn { .. }) { "svg" } else { "endpoint" };
            outdated("the picture", &difference, &mend(option, Some(path), &difference));
        }
        let alt = &*picture.alt;
        // Other words in its place say nothing that could be wrong: levels stand behind a colon.
        let levels = alt.split_once(", self-assessed").filter(|(_, rest)| rest.contains(':'));
        let says_levels = alt.starts_with(marker::LABEL) && levels.is_some();
        if says_levels && !(self.forms)().iter().any(|it| alt == it.badge.alt || alt == it.badge.title) {
            let difference = difference::of_words(alt, (self.forms)());
            let svg = if let Place::File(path) = source { Some(&**path) } else { None };
            let svg = svg.filter(|path| matches!(&*self.files.look(path), File::Drawn { .. }));
            outdated("the text", &difference, &mend("markdown", svg, &difference));
        }
    }

    /// What is wrong with what a file says, if anything is. Looked at once for all pictures that show it.
    fn judged(&self, path: &str) -> Option<Rc<Difference>> {
        if let Some(known) = self.judged.borrow().get(path) {
            return known.clone();
        }
        let difference = match &*self.files.look(path) {
            File::Drawn { bytes, .. } if !self.is_drawn_right(bytes) => {
                Some(difference::of_svg(&String::from_utf8_lossy(bytes), (self.forms)()))
            }
            File::Endpoint(json) if !self.is_said_right(json) => {
                let text = |key: &str| json[key].as_str().unwrap_or_default();
                Some(difference::of_endpoint(text("label"), text("message"), (self.forms)()))
            }
            _ => None,
        };
        let difference = difference.map(Rc::new);
        self.judged.borrow_mut().insert(path.to_owned(), difference.clone());
        difference
    }

    /// Whether a badge that does not lead to the declaration is about this registry: pages show those of others, too. An SVG says whose
    /// it is. Of all else, picture and link must both be of this registry as far as they tell.
    fn is_of_this_registry(&self, source: &Place, file: Option<&File>, link: Option<&Place>) -> bool {
        if let Some(File::Drawn { registry: Some(registry), .. }) = file {
            return self.registry.as_ref() == Some(registry);
        }
        match link {
            Some(Place::Elsewhere) => false,
            // A picture from nobody knows where is ours only where the registry's own pages stand behind it.
            Some(Place::Registry) => true,
            _ => source.is_own(),
        }
    }

    fn is_drawn_right(&self, bytes: &[u8]) -> bool {
        let is_current =
            |form: &Form| badge::freshness(&badge::svg(&form.badge), Some(bytes)) == Freshness::Current;
        (self.forms)().iter().any(is_current)
    }

    /// Whether JSON says what one of the forms does: how it is laid out, and for how long it may be kept, says nothing.
    fn is_said_right(&self, json: &Value) -> bool {
        (self.forms)()
            .iter()
            .any(|it| json["label"] == *it.badge.label && json["message"] == *it.badge.message)
    }
}

/// The command that writes the file anew or prints the words, as far as it can be told.
fn mend(option: &str, file: Option<&str>, difference: &Difference) -> String {
    // Nothing that a shell would take for more than a name.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    let file = file.filter(|file| !file.starts_with('-') && file.chars().all(is_plain)).unwrap_or("FILE");
    let arguments = difference.arguments.as_deref();
    let command = match option {
        "markdown" => format!("badge --svg {file} --markdown"),
        option => format!("badge --{option} {file}"),
    };
    let end = if option == "markdown" { "paste what it prints" } else { "commit the file" };
    match arguments {
        Some(arguments) => {
            format!(
                "run `package-repo-security {command}{arguments}` at the top of the repository, and {end}"
            )
        }
        None => {
            format!(
                "run `package-repo-security {command}` as it was run for this one, at the top of the repository, and {end}"
            )
        }
    }
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
