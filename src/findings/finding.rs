//! One thing that is said of a declaration.

use super::fix::Fix;
use super::per_host::OfHost;
use super::place::Place;
use super::rule::{Class, Rule};
use super::severity::Severity;
use crate::evidence::outcome::Obstacle;
use crate::read::{Part, Path};

/// A finding. Rules make it with a path; [`super::settle()`] gives it its span and its severity, and only then is it shown.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that it violates.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// The path in the declaration, where it has one: what `ignore` names.
    pub at: Option<Path>,
    /// How much it weighs.
    pub severity: Severity,
    /// How much it weighs where the rule's own class does not say it.
    pub class: Class,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words beside the marked text.
    pub label: String,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, String)>,
    /// What was looked for, what was found.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
    /// An edit that mends it.
    pub fix: Option<Fix>,
    /// What stood in the way, where something elsewhere could not be looked at: findings of one host become one.
    pub obstacle: Option<Obstacle>,
    /// What it has in common with others of its rule on the same host, where those are said at once.
    pub of_host: Option<OfHost>,
}

impl Finding {
    /// A finding at the value of a path.
    #[must_use]
    pub fn new(rule: &'static Rule, at: &Path, message: impl Into<String>) -> Self {
        Self::placed(rule, Place::Path(at.clone(), Part::Value), message)
    }

    /// A finding at the key of a path.
    #[must_use]
    pub fn at_key(rule: &'static Rule, at: &Path, message: impl Into<String>) -> Self {
        Self::placed(rule, Place::Path(at.clone(), Part::Key), message)
    }

    /// A finding anywhere.
    #[must_use]
    pub fn placed(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        let at = match &place {
            Place::Path(path, _) => Some(path.clone()),
            Place::File | Place::Span(_) => None,
        };
        Self {
            rule,
            place,
            at,
            severity: Severity::Error,
            class: rule.class,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
            fix: None,
            obstacle: None,
            of_host: None,
        }
    }

    /// With a few words beside the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With one more place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// With one more line on what was looked for or found.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Said once for all addresses of a host.
    #[must_use]
    pub fn of_host(mut self, host: impl Into<String>, words: &'static str) -> Self {
        self.of_host = Some(OfHost { host: host.into(), words });
        self
    }

    /// With an edit that mends it, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}
