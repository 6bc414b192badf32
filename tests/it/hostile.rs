//! Hostile text in every field that is printed: nothing reaches a terminal or a CI log that would be obeyed there.

use crate::support::{Run, TODAY, Tree, whole};

/// What an attacker would like to be printed.
pub const HOSTILE: &[&str] = &[
    "##[set-output name=regressed;]false",
    "::error title=forged::forged",
    "::stop-commands::x",
    "@everyone <!-- marker --> `code` | pipe",
    "<script>alert(1)</script>",
    "]]><failure/>",
    "%0A::error::x",
    "https://epi.example/##[add-mask]x",
];

/// As YAML in double quotes, with line ends and a carriage return escaped: refused as characters, and printed all the same.
pub fn quoted(text: &str) -> String {
    format!(
        "\"{}\\n::error::second line\\r::error::third\\e[31m\\u202e\"",
        text.replace('\\', "\\\\").replace('"', "\\\"")
    )
}

pub fn declaration(text: &str) -> String {
    let hostile = quoted(text);
    format!(
        "version: {hostile}\nprinciples: {hostile}\nreviewed: {hostile}\nreviewed-by: {hostile}\ncontact: {hostile}\n\
         registry: {{name: {hostile}, url: {hostile}, user-accounts: {hostile}, packages: [{hostile}], {hostile}: 1}}\n\
         claims: {{{hostile}: {hostile}, general: {hostile}}}\n\
         clis: {{{hostile}: {{url: {hostile}, primary: true, answers: {{{hostile}: met}}}}}}\n\
         withdrawals: [{{date: {hostile}, at: {hostile}, reason: {hostile}}}]\n\
         ignore: [{{rule: {hostile}, at: {hostile}, reason: {hostile}}}]\n\
         {hostile}: 1\n\
         answers:\n  {hostile}: met\n  mfa: {hostile}\n\
         \x20 recovery-policy: {{status: met, note: {hostile}, evidence: [{hostile}, {{file: {hostile}, quote: {hostile}}}]}}\n\
         \x20 email-verification: {{status: met, evidence: [{{file: docs/help.md, quote: {hostile}}}, {{url: {hostile}, for: {hostile}}}]}}\n\
         \x20 security-notifications: {{status: partial, missing: [{hostile}], not-applicable-parts: {{{hostile}: {hostile}}}}}\n\
         \x20 passwordless-login: {{status: planned, plan: {{by: {hostile}, issue: {hostile}, funding: {hostile}, funder: {hostile}}}}}\n\
         \x20 sbom: {{status: {hostile}, {hostile}: {hostile}}}\n"
    )
}

pub fn assert_inert(format: &str, output: &str) {
    for line in output.lines() {
        assert!(!line.contains("##["), "{format}: {line}");
        let annotation = format == "github"
            && (line.starts_with("::error ")
                || line.starts_with("::warning ")
                || line.starts_with("::notice "));
        assert!(annotation || !line.trim_start().starts_with("::"), "{format}: {line}");
    }
    for c in output.chars() {
        let harmless = c == '\n'
            || !(c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}'));
        assert!(harmless, "{format}: {c:?}");
    }
}

#[test]
fn no_format_prints_what_a_terminal_or_a_runner_obeys() {
    for text in HOSTILE {
        let tree = Tree::with(declaration(text))
            .file("docs/help.md", format!("# Help\n{text}\nnearly the same text\n"));
        for format in ["human", "short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"] {
            let run = tree.check(&["--output", format, "-v"]);
            assert_eq!(run.code, 1, "{format}: {run:?}");
            assert_inert(format, &run.stdout);
            assert_inert("standard error", &run.stderr);
        }
    }
}

#[test]
fn raw_hostile_lines_in_comments_are_shown_inert() {
    let comment = "# ##[set-output name=level;]5\n#\u{1b}]0;owned\u{7}\n";
    let tree = Tree::with(whole(&format!("answers:\n{comment}  mfa: metx # ::error::x ##[add-mask]a\n")));
    for format in ["human", "short", "github", "markdown"] {
        assert_inert(format, &tree.check(&["--output", format]).stdout);
    }
}

#[test]
fn hostile_names_on_the_command_line_are_shown_inert() {
    let tree = Tree::new();
    let run = tree.check(&["--declaration", "x\r::error::y##[set-output name=a;]b.yml"]);
    assert_eq!(run.code, 3);
    assert_inert("human", &run.stdout);
    assert_inert("standard error", &run.stderr);
    for arguments in
        [&["explain", "::error::x##[y]\u{1b}"][..], &["check", "--baseline-ref", "::error::\u{202e}##[x]"]]
    {
        let output = tree.command(arguments).output().unwrap();
        assert_inert("out", &String::from_utf8_lossy(&output.stdout));
        assert_inert("err", &String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_badge_says_nothing_that_a_declaration_could_put_there() {
    for text in HOSTILE {
        let tree = Tree::with(whole(&format!(
            "registry: {{name: {}, url: \"https://a.example/\", user-accounts: true, packages: [accepts-built]}}\n",
            quoted(text)
        )));
        tree.command(&["badge", "--svg", "badge.svg"]).output().unwrap();
        let svg = tree.read("badge.svg");
        assert!(svg.starts_with("<svg") && !svg.contains("script") && !svg.contains("##["), "{svg}");
    }
}

/// A public file has leaked them; what is written about it need not spread them.
#[test]
fn a_password_in_an_address_is_shown_nowhere() {
    const SECRET: &str = "hunter2secret";
    let address = |at: &str| format!("https://admin:{SECRET}@{at}.example/{}", "x".repeat(400));
    let text = whole(&format!(
        "registry: {{name: Example, url: '{}', user-accounts: true, packages: [accepts-built]}}\n\
         contact: '{}'\n\
         answers:\n  mfa: {{status: met, note: 'see {}', evidence: ['{}', {{statement: 'we say so at {}'}}]}}\n  \
         recovery-policy: {{status: planned, plan: {{by: 2027-01-01, issue: '{}'}}}}\n\
         clis:\n  uv: {{url: '{}', answers: {{pinned-installs: {{status: partial, note: '{}'}}}}}}\n",
        address("home"),
        address("contact"),
        address("note"),
        address("evidence"),
        address("word"),
        address("issue"),
        address("client"),
        address("partial"),
    ));
    let tree = Tree::with(text);
    let mut shown = 0;
    let formats = [
        "human",
        "short",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "markdown",
        "gemara",
        "gemara-catalog",
        "in-toto",
        "oscal",
        "cyclonedx",
    ];
    for format in formats {
        let run = tree.check(&["--output", format]);
        assert!(!run.stdout.is_empty(), "{format}: {run:?}");
        assert!(!run.stdout.contains(SECRET) && !run.stderr.contains(SECRET), "{format}: {}", run.stdout);
        shown += usize::from(run.stdout.contains("https://***@"));
    }
    assert!(shown >= 5, "the addresses themselves are still shown: {shown}");
    for format in ["markdown", "html", "json"] {
        let run = Run::of(tree.command(&["report", "--offline", "--today", TODAY, "--output", format]));
        assert!(run.stdout.contains("https://***@"), "{format}: {run:?}");
        assert!(!run.stdout.contains(SECRET) && !run.stderr.contains(SECRET), "{format}: {}", run.stdout);
    }
    let report = tree.check(&["--output", "json"]);
    let credentials = report.stdout.matches("\"rule\": \"url-credentials\"").count();
    assert_eq!(credentials, 5, "home page, contact, evidence, issue, client");
}
