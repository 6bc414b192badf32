//! The form of the file: keys, kinds of value, names.

pub(super) mod bad_value;
pub(super) mod missing_key;
pub(super) mod plain_quote;
pub(super) mod unknown_key;
pub(super) mod unknown_part;
pub(super) mod unknown_principles;
pub(super) mod unknown_requirement;
pub(super) mod unknown_rule;
pub(super) mod unknown_status;
pub(super) mod unknown_track;
pub(super) mod unquoted_text;
pub(super) mod unsupported_version;
pub(super) mod wrong_kind;

use super::Context;
use crate::declaration::Problem;
use crate::declaration::grammar::Vocabulary;
use crate::findings::{Finding, Fix, Place, Rule, Spelling};
use crate::text::passage::shorten;

/// Findings for names of some vocabularies that are not known, with the nearest known one.
fn unknown_name(
    context: &Context<'_>,
    rule: &'static Rule,
    vocabularies: &[Vocabulary],
    what: &str,
    findings: &mut Vec<Finding>,
) {
    for mismatch in context.mismatches {
        let Problem::UnknownName { vocabulary, name, near, remark } = &mismatch.problem else { continue };
        if !vocabularies.contains(vocabulary) {
            continue;
        }
        let place = Place::Path(mismatch.at.clone(), mismatch.part);
        let mut finding = Finding::placed(rule, place, format!("unknown {what} `{}`", shorten(name)));
        finding = match near {
            Some(near) => finding.label(format!("did you mean `{near}`?")).fix(Some(Fix::replace(
                format!("write `{near}`"),
                &mismatch.at,
                mismatch.part,
                near,
                Spelling::AsBefore,
            ))),
            None => finding.label(format!("no such {what}")),
        };
        findings.push(match remark {
            Some(remark) => finding.help(remark),
            None => finding,
        });
    }
}
