//! `report`: what people read and fund.

mod clients;
mod command;
mod directory;
mod examples;
mod hostile;
mod online;
mod page;
mod progress;
mod roadmap;
mod since;
mod sizes;

use crate::support::{Run, TODAY, Tree};

/// `report` on [`TODAY`], offline.
fn report(tree: &Tree, arguments: &[&str]) -> Run {
    Run::of(tree.command(&[&["report", "--today", TODAY, "--offline"], arguments].concat()))
}

/// The page, of a run that must end well.
fn html(tree: &Tree) -> String {
    let run = report(tree, &["--output", "html"]);
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout
}

/// A declaration with something of everything that the report shows.
const FULL: &str = "\
version: 1
principles: v0.1
reviewed: 2026-08-21
reviewed-by: \"@epi-admin\"
contact: mailto:security@epi.example
registry: {name: Example Index, url: \"https://epi.example/\", user-accounts: true, packages: [accepts-built]}
claims: {authentication: 0, authorization: 0, general: 0, cli: 1}
answers:
  email-verification: {status: met, evidence: {file: docs/help.md, quote: \"a verified address is required\"}}
  recovery-policy: {status: partial, note: the page says little, evidence: docs/help.md#recovery}
  security-notifications:
    status: partial
    missing: [password-change]
    plan: {by: 2026-10-31, issue: \"https://github.com/epi/index/issues/7\", funding: needed}
  brute-force-protection: {status: planned, plan: {by: 2027-03-31, funding: funded, funder: Example Foundation}}
  phishing-resistant-mfa: {status: met, by: the identity provider, evidence: {statement: the provider says so}}
  leaked-credential-checks: {status: not-applicable, reason: the registry keeps no passwords}
  vulnerability-disclosure: {status: partial, missing: [safe-harbor], evidence: \"http://epi.example/security\"}
  vulnerability-warnings: unmet
  pinned-installs: {status: met, evidence: docs/help.md}
clis:
  one: {primary: true, answers: {sbom: {status: met, evidence: docs/help.md}}}
  two: {primary: true, answers: {cli-vulnerability-warnings: {status: met, evidence: docs/help.md}}}
";

fn full() -> Tree {
    let help = "# Help\n\nTo publish, a verified address is required.\n\n## Recovery\n\nAsk.\n";
    Tree::with(FULL).file("docs/help.md", help)
}
