//! What GitHub says, held against the items that cite it.

mod file;
mod thread;
mod words;

use super::{permalink, reasons};
use crate::evidence::budget::Budget;
use crate::evidence::checks::{Seen, on_one_line};
use crate::evidence::citation::{Citation, Place};
use crate::evidence::document::Document;
use crate::evidence::judge::{look, verdict, withhold_new_addresses};
use crate::evidence::kind::Kind;
use crate::evidence::outcome::{Trouble, TroubleKind, Verdict};
use crate::evidence::web::{self, Standing, Subject};
use crate::links::github::{RepositoryName, Target};
use jiff::civil::Date;

/// What GitHub says of one thing, read once for all items that cite it.
pub(super) struct Answered<'a> {
    seen: &'a web::Seen,
    asked: &'a RepositoryName,
    target: &'a Target,
    host: &'a str,
    file: Option<file::Read>,
}

impl<'a> Answered<'a> {
    /// Reads what GitHub says.
    pub(super) fn new(
        seen: &'a web::Seen,
        asked: &'a RepositoryName,
        target: &'a Target,
        host: &'a str,
    ) -> Self {
        let file = match &seen.subject {
            Subject::File(file) => Some(file::Read::new(file)),
            _ => None,
        };
        Self { seen, asked, target, host, file }
    }

    /// The verdict on one item.
    pub(super) fn judge(&self, citation: &Citation<'_>, today: Date, budget: &Budget) -> Verdict {
        let mut citation = citation.clone();
        citation.place = Place::Elsewhere;
        let citation = &citation;
        let mut seen = self.look(citation, today, budget);
        for trouble in &mut seen.troubles {
            if trouble.kind == TroubleKind::Unreadable && trouble.obstacle.is_none() {
                *trouble = reasons::doubt(trouble.clone(), self.host, "it cannot be looked into");
            }
        }
        let is_there = !matches!(self.seen.subject, Subject::Absent | Subject::Untold(_));
        if is_there {
            self.add_what_changed(citation, &mut seen);
        }
        withhold_new_addresses(&mut seen.troubles);
        verdict(citation, seen)
    }

    fn look(&self, citation: &Citation<'_>, today: Date, budget: &Budget) -> Seen {
        match &self.seen.subject {
            Subject::There => self.there(citation, &words::of(self.target)),
            Subject::Absent => failed(self.absent(citation)),
            Subject::Directory => self.there(citation, "a directory"),
            Subject::Commit(standing) => match self.standing(citation, *standing) {
                Some(trouble) => failed(trouble),
                None => self.there(citation, &words::of(self.target)),
            },
            Subject::File(file) => self.look_at_file(file, citation, today, budget),
            Subject::Thread(thread) => self.look_at_thread(thread, citation, today, budget),
            Subject::Release(release) if release.draft => {
                let why = "it is a draft, which only maintainers see";
                failed(self.cannot(citation, why).help("publish the release"))
            }
            Subject::Release(release) => self.text(Kind::Markdown, &release.text, citation, today, budget),
            Subject::Untold(reason) => failed(reasons::unreachable(citation, self.host, *reason)),
        }
    }

    /// Something that is there and whose text GitHub's API does not give.
    fn there(&self, citation: &Citation<'_>, what: &str) -> Seen {
        // The page of a repository shows its README under this name.
        let is_readme = *self.target == Target::Repository
            && !citation.is_checked()
            && matches!(citation.written_fragment, Some("readme" | "readme-ov-file"));
        if !citation.is_only_looked_up() && !is_readme {
            let why = format!("of {what} there is no text to look into");
            let help =
                "cite the file itself, at a commit: `https://github.com/OWNER/NAME/blob/COMMIT/README.md`";
            return failed(self.cannot(citation, &why).help(help));
        }
        Seen {
            found: vec![format!("{what} of `{}`", on_one_line(&self.seen.repository.to_string()))],
            ..Seen::default()
        }
    }

    /// A text, held against what is asked of it.
    fn text(&self, kind: Kind, text: &str, citation: &Citation<'_>, today: Date, budget: &Budget) -> Seen {
        let document = Document::decoded(kind, text.as_bytes().to_vec(), Ok(text.to_owned()));
        if citation.sha256().is_some() {
            return failed(
                self.cannot(citation, "it has no bytes of its own to hash").help("quote from it instead"),
            );
        }
        look(citation, &document, today, budget)
    }

    fn absent(&self, citation: &Citation<'_>) -> Trouble {
        let repository = on_one_line(&self.seen.repository.to_string());
        let what = words::of(self.target);
        let message = format!("`{repository}` can be seen, and {what} is not in it");
        Trouble::new(TroubleKind::Gone, "url", message)
            .note(format!("looked for: {}", citation.name()))
            .help("find where it is now, or what replaced it, and cite that")
    }

    /// Something that is there and cannot be looked at.
    fn cannot(&self, citation: &Citation<'_>, why: &str) -> Trouble {
        let message = format!("{} could not be looked into: {why}", citation.name());
        reasons::doubt(Trouble::new(TroubleKind::Unreachable, "url", message).note(why), self.host, why)
    }

    /// What is wrong where no branch or tag is known to hold a commit.
    fn standing(&self, citation: &Citation<'_>, standing: Standing) -> Option<Trouble> {
        match standing {
            Standing::Held => None,
            Standing::Dangling => {
                let repository = on_one_line(&self.seen.repository.to_string());
                let message =
                    format!("no branch or tag of `{repository}` holds the commit of {}", citation.name());
                let trouble = Trouble::new(TroubleKind::CommitDangling, "url", message)
                    .note("GitHub shows commits of forks under this address as well")
                    .help("it may come from a fork: cite a commit of a branch or tag of this repository");
                Some(reasons::doubt(trouble, self.host, "no branch or tag holds the commit"))
            }
            Standing::Untold => {
                let why = "whether a branch or tag holds the commit could not be told";
                Some(self.cannot(citation, why).help(
                    "a token (`GITHUB_TOKEN`) lets GitHub be asked; without a branch or tag the commit may come from a fork",
                ))
            }
        }
    }

    /// What is no longer as the link says, but does not count against it.
    fn add_what_changed(&self, citation: &Citation<'_>, seen: &mut Seen) {
        let address = super::page::address(citation);
        let now = &self.seen.repository;
        let renamed = now != self.asked;
        let moved_thread = match &self.seen.subject {
            Subject::Thread(thread) => thread.moved_to.as_ref(),
            _ => None,
        };
        let target = match moved_thread {
            Some(to) => Some(permalink::moved(address, to)),
            None if renamed => permalink::in_repository(address, now),
            None => None,
        };
        if let Some(target) = target.filter(|target| target != address) {
            let message =
                format!("`{}` is now at `{}`", on_one_line(&self.asked.to_string()), on_one_line(&target));
            seen.troubles.push(
                Trouble::new(TroubleKind::Moved, "url", message)
                    .help("cite the new address: whoever takes the old name takes the link")
                    .moved_to(target),
            );
        }
        if self.seen.archived == Some(true) {
            let message = format!("`{}` is archived", on_one_line(&now.to_string()));
            seen.troubles.push(
                Trouble::new(TroubleKind::Archived, "url", message)
                    .help("nobody works there any more: see that the answer still holds, and cite where the work goes on"),
            );
        }
    }
}

/// One trouble and nothing seen.
fn failed(trouble: Trouble) -> Seen {
    Seen { found: Vec::new(), troubles: vec![trouble] }
}
