//! A small report for the tests of renderers, with text that an attacker would write.

use super::{DeclarationFile, Mode, Report};
use crate::assessment::{Assessment, Suspects, assess};
use crate::declaration::{Declaration, decode};
use crate::evidence::{Outcome, Outcomes, Verdict};
use crate::findings::{Class, Finding, Fix, Place, Rule, Scope, Settings, Spelling, settle};
use crate::principles::{Catalogue, load};
use crate::read::{Part, Path, Reading, read};

pub static BROKEN: Rule = Rule {
    id: "met-without-evidence",
    class: Class::Malformed,
    summary: "A met answer says where it can be seen",
    why: "Nobody can look at what is nowhere.",
    fails: "answers:\n  event-log: met\n",
    mended: "answers:\n  event-log: {status: met, evidence: docs/log.md}\n",
};

pub static NEGLECTED: Rule = Rule {
    id: "review-overdue",
    class: Class::Neglected,
    summary: "Answers are looked after",
    why: "What was true once may be so no more.",
    fails: "reviewed: 2020-01-01\n",
    mended: "reviewed: 2026-08-21\n",
};

pub static ADVICE: Rule = Rule {
    id: "claim-could-be-higher",
    class: Class::Advice,
    summary: "Claims say what the answers show",
    why: "A level that is not claimed is not defended.",
    fails: "claims: {general: 0}\n",
    mended: "claims: {general: 1}\n",
};

/// Everything that some reader of some format would obey.
pub const HOSTILE: &str = "##[set-output name=x;]y ::error::%0A\r\n::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` \
                           <!-- @me #1 ]]> [l](https://e.example) %,:";

const CATALOGUE: &str = "
version: v0.1
title: Small Principles
published: 2024-02
source: https://example.org/principles
licence: CC-BY-4.0
attribution: nobody
review-within-days: 365
tracks:
  general: {title: General}
  builds: {title: Builds, when: {packages: [builds-on-behalf]}, opt-in: true}
  cli: {title: Command line tools, per: cli}
requirements:
  disclosure:
    {track: general, level: 1, title: t, text: t, source: s, evidence: [quote], hint: h,
     parts: {policy: p, safe-harbor: s}}
  event-log: {track: general, level: 2, title: t, text: t, source: s, evidence: [quote], hint: h, implies: [log]}
  log: {track: general, level: 2, title: t, text: t, source: s, evidence: [quote], hint: h}
  provenance: {track: builds, level: 1, title: t, text: t, source: s, evidence: [quote], hint: h}
  pinned: {track: cli, level: 1, title: t, text: t, source: s, evidence: [quote], hint: h}
";

const DECLARATION: &str = r#"version: 1
principles: v0.1
reviewed: 2026-08-21
registry: {name: "Index `a|b` \e[2J", url: https://epi.example/, user-accounts: true, packages: [accepts-built]}
claims: {general: 0, cli: 1}
answers:
  disclosure: {status: partial, missing: [safe-harbor]}
  event-log:
    status: met
    evidence: [docs/log.md#entries, {statement: trust us}]
  pinned: {status: met, evidence: https://e.example/pins}
clis:
  pip: {primary: true}
  "u|v`::": {primary: true, answers: {pinned: unmet}}
"#;

/// What a report borrows from.
pub struct Fixture {
    pub file: DeclarationFile,
    pub reading: Reading,
    pub declaration: Declaration,
    pub catalogue: Catalogue,
    pub assessment: Assessment,
    pub outcomes: Outcomes,
    pub findings: Vec<Finding>,
}

impl Fixture {
    /// Findings of each severity, hostile text in every field that comes from outside.
    pub fn new() -> Self {
        let log = path("answers.event-log.evidence");
        let fix = Fix::replace(
            "write the status",
            &path("answers.event-log.status"),
            Part::Value,
            "unmet",
            Spelling::AsBefore,
        );
        Self::with(vec![
            Finding::placed(&NEGLECTED, Place::File, format!("the last review says {HOSTILE}")),
            Finding::new(&BROKEN, &log, "`event-log` is met without public evidence")
                .note(format!("found: {HOSTILE}"))
                .related(Place::Path(path("claims.general"), Part::Key), "claimed here")
                .help("say where it can be seen")
                .fix(Some(fix)),
            Finding::new(&ADVICE, &path("claims.general"), "`general` could be claimed higher"),
        ])
    }

    /// The same declaration with these findings.
    pub fn with(findings: Vec<Finding>) -> Self {
        let reading = read(".package-repo-security.yml", DECLARATION.as_bytes()).unwrap();
        let catalogue = load(CATALOGUE).unwrap();
        let declaration = decode(&reading.root);
        let verdict = |outcome, looked_for: &str, found: &str| Verdict {
            outcome,
            looked_for: looked_for.to_owned(),
            found: found.to_owned(),
            troubles: Vec::new(),
        };
        let outcomes = Outcomes::from([
            (
                path("answers.event-log.evidence[0]"),
                verdict(Outcome::Contradicted, "docs/log.md", "no such file\u{9b}"),
            ),
            (
                path("answers.event-log.evidence[1]"),
                verdict(Outcome::Unchecked, "a statement", "nothing to look at"),
            ),
        ]);
        let assessment = assess(&declaration, &catalogue, &outcomes, &Suspects::new());
        let settings = Settings { scope: Scope::Audit, strict: false };
        let findings = settle(findings, Some(&reading.root), Some(&reading.source), settings);
        let file = DeclarationFile { path: reading.source.path.clone(), sha256: Some("0".repeat(64)) };
        Self { file, reading, declaration, catalogue, assessment, outcomes, findings }
    }

    /// The report.
    pub fn report(&self) -> Report<'_> {
        Report {
            file: Some(self.file.clone()),
            source: Some(&self.reading.source),
            root: Some(&self.reading.root),
            declaration: Some(&self.declaration),
            catalogue: &self.catalogue,
            mode: Mode::Offline,
            is_finished: true,
            scope: Scope::Audit,
            today: jiff::civil::date(2026, 8, 22),
            assessment: Some(&self.assessment),
            preview: None,
            outcomes: &self.outcomes,
            baseline: None,
            findings: &self.findings,
        }
    }

    /// The report of a directory without a declaration.
    pub fn without_declaration(&self) -> Report<'_> {
        Report { file: None, source: None, root: None, declaration: None, assessment: None, ..self.report() }
    }
}

/// A path from its text.
pub fn path(text: &str) -> Path {
    Path::parse(text).unwrap()
}

/// Whether no reader of text obeys this: no character that terminals obey or hide, no command of a runner.
pub fn is_inert(output: &str) -> bool {
    let command = |line: &str| line.trim_start().starts_with("::");
    let unprintable = |c: char| c != '\n' && (c == '\t' || crate::text::sanitize::is_unprintable(c));
    !output.contains(unprintable) && !output.contains("##[") && !output.lines().any(command)
}
