//! Values of flags.

use crate::commands::output::Output;
use crate::render::Format;
use jiff::civil::Date;
use std::path::PathBuf;
use std::str::FromStr;

impl FromStr for Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // Only the first `=` divides: a file may have one in its name.
        let (format, file) = match text.split_once('=') {
            None => (text, None),
            Some((_, "")) => return Err("no file stands behind `=`".to_owned()),
            Some((format, file)) => (format, Some(PathBuf::from(file))),
        };
        let known = || Format::ALL.map(Format::as_str).join(", ");
        let format = Format::parse(format).ok_or_else(|| format!("`{format}` is none of {}", known()))?;
        Ok(Self { format, file })
    }
}

/// A day as declarations write it: `2026-08-21`.
///
/// # Errors
/// What is wanted, where it is no such day.
pub fn day(text: &str) -> Result<Date, String> {
    // The parser takes other forms of ISO 8601, too.
    let form = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let parsed = if form { text.parse().ok() } else { None };
    parsed.ok_or_else(|| "a day such as 2026-08-21 is wanted".to_owned())
}
