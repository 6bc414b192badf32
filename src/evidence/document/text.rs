//! Bytes → text, where they are text.

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
    // Git LFS itself takes no pointer of more bytes than this for one.
    let text = std::str::from_utf8(bytes.get(..bytes.len().min(1024))?).ok()?;
    let rest = text.strip_prefix("version https://git-lfs.github.com/spec/v1\n")?;
    rest.lines().find_map(|line| line.strip_prefix("oid sha256:"))
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
        let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
        assert_eq!(decode(pointer), Err(NotText::Lfs));
        assert_eq!(lfs_object(pointer), Some("4d7a"));
    }
}
