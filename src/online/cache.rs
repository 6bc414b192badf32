//! Answers of earlier runs, one file each: successes only.

use crate::evidence::web::{Depth, Fetched};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use url::Url;

/// A directory of answers. Clones share it.
#[derive(Clone, Debug)]
pub struct Cache {
    /// The directory.
    pub directory: PathBuf,
}

/// An answer of an earlier run.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The page as it was fetched.
    pub fetched: Fetched,
    /// The time since its server last sent or confirmed it.
    pub age: Duration,
    /// Whether it is taken without asking; otherwise its server is asked, with the validators where there are any.
    pub is_fresh: bool,
    /// What its server is asked with whether it has changed.
    pub validators: Validators,
}

/// What a server can be asked with whether a page has changed, as it was sent with the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// The `ETag` header, for `If-None-Match`.
    pub etag: Option<String>,
    /// The `Last-Modified` header, for `If-Modified-Since`.
    pub last_modified: Option<String>,
}

impl Validators {
    /// Whether there is nothing to ask with: the page is fetched anew.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }
}

impl Cache {
    /// What an earlier run was answered, at this depth or a deeper one.
    #[must_use]
    pub fn look(&self, url: &Url, depth: Depth, now: SystemTime) -> Option<Kept> {
        let _ = (&self.directory, url, depth, now);
        None
    }

    /// Keeps a page that was answered with success. What cannot be kept is not: a cache never fails a run.
    pub fn keep(&self, url: &Url, depth: Depth, fetched: &Fetched, validators: &Validators, now: SystemTime) {
        let _ = (&self.directory, url, depth, fetched, validators, now);
    }

    /// Notes that the server confirmed what was kept (status 304), so that it is fresh again, and returns it.
    #[must_use]
    pub fn confirm(&self, url: &Url, depth: Depth, kept: Kept, now: SystemTime) -> Fetched {
        let _ = (&self.directory, url, depth, now);
        kept.fetched
    }
}
