//! Badge → the Markdown that shows it in a page.

use super::Badge;

/// A picture that leads somewhere, with the levels in words for whoever does not see it. On a line of its own.
///
/// `image` is an address or a path in which nothing needs an escape; `link` is taken as it is, but for what would end it or lead elsewhere.
#[must_use]
pub fn markdown(badge: &Badge, image: &str, link: &str) -> String {
    format!("[![{}](<{}>)](<{}>)\n", escaped(&badge.alt), destination(image), destination(link))
}

/// Text in which no character means anything to Markdown.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len() + 8), |mut safe, c| {
        if matches!(c, '\\' | '[' | ']' | '`' | '*' | '_' | '<' | '>' | '&' | '|' | '~' | '$') {
            safe.push('\\');
        }
        safe.push(c);
        safe
    })
}

/// What stands between `<` and `>`: references to characters are undone there, too.
fn destination(text: &str) -> String {
    let text = text.replace(char::is_control, "").replace('&', "&amp;");
    text.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E")
}

#[cfg(test)]
mod tests {
    use super::markdown;
    use crate::badge::{Badge, Markup, shown};

    fn badge(alt: &str) -> Badge {
        Badge {
            label: String::new(),
            message: String::new(),
            colour: "#000",
            title: String::new(),
            alt: alt.to_owned(),
            is_error: false,
            registry: None,
        }
    }

    #[test]
    fn the_picture_leads_somewhere_and_says_the_levels() {
        let text = markdown(
            &badge("package repo security v0.1, self-assessed: CLI (pip) level 1"),
            "badge.svg",
            "r.md",
        );
        assert_eq!(
            text,
            "[![package repo security v0.1, self-assessed: CLI (pip) level 1](<badge.svg>)](<r.md>)\n"
        );
    }

    #[test]
    fn whatever_a_client_is_called_the_picture_is_one_and_says_it() {
        for name in ["a](javascript:x)", "`<b>`", "\\]", "*_~|$&amp;", "![x](y)", "a\" 'b'"] {
            let text = markdown(&badge(name), "a b<c>\n.svg", "x\\>y");
            let seen = shown(&text, Markup::Markdown);
            assert_eq!(seen.len(), 1, "{text}");
            assert_eq!((seen[0].alt.as_str(), seen[0].image.as_str()), (name, "a b%3Cc%3E.svg"));
            assert_eq!(seen[0].link.as_deref(), Some("x%5C%3Ey"));
        }
    }

    #[test]
    fn the_link_leads_exactly_where_it_says() {
        for target in [
            "https://e.example/a?b=1&copy=2&amp;c&colon;d&#58;",
            "javascript&colon;alert(1)",
            "docs/a b (c) [d] 'e' \"f\" *g*.html#h_i_",
            "https://e.example/%28a%29",
        ] {
            let text = markdown(&badge("a"), "b.svg?a&lt;b", target);
            let seen = shown(&text, Markup::Markdown);
            assert_eq!((seen.len(), seen[0].link.as_deref()), (1, Some(target)), "{text}");
            assert_eq!(seen[0].image, "b.svg?a&lt;b");
        }
    }
}
