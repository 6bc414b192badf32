//! Pages that an earlier run was answered.

use super::Inner;
use super::shown::shown;
use crate::evidence::web::{Depth, Fetched};
use crate::online::cache::{Kept, Validators};
use std::time::{Duration, SystemTime};
use url::Url;

/// What an earlier run was answered.
pub(super) enum Earlier {
    /// Nothing that helps.
    None,
    /// The page, not long ago.
    Fresh(Box<Fetched>),
    /// The page, to be asked for whether it has changed.
    Stale(Box<Kept>),
}

impl Inner {
    pub(super) fn earlier(&self, url: &Url, depth: Depth) -> Earlier {
        let Some(cache) = &self.cache else { return Earlier::None };
        match cache.look(url, depth, SystemTime::now()) {
            Some(kept) if kept.is_fresh => {
                self.tell.step(format!("{}: as it was {}", shown(url), ago(kept.age)));
                Earlier::Fresh(Box::new(kept.fetched))
            }
            Some(kept) if !kept.validators.is_empty() => Earlier::Stale(Box::new(kept)),
            _ => Earlier::None,
        }
    }

    pub(super) fn keep(&self, url: &Url, depth: Depth, page: &Fetched, validators: &Validators) {
        if let Some(cache) = &self.cache {
            cache.keep(url, depth, page, validators, SystemTime::now());
        }
    }

    /// The page of the earlier run, since its server says that it has not changed. Its redirects may have.
    pub(super) fn confirm(
        &self,
        url: &Url,
        depth: Depth,
        mut kept: Kept,
        moved_to: Option<Url>,
    ) -> Box<Fetched> {
        self.tell.step(format!("{}: unchanged since {}", shown(url), ago(kept.age)));
        kept.fetched.moved_to = moved_to;
        Box::new(match &self.cache {
            Some(cache) => cache.confirm(url, depth, kept, SystemTime::now()),
            None => kept.fetched,
        })
    }
}

fn ago(age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    match minutes {
        0..=119 => format!("{minutes} min ago"),
        120..=2879 => format!("{} h ago", minutes / 60),
        _ => format!("{} days ago", minutes / 1440),
    }
}
