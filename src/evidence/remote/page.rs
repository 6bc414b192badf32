//! A page that was answered with success, held against the items that cite it.

mod doubts;
mod security_txt;
mod stand_in;

use super::content::{Content, What};
use super::redirect::{self, Redirect};
use super::{permalink, reasons};
use crate::declaration::{Check, Locator};
use crate::evidence::budget::Budget;
use crate::evidence::checks::{Seen, on_one_line};
use crate::evidence::citation::{Citation, Place};
use crate::evidence::fragment::Fragment;
use crate::evidence::judge::{look, verdict, withhold_new_addresses};
use crate::evidence::outcome::{Trouble, TroubleKind, Verdict};
use crate::evidence::own_output;
use crate::evidence::web::Fetched;
use jiff::civil::Date;
use stand_in::StandIn;
use url::Url;

/// A page, read once for all items that cite it.
pub(super) struct Answered<'a> {
    fetched: &'a Fetched,
    host: &'a str,
    redirect: Redirect,
    content: Content,
    stand_in: Option<StandIn>,
    /// Whether its beginning was enough: nothing is asked of it but whether it is there.
    is_glanced_at: bool,
    own: Option<&'static str>,
}

impl<'a> Answered<'a> {
    /// Reads a page as far as these items need it: most of them cite a page and ask nothing else of it.
    pub(super) fn new(
        fetched: &'a Fetched,
        host: &'a str,
        redirect: Redirect,
        citations: &[Citation<'_>],
    ) -> Self {
        let content = Content::of(fetched);
        let text = content.document.source().ok().filter(|_| content.is_page());
        let glance = text
            .filter(|_| citations.iter().all(Citation::is_only_looked_up))
            .and_then(|source| stand_in::at_a_glance(&source.text));
        let is_glanced_at = glance.is_some();
        let stand_in = match &glance {
            Some(page) => stand_in::of(page),
            None => content.document.page().filter(|_| content.is_page()).and_then(stand_in::of),
        };
        let own = own_output(&content);
        Self { fetched, host, redirect, content, stand_in, is_glanced_at, own }
    }

    /// The verdict on one item.
    pub(super) fn judge(&self, citation: &Citation<'_>, today: Date, budget: &Budget) -> Verdict {
        let mut verdict = self.verdict(citation, today, budget);
        if let Some(host) = self.redirect.host() {
            verdict.found = format!("{}; after a redirect to `{host}`", verdict.found);
        }
        verdict
    }

    fn verdict(&self, citation: &Citation<'_>, today: Date, budget: &Budget) -> Verdict {
        let citation = &self.as_read(citation);
        if let Some(what) = self.own {
            return citation.failed(own(citation, what));
        }
        if self.fetched.is_cut && citation.sha256().is_some() {
            return citation.failed(doubts::cut(self, citation));
        }
        let mut seen = look(citation, &self.content.document, today, budget);
        for trouble in &mut seen.troubles {
            if trouble.contradicts()
                && let Some(doubt) = self.doubt(citation, trouble)
            {
                doubt.cast_on(trouble, citation, self.host);
            }
            if trouble.kind == TroubleKind::Unreadable && trouble.obstacle.is_none() {
                *trouble = reasons::doubt(trouble.clone(), self.host, "it cannot be looked into");
            }
        }
        if seen.troubles.iter().any(|trouble| trouble.kind == TroubleKind::NotJson) {
            self.say_what_it_is(&mut seen);
        }
        self.add_what_else_is_wrong(citation, &mut seen);
        withhold_new_addresses(&mut seen.troubles);
        verdict(citation, seen)
    }

    /// The citation with its fragment as this kind of content has it.
    fn as_read<'b>(&self, citation: &Citation<'b>) -> Citation<'b> {
        let mut citation = citation.clone();
        let has_lines = matches!(self.content.what, What::Text(_));
        citation.place = if has_lines { Place::Elsewhere } else { Place::Page };
        if self.content.is_page() {
            citation.fragment =
                citation.fragment.take().and_then(|fragment| self.name_in_page(&citation, fragment));
        }
        citation
    }

    /// In HTML everything is a name, also `L10`. Every page has a top.
    fn name_in_page(&self, citation: &Citation<'_>, fragment: Fragment) -> Option<Fragment> {
        let anchors = self.content.document.anchors();
        match fragment {
            Fragment::Anchor(name) if name.eq_ignore_ascii_case("top") && anchors.find(&name).is_none() => {
                None
            }
            Fragment::Anchor(name) => Some(Fragment::Anchor(name)),
            Fragment::Lines(lines) => {
                let written = citation.written_fragment.unwrap_or_default();
                let written = written.split(":~:").next().unwrap_or_default().to_owned();
                let ends = [lines.first, lines.last].map(|line| format!("L{line}"));
                let has_ends = ends.iter().all(|end| anchors.find(end).is_some());
                let [first, _] = ends;
                Some(Fragment::Anchor(if has_ends { first } else { written }))
            }
        }
    }

    /// What is wrong besides what was asked.
    fn add_what_else_is_wrong(&self, citation: &Citation<'_>, seen: &mut Seen) {
        // Of something else than a security.txt there is no more to say, and it may be large.
        let is_valid = seen.troubles.iter().all(|trouble| {
            trouble.kind != TroubleKind::SecurityTxtInvalid && trouble.kind != TroubleKind::Unreachable
        });
        if matches!(citation.item.check(), Some(Check::SecurityTxt)) && is_valid {
            let troubles = security_txt::troubles(citation, self.fetched, &self.redirect, &self.content);
            seen.troubles.extend(troubles);
        }
        let asked = asked(citation);
        let holds = seen.troubles.iter().all(|trouble| trouble.kind.outcome().is_none());
        if citation.is_only_looked_up() && holds {
            let trouble = match self.stand_in {
                _ if self.is_empty() => Some(doubts::empty(citation, self.host)),
                Some(StandIn::NotFound) => Some(soft_not_found(citation, self.host, "its title says so")),
                Some(stand_in) => Some(doubts::stand_in(citation, stand_in, self.host)),
                None if asked.as_ref().is_some_and(|asked| self.leads_home(asked)) => {
                    Some(soft_not_found(citation, self.host, "it leads to the home page"))
                }
                None => None,
            };
            if let Some(trouble) = trouble {
                seen.troubles.push(trouble);
                return;
            }
            let is_read = self.content.is_page() && !self.is_glanced_at;
            if is_read && doubts::is_made_by_script(&self.content) {
                seen.found.push("the page is there; a script makes its text".to_owned());
            }
        }
        if let Some(asked) = asked {
            seen.troubles.extend(self.moved(citation, &asked));
            seen.troubles.extend(self.other_host(citation));
        }
    }

    /// Says what came in place of JSON.
    fn say_what_it_is(&self, seen: &mut Seen) {
        let what = match self.fetched.content_type.as_deref() {
            Some(header) => format!("`Content-Type`: `{}`", on_one_line(header)),
            None => "it has no `Content-Type`".to_owned(),
        };
        for trouble in seen.troubles.iter_mut().filter(|trouble| trouble.kind == TroubleKind::NotJson) {
            trouble.notes.push(what.clone());
            trouble.help = Some(
                "cite the address that answers programs; of what people read, quote what shows that the answer holds"
                    .to_owned(),
            );
        }
        seen.found.push(what);
    }

    /// Whether nothing at all was answered, as with 204.
    fn is_empty(&self) -> bool {
        !self.fetched.is_cut && self.fetched.body.trim_ascii().is_empty()
    }

    /// A page of a host that the declaration does not name.
    fn other_host(&self, citation: &Citation<'_>) -> Option<Trouble> {
        // Each is said by a rule of its own.
        let has_moved = self.fetched.moved_to.as_ref() == Some(&self.fetched.url);
        let is_said = has_moved || matches!(citation.item.check(), Some(Check::SecurityTxt));
        let host = self.redirect.unforeseen().filter(|_| !is_said)?;
        let message = format!("{} leads on to another host, `{host}`", citation.name());
        let to = on_one_line(self.fetched.url.as_str());
        Some(Trouble::new(TroubleKind::OtherHost, "url", message).note(format!("what was looked at: `{to}`")).help(
            "see that what is there is the registry's word; if it is, cite that address, so that readers see it too",
        ))
    }

    /// Whether a redirect ended at the top of a site although something below was asked for.
    fn leads_home(&self, asked: &Url) -> bool {
        let is_home = |url: &Url| url.path() == "/" && url.query().is_none();
        is_home(&self.fetched.url) && !is_home(asked)
    }

    fn moved(&self, citation: &Citation<'_>, asked: &Url) -> Option<Trouble> {
        let to = self.fetched.moved_to.as_ref().filter(|to| *to != asked && !self.leads_home(asked))?;
        let target = permalink::moved(address(citation), to);
        let say = |message| {
            Trouble::new(TroubleKind::Moved, "url", message).note(format!("now: `{}`", on_one_line(&target)))
        };
        let name = citation.name();
        if self.redirect.unforeseen().is_some() && !redirect::is_same_host(asked, to) {
            // Whose word is taken is for a person to say.
            let message = format!("{name} has moved for good to another host, `{}`", reasons::host(to));
            return Some(say(message).help("see that it is the registry's, and cite the new address"));
        }
        let help = "cite the new address: old ones are not kept for ever";
        Some(say(format!("{name} has moved for good")).help(help).moved_to(target))
    }
}

fn own_output(content: &Content) -> Option<&'static str> {
    let text = &content.document.source().ok()?.text;
    if content.is_page() { own_output::detect_in_page(text) } else { own_output::detect(text) }
}

/// The address as written.
pub(super) fn address<'a>(citation: &Citation<'a>) -> &'a str {
    match citation.item.locator() {
        Some(Locator::Url(address)) => address,
        _ => citation.path,
    }
}

fn asked(citation: &Citation<'_>) -> Option<Url> {
    let mut url = Url::parse(address(citation)).ok()?;
    url.set_fragment(None);
    Some(url)
}

/// What this tool wrote.
pub(super) fn own(citation: &Citation<'_>, what: &str) -> Trouble {
    let message = format!("{} is {what}, which is no evidence for itself", citation.name());
    Trouble::new(TroubleKind::OwnOutput, "url", message)
        .help("point to what the registry publishes or runs, not to what this tool reads or writes")
}

fn soft_not_found(citation: &Citation<'_>, host: &str, why: &str) -> Trouble {
    let message = format!("{} answers, but there is no such page: {why}", citation.name());
    reasons::doubt(Trouble::new(TroubleKind::SoftNotFound, "url", message).note(why), host, why)
        .help("find where the page is now and cite that")
}
