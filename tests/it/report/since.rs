//! `report --since`: what was gained and lost.

use super::page::words;
use super::{FULL, full, report};
use crate::gate::revisions::{git, repository};

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

    Since `old.yml`.

    ### Gained

    - `cli` 0 → 1: `pinned-installs` is met now
    - `answers.email-verification`: unmet → met
    - `answers.pinned-installs`: unknown → met for `one`, `two`

    ### Lost

    - `answers.brute-force-protection`: met → planned

    ### Also changed

    - `answers.recovery-policy`: unknown → partial
    - `answers.email-verification`: new `docs/help.md`
    - `answers.brute-force-protection`: gone `docs/help.md`
    - claim of `cli` 0 → 1
    ");
    let page = report(&tree, &["--since", "old.yml", "--output", "html"]).stdout;
    let words = words(&page);
    let start = words.find("\nProgress\nSince").unwrap();
    insta::assert_snapshot!(&words[start..start + 300], @"

    Progress
    Since old.yml.
    Gained
    cli 0 → 1: pinned-installs is met now
    answers.email-verification: unmet → met
    answers.pinned-installs: unknown → met for one, two
    Lost
    answers.brute-force-protection: met → planned
    Also changed
    answers.recovery-policy: unknown → partial
    answers.email-verific
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
