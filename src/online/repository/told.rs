//! What GitHub said, as one harmless line.

use crate::online::github::Token;
use crate::online::github::reply::Reply;
use crate::text::sanitize;
use serde_json::Value;

/// Characters of a message that are shown.
const MOST: usize = 240;

/// Status and message of an answer: one line of bounded length, in which no token is.
pub(super) fn told(reply: &Reply, token: Option<&Token>) -> String {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let mut parts: Vec<&str> = body.get("message").and_then(Value::as_str).into_iter().collect();
    let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten();
    parts.extend(errors.filter_map(|it| it.as_str().or_else(|| it.get("message")?.as_str())).take(3));
    let message = harmless(&parts.join("; "), token);
    if message.is_empty() { reply.status.to_string() } else { format!("{}: {message}", reply.status) }
}

/// A text of a server as one line of bounded length, in which no token is.
pub(super) fn harmless(text: &str, token: Option<&Token>) -> String {
    // Before anything is cut: half of a token would be half a leak.
    let text = match token {
        Some(token) if text.contains(token.secret()) => text.replace(token.secret(), "…"),
        _ => text.to_owned(),
    };
    // Only the beginning can be shown, so no more is made harmless.
    let beginning: String = text.trim().chars().take(MOST + 1).collect();
    let safe = sanitize::line(&beginning);
    match safe.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &safe[..end]),
        None => safe.into_owned(),
    }
}

/// Whether an answer says in words that it was asked too often: a secondary limit has no header of its own.
pub(super) fn is_limited(reply: &Reply) -> bool {
    reply.is_limited()
        || (reply.status == 403 && {
            let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
            body.get("message")
                .and_then(Value::as_str)
                .is_some_and(|message| message.to_ascii_lowercase().contains("rate limit"))
        })
}

#[cfg(test)]
mod tests {
    use super::{MOST, harmless, told};
    use crate::online::github::Token;
    use crate::online::github::reply::Reply;

    fn reply(body: &str) -> Reply {
        Reply { status: 422, location: None, wait: None, remaining: None, body: body.as_bytes().to_vec() }
    }

    #[test]
    fn a_message_is_one_harmless_line_of_bounded_length() {
        let hostile =
            r#"{"message": "a\n::error::b\u001b[31m\u202e", "errors": [{"message": "c"}, "d", 7, {}]}"#;
        assert_eq!(told(&reply(hostile), None), r"422: a\u{a}::error::b\u{1b}[31m\u{202e}; c; d");
        assert_eq!(harmless(&"\u{7}".repeat(1_000_000), None).chars().count(), MOST + 1);
        for nothing in ["", "[]", "{", r#"{"message": 7}"#, r#"{"message": " "}"#] {
            assert_eq!(told(&reply(nothing), None), "422");
        }
    }

    #[test]
    fn a_token_that_a_server_repeats_is_not_shown_even_in_part() {
        let token = Token::new("ghp_MARKERmarker").unwrap();
        for before in [0, MOST - 8, MOST] {
            let text = format!("{}ghp_MARKERmarker and more", "a".repeat(before));
            assert!(!harmless(&text, Some(&token)).contains("ghp_"), "{before}");
        }
    }
}
