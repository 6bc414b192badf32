//! Text as a YAML scalar that cannot become anything else.

use crate::findings::Spelling;
use crate::findings::fix::spell;

/// A double-quoted scalar on one line that reads back as this text.
pub(super) fn quoted(text: &str) -> String {
    spell(text, Spelling::Quoted, "")
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
