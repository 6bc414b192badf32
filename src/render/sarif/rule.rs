//! Rules in a SARIF log.

use crate::findings::severity::severity;
use crate::findings::{Rule, Scope, Severity};
use serde_json::{Value, json};

/// The words that SARIF has for how much something weighs.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

/// How a rule is described.
pub fn descriptor(rule: &Rule) -> Value {
    let weight = severity(rule.class, Scope::Audit, false);
    let (mut text, mut markdown) = (rule.why.to_owned(), rule.why.to_owned());
    for (title, example) in [("Fails", rule.fails.trim_end()), ("Mended", rule.mended.trim_end())] {
        if !example.is_empty() {
            text += &["\n\n", title, ":\n", example].concat();
            markdown += &["\n\n", title, ":\n```yaml\n", example, "\n```"].concat();
        }
    }
    let mut descriptor = json!({
        "id": rule.id,
        "name": pascal_case(rule.id),
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.why },
        "help": {
            "text": text,
            "markdown": markdown,
        },
        "defaultConfiguration": { "level": level(weight) },
        "properties": { "tags": ["package-repository-security"] },
    });
    if let (Some(url), Some(keys)) = (rule.absolute_url(), descriptor.as_object_mut()) {
        keys.insert("helpUri".to_owned(), url.into());
    }
    descriptor
}

fn pascal_case(id: &str) -> String {
    id.split('-').fold(String::with_capacity(id.len()), |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}

#[cfg(test)]
mod tests {
    use super::pascal_case;

    #[test]
    fn a_rule_has_the_name_that_viewers_expect() {
        assert_eq!(pascal_case("met-without-evidence"), "MetWithoutEvidence");
    }
}
