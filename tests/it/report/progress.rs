//! What counts as gained, as lost, and as neither.

use super::report;
use super::since::section;
use crate::support::{Tree, whole};

/// The progress of a declaration since another, both given as what replaces the answers of the smallest one.
fn progress(before: &str, after: &str) -> String {
    let help = "# Help\n";
    let tree = Tree::with(whole(after)).file("old.yml", whole(before)).file("docs/help.md", help);
    let run = report(&tree, &["--since", "old.yml"]);
    assert_eq!(run.code, 0, "{run:?}");
    section(&run.stdout)
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

    - Strong MFA supported (`mfa`): planned by 2027-03-31, not said any more; tracked in `https://github.com/epi/index/issues/7`, not said before
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
