//! Whatever a declaration says, a page stays the same page: only words differ.

use super::page::{shape, words};
use super::report;
use crate::hostile::{HOSTILE, assert_inert, declaration, quoted};
use crate::support::Tree;
use jiff::civil::date;
use package_repo_security::commands::discover::Found;
use package_repo_security::commands::examine::{Conditions, Examination, examine};
use package_repo_security::evidence::Sources;
use package_repo_security::evidence::repository::{CommitError, FileError, Repository};
use package_repo_security::findings::{Scope, Settings};
use package_repo_security::links::{Policy, Servers};
use package_repo_security::report::{Format, Page, gap_files, render};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};

struct Empty;

impl Repository for Empty {
    fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
        Err(FileError::Absent)
    }
    fn read_at(&self, _: &str, _: &str) -> Result<Vec<u8>, CommitError> {
        Err(CommitError::UnknownCommit)
    }
    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

pub fn examined(text: &str) -> Examination {
    let found = Found { path: ".package-repo-security.yml".to_owned(), bytes: text.as_bytes().to_vec() };
    let conditions = Conditions {
        today: date(2026, 11, 22),
        settings: Settings { scope: Scope::Audit, strict: false },
        policy: Policy::default(),
        servers: Servers::default(),
        preview: None,
        base: None,
    };
    examine(Ok(found), Sources { repository: &Empty, web: None }, &conditions)
}

/// A declaration with this text in every place where free text is shown. One key is wrong whatever the text is.
fn with(text: &str) -> String {
    let t = quoted_as_it_is(text);
    format!(
        "version: 1\nprinciples: v0.1\nreviewed: 2026-08-21\nreviewed-by: {t}\ncontact: {t}\nwrong: 1\n\
         registry: {{name: {t}, url: {t}, user-accounts: true, packages: [accepts-built]}}\nclaims: {{general: 0}}\n\
         clis:\n  {t}: {{primary: true, answers: {{sbom: {{status: partial, note: {t}}}}}}}\n  plain: {{primary: true}}\n\
         answers:\n  email-verification: {{status: met, note: {t}, by: {t}, tool: {t}, evidence: [{{statement: {t}}}, {{file: {t}, quote: {t}, note: {t}, for: {t}}}, {{url: {t}}}]}}\n\
         \x20 security-notifications: {{status: partial, missing: [{t}], not-applicable-parts: {{password-change: {t}}}, note: {t}}}\n\
         \x20 leaked-credential-checks: {{status: not-applicable, reason: {t}}}\n\
         \x20 passwordless-login: {{status: planned, plan: {{by: 2026-01-01, issue: {t}, funding: funded, funder: {t}}}}}\n"
    )
}

/// As YAML in double quotes, every character that is not a letter or a digit as an escape.
fn quoted_as_it_is(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    let escaped: String = text
        .chars()
        .map(|c| if plain(c) { c.to_string() } else { format!("\\U{:08x}", u32::from(c)) })
        .collect();
    format!("\"{escaped}\"")
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        select(vec![
            "<script>alert(1)</script>",
            "</style>",
            "</p></div></details>",
            "<!--",
            "-->",
            "\"",
            "'",
            "`",
            "&lt;",
            "&#60;",
            "<",
            ">",
            "javascript:alert(1)",
            "##[",
            "::error::",
            "\n",
            "\r",
            "\u{202e}",
            "]]>",
            "<svg onload=x>",
            " onmouseover=\"x\"",
            "|",
            "\\",
        ])
        .prop_map(str::to_owned),
    ];
    // It begins with a letter, so that it is never empty; `x-` would be a key that is not read.
    proptest::collection::vec(piece, 1..10).prop_map(|pieces| format!("a{}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn the_page_of_any_declaration_has_the_same_elements(text in text()) {
        let plain = examined(&with("a word"));
        let other = examined(&with(&text));
        let page = |it: &Examination| without_errors(&render(Format::Html, &it.report()));
        prop_assert_eq!(shape(&page(&other)), shape(&page(&plain)));
    }
}

/// Without the sentence that an answer has errors: some texts are one in their place, and some are not.
fn without_errors(page: &str) -> String {
    let mut pieces = page.split("<p>This answer has ");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once("</p>\n").unwrap().1)
}

#[test]
fn what_an_attacker_writes_is_shown_and_not_obeyed() {
    for text in HOSTILE {
        let tree = Tree::with(declaration(text));
        let page = report(&tree, &["--output", "html"]);
        assert_eq!(page.code, 0, "{page:?}");
        shape(&page.stdout);
        let first = text.split('\n').next().unwrap();
        assert!(words(&page.stdout).contains(first), "{text} is not shown");
        for format in ["html", "markdown", "json"] {
            let run = report(&tree, &["--output", format]);
            assert_inert(format, &run.stdout);
            assert_inert("standard error", &run.stderr);
        }
    }
}

#[test]
fn a_link_is_made_of_https_and_of_nothing_else() {
    for (address, is_link) in [
        ("https://e.example/a?b=\"><script>", true),
        ("javascript:alert(1)", false),
        ("JAVASCRIPT:alert(1)//https://e.example", false),
        ("data:text/html,<script>alert(1)</script>", false),
        ("http://e.example/", false),
        ("ftp://e.example/", false),
        ("mailto:a@e.example", false),
        ("https://user:secret@e.example/", false),
        ("//e.example/", false),
        ("https://e.example/\u{202e}moc.elgoog", true),
    ] {
        let text = format!(
            "registry: {{name: A, url: {}, user-accounts: true, packages: [accepts-built]}}\n",
            quoted_as_it_is(address)
        );
        let page = render(Format::Html, &examined(&crate::support::whole(&text)).report());
        shape(&page);
        let home = page.split("class=\"home\">").nth(1).unwrap().split('\n').next().unwrap();
        assert_eq!(
            home.starts_with("<a class=\"u\" href=\"https://e.example/"),
            is_link,
            "{address}: {home}"
        );
    }
}

/// What a reader of Markdown is led to or shown, outside of code: targets of links, raw HTML, text.
fn obeyed(markdown: &str) -> (Vec<String>, Vec<String>, String) {
    let (mut links, mut html, mut text) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Start(Tag::Image { .. }) => panic!("a picture"),
            Event::Html(it) | Event::InlineHtml(it) => html.push(it.trim_end().to_owned()),
            Event::Text(it) => text.push_str(&it),
            _ => {}
        }
    }
    (links, html, text)
}

#[test]
fn markdown_holds_what_others_wrote_in_code_only() {
    let payloads = [
        "@octocat #1 <img src=x> [l](javascript:alert(1)) | ` `` ~~~ \n# H\n<details>",
        "</details><script>x</script>",
    ];
    for payload in payloads {
        let examination = examined(&with(&format!("x{payload}")));
        let report = examination.report();
        let gaps = gap_files::files(&Page::new(&report));
        let texts = gaps.iter().map(|it| it.text.clone()).chain([render(Format::Markdown, &report)]);
        for markdown in texts {
            let (links, html, text) = obeyed(&markdown);
            for link in links {
                let is_ours = link.strip_prefix('#').is_some_and(is_requirement);
                assert!(
                    is_ours || link.starts_with("https://") || gaps.iter().any(|it| it.name == link),
                    "{link}"
                );
            }
            for tag in html {
                let ours = tag == "<details>"
                    || tag == "</details>"
                    || tag
                        .strip_prefix("<summary><a name=\"")
                        .and_then(|rest| rest.split_once("\"></a>"))
                        .is_some_and(|(id, title)| {
                            is_requirement(id)
                                && title.ends_with("</summary>")
                                && title.matches('<').count() == 1
                        })
                    || tag == "<!-- package-repo-security report -->"
                    || tag == "<!-- package-repo-security roadmap -->";
                assert!(ours, "{tag}");
            }
            assert!(!text.contains("octocat") && !text.contains("script"), "{text}");
        }
    }
}

fn is_requirement(id: &str) -> bool {
    package_repo_security::principles::LATEST.requirement(id).is_some()
}

#[test]
fn a_heap_of_combining_marks_is_cut_down_everywhere() {
    let heap = format!("Z{}", "\u{301}\u{489}\u{e49}".repeat(1000));
    let examination = examined(&with(&heap));
    let report = examination.report();
    let gaps = gap_files::files(&Page::new(&report));
    let texts = gaps.into_iter().map(|it| it.text);
    for text in texts.chain([Format::Html, Format::Markdown].map(|format| render(format, &report))) {
        let mut run = 0;
        for c in text.chars() {
            let is_mark = matches!(c, '\u{301}' | '\u{489}' | '\u{e49}');
            run = if is_mark { run + 1 } else { 0 };
            assert!(run <= 8, "{run} marks on one character");
        }
    }
}

#[test]
fn files_of_the_roadmap_are_named_by_the_catalogue() {
    let ids = "../../escape: met\n  \"a/b\": unmet\n  CON: unmet";
    let examination = examined(&crate::support::whole(&format!("answers:\n  {ids}\n")));
    for file in gap_files::files(&Page::new(&examination.report())) {
        let name = file.name.strip_suffix(".md").unwrap();
        assert!(name == "README" || is_requirement(name), "{name}");
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{name}");
    }
}

#[test]
fn a_note_of_200_kilobytes_and_a_thousand_clients_leave_a_page_that_can_be_read() {
    let note = "word ".repeat(40_000);
    let long = crate::support::whole(&format!(
        "answers:\n  mfa: {{status: unmet, note: {}}}\n",
        quoted(&note).replace("\\n", " ")
    ));
    let page = render(Format::Html, &examined(&long).report());
    shape(&page);
    assert!(page.len() < 120_000 && page.contains(" more characters)"), "{}", page.len());
    let clients: String = (0..1000).map(|it| format!("  c{it}: {{primary: true}}\n")).collect();
    let many = render(Format::Html, &examined(&crate::support::whole(&format!("clis:\n{clients}"))).report());
    shape(&many);
    assert!(many.len() <= 120_000 && many.contains("976 more clients are not shown here."), "{}", many.len());
}
