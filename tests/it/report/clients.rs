//! An ecosystem with several clients: what its level rests on decides, and nothing of it gets lost.

use super::{html, report};
use crate::support::Tree;
use std::fmt::Write as _;

const TOP: &str = "\
version: 1
principles: v0.1
reviewed: 2026-08-21
registry: {name: Example Index, url: \"https://epi.example/\", user-accounts: false, packages: [accepts-built]}
answers:
  pinned-installs: {status: met, evidence: docs/help.md}
clis:
";

fn tree(clients: &str) -> Tree {
    Tree::with(format!("{TOP}{clients}")).file("docs/help.md", "# Help\n")
}

fn markdown(tree: &Tree) -> String {
    let run = report(tree, &[]);
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout
}

/// The roadmap of the clients' track.
fn roadmap(markdown: &str) -> &str {
    markdown.split("\n### CLI Tooling: to level ").nth(1).unwrap().split("\n---\n").next().unwrap()
}

#[test]
fn what_is_known_of_a_primary_client_is_not_made_unknown_by_another_one() {
    let one = tree(
        "  pip: {primary: true, answers: {cli-vulnerability-warnings: {status: partial, note: on request}, sbom: unmet}}\n\
         \x20 uv: {}\n",
    );
    let own = markdown(&one);
    insta::assert_snapshot!(roadmap(&own).split("\nGuidance").next().unwrap(), @"
    2

    #### 1. Vulnerability warnings on install: ◐ partial

    - [ ] Finish what is begun (`pip`)

    Open, too, for clients that no level rests on: `uv` (unknown).

    How other registries did it:

    - [npm](https://docs.npmjs.com/auditing-package-dependencies-for-security-vulnerabilities): Documents the auditing of package dependencies for vulnerabilities.
    - [Packagist](https://github.com/composer/composer/blob/eba7baa59eb1b59246cf9800b0120fe78915b6ac/doc/03-cli.md#L1175-L1183): Composer runs an audit after install and update.
    - [pub.dev](https://dart.dev/tools/pub/security-advisories): The client shows security advisories when it resolves dependencies.

    Beyond that:

    - ○ [SBOMs](#sbom), level 3: unmet
    - ? [Automatic remediation](#vulnerability-remediation), level 3: unknown
    - ? [Reachability analysis](#reachability-analysis), level 3: unknown
    ");
    let page = html(&one);
    let gap = page.split("id=\"roadmap\"").nth(1).unwrap();
    assert!(gap.contains("Open, too, for clients that no level rests on: <bdi>uv</bdi> (unknown)."), "{gap}");
}

#[test]
fn a_gap_of_two_primary_clients_stands_as_the_one_with_more_to_do() {
    let two = tree(
        "  a: {primary: true, answers: {cli-vulnerability-warnings: {status: planned, plan: {by: 2027-01-01, funding: none-needed}}}}\n\
         \x20 b: {primary: true, answers: {cli-vulnerability-warnings: {status: planned, plan: {by: 2027-06-30, funding: needed}}}}\n\
         \x20 c: {primary: true}\n",
    );
    let own = markdown(&two);
    assert!(own.contains("#### 1. Vulnerability warnings on install: ▷ planned\n"), "{own}");
    let run = report(&two, &["--roadmap", "gaps"]);
    assert_eq!(run.code, 0, "{run:?}");
    let index = two.read("gaps/README.md");
    let row = index.lines().find(|it| it.contains("cli-vulnerability-warnings.md")).unwrap();
    assert!(row.ends_with("| ▷ planned |  | 2027-06-30 |  | funding needed |"), "{row}");
}

fn many(count: usize, last: &str) -> String {
    let mut clients = String::new();
    for index in 1..count {
        writeln!(clients, "  c{index}: {{primary: false, answers: {{sbom: unmet}}}}").unwrap();
    }
    clients + last
}

#[test]
fn the_client_that_a_level_rests_on_is_drawn_however_many_stand_before_it() {
    let last = "  last: {primary: true, answers: {cli-vulnerability-warnings: unmet}}\n";
    let tree = tree(&many(40, last));
    let own = markdown(&tree);
    assert!(own.contains("### CLI Tooling (`last`): level 1\n"), "{own}");
    assert!(
        own.contains("- ○ [Vulnerability warnings on install](#cli-vulnerability-warnings): unmet\n"),
        "{own}"
    );
    assert!(own.contains("\n| — `last` (primary) |  | 1 | 1 |"), "{own}");
    assert!(own.contains("\n16 more clients are not shown here.\n"), "{own}");
    assert!(
        own.contains("#### 1. Vulnerability warnings on install: ○ unmet\n\n- [ ] Build it (`last`)\n"),
        "{own}"
    );
    assert!(roadmap(&own).contains("`c24` (unknown) and 15 more."), "{}", roadmap(&own));
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert_eq!(run.code, 0, "{run:?}");
    let gap = tree.read("gaps/cli-vulnerability-warnings.md");
    assert!(gap.contains("For `Example Index` it is **unmet**, as of 2026-08-21.\n"), "{gap}");
}

#[test]
fn steps_of_many_clients_are_counted_where_they_are_left_out() {
    let mut clients = String::new();
    for index in 0..30 {
        writeln!(
            clients,
            "  c{index}: {{primary: true, answers: {{sbom: {{status: unmet, note: n{index}}}}}}}"
        )
        .unwrap();
    }
    let tree = tree(&clients);
    assert_eq!(report(&tree, &["--roadmap", "gaps"]).code, 0);
    let gap = tree.read("gaps/sbom.md");
    assert_eq!(gap.matches("- [ ] Build it").count(), 24);
    assert!(gap.contains("\n6 more clients have work to do.\n"), "{gap}");
    let shared = tree.read("gaps/cli-vulnerability-warnings.md");
    assert!(
        shared.contains("- [ ] Find out how it stands (`c0`, ") && shared.contains("`c23` and 6 more)\n"),
        "{shared}"
    );
}

#[test]
fn evidence_that_was_seen_to_be_otherwise_is_not_cut() {
    let mut items = String::new();
    for index in 0..25 {
        write!(items, "docs/help.md#l{index}, ").unwrap();
    }
    let text = (0..25).fold("# Help\n".to_owned(), |text, index| format!("{text}\n## l{index}\n"));
    let answer = format!("  pinned-installs: {{status: met, evidence: [{items}docs/gone.md]}}\n");
    let top = TOP.replace("  pinned-installs: {status: met, evidence: docs/help.md}\n", &answer);
    let tree = Tree::with(format!("{top}  one: {{}}\n")).file("docs/help.md", &text);
    let own = markdown(&tree);
    let evidence = own.split("Evidence:\n\n").nth(1).unwrap();
    assert!(evidence.starts_with("- `docs/gone.md`: contradicted, looked for "), "{evidence}");
    assert!(evidence.contains("\n- 2 more are not shown here: 2 found.\n"), "{evidence}");
    let gap = roadmap(&own);
    assert!(
        gap.contains(
            "- [ ] Mend what is cited, or the answer (`one`)\n\n- `docs/gone.md`: contradicted, looked for "
        ),
        "{gap}"
    );
}

#[test]
fn the_highest_level_is_not_all_there_is_where_another_client_lacks_something() {
    let own = "sbom: {status: met, evidence: docs/help.md}, cli-vulnerability-warnings: {status: met, evidence: docs/help.md}, \
               vulnerability-remediation: {status: met, evidence: docs/help.md}, reachability-analysis: {status: met, evidence: docs/help.md}";
    let both =
        tree(&format!("  a: {{primary: true, answers: {{{own}}}}}\n  b: {{answers: {{sbom: unmet}}}}\n"));
    let text = markdown(&both);
    assert!(
        text.contains("The highest level. Its primary clients meet every requirement that applies."),
        "{text}"
    );
    let alone = tree(&format!("  a: {{answers: {{{own}}}}}\n"));
    assert!(markdown(&alone).contains("The highest level. Every requirement that applies is met."));
}

#[test]
fn a_level_that_rises_because_a_client_is_gone_is_no_gain() {
    let own = "cli-vulnerability-warnings: {status: met, evidence: docs/help.md}";
    let before = format!("{TOP}  a: {{primary: true, answers: {{{own}}}}}\n  b: {{primary: true}}\n");
    let after = format!("{TOP}  a: {{primary: true, answers: {{{own}}}}}\n");
    let tree = Tree::with(after).file("docs/help.md", "# Help\n").file("before.yml", before);
    let text = report(&tree, &["--since", "before.yml"]).stdout;
    let progress = text.split("\n## Progress\n").nth(1).unwrap();
    assert!(!progress.contains("### Gained"), "{progress}");
    let also = progress.split("### Also changed").nth(1).unwrap();
    assert!(also.contains("CLI Tooling: level 1 → 2"), "{progress}");
}
