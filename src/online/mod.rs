//! The world outside: the one room that speaks to the network. [`Online`] answers the questions of
//! [`crate::evidence::web`] with pages ([`page`]) and with what GitHub says ([`github`]).

pub mod cache;
pub mod github;
pub mod limits;
pub mod page;
pub mod start;
pub mod tls;
pub mod watch;

use crate::evidence::web::{Answer, Reason, Wants, Web};
use crate::links::Policy;
use cache::Cache;
use github::Access;
use limits::Limits;
pub use start::StartError;
use std::cell::Cell;
use watch::Watch;

/// What a run of questions is bound to.
#[derive(Debug)]
pub struct Settings {
    /// Which addresses may be asked for.
    pub policy: Policy,
    /// How GitHub is reached.
    pub github: Access,
    /// Where answers of earlier runs are kept, if anywhere.
    pub cache: Option<Cache>,
    /// Times and sizes.
    pub limits: Limits,
}

/// The network.
#[derive(Debug)]
pub struct Online<'a> {
    settings: Settings,
    watch: &'a dyn Watch,
    interrupted: Cell<bool>,
}

impl<'a> Online<'a> {
    /// The network, watched by somebody.
    #[must_use]
    pub fn new(settings: Settings, watch: &'a dyn Watch) -> Self {
        Self { settings, watch, interrupted: Cell::new(false) }
    }

    /// Whether somebody stopped the run.
    #[must_use]
    pub fn was_interrupted(&self) -> bool {
        self.interrupted.get()
    }
}

impl Web for Online<'_> {
    fn ask(&self, wants: &Wants, each: &mut dyn FnMut(&crate::evidence::web::Want, Answer)) {
        let _ = (&self.settings, self.watch);
        for want in wants.keys() {
            each(want, Answer::Unreachable(Reason::OutOfTime));
        }
    }
}
