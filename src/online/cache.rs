//! Answers of earlier runs on disk: successes only, and nothing that was answered to somebody who showed a token.
//!
//! A cache never fails a run: what cannot be kept is not kept, and what cannot be read is not there.

mod directory;
mod entry;
mod used;

pub use used::Used;

use crate::evidence::web::{Depth, Fetched};
use crate::links::{Address, HostPort, Policy};
use crate::text::hash::sha256;
use directory::Directory;
use entry::Entry;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use url::Url;
use used::Tally;

/// How long an answer is taken without asking again.
pub const FRESH: Duration = Duration::from_hours(1);
/// How long an answer is kept at all, since its server last sent or confirmed it.
pub const OLDEST: Duration = Duration::from_hours(30 * 24);

/// A directory of answers. Clones share it.
#[derive(Clone, Debug)]
pub struct Cache {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    directory: Directory,
    policy: Policy,
    refused: Vec<HostPort>,
    tally: Tally,
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
    /// The depth at which it was fetched.
    depth: Depth,
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
    /// Opens a directory, and makes it where it is not there. Nothing is kept or taken of what the run may not ask for, nor of
    /// the hosts in `refused`.
    ///
    /// # Errors
    /// What the operating system says where it cannot be made, or others may write there.
    pub fn open(directory: &Path, policy: Policy, refused: Vec<HostPort>) -> io::Result<Self> {
        let directory = Directory::open(directory)?;
        Ok(Self { shared: Arc::new(Shared { directory, policy, refused, tally: Tally::default() }) })
    }

    /// What an earlier run was answered, at this depth or a deeper one.
    #[must_use]
    pub fn look(&self, url: &Url, depth: Depth, now: SystemTime) -> Option<Kept> {
        let url = &without_fragment(url);
        if !self.may_hold(url) {
            return None;
        }
        let deep_enough =
            [Depth::Existence, Depth::Text, Depth::Bytes].into_iter().filter(|kept| *kept >= depth);
        let mut found: Vec<Kept> = deep_enough.filter_map(|depth| self.read(url, depth, now)).collect();
        found.sort_by_key(|kept| kept.age);
        let kept = found.into_iter().next()?;
        if kept.is_fresh {
            self.shared.tally.taken(url, kept.age);
        }
        Some(kept)
    }

    /// Keeps a page that was answered with success. What was redirected is kept under the address that was asked for.
    pub fn keep(&self, url: &Url, depth: Depth, fetched: &Fetched, validators: &Validators, now: SystemTime) {
        let url = &without_fragment(url);
        let addresses = [Some(url), Some(&fetched.url), fetched.moved_to.as_ref()];
        if !addresses.into_iter().flatten().all(|url| self.may_hold(url)) {
            return;
        }
        let Some(seen) = seconds(now) else { return };
        self.shared.tally.asked(url);
        let entry = Entry { url, depth, fetched, validators, seen };
        if let Some(bytes) = entry.to_bytes() {
            self.shared.directory.write(&name(url, depth), &bytes, now);
        }
    }

    /// Notes that its server confirmed what was kept (status 304), so that it is fresh again, and returns it.
    #[must_use]
    pub fn confirm(&self, url: &Url, depth: Depth, kept: Kept, now: SystemTime) -> Fetched {
        // It may be a deeper one than was asked for, and stays one.
        self.keep(url, depth.max(kept.depth), &kept.fetched, &kept.validators, now);
        self.shared.tally.confirmed(&without_fragment(url));
        kept.fetched
    }

    /// How much of this run came from earlier ones.
    #[must_use]
    pub fn used(&self) -> Used {
        self.shared.tally.used()
    }

    fn read(&self, url: &Url, depth: Depth, now: SystemTime) -> Option<Kept> {
        let name = name(url, depth);
        let bytes = self.shared.directory.read(&name)?;
        let kept = entry::from_bytes(&bytes, url, depth).and_then(|(fetched, validators, seen)| {
            // One from the future was kept by another clock: how old it is cannot be told.
            let age = seconds(now)?.checked_sub(seen).map(Duration::from_secs)?;
            let is_fresh = age < FRESH;
            let young = age <= OLDEST && self.may_hold(&fetched.url);
            young.then_some(Kept { fetched, age, is_fresh, validators, depth })
        });
        if kept.is_none() {
            self.shared.directory.remove(&name);
        }
        kept
    }

    /// Whether an address may stand in the cache: none that this run may not ask for, none of a refused host, and none that is
    /// a secret itself.
    fn may_hold(&self, url: &Url) -> bool {
        let Ok(address) = Address::parse(url.as_str()) else { return false };
        let host = address.host_port();
        self.shared.policy.permit(&address).is_ok()
            && !self.shared.refused.iter().any(|refused| refused.allows(&host))
            && !has_secret(url)
    }
}

/// Whether a query signs the request or shows a token: links to private files are made so.
fn has_secret(url: &Url) -> bool {
    const SECRETS: &[&str] =
        &["auth", "credential", "jwt", "key", "password", "secret", "sig", "signature", "token"];
    url.query_pairs().any(|(key, _)| {
        let key = key.to_ascii_lowercase();
        key.split(['_', '-', '.']).any(|word| SECRETS.contains(&word)) || key == "apikey"
    })
}

/// The name of an entry: it says nothing of the address, and cannot lead out of the directory.
fn name(url: &Url, depth: Depth) -> String {
    sha256(format!("{}\n{}\n{url}", entry::FORMAT, entry::depth_name(depth)).as_bytes())
}

fn without_fragment(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url
}

fn seconds(time: SystemTime) -> Option<u64> {
    time.duration_since(SystemTime::UNIX_EPOCH).ok().map(|since| since.as_secs())
}

#[cfg(test)]
#[path = "cache/tests.rs"]
mod tests;
