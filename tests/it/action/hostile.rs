//! A hostile pull request: whatever it writes, the verdict stands, no output is forged, and nothing is obeyed or linked.

use super::{Ended, HELLO, Job, MERGE, STANDARD, changed, double, met, payload, with_pull_request};
use crate::support::{Tree, whole};
use crate::world::github::Double;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// What some reader somewhere would obey.
const PAYLOADS: &[&str] = &[
    "##[set-output name=regressed;]false",
    "##[stop-commands]x",
    "##[add-mask]a",
    "a ##[error]x",
    "::set-output name=regressed::false",
    "::error title=x::y",
    " \u{a0}::error::x",
    "x\r::error::y",
    "x\n::error::y",
    "x\u{2028}::error::y",
    "x\u{85}::error::y",
    "%0A::error::%0D",
    "regressed<<ghadelimiter\nfalse\nghadelimiter",
    "ghadelimiter_00000000000000000000000000000000",
    "@octocat @github/security please",
    "fixes #1, octo-org/octo-repo#1, GH-1",
    "<!-- package-repo-security comment -->",
    "--> <img src=https://evil.example/pixel>",
    "<script>alert(1)</script>",
    "[click](https://evil.example)",
    "![pixel](https://evil.example/pixel.png)",
    "https://evil.example/ www.evil.example evil@example.org",
    "a|b||c",
    "`` ` ``` `a`",
    "\\`\\|",
    "```\n# heading\n",
    "\u{1b}[2J\u{1b}]8;;https://evil.example\u{7}x",
    "\u{202e}drawkcab\u{2066}",
    "[^1]: note",
    "<details open><summary>x",
    "&lt;b&gt; &#96;",
];

/// A declaration that has a text in every place that takes one, with the answer of the base gone.
fn everywhere(text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    format!(
        "version: 1\nprinciples: v0.1\nreviewed: 2026-08-21\ncontact: {text}\n\
         registry: {{name: {text}, url: {text}, user-accounts: true, packages: [accepts-built, {text}]}}\n\
         claims: {{authentication: 0, {text}: 1}}\n\
         answers:\n  mfa: {{status: unmet, note: {text}, plan: {{issue: {text}, funder: {text}}}}}\n  {text}: met\n  \
         webauthn: {{status: met, evidence: [{text}, {{file: {text}, quote: {text}}}, {{url: {text}}}, {{statement: {text}}}], by: {text}}}\n\
         clis:\n  {text}: {{primary: true}}\nwithdrawals: [{{date: {text}, at: {text}, reason: {text}}}]\n\
         ignore: [{{rule: {text}, at: {text}, reason: {text}}}]\nx-y: {text}\n{text}: {text}\n# {}\n",
        text.trim_matches('"').replace("\\n", " ")
    )
}

/// The lines as the runner's reader takes them: a bare CR ends one, too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\r', '\n'])
}

/// What the runner obeys of a log: annotations of ours, and the two lines around the report.
fn assert_obeys_nothing(ended: &Ended, what: &str) {
    let mut muted = false;
    for line in lines(&ended.run.stdout).chain(lines(&ended.run.stderr)) {
        assert!(!line.contains("##["), "{what}: {line}");
        let line = line.trim_start();
        if !line.starts_with("::") {
            continue;
        }
        let ours = ["::error title=", "::warning title=", "::notice title="];
        match line {
            "::stop-commands::WORD" => muted = true,
            "::WORD::" => muted = false,
            _ => assert!(!muted && ours.iter().any(|it| line.starts_with(it)), "{what}: {line}"),
        }
    }
    assert!(!muted, "commands are allowed again");
}

fn assert_inert(markdown: &str, what: &str) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Html(html) => {
                assert_eq!(html.trim_end(), "<!-- package-repo-security report -->", "{what}");
            }
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>", "{what}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::FootnoteReference(_) => {
                panic!("{what}: {event:?}")
            }
            Event::Text(text) => {
                assert!(!["@", "evil", "#1", "GH-1"].iter().any(|it| text.contains(it)), "{what}: {text}");
            }
            _ => {}
        }
    }
}

fn base() -> Double {
    double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]))
}

#[test]
fn no_text_of_a_change_is_obeyed_forged_or_linked() {
    let double = base();
    for text in PAYLOADS {
        let ended = Job::pull_request(everywhere(text)).on(&double).run();
        let expected = if ended.run.stdout.contains("title=yaml-") { [3, 4] } else { [4, 4] };
        assert!(expected.contains(&ended.code()), "{text}: {ended:?}");
        assert_ne!(ended.output("exit-code"), "0");
        assert_eq!(ended.outputs.len(), 17, "{text}: {:?}", ended.outputs);
        assert_obeys_nothing(&ended, text);
        assert_inert(&ended.summary, text);
    }
}

#[test]
fn a_file_name_of_a_change_is_as_harmless() {
    let double = base();
    for text in PAYLOADS.iter().filter(|text| !text.contains(['/', '\0'])) {
        let name = format!("a{text}.yml");
        let tree = Tree::new().file(&name, whole("answers: {mfa: unmet}\nwrong: 1\n"));
        let job = Job::new("pull_request", &payload("pull_request"), MERGE, tree).on(&double);
        let ended = job.with("INPUT_DECLARATION", &name).run();
        assert_ne!(ended.code(), 0, "{text}: {ended:?}");
        assert_obeys_nothing(&ended, text);
        assert_inert(&ended.summary, text);
    }
}

#[test]
fn what_the_api_says_is_as_harmless() {
    use crate::world::github::Fault;
    let double = base();
    for text in PAYLOADS {
        for status in [403, 404, 422, 500] {
            let body = serde_json::json!({ "message": text }).to_string();
            double.break_next([
                Fault::Answer(status, vec![], body.clone()),
                Fault::Answer(status, vec![], body),
            ]);
            let ended = Job::pull_request(met()).on(&double).run();
            assert_eq!(ended.code(), 5, "{text}: {ended:?}");
            assert_obeys_nothing(&ended, text);
            assert_inert(&ended.summary, text);
            if status != 500 {
                // The second one is for a second try, which only this status gets.
                Job::pull_request(met()).on(&double).run();
            }
        }
    }
}

#[test]
fn a_comment_is_as_harmless_as_the_summary() {
    let double = base();
    for text in PAYLOADS {
        Job::pull_request(everywhere(text)).on(&double).with("INPUT_COMMENT", "true").run();
        let writes = double.api_requests();
        let last = writes.iter().rfind(|it| it.path.contains("/comments") && it.method != "GET").unwrap();
        let body: serde_json::Value = serde_json::from_str(&last.body).unwrap();
        let body = body["body"].as_str().unwrap();
        let text_of_it = body.strip_prefix("<!-- package-repo-security comment -->\n").unwrap();
        assert_inert(text_of_it, text);
        assert!(body.len() < 65_536);
    }
}

#[test]
fn a_flood_leaves_a_summary_that_github_shows() {
    let double = base();
    let flood: String = (0..4000).map(|number| format!("  \"##[##[##[##[{number:04}\": met\n")).collect();
    let text = format!("{}answers:\n  mfa: unmet\n{flood}", whole("").replace("answers: {}\n", ""));
    let ended = Job::new("pull_request", &payload("pull_request"), MERGE, changed(text)).on(&double).run();
    assert_eq!(ended.code(), 4, "{:?}", ended.outputs);
    assert!(ended.summary.len() < 1024 * 1024);
    assert!(
        ended.run.stdout.lines().next().unwrap().contains("title=answer-left-met,"),
        "the regression first"
    );
    assert_obeys_nothing(&ended, "flood");
}
