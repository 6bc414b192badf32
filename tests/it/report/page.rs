//! The page of HTML: what it is made of, and what it says.

use super::{FULL, full, html};
use html5gum::{Token, Tokenizer};

/// The elements of a page.
const TAGS: &str = " a article b bdi body circle code dd details div dl dt footer h1 h2 h3 h4 head header html i li main meta nav \
                    ol p path rect section span style summary svg symbol table tbody td th thead time title tr ul use ";
const ATTRIBUTES: &str = " aria-hidden aria-label aria-labelledby charset class content cx cy d dir fill height href http-equiv id \
                          lang name r rel scope stroke stroke-dasharray stroke-width viewbox width x y ";
/// Elements with nothing in them, and pieces of drawings that close themselves.
const EMPTY: &str = " meta circle path rect use ";

/// The tags of a page in their order, each with its depth. Panics where the page is made of anything but our own elements and
/// attributes, where something is not closed, or where a link leads anywhere but to `https:` or to a place of the page.
pub fn shape(page: &str) -> Vec<String> {
    let mut shape = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let (mut ids, mut targets, mut comments) = (Vec::new(), Vec::new(), Vec::new());
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let is_empty = EMPTY.contains(&format!(" {name} "));
                assert!(TAGS.contains(&format!(" {name} ")) && (is_empty || !tag.self_closing), "<{name}>");
                for (key, value) in &tag.attributes {
                    let key = String::from_utf8(key.to_vec()).unwrap();
                    let value = String::from_utf8(value.value.to_vec()).unwrap();
                    assert!(ATTRIBUTES.contains(&format!(" {key} ")), "<{name} {key}>");
                    match key.as_str() {
                        "id" => ids.push(value),
                        "href" if value.starts_with('#') => targets.push(value[1..].to_owned()),
                        "href" => {
                            assert!(name == "a" && value.starts_with("https://"), "<{name} href={value}>");
                            let rel = tag.attributes.get(&b"rel"[..]).map(|it| it.value.to_vec());
                            assert_eq!(rel.as_deref(), Some(&b"noopener noreferrer nofollow"[..]), "{value}");
                        }
                        _ => {}
                    }
                }
                shape.push(format!("{} {name}", open.len()));
                if !is_empty {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                assert_eq!(open.pop().as_ref(), Some(&name), "</{name}> closes something else");
            }
            Token::Comment(comment) => comments.push(String::from_utf8(comment.value.to_vec()).unwrap()),
            Token::Error(error) => panic!("{error:?}"),
            Token::String(_) | Token::Doctype(_) => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    assert_eq!(comments, [" package-repo-security report "]);
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id twice");
    for target in targets {
        assert!(ids.contains(&target), "#{target} is nowhere");
    }
    shape
}

/// The text of a page, elements and style left out, each element's on a line of its own.
pub fn words(page: &str) -> String {
    let mut text = String::new();
    let mut is_style = false;
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) => is_style = tag.name.to_vec() == b"style",
            Token::String(string) if !is_style => {
                text.push_str(&String::from_utf8_lossy(string.value.as_ref()));
            }
            Token::EndTag(tag) => {
                is_style = false;
                if !matches!(&*tag.name.to_vec(), b"bdi" | b"a" | b"code" | b"svg" | b"time" | b"use") {
                    text.push('\n');
                }
            }
            _ => {}
        }
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_is_made_of_our_own_elements_and_every_link_is_safe() {
    let shape = shape(&html(&full()));
    assert!(shape.len() > 300, "{}", shape.len());
}

#[test]
fn it_may_load_nothing_and_run_nothing() {
    let page = html(&full());
    let policy = "default-src 'none'; style-src 'sha256-".replace('\'', "&#39;");
    assert!(page.contains(&policy), "{}", &page[..900]);
    for word in
        ["<script", "javascript:", " on", " style=", " src=", "<link", "<iframe", "<img", "@import", "url("]
    {
        let outside: String = page.split("<style>").map(|it| it.split("</style>").last().unwrap()).collect();
        let place = outside.find(word).filter(|_| word != " on");
        assert_eq!(place, None, "{word}");
    }
}

#[test]
fn it_says_who_says_so_and_what_came_of_the_evidence_before_anything_else() {
    let words = words(&html(&full()));
    let top: Vec<&str> = words.lines().take(10).collect();
    insta::assert_snapshot!(top.join("\n"), @"
    Example Index: package repository security
    Skip to the levels
    Package repository security
    Example Index
    epi.example
    Self-assessed as of 2026-08-21 by @epi-admin against the Principles for Package Repository Security v0.1.
    Evidence checked on 2026-11-22: 1 matched, 4 found, 0 unreachable, 0 contradicted, 2 unchecked.
    Only files of the repository were looked at, and no address.
    Levels
    Requirements
    ");
}

#[test]
fn a_track_shows_its_levels_what_keeps_it_from_the_next_and_what_is_met_above() {
    let words = words(&html(&full()));
    let start = words.find("Authentication\nLevel 0").unwrap();
    let end = words.find("Authorization\nLevel").unwrap();
    insta::assert_snapshot!(&words[start..end], @"
    Authentication
    Level 0
    claimed
    0
    declared
    0
    supported
    0
    Level 1
    2 of 5 met
    Level 2
    1 of 3 met, 2 unknown
    Level 3
    0 of 3 met, 3 unknown
    What keeps it from level 1
    Documented account recovery: partial
    Notices of security changes: partial, was planned by 2026-10-31: overduemissing: email on a password change
    Brute force prevention: planned by 2027-03-31
    Met above level 0
    Level 1: Verified email address, Strong MFA supported
    Level 2: Phishing-resistant MFA supported
    ");
    let start = words.find("CLI Tooling\nLevel").unwrap();
    let end = words.find("\nRequirements\nAuthentication\n").unwrap();
    insta::assert_snapshot!(&words[start..end], @"
    CLI Tooling
    Level 1
    claimed
    1
    declared
    1
    supported
    1
    Of its primary clients the lowest: one
    Level 1
    1 of 1 met
    Level 2
    0 of 1 met, 1 unknown
    Level 3
    1 of 3 met, 2 unknown
    What keeps it from level 2
    Vulnerability warnings on install: unknown
    Met above level 1
    Level 3: SBOMs
    Clients
    Client
    Declared
    Supported
    one (primary)
    1
    1
    two (primary)
    2
    2
    ");
}

#[test]
fn a_requirement_folds_out_to_text_parts_note_evidence_and_plan() {
    let words = words(&html(&full()));
    let requirements = &words[words.find("\nRequirements\nAuthentication\n").unwrap()
        ..words.find("\nRoadmap\nAuthentication").unwrap()];
    let one = |title: &str, end: &str| {
        let start = requirements.find(&format!("\n{title}\n")).unwrap();
        let length = requirements[start..].find(end).unwrap();
        requirements[start..start + length].to_owned()
    };
    insta::assert_snapshot!(one("Verified email address", "Documented account recovery"), @r#"

    Verified email address
    met
    Every user has to confirm the email address of the account, that is, to show that mail sent there reaches them. The address is the way back in for somebody who has lost access.
    docs/help.md matched
    looked for the quote "a verified address is required" in “docs/help.md”; found line 3
    email-verification · in the words of the framework
    "#);
    insta::assert_snapshot!(one("Notices of security changes", "Brute force prevention"), @"

    Notices of security changes
    partial
    Maintainers get an email when something critical to the security of their account changes, such as a new password or multi-factor authentication (MFA) being switched off. It helps them notice that somebody else has got into the account.
    email on a password change (missing)
    email on disabling multi-factor authentication (holds)
    was planned by 2026-10-31: overdue
    · tracked in github.com/epi/index/issues/7 · funding needed
    security-notifications · in the words of the framework
    ");
    insta::assert_snapshot!(one("Vulnerability warnings on install", "\nLevel 3"), @"

    Vulnerability warnings on install
    unknown for one
    met for two
    When it installs packages, the command line tool (CLI) warns about known security vulnerabilities in dependencies.
    one:
    unknown
    Not assessed: nothing is said of it, neither that it is met nor that it is not.
    two:
    met
    docs/help.md found
    cli-vulnerability-warnings · in the words of the framework
    ");
}

#[test]
fn the_place_of_a_requirement_is_in_its_fold_which_therefore_opens() {
    let page = html(&full());
    for requirement in package_repo_security::principles::LATEST.requirements.iter() {
        let place = format!("</summary>\n<div class=\"body\"><i id=\"{}\"></i>", requirement.id);
        assert_eq!(page.matches(&place).count(), 1, "{place}");
    }
    // Drawn at the top of the fold, so that the title is what one gets to see.
    assert!(page.contains(".row{border-top:1px solid var(--line);position:relative}"));
    assert!(page.contains(".body > i{position:absolute;top:0}"));
}

#[test]
fn who_assessed_is_said_and_so_is_that_nobody_is_named() {
    let nobody = html(&crate::support::Tree::with(FULL.replace("reviewed-by: \"@epi-admin\"\n", "")));
    assert!(
        words(&nobody).contains("Self-assessed as of 2026-08-21 (by whom is not said) against the"),
        "{}",
        words(&nobody)
    );
}

#[test]
fn a_track_at_the_highest_level_says_that_nothing_is_missing() {
    let met = "answers:\n  pinned-installs: {status: met, evidence: docs/help.md}\n  cli-vulnerability-warnings: {status: met, evidence: docs/help.md}\n\
        \x20 sbom: {status: met, evidence: docs/help.md}\n  vulnerability-remediation: {status: met, evidence: docs/help.md}\n\
        \x20 reachability-analysis: {status: met, evidence: docs/help.md}\n";
    let tree = crate::support::Tree::with(crate::support::whole(met)).file("docs/help.md", "# Help\n");
    let words = words(&html(&tree));
    assert!(
        words.contains("CLI Tooling: the highest level\nEvery requirement that applies is met."),
        "{words}"
    );
    let text = super::report(&tree, &["--output", "markdown"]).stdout;
    assert!(
        text.contains("### CLI Tooling: the highest level\n\nEvery requirement that applies is met.\n"),
        "{text}"
    );
    assert!(
        text.contains(
            "### CLI Tooling: level 3\n\nThe highest level. Every requirement that applies is met.\n"
        ),
        "{text}"
    );
}

#[test]
fn unknown_is_shown_as_unknown_and_never_as_unmet() {
    let tree = crate::support::Tree::with(crate::support::whole("answers: {mfa: unknown}\n"));
    let words = words(&html(&tree));
    let requirements = &words[words.find("\nRequirements\nAuthentication\n").unwrap()..];
    let legend = requirements.find("\nunmet\n: not there").unwrap_or(requirements.len());
    assert!(!requirements[..legend].contains("unmet"), "{requirements}");
    assert!(words.contains("0 of 5 met, 5 unknown"), "{words}");
}

#[test]
fn a_track_that_does_not_apply_says_why_and_shows_no_requirement() {
    let registry = "registry: {name: A, url: \"https://a.example/\", user-accounts: false, packages: [source-only]}\nclaims: {general: 0, cli: 0}\n";
    let words = words(&html(&crate::support::Tree::with(crate::support::whole(registry))));
    assert!(words.contains(
        "Authentication\ndoes not apply\nLeft out by the framework: the registry has no user accounts."
    ));
    assert!(words.contains("nobody uploads built packages to it"));
    assert!(!words.contains("Verified email address"), "{words}");
}
