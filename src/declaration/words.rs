//! The closed word lists of the format.

/// Statuses of an answer.
pub const STATUSES: &[&str] = &["met", "partial", "planned", "unmet", "not-applicable", "unknown"];
/// Kinds of package that a registry serves.
pub const PACKAGES: &[&str] = &["accepts-built", "builds-on-behalf", "source-only"];
/// States of a plan's funding.
pub const FUNDING: &[&str] = &["needed", "funded", "none-needed"];
/// Keys of an evidence item that say where the evidence is: exactly one of them.
pub const LOCATORS: &[&str] = &["file", "url", "statement"];
/// Keys of an evidence item that say what must hold there: at most one of them.
pub const CHECKS: &[&str] = &["quote", "json", "security-txt"];
/// Kinds of evidence that the catalogue speaks of.
pub const EVIDENCE_KINDS: &[&str] =
    &["docs", "source", "policy", "announcement", "endpoint", "report", "third-party", "statement"];
