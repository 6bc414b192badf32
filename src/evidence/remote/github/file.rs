//! Files at a branch, a tag or a commit.

use super::{Answered, failed};
use crate::evidence::budget::Budget;
use crate::evidence::checks::Seen;
use crate::evidence::citation::Citation;
use crate::evidence::document::{Document, NotText};
use crate::evidence::judge::look;
use crate::evidence::kind::Kind;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::evidence::own_output;
use crate::evidence::remote::{page, permalink, reasons};
use crate::evidence::web::{NoContent, RemoteFile, Standing};
use crate::text::hash::is_object_id;
use jiff::civil::Date;

/// A file, parsed once.
pub(super) struct Read {
    document: Result<Document, NoContent>,
    own: Option<&'static str>,
}

impl Read {
    pub(super) fn new(file: &RemoteFile) -> Self {
        let document = file.content.as_ref().map_err(|error| *error).map(|bytes| {
            let kind = Kind::of(&file.path);
            if bytes.starts_with(b"%PDF-") {
                Document::decoded(kind, bytes.clone(), Err(NotText::Pdf))
            } else {
                Document::new(kind, bytes.clone())
            }
        });
        let text = document.as_ref().ok().and_then(|document| document.source().ok());
        let own = if own_output::is_declaration(&file.path, "") {
            Some("a declaration")
        } else {
            text.and_then(|source| own_output::detect(&source.text))
        };
        Self { document, own }
    }
}

impl Answered<'_> {
    pub(super) fn look_at_file(
        &self,
        file: &RemoteFile,
        citation: &Citation<'_>,
        today: Date,
        budget: &Budget,
    ) -> Seen {
        if let Some(what) = self.file.as_ref().and_then(|read| read.own) {
            return failed(page::own(citation, what));
        }
        let standing = self.standing(citation, file.standing);
        if let Some(trouble) = standing.clone().filter(|_| file.standing == Standing::Dangling) {
            return failed(trouble);
        }
        let mut seen = match self.file.as_ref().map(|read| &read.document) {
            Some(Ok(document)) => look(citation, document, today, budget),
            Some(Err(error)) if !citation.is_only_looked_up() => {
                failed(self.without_content(citation, *error))
            }
            _ => Seen { found: vec!["the file is there".to_owned()], ..Seen::default() },
        };
        seen.troubles.extend(standing);
        seen.troubles.extend(follows_branch(file, citation));
        seen
    }

    fn without_content(&self, citation: &Citation<'_>, error: NoContent) -> Trouble {
        match error {
            NoContent::NotAsked => self.cannot(citation, "its content was not given"),
            NoContent::Binary => self.cannot(citation, "it is binary").help("pin it with `sha256`"),
            NoContent::TooLarge => self
                .cannot(citation, "it is too large")
                .help("cite a smaller file, or the page that is made from it"),
            NoContent::Unreachable(reason) => {
                let mut trouble = reasons::unreachable(citation, self.host, reason);
                trouble.message = format!("the content of {} could not be had: {}", citation.name(), reason);
                trouble
            }
        }
    }
}

/// Where a link that follows a branch leads now.
fn follows_branch(file: &RemoteFile, citation: &Citation<'_>) -> Option<Trouble> {
    let commit = file.commit.as_deref().filter(|commit| !commit.eq_ignore_ascii_case(&file.reference))?;
    let target = permalink::at_commit(page::address(citation), &file.reference, commit)
        .filter(|_| is_object_id(commit))?;
    Some(Trouble::new(TroubleKind::FollowsBranch, "url", file.reference.clone()).moved_to(target))
}
