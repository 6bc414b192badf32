//! The badge: what it says, as SVG and as the JSON that shields.io renders.

mod colour;
mod endpoint;
mod freshness;
pub mod marker;
mod message;
mod svg;
mod width;

pub use endpoint::endpoint;
pub use freshness::{Freshness, freshness};
pub use message::{Badge, BadgeInput, Style, badge};
pub use svg::svg;
