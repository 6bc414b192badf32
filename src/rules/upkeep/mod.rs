//! Upkeep: what is left over in a declaration.

pub mod badge_missing;
pub mod badge_outdated;
pub mod ignore_without_effect;
pub(super) mod placeholder;
pub(super) mod withdrawal_target;
