//! The badge: what it says, as SVG and as the JSON that shields.io renders.

mod colour;
mod endpoint;
mod freshness;
mod link;
mod markdown;
pub mod marker;
mod message;
mod readme;
mod svg;
mod width;

pub use endpoint::endpoint;
pub use freshness::{Freshness, freshness};
pub use link::{LinkError, check_link};
pub use markdown::markdown;
pub use message::{Badge, BadgeInput, Style, badge};
pub use readme::{Markup, Shown, file, shown};
pub use svg::svg;
