//! What a shape asks for, in words.

use super::grammar::{Shape, Vocabulary};

/// One of these words.
pub(super) fn one_of(words: &[&str]) -> String {
    let listed: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    format!("one of {}", listed.join(", "))
}

/// What a shape asks for, as the end of "expected …".
#[must_use]
pub fn describe(shape: &Shape) -> String {
    match shape {
        Shape::FormatVersion => "`1`".to_owned(),
        Shape::PrinciplesVersion => "a framework version such as `v0.1`".to_owned(),
        Shape::Text => "text".to_owned(),
        Shape::Reason(least) => format!("a reason of at least {least} characters"),
        Shape::Quote => "a quote in quotation marks".to_owned(),
        Shape::Locator => "a path in this repository or an `https://` URL".to_owned(),
        Shape::File => "a path in this repository".to_owned(),
        Shape::Url => "an `https://` URL".to_owned(),
        Shape::Contact => "a `mailto:` or `https://` address".to_owned(),
        Shape::Date => "a date such as `2026-08-21`".to_owned(),
        Shape::Level => "a level: `0`, `1`, `2` or `3`".to_owned(),
        Shape::Number(least, most) => format!("a whole number from {least} to {most}"),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::True => "`true`".to_owned(),
        Shape::Word(words) => one_of(words),
        Shape::Name(Vocabulary::Track | Vocabulary::OptInTrack) => "the name of a track".to_owned(),
        Shape::Name(Vocabulary::RequirementPart) => "the id of a part".to_owned(),
        Shape::Name(_) => "an id".to_owned(),
        Shape::At => "a path in the declaration such as `answers.mfa`".to_owned(),
        Shape::Hex(lengths) => {
            let lengths: Vec<String> = lengths.iter().map(ToString::to_string).collect();
            format!("{} hexadecimal digits", lengths.join(" or "))
        }
        Shape::Pointer => "a JSON pointer such as `/audience`".to_owned(),
        Shape::Json => {
            "a JSON value: a number as JSON writes it, anything else in quotation marks".to_owned()
        }
        Shape::Map(..) | Shape::Table(..) => "a map".to_owned(),
        Shape::List(_) => "a list".to_owned(),
        Shape::NonEmpty(_) => "a list with at least one".to_owned(),
        Shape::OneOrMany(each) => format!("{}, or a list of them", describe(each)),
        Shape::Short(short, _) => format!("{}, or a map", describe(short)),
    }
}
