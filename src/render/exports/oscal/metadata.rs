//! What OSCAL asks of every document: when, which version, who, and what it refers to.

use crate::render::exports::about::{SELF_ASSESSMENT, TOOL, VERSION, framework, timestamp};
use crate::render::exports::ids;
use crate::render::exports::subject::Subject;
use crate::render::inert_markdown::words;
use crate::render::uri::relative;
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The version of OSCAL that documents are written by.
const OSCAL: &str = "1.2.1";
/// The role of those who assess.
const ASSESSOR: &str = "assessor";

/// Title, times, and who assessed: the registry itself.
pub fn metadata(subject: &Subject<'_>) -> Value {
    let registry = subject.registry();
    let party = ids::id("party", &[&registry]);
    let mut organization = json!({ "uuid": party, "type": "organization", "name": registry });
    if let (Some(home), Some(keys)) = (subject.home(), organization.as_object_mut()) {
        keys.insert("links".to_owned(), json!([{ "href": home }]));
    }
    json!({
        "title": format!("{}: self-assessment of {}", framework(subject.report), words(&registry)),
        "last-modified": timestamp(subject.report),
        "version": subject.report.today.to_string(),
        "oscal-version": OSCAL,
        "roles": [{ "id": ASSESSOR, "title": "Those who assess: the authors of the registry's own declaration" }],
        "parties": [organization],
        "responsible-parties": [{ "role-id": ASSESSOR, "party-uuids": [party] }],
        "remarks": format!("{SELF_ASSESSMENT} {} Written by {TOOL} {VERSION}.", subject.as_of()),
    })
}

/// The id of the framework's document.
pub fn framework_id(subject: &Subject<'_>) -> String {
    ids::id("framework", &[&subject.report.catalogue.version])
}

/// The documents that this one refers to: the framework, and the declaration with its hash.
pub fn resources(subject: &Subject<'_>) -> Value {
    let catalogue = subject.report.catalogue;
    json!([
        {
            "uuid": framework_id(subject),
            "title": framework(subject.report),
            "description": line(&catalogue.attribution),
            "rlinks": [{ "href": line(&catalogue.source) }],
        },
        {
            "uuid": ids::id("declaration", &[subject.path, subject.sha256]),
            "title": "The declaration",
            "rlinks": [{
                "href": relative(subject.path),
                "hashes": [{ "algorithm": "SHA-256", "value": subject.sha256 }],
            }],
        },
    ])
}
