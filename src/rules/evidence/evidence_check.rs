//! `evidence-check`

use crate::declaration::Locator;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-check",
    class: Class::Malformed,
    summary: "An evidence item has at most one kind of check, and one that its locator can bear.",
    why: "`quote`, `json` and `security-txt` are looked for in different ways, so each has an item of its own. A `statement` cannot be looked into, and only a `file` can be read at a `commit`.",
    fails: r#"answers:
  mfa: {status: met, evidence: {statement: we asked our users, quote: "we asked our users"}}
"#,
    mended: r"answers:
  mfa: {status: met, evidence: {statement: we asked our users}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, item) in context.judged_evidence() {
        let is_statement = matches!(item.locator(), Some(Locator::Statement(_)));
        let is_file = matches!(item.locator(), Some(Locator::File { .. }));
        let problem = if item.checks.len() > 1 {
            "an evidence item has more than one kind of check"
        } else if is_statement && (!item.checks.is_empty() || item.sha256.is_some()) {
            "a statement cannot be checked"
        } else if item.locator().is_some() && item.commit.is_some() && !is_file {
            "`commit` goes with `file`"
        } else {
            continue;
        };
        findings.push(Finding::new(&RULE, &item.at, problem).label("cannot be checked so").help(
            "one kind of check an item; `commit` pins a `file`; the address of a page at a commit is its pin",
        ));
    }
}
