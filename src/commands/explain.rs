//! `explain`: what a requirement or a rule means, as plain text.

mod list;
mod page;
mod requirement;
mod rule;
mod topic;

pub use list::list;
pub use requirement::requirement;
pub use rule::rule;
pub use topic::{Topic, UnknownId, find};
