//! Answers of earlier runs.

use std::path::PathBuf;

/// A directory of answers.
#[derive(Clone, Debug)]
pub struct Cache {
    /// The directory.
    pub directory: PathBuf,
}
