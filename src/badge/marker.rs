//! What our own badges can be told by: a badge is no evidence of what it shows.

pub use crate::evidence::own_output::{BADGE_MARK as SVG, ENDPOINT_LABEL as LABEL};
