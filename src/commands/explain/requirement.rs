//! One requirement.

use super::page::Page;
use crate::principles::{Catalogue, Part, Requirement};

/// Marks what is this project's reading of the framework.
const OURS: &str = "[our reading]";

/// What a requirement means, what shows that it is met, how other registries met it, and where the framework says it. Marked
/// is what is our reading rather than the framework's word.
#[must_use]
pub fn requirement(catalogue: &Catalogue, requirement: &Requirement) -> String {
    let track = catalogue.track(&requirement.track).map_or(&*requirement.track, |track| &*track.title);
    let mut page = Page::new(&format!("{}: {}", requirement.id, requirement.title));
    page.paragraph(&format!(
        "{track}, level {}; {} {}",
        requirement.level, catalogue.title, catalogue.version
    ));
    page.blank();
    page.paragraph(&requirement.text);
    parts(&mut page, requirement);
    reading(&mut page, catalogue, requirement);
    page.heading(&format!("Evidence, best first {OURS}"));
    page.indented(&requirement.evidence.join(", "));
    page.heading(&format!("What a reviewer looks for {OURS}"));
    page.indented(&requirement.hint);
    examples(&mut page, requirement);
    page.heading("Where the framework says it");
    page.indented(&requirement.source);
    see(&mut page, catalogue, requirement);
    page.blank();
    page.paragraph(
        "The text is this project's own wording of the framework. What is marked \"our reading\" is not in the \
         framework.",
    );
    page.finish()
}

fn parts(page: &mut Page, requirement: &Requirement) {
    if requirement.parts.is_empty() {
        return;
    }
    page.heading(&format!("Parts, the ids for `missing` and `for` {OURS}"));
    for part in requirement.parts.iter() {
        page.item(&part_line(part));
    }
}

fn part_line(part: &Part) -> String {
    let optional = if part.optional { " (optional)" } else { "" };
    let na = part.na.as_ref().map_or(String::new(), |na| format!("; not applicable where {na}"));
    format!("{}: {}{optional}{na}", part.id, part.text)
}

/// What the catalogue says beyond the framework's text.
fn reading(page: &mut Page, catalogue: &Catalogue, requirement: &Requirement) {
    page.heading(&format!("Not applicable {OURS}"));
    page.indented(match &requirement.na {
        Some(na) => na,
        None => "never: `not-applicable` is not accepted here",
    });
    let ids = |ids: &[&str]| ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let implies: Vec<&str> = requirement.implies.iter().map(|id| &**id).collect();
    let implied_by: Vec<&str> = catalogue.implied_by(&requirement.id).map(|other| &*other.id).collect();
    let mut rules = Vec::new();
    if !implies.is_empty() {
        rules.push(format!("where this is met, these are met too: {}", ids(&implies)));
    }
    if !implied_by.is_empty() {
        rules.push(format!("left out, this is met where one of these is: {}", ids(&implied_by)));
    }
    if requirement.separate_tool.is_some() {
        rules.push("a separate tool beside the client makes it `partial`, not `met`".to_owned());
    }
    if let Some(days) = requirement.max_age_days {
        rules.push(format!("the newest `as-of` of its evidence is at most {days} days old"));
    }
    if catalogue.is_per_cli(requirement) {
        rules.push("answered for each client where there are several".to_owned());
    }
    if !rules.is_empty() {
        page.heading(&format!("How the answer counts {OURS}"));
        for rule in &rules {
            page.item(rule);
        }
    }
}

fn examples(page: &mut Page, requirement: &Requirement) {
    if requirement.examples.is_empty() {
        return;
    }
    page.heading("How other registries met it, from public sources; no statement by the registries");
    for example in requirement.examples.iter() {
        let partly = if example.partly { " (in part)" } else { "" };
        page.item(&format!("{}{partly}: {}", example.registry, example.how));
        page.link(&example.url);
    }
}

fn see(page: &mut Page, catalogue: &Catalogue, requirement: &Requirement) {
    let named = |id: &str| catalogue.references.iter().find(|reference| reference.id == id);
    let references: Vec<_> = requirement.see.iter().filter_map(|id| named(id)).collect();
    if references.is_empty() {
        return;
    }
    page.heading("See also");
    for reference in references {
        page.item(&reference.title);
        page.link(&reference.url);
    }
}

#[cfg(test)]
mod tests {
    use super::requirement;
    use crate::principles::{Catalogue, LATEST};

    fn explain(id: &str) -> String {
        requirement(LATEST, LATEST.requirement(id).unwrap())
    }

    #[test]
    fn says_all_that_the_catalogue_knows() {
        let text = explain("vulnerability-disclosure");
        for part in [
            "vulnerability-disclosure: Vulnerability disclosure policy\nGeneral Capabilities, level 1; Principles",
            "The registry has published a vulnerability disclosure policy",
            "\nParts, the ids for `missing` and `for` [our reading]\n  - policy: a published policy",
            "  - ninety-days: strives to remediate within 90 days (optional)\n",
            "\nNot applicable [our reading]\n  never: `not-applicable` is not accepted here\n",
            "\nEvidence, best first [our reading]\n  policy, endpoint\n",
            "\nWhat a reviewer looks for [our reading]\n  the policy covers the REGISTRY itself;",
            "  - npm (in part): The working group's audit sheet",
            "    https://bounty.github.com/\n",
            "\nWhere the framework says it\n  https://github.com/ossf/wg-securing-software-repos/blob/",
            "\nSee also\n  - RFC 9116 security.txt\n    https://www.rfc-editor.org/rfc/rfc9116\n",
        ] {
            assert!(text.contains(part), "{part}\nin\n{text}");
        }
    }

    #[test]
    fn says_how_an_answer_counts() {
        let text = explain("mfa");
        assert!(
            text.contains("  - left out, this is met where one of these is: `phishing-resistant-mfa`\n"),
            "{text}"
        );
        assert!(!text.contains("\nParts"), "{text}");
        assert!(explain("security-reviews").contains("at most 1095 days old"));
        assert!(explain("cli-vulnerability-warnings").contains("makes it `partial`, not `met`"));
        assert!(explain("scoped-tokens").contains("  the package repository issues no API tokens\n"));
        assert!(explain("mfa-required-all").contains("these are met too: `mfa-required-critical`"));
    }

    #[test]
    fn only_addresses_are_wider_than_a_page() {
        for requirement in LATEST.requirements.iter() {
            for line in explain(&requirement.id).lines() {
                let alone = line.trim_start().starts_with("https://");
                assert!(line.chars().count() <= 100 || alone, "{line}");
                assert_eq!(line.trim_end(), line);
            }
        }
    }

    #[test]
    fn a_catalogue_from_a_file_cannot_drive_the_terminal() {
        let mut catalogue: Catalogue = LATEST.clone();
        let hostile = &mut catalogue.requirements.to_mut()[0];
        hostile.title = "a\u{1b}[2Jb\n::error::c".into();
        hostile.text = "d\u{202e}e".into();
        let text = requirement(&catalogue, &catalogue.requirements[0]);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("::")), "{text}");
    }
}
