use super::{Judge, Page};
use crate::badge::{Shown, marker};
use crate::commands::badge::LARGEST;
use crate::commands::readme::files::Files;
use crate::commands::readme::form::Form;
use crate::commands::readme::place::Ground;
use crate::evidence::repository::{CommitError, FileError, Repository};
use std::cell::{Cell, RefCell};

/// A tree in which every file is these bytes.
struct Full(Vec<u8>);

impl Repository for Full {
    fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
        Ok(self.0.clone())
    }

    fn read_at(&self, _: &str, _: &str) -> Result<Vec<u8>, CommitError> {
        Err(CommitError::Absent)
    }

    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }

    fn remotes(&self) -> Vec<String> {
        Vec::new()
    }
}

/// How many findings a page of 300 pictures of one file of this many bytes has, and how often it was held against anything.
fn judged(bytes: usize) -> (usize, usize) {
    let mut file = marker::SVG.as_bytes().to_vec();
    file.resize(bytes, b' ');
    let tree = Full(file);
    let asked = Cell::new(0);
    let forms = || -> &[Form] {
        asked.set(asked.get() + 1);
        &[]
    };
    let judge = Judge {
        declaration: "d.yml",
        registry: None,
        ground: Ground::new(&tree, None),
        files: Files::new(&tree),
        forms: &forms,
        judged: RefCell::default(),
    };
    let picture = Shown { line: 1, image: "b.svg".to_owned(), ..Shown::default() };
    let page = Page { name: "README.md".to_owned(), pictures: vec![picture; 300] };
    (judge.page(&page).len(), asked.get())
}

#[test]
fn a_file_is_judged_once_however_many_pictures_show_it() {
    let (findings, asked) = judged(1_000);
    assert_eq!(findings, 300);
    assert!(asked <= 2, "{asked}");
}

#[test]
fn a_file_that_is_larger_than_any_badge_of_ours_is_none() {
    let largest = usize::try_from(LARGEST).unwrap();
    assert_eq!(judged(largest).0, 300);
    assert_eq!(judged(largest + 1), (0, 0));
}
