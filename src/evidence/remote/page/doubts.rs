//! What was not found in a page may be there all the same. A miss is a contradiction only where none of this holds.

use super::Answered;
use super::stand_in::StandIn;
use crate::declaration::Check;
use crate::evidence::checks::quote::fold;
use crate::evidence::citation::Citation;
use crate::evidence::fragment::percent_decoded;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::evidence::remote::content::{Content, What};
use crate::evidence::remote::reasons;
use std::borrow::Cow;

/// A page that has a script and has less text than this, in folded bytes, is taken for one whose text the script makes: a
/// title and "Loading" are no more than that.
const LITTLE_TEXT: usize = 200;
/// The same for a page without any heading: a menu and a footer are no more than that.
const LITTLE_TEXT_WITHOUT_HEADING: usize = 1_000;

/// Why a miss may be none.
pub(super) struct Doubt {
    kind: TroubleKind,
    why: Cow<'static, str>,
    help: &'static str,
}

impl Doubt {
    fn new(why: impl Into<Cow<'static, str>>, help: &'static str) -> Self {
        Self { kind: TroubleKind::Unreachable, why: why.into(), help }
    }

    /// Makes of a contradiction something that could not be looked at.
    pub(super) fn cast_on(self, trouble: &mut Trouble, citation: &Citation<'_>, host: &str) {
        trouble.message = if self.kind == TroubleKind::SoftNotFound {
            format!("{} answers, but there is no such page: {}", citation.name(), self.why)
        } else {
            format!("{} could not be told: {}", told(trouble.kind), self.why)
        };
        trouble.notes.insert(0, format!("in {}", citation.name()));
        trouble.kind = self.kind;
        trouble.help = Some(self.help.to_owned());
        trouble.moved_to = None;
        *trouble = reasons::doubt(trouble.clone(), host, &self.why);
    }
}

fn told(kind: TroubleKind) -> &'static str {
    match kind {
        TroubleKind::NoSuchAnchor | TroubleKind::NoSuchLines => "whether the page has the fragment",
        TroubleKind::QuoteMissing => "whether the page says the quote",
        TroubleKind::HashDiffers => "the SHA-256",
        _ => "whether the check holds",
    }
}

/// A page that stands in for the one that was asked for.
pub(super) fn stand_in(citation: &Citation<'_>, stand_in: StandIn, host: &str) -> Trouble {
    let Doubt { kind, why, help } = of_stand_in(stand_in);
    let message = format!("{} could not be looked at: {why}", citation.name());
    reasons::doubt(Trouble::new(kind, "url", message).note(why.clone()), host, &why).help(help)
}

/// An answer without anything in it: whoever opens the link sees nothing, and no kind of evidence is empty by nature.
pub(super) fn empty(citation: &Citation<'_>, host: &str) -> Trouble {
    let why = "the answer is empty";
    let message = format!("{} could not be looked at: {why}", citation.name());
    reasons::doubt(Trouble::new(TroubleKind::Unreachable, "url", message).note(why), host, why)
        .help("cite a page that says something; where an empty file is what is meant, pin it with `sha256`")
}

/// A page that is larger than what was read: its hash cannot be told, whatever the hash of its beginning is.
pub(super) fn cut(page: &Answered<'_>, citation: &Citation<'_>) -> Trouble {
    let Doubt { kind, why, .. } = of_cut(page);
    let message = format!("the SHA-256 of {} could not be told: {why}", citation.name());
    reasons::doubt(Trouble::new(kind, "sha256", message).note(why.clone()), page.host, &why)
        .help("pin a smaller file, or cite its page and quote from that")
}

fn of_cut(page: &Answered<'_>) -> Doubt {
    let read = page.fetched.body.len() / 1024;
    Doubt::new(format!("only its first {read} KiB were read, and there is more"), "cite a smaller page")
}

fn of_stand_in(stand_in: StandIn) -> Doubt {
    match stand_in {
        StandIn::NotFound => Doubt {
            kind: TroubleKind::SoftNotFound,
            ..Doubt::new("its title says so", "find where the page is now and cite that")
        },
        StandIn::Challenge => Doubt::new(
            "it wants to know whether a person asks",
            "look with a browser; if it holds, accept this with `ignore`, or cite a page that answers programs",
        ),
        StandIn::Login => {
            Doubt::new("it asks to log in", "cite a page that everybody can see, or use `statement`")
        }
    }
}

/// Whether next to nothing of a page is in what the server sends, and there is a script that may make the rest.
pub(super) fn is_made_by_script(content: &Content) -> bool {
    content.document.page().is_some_and(|page| {
        let most = if page.headings.is_empty() { LITTLE_TEXT_WITHOUT_HEADING } else { LITTLE_TEXT };
        let is_little = || content.document.shown_folded().is_none_or(|text| text.text.len() < most);
        page.loads_script && (page.has_empty_mount || is_little())
    })
}

const USE_A_BROWSER: &str = "look with a browser; if it holds, cite a page whose text does not need one, or accept this with `ignore`";

fn scripted() -> Doubt {
    Doubt::new("a script makes its text", USE_A_BROWSER)
}

impl Answered<'_> {
    /// Why something that was not found may be there all the same; `None` where it is not.
    pub(super) fn doubt(&self, citation: &Citation<'_>, trouble: &Trouble) -> Option<Doubt> {
        if self.fetched.is_cut {
            return Some(of_cut(self));
        }
        if let Some(stand_in) = self.stand_in {
            return Some(of_stand_in(stand_in));
        }
        let page = self.content.document.page().filter(|_| self.content.is_page());
        let is_page = page.is_some();
        if page.is_some_and(|page| page.leads_on) {
            return Some(Doubt::new(
                "it leads on to another page by itself",
                "cite the page that it leads to",
            ));
        }
        match trouble.kind {
            TroubleKind::JsonDiffers | TroubleKind::NotJson
                if is_page && is_made_by_script(&self.content) =>
            {
                Some(scripted())
            }
            TroubleKind::NoSuchAnchor | TroubleKind::NoSuchLines => {
                if is_page {
                    self.anchor(citation)
                } else {
                    self.other_fragment()
                }
            }
            TroubleKind::QuoteMissing if is_page => self.quote(citation, trouble),
            _ => None,
        }
    }

    fn anchor(&self, citation: &Citation<'_>) -> Option<Doubt> {
        if is_made_by_script(&self.content) {
            return Some(scripted());
        }
        let written = citation.written_fragment.unwrap_or_default();
        let (name, is_text) = match written.split_once(":~:") {
            Some((name, _)) => (percent_decoded(name), true),
            None => (percent_decoded(written), false),
        };
        if is_text && self.content.document.page().is_some_and(|page| page.perhaps.is_some()) {
            return Some(Doubt::new(
                "only a browser can tell whether some of its text is seen",
                USE_A_BROWSER,
            ));
        }
        let loads_script = self.content.document.page().is_some_and(|page| page.loads_script);
        let is_route = name.starts_with(['/', '!']);
        let is_state = loads_script && name.contains(['=', '&', '/']) && !is_text;
        let is_line = matches!(
            crate::evidence::fragment::Fragment::parse(&name),
            crate::evidence::fragment::Fragment::Lines(_)
        );
        if is_route || is_state || (is_line && loads_script) {
            return Some(Doubt::new("a script reads such a fragment", USE_A_BROWSER));
        }
        (loads_script && self.is_linked_in_page(&name))
            .then(|| Doubt::new("the page links to the fragment, and a script may make it", USE_A_BROWSER))
    }

    /// Whether the page itself links to a missing anchor: a list of its sections, which a script then makes.
    fn is_linked_in_page(&self, name: &str) -> bool {
        let Ok(source) = self.content.document.source() else { return false };
        ['"', '\''].iter().any(|quote| source.text.contains(&format!("href={quote}#{name}{quote}")))
    }

    fn other_fragment(&self) -> Option<Doubt> {
        match self.content.what {
            What::Feed | What::Json | What::Xml => {
                let why = format!(
                    "it is {}, and what a fragment names in that depends on who reads it",
                    self.content.what.word()
                );
                Some(Doubt::new(why, "leave the fragment out; `quote` or `json` say more"))
            }
            _ => None,
        }
    }

    fn quote(&self, citation: &Citation<'_>, trouble: &Trouble) -> Option<Doubt> {
        if is_made_by_script(&self.content) {
            return Some(scripted());
        }
        let fragment = percent_decoded(citation.written_fragment.unwrap_or_default());
        let loads_script = self.content.document.page().is_some_and(|page| page.loads_script);
        let is_route =
            fragment.starts_with(['/', '!']) && self.content.document.anchors().find(&fragment).is_none();
        if is_route && loads_script {
            return Some(Doubt::new("a script shows what its fragment says", USE_A_BROWSER));
        }
        let Some(Check::Quote(quotes)) = citation.item.check() else { return None };
        let wanted = trouble.item.unwrap_or_else(|| fold(quotes).first().map_or(0, |(index, _)| *index));
        let quote = fold(quotes).into_iter().find(|(index, _)| *index == wanted)?.1;
        if self.content.document.is_perhaps_shown(&quote) {
            return Some(Doubt::new(
                "it stands where only a browser can tell whether it is seen",
                "look with a browser; if it holds, quote a passage that is plainly there, or accept this with `ignore`",
            ));
        }
        (loads_script && self.content.document.is_in_source(&quote)).then(|| {
            Doubt::new(
                "it stands in the source of the page, hidden or in a script, and a script may show it",
                USE_A_BROWSER,
            )
        })
    }
}
