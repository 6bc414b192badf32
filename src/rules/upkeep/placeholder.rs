//! `placeholder`

use crate::declaration::placeholders::PLACEHOLDERS;
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "placeholder",
    class: Class::Neglected,
    summary: "No placeholder of `init` is left.",
    why: "`init` writes a declaration that checks without errors, but some things only you can say: who you are, and where a reader reports that an answer is wrong.",
    fails: "contact: mailto:change-me@change-me.example\n",
    mended: "contact: mailto:security@epi.example\n",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for placeholder in PLACEHOLDERS {
        let Some(at) = Path::parse(placeholder.at) else { continue };
        if context.reading.root.find(&at).and_then(crate::read::Node::text) == Some(placeholder.text) {
            findings.push(
                Finding::new(&RULE, &at, format!("`{}` still says what `init` wrote", placeholder.at))
                    .label("placeholder")
                    .help(format!("write {}", placeholder.wanted)),
            );
        }
    }
}
