//! Scalars against the grammar: what the text of a value may be.

use super::Walk;
use crate::declaration::decode::{boolean, date, level};
use crate::declaration::describe::{describe, one_of};
use crate::declaration::grammar::Shape;
use crate::declaration::mismatch::Problem;
use crate::declaration::words;
use crate::principles;
use crate::read::{Node, Part, Path, Style, scalar};
use crate::text::nearest::nearest;

impl Walk<'_> {
    pub(super) fn scalar(&mut self, node: &Node, text: &str, style: Style, shape: &'static Shape) {
        if node.is_empty_plain() {
            self.wrong_kind(node, shape);
            return;
        }
        let plain = style == Style::Plain;
        let fits = match shape {
            Shape::Text
            | Shape::Reason(_)
            | Shape::Contact
            | Shape::Url
            | Shape::Locator
            | Shape::File
            | Shape::At
            | Shape::Hex(_) => {
                if plain && scalar::is_typed(text) {
                    self.say(Part::Value, Problem::Unquoted { text: text.to_owned() });
                    return;
                }
                match shape {
                    Shape::Reason(least) => text.trim().chars().count() >= *least,
                    Shape::At => Path::parse(text).is_some(),
                    Shape::Hex(lengths) => {
                        lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit())
                    }
                    _ => !text.trim().is_empty(),
                }
            }
            Shape::Quote => {
                if plain {
                    self.say(Part::Value, Problem::PlainQuote { text: text.to_owned() });
                }
                true
            }
            Shape::FormatVersion => {
                let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
                if plain && digits && text != "1" {
                    self.say(Part::Value, Problem::UnsupportedVersion { found: text.to_owned() });
                    return;
                }
                plain && text == "1"
            }
            Shape::PrinciplesVersion => {
                if principles::by_version(text).is_none() {
                    let near = nearest(text, principles::VERSIONS.iter().map(|it| &*it.version));
                    self.say(Part::Value, Problem::UnknownPrinciples { found: text.to_owned(), near });
                }
                return;
            }
            Shape::Date => date(node).is_some(),
            Shape::Level => level(node).is_some(),
            Shape::Number(least, most) => {
                plain
                    && text.bytes().all(|b| b.is_ascii_digit())
                    && text.parse().is_ok_and(|n: u32| n >= *least && n <= *most)
            }
            Shape::Boolean => boolean(node).is_some(),
            Shape::True => boolean(node) == Some(true),
            Shape::Word(words) => {
                if !words.contains(&text) {
                    self.word(text, words);
                }
                return;
            }
            Shape::Name(vocabulary) => {
                self.name(text, *vocabulary, Part::Value);
                return;
            }
            Shape::Pointer => text.is_empty() || text.starts_with('/'),
            Shape::Json
            | Shape::Map(..)
            | Shape::Table(..)
            | Shape::List(_)
            | Shape::NonEmpty(_)
            | Shape::OneOrMany(_)
            | Shape::Short(..) => true,
        };
        if !fits {
            let near = unquoted_fits(text, style, shape);
            self.say(
                Part::Value,
                Problem::BadValue { expected: describe(shape), found: text.to_owned(), near },
            );
        }
    }

    fn word(&mut self, text: &str, words: &'static [&'static str]) {
        let near = nearest(text, words.iter().copied());
        let problem = if words == words::STATUSES {
            Problem::UnknownStatus { word: text.to_owned(), near }
        } else {
            let expected = one_of(words);
            Problem::BadValue { expected, found: text.to_owned(), near: near.map(str::to_owned) }
        };
        self.say(Part::Value, problem);
    }
}

/// The text itself where only its quotation marks are wrong.
fn unquoted_fits(text: &str, style: Style, shape: &Shape) -> Option<String> {
    let fits = style != Style::Plain
        && match shape {
            Shape::FormatVersion => text == "1",
            Shape::Level => matches!(text, "0" | "1" | "2" | "3"),
            Shape::Boolean => matches!(text, "true" | "false"),
            Shape::True => text == "true",
            Shape::Number(least, most) => text.parse().is_ok_and(|n: u32| n >= *least && n <= *most),
            _ => false,
        };
    fits.then(|| text.to_owned())
}
