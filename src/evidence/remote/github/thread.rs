//! Issues, pull requests and discussions.

mod posts;

use super::{Answered, failed};
use crate::declaration::Check;
use crate::evidence::budget::Budget;
use crate::evidence::checks::{Seen, on_one_line};
use crate::evidence::citation::Citation;
use crate::evidence::fragment::Fragment;
use crate::evidence::kind::Kind;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::evidence::own_output;
use crate::evidence::remote::{page, reasons};
use crate::evidence::web::{Thread, ThreadKind, ThreadState};
use jiff::civil::Date;

/// How the anchors of what people wrote in a thread begin.
const COMMENTS: &[&str] = &["issuecomment-", "discussion_r", "pullrequestreview-", "discussioncomment-"];

impl Answered<'_> {
    pub(super) fn look_at_thread(
        &self,
        thread: &Thread,
        citation: &Citation<'_>,
        today: Date,
        budget: &Budget,
    ) -> Seen {
        let mut seen = match citation.fragment.as_ref() {
            None => self.whole_thread(thread, citation, today, budget),
            Some(fragment) => self.comment(thread, fragment, citation, today, budget),
        };
        if citation.fragment.is_none() || seen.found.is_empty() {
            seen.found.insert(0, described(thread));
        }
        seen.troubles.extend(open(thread, citation));
        seen
    }

    fn whole_thread(&self, thread: &Thread, citation: &Citation<'_>, today: Date, budget: &Budget) -> Seen {
        let mut seen = match citation.item.check() {
            Some(Check::Quote(_)) | None if citation.sha256().is_none() => {
                posts::search(thread, citation, budget)
            }
            _ => self.text(Kind::Markdown, &thread.text, citation, today, budget),
        };
        if !thread.is_complete {
            for trouble in seen.troubles.iter_mut().filter(|trouble| trouble.contradicts()) {
                let why = "not all of its comments were given";
                trouble.message =
                    format!("whether {} says the quote could not be told: {why}", citation.name());
                trouble.kind = TroubleKind::Unreachable;
                *trouble = reasons::doubt(trouble.clone(), self.host, why)
                    .help("cite the comment itself, by the link behind its date");
            }
        }
        seen
    }

    fn comment(
        &self,
        thread: &Thread,
        fragment: &Fragment,
        citation: &Citation<'_>,
        today: Date,
        budget: &Budget,
    ) -> Seen {
        let Fragment::Anchor(anchor) = fragment else {
            return failed(self.cannot(citation, "a thread has no lines"));
        };
        if let Some((_, text)) = thread.comments.iter().find(|(name, _)| name == anchor) {
            if let Some(what) = own_output::marked(text) {
                return failed(page::own(citation, what));
            }
            let mut within = citation.clone();
            within.fragment = None;
            let mut seen = self.text(Kind::Markdown, text, &within, today, budget);
            seen.found.insert(0, format!("a comment, `#{}`", on_one_line(anchor)));
            return seen;
        }
        let is_comment = COMMENTS.iter().any(|beginning| {
            anchor
                .strip_prefix(beginning)
                .is_some_and(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()))
        });
        if !is_comment || !thread.is_complete {
            let why = if is_comment {
                "not all of its comments were given"
            } else {
                "what the fragment names is not told"
            };
            return failed(
                self.cannot(citation, why)
                    .help("cite the thread without it, or a comment by the link behind its date"),
            );
        }
        let message = format!("{} has no comment `#{}`", citation.name(), on_one_line(anchor));
        let count = thread.comments.len();
        let trouble = Trouble::new(TroubleKind::NoSuchAnchor, "url", message)
            .note(format!("it has {count} {}", if count == 1 { "comment" } else { "comments" }))
            .help("the comment was deleted, or never there: cite what says it now");
        failed(trouble)
    }
}

fn described(thread: &Thread) -> String {
    let kind = kind(thread.kind);
    match thread.state {
        Some(state) => format!("{kind}, {}", word(thread.kind, state)),
        None => kind.to_owned(),
    }
}

fn kind(kind: ThreadKind) -> &'static str {
    match kind {
        ThreadKind::Issue => "an issue",
        ThreadKind::PullRequest => "a pull request",
        ThreadKind::Discussion => "a discussion",
    }
}

fn word(kind: ThreadKind, state: ThreadState) -> &'static str {
    match (kind, state) {
        (_, ThreadState::Open) => "open",
        (ThreadKind::PullRequest, ThreadState::Closed | ThreadState::NotPlanned) => {
            "closed without being merged"
        }
        (_, ThreadState::Closed) => "closed",
        (_, ThreadState::NotPlanned) => "closed as not planned",
        (_, ThreadState::Merged) => "merged",
    }
}

/// A thread that shows that something is not done: work that is open, given up or refused.
fn open(thread: &Thread, citation: &Citation<'_>) -> Option<Trouble> {
    let state = thread.state?;
    let is_open = match (thread.kind, state) {
        (ThreadKind::Discussion, _) | (_, ThreadState::Merged) | (ThreadKind::Issue, ThreadState::Closed) => {
            false
        }
        (ThreadKind::Issue | ThreadKind::PullRequest, _) => true,
    };
    is_open.then(|| {
        let message =
            format!("{} is {} that is {}", citation.name(), kind(thread.kind), word(thread.kind, state));
        Trouble::new(TroubleKind::ThreadOpen, "url", message).help(
            "cite what shows that it is done: the merged change, the documentation; or answer `planned`",
        )
    })
}
