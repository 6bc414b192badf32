//! Text as a YAML scalar that cannot become anything else.

use crate::text::sanitize::is_unprintable;
use std::fmt::Write;

/// A double-quoted scalar on one line that reads back as this text.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_unprintable(c) => {
                // Writing to a string cannot fail.
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::read::read;

    #[test]
    fn every_text_reads_back_as_itself() {
        for text in [
            "Example Index",
            "",
            " # no comment",
            "a: b",
            "\"quoted\" \\ and 'so'",
            "x\nanswers: {mfa: met}\r\n\t- y",
            "\u{202e}evil\u{0}\u{feff}\u{2028}\u{e0041}",
            "%YAML &a *a !t {[,]}",
            "ünïcode ✓ 数字",
        ] {
            let yaml = format!("key: {}\n", quoted(text));
            let reading = read("test.yml", yaml.as_bytes()).unwrap();
            assert_eq!(reading.root.get("key").unwrap().text(), Some(text), "{yaml}");
            assert_eq!(reading.root.entries().len(), 1);
            assert_eq!(yaml.lines().count(), 1);
        }
    }
}
