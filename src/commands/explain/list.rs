//! Everything that can be explained.

use super::page::Page;
use crate::findings::Rule;
use crate::principles::Catalogue;

/// All requirements by track and level, then all rules, one a line.
#[must_use]
pub fn list(catalogue: &Catalogue, rules: &[&Rule]) -> String {
    let mut page = Page::new(&format!("{} {}", catalogue.title, catalogue.version));
    let requirements = catalogue.requirements.iter().map(|it| it.id.chars().count());
    let width = requirements.chain(rules.iter().map(|rule| rule.id.len())).max().unwrap_or(0);
    for track in catalogue.tracks.iter() {
        for level in 1..=3 {
            let mut here = catalogue
                .requirements
                .iter()
                .filter(|it| it.track == track.id && it.level == level)
                .peekable();
            if here.peek().is_some() {
                page.heading(&format!("{}, level {level}", track.title));
            }
            here.for_each(|requirement| page.row(&requirement.id, width, &requirement.title));
        }
    }
    if !rules.is_empty() {
        page.heading("Rules");
        for rule in rules {
            page.row(rule.id, width, rule.summary);
        }
    }
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::findings::{Class, Rule};
    use crate::principles::LATEST;

    #[test]
    fn every_requirement_and_rule_is_listed_once_in_order() {
        let rule = Rule {
            id: "review-overdue",
            class: Class::Neglected,
            summary: "A review is not older than it may be",
            why: "",
            fails: "",
            mended: "",
        };
        let text = list(LATEST, &[&rule]);
        let listed: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("  "))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        let wanted = LATEST.requirements.iter().map(|it| &*it.id).chain(["review-overdue"]);
        assert_eq!(listed, wanted.collect::<Vec<_>>());
        assert!(text.contains("\nAuthentication, level 1\n  email-verification "), "{text}");
        assert!(text.contains("\nRules\n  review-overdue "), "{text}");
    }
}
