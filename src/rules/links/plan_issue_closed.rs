//! `plan-issue-closed`

use crate::declaration::Status;
use crate::evidence::web::ThreadState;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "plan-issue-closed",
    class: Class::Neglected,
    summary: "The issue of a plan is open as long as the answer says that the work is not done.",
    why: "A closed issue mostly means that the work is done and the answer can be better, or that it was given up and the plan is none.",
    fails: r#"answers:
  mfa: {status: planned, plan: {issue: "https://github.com/epi/index/issues/9"}}
"#,
    mended: r#"answers:
  mfa: {status: planned, plan: {issue: "https://github.com/epi/index/issues/7"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        let at = answer.at.key("plan").key("issue");
        let (Some(Status::Planned | Status::Partial), Some(state)) =
            (answer.status, context.plan_issues.get(&at))
        else {
            continue;
        };
        let (word, help) = match state {
            ThreadState::Open => continue,
            ThreadState::Merged => ("merged", "answer `met` with evidence, or name what is left to do"),
            ThreadState::Closed => {
                ("closed", "answer `met` with evidence, or name the issue that tracks the rest")
            }
            ThreadState::NotPlanned => {
                ("closed as not planned", "answer `unmet`, or name the issue that tracks the work now")
            }
        };
        let status = answer.status.map_or("", Status::as_str);
        let message = format!("the issue of the plan is {word}, and `{}` is still `{status}`", answer.id);
        findings.push(Finding::new(&RULE, &at, message).label(word).help(help));
    }
}
