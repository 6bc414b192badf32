//! Pages that stand in for another one although their status says success: "not found", "are you a robot", "log in".

use crate::evidence::mapped::Mapped;
use crate::evidence::rendered::{Page, html};
use crate::text::fold::fold;

/// What a page stands in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandIn {
    /// There is no such page.
    NotFound,
    /// It wants to know whether a person asks.
    Challenge,
    /// It asks to log in.
    Login,
}

/// Folded titles of pages that say that there is no such page: the whole title, or the part of it beside the site's name.
const NOT_FOUND: &[&str] = &[
    "404",
    "404 error",
    "404 not found",
    "404 page not found",
    "error 404",
    "error 404 not found",
    "file not found",
    "not found",
    "oops! page not found",
    "page not found",
    "page not found (404)",
    "page not found 404",
    "page does not exist",
    "the page could not be found",
    "this page could not be found",
    "404: not found",
    "404: page not found",
    "404: this page could not be found",
];

/// First headings that say so by themselves.
const NOT_FOUND_HEADINGS: &[&str] = &[
    "404",
    "404 not found",
    "404 page not found",
    "404: not found",
    "404: page not found",
    "error 404",
    "page not found",
    "this page could not be found",
];

const CHALLENGE: &[&str] = &[
    "are you a robot?",
    "attention required!",
    "checking your browser",
    "ddos-guard",
    "just a moment...",
    "making sure you're not a bot!",
    "making sure you’re not a bot!",
    "one moment, please...",
    "please wait...",
    "security check",
    "verifying you are human",
];

const LOGIN: &[&str] = &["log in", "login", "sign in", "please log in", "please sign in"];

/// What a page stands in for, where its title or its first heading says so in so many words.
pub(super) fn of(page: &Page) -> Option<StandIn> {
    let title = page.title.as_deref().map(fold).unwrap_or_default();
    let parts: Vec<&str> = std::iter::once(title.as_str())
        .chain(title.split(['|', '-', '–', '—', '·', '•', '»']))
        .map(|part| part.trim().trim_end_matches('.'))
        .collect();
    let says = |list: &[&str]| list.iter().any(|it| parts.contains(&it.trim_end_matches('.')));
    let first = page.headings.first().map(|heading| fold(&heading.text)).unwrap_or_default();
    let asks_to_log_in = page.asks_for_password && (begins_login(&title) || begins_login(&first));
    let heading_says = NOT_FOUND_HEADINGS.contains(&first.trim_end_matches(['.', '!']));
    match () {
        () if says(CHALLENGE) => Some(StandIn::Challenge),
        () if says(LOGIN) || asks_to_log_in => Some(StandIn::Login),
        () if says(NOT_FOUND) || heading_says => Some(StandIn::NotFound),
        () => None,
    }
}

/// The beginning of a page, up to its first heading, where that is enough to tell what it stands in for. Where it speaks of
/// logging in, a field for a password decides, which may stand anywhere.
pub(super) fn at_a_glance(text: &str) -> Option<Page> {
    let page = html::beginning(&Mapped::identity(text))?;
    let mut said = page.title.iter().chain(page.headings.first().map(|heading| &heading.text));
    let speaks_of_login = said.any(|text| begins_login(&fold(text)));
    (!speaks_of_login).then_some(page)
}

fn begins_login(text: &str) -> bool {
    LOGIN.iter().any(|it| text.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::{StandIn, at_a_glance, of};
    use crate::evidence::kind::Kind;
    use crate::evidence::rendered::render;

    fn stand_in(html: &str) -> Option<StandIn> {
        of(&render(Kind::Page, html).unwrap())
    }

    #[test]
    fn a_title_or_heading_says_so() {
        for (html, is) in [
            ("<title>404</title>", StandIn::NotFound),
            ("<title>Page not found | Example</title>", StandIn::NotFound),
            ("<title>Example - 404 Not Found</title>", StandIn::NotFound),
            ("<title>Example</title><h1>Page not found.</h1>", StandIn::NotFound),
            ("<title>Just a moment...</title>", StandIn::Challenge),
            ("<title>Making sure you&#39;re not a bot!</title>", StandIn::Challenge),
            ("<title>Sign in · GitLab</title>", StandIn::Login),
            ("<title>Log in to Index</title><input type=password>", StandIn::Login),
        ] {
            assert_eq!(stand_in(html), Some(is), "{html}");
        }
    }

    #[test]
    fn a_glance_ends_at_the_first_heading_and_says_the_same() {
        let long = "<p>more</p>".repeat(1000);
        for head in ["<title>404</title><h1>Oops</h1>", "<title>Index</title><h1>Not here</h1>"] {
            let html = format!("{head}{long}");
            let glance = at_a_glance(&html).unwrap();
            assert!(glance.text.text.len() < 100);
            assert_eq!(of(&glance), stand_in(&html), "{head}");
        }
        for html in [
            "<title>Log in to Index</title><h1>Welcome</h1>",
            "<h1>No title</h1>",
            "<title>No heading</title>",
        ] {
            assert!(at_a_glance(html).is_none(), "{html}");
        }
    }

    #[test]
    fn pages_about_such_things_are_pages() {
        for html in [
            "<title>How we handle 404 errors</title><h1>Errors</h1>",
            "<title>Login with passkeys | Docs</title>",
            "<title>Help</title><h1>What if my package is not found?</h1>",
            "<title>Help</title><h1>Help</h1><h2>404</h2>",
            "<p>404</p>",
            "<h1>Tokens</h1><form><input type=password></form>",
        ] {
            assert_eq!(stand_in(html), None, "{html}");
        }
    }
}
