//! The table of severities, row by row: the same tree as an audit and as a change, with a server that answers.

use crate::support::{Run, Tree, report_of, whole};
use crate::world::site::{Reply, Site};
use crate::world::tls::Authority;
use serde_json::Value;

/// The host that answers; `HOST` in a declaration is its address.
struct World {
    site: Site,
    authority: Authority,
}

impl World {
    fn new() -> Self {
        let authority = Authority::new();
        let text = "Contact: mailto:security@epi.example\nExpires: 2026-01-01T00:00:00Z\n";
        let site = Site::builder()
            .tls(&authority.issue(&["docs.localhost"]))
            .page("docs.localhost", "/", Reply::page("Docs", "<p>Hello.</p>"))
            .page("docs.localhost", "/help", Reply::page("Help", "<p>Every account can use WebAuthn.</p>"))
            .page(
                "docs.localhost",
                "/beta",
                Reply::page("Help", "<p>Every account can use WebAuthn. This is a beta.</p>"),
            )
            .page("docs.localhost", "/busy", Reply::status(503))
            .page("docs.localhost", "/busier", Reply::status(503))
            .page("docs.localhost", "/.well-known/security.txt", Reply::text(text))
            .start();
        Self { site, authority }
    }

    fn text(&self, fragment: &str) -> String {
        whole(&fragment.replace("HOST", self.site.url("docs.localhost", "/").trim_end_matches('/')))
    }

    fn report(&self, before: &str, after: &str, arguments: &[&str]) -> (Value, i32) {
        let tree = Tree::with(self.text(after)).file("before.yml", self.text(before));
        let tree = tree.file("docs/help.md", "# Help\n\nEvery account can use WebAuthn.\n");
        let arguments = [&["--output", "json"], arguments].concat();
        let opened = [self.site.opening("docs.localhost")];
        let run = Run::of(tree.online(&opened, Some(self.authority.pem_file()), &arguments));
        (report_of(&run), run.code)
    }

    /// What a rule weighs in a change of `before` to `after`, and in an audit of `after`.
    fn weighs(&self, rule: &str, before: &str, after: &str, audit: &str, change: &str) {
        let (report, _) = self.report(before, after, &[]);
        assert_eq!(severities(&report, rule), audit, "{rule} in an audit: {report:#}");
        let (report, code) = self.report(before, after, &["--baseline", "before.yml"]);
        assert_eq!(severities(&report, rule), change, "{rule} in a change: {report:#}");
        if before == after && change != "error" {
            assert_eq!(code, 0, "{rule} was there before: {report:#}");
        }
    }
}

/// The severities of a rule's findings.
fn severities(report: &Value, rule: &str) -> String {
    let findings = report["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == rule);
    findings.map(|it| it["severity"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

const NOTHING: &str = "answers: {}\n";

fn citing(item: &str) -> String {
    format!("answers: {{mfa: {{status: partial, note: in part, evidence: {item}}}}}\n")
}

#[test]
fn malformed_refused_unknown_contradicting_and_overclaimed_are_errors_to_everybody() {
    let world = World::new();
    for (rule, text) in [
        ("wrong-kind", "claims: 3\n"),
        ("yaml-alias", "answers: {mfa: &a unmet, webauthn: *a}\n"),
        ("unknown-key", "colour: red\n"),
        ("unknown-requirement", "answers: {mfx: unmet}\n"),
        ("met-without-evidence", "answers: {mfa: met}\n"),
        ("claim-above-level", "claims: {authentication: 1, authorization: 0, general: 0, cli: 0}\n"),
    ] {
        world.weighs(rule, text, text, "error", "error");
    }
}

#[test]
fn evidence_of_the_tree_that_is_contradicted_is_an_error_whatever_the_status() {
    let world = World::new();
    let gone = citing("gone.md");
    world.weighs("evidence-file", &gone, &gone, "error", "error");
    let quote = citing("{file: docs/help.md, quote: \"Nobody can use anything\"}");
    world.weighs("evidence-quote", &quote, &quote, "error", "error");
}

#[test]
fn a_dead_link_is_an_error_to_whoever_brings_it_and_a_warning_to_others() {
    let world = World::new();
    let dead = citing("\"HOST/gone\"");
    world.weighs("link-gone", &dead, &dead, "error", "warning");
    world.weighs("link-gone", NOTHING, &dead, "error", "error");
    let quote = citing("{url: \"HOST/help\", quote: \"Nobody can use anything\"}");
    world.weighs("link-quote", &quote, &quote, "error", "warning");
    let alive = citing("{url: \"HOST/help\", quote: \"Every account can use WebAuthn\"}");
    world.weighs("link-quote", &alive, &quote, "error", "error");
}

#[test]
fn what_time_did_is_a_warning_to_the_declaration_and_a_notice_to_a_change() {
    let world = World::new();
    let security = citing("{url: \"HOST/.well-known/security.txt\", security-txt: true}");
    for (rule, text) in [
        ("security-txt-expired", security.as_str()),
        ("review-overdue", "reviewed: 2020-01-01\n"),
        ("plan-overdue", "answers: {mfa: {status: planned, plan: {by: 2021-01-01}}}\n"),
        (
            "evidence-stale",
            "answers: {security-reviews: {status: met, evidence: {url: \"HOST/help\", as-of: 2019-01-01}}}\n",
        ),
        ("placeholder", "contact: mailto:change-me@change-me.example\n"),
        (
            "ignore-without-effect",
            "ignore: [{rule: mutable-link, at: answers.mfa, reason: there is no other}]\n",
        ),
    ] {
        world.weighs(rule, text, text, "warning", "notice");
    }
}

#[test]
fn what_cannot_be_reached_is_one_line_a_host_and_a_notice_to_a_change() {
    let world = World::new();
    let busy = citing("[\"HOST/busy\", \"HOST/busier\"]");
    world.weighs("link-unreachable", &busy, &busy, "warning", "notice");
    world.weighs("link-unreachable", NOTHING, &busy, "warning", "notice");
}

#[test]
fn a_step_down_is_an_error_of_a_change_and_one_that_is_owned_up_to_a_warning() {
    let world = World::new();
    let met = "answers: {mfa: {status: met, evidence: docs/help.md}}\n";
    let unmet = "answers: {mfa: unmet}\n";
    world.weighs("answer-left-met", met, unmet, "", "error");
    assert_eq!(world.report(met, unmet, &["--baseline", "before.yml"]).1, 4);
    let record = "withdrawals: [{date: 2026-11-20, at: answers.mfa, reason: the provider went away}]\n";
    let honest = format!("{unmet}{record}");
    world.weighs("answer-left-met", met, &honest, "", "warning");
    assert_eq!(world.report(met, &honest, &["--baseline", "before.yml"]).1, 0);
    let old = format!("{met}{record}");
    world.weighs("answer-left-met", &old, &honest, "", "error");
    let other = format!("{unmet}{}", record.replace("answers.mfa", "answers.sbom"));
    world.weighs("answer-left-met", met, &other, "", "error");
}

#[test]
fn a_level_that_fell_is_honest_where_its_claim_falls_too() {
    let world = World::new();
    let claims =
        |level: u8| format!("claims: {{authentication: 0, authorization: 0, general: 0, cli: {level}}}\n");
    let met = "answers: {pinned-installs: {status: met, evidence: docs/help.md}}\n";
    let unmet = "answers: {pinned-installs: unmet}\nwithdrawals: [{date: 2026-11-20, at: answers.pinned-installs, reason: the lock file went away}]\n";
    let before = format!("{}{met}", claims(1));
    let change = ["--baseline", "before.yml"];
    let (report, code) = world.report(&before, &format!("{}{unmet}", claims(0)), &change);
    assert_eq!((code, severities(&report, "answer-left-met").as_str()), (0, "warning"), "{report:#}");
    let (report, code) = world.report(&before, &format!("{}{unmet}", claims(1)), &change);
    assert_eq!((code, severities(&report, "claim-above-level").as_str()), (1, "error"), "{report:#}");
}

#[test]
fn weaker_evidence_is_a_warning_of_a_change() {
    let world = World::new();
    let with = |item: &str| format!("answers: {{mfa: {{status: met, evidence: {item}}}}}\n");
    let before = with("{file: docs/help.md, quote: \"Every account can use WebAuthn\"}");
    world.weighs("evidence-weaker", &before, &with("docs/help.md"), "", "warning");
}

#[test]
fn advice_is_a_notice_to_everybody() {
    let world = World::new();
    for (rule, text) in [
        (
            "track-not-applicable",
            "registry: {name: E, url: \"https://epi.example/\", user-accounts: false, packages: [source-only]}\nclaims: {general: 0, cli: 0}\nanswers: {mfa: unmet}\n",
        ),
        ("claim-below-level", "answers: {pinned-installs: {status: met, evidence: docs/help.md}}\n"),
        (
            "mutable-link",
            "answers: {mfa: {status: met, evidence: \"https://github.com/o/r/blob/main/a.md\"}}\n",
        ),
        ("line-range-unpinned", "answers: {mfa: {status: met, evidence: docs/help.md#L1-L3}}\n"),
        (
            "hedged-page",
            "answers: {mfa: {status: met, evidence: {url: \"HOST/beta\", quote: \"Every account can use WebAuthn\"}}}\n",
        ),
        ("part-not-named", "answers: {vulnerability-disclosure: {status: met, evidence: docs/help.md}}\n"),
    ] {
        let offline = rule == "mutable-link";
        if offline {
            // It is told from the words of the address; nobody is asked.
            let tree = Tree::with(world.text(text)).file("before.yml", world.text(text));
            for arguments in [&[][..], &["--baseline", "before.yml"]] {
                let (report, _) = tree.json(arguments);
                assert_eq!(severities(&report, rule), "notice", "{report:#}");
            }
            continue;
        }
        world.weighs(rule, text, text, "notice", "notice");
    }
}
