//! `sha256`: the bytes are the ones that were meant.

use super::Seen;
use crate::evidence::document::Document;
use crate::evidence::outcome::{Trouble, TroubleKind};

/// Compares the hash of a file. A Git LFS pointer carries the hash of the file that it stands for: with and without Git LFS
/// the verdict is the same.
#[must_use]
pub fn check(wanted: &str, name: &str, document: &Document) -> Seen {
    let is = document.lfs_object().unwrap_or_else(|| document.sha256());
    if is.eq_ignore_ascii_case(wanted) {
        return Seen { found: vec!["the same SHA-256".to_owned()], troubles: Vec::new() };
    }
    let trouble = Trouble::new(TroubleKind::HashDiffers, "sha256", format!("{name} has another SHA-256"))
        .note(format!("looked for: {}", wanted.to_lowercase()))
        .note(format!("found: {is}"))
        .help("look at what changed in the file, then write its new hash");
    Seen { found: vec![format!("SHA-256 {is}")], troubles: vec![trouble] }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::evidence::document::Document;
    use crate::evidence::kind::Kind;
    use crate::text::hash::sha256;

    #[test]
    fn hashes_are_compared_in_either_case() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), abc);
        let document = Document::new(Kind::Source, b"abc".to_vec());
        assert!(check(&abc.to_uppercase(), "f", &document).troubles.is_empty());
        let other = check(&sha256(b"abd"), "f", &document);
        assert!(other.troubles[0].notes[1].contains(abc));
    }

    #[test]
    fn a_pointer_stands_for_its_file() {
        let pointer =
            format!("version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 3\n", sha256(b"abc"));
        let document = Document::new(Kind::Source, pointer.into_bytes());
        assert!(check(&sha256(b"abc"), "f", &document).troubles.is_empty());
        assert!(!check(&sha256(b"abd"), "f", &document).troubles.is_empty());
    }
}
