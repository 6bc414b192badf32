//! `mutable-link`

use super::cite;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::links::github::{Target, names_tag};
use crate::links::{Address, Link, Servers, classify};
use crate::rules::Context;
use crate::text::hash::is_object_id;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "mutable-link",
    class: Class::Advice,
    summary: "A link to a file on GitHub is permanent where it can be.",
    why: "A file on a branch moves and changes under the link; at a commit it stays what was reviewed. Press `y` on the page, or use the commit's address.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/docs/blob/main/mfa.md"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/docs/blob/6b62157124ab7865029afeeadf282bce27d601d9/mfa.md"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.evidence_addresses() {
        let Ok(address) = &cited.address else { continue };
        if let Some(first) = branch_of(address, context.servers) {
            // What GitHub said of it knows branches with a slash, and where they lead now.
            let followed = context
                .troubles()
                .find(|(item, it)| it.kind == TroubleKind::FollowsBranch && item.locator_at == cited.at);
            let reference = followed.map_or(&first, |(_, trouble)| &trouble.message);
            let fix = followed.and_then(|(item, trouble)| Some(cite(trouble.moved_to.as_deref()?, item)));
            findings.push(
                Finding::new(
                    &RULE,
                    &cited.at,
                    format!("the link follows `{}`, which moves", shorten(reference)),
                )
                .label("not permanent")
                .help("press `y` on the page for the link at its commit")
                .fix(fix),
            );
        }
    }
}

/// The branch that a link to a file or folder on GitHub follows; `None` where it names a commit or what looks like a release.
fn branch_of(address: &Address, servers: &Servers) -> Option<String> {
    let Link::GitHub(link) = classify(address, servers) else { return None };
    let Target::File { reference_and_path } = link.target else { return None };
    let reference = reference_and_path.split('/').next()?;
    let commit = is_object_id(reference);
    let digits = reference.strip_prefix('v').unwrap_or(reference);
    let release = digits.contains('.') && digits.starts_with(|c: char| c.is_ascii_digit());
    (!commit && !release && !names_tag(&address.url)).then(|| reference.to_owned())
}

#[cfg(test)]
mod tests {
    use super::branch_of;
    use crate::links::{Address, Servers};

    #[test]
    fn only_links_that_move_are_noticed() {
        let branch = |url: &str| branch_of(&Address::parse(url).unwrap(), &Servers::default());
        for (url, reference) in [
            ("https://github.com/o/r/blob/main/a.md#L1", "main"),
            ("https://www.github.com/o/r/tree/HEAD", "HEAD"),
            ("https://github.com/o/r/raw/refs/heads/main/a", "main"),
            ("https://raw.githubusercontent.com/o/r/HEAD/a", "HEAD"),
            ("https://raw.githubusercontent.com/o/r/refs/heads/main/a", "main"),
            ("https://raw.githubusercontent.com/o/r/main/refs/tags/a", "main"),
        ] {
            assert_eq!(branch(url).as_deref(), Some(reference), "{url}");
        }
        for url in [
            "https://github.com/o/r/blob/6b62157124ab7865029afeeadf282bce27d601d9/a",
            "https://github.com/o/r/blob/v1.2.0/a",
            "https://github.com/o/r/raw/refs/tags/release-7/a",
            "https://raw.githubusercontent.com/o/r/refs/tags/release-7/a",
            "https://github.com/o/r/pull/7",
            "https://github.com/o/r",
            "https://github.com.evil.example/o/r/blob/main/a",
            "https://docs.github.com/o/r/blob/main/a",
        ] {
            assert_eq!(branch(url), None, "{url}");
        }
    }
}
