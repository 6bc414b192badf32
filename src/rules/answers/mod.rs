//! Answers: each status with what it must carry, and no two that contradict each other.

pub(super) mod contradiction;
pub(super) mod met_without_evidence;
pub(super) mod missing_parts;
pub(super) mod not_applicable_refused;
pub(super) mod not_applicable_without_reason;
pub(super) mod out_of_place;
pub(super) mod part_not_applicable_refused;
pub(super) mod partial_without_missing;
pub(super) mod planned_without_plan;
pub(super) mod separate_tool;
pub(super) mod track_not_applicable;
