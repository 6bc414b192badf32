//! What this tool writes is no evidence: a declaration would then rest on itself. The marks are constants that the renderers
//! write and that [`detect`] looks for.

use crate::declaration::PLACES;
use serde_json::Value;

/// The name by which machine-readable reports (JSON, JSON lines, SARIF, `JUnit`) call their tool.
pub const TOOL: &str = "package-repo-security";

/// The comment that stands in every SVG badge.
pub const BADGE_MARK: &str = "<!-- package-repo-security badge -->";

/// How the label of the shields.io endpoint JSON begins.
pub const ENDPOINT_LABEL: &str = "package repo security";

/// The comment that stands in every Markdown report.
pub const REPORT_MARK: &str = "<!-- package-repo-security report -->";

/// The comment with which every file of a roadmap begins. It is not that of reports: whoever wrote a report to the directory of a
/// roadmap must find it again.
pub const ROADMAP_MARK: &str = "<!-- package-repo-security roadmap -->";

/// The key that every JSON report has at its top.
pub const REPORT_VERSION_KEY: &str = "report_version";

/// What a text is, where this tool wrote it: `a badge of this tool`.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    if is_declaration_text(text) {
        return Some("a declaration");
    }
    if is_json_lines(text) {
        return Some("a report of this tool");
    }
    if !text.contains(TOOL) && !text.contains(ENDPOINT_LABEL) {
        return None;
    }
    if text.contains(BADGE_MARK) && text.contains("<svg") {
        return Some("a badge of this tool");
    }
    if let Some(what) = marked(text) {
        return Some(what);
    }
    if is_junit(text) {
        return Some("a report of this tool");
    }
    let first_line = text.trim_start().lines().next().unwrap_or_default();
    let json = serde_json::from_str(text).or_else(|_| serde_json::from_str::<Value>(first_line)).ok()?;
    of_json(&json)
}

/// What a page for browsers is, where this tool wrote it. One that only shows a declaration or a part of a report is a page
/// about them.
#[must_use]
pub fn detect_in_page(html: &str) -> Option<&'static str> {
    marked(html)
}

/// What a text is that has the mark of our Markdown and HTML in it, as a whole or as the post of a thread.
#[must_use]
pub fn marked(text: &str) -> Option<&'static str> {
    let has = |mark| text.contains(mark);
    let report = has(REPORT_MARK).then_some("a report of this tool");
    report.or_else(|| has(ROADMAP_MARK).then_some("a roadmap of this tool"))
}

/// Whether a path is the declaration, or a place where one may stand.
#[must_use]
pub fn is_declaration(path: &str, declaration_path: &str) -> bool {
    path == declaration_path || PLACES.contains(&path)
}

/// Whether a text has the keys that every declaration has at its top, wherever it was copied to.
fn is_declaration_text(text: &str) -> bool {
    let has = |key: &str| {
        text.match_indices(key).any(|(at, _)| {
            let before = text[..at].strip_suffix(['"', '\'']).unwrap_or(&text[..at]);
            let after = &text[at + key.len()..];
            let after = after.strip_prefix(['"', '\'']).unwrap_or(after).trim_start_matches([' ', '\t']);
            let is_first = before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}']);
            is_first && after.starts_with(':')
        })
    };
    ["principles", "claims", "answers"].into_iter().all(has)
}

/// Whether the last line is the summary with which JSON lines end. It does not name the tool.
fn is_json_lines(text: &str) -> bool {
    let last = text.trim_end().rsplit('\n').next().unwrap_or_default();
    // A summary is a handful of numbers.
    if last.len() > 4096 || !last.starts_with('{') {
        return false;
    }
    let Ok(summary) = serde_json::from_str::<Value>(last) else { return false };
    summary["type"] == "summary"
        && ["errors", "warnings", "notices"].iter().all(|count| summary[count].is_u64())
        && ["matched", "contradicted", "unreachable"].iter().all(|count| summary["evidence"][count].is_u64())
}

fn is_junit(text: &str) -> bool {
    let suites = text.find("<testsuites").map(|at| &text[at..]);
    suites.and_then(|tag| tag.split('>').next()).is_some_and(|tag| tag.contains(&format!("name=\"{TOOL}\"")))
}

fn of_json(json: &Value) -> Option<&'static str> {
    let named = |tool: &Value| tool == TOOL || tool["name"] == TOOL;
    if !json[REPORT_VERSION_KEY].is_null() && named(&json["tool"]) {
        return Some("a report of this tool");
    }
    let runs = json["runs"].as_array();
    if runs.is_some_and(|runs| runs.iter().any(|run| named(&run["tool"]["driver"]))) {
        return Some("a report of this tool");
    }
    if is_export(json) {
        return Some("an export of this tool");
    }
    let label = json["label"].as_str().unwrap_or_default();
    (!json["schemaVersion"].is_null() && label.starts_with(ENDPOINT_LABEL)).then_some("a badge of this tool")
}

/// Whether a document that names the tool is of a format that it exports to. Somebody else's document of the format that names it,
/// too, says as little about a registry.
fn is_export(json: &Value) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    !json["metadata"]["gemara-version"].is_null()
        || !json["assessment-results"].is_null()
        || text(&json["predicateType"]).starts_with("https://in-toto.io/attestation/test-result")
        || (json["bomFormat"] == "CycloneDX" && !json["declarations"].is_null())
}

#[cfg(test)]
mod tests {
    use super::{BADGE_MARK, detect};

    #[test]
    fn finds_everything_that_it_writes() {
        let badge = format!("<svg xmlns=\"…\">{BADGE_MARK}</svg>");
        for (text, what) in [
            (badge.as_str(), "a badge of this tool"),
            (
                r#"{"schemaVersion": 1, "label": "package repo security: cli", "message": "2"}"#,
                "a badge of this tool",
            ),
            (r#"{"report_version": 1, "tool": {"name": "package-repo-security"}}"#, "a report of this tool"),
            ("{\"report_version\": 1, \"tool\": \"package-repo-security\"}\n{}\n", "a report of this tool"),
            (
                r#"{"runs": [{"tool": {"driver": {"name": "package-repo-security"}}}]}"#,
                "a report of this tool",
            ),
            ("<testsuites name=\"package-repo-security\" tests=\"1\">", "a report of this tool"),
            (
                "{\"type\":\"finding\",\"rule\":\"x\"}\n{\"type\":\"summary\",\"errors\":0,\"warnings\":0,\"notices\":0,\
                 \"evidence\":{\"matched\":1,\"found\":0,\"contradicted\":0,\"unreachable\":0,\"unchecked\":1}}\n",
                "a report of this tool",
            ),
            ("# mine\nprinciples: v0.1\nclaims:\n  general: 1\nanswers:\n  mfa: met\n", "a declaration"),
            ("\"claims\": {}\r\n'answers' : {}\r\nprinciples: v0.1\r\n", "a declaration"),
            (
                r#"{"metadata": {"gemara-version": "1.4.1", "author": {"name": "package-repo-security"}}}"#,
                "an export of this tool",
            ),
            ("# Report\n<!-- package-repo-security report -->\n", "a report of this tool"),
            ("<!-- package-repo-security roadmap -->\n# Gap\n", "a roadmap of this tool"),
        ] {
            assert_eq!(detect(text), Some(what), "{text}");
        }
    }

    #[test]
    fn leaves_what_only_speaks_of_it() {
        for text in [
            "We keep a .package-repo-security.yml, see https://example.org/package-repo-security.",
            r#"{"dependencies": ["package-repo-security"]}"#,
            r#"{"schemaVersion": 1, "label": "build"}"#,
            r#"{"type": "summary", "errors": 0, "warnings": 0}"#,
            "Our principles: x\nclaims: y\nanswers: z",
            "principles: x\n  claims: y\nanswers: z",
            "principles: x\nclaims of ours: y\nanswers: z",
            "<testsuites name=\"other\"></testsuites> package-repo-security",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
