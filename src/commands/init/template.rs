//! Answers → a commented declaration.

use super::answers::Answers;
use super::quote::quoted;
use crate::assessment::applies::by_taxonomy;
use crate::declaration::words::PACKAGES;
use crate::declaration::{Registry, placeholders};
use crate::principles::{Catalogue, Requirement, Track};
use crate::text::sanitize;
use crate::text::wrap::wrap;
use jiff::civil::Date;
use std::fmt::{self, Write};

/// The longest line, in characters.
const WIDTH: usize = 100;
/// What an answer can be.
const FORMS: &str = "
# `unknown` is the same as leaving the id out. Other answers, on the example of an id `ID`:
#   ID: {status: met, evidence: docs/help.md#two-factor}  # a file of this repository, or https://
#   ID:
#     status: met
#     evidence:
#       - {file: docs/help.md, quote: \"words that stand there\"}
#       - {url: https://docs.example.org/help, as-of: 2026-01-31, for: PART}
#   ID: {status: partial, missing: [PART], evidence: docs/help.md}
#   ID: {status: partial, note: \"what holds and what does not\"}  # where no parts are listed
#   ID: {status: planned, plan: {by: 2027-01-31, issue: \"https://github.com/org/repo/issues/1\"}}
#   ID: unmet
#   ID: {status: not-applicable, reason: \"why it cannot apply\"}  # where the comment says when
";

/// A declaration with every requirement of the tracks that apply, none of them answered yet. It is read without an error; what
/// stands for a name, an address or a contact that nobody gave is reported as such.
#[must_use]
pub fn template(catalogue: &Catalogue, answers: &Answers, today: Date) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut text, catalogue, answers, today);
    text
}

fn write(text: &mut String, catalogue: &Catalogue, answers: &Answers, today: Date) -> fmt::Result {
    let packages: Vec<&str> =
        PACKAGES.iter().copied().filter(|kind| answers.packages.iter().any(|given| given == kind)).collect();
    let registry = Registry {
        user_accounts: Some(answers.user_accounts),
        packages: Some(packages.iter().map(|kind| (*kind).to_owned()).collect()),
        ..Registry::default()
    };
    let (apply, left_out): (Vec<&Track>, Vec<&Track>) =
        catalogue.tracks.iter().partition(|track| by_taxonomy(track, &registry));
    head(text, catalogue, answers, &packages, today)?;
    for track in left_out.iter().filter(|track| track.opt_in) {
        writeln!(
            text,
            "  # also-assess: [{}]  # opts in to a track that does not apply: claim and answer it, too",
            track.id
        )?;
    }
    claims(text, &apply, &left_out)?;
    text.push_str(FORMS);
    let answered = |track: &Track| {
        catalogue.requirements.iter().filter(move |it| it.track == track.id).collect::<Vec<_>>()
    };
    let groups: Vec<(&Track, Vec<&Requirement>)> =
        apply.iter().map(|track| (*track, answered(track))).collect();
    let any = groups.iter().any(|(_, requirements)| !requirements.is_empty());
    writeln!(text, "answers:{}", if any { "" } else { " {}" })?;
    for (track, requirements) in groups {
        heading(text, track)?;
        requirements.iter().try_for_each(|requirement| answer(text, catalogue, requirement))?;
    }
    clients(text, catalogue, &apply)
}

fn head(
    text: &mut String,
    catalogue: &Catalogue,
    answers: &Answers,
    packages: &[&str],
    today: Date,
) -> fmt::Result {
    let name = answers.name.as_deref().unwrap_or(placeholders::NAME.text);
    let url = answers.url.as_deref().unwrap_or(placeholders::URL.text);
    writeln!(text, "# yaml-language-server: $schema=package-repo-security.schema.json")?;
    writeln!(
        text,
        "# With the line above an editor completes and explains this file, as soon as the schema is there:"
    )?;
    writeln!(text, "#   package-repo-security schema > package-repo-security.schema.json")?;
    writeln!(text, "#")?;
    let about = format!(
        "How this package registry meets the {} {}. Replace what says CHANGE ME, answer what is `unknown`, and then \
         say in `claims` what the answers amount to.",
        catalogue.title, catalogue.version
    );
    comment(text, "", &about)?;
    writeln!(text, "#   package-repo-security check       whether it holds together, and the levels")?;
    writeln!(text, "#   package-repo-security explain ID  what a requirement means, how others met it")?;
    writeln!(text)?;
    writeln!(text, "version: 1")?;
    writeln!(text, "principles: {}", catalogue.version)?;
    writeln!(text, "reviewed: {today}  # the day on which a person went through all the answers")?;
    writeln!(text, "# reviewed-by: \"@handle\"")?;
    writeln!(text, "# Where to say that an answer is wrong: `mailto:` or `https:`.")?;
    writeln!(text, "contact: {}  # CHANGE ME", quoted(placeholders::CONTACT.text))?;
    writeln!(text)?;
    writeln!(text, "registry:")?;
    writeln!(text, "  name: {}", quoted(name))?;
    let change_me = if answers.url.is_none() { "  # CHANGE ME" } else { "" };
    writeln!(text, "  url: {}{change_me}", quoted(url))?;
    writeln!(text, "  # These two decide which tracks apply.")?;
    writeln!(text, "  user-accounts: {}", answers.user_accounts)?;
    writeln!(text, "  packages: [{}]", packages.join(", "))
}

fn claims(text: &mut String, apply: &[&Track], left_out: &[&Track]) -> fmt::Result {
    writeln!(text)?;
    comment(
        text,
        "",
        "The level that is claimed for each track, 0 to 3: the floor below which the computed level may not fall.",
    )?;
    for track in left_out {
        comment(text, "", &format!("Not here: {}, which does not apply to this registry.", track.id))?;
    }
    writeln!(text, "claims:{}", if apply.is_empty() { " {}" } else { "" })?;
    apply.iter().try_for_each(|track| writeln!(text, "  {}: 0", track.id))
}

fn heading(text: &mut String, track: &Track) -> fmt::Result {
    let title = format!("  # --- {} ", sanitize::line(&track.title));
    writeln!(text, "\n{title}{}", "-".repeat(WIDTH.saturating_sub(title.chars().count())))?;
    if track.per_cli {
        comment(
            text,
            "  ",
            "Answers about the client. Where the ecosystem has more than one, each of them stands under `clis`, below, \
             and what is answered here holds for those that do not answer it.",
        )?;
    }
    Ok(())
}

fn answer(text: &mut String, catalogue: &Catalogue, requirement: &Requirement) -> fmt::Result {
    writeln!(text)?;
    comment(text, "  ", &format!("Level {}: {}", requirement.level, requirement.title))?;
    item(text, &format!("hint: {}", requirement.hint))?;
    for part in requirement.parts.iter() {
        let optional = if part.optional { " (optional)" } else { "" };
        let na = part.na.as_ref().map_or(String::new(), |na| format!("; not applicable where {na}"));
        item(text, &format!("part {}{optional}: {}{na}", part.id, part.text))?;
    }
    if let Some(na) = &requirement.na {
        item(text, &format!("not applicable where {na}"))?;
    }
    let implying: Vec<String> =
        catalogue.implied_by(&requirement.id).map(|other| format!("`{}`", other.id)).collect();
    if !implying.is_empty() {
        item(text, &format!("while `unknown`, met where {} is met", implying.join(" or ")))?;
    }
    writeln!(text, "  {}: unknown", requirement.id)
}

fn clients(text: &mut String, catalogue: &Catalogue, apply: &[&Track]) -> fmt::Result {
    let about_clients = |it: &&Requirement| apply.iter().any(|track| track.per_cli && track.id == it.track);
    let Some(example) = catalogue.requirements.iter().find(about_clients) else { return Ok(()) };
    writeln!(text)?;
    comment(
        text,
        "",
        "The clients, where there is more than one. The level is the lowest among those that are primary.",
    )?;
    writeln!(text, "# clis:")?;
    writeln!(text, "#   CLIENT:")?;
    writeln!(text, "#     primary: true")?;
    writeln!(text, "#     url: https://client.example/")?;
    writeln!(text, "#     answers:")?;
    writeln!(text, "#       {}: unknown", example.id)
}

/// A comment. Nothing in it can end it: it is broken at every blank, and what is no blank and still ends a line is escaped.
fn comment(text: &mut String, indent: &str, words: &str) -> fmt::Result {
    let start = format!("{indent}# ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(text, "{}", wrap(&sanitize::line(&words), WIDTH, &start, &start))
}

/// A comment on a requirement, beside others.
fn item(text: &mut String, words: &str) -> fmt::Result {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(text, "{}", wrap(&sanitize::line(&words), WIDTH, "  # - ", "  #   "))
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
