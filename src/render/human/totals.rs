//! The last lines: how many findings, and what came of the evidence.

use crate::declaration::{Declaration, Locator};
use crate::evidence::Outcome;
use crate::findings::Severity;
use crate::render::style::{BAD, GOOD, SO_SO, STRONG};
use crate::render::{Mode, Report, Style};

/// `2 errors, 1 warning (1 can be mended with --fix)` and `evidence: 12 matched; 9 not checked (offline), 2 statements`.
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
    if counted.is_empty() {
        return style.paint(GOOD, "no findings");
    }
    let fixable = report.findings.iter().filter(|finding| finding.fix.is_some()).count();
    let fixable = if fixable == 0 { String::new() } else { format!(" ({fixable} can be mended with --fix)") };
    counted.join(", ") + &fixable
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
    let statements = statements(report);
    let unchecked = report.outcomes(Outcome::Unchecked).saturating_sub(statements);
    let why = match report.mode {
        Mode::Offline => " (offline)",
        Mode::Online => "",
    };
    let not_looked_at = [
        (unchecked > 0).then(|| format!("{unchecked} not checked{why}")),
        (statements > 0).then(|| format!("{statements} statement{}", if statements == 1 { "" } else { "s" })),
    ];
    let not_looked_at: Vec<String> = not_looked_at.into_iter().flatten().collect();
    let groups = [looked_at, not_looked_at].map(|group| (!group.is_empty()).then(|| group.join(", ")));
    let said: Vec<String> = groups.into_iter().flatten().collect();
    if said.is_empty() {
        "evidence: none is given".to_owned()
    } else {
        format!("evidence: {}", said.join("; "))
    }
}

/// How many items are the operator's word: those are looked at nowhere, also online.
fn statements(report: &Report) -> usize {
    let items = report.declaration.into_iter().flat_map(Declaration::all_evidence);
    items
        .filter(|(_, item)| matches!(item.locator(), Some(Locator::Statement(_))))
        .filter(|(_, item)| report.outcomes.contains_key(&item.at))
        .count()
}
