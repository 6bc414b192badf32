//! Badge → SVG: the anatomy of badge-maker's style `flat`, which every README knows.

use super::{Badge, colour, marker, width};
use std::fmt::{self, Display};

const HEIGHT: u32 = 20;
/// Left and right of each text, in pixels.
const PADDING: u32 = 5;
/// Texts are laid out ten times as large and scaled down, so that half a pixel is a whole number.
const SCALE: u32 = 10;

/// Where everything stands, in pixels.
struct Geometry {
    label_text: u32,
    message_text: u32,
    label: u32,
    message: u32,
}

impl Geometry {
    fn of(badge: &Badge) -> Self {
        let (label_text, message_text) = (width::width(&badge.label), width::width(&badge.message));
        let (label, message) = (label_text + 2 * PADDING, message_text + 2 * PADDING);
        Self { label_text, message_text, label, message }
    }

    fn width(&self) -> u32 {
        self.label + self.message
    }

    /// The middle of the label's text, ten times as large.
    fn label_middle(&self) -> u32 {
        SCALE * (PADDING + 1) + SCALE / 2 * self.label_text
    }

    /// The middle of the message's text, ten times as large.
    fn message_middle(&self) -> u32 {
        SCALE * (self.label + PADDING - 1) + SCALE / 2 * self.message_text
    }
}

/// The badge as SVG, one line. No script, no font, no image and nothing that is fetched in it: it is shown as it is wherever it lies.
#[must_use]
pub fn svg(badge: &Badge) -> String {
    let geometry = Geometry::of(badge);
    let (width, label, message) = (geometry.width(), geometry.label, geometry.message);
    let title = Escaped(&badge.title);
    // Badges that stand in one page share the ids of their parts: each is the same in all of them, or carries the width.
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{HEIGHT}\" role=\"img\" aria-label=\"{title}\">\
         {}<title>{title}</title>{}\
         <filter id=\"prs-blur\"><feGaussianBlur stdDeviation=\"16\"/></filter>\
         <linearGradient id=\"prs-s\" x2=\"0\" y2=\"100%\"><stop offset=\"0\" stop-color=\"#bbb\" stop-opacity=\".1\"/>\
         <stop offset=\"1\" stop-opacity=\".1\"/></linearGradient>\
         <clipPath id=\"prs-r{width}\"><rect width=\"{width}\" height=\"{HEIGHT}\" rx=\"3\"/></clipPath>\
         <g clip-path=\"url(#prs-r{width})\"><rect width=\"{label}\" height=\"{HEIGHT}\" fill=\"{}\"/>\
         <rect x=\"{label}\" width=\"{message}\" height=\"{HEIGHT}\" fill=\"{}\"/>\
         <rect width=\"{width}\" height=\"{HEIGHT}\" fill=\"url(#prs-s)\"/></g>\
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\" \
         text-rendering=\"geometricPrecision\" font-size=\"110\">",
        marker::SVG,
        marker::element(badge.registry.as_deref()),
        colour::LABEL,
        badge.colour,
    );
    svg.push_str(&text(&badge.label, geometry.label_middle(), SCALE * geometry.label_text));
    svg.push_str(&text(&badge.message, geometry.message_middle(), SCALE * geometry.message_text));
    svg.push_str("</g></svg>\n");
    svg
}

/// A text with its shadow; `textLength` holds it to its width whatever font is there.
fn text(text: &str, middle: u32, length: u32) -> String {
    let text = Escaped(text);
    format!(
        "<g transform=\"scale(.1)\"><g aria-hidden=\"true\" fill=\"#010101\">\
         <text x=\"{middle}\" y=\"150\" fill-opacity=\".8\" filter=\"url(#prs-blur)\" textLength=\"{length}\">{text}</text>\
         <text x=\"{middle}\" y=\"150\" fill-opacity=\".3\" textLength=\"{length}\">{text}</text></g>\
         <text x=\"{middle}\" y=\"140\" textLength=\"{length}\">{text}</text></g>"
    )
}

/// Text as XML, fit for content and attributes.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&apos;")?,
                // XML 1.0 has no way to write these, not even as a reference.
                '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "svg_tests.rs"]
mod tests;
