//! Evidence: how it is cited, and what came of looking at it.

pub(super) mod evidence_anchor;
pub(super) mod evidence_check;
pub(super) mod evidence_commit;
pub(super) mod evidence_commit_dangling;
pub(super) mod evidence_file;
pub(super) mod evidence_json;
pub(super) mod evidence_lines;
pub(super) mod evidence_locator;
pub(super) mod evidence_not_a_file;
pub(super) mod evidence_own_output;
pub(super) mod evidence_path;
pub(super) mod evidence_quote;
pub(super) mod evidence_security_txt;
pub(super) mod evidence_sha256;
pub(super) mod evidence_unreadable;
pub(super) mod line_range_unpinned;
pub(super) mod mutable_link;
pub(super) mod part_not_named;
pub(super) mod quote_too_short;
pub(super) mod security_txt_expired;
pub(super) mod shared_evidence;
pub(super) mod url_credentials;
pub(super) mod url_host_spelling;
pub(super) mod url_malformed;
pub(super) mod url_not_https;
pub(super) mod url_private_host;

use super::Context;
use super::links::is_address;
use crate::declaration::{Item, Locator};
use crate::evidence::{Trouble, TroubleKind};
use crate::findings::{Finding, Fix, Rule, Spelling};
use crate::read::{Part, Path};
use crate::text::passage::shorten;
use crate::text::sanitize::is_unprintable;

/// Findings for one kind of trouble that looking at files of this repository ran into.
fn troubles(
    context: &Context<'_>,
    kind: TroubleKind,
    rule: &'static Rule,
    label: &str,
    findings: &mut Vec<Finding>,
) {
    findings.extend(found(context, kind, rule, label, |item| !is_address(item)));
}

/// Findings for one kind of trouble, with the items that are asked for.
pub(super) fn found<'a>(
    context: &'a Context<'_>,
    kind: TroubleKind,
    rule: &'static Rule,
    label: &'a str,
    is_asked: impl Fn(&Item) -> bool + 'a,
) -> impl Iterator<Item = Finding> + 'a {
    let ours = context.troubles().filter(move |(item, trouble)| trouble.kind == kind && is_asked(item));
    ours.map(move |(item, trouble)| finding(item, trouble, rule, label))
}

/// The finding that a trouble makes.
pub(super) fn finding(item: &Item, trouble: &Trouble, rule: &'static Rule, label: &str) -> Finding {
    let mut finding = Finding::new(rule, &place(item, trouble), &trouble.message).label(label);
    finding.notes.clone_from(&trouble.notes);
    finding.help.clone_from(&trouble.help);
    let target = trouble.moved_to.as_ref().filter(|target| can_be_cited(target, item));
    finding.fix(target.map(|target| cite(target, item)))
}

/// The edit that cites another place.
fn cite(target: &str, item: &Item) -> Fix {
    let title = format!("cite `{}`", shorten(target));
    Fix::replace(title, &item.locator_at, Part::Value, target, Spelling::AsBefore)
}

/// Whether a place can be cited at all: a `#` divides path and fragment, so a path cannot hold one, and nothing hides in it.
fn can_be_cited(target: &str, item: &Item) -> bool {
    let has_fragment = match item.locator() {
        Some(Locator::File { fragment, .. }) => fragment.is_some(),
        Some(Locator::Url(address)) => address.contains('#'),
        _ => false,
    };
    target.matches('#').count() <= usize::from(has_fragment)
        && target.trim() == target
        && !target.chars().any(|c| c == '\n' || c == '\t' || is_unprintable(c))
}

/// The key of the item that is to blame, the item in its list where it has one.
fn place(item: &Item, trouble: &Trouble) -> Path {
    match (trouble.key, trouble.item) {
        (Some("file" | "url"), _) => item.locator_at.clone(),
        (Some(key), Some(index)) => item.at.key(key).item(index),
        (Some(key), None) => item.at.key(key),
        (None, _) => item.at.clone(),
    }
}

/// Whether something at this path is reported as malformed already.
fn is_malformed(context: &Context<'_>, at: &Path) -> bool {
    context.mismatches.iter().any(|mismatch| at.covers(&mismatch.at))
}
