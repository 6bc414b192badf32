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

    - Brute force prevention (`brute-force-protection`): by 2027-03-31, not said before; funding `funded`, not said before; funder `Example Foundation`, not said before
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

/// The progress of a declaration since another, both given as what replaces the answers of the smallest one.
fn progress(before: &str, after: &str) -> String {
    let help = "# Help\n";
    let tree = Tree::with(whole(after)).file("old.yml", whole(before)).file("docs/help.md", help);
    let run = report(&tree, &["--since", "old.yml"]);
    assert_eq!(run.code, 0, "{run:?}");
    section(&run.stdout)
}

fn section(markdown: &str) -> String {
    let section = markdown.split("\n## Progress\n").nth(1).unwrap().split("\n---\n").next().unwrap();
    // What is said of every comparison stands in one test.
    section.split("was not looked at.\n").last().unwrap().to_owned()
}

#[test]
fn a_part_that_is_gained_or_lost_is_named_by_what_it_asks() {
    let answer = |missing: &str| {
        format!(
            "answers:\n  security-notifications: {{status: partial, missing: [{missing}], evidence: docs/help.md}}\n"
        )
    };
    let (both, one, other) =
        (answer("password-change, mfa-disabled"), answer("password-change"), answer("mfa-disabled"));
    insta::assert_snapshot!(progress(&both, &one), @"

    ### Gained

    - Notices of security changes (`security-notifications`): holds now: email on disabling multi-factor authentication
    ");
    insta::assert_snapshot!(progress(&one, &both), @"

    ### Lost

    - Notices of security changes (`security-notifications`): holds no more: email on disabling multi-factor authentication
    ");
    insta::assert_snapshot!(progress(&one, &other), @"

    ### Gained

    - Notices of security changes (`security-notifications`): holds now: email on a password change

    ### Lost

    - Notices of security changes (`security-notifications`): holds no more: email on disabling multi-factor authentication
    ");
}

#[test]
fn an_answer_that_moves_to_or_from_partial_names_its_parts() {
    let answer = |answer: &str| format!("answers:\n  security-notifications: {answer}\n");
    let partial = answer("{status: partial, missing: [password-change], evidence: docs/help.md}");
    let met = answer("{status: met, evidence: docs/help.md}");
    insta::assert_snapshot!(progress(&answer("unmet"), &partial), @"

    ### Gained

    - Notices of security changes (`security-notifications`): unmet → partial; holds now: email on disabling multi-factor authentication

    ### Also changed

    - Notices of security changes (`security-notifications`): new `docs/help.md`
    ");
    insta::assert_snapshot!(progress(&partial, &answer("unmet")), @"

    ### Lost

    - Notices of security changes (`security-notifications`): partial → unmet; holds no more: email on disabling multi-factor authentication

    ### Also changed

    - Notices of security changes (`security-notifications`): gone `docs/help.md`
    ");
    insta::assert_snapshot!(progress(&met, &partial), @"

    ### Lost

    - Notices of security changes (`security-notifications`): met → partial; holds no more: email on a password change
    ");
    insta::assert_snapshot!(progress(&partial, &met), @"

    ### Gained

    - Notices of security changes (`security-notifications`): partial → met
    ");
}

#[test]
fn parts_that_leave_the_count_or_come_back_are_neither_gained_nor_lost() {
    let whole = "answers:\n  security-notifications: {status: met, evidence: docs/help.md}\n";
    let less = "answers:\n  security-notifications: {status: met, evidence: docs/help.md, not-applicable-parts: {password-change: the registry keeps no passwords}}\n";
    insta::assert_snapshot!(progress(whole, less), @"

    ### Also changed

    - Notices of security changes (`security-notifications`): said not to apply now: email on a password change
    ");
    insta::assert_snapshot!(progress(less, whole), @"

    ### Also changed

    - Notices of security changes (`security-notifications`): counts now: email on a password change
    ");
}

#[test]
fn plans_that_move_say_from_what_to_what() {
    let answer = |plan: &str| format!("answers:\n  mfa: {{status: planned, plan: {{{plan}}}}}\n");
    let issue = |number: u8| format!("issue: \"https://github.com/epi/index/issues/{number}\"");
    insta::assert_snapshot!(
        progress(&answer("by: 2027-03-31, funding: needed"), &answer("by: 2027-09-30, funding: funded, funder: Example Foundation")),
        @"

    ### Also changed

    - Strong MFA supported (`mfa`): moved later, by 2027-03-31 → 2027-09-30; funding `needed` → `funded`; funder `Example Foundation`, not said before
    "
    );
    insta::assert_snapshot!(progress(&answer("by: 2027-03-31"), &answer(&issue(7))), @"

    ### Also changed

    - Strong MFA supported (`mfa`): by 2027-03-31, not said any more; tracked in `https://github.com/epi/index/issues/7`, not said before
    ");
    insta::assert_snapshot!(
        progress(&answer(&format!("{}, funder: A", issue(7))), &answer(&format!("{}, funder: B", issue(8)))),
        @"

    ### Also changed

    - Strong MFA supported (`mfa`): tracked in `https://github.com/epi/index/issues/7` → `https://github.com/epi/index/issues/8`; funder `A` → `B`
    "
    );
    insta::assert_snapshot!(progress(&answer("by: 2027-03-31"), "answers: {mfa: {status: met, evidence: docs/help.md}}\n"), @"

    ### Gained

    - Strong MFA supported (`mfa`): planned → met

    ### Also changed

    - Strong MFA supported (`mfa`): new `docs/help.md`
    ");
}

const CLIENTS: &str = "clis:\n  rubygems: {primary: true}\n";

#[test]
fn a_client_that_no_level_rests_on_is_no_cause() {
    let before = format!(
        "answers:\n  pinned-installs: {{status: met, evidence: docs/help.md}}\n  cli-vulnerability-warnings: {{status: met, evidence: docs/help.md}}\n{CLIENTS}"
    );
    let after = before
        .replace("pinned-installs: {status: met, evidence: docs/help.md}", "pinned-installs: unmet")
        + "  jruby: {primary: false}\n";
    insta::assert_snapshot!(progress(&before, &after), @"

    ### Lost

    - CLI Tooling: level 2 → 0: Pinned installs (`pinned-installs`) left met
    - Pinned installs (`pinned-installs`): met → unmet for `rubygems`

    ### Also changed

    - Pinned installs (`pinned-installs`): gone `docs/help.md`
    - `jruby` is new; no level rests on it
    ");
    insta::assert_snapshot!(progress(&after, &before), @"

    ### Gained

    - CLI Tooling: level 0 → 2: Pinned installs (`pinned-installs`) is met now
    - Pinned installs (`pinned-installs`): unmet → met for `rubygems`

    ### Lost

    - `jruby` is gone; no level rested on it

    ### Also changed

    - Pinned installs (`pinned-installs`): new `docs/help.md`
    ");
    let primary = format!("{before}  jruby: {{primary: true, answers: {{pinned-installs: unmet}}}}\n");
    insta::assert_snapshot!(progress(&before, &primary), @"

    ### Lost

    - CLI Tooling: level 2 → 0: client `jruby` counts now

    ### Also changed

    - `jruby` is new, and primary
    ");
}

/// Answers of the authorization track: two of level 1, and one of level 2.
fn authorization(evidence: [&str; 2], second: &str) -> String {
    let [scoped, prefix] = evidence;
    format!(
        "answers:\n  scoped-tokens: {{status: met, evidence: {scoped}}}\n  token-prefix: {{status: met, evidence: {prefix}}}\n  \
         role-based-access: {second}\n"
    )
}

const HOLDS: &str = "docs/help.md";
const OTHERWISE: &str = "{file: docs/help.md, quote: nobody wrote this there}";

#[test]
fn a_level_is_gained_only_where_its_evidence_holds() {
    let one = authorization([HOLDS, HOLDS], "unmet");
    let two =
        |evidence: &str| authorization([HOLDS, HOLDS], &format!("{{status: met, evidence: {evidence}}}"));
    insta::assert_snapshot!(progress(&one, &two(HOLDS)), @"

    ### Gained

    - Authorization: level 1 → 2: Role-based access control (`role-based-access`) is met now
    - Role-based access control (`role-based-access`): unmet → met

    ### Also changed

    - Role-based access control (`role-based-access`): new `docs/help.md`
    ");
    insta::assert_snapshot!(progress(&one, &two(OTHERWISE)), @"

    ### Also changed

    - Authorization: declared 1 → 2, evidence supports 1: evidence is contradicted now for Role-based access control (`role-based-access`)
    - Role-based access control (`role-based-access`): unmet → met, but its evidence is contradicted now
    - Role-based access control (`role-based-access`): new `docs/help.md`
    ");
    let none = authorization([HOLDS, HOLDS], "unmet").replacen("status: met", "status: unmet", 1);
    insta::assert_snapshot!(progress(&none, &two(OTHERWISE)), @"

    ### Gained

    - Authorization: declared 0 → 2, evidence supports 1: Package-scoped API keys (`scoped-tokens`) is met now; evidence is contradicted now for Role-based access control (`role-based-access`)
    - Package-scoped API keys (`scoped-tokens`): unmet → met

    ### Also changed

    - Role-based access control (`role-based-access`): unmet → met, but its evidence is contradicted now
    - Role-based access control (`role-based-access`): new `docs/help.md`
    ");
}

#[test]
fn a_level_that_its_evidence_no_longer_supports_is_lost() {
    let one = authorization([HOLDS, HOLDS], "unmet");
    let otherwise = authorization([HOLDS, OTHERWISE], "unmet");
    insta::assert_snapshot!(progress(&one, &otherwise), @"

    ### Lost

    - Authorization: declared 1 as before, evidence supports 0 now: evidence is contradicted now for Identifiable API tokens (`token-prefix`)

    ### Also changed

    - Identifiable API tokens (`token-prefix`): changed `docs/help.md`
    ");
    insta::assert_snapshot!(progress(&otherwise, &otherwise), @"

    ### Lost

    - Authorization: declared 1 as before, evidence supports 0 now: evidence is contradicted now for Identifiable API tokens (`token-prefix`)
    ");
    let two = authorization([HOLDS, OTHERWISE], &format!("{{status: met, evidence: {HOLDS}}}"));
    insta::assert_snapshot!(progress(&one, &two), @"

    ### Gained

    - Role-based access control (`role-based-access`): unmet → met

    ### Lost

    - Authorization: declared 1 → 2, evidence supports 0: Role-based access control (`role-based-access`) is met now; evidence is contradicted now for Identifiable API tokens (`token-prefix`)

    ### Also changed

    - Identifiable API tokens (`token-prefix`): changed `docs/help.md`
    - Role-based access control (`role-based-access`): new `docs/help.md`
    ");
    insta::assert_snapshot!(progress(&two, &otherwise), @"

    ### Lost

    - Authorization: declared 2 → 1, evidence supports 0: Role-based access control (`role-based-access`) left met; evidence is contradicted now for Identifiable API tokens (`token-prefix`)
    - Role-based access control (`role-based-access`): met → unmet

    ### Also changed

    - Role-based access control (`role-based-access`): gone `docs/help.md`
    ");
}

#[test]
fn of_several_clients_the_one_whose_evidence_fails_is_named() {
    let clients = |evidence: &str| {
        format!(
            "answers:\n  pinned-installs: {{status: met, evidence: docs/help.md}}\nclis:\n  one: {{primary: true}}\n  \
             two: {{primary: true, answers: {{pinned-installs: {{status: met, evidence: {evidence}}}}}}}\n"
        )
    };
    insta::assert_snapshot!(progress(&clients(HOLDS), &clients(OTHERWISE)), @"

    ### Lost

    - CLI Tooling: declared 1 as before, evidence supports 0 now: evidence is contradicted now for Pinned installs (`pinned-installs`) of `two`

    ### Also changed

    - Pinned installs (`pinned-installs`): changed `docs/help.md`
    ");
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
