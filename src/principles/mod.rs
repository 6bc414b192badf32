//! The catalogue: the framework's requirements as data. Rules are code, principles are not.

mod embedded;
mod load;
pub mod model;

pub use embedded::{LATEST, VERSIONS, by_version};
pub use load::{LoadError, load};
pub use model::{Catalogue, Example, Part, Reference, Requirement, Track};
