//! Hashes in hexadecimal.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of bytes, in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a text is nothing but hexadecimal digits, in either case.
#[must_use]
pub fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether a text is a SHA-256.
#[must_use]
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && is_hexadecimal(text)
}

/// Whether a text names an object of git in full: a SHA-1 or a SHA-256.
#[must_use]
pub fn is_object_id(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && is_hexadecimal(text)
}

#[cfg(test)]
mod tests {
    use super::{is_object_id, is_sha256};

    #[test]
    fn hashes_are_told_by_length_and_digits() {
        let digits = |count: usize| "aF09".repeat(count / 4);
        assert!(is_sha256(&digits(64)) && is_object_id(&digits(64)) && is_object_id(&digits(40)));
        assert!(!is_sha256(&digits(40)) && !is_object_id(&digits(44)) && !is_object_id(""));
        assert!(!is_sha256(&"g".repeat(64)) && !is_object_id(&"-".repeat(40)));
    }

    #[test]
    fn the_hash_of_nothing() {
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::sha256(b""), nothing);
    }
}
