//! Identifiers that are the same whenever what they name is the same: UUIDs of version 5 (RFC 9562, 5.5).

use serde_json::json;
use uuid::Uuid;

/// The framework's own page: names that are made from it cannot clash with anybody else's.
const FRAMEWORK: &[u8] = b"https://repos.openssf.org/principles-for-package-repository-security";

/// The identifier of a thing of some kind, told from its like by these words.
pub fn id(kind: &str, words: &[&str]) -> String {
    let framework = Uuid::new_v5(&Uuid::NAMESPACE_URL, FRAMEWORK);
    let namespace = Uuid::new_v5(&framework, env!("CARGO_PKG_NAME").as_bytes());
    // As JSON, `["a", "bc"]` and `["ab", "c"]` are different names.
    Uuid::new_v5(&namespace, json!([kind, words]).to_string().as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::id;
    use uuid::Uuid;

    #[test]
    fn the_same_words_give_the_same_id_and_others_another() {
        assert_eq!(id("finding", &["a", "bc"]), id("finding", &["a", "bc"]));
        assert_ne!(id("finding", &["a", "bc"]), id("finding", &["ab", "c"]));
        assert_ne!(id("finding", &["a"]), id("observation", &["a"]));
        let parsed = Uuid::parse_str(&id("finding", &[])).unwrap();
        assert_eq!((parsed.get_version_num(), parsed.get_variant()), (5, uuid::Variant::RFC4122));
    }
}
