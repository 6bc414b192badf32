//! How steps name an address.

use url::Url;

/// An address as it is told in a step: without its query, which may hold a signature.
pub(super) fn shown(url: &Url) -> String {
    format!("{}{}", url.origin().ascii_serialization(), url.path())
}
