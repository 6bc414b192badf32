//! What items and plans want of the world outside.

use super::Terms;
use crate::evidence::citation::Citation;
use crate::evidence::web::{Depth, Want, Wants};
use crate::links::{Address, Link, Refusal, Wall, classify};

/// What becomes of an address.
pub(super) enum Route {
    /// It is asked for.
    Ask(Box<Want>),
    /// It is none; a rule about addresses says so.
    Malformed,
    /// Policy forbids to ask; a rule about addresses says so.
    Refused(Refusal),
    /// Only who is logged in can see it, at this host.
    Walled(Wall, String),
}

/// What becomes of an address, told from its words.
pub(super) fn route(text: &str, terms: &Terms<'_>) -> Route {
    let Ok(address) = Address::parse(text) else { return Route::Malformed };
    match classify(&address, terms.servers) {
        // The API is asked, whose place the operator names, and not the address.
        Link::GitHub(link) => Route::Ask(Box::new(Want::GitHub {
            server: link.server,
            repository: link.repository,
            target: link.target,
        })),
        Link::Walled(wall) => Route::Walled(wall, super::reasons::host(&address.url)),
        Link::SecurityTxt | Link::Data | Link::Pdf | Link::Redirector | Link::Page => {
            if let Err(refusal) = terms.policy.permit(&address) {
                return Route::Refused(refusal);
            }
            let mut url = address.url;
            url.set_fragment(None);
            Route::Ask(Box::new(Want::Page(url)))
        }
    }
}

/// How much an item needs of what it points to.
pub(super) fn depth(citation: &Citation<'_>) -> Depth {
    if citation.sha256().is_some() {
        return Depth::Bytes;
    }
    if citation.is_only_looked_up() { Depth::Existence } else { Depth::Text }
}

/// Adds a question; of two about one thing the deeper one is asked.
pub(super) fn add(wants: &mut Wants, want: Want, depth: Depth) {
    let asked = wants.entry(want).or_insert(depth);
    *asked = depth.max(*asked);
}
