//! The schema of a scalar.

use super::{DATE, TEXT};
use crate::declaration::grammar::Shape;
use crate::declaration::{Status, words};
use crate::principles::{Catalogue, Part};
use serde_json::{Value, json};

/// The schema of a shape that is a scalar and needs no name from the catalogue; `None` for all others.
pub(super) fn leaf(shape: &Shape, catalogue: &Catalogue) -> Option<Value> {
    Some(match shape {
        Shape::FormatVersion => json!({"const": 1}),
        Shape::PrinciplesVersion => json!({"const": catalogue.version}),
        Shape::Text => json!({"type": "string", "pattern": TEXT}),
        Shape::Reason(least) => {
            let between = least.saturating_sub(2);
            json!({"type": "string", "minLength": least, "pattern": format!(r"\S[\s\S]{{{between},}}\S")})
        }
        Shape::Quote => json!({
            "type": "string",
            "pattern": TEXT,
            "description": "8 characters or more, in quotation marks or as a block scalar",
        }),
        Shape::Locator => json!({
            "type": "string",
            "pattern": TEXT,
            "description": "a path in this repository or an `https://` URL, both with an optional `#fragment`",
        }),
        Shape::File => json!({"type": "string", "pattern": r"^\s*[^\s/]"}),
        // A pattern and no `format: uri`: that would refuse addresses with letters that are not ASCII.
        Shape::Url => json!({"type": "string", "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"}),
        Shape::Contact => json!({"type": "string", "pattern": r"^(mailto:\S+@\S+|https://\S+)$"}),
        Shape::Date => json!({"type": "string", "pattern": DATE}),
        Shape::Level => json!({"type": "integer", "minimum": 0, "maximum": 3}),
        Shape::Number(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Boolean => json!({"type": "boolean"}),
        Shape::True => json!({"const": true}),
        Shape::Word(list) if *list == words::STATUSES => statuses(|_| true),
        Shape::Word(list) => json!({"enum": list}),
        Shape::At => {
            let key = r"[^.\[\]\s]+(\[[0-9]+\])*";
            json!({"type": "string", "pattern": format!(r"^{key}(\.{key})*$")})
        }
        Shape::Hex(lengths) => {
            let exact: Vec<String> =
                lengths.iter().map(|length| format!("[0-9a-fA-F]{{{length}}}")).collect();
            json!({"type": "string", "pattern": format!("^({})$", exact.join("|"))})
        }
        Shape::Pointer => json!({"type": "string", "pattern": "^(/.*)?$"}),
        Shape::Json => Value::Bool(true),
        Shape::Name(_)
        | Shape::Map(..)
        | Shape::Table(..)
        | Shape::List(_)
        | Shape::NonEmpty(_)
        | Shape::OneOrMany(_)
        | Shape::Short(..) => return None,
    })
}

/// One of the statuses that pass, each with its meaning.
pub(super) fn statuses(passes: impl Fn(Status) -> bool) -> Value {
    let known = words::STATUSES.iter().filter_map(|word| Status::parse(word));
    let choices = known.filter(|status| passes(*status));
    one_of(choices.map(|status| (status.as_str(), meaning(status))))
}

/// One of these parts, each with its text.
pub(super) fn parts<'a>(parts: impl Iterator<Item = &'a Part>) -> Value {
    one_of(parts.map(|part| (&*part.id, &*part.text)))
}

fn one_of<'a>(choices: impl Iterator<Item = (&'a str, &'a str)>) -> Value {
    let choices: Vec<Value> =
        choices.map(|(word, meaning)| json!({"const": word, "description": meaning})).collect();
    json!({"oneOf": choices})
}

fn meaning(status: Status) -> &'static str {
    match status {
        Status::Met => "every mandatory part holds today; needs `evidence`",
        Status::Partial => {
            "some parts hold; needs `missing`, or `note` where the requirement has at most one mandatory part"
        }
        Status::Planned => "not yet, the work is tracked; needs `plan`",
        Status::Unmet => "not there, and no plan",
        Status::NotApplicable => "cannot apply here; needs `reason`",
        Status::Unknown => "not assessed; the same as leaving the id out",
    }
}
