//! What came of looking at the evidence: in numbers, and what nobody could look at.

use crate::evidence::Outcome;
use crate::render::Report;
use crate::render::inert_markdown::code;

/// How many items that could not be looked at are listed.
const MOST_UNREACHABLE: usize = 50;

/// The section on evidence.
pub fn section(report: &Report<'_>) -> Vec<String> {
    if report.outcomes.is_empty() {
        return Vec::new();
    }
    let all =
        [Outcome::Matched, Outcome::Found, Outcome::Contradicted, Outcome::Unreachable, Outcome::Unchecked];
    let names = all.map(Outcome::as_str).join(" | ");
    let counts = all.map(|outcome| report.outcomes(outcome).to_string()).join(" | ");
    let mut lines = vec![
        String::new(),
        "### Evidence".to_owned(),
        String::new(),
        format!("| {names} |"),
        "| ---: | ---: | ---: | ---: | ---: |".to_owned(),
        format!("| {counts} |"),
    ];
    lines.extend(unreachable(report));
    lines
}

/// What could not be looked at, and why: neither for nor against the registry, and worth a look by a person.
fn unreachable(report: &Report<'_>) -> Vec<String> {
    let all = report.outcomes.iter().filter(|(_, verdict)| verdict.outcome == Outcome::Unreachable);
    let items: Vec<String> = all
        .map(|(at, verdict)| {
            let why =
                if verdict.found.is_empty() { String::new() } else { format!(": {}", code(&verdict.found)) };
            format!("- {}: {}{why}", code(&at.to_string()), code(&verdict.looked_for))
        })
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    let more = items.len().saturating_sub(MOST_UNREACHABLE);
    let mut lines = vec![String::new(), "Not reached, which counts neither way:".to_owned(), String::new()];
    lines.extend(items.into_iter().take(MOST_UNREACHABLE));
    if more > 0 {
        lines.extend([String::new(), format!("{more} more are not shown here.")]);
    }
    lines
}
