//! What items and plans want of the world outside.

use crate::evidence::web::Wants;

/// Everything that is wanted.
pub(super) fn wants() -> Wants {
    Wants::new()
}
