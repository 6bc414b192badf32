//! `init`: a declaration to start from.

mod answers;
mod ask;
mod quote;
mod template;

pub use answers::{Answers, PartialAnswers, home_page, package_kinds, registry_name};
pub use ask::ask;
pub use template::template;
