//! What an inline style says about being seen.

use super::stack::Seen;

/// What a `style` attribute says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// Whether the element is drawn, with all that is in it.
    pub(super) drawn: Seen,
    /// The `visibility`, which children inherit and may set anew; `None` where it is not set.
    pub(super) visibility: Option<Seen>,
}

/// Values of `display` that show an element; with any other one, such as `none-x`, the declaration does not count.
const DISPLAYS: &[&str] = &[
    "block",
    "contents",
    "flex",
    "flow-root",
    "grid",
    "inherit",
    "initial",
    "inline",
    "inline-block",
    "inline-flex",
    "inline-grid",
    "inline-table",
    "list-item",
    "revert",
    "revert-layer",
    "ruby",
    "run-in",
    "table",
    "table-caption",
    "table-cell",
    "table-column",
    "table-row",
    "table-row-group",
    "unset",
    "-webkit-box",
];

/// Reads the value of a `style` attribute.
pub(super) fn read(style: &str) -> Style {
    let plain = unescaped(&without_comments(style)).to_lowercase();
    let mut display = Latest::default();
    let mut content = Latest::default();
    let mut visibility = Latest::default();
    let mut odd = false;
    let (mut is_clipped, mut is_tiny) = (false, false);
    for declaration in plain.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (property, value) = (property.trim(), value.trim());
        let (value, is_important) = match value.rsplit_once('!') {
            Some((value, mark)) if mark.trim() == "important" => (value.trim(), true),
            _ => (value, false),
        };
        match property {
            "display" => display.set(value, is_important, &["none"], DISPLAYS),
            "content-visibility" => content.set(value, is_important, &["hidden"], &["auto", "visible"]),
            "visibility" => visibility.set(value, is_important, &["hidden", "collapse"], &["visible"]),
            "overflow" | "overflow-x" | "overflow-y" => is_clipped |= value != "visible",
            "height" | "width" | "max-height" | "max-width" => {
                is_tiny |= number(value).is_some_and(|number| number <= 1.0);
            }
            _ => odd |= is_odd(property, value),
        }
    }
    let odd = if odd || (is_clipped && is_tiny) { Seen::Unsure } else { Seen::Shown };
    let drawn = odd.max(display.seen.unwrap_or_default()).max(content.seen.unwrap_or_default());
    Style { drawn, visibility: visibility.seen }
}

/// Of several declarations of one property the last one counts, or the last important one.
#[derive(Default)]
struct Latest {
    seen: Option<Seen>,
    is_important: bool,
}

impl Latest {
    fn set(&mut self, value: &str, is_important: bool, hiding: &[&str], showing: &[&str]) {
        if self.is_important && !is_important {
            return;
        }
        let seen = if hiding.contains(&value) {
            Seen::Hidden
        } else if showing.contains(&value) {
            Seen::Shown
        } else if value.contains('(') || self.seen.is_some_and(|seen| seen != Seen::Shown) {
            Seen::Unsure
        } else {
            return;
        };
        self.seen = Some(seen);
        self.is_important = is_important;
    }
}

/// Whether a declaration may keep what is drawn from being seen.
fn is_odd(property: &str, value: &str) -> bool {
    let far = || {
        let is_far = |part: &str| number(part).is_some_and(|number| number <= -100.0 || number >= 999.0);
        value.split([' ', ',', '(']).any(is_far)
    };
    match property {
        "opacity" => value.contains('(') || number(value).is_some_and(|number| number < 0.1),
        "font-size" | "zoom" | "scale" => number(value).is_some_and(|number| number < 0.2),
        "left" | "right" | "top" | "bottom" | "inset" | "text-indent" | "translate" => far(),
        "clip" => value != "auto",
        "clip-path" => value != "none",
        "transform" => ["scale", "matrix", "rotate"].iter().any(|it| value.contains(it)) || far(),
        "color" | "-webkit-text-fill-color" => value == "transparent" || value.ends_with(",0)"),
        "filter" => value.contains("opacity"),
        _ => property.starts_with("margin") && far(),
    }
}

/// The number that a value begins with.
fn number(value: &str) -> Option<f64> {
    let end =
        value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    value[..end].parse().ok()
}

fn without_comments(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

fn unescaped(style: &str) -> String {
    let mut plain = String::with_capacity(style.len());
    let mut chars = style.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        let mut code = None;
        for _ in 0..6 {
            let Some(digit) = chars.peek().and_then(|c| c.to_digit(16)) else { break };
            code = Some(code.unwrap_or(0) * 16 + digit);
            chars.next();
        }
        match code {
            Some(code) => {
                plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                chars.next_if(|c| c.is_whitespace());
            }
            None => plain.extend(chars.next()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Seen, read};

    #[test]
    fn styles_hide_show_or_leave_it_open() {
        for (style, drawn) in [
            ("display:none", Seen::Hidden),
            (" DISPLAY : none !important; display: block", Seen::Hidden),
            ("display:/**/none", Seen::Hidden),
            ("d\\69splay:n\\00006f ne", Seen::Hidden),
            ("content-visibility:hidden", Seen::Hidden),
            ("display:none;display:block", Seen::Shown),
            ("display:none-x", Seen::Shown),
            ("--display:none;color:red;left:-1px;opacity:.9;height:0;margin:0 auto", Seen::Shown),
            ("display:none;display:odd", Seen::Unsure),
            ("display:var(--x)", Seen::Unsure),
            ("opacity:0", Seen::Unsure),
            ("opacity:0.0%", Seen::Unsure),
            ("font-size:0", Seen::Unsure),
            ("position:absolute;left:-9999px", Seen::Unsure),
            ("margin:0 0 0 -999em", Seen::Unsure),
            ("text-indent:-100%", Seen::Unsure),
            ("height:0;overflow:hidden", Seen::Unsure),
            ("clip-path:inset(50%)", Seen::Unsure),
            ("clip:rect(0,0,0,0)", Seen::Unsure),
            ("transform:scale(0)", Seen::Unsure),
            ("transform:translateX(-9999px)", Seen::Unsure),
            ("color:rgba(0,0,0,0)", Seen::Unsure),
            ("/* display:none", Seen::Shown),
            ("\\", Seen::Shown),
        ] {
            assert_eq!(read(style).drawn, drawn, "{style}");
        }
        assert_eq!(read("visibility:hidden").visibility, Some(Seen::Hidden));
        assert_eq!(read("visibility:visible").visibility, Some(Seen::Shown));
        assert_eq!(read("color:red").visibility, None);
    }
}
