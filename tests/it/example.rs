//! A complete declaration in a tree that holds its paths and quotes: everything is found, and one altered word is not.

use crate::support::{Tree, rules_of};
use serde_json::Value;

const DECLARATION: &str = include_str!("../fixtures/example.yml");

/// A tree of small files with what the declaration cites.
fn tree(declaration: &str) -> Tree {
    let help = "{% extends \"base.html\" %}\n{% block content %}\n<h3 id=\"verified-email\">{% trans %}Verified email{% endtrans %}</h3>\n\
        <p>{% trans %}Publishing requires a verified\n      email address, always.{% endtrans %}</p>\n\
        <h3 id=\"account-recovery\">Recovery</h3>\n<h3 id=\"totp\">TOTP</h3>\n\
        <h3 id=\"compromised-password\">Passwords</h3>\n<p>We will not allow such passwords to be used when setting\n  a password at \
        registration. If it leaked later, then your password has been reset.</p>\n\
        <p>So you can limit a token&#39;s scope to a <em>specific project</em>.</p>\n<h3 id=\"collaborator-roles\">Roles</h3>\n\
        <h3 id=\"project-name\">Names</h3>\n<p>It is too similar to an existing project and may be confusable.</p>\n\
        <h3 id=\"file-name-reuse\">File names</h3>\n{% endblock %}\n";
    Tree::with(declaration)
        .file("warehouse/templates/pages/help.html", help)
        .file("warehouse/templates/pages/security.html", "<p>You get an <b>acknowledgment</b> within 48 hours.</p>\n")
        .file("warehouse/templates/email/password-change/body.txt", "Your password was changed.\n")
        .file("warehouse/templates/email/two-factor-removed/body.txt", "Two factor was removed.\n")
        .file("warehouse/accounts/__init__.py", "config.register_rate_limiter(\n    \"user.login\",\n    \"2fa.user\",\n)\n")
        .file(
            "docs/blog/posts/2025-08-18-preventing-domain-resurrections.md",
            "---\ntitle: Domains\n---\n\nPyPI now checks for expired domains to prevent domain\nresurrection attacks.\n",
        )
        .file(
            "docs/blog/posts/2024-01-01-2fa-enforced.md",
            "2FA is required for **all users** by [TOTP](a) or\n[WebAuthn](b).\n\nTOTP or WebAuthn: your choice.\n",
        )
        .file("docs/user/api/secrets.md", "`pypi-[A-Za-z0-9-_]{85,}`\n\nThe following partners currently report publicly exposed\nAPI tokens to PyPI:\n")
        .file("docs/user/trusted-publishers/index.md", "Tokens are *only* valid for 15 minutes.\n")
        .file("docs/blog/posts/2024-03-06-malware-reporting-evolved.md", "# Reports\n")
        .file("docs/blog/posts/2026-04-16-pypi-completes-second-audit.md", "# Audit\n")
        .file("docs/blog/posts/2023-11-14-1-pypi-completes-first-security-audit.md", "# Audit\n")
        .file("docs/dev/api-reference/xml-rpc.md", "PyPI publishes a \"journal\" of all changes.\n")
}

fn outcomes(report: &Value) -> Vec<(String, String)> {
    let requirements = report["requirements"].as_array().unwrap().iter();
    let items = requirements.flat_map(|requirement| requirement["evidence"].as_array().unwrap());
    items
        .map(|item| {
            (item["locator"].as_str().unwrap().to_owned(), item["outcome"].as_str().unwrap().to_owned())
        })
        .collect()
}

#[test]
fn every_file_anchor_and_quote_is_there() {
    let (report, code) = tree(DECLARATION).json(&["--offline"]);
    assert_eq!(code, 0, "{report:#}");
    assert_eq!(report["summary"]["errors"], 0);
    for (locator, outcome) in outcomes(&report) {
        let wanted: &[&str] =
            if locator.starts_with("https:") { &["unchecked"] } else { &["found", "matched"] };
        assert!(wanted.contains(&outcome.as_str()), "{locator}: {outcome}");
    }
    for (track, level) in [("authentication", 2), ("authorization", 3), ("general", 0), ("cli", 1)] {
        assert_eq!(report["tracks"][track]["declared"], level, "{track}");
        assert_eq!(report["tracks"][track]["supported"], level, "{track}");
    }
    assert_eq!(report["tracks"]["cli"]["client"], "pip");
    let implied = report["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "mfa-required-critical")
        .unwrap();
    assert_eq!((&implied["status"], &implied["implied_by"]), (&"met".into(), &"mfa-required-all".into()));
}

#[test]
fn one_altered_quote_fails_and_the_nearest_text_is_shown() {
    let altered = DECLARATION
        .replace("now checks for expired domains to prevent", "regularly checks for expired domains to stop");
    assert_ne!(altered, DECLARATION);
    let tree = tree(&altered);
    let (report, code) = tree.json(&["--offline"]);
    assert_eq!(code, 1, "{report:#}");
    let errors: Vec<&Value> =
        report["findings"].as_array().unwrap().iter().filter(|it| it["severity"] == "error").collect();
    assert_eq!(errors.len(), 1, "{report:#}");
    assert_eq!(errors[0]["rule"], "evidence-quote");
    assert_eq!(report["tracks"]["authentication"]["declared"], 2);
    assert_eq!(
        report["tracks"]["authentication"]["supported"], 1,
        "a contradicted answer counts against the supported level"
    );
    let shown = tree.check(&["--offline"]).stdout;
    assert!(shown.contains("PyPI now checks for expired domains"), "{shown}");
    assert!(shown.contains("2025-08-18-preventing-domain-resurrections.md:5"), "{shown}");
}

#[test]
fn the_whole_report_at_a_terminal() {
    let shown = tree(DECLARATION).check(&[]);
    assert_eq!(shown.code, 0);
    insta::assert_snapshot!(shown.stdout);
}

#[test]
fn notices_are_the_ones_that_a_maintainer_would_want() {
    let (report, _) = tree(DECLARATION).json(&[]);
    let mut rules = rules_of(&report);
    rules.dedup();
    assert!(rules.iter().all(|rule| ["part-not-named", "placeholder"].contains(rule)), "{rules:?}");
}
