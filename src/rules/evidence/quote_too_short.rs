//! `quote-too-short`

use crate::declaration::Check;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::fold::fold;
use crate::text::passage::shorten;

/// The shortest quote, in characters after folding.
const LEAST: usize = 8;
/// How many of them must be letters or digits.
const LETTERS: usize = 4;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "quote-too-short",
    class: Class::Malformed,
    summary: "A quote has 8 characters or more, 4 of them letters or digits.",
    why: "A shorter text stands in almost every file: that it is found says nothing.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", quote: "MFA"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", quote: "every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, item) in context.judged_evidence() {
        for check in &item.checks {
            let Check::Quote(quotes) = check else { continue };
            for (index, quote) in quotes.iter().enumerate() {
                let folded = fold(quote);
                let letters = folded.chars().filter(|c| c.is_alphanumeric()).count();
                if folded.chars().count() < LEAST || letters < LETTERS {
                    findings.push(
                        Finding::new(
                            &RULE,
                            &item.at.key("quote").item(index),
                            format!("the quote \"{}\" is too short to mean anything", shorten(quote)),
                        )
                        .label(format!("needs {LEAST} characters, {LETTERS} of them letters or digits"))
                        .help("quote the sentence, or enough of it to be told apart"),
                    );
                }
            }
        }
    }
}
