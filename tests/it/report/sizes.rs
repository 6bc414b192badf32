//! How large a report becomes: a page can be read, and a comment can be posted, whatever a declaration holds.

use super::hostile::examined;
use super::page::shape;
use super::report;
use crate::support::Tree;
use package_repo_security::principles::LATEST;
use package_repo_security::report::{Format, Page, gap_files, render};
use std::fmt::Write as _;

const PAGE: usize = 120_000;
const COMMENT: usize = 65_536;
const TOP: &str = "version: 1\nprinciples: v0.1\nreviewed: 2026-11-01\ncontact: mailto:a@b.example\n\
                   registry: {name: R, url: \"https://r.example/\", user-accounts: true, packages: [accepts-built]}\n";

/// What every one of `count` answers says: something of everything.
fn answer(note: usize, links: usize, name: &str) -> String {
    let link = |it: usize| {
        format!(
            "{{url: \"https://github.com/{name}/registry/blob/0123456789abcdef0123456789abcdef01234567/docs/security/page-{it}.md#L10-L20\", quote: \"{name} {it}\"}}"
        )
    };
    let links: Vec<String> = (0..links).map(link).collect();
    format!(
        "{{status: planned, note: \"{}\", evidence: [{}], plan: {{by: 2027-01-01, issue: \"https://github.com/{name}/registry/issues/123\", funding: needed}}}}",
        "words of a note ".repeat(note / 16 + 1).split_at(note).0,
        links.join(", ")
    )
}

pub fn whole(note: usize, links: usize) -> String {
    let mut text =
        format!("{TOP}claims: {{authentication: 0, authorization: 0, general: 0, cli: 0}}\nanswers:\n");
    for requirement in LATEST.requirements.iter() {
        writeln!(text, "  {}: {}", requirement.id, answer(note, links, "example")).unwrap();
    }
    text
}

/// A declaration of many clients, each with answers of its own.
fn clients(count: usize, name: &str, one: &str) -> String {
    let mut text = format!(
        "{TOP}claims: {{authentication: 0, authorization: 0, general: 0, cli: 0}}\nanswers: {{}}\nclis:\n"
    );
    for client in 0..count {
        writeln!(text, "  \"{client}{name}\":\n    primary: true\n    answers:").unwrap();
        for requirement in LATEST.requirements.iter().filter(|it| it.track == "cli") {
            writeln!(text, "      {}: {one}", requirement.id).unwrap();
        }
    }
    text
}

/// The page and the text of a declaration that the reader accepts. The files of its roadmap must be fit to be posted, too.
fn written(text: &str) -> (String, String) {
    assert!(text.len() <= package_repo_security::read::MAX_BYTES, "{}", text.len());
    let examination = examined(text);
    let report = examination.report();
    assert!(report.declaration.is_some(), "it could not be read");
    for file in gap_files::files(&Page::new(&report)) {
        let length = file.text.chars().count();
        assert!(length <= COMMENT, "{}: {length} characters", file.name);
    }
    (render(Format::Html, &report), render(Format::Markdown, &report))
}

#[test]
fn thirty_two_answers_with_ordinary_notes_and_links_are_shown_in_full() {
    let (page, text) = written(&whole(300, 3));
    assert!(page.len() < PAGE && text.chars().count() < COMMENT);
    for it in [&page, &text] {
        assert!(!it.contains("notes are cut") && !it.contains(" more characters)"), "a note is cut");
        assert_eq!(it.matches("words of a note").count() / 32, 18, "all of each note");
        assert!(it.matches("page-2.md").count() >= 32 && !it.contains("not shown here"));
    }
}

#[test]
fn what_does_not_fit_is_shortened_step_by_step_and_said() {
    let mut before = usize::MAX;
    for note in [400, 800, 1600, 6000] {
        let (page, text) = written(&whole(note, 3));
        shape(&page);
        assert!(page.len() < PAGE && text.chars().count() <= COMMENT, "{} {}", page.len(), text.len());
        let shown = page.matches("words of a note").count();
        assert!(shown > 0 && shown <= before, "{shown}");
        before = shown;
    }
    let (page, text) = written(&whole(6000, 3));
    for it in [page, text] {
        assert!(
            it.contains("So that this page can be read and posted, notes are cut after "),
            "{}",
            &it[..2000]
        );
    }
}

#[test]
fn the_worst_that_the_reader_accepts_fits() {
    let strange: Vec<String> = (0..40).map(|it| format!("w{it}")).collect();
    let quotes = "'".repeat(200);
    let marks = "a\u{301}".repeat(100);
    let worst = [
        ("notes", clients(24, "client", &answer(900, 6, "o"))),
        ("names of quotes", clients(40, &quotes, &answer(400, 3, "o"))),
        ("names of marks", clients(40, &marks, &answer(200, 3, "o"))),
        ("clients", clients(150, "c", "{status: planned, plan: {by: 2027-01-01}}")),
        (
            "parts",
            clients(30, &quotes, &format!("{{status: partial, missing: [{}], note: x}}", strange.join(", "))),
        ),
        (
            "funders",
            clients(
                24,
                &quotes,
                &format!(
                    "{{status: planned, plan: {{by: 2020-01-01, funding: funded, issue: \"https://e.example/{}\", funder: \"{quotes}\"}}}}",
                    "i".repeat(400)
                ),
            ),
        ),
        (
            "reasons",
            clients(
                24,
                &quotes,
                &format!(
                    "{{status: not-applicable, reason: \"{}\", by: \"{quotes}\", tool: \"{quotes}\"}}",
                    "&".repeat(900)
                ),
            ),
        ),
        ("items", whole(100, 45)),
        ("long addresses", whole(10, 3).replace("/blob/", &format!("/blob/{}/", "(".repeat(1500)))),
        (
            "statements",
            clients(
                24,
                &quotes,
                &format!(
                    "{{status: met, evidence: [{{statement: \"{0}\"}}, {{file: \"{0}\", quote: \"{0}\"}}]}}",
                    "'".repeat(300)
                ),
            ),
        ),
        (
            "contradicted",
            clients(
                24,
                &quotes,
                &format!(
                    "{{status: met, evidence: [{0}]}}",
                    "{file: \"nowhere/ab'''''''''''''\", quote: \"''''''''''''''\"}, ".repeat(14)
                ),
            ),
        ),
    ];
    let all = format!(
        "{{status: partial, missing: [{}], note: \"{}\", by: \"{quotes}\", tool: \"{quotes}\", \
         plan: {{by: 2020-01-01, funding: funded, issue: \"https://e.example/{}\", funder: \"{quotes}\"}}, \
         evidence: [{}{{file: nowhere, quote: \"{quotes}\"}}, {{url: \"https://e.example/{}\", quote: \"{quotes}\"}}]}}",
        strange[..5].join(", "),
        "&".repeat(120),
        "(".repeat(150),
        "{file: n, for: w}, ".repeat(3),
        "(".repeat(60)
    );
    let everything = ("everything", clients(24, &quotes, &all));
    for (name, text) in worst.into_iter().chain([everything]) {
        let (page, text) = written(&text);
        shape(&page);
        assert!(page.len() <= PAGE, "{name}: {} bytes of HTML", page.len());
        assert!(text.chars().count() <= COMMENT, "{name}: {} characters of Markdown", text.chars().count());
    }
}

/// The page and the text of what changed; both must fit.
fn since(before: &str, after: &str) -> [String; 2] {
    let tree = Tree::with(after).file("before.yml", before);
    let run = report(&tree, &["--since", "before.yml", "--output", "html", "--output", "markdown=r.md"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    shape(&run.stdout);
    assert!(run.stdout.len() <= PAGE, "{} bytes of HTML", run.stdout.len());
    let text = tree.read("r.md");
    assert!(text.chars().count() <= COMMENT, "{} characters of Markdown", text.chars().count());
    assert!(run.stdout.contains("<h2 id=\"progress-title\">") && text.contains("\n## Progress\n"));
    [run.stdout, text]
}

/// A declaration of clients that have the answers of the top level.
fn sharing(count: usize, name: &str, status: &str) -> String {
    let mut text = clients(0, "", "");
    let mut answers = "answers:\n".to_owned();
    for requirement in LATEST.requirements.iter().filter(|it| it.track == "cli") {
        writeln!(answers, "  {}: {status}", requirement.id).unwrap();
    }
    text = text.replace("answers: {}\n", &answers);
    for client in 0..count {
        writeln!(text, "  {name}{client}: {{primary: true}}").unwrap();
    }
    text
}

#[test]
fn a_change_of_a_thousand_clients_fits() {
    for text in since(&clients(150, "before", "{status: unmet}"), &sharing(1000, "after", "unmet")) {
        assert!(text.contains(" more are not shown here."), "{}", &text[text.len() - 3000..]);
    }
}

#[test]
fn a_change_that_a_thousand_clients_share_fits() {
    let met = "{status: met, evidence: {statement: it does}}";
    for text in since(&sharing(1500, "client", "unmet"), &sharing(1500, "client", met)) {
        let told = text.split(" and 14").skip(1).any(|rest| rest[2..].starts_with(" more"));
        assert!(told, "{}", &text[text.len() - 3000..]);
    }
}
