//! The pages that a forge shows first.

use crate::badge::{Markup, Shown, shown};
use crate::evidence::repository::{FileError, Repository};
use std::collections::BTreeSet;

/// Where they are looked for, in GitHub's order.
const FOLDERS: [&str; 3] = [".github/", "", "docs/"];
/// What they are called, in whatever case, and what they are written in.
const NAMES: [(&str, Markup); 5] = [
    ("README.md", Markup::Markdown),
    ("README.markdown", Markup::Markdown),
    ("README.mdown", Markup::Markdown),
    ("README.mkdn", Markup::Markdown),
    ("README.rst", Markup::Restructured),
];
/// A page that is larger is no page that people read, in bytes.
const LARGEST: usize = 1024 * 1024;

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    /// Its path, relative to the top.
    pub(super) name: String,
    /// Its pictures.
    pub(super) pictures: Vec<Shown>,
}

impl Page {
    /// The folder that its references start from; empty at the top.
    pub(super) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// The pages that are there.
pub(super) fn pages(repository: &dyn Repository) -> Vec<Page> {
    let mut known = BTreeSet::new();
    let mut pages = Vec::new();
    for (folder, (name, markup)) in FOLDERS.iter().flat_map(|folder| NAMES.map(|name| (folder, name))) {
        let Some((name, bytes)) = read(repository, format!("{folder}{name}")) else { continue };
        if bytes.len() <= LARGEST && known.insert(name.clone()) {
            pages.push(Page { name, pictures: shown(&String::from_utf8_lossy(&bytes), markup) });
        }
    }
    pages
}

/// A file whatever the case of its name, with the name that it has.
fn read(repository: &dyn Repository, name: String) -> Option<(String, Vec<u8>)> {
    match repository.read(&name) {
        Ok(bytes) => Some((name, bytes)),
        Err(FileError::OtherCase(name)) => repository.read(&name).ok().map(|bytes| (name, bytes)),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::NAMES;
    use crate::rules::by_id;

    #[test]
    fn the_rule_names_every_page_that_is_read() {
        let why = by_id("badge-missing").unwrap().why;
        for (name, _) in NAMES {
            assert!(why.contains(&format!("`{name}`")), "{name}");
        }
    }
}
