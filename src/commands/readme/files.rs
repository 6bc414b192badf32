//! Files that a page names, each looked at once.

use crate::badge::marker;
use crate::commands::badge::LARGEST;
use crate::evidence::repository::{FileError, Repository};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// So many files are looked at, on all pages together: each may be a large one.
const MOST: usize = 60;
/// What a file is.
#[derive(Debug)]
pub(super) enum File {
    /// A badge of ours as SVG.
    Drawn {
        /// All of it.
        bytes: Vec<u8>,
        /// The registry that it is about, where it says so.
        registry: Option<String>,
    },
    /// A badge of ours as JSON for shields.io.
    Endpoint(Value),
    /// It is not there.
    Missing,
    /// Something else, or not looked at.
    Other,
}

/// The files of a tree.
pub(super) struct Files<'a> {
    repository: &'a dyn Repository,
    known: RefCell<BTreeMap<String, Rc<File>>>,
}

impl<'a> Files<'a> {
    pub(super) fn new(repository: &'a dyn Repository) -> Self {
        Self { repository, known: RefCell::default() }
    }

    /// What the file of this path is.
    pub(super) fn look(&self, path: &str) -> Rc<File> {
        let mut known = self.known.borrow_mut();
        if let Some(file) = known.get(path) {
            return Rc::clone(file);
        }
        if known.len() >= MOST {
            return Rc::new(File::Other);
        }
        let file = Rc::new(match self.repository.read(path) {
            Ok(bytes) => of_bytes(bytes),
            Err(FileError::Absent | FileError::OtherCase(_)) => File::Missing,
            Err(_) => File::Other,
        });
        known.insert(path.to_owned(), Rc::clone(&file));
        file
    }
}

fn of_bytes(bytes: Vec<u8>) -> File {
    if u64::try_from(bytes.len()).map_or(true, |length| length > LARGEST) {
        return File::Other;
    }
    if memchr::memmem::find(&bytes, marker::SVG.as_bytes()).is_some() {
        let registry = marker::registry_of(&String::from_utf8_lossy(&bytes)).map(str::to_owned);
        return File::Drawn { bytes, registry };
    }
    let json: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let label = json["label"].as_str().unwrap_or_default();
    let is_ours = !json["schemaVersion"].is_null() && label.starts_with(marker::LABEL);
    if is_ours { File::Endpoint(json) } else { File::Other }
}
