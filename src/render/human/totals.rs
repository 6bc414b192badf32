//! The last lines: how many findings, and what came of the evidence.

use crate::evidence::Outcome;
use crate::findings::Severity;
use crate::render::style::{BAD, GOOD, SO_SO, STRONG};
use crate::render::{Mode, Report, Style};

/// `2 errors, 1 warning` and `evidence: 12 matched; 9 not checked (offline)`.
pub(super) fn totals(report: &Report, style: Style) -> String {
    let mut out = findings(report, style);
    out.push('\n');
    if report.assessment.is_some() {
        out.push_str(&evidence(report));
        out.push('\n');
    }
    out
}

fn findings(report: &Report, style: Style) -> String {
    let kinds = [(Severity::Error, BAD), (Severity::Warning, SO_SO), (Severity::Notice, STRONG)];
    let counted = kinds.into_iter().filter_map(|(severity, look)| {
        let count = report.count(severity);
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| style.paint(look, &format!("{count} {}{plural}", severity.as_str())))
    });
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() { style.paint(GOOD, "no findings") } else { counted.join(", ") }
}

fn evidence(report: &Report) -> String {
    let count = |outcome: Outcome, word: &str| {
        let count = report.outcomes(outcome);
        (count > 0).then(|| format!("{count} {word}"))
    };
    let looked_at = [
        count(Outcome::Matched, "matched"),
        count(Outcome::Found, "found"),
        count(Outcome::Contradicted, "contradicted"),
        count(Outcome::Unreachable, "unreachable"),
    ];
    let looked_at: Vec<String> = looked_at.into_iter().flatten().collect();
    let why = match report.mode {
        Mode::Offline => " (offline)",
        Mode::Online => "",
    };
    let unchecked = count(Outcome::Unchecked, "not checked").map(|it| it + why);
    let groups = [(!looked_at.is_empty()).then(|| looked_at.join(", ")), unchecked];
    let said: Vec<String> = groups.into_iter().flatten().collect();
    if said.is_empty() {
        "evidence: none is given".to_owned()
    } else {
        format!("evidence: {}", said.join("; "))
    }
}
