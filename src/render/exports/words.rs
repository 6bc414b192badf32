//! What an export says of an answer, in one sentence or a few. Text of the declaration stands in code spans, since some readers
//! take such sentences for Markdown.

use super::row::{Row, Seen};
use crate::declaration::{Answer, Locator, Plan, Status};
use crate::evidence::Outcome;
use crate::read::Step;
use crate::render::inert_markdown::code;
use crate::text::passage::shorten;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// What does not stand in the name of something as it is.
const FOLDED: &AsciiSet = &capitals(NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~'));

const fn capitals(mut set: AsciiSet) -> AsciiSet {
    let mut letter = b'A';
    while letter <= b'Z' {
        set = set.add(letter);
        letter += 1;
    }
    set
}

/// Untrusted words in a sentence.
pub fn quoted(text: &str) -> String {
    code(&shorten(text))
}

impl Row<'_> {
    /// The requirement's title, with the client that it is about.
    pub fn title(&self) -> String {
        match &self.label {
            Some(client) => format!("{} ({client})", self.requirement.title),
            None => self.requirement.title.to_string(),
        }
    }

    /// What tells the row from all others of the declaration.
    pub fn key(&self) -> [&str; 2] {
        [&self.requirement.id, self.client.unwrap_or_default()]
    }

    /// What is declared, and what came of the evidence.
    pub fn message(&self) -> String {
        let mut message = self.declared();
        let Some(standing) = self.standing else { return message };
        if standing.contradicted {
            message.push_str(" Evidence that it rests on was seen to be otherwise.");
        }
        if !self.doubts.is_empty() {
            message.push_str(" The answer cannot be taken as it stands: ");
            message.push_str(&self.doubts.join(", "));
            message.push('.');
        }
        if let Some(unseen) = self.unseen().filter(|_| standing.status == Status::Met) {
            message.push(' ');
            message.push_str(unseen);
        }
        message
    }

    /// Why nothing that was looked at shows the answer; `None` where something does, or it rests on another answer.
    pub fn unseen(&self) -> Option<&'static str> {
        let is_own = self.standing.is_some_and(|it| it.implied_by.is_none());
        if !is_own || self.evidence.iter().any(Seen::was_seen) {
            return None;
        }
        Some(match self.evidence.iter().all(|seen| seen.outcome == Outcome::Unchecked) {
            true if self.evidence.is_empty() => "It cites no evidence.",
            true => "Its evidence was not looked at.",
            false => "Its evidence could not be looked at.",
        })
    }

    fn declared(&self) -> String {
        let Some(standing) = self.standing else {
            return format!(
                "Not applicable: the track {} does not apply to this kind of registry.",
                self.track
            );
        };
        if let Some(other) = &standing.implied_by {
            return format!("Self-declared as met: `{other}` is, and implies it.");
        }
        let Some(answer) = self.answer else { return "Not assessed.".to_owned() };
        match answer.status {
            Some(Status::Met) => format!("Self-declared as met{}.", by(answer)),
            Some(Status::Partial) => match list(&standing.missing) {
                Some(missing) => format!("Self-declared as partial, missing {missing}."),
                None => "Self-declared as partial.".to_owned(),
            },
            Some(Status::Planned) => "Self-declared as planned.".to_owned(),
            Some(Status::Unmet) => "Self-declared as unmet.".to_owned(),
            Some(Status::NotApplicable) => {
                let reason = answer.reason.as_deref().map(quoted);
                let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
                let refused = standing.status != Status::NotApplicable;
                let refused = if refused { " The framework does not allow that here." } else { "" };
                format!("Self-declared as not applicable{reason}.{refused}")
            }
            Some(Status::Unknown) => "Not assessed.".to_owned(),
            None => "Not assessed: the answer could not be read.".to_owned(),
        }
    }
}

/// Who or what meets it for the registry.
fn by(answer: &Answer) -> String {
    match (&answer.by, &answer.tool) {
        (Some(by), _) => format!(", by {}", quoted(by)),
        (None, Some(tool)) => format!(", by the separate tool {}", quoted(tool)),
        (None, None) => String::new(),
    }
}

fn list(ids: &[String]) -> Option<String> {
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    (!ids.is_empty()).then(|| ids.join(", "))
}

impl Seen<'_> {
    /// What the item is: its locator.
    pub fn name(&self) -> String {
        quoted(&self.item.name())
    }

    /// Where it stands in the declaration, as a JSON Pointer (RFC 6901): no two places have the same.
    pub fn pointer(&self) -> String {
        let steps = self.item.at.steps().iter().map(|step| match step {
            Step::Key(key) => format!("/{}", escaped(&key.replace('~', "~0").replace('/', "~1"))),
            Step::Item(index) => format!("/{index}"),
        });
        steps.collect()
    }

    /// Where a reader finds it, where that is an address that may be followed.
    pub fn link(&self) -> Option<String> {
        match self.item.locator()? {
            Locator::Url(url) => super::about::link(url),
            Locator::File { .. } | Locator::Statement(_) => None,
        }
    }

    /// What was looked for, what came of it.
    pub fn message(&self) -> String {
        let looked_for = if self.looked_for.is_empty() { self.name() } else { quoted(self.looked_for) };
        let found = if self.found.is_empty() { String::new() } else { format!(": {}", quoted(self.found)) };
        format!("{looked_for} {}{found}", self.outcome.as_str())
    }
}

/// As in the fragment of a URI, capitals too: two keys are told apart also by a reader that normalizes or folds them.
fn escaped(key: &str) -> String {
    percent_encoding::utf8_percent_encode(key, FOLDED).to_string()
}

/// How a requirement will be met.
pub fn plan(plan: &Plan) -> String {
    let by = plan.by.map(|day| format!(" by {day}"));
    let funding = plan.funding.as_deref().map(|funding| format!(", funding {}", quoted(funding)));
    let funder = plan.funder.as_deref().map(|funder| format!(" from {}", quoted(funder)));
    let issue = plan.issue.as_deref().map(|issue| format!(", tracked at {}", quoted(issue)));
    let rest: String = [by, funding, funder, issue].into_iter().flatten().collect();
    format!("Planned{rest}.")
}
