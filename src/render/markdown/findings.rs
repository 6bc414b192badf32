//! The findings as a table.

use crate::findings::{Finding, Severity};
use crate::render::Report;
use crate::render::inert_markdown::{code_cell, sentence_cell};

/// How many findings the table has: nobody reads more in a summary.
const MOST: usize = 100;

/// The section on findings, worst first.
pub fn section(report: &Report<'_>) -> Vec<String> {
    let mut lines = vec![String::new(), "### Findings".to_owned(), String::new()];
    let severities = [Severity::Error, Severity::Warning, Severity::Notice];
    let counts: Vec<String> = severities
        .into_iter()
        .filter(|severity| report.count(*severity) > 0)
        .map(|severity| counted(report.count(severity), severity.as_str()))
        .collect();
    if counts.is_empty() {
        lines.push("None.".to_owned());
        return lines;
    }
    lines.push(format!("{}.", counts.join(", ")));
    lines.extend(["", "| Severity | Where | Rule | What |", "| --- | --- | --- | --- |"].map(str::to_owned));
    let findings = severities.into_iter().flat_map(|severity| report.worst_first(severity));
    lines.extend(findings.take(MOST).map(|finding| row(report, finding)));
    if let Some(more @ 1..) = report.findings.len().checked_sub(MOST) {
        lines.extend([String::new(), format!("{more} more are not shown here.")]);
    }
    lines
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn row(report: &Report<'_>, finding: &Finding) -> String {
    let at = report.location(finding);
    let rule = code_cell(finding.rule.id);
    let rule = match finding.rule.absolute_url() {
        Some(url) => format!("[{rule}]({url})"),
        None => rule,
    };
    // Notes are where the words of others stand; the rest are sentences of ours.
    let notes = finding.notes.iter().map(|note| code_cell(note));
    let help = finding.help.iter().map(|help| sentence_cell(help));
    let what: Vec<String> =
        std::iter::once(sentence_cell(&finding.message)).chain(notes).chain(help).collect();
    let what = what.join("<br>");
    let place = code_cell(&format!("{}:{}:{}", at.path, at.line, at.column));
    format!("| {} | {place} | {rule} | {what} |", finding.severity.as_str())
}
