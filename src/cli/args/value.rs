//! Values of flags.

use crate::commands::output::Output;
use crate::commands::report;
use crate::render::Format;
use jiff::civil::Date;
use std::path::PathBuf;
use std::str::FromStr;

impl FromStr for Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (format, file) = divided(text, Format::parse, &Format::ALL.map(Format::as_str))?;
        Ok(Self { format, file })
    }
}

impl FromStr for report::Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        use crate::report::Format;
        let (format, file) = divided(text, Format::parse, &Format::ALL.map(Format::as_str))?;
        Ok(Self { format, file })
    }
}

/// `FORMAT[=FILE]`.
fn divided<F>(
    text: &str,
    parse: impl Fn(&str) -> Option<F>,
    known: &[&str],
) -> Result<(F, Option<PathBuf>), String> {
    // Only the first `=` divides: a file may have one in its name.
    let (format, file) = match text.split_once('=') {
        None => (text, None),
        Some((_, "")) => return Err("no file stands behind `=`".to_owned()),
        Some((format, file)) => (format, Some(PathBuf::from(file))),
    };
    let format = parse(format).ok_or_else(|| format!("`{format}` is none of {}", known.join(", ")))?;
    Ok((format, file))
}

/// The report that standard output was asked for, if one was.
///
/// # Errors
/// What to do, where several reports were asked for there.
pub(super) fn one_of<T>(
    mut asked: impl Iterator<Item = T>,
    name: impl Fn(&T) -> &'static str,
) -> Result<Option<T>, String> {
    match (asked.next(), asked.next()) {
        (Some(first), Some(second)) => Err(format!(
            "`--output {}` and `--output {}` both write to standard output; give one of them a file: \
             `--output {}=FILE`",
            name(&first),
            name(&second),
            name(&second)
        )),
        (first, _) => Ok(first),
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
