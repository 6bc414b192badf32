//! Outputs that would land among the files of the roadmap.

use crate::principles::VERSIONS;
use crate::report::gap_files::{INDEX, file_name};
use std::path::{Component, Path, PathBuf};

/// Why a report cannot be written where it was asked for, beside a roadmap in this directory; `None` where all of them can.
#[must_use]
pub fn collision<'a>(files: impl Iterator<Item = &'a Path>, directory: &Path) -> Option<String> {
    let roadmap = resolved(directory);
    for file in files {
        let place = resolved(file);
        let (shown, at) = (file.display(), directory.display());
        if roadmap.starts_with(&place) {
            return Some(format!(
                "`{shown}` is to be a report, and the roadmap needs a directory there: give the report another name"
            ));
        }
        let name = place.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if place.parent() == Some(&roadmap) && is_taken(name) {
            return Some(format!(
                "`{shown}` is the name of a file of the roadmap in `{at}`: give the report another one"
            ));
        }
    }
    None
}

/// Whether a roadmap under some version of the framework has a file of this name. Some file systems do not tell `readme.md` from
/// `README.md`.
fn is_taken(name: &str) -> bool {
    let mut gaps = VERSIONS.iter().flat_map(|catalogue| catalogue.requirements.iter()).map(file_name);
    name.eq_ignore_ascii_case(INDEX) || gaps.any(|gap| name.eq_ignore_ascii_case(&gap))
}

/// Where a path leads, whether there is anything or not: links are followed as far as there are any.
fn resolved(path: &Path) -> PathBuf {
    let mut resolved = std::env::current_dir().and_then(|it| it.canonicalize()).unwrap_or_default();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            other => {
                resolved.push(other);
                resolved = resolved.canonicalize().unwrap_or(resolved);
            }
        }
    }
    resolved
}
