//! Rules about remote evidence, each on an answer of its own: what the rule calls failing fails, what it calls mended passes.
//! The answers are written down here, and no network is asked.

use crate::support::{TODAY, Tree, rules_of, whole};
use package_repo_security::commands::discover::Found;
use package_repo_security::commands::examine::{Conditions, Examination, examine};
use package_repo_security::evidence::Sources;
use package_repo_security::evidence::web::{
    Answer, Fetched, Gone, Reason, RemoteFile, Seen, Standing, Subject, Thread, ThreadKind, ThreadState,
    Want, Wants, Web,
};
use package_repo_security::evidence::worktree::WorkTree;
use package_repo_security::findings::{Finding, Scope, Settings, Severity};
use package_repo_security::links::github::{RepositoryName, Target};
use package_repo_security::links::{Policy, Servers};
use package_repo_security::render::{Format, Style, render};
use package_repo_security::rules::all;
use proptest::prelude::*;
use url::Url;

/// The rules that only speak where addresses are looked at.
pub fn is_online(id: &str) -> bool {
    const OTHERS: &[&str] = &[
        "hedged-page",
        "plan-issue-closed",
        "repository-archived",
        "security-txt-canonical",
        "security-txt-served",
    ];
    id.starts_with("link-") || OTHERS.contains(&id)
}

/// A world whose every answer is written down, told in an order of choice.
struct Scripted<'a> {
    /// Which answer comes when; the others come after these.
    order: &'a [usize],
}

impl Web for Scripted<'_> {
    fn ask(&self, wants: &Wants, each: &mut dyn FnMut(&Want, Answer)) {
        let wants: Vec<&Want> = wants.keys().collect();
        let first = self.order.iter().copied().filter(|index| *index < wants.len());
        let others = (0..wants.len()).filter(|index| !self.order.contains(index));
        for index in first.chain(others) {
            each(wants[index], answer(wants[index]));
        }
    }
}

fn answer(want: &Want) -> Answer {
    match want {
        Want::Page(url) => page(url),
        Want::GitHub { repository, target, .. } => github(repository, target),
    }
}

const HELP: &str =
    "<title>Help</title><h1>Help</h1><h2 id=two-factor>Two factor</h2><p>Every account can use WebAuthn.</p>";
const SECURITY_TXT: &str = "Contact: mailto:security@epi.example\nExpires: 2027-01-01T00:00:00Z\n\
                            Canonical: https://epi.example/.well-known/security.txt\n";

fn page(url: &Url) -> Answer {
    let fetched = |content_type: &str, body: &str| Fetched {
        url: url.clone(),
        moved_to: None,
        content_type: Some(content_type.to_owned()),
        body: body.as_bytes().to_vec(),
        is_cut: false,
    };
    let html = |body: &str| fetched("text/html; charset=utf-8", body);
    let fetched = match (url.host_str().unwrap_or_default(), url.path()) {
        ("epi.example" | "docs.example", "/help") => html(HELP),
        ("epi.example", "/gone") => return Answer::Gone(Gone { status: 404, behind: None }),
        ("epi.example", "/busy" | "/busier") => return Answer::Unreachable(Reason::Status(503)),
        ("epi.example", "/soft") => html("<title>Page not found - Epi</title><h1>Oops</h1>"),
        ("epi.example", "/preview") => html("<p>Every account can use passkeys. This is a beta.</p>"),
        ("epi.example", "/audience.json") => fetched("application/json", "{\"audience\": \"epi\"}"),
        ("epi.example", "/report.bin") => fetched("application/octet-stream", "abc"),
        ("epi.example", "/report.json") => fetched(
            "application/json",
            "{\"report_version\": 1, \"tool\": {\"name\": \"package-repo-security\"}}",
        ),
        ("epi.example", "/old") => {
            let to: Url = "https://epi.example/help".parse().unwrap();
            Fetched { url: to.clone(), moved_to: Some(to), ..html(HELP) }
        }
        ("epi.example", "/away") => {
            Fetched { url: "https://docs.example/help".parse().unwrap(), ..html(HELP) }
        }
        (_, path) if path.ends_with("/security.txt") => fetched("text/plain; charset=utf-8", SECURITY_TXT),
        ("epi.example", "/walled") => return Answer::Unreachable(Reason::LoginWall),
        ("nowhere.example" | "elsewhere.example", _) => return Answer::Unreachable(Reason::NameNotResolved),
        _ => panic!("no answer is written down for {url}"),
    };
    Answer::Page(Box::new(fetched))
}

const COMMIT: &str = "6b62157124ab7865029afeeadf282bce27d601d9";

fn github(repository: &RepositoryName, target: &Target) -> Answer {
    let subject = match target {
        Target::File { reference_and_path } => {
            let (reference, path) = reference_and_path.split_once('/').unwrap();
            let is_held = reference == COMMIT || reference == "main";
            Subject::File(RemoteFile {
                reference: reference.to_owned(),
                path: path.to_owned(),
                commit: Some(COMMIT.to_owned()),
                standing: if is_held { Standing::Held } else { Standing::Dangling },
                content: Ok(b"# Help\n\n## Two factor\n\nEvery account can use WebAuthn.\n".to_vec()),
            })
        }
        Target::Thread { number } => {
            let (kind, state) = match number {
                7 => (ThreadKind::Issue, ThreadState::Open),
                8 => (ThreadKind::PullRequest, ThreadState::Merged),
                _ => (ThreadKind::Issue, ThreadState::Closed),
            };
            Subject::Thread(Thread {
                kind,
                state: Some(state),
                text: "Passkeys\n\nSupport passkeys.".to_owned(),
                comments: Vec::new(),
                is_complete: true,
                moved_to: None,
            })
        }
        _ => Subject::There,
    };
    let archived = Some(repository.name == "old-index");
    Answer::GitHub(Box::new(Seen { repository: repository.clone(), archived, subject }))
}

/// The declaration, examined in this world.
fn examined(declaration: &str, order: &[usize]) -> Examination {
    let directory = tempfile::tempdir().unwrap();
    let repository = WorkTree::open(directory.path()).unwrap();
    let found =
        Found { path: ".package-repo-security.yml".to_owned(), bytes: declaration.as_bytes().to_vec() };
    let conditions = Conditions {
        today: TODAY.parse().unwrap(),
        settings: Settings { scope: Scope::Audit, strict: false },
        policy: Policy::default(),
        servers: Servers::default(),
        preview: None,
        base: None,
    };
    let web = Scripted { order };
    examine(Ok(found), Sources { repository: &repository, web: Some(&web) }, &conditions)
}

fn ids(examination: &Examination) -> Vec<&'static str> {
    examination.findings.iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn every_example_fails_as_it_says_and_its_mended_form_passes() {
    let online: Vec<_> = all().into_iter().filter(|rule| is_online(rule.id)).collect();
    assert!(online.len() >= 18);
    for rule in online {
        let failing = examined(&whole(rule.fails), &[]);
        assert!(
            ids(&failing).contains(&rule.id),
            "{}: the failing example: {:#?}",
            rule.id,
            failing.findings
        );
        let mended = examined(&whole(rule.mended), &[]);
        assert!(!ids(&mended).contains(&rule.id), "{}: the mended example: {:#?}", rule.id, mended.findings);
        let errors: Vec<_> = mended.findings.iter().filter(|it| it.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: the mended example has errors: {errors:#?}", rule.id);
    }
}

/// The findings of a rule: the message, and how many other places each names.
fn said(examination: &Examination, rule: &str) -> Vec<(String, usize)> {
    let ours = examination.findings.iter().filter(|finding| finding.rule.id == rule);
    let others = |finding: &Finding| finding.notes.iter().filter(|note| note.starts_with("also ")).count();
    ours.map(|finding| (finding.message.clone(), others(finding))).collect()
}

const THREE_HOSTS: &str = r#"answers:
  mfa: {status: met, evidence: ["https://epi.example/busy", "https://epi.example/busier#x", "https://epi.example/walled"]}
  recovery-policy: {status: unmet, evidence: ["https://nowhere.example/a", "https://discord.com/channels/1/2"]}
  unpublish-policy: {status: unmet, evidence: "https://10.0.0.1/"}
"#;

#[test]
fn what_could_not_be_looked_at_is_said_once_for_a_host() {
    let examination = examined(&whole(THREE_HOSTS), &[]);
    assert_eq!(
        said(&examination, "link-unreachable"),
        [
            (
                "3 links on `epi.example` could not be looked at: it answered 503 (2), it asks to log in (1)"
                    .to_owned(),
                2
            ),
            (
                "`https://nowhere.example/a` could not be looked at: its name could not be resolved"
                    .to_owned(),
                0
            ),
            (
                "`https://discord.com/channels/1/2` was not looked at: it is a chat, which asks to log in"
                    .to_owned(),
                0
            ),
        ]
    );
    assert_eq!(said(&examination, "url-private-host").len(), 1, "and of a refused one by another rule alone");
}

#[test]
fn an_entry_of_ignore_takes_its_own_link_out_of_the_group_and_no_other() {
    let ignore = "ignore:\n  - {rule: link-unreachable, at: \"answers.mfa.evidence[0]\", reason: it is busy every Sunday}\n";
    let examination = examined(&whole(&format!("{THREE_HOSTS}{ignore}")), &[]);
    assert_eq!(
        said(&examination, "link-unreachable")[0].0,
        "2 links on `epi.example` could not be looked at: it answered 503 (1), it asks to log in (1)"
    );
    assert!(said(&examination, "ignore-without-effect").is_empty());
}

#[test]
fn an_entry_of_ignore_about_the_network_is_left_alone_where_the_network_lets_the_page_through() {
    let entry = |rule: &str| {
        format!(
            "ignore:\n  - {{rule: {rule}, at: answers.mfa, reason: the host refuses programs now and then}}\n"
        )
    };
    let answer = "answers:\n  mfa: {status: met, evidence: \"https://epi.example/help\"}\n";
    let text = |rule: &str| whole(&format!("{answer}{}", entry(rule)));
    let idle = |examination: &Examination| said(examination, "ignore-without-effect").len();
    for (rule, online, offline) in
        [("link-unreachable", 0, 0), ("link-soft-404", 0, 0), ("link-gone", 1, 0), ("shared-evidence", 1, 1)]
    {
        assert_eq!(idle(&examined(&text(rule), &[])), online, "{rule}, online");
        let (report, _) = Tree::with(text(rule)).json(&["--offline"]);
        let idle = rules_of(&report).into_iter().filter(|it| *it == "ignore-without-effect").count();
        assert_eq!(idle, offline, "{rule}, offline");
    }
}

#[test]
fn a_level_that_the_evidence_contradicts_is_none_to_claim() {
    let declaration = |page: &str| {
        whole(&format!(
            "registry: {{name: E, url: 'https://epi.example/', user-accounts: false, packages: [source-only]}}\n\
             claims: {{general: 0, cli: 0}}\n\
             answers: {{pinned-installs: {{status: met, evidence: 'https://epi.example/{page}'}}}}\n"
        ))
    };
    assert_eq!(said(&examined(&declaration("help"), &[]), "claim-below-level").len(), 1);
    assert_eq!(said(&examined(&declaration("gone"), &[]), "claim-below-level").len(), 0);
}

#[test]
fn where_there_is_no_network_that_is_said_once() {
    let declaration = r#"answers:
  mfa: {status: met, evidence: ["https://nowhere.example/a", "https://nowhere.example/b", "https://elsewhere.example/"]}
  recovery-policy: {status: unmet, evidence: ["mailto:a@b.example", {statement: we have one}]}
"#;
    let examination = examined(&whole(declaration), &[]);
    assert_eq!(
        said(&examination, "link-unreachable"),
        [("none of 3 links on 2 hosts could be looked at: its name could not be resolved".to_owned(), 0)]
    );
    assert!(
        examination
            .findings
            .iter()
            .all(|finding| finding.rule.id != "link-unreachable" || finding.severity == Severity::Warning)
    );
    let one_answers = declaration.replace("https://elsewhere.example/", "https://epi.example/help");
    let examination = examined(&whole(&one_answers), &[]);
    assert_eq!(
        said(&examination, "link-unreachable"),
        [(
            "2 links on `nowhere.example` could not be looked at: its name could not be resolved".to_owned(),
            1
        )]
    );
}

#[test]
fn a_link_that_follows_a_branch_can_be_made_permanent() {
    let link = "https://github.com/epi/index/blob/main/docs/help.md?plain=1#two-factor";
    let examination =
        examined(&whole(&format!("answers:\n  mfa: {{status: met, evidence: \"{link}\"}}\n")), &[]);
    let finding = examination.findings.iter().find(|finding| finding.rule.id == "mutable-link").unwrap();
    let edit = &finding.fix.as_ref().unwrap().edits[0];
    assert!(edit.text.contains(&link.replace("main", COMMIT)), "{}", edit.text);
    let missing = link.replace("two-factor", "three-factor");
    let examination =
        examined(&whole(&format!("answers:\n  mfa: {{status: met, evidence: \"{missing}\"}}\n")), &[]);
    let finding = examination.findings.iter().find(|finding| finding.rule.id == "mutable-link").unwrap();
    assert!(finding.fix.is_none(), "what is wrong now is not made permanent");
}

#[test]
fn an_open_issue_is_no_evidence_of_something_done_but_of_something_planned() {
    let answer = |status: &str| {
        format!(
            "answers:\n  mfa: {{status: {status}, plan: {{by: 2027-01-01}}, evidence: \"https://github.com/epi/index/issues/7\"}}\n"
        )
    };
    assert!(ids(&examined(&whole(&answer("planned")), &[])).iter().all(|id| *id != "link-thread-open"));
}

/// Every kind of answer at once, with several items on one page.
const MANY: &str = r#"answers:
  mfa:
    status: met
    evidence:
      - {url: "https://epi.example/help", quote: "Every account must use WebAuthn"}
      - {url: "https://epi.example/help#two-factors", quote: "Every account can"}
      - "https://epi.example/gone"
      - "https://epi.example/busy"
      - "https://epi.example/walled"
      - "https://epi.example/old"
      - "https://epi.example/soft"
  recovery-policy:
    status: met
    evidence:
      - {url: "https://epi.example/audience.json", json: {at: /audience, is: pypi}}
      - "https://github.com/epi/index/issues/7"
      - "https://github.com/epi/old-index"
      - "https://github.com/epi/old-index/pull/8"
      - "https://nowhere.example/a"
      - {url: "https://epi.example/preview", quote: "Every account can use passkeys"}
  unpublish-policy: {status: planned, plan: {issue: "https://github.com/epi/index/issues/9"}}
"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_answers_never_shows(order in Just((0..16).collect::<Vec<usize>>()).prop_shuffle()) {
        let report = |order: &[usize]| {
            let examination = examined(&whole(MANY), order);
            [Format::Json, Format::Human, Format::Sarif, Format::Markdown]
                .map(|format| render(format, &examination.report(), &all(), Style { colour: false, unicode: true, width: 100 }).unwrap())
        };
        prop_assert_eq!(report(&order), report(&[]));
    }
}
