//! The one list of all rules, in the order in which documentation shows them.

use super::context::Context;
use super::{answers, change, claims, dates, evidence, links, read, shape, upkeep};
use crate::findings::{Finding, Rule};

/// A rule and what finds its violations.
#[derive(Debug)]
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// The room that it stands in.
    pub room: &'static str,
    /// Finds its violations; rules whose violations end the reading have none.
    pub check: Option<fn(&Context<'_>, &mut Vec<Finding>)>,
}

macro_rules! rules {
    (unreadable: $($ends:ident),*; checked: $($room:ident::$rule:ident),* $(,)?) => {
        /// Every rule.
        pub static RULES: &[Entry] = &[
            $(Entry { rule: &read::$ends::RULE, room: "read", check: None },)*
            $(Entry { rule: &$room::$rule::RULE, room: stringify!($room), check: Some($room::$rule::check) },)*
        ];
    };
}

rules! {
    unreadable:
        declaration_missing, declaration_ambiguous, declaration_not_a_file, encoding, yaml_syntax, yaml_limit;
    checked:
        read::yaml_anchor,
        read::yaml_alias,
        read::yaml_merge_key,
        read::yaml_tag,
        read::yaml_directive,
        read::yaml_second_document,
        read::yaml_duplicate_key,
        read::yaml_key,
        read::yaml_tab,
        read::yaml_leading_indicator,
        read::control_character,
        read::bare_carriage_return,
        read::unicode_line_end,
        read::bidirectional_control,
        read::invisible_character,
        shape::unsupported_version,
        shape::unknown_principles,
        shape::unknown_key,
        shape::missing_key,
        shape::wrong_kind,
        shape::bad_value,
        shape::unquoted_text,
        shape::plain_quote,
        shape::unknown_requirement,
        shape::unknown_part,
        shape::unknown_track,
        shape::unknown_status,
        shape::unknown_rule,
        answers::met_without_evidence,
        answers::partial_without_missing,
        answers::planned_without_plan,
        answers::not_applicable_without_reason,
        answers::not_applicable_refused,
        answers::part_not_applicable_refused,
        answers::missing_parts,
        answers::out_of_place,
        answers::separate_tool,
        answers::contradiction,
        answers::track_not_applicable,
        claims::claim_above_level,
        claims::claim_below_level,
        claims::claim_missing,
        claims::claim_not_applicable,
        claims::no_primary_client,
        dates::review_overdue,
        dates::review_in_future,
        dates::review_before_evidence,
        dates::plan_overdue,
        dates::evidence_stale,
        evidence::evidence_locator,
        evidence::evidence_check,
        evidence::quote_too_short,
        evidence::url_malformed,
        evidence::url_credentials,
        evidence::url_host_spelling,
        evidence::url_not_https,
        evidence::url_private_host,
        evidence::mutable_link,
        evidence::line_range_unpinned,
        evidence::part_not_named,
        evidence::shared_evidence,
        evidence::evidence_path,
        evidence::evidence_not_a_file,
        evidence::evidence_file,
        evidence::evidence_anchor,
        evidence::evidence_lines,
        evidence::evidence_quote,
        evidence::evidence_json,
        evidence::evidence_security_txt,
        evidence::security_txt_expired,
        evidence::evidence_sha256,
        evidence::evidence_commit,
        evidence::evidence_commit_dangling,
        evidence::evidence_unreadable,
        evidence::evidence_own_output,
        links::link_gone,
        links::link_anchor,
        links::link_lines,
        links::link_quote,
        links::link_json,
        links::link_security_txt,
        links::link_sha256,
        links::link_own_output,
        links::link_unreachable,
        links::link_soft_404,
        links::link_commit_dangling,
        links::link_thread_open,
        links::link_moved,
        links::link_other_host,
        links::repository_archived,
        links::security_txt_canonical,
        links::security_txt_served,
        links::hedged_page,
        links::plan_issue_closed,
        upkeep::badge_missing,
        upkeep::badge_outdated,
        upkeep::placeholder,
        upkeep::withdrawal_target,
        upkeep::ignore_without_effect,
        change::declaration_removed,
        change::declaration_moved,
        change::not_compared,
        change::principles_older,
        change::track_dropped,
        change::client_dropped,
        change::answer_left_met,
        change::evidence_lost,
        change::level_fell,
        change::answer_stepped_down,
        change::evidence_weaker,
        change::withdrawal_without_effect,
        change::withdrawal_removed,
        change::ignore_added,
}

/// The rules alone.
#[must_use]
pub fn all() -> Vec<&'static Rule> {
    RULES.iter().map(|entry| entry.rule).collect()
}

/// Whether a finding of a rule can come and go although the declaration stays: offline nobody looked at addresses, and whether a
/// host answers is another thing on every machine and day.
#[must_use]
pub fn comes_and_goes(rule: &Rule, is_online: bool) -> bool {
    let is_weather = [&links::link_unreachable::RULE, &links::link_soft_404::RULE];
    let is_about_the_world = RULES.iter().any(|entry| entry.room == "links" && entry.rule.id == rule.id);
    if is_online { is_weather.iter().any(|it| it.id == rule.id) } else { is_about_the_world }
}

/// The rule of this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Rule> {
    RULES.iter().map(|entry| entry.rule).find(|rule| rule.id == id)
}

/// What all rules find.
#[must_use]
pub fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in RULES.iter().filter_map(|entry| entry.check) {
        check(context, &mut findings);
    }
    findings
}
