//! Bytes → text, where they are text.

use crate::text::hash::is_sha256;
use thiserror::Error;

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotText {
    /// NUL bytes.
    #[error("it is binary")]
    Binary,
    /// UTF-16.
    #[error("it is UTF-16")]
    Utf16,
    /// A PDF.
    #[error("it is a PDF, whose text is not read")]
    Pdf,
    /// A pointer of Git LFS.
    #[error("it is kept in Git LFS, and only its pointer is here")]
    Lfs,
}

/// The text of a file, without its byte order mark. What is no UTF-8 is read as Latin-1, byte for byte.
pub(super) fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return Err(NotText::Utf16);
    }
    if bytes.contains(&0) {
        return Err(NotText::Binary);
    }
    if lfs_object(bytes).is_some() {
        return Err(NotText::Lfs);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| char::from(*byte)));
    }
    Ok(text)
}

/// The SHA-256 of the file that a Git LFS pointer stands for, where the bytes are such a pointer.
#[must_use]
pub fn lfs_object(bytes: &[u8]) -> Option<&str> {
    // Git LFS itself takes nothing larger for one, and knows these lines in this order. What only begins like one is a file
    // of its own: the hash that it names would stand for whatever its author likes.
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() < LFS_POINTER_END)?;
    let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n').peekable();
    lines.next().filter(|line| *line == "version https://git-lfs.github.com/spec/v1")?;
    while lines.next_if(|line| is_lfs_extension(line)).is_some() {}
    let object = lines.next()?.strip_prefix("oid sha256:").filter(|hash| is_sha256(hash))?;
    let size = lines.next()?.strip_prefix("size ")?;
    let is_size = !size.is_empty() && size.bytes().all(|b| b.is_ascii_digit());
    (is_size && lines.next().is_none()).then_some(object)
}

/// A pointer is smaller than this, in bytes.
const LFS_POINTER_END: usize = 1024;

/// `ext-0-name sha256:…`.
fn is_lfs_extension(line: &str) -> bool {
    let parts = line.strip_prefix("ext-").and_then(|rest| rest.split_once(" sha256:"));
    parts.is_some_and(|(name, hash)| {
        name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && is_sha256(hash)
    })
}

#[cfg(test)]
mod tests {
    use super::{NotText, decode, lfs_object};

    #[test]
    fn marks_latin_1_and_line_ends_are_text() {
        assert_eq!(decode(b"\xef\xbb\xbfa\r\n"), Ok("a\r\n".to_owned()));
        assert_eq!(decode(b"caf\xe9 \xc3\xa9"), Ok("café é".to_owned()));
    }

    #[test]
    fn binary_utf16_and_pointers_are_not() {
        assert_eq!(decode(b"%PDF\0"), Err(NotText::Binary));
        assert_eq!(decode(b"\xff\xfea\0"), Err(NotText::Utf16));
        let hash = "4d7a".repeat(16);
        let pointer = format!("{VERSION}\noid sha256:{hash}\nsize 12345\n");
        assert_eq!(decode(pointer.as_bytes()), Err(NotText::Lfs));
        assert_eq!(lfs_object(pointer.as_bytes()), Some(hash.as_str()));
        let extended = format!("{VERSION}\next-0-a sha256:{hash}\noid sha256:{hash}\nsize 1");
        assert_eq!(lfs_object(extended.as_bytes()), Some(hash.as_str()));
    }

    const VERSION: &str = "version https://git-lfs.github.com/spec/v1";

    #[test]
    fn what_only_begins_like_a_pointer_is_a_file() {
        let hash = "4d7a".repeat(16);
        for text in [
            format!("{VERSION}\noid sha256:{hash}\nsize 1\nWe require two factors.\n"),
            format!("{VERSION}\nWe require two factors.\noid sha256:{hash}\nsize 1\n"),
            format!("{VERSION}\next-0-a two factors\noid sha256:{hash}\nsize 1\n"),
            format!("{VERSION}\noid sha256:{hash}\nsize 1\n\n"),
            format!("{VERSION}\noid sha256:{hash}\nsize \n"),
            format!("{VERSION}\noid sha256:{hash}\nsize 1 2\n"),
            format!("{VERSION}\noid sha256:{hash}\n"),
            format!("{VERSION}\noid sha256:{}\nsize 1\n", &hash[1..]),
            format!("{VERSION}\noid sha256:{hash}\nsize {}\n", "1".repeat(1000)),
        ] {
            assert_eq!(lfs_object(text.as_bytes()), None, "{text}");
            assert_eq!(decode(text.as_bytes()), Ok(text.clone()));
        }
    }
}
