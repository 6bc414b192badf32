//! `separate-tool`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "separate-tool",
    class: Class::Malformed,
    summary: "`tool` is refused where the framework asks for the client itself.",
    why: "A separate audit command is not a warning during install: where the catalogue says so, a separate tool makes the answer `partial`.",
    fails: r#"answers:
  cli-vulnerability-warnings: {status: met, tool: epi-audit, evidence: "https://epi.example/audit"}
"#,
    mended: r"answers:
  cli-vulnerability-warnings: {status: partial, tool: epi-audit, note: epi-audit is a separate command}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        let partial_at_most = requirement.separate_tool.as_deref() == Some("partial");
        if answer.status == Some(Status::Met) && answer.tool.is_some() && partial_at_most {
            findings.push(
                Finding::new(&RULE, &answer.at.key("tool"), format!("a separate tool does not meet `{}`", answer.id))
                    .label("a separate tool is `partial`")
                    .help("change the status to `partial` with a `note`, or leave `tool` out if the client itself does it"),
            );
        }
    }
}
