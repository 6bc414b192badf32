//! `report --since`: what was gained and lost.

use super::page::words;
use super::{FULL, full, report};
use crate::gate::revisions::{git, repository};
use crate::support::{Tree, whole};

fn older() -> String {
    FULL.replace("brute-force-protection: {status: planned, plan: {by: 2027-03-31, funding: funded, funder: Example Foundation}}", "brute-force-protection: {status: met, evidence: docs/help.md}")
        .replace("email-verification: {status: met, evidence: {file: docs/help.md, quote: \"a verified address is required\"}}", "email-verification: unmet")
        .replace("  recovery-policy: {status: partial, note: the page says little, evidence: docs/help.md#recovery}\n", "")
        .replace("cli: 1}", "cli: 0}")
        .replace("  pinned-installs: {status: met, evidence: docs/help.md}\n", "")
}

#[test]
fn what_was_gained_and_lost_stands_in_every_rendering() {
    let tree = full().file("old.yml", older());
    let run = report(&tree, &["--since", "old.yml"]);
    assert_eq!(run.code, 0, "{run:?}");
    let progress = run.stdout.split("\n## Progress\n").nth(1).unwrap().split("\n---\n").next().unwrap();
    insta::assert_snapshot!(progress, @"

    Since `old.yml`. Its answers are compared; what its evidence showed in its time was not looked at.

    ### Gained

    - CLI Tooling: level 0 → 1: Pinned installs (`pinned-installs`) is met now
    - Verified email address (`email-verification`): unmet → met
    - Documented account recovery (`recovery-policy`): unknown → partial
    - Pinned installs (`pinned-installs`): unknown → met for `one`, `two`

    ### Lost

    - Brute force prevention (`brute-force-protection`): met → planned

    ### Also changed

    - Brute force prevention (`brute-force-protection`): planned by 2027-03-31, not said before; funding `funded`, not said before; funder `Example Foundation`, not said before
    - Verified email address (`email-verification`): new `docs/help.md`
    - Brute force prevention (`brute-force-protection`): gone `docs/help.md`
    - claim of CLI Tooling 0 → 1
    ");
    let page = report(&tree, &["--since", "old.yml", "--output", "html"]).stdout;
    let words = words(&page);
    let start = words.find("\nProgress\nSince").unwrap();
    insta::assert_snapshot!(&words[start..start + 300], @"

    Progress
    Since old.yml. Its answers are compared; what its evidence showed in its time was not looked at.
    Gained
    CLI Tooling: level 0 → 1: Pinned installs is met now
    Verified email address: unmet → met
    Documented account recovery: unknown → partial
    Pinned installs: unknown → met for one, tw
    ");
    assert!(!report(&tree, &[]).stdout.contains("Progress"));
}

#[test]
fn a_revision_will_do_and_one_without_a_declaration_too() {
    let tree = full();
    std::fs::remove_dir(tree.path(".git")).unwrap();
    let empty = repository(&tree);
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "-m", "declared"]);
    let same = report(&tree, &["--since", "HEAD"]);
    assert_eq!(same.code, 0, "{same:?}");
    assert!(same.stdout.contains("\nNothing changed.\n"), "{}", same.stdout);
    let new = report(&tree, &["--since", &empty]);
    assert!(new.stdout.contains("which has no declaration: this one is new."), "{}", new.stdout);
    let unknown = report(&tree, &["--since", "v9"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (5, ""), "{unknown:?}");
    assert!(unknown.stderr.contains("no revision `v9`"), "{unknown:?}");
}

pub fn section(markdown: &str) -> String {
    let section = markdown.split("\n## Progress\n").nth(1).unwrap().split("\n---\n").next().unwrap();
    // What is said of every comparison stands in one test.
    section.split("was not looked at.\n").last().unwrap().to_owned()
}

#[test]
fn a_requirement_is_named_by_its_title_and_led_to() {
    let tree = full().file("old.yml", older());
    let page = report(&tree, &["--since", "old.yml", "--output", "html"]).stdout;
    let progress = &page[page.find("id=\"progress\"").unwrap()..];
    assert!(
        progress.contains("<li><a href=\"#email-verification\">Verified email address</a>: unmet → met</li>"),
        "{progress}"
    );
    assert!(page.contains("id=\"email-verification\""));
}

fn since_of(tree: &Tree, name: &str) -> String {
    section(&report(tree, &["--since", name]).stdout)
}

#[test]
fn a_name_that_is_a_file_and_a_revision_is_refused() {
    let tree = full();
    std::fs::remove_dir(tree.path(".git")).unwrap();
    repository(&tree);
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "-m", "declared"]);
    let tree = tree.file("main", older());
    let both = report(&tree, &["--since", "main"]);
    assert_eq!((both.code, both.stdout.as_str()), (5, ""), "{both:?}");
    assert!(both.stderr.contains("`./main`") && both.stderr.contains("`refs/heads/main`"), "{both:?}");
    assert!(since_of(&tree, "./main").contains("### Lost"));
    assert!(since_of(&tree, "refs/heads/main").contains("Nothing changed."));
    assert!(since_of(&tree, "HEAD").contains("Nothing changed."), "only a revision is called so");
    let tree = tree.file("older.yml", older());
    assert!(since_of(&tree, "older.yml").contains("### Lost"), "only a file is");
    let tree = tree.file("HEAD/x", "");
    assert!(since_of(&tree, "HEAD").contains("Nothing changed."), "a directory is no declaration");
    std::fs::remove_dir_all(tree.path("HEAD")).unwrap();
    let tree = tree.file("HEAD", older());
    let both = report(&tree, &["--since", "HEAD"]);
    assert!(both.code == 5 && both.stderr.contains(&git(&tree.path(""), &["rev-parse", "HEAD"])), "{both:?}");
}

#[test]
fn json_carries_the_comparison_of_check() {
    let tree = full().file("old.yml", older());
    let of = |run: &crate::support::Run| -> serde_json::Value { serde_json::from_str(&run.stdout).unwrap() };
    let (mut report, mut check) = (
        of(&report(&tree, &["--since", "old.yml", "--output", "json"])),
        of(&tree.check(&["--baseline", "old.yml", "--output", "json"])),
    );
    assert_eq!(report["baseline"], check["baseline"]);
    assert!(report["baseline"]["changes"]["plans"].is_array());
    assert_eq!((&report["scope"], &check["scope"]), (&"audit".into(), &"change".into()));
    for document in [&mut report, &mut check] {
        let document = document.as_object_mut().unwrap();
        document.remove("scope");
        // The scope decides how severe a finding is.
        for finding in document["findings"].as_array_mut().unwrap() {
            finding.as_object_mut().unwrap().remove("severity");
        }
        for severity in ["errors", "warnings", "notices"] {
            document["summary"].as_object_mut().unwrap().remove(severity);
        }
    }
    assert_eq!(report, check);
}

#[test]
fn hostile_text_of_either_declaration_stays_text() {
    let hostile = "\"<script>alert(1)</script> ![x](javascript:alert(1)) @team \\u202e\"";
    let answers = |text: &str| {
        format!(
            "answers:\n  mfa: {{status: planned, plan: {{issue: {text}, funding: {text}, funder: {text}}}}}\n  \
             security-notifications: {{status: partial, missing: [password-change, {text}]}}\nclis:\n  {text}: {{primary: true}}\n"
        )
    };
    let (bad, plain) = (whole(answers(hostile).as_str()), whole(answers("plain").as_str()));
    for (before, after) in [(&bad, &plain), (&plain, &bad)] {
        let tree = Tree::with(after).file("old.yml", before);
        let page = report(&tree, &["--since", "old.yml", "--output", "html"]).stdout;
        let own = &page[page.find("id=\"progress\"").unwrap()..];
        assert!(own.contains("&lt;script&gt;") && !own.contains("<script"), "{own}");
        assert!(!own.contains("href=\"javascript"), "{own}");
        let markdown = section(&report(&tree, &["--since", "old.yml"]).stdout);
        assert!(markdown.contains("`<script>"), "{markdown}");
        let outside: String = markdown.split('`').step_by(2).collect();
        assert!(!outside.contains("script") && !outside.contains("@team"), "{outside}");
    }
}

#[test]
fn only_what_lowered_a_level_is_named_as_its_cause() {
    let top = |clients: &str| {
        format!(
            "version: 1\nprinciples: v0.1\nreviewed: 2026-08-21\ncontact: mailto:a@epi.example\nclaims: {{}}\nanswers: {{}}\n\
                 registry: {{name: A, url: \"https://epi.example/\", user-accounts: false, packages: [source-only]}}\nclis:\n{clients}"
        )
    };
    let met = |without: &str| {
        let ids = [
            "pinned-installs",
            "cli-vulnerability-warnings",
            "sbom",
            "reachability-analysis",
            "vulnerability-remediation",
        ];
        let answers = ids.into_iter().filter(|id| *id != without);
        let answers: Vec<String> =
            answers.map(|id| format!("{id}: {{status: met, evidence: {{statement: it does}}}}")).collect();
        format!("answers: {{{}}}", answers.join(", "))
    };
    let (all, no_sbom, no_analysis) = (met(""), met("sbom"), met("reachability-analysis"));
    let cases = [
        (
            "a client that no level rests on any more",
            format!("  a: {{primary: true, {all}}}\n  b: {{primary: true, {all}}}\n"),
            format!("  a: {{primary: true, {no_sbom}}}\n  b: {{primary: false, {no_analysis}}}\n"),
            "CLI Tooling: level 3 → 2: SBOMs (`sbom`) left met",
        ),
        (
            "a client that is new and has everything",
            format!("  a: {{primary: true, {all}}}\n"),
            format!("  a: {{primary: true, {no_sbom}}}\n  c: {{primary: true, {all}}}\n"),
            "CLI Tooling: level 3 → 2: SBOMs (`sbom`) left met",
        ),
    ];
    for (name, before, after, said) in cases {
        let tree = Tree::with(top(&after)).file("before.yml", top(&before));
        let text = report(&tree, &["--since", "before.yml"]).stdout;
        let line = text.lines().find(|line| line.contains("CLI Tooling: level")).unwrap();
        assert_eq!(line, format!("- {said}"), "{name}");
    }
}
