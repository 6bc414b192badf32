//! Bytes → text: size, encoding, byte order mark.

use super::{MAX_BYTES, ReadError};
use crate::text::span::Span;

/// The text of a file and whether a byte order mark stood before it. On error, the text as far as it can be read.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, bool), (ReadError, String)> {
    if bytes.len() > MAX_BYTES {
        let message = format!("the file is larger than {} KiB", MAX_BYTES / 1024);
        return Err((ReadError::Limit { message, at: Span::new(0, 0) }, String::new()));
    }
    match std::str::from_utf8(bytes) {
        // UTF-16 of plain English is also UTF-8 with a NUL at every other byte.
        Ok(_) if matches!(bytes, [0, ..] | [_, 0, ..]) => {
            let at = usize::from(bytes[0] != 0);
            Err((ReadError::Encoding { at, hint: UTF_16 }, String::new()))
        }
        Ok(text) => {
            let stripped = text.strip_prefix('\u{feff}');
            Ok((stripped.unwrap_or(text).to_owned(), stripped.is_some()))
        }
        Err(error) => {
            let at = error.valid_up_to();
            let readable = std::str::from_utf8(&bytes[..at]).unwrap_or_default().to_owned();
            Err((ReadError::Encoding { at, hint: guess(bytes) }, readable))
        }
    }
}

const UTF_16: &str = ": the file looks like UTF-16; save it as UTF-8";

fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => UTF_16,
        [0x1f, 0x8b, ..] => ": the file looks like gzip",
        _ => "; save the file as UTF-8",
    }
}
