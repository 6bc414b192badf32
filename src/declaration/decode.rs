//! Tree → typed declaration. Lenient: what does not fit is left out here, because [`super::conform()`] reports it.

use super::item::{Check, Item, Locator};
use super::model::{Answer, Client, Declaration, Ignore, Plan, Registry, Status, Withdrawal};
use super::words::PACKAGES;
use crate::read::{Entry, Kind, Node, Path, Style, scalar};
use jiff::civil::Date;

/// The typed form of what can be read.
#[must_use]
pub fn decode(root: &Node) -> Declaration {
    let top = Path::top();
    Declaration {
        principles: text(root, "principles"),
        registry: root.get("registry").map(registry).unwrap_or_default(),
        reviewed: root.get("reviewed").and_then(date),
        reviewed_by: text(root, "reviewed-by"),
        review_within_days: root
            .get("review-within-days")
            .and_then(Node::text)
            .and_then(|days| days.parse().ok()),
        contact: text(root, "contact"),
        claims: table(root, "claims")
            .filter_map(|entry| Some((entry.key.clone(), level(&entry.value)?)))
            .collect(),
        answers: answers(root, &top),
        clis: table(root, "clis").map(|entry| client(entry, &top.key("clis").key(&entry.key))).collect(),
        withdrawals: items(root, "withdrawals", &top).map(withdrawal).collect(),
        ignore: items(root, "ignore", &top).map(ignore).collect(),
    }
}

/// An ISO date from the text of a scalar, however it is quoted.
pub(super) fn date(node: &Node) -> Option<Date> {
    let text = node.text()?;
    let iso = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if iso { text.parse().ok() } else { None }
}

/// `0` to `3` in plain digits.
pub(super) fn level(node: &Node) -> Option<u8> {
    match &node.kind {
        Kind::Scalar { text, style: Style::Plain } if text.len() == 1 => {
            text.parse().ok().filter(|level| *level <= 3)
        }
        _ => None,
    }
}

/// `true` or `false`, plain.
pub(super) fn boolean(node: &Node) -> Option<bool> {
    match &node.kind {
        Kind::Scalar { text, style: Style::Plain } => scalar::boolean(text),
        _ => None,
    }
}

/// The entries of a map that are read: `x-` keys are not.
fn table<'a>(node: &'a Node, key: &str) -> impl Iterator<Item = &'a Entry> + use<'a> {
    node.get(key).map_or(&[] as &[Entry], Node::entries).iter().filter(|entry| !entry.key.starts_with("x-"))
}

fn items<'a>(node: &'a Node, key: &str, at: &Path) -> impl Iterator<Item = (&'a Node, Path)> + use<'a> {
    let at = at.key(key);
    let list = match node.get(key).map(|node| &node.kind) {
        Some(Kind::List(items)) => items.as_slice(),
        _ => &[],
    };
    list.iter().enumerate().map(move |(index, item)| (item, at.item(index)))
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::text).map(str::to_owned)
}

fn texts(node: &Node) -> Vec<String> {
    node.one_or_many().iter().filter_map(Node::text).map(str::to_owned).collect()
}

fn registry(node: &Node) -> Registry {
    Registry {
        name: text(node, "name"),
        url: text(node, "url"),
        user_accounts: node.get("user-accounts").and_then(boolean),
        packages: node.get("packages").and_then(|packages| match &packages.kind {
            // A kind that is misspelt leaves the taxonomy unknown: nothing may be concluded from the others alone.
            Kind::List(_) => {
                Some(texts(packages)).filter(|kinds| kinds.iter().all(|it| PACKAGES.contains(&it.as_str())))
            }
            _ => None,
        }),
        also_assess: node.get("also-assess").map(texts).unwrap_or_default(),
    }
}

fn client(entry: &Entry, at: &Path) -> Client {
    Client {
        name: entry.key.clone(),
        at: at.clone(),
        url: text(&entry.value, "url"),
        primary: entry.value.get("primary").and_then(boolean),
        answers: answers(&entry.value, at),
    }
}

fn answers(node: &Node, at: &Path) -> Vec<Answer> {
    let at = at.key("answers");
    table(node, "answers").map(|entry| answer(entry, at.key(&entry.key))).collect()
}

fn answer(entry: &Entry, at: Path) -> Answer {
    let node = &entry.value;
    let id = entry.key.clone();
    if let Some(word) = node.text() {
        return Answer { id, at, status: Status::parse(word), ..Answer::default() };
    }
    let evidence_at = at.key("evidence");
    let evidence = node.get("evidence");
    Answer {
        id,
        status: node.get("status").and_then(Node::text).and_then(Status::parse),
        evidence: evidence
            .map(Node::one_or_many)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .filter(|(_, node)| !is_nothing(node))
            .map(|(index, node)| item(node, evidence_at.item(index)))
            .collect(),
        has_evidence: evidence.is_some(),
        note: text(node, "note"),
        by: text(node, "by"),
        tool: text(node, "tool"),
        missing: node.get("missing").map(texts),
        not_applicable_parts: table(node, "not-applicable-parts")
            .map(|entry| (entry.key.clone(), entry.value.text().unwrap_or_default().to_owned()))
            .collect(),
        reason: text(node, "reason"),
        plan: node.get("plan").map(plan),
        at,
    }
}

/// Whether nothing is written there, in one of YAML's ways.
fn is_nothing(node: &Node) -> bool {
    matches!(&node.kind, Kind::Scalar { text, style: Style::Plain } if scalar::is_null(text))
}

fn plan(node: &Node) -> Plan {
    Plan {
        by: node.get("by").and_then(date),
        issue: text(node, "issue"),
        funding: text(node, "funding"),
        funder: text(node, "funder"),
        is_tracked: node.get("by").is_some() || node.get("issue").is_some(),
    }
}

fn item(node: &Node, at: Path) -> Item {
    if let Some(locator) = node.text() {
        return Item {
            locator_at: at.clone(),
            at,
            locators: vec![Locator::parse(locator)],
            ..Item::default()
        };
    }
    let locators: Vec<(&str, Locator)> = [
        ("file", text(node, "file").map(|path| Locator::file(&path))),
        ("url", text(node, "url").map(Locator::Url)),
        ("statement", text(node, "statement").map(Locator::Statement)),
    ]
    .into_iter()
    .filter_map(|(key, locator)| Some((key, locator?)))
    .collect();
    Item {
        locator_at: locators.first().map_or_else(|| at.clone(), |(key, _)| at.key(*key)),
        locators: locators.into_iter().map(|(_, locator)| locator).collect(),
        checks: checks(node),
        sha256: text(node, "sha256"),
        commit: text(node, "commit"),
        as_of: node.get("as-of").and_then(date),
        parts: node.get("for").map(texts).unwrap_or_default(),
        note: text(node, "note"),
        at,
    }
}

fn checks(node: &Node) -> Vec<Check> {
    let quote = node.get("quote").map(texts).filter(|quotes| !quotes.is_empty()).map(Check::Quote);
    let json = node.get("json").and_then(|json| {
        let at = text(json, "at").filter(|at| at.is_empty() || at.starts_with('/'))?;
        Some(Check::Json { at, is: value(json.get("is")?) })
    });
    let security_txt =
        node.get("security-txt").and_then(boolean).filter(|wanted| *wanted).map(|_| Check::SecurityTxt);
    [quote, json, security_txt].into_iter().flatten().collect()
}

/// A JSON value: the one place where a plain scalar is more than text, since the other side is JSON. Null and booleans are read
/// as the YAML 1.2 core schema reads them, numbers as JSON writes them.
fn value(node: &Node) -> serde_json::Value {
    use serde_json::Value;
    match &node.kind {
        Kind::Scalar { text, style: Style::Plain } if scalar::is_null(text) => Value::Null,
        Kind::Scalar { text, style: Style::Plain } => match scalar::boolean(text) {
            Some(boolean) => Value::Bool(boolean),
            None => serde_json::from_str(text)
                .ok()
                .filter(Value::is_number)
                .unwrap_or_else(|| Value::String(text.clone())),
        },
        Kind::Scalar { text, .. } => Value::String(text.clone()),
        Kind::List(items) => Value::Array(items.iter().map(value).collect()),
        Kind::Map(entries) => {
            Value::Object(entries.iter().map(|entry| (entry.key.clone(), value(&entry.value))).collect())
        }
        Kind::Refused => Value::Null,
    }
}

fn withdrawal((node, entry): (&Node, Path)) -> Withdrawal {
    Withdrawal {
        entry,
        date: node.get("date").and_then(date),
        at: node.get("at").and_then(Node::text).and_then(Path::parse),
        reason: text(node, "reason"),
    }
}

fn ignore((node, entry): (&Node, Path)) -> Ignore {
    Ignore {
        entry,
        rule: text(node, "rule"),
        at: node.get("at").and_then(Node::text).and_then(Path::parse),
        reason: text(node, "reason"),
    }
}
