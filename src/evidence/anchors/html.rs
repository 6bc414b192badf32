//! HTML: `id` of any element, `name` of a link.

use super::Anchor;
use crate::evidence::rendered::Page;

/// The anchors of a page.
pub(super) fn anchors(page: &Page) -> Vec<Anchor> {
    page.ids.iter().map(|id| Anchor { name: id.name.clone(), at: id.at, section: None }).collect()
}
