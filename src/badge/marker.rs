//! What our own badges can be told by: a badge is no evidence of what it shows.

/// The comment that stands in every SVG badge.
pub const SVG: &str = "<!-- package-repo-security badge -->";
/// How the label of every badge begins; the framework's version follows. The endpoint JSON is told by it, since shields.io
/// refuses a file that has any key of our own.
pub const LABEL: &str = "package repo security";
