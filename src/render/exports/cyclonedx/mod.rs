//! `CycloneDX` 1.6 attestations (<https://cyclonedx.org/capabilities/attestations/>): the requirements as a standard, the answers as
//! claims about the registry, held against it. No component is listed: it is no bill of materials of anything.

mod attestation;
mod claim;
mod evidence;
mod standard;
mod target;

use super::about::{SELF_ASSESSMENT, TOOL, VERSION, timestamp};
use super::subject::Subject;
use super::{document, ids};
use crate::render::Report;
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The document.
#[must_use]
pub fn cyclonedx(report: &Report<'_>) -> String {
    document(report, |subject| {
        let declarations = declarations(subject);
        let content = declarations.to_string();
        let time = timestamp(subject.report);
        let serial = ids::id("bom", &[subject.path, subject.sha256, &time, &content]);
        json!({
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": format!("urn:uuid:{serial}"),
            "version": 1,
            "metadata": {
                "timestamp": time,
                "tools": { "components": [{ "type": "application", "name": TOOL, "version": VERSION }] },
                "properties": properties(subject),
            },
            "declarations": declarations,
            "definitions": { "standards": [standard::standard(subject.report.catalogue)] },
        })
    })
}

fn properties(subject: &Subject<'_>) -> Value {
    let property =
        |name: &str, value: &str| json!({ "name": format!("{TOOL}:{name}"), "value": line(value) });
    json!([
        property("declaration", subject.path),
        property("declaration-sha256", subject.sha256),
        property("evidence", subject.report.mode.as_str()),
    ])
}

fn declarations(subject: &Subject<'_>) -> Value {
    json!({
        "assessors": [target::assessor(subject)],
        "attestations": [attestation::attestation(subject)],
        "claims": claim::claims(subject),
        "evidence": evidence::evidence(subject),
        "targets": target::targets(subject),
        "affirmation": { "statement": format!("{SELF_ASSESSMENT} {}", subject.as_of()) },
    })
}

/// The reference of a requirement.
fn requirement_ref(id: &str) -> String {
    format!("requirement:{}", line(id))
}
