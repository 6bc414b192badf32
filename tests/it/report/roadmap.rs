//! The roadmap: its order, and its files.

use super::{FULL, full, report};
use crate::support::{Run, TODAY, Tree, binary, whole};
use std::fs;
use std::path::Path;

/// The titles of a roadmap in Markdown, track by track: what leads to the next level, and what is beyond.
fn roadmap(markdown: &str) -> Vec<String> {
    let section = markdown.split("\n## Roadmap\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let told = section.lines().filter(|line| {
        line.starts_with("###")
            || line.starts_with("Beyond")
            || line.contains(", level ") && line.starts_with("- ")
    });
    told.map(str::to_owned).collect()
}

#[test]
fn what_rubygems_needs_for_level_1_of_authentication_stands_first_with_its_missing_part() {
    let mut command = binary(Path::new(env!("CARGO_MANIFEST_DIR")));
    command.args(["report", "--offline", "--today", TODAY, "--declaration", "examples/rubygems.yml"]);
    let markdown = Run::of(command).stdout;
    let titles = roadmap(&markdown);
    insta::assert_snapshot!(titles[..6].join("\n"), @"
    ### Authentication: to level 1
    #### 1. Documented account recovery: ◐ partial
    #### 2. Notices of security changes: ◐ partial
    Beyond that:
    - ○ [MFA required for all maintainers](#mfa-required-all), level 3: unmet
    - ○ [Phishing-resistant MFA required for critical packages](#phishing-resistant-mfa-required-critical), level 3: unmet
    ");
    let notices = markdown.split("#### 2. Notices of security changes: ◐ partial\n").nth(1).unwrap();
    assert!(
        notices.starts_with("\nFinish what is begun:\n\n- [ ] email on a password change\n"),
        "{notices}"
    );
}

#[test]
fn the_cheapest_stands_first_and_beyond_comes_after() {
    let answers = "answers:\n  email-verification: unmet\n  recovery-policy: {status: planned, plan: {by: 2027-06-01}}\n\
        \x20 mfa: {status: planned, plan: {by: 2027-01-01}}\n  security-notifications: {status: partial, missing: [mfa-disabled]}\n\
        \x20 abandoned-email-domains: {status: partial, note: only some}\n";
    let titles = roadmap(&report(&Tree::with(whole(answers)), &[]).stdout);
    let own: Vec<&str> = titles.iter().map(String::as_str).take(8).collect();
    insta::assert_snapshot!(own.join("\n"), @"
    ### Authentication: to level 1
    #### 1. Notices of security changes: ◐ partial
    #### 2. Strong MFA supported: ▷ planned
    #### 3. Documented account recovery: ▷ planned
    #### 4. Verified email address: ○ unmet
    #### 5. Brute force prevention: ? unknown
    Beyond that:
    - ◐ [Abandoned email domains](#abandoned-email-domains), level 2: partial
    ");
}

#[test]
fn what_several_clients_lack_stands_there_once() {
    let markdown = report(&full(), &[]).stdout;
    assert_eq!(markdown.matches("[SBOMs](#sbom), level 3: ").count(), 1);
    let both = FULL
        .replace(", answers: {cli-vulnerability-warnings: {status: met, evidence: docs/help.md}}", "")
        .replace("  pinned-installs", "  cli-vulnerability-warnings: unmet\n  pinned-installs");
    let markdown = report(&Tree::with(both).file("docs/help.md", "# Help\n"), &[]).stdout;
    let gap = markdown.split("#### 1. Vulnerability warnings on install: ○ unmet\n").nth(1).unwrap();
    assert!(gap.starts_with("\n- [ ] Build it (`one`, `two`)\n"), "{gap}");
}

#[test]
fn a_client_that_no_level_rests_on_keeps_nothing_from_the_next_level() {
    let one = FULL
        .replace("two: {primary: true,", "two: {primary: false,")
        .replace("cli-vulnerability-warnings: {status: met", "pinned-installs: {status: unmet");
    let titles = roadmap(&report(&Tree::with(one).file("docs/help.md", "# Help\n"), &[]).stdout);
    let track = titles.iter().position(|it| it.contains("CLI Tooling")).unwrap();
    insta::assert_snapshot!(titles[track..].join("\n"), @"
    ### CLI Tooling: to level 2
    #### 1. Vulnerability warnings on install: ? unknown
    Beyond that:
    - ? [Automatic remediation](#vulnerability-remediation), level 3: unknown
    - ? [Reachability analysis](#reachability-analysis), level 3: unknown
    - ○ [Pinned installs](#pinned-installs), level 1: unmet. Open only for clients that no level rests on.
    - ? [SBOMs](#sbom), level 3: unknown. Open only for clients that no level rests on.
    ");
}

fn files(tree: &Tree) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(tree.path("gaps"))
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_gap_gets_a_file_and_overdue_plans_stand_first_in_the_index() {
    let tree = full();
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{run:?}");
    let names = files(&tree);
    assert_eq!(run.stderr, format!("wrote an index and {} gaps to gaps\n", names.len() - 1));
    let index = tree.read("gaps/README.md");
    let linked: Vec<&str> = index
        .match_indices(".md)")
        .map(|(at, _)| &index[index[..at].rfind('(').unwrap() + 1..at + 3])
        .collect();
    let linked: std::collections::BTreeSet<&str> =
        linked.into_iter().filter(|it| !it.contains('/')).collect();
    assert_eq!(
        linked.into_iter().collect::<Vec<_>>(),
        names.iter().filter(|it| *it != "README.md").collect::<Vec<_>>()
    );
    let start = index.find("## Overdue").unwrap();
    let end = index.find("## To the next levels").unwrap();
    insta::assert_snapshot!(&index[start..end], @"
    ## Overdue

    | Gap | Track | Level | Status | Missing | By | Tracked in | Funding |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | [Notices of security changes](security-notifications.md) | Authentication | 1 | ◐ partial | email on a password change | 2026-10-31 | [`github.com/epi/index/issues/7`](https://github.com/epi/index/issues/7) | funding needed |
    ");
    insta::assert_snapshot!(tree.read("gaps/security-notifications.md"), @r#"
    <!-- package-repo-security roadmap -->
    # Notices of security changes

    Authentication, level 1, of the [Principles for Package Repository Security v0.1](https://github.com/ossf/wg-securing-software-repos/blob/cd3976829bbdfecceca8395f6a15c1170efe962e/docs/principles-for-package-repository-security.md). For `Example Index` it is **partial**, as of 2026-08-21.

    It is one of the requirements that keep Authentication from level 1.

    ## What is asked

    Maintainers get an email when something critical to the security of their account changes, such as a new password or multi-factor authentication (MFA) being switched off. It helps them notice that somebody else has got into the account.

    [In the words of the framework](https://github.com/ossf/wg-securing-software-repos/blob/cd3976829bbdfecceca8395f6a15c1170efe962e/docs/principles-for-package-repository-security.md?plain=1#L53)

    ## What there is to do

    Finish what is begun:

    - [ ] email on a password change

    Plan: **was planned by 2026-10-31: overdue**, tracked in [`github.com/epi/index/issues/7`](https://github.com/epi/index/issues/7), funding needed

    ## How one sees that it is done

    A reviewer looks for this: the mail templates, or the documentation listing the events; the framework's list is open ("such as"), the two parts are the events it names.

    Then the answer to `security-notifications` in the declaration becomes `met`, with evidence (source, docs).

    ## How other registries did it

    - [PyPI](https://github.com/pypi/warehouse/blob/6b62157124ab7865029afeeadf282bce27d601d9/warehouse/email/__init__.py#L293): The mailer in its public source has messages for password changes, 2FA added or removed, recovery codes used and a new primary address.
    - [Packagist](https://github.com/composer/packagist/blob/31ecf359f1c3e158ff4c6efc8bece80847894643/templates/email/two_factor_disabled.txt.twig): The mail for two-factor authentication switched off is a template in its public source.

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.
    "#);
}

#[test]
fn a_gap_that_is_closed_loses_its_file_and_what_others_wrote_stays() {
    let tree = full();
    report(&tree, &["--roadmap", "gaps"]);
    fs::write(tree.path("gaps/notes.md"), "mine").unwrap();
    fs::write(tree.path("gaps/mfa-required-all.md"), "mine, too").unwrap();
    let closed = FULL.replace("  vulnerability-warnings: unmet\n", "  vulnerability-warnings: {status: met, evidence: docs/help.md}\n  mfa-required-all: {status: met, evidence: docs/help.md}\n");
    fs::write(tree.path(".package-repo-security.yml"), closed).unwrap();
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert!(
        run.code == 0
            && run.stderr.contains("; took away 2 files whose requirement is no gap of this roadmap\n"),
        "{run:?}"
    );
    assert!(!tree.path("gaps/vulnerability-warnings.md").exists());
    assert_eq!(
        (tree.read("gaps/notes.md"), tree.read("gaps/mfa-required-all.md")),
        ("mine".to_owned(), "mine, too".to_owned())
    );
    let before: Vec<(String, String)> =
        files(&tree).into_iter().map(|it| (it.clone(), tree.read(&format!("gaps/{it}")))).collect();
    report(&tree, &["--roadmap", "gaps"]);
    for (name, text) in before {
        assert_eq!(tree.read(&format!("gaps/{name}")), text, "the same input gives the same bytes");
    }
}

#[test]
fn nothing_is_written_over_what_others_wrote() {
    let tree = full().file("gaps/recovery-policy.md", "mine");
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert_eq!(run.code, 5, "{run:?}");
    assert!(
        run.stderr.contains("gaps/recovery-policy.md") && run.stderr.contains("not written by this program"),
        "{run:?}"
    );
    assert_eq!(files(&tree), ["recovery-policy.md"]);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let tree = full().file("elsewhere/x", "").file("elsewhere/victim", "mine");
    symlink("elsewhere", tree.path("linked")).unwrap();
    let absolute = tree.path("linked");
    let ends: Vec<String> = ["/", "/."].map(|end| format!("{}{end}", absolute.display())).to_vec();
    for directory in ["linked", "linked/", "linked/deeper", absolute.to_str().unwrap(), &ends[0], &ends[1]] {
        let run = report(&tree, &["--roadmap", directory]);
        assert_eq!(run.code, 5, "{directory}: {run:?}");
        assert!(run.stderr.contains("is a symbolic link"), "{run:?}");
    }
    assert_eq!(fs::read_dir(tree.path("elsewhere")).unwrap().count(), 2);
    fs::create_dir(tree.path("gaps")).unwrap();
    symlink("../elsewhere/victim", tree.path("gaps/README.md")).unwrap();
    assert_eq!(report(&tree, &["--roadmap", "gaps"]).code, 5);
    symlink("../elsewhere/victim", tree.path("gaps/pinned-installs.md")).unwrap();
    fs::remove_file(tree.path("gaps/README.md")).unwrap();
    assert_eq!(report(&tree, &["--roadmap", "gaps"]).code, 0, "a link in place of a closed gap is not ours");
    assert!(tree.path("gaps/pinned-installs.md").is_symlink());
    assert_eq!(tree.read("elsewhere/victim"), "mine");
    symlink("nowhere", tree.path("dangling")).unwrap();
    assert_eq!(report(&tree, &["--roadmap", "dangling"]).code, 5);
    assert!(!tree.path("nowhere").exists());
}
