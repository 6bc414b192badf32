//! Whatever a text is, a runner reads it as it was meant: nothing of it ends a command, begins another, or is one.

use super::taken;
use package_repo_security::action::mute::Secret;
use package_repo_security::action::outputs::commands;
use package_repo_security::findings::Severity;
use package_repo_security::render::escape::{escape_data, escape_property};
use package_repo_security::render::github::remark;
use package_repo_security::text::sanitize::is_unprintable;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What the escapes are made of, and what a reader of commands looks for.
const PIECES: &[&str] = &[
    "%",
    "\r",
    "\n",
    "\r\n",
    ":",
    "::",
    ",",
    "%25",
    "%250A",
    "%0A",
    "%0D",
    "%3A",
    "%2C",
    "##[error]",
    "::error::",
    "<<",
    "=",
    "ghadelimiter_5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
    "\u{1b}[2J",
    "\u{2028}",
    "\u{85}",
    " ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = select(PIECES).prop_map(str::to_owned);
    vec(prop_oneof![piece, any::<char>().prop_map(String::from)], 0..24).prop_map(|pieces| pieces.concat())
}

/// As the runner undoes the escapes of a message: src/Runner.Common/ActionCommand.cs.
fn message(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
}

/// As it undoes those of a property.
fn property(text: &str) -> String {
    let text = text.replace("%0D", "\r").replace("%0A", "\n");
    text.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
}

proptest! {
    #[test]
    fn a_runner_reads_what_was_written(text in text()) {
        let (data, value) = (escape_data(&text), escape_property(&text));
        prop_assert_eq!(message(&data), text.as_str());
        prop_assert_eq!(property(&value), text.as_str());
        prop_assert!(!data.contains(['\r', '\n']) && !value.contains(['\r', '\n', ':', ',']));
    }

    #[test]
    fn a_text_is_made_harmless_before_it_is_escaped(text in text()) {
        let mut written = String::new();
        remark(&mut written, Severity::Error, &text);
        let line = written.strip_suffix('\n').unwrap();
        prop_assert!(!line.contains(['\r', '\n']) && !line.contains("##["), "{line}");
        let escaped = line.strip_prefix("::error title=package-repo-security::").unwrap();
        // Escaped first, a control character would come back in the runner.
        let read = message(escaped);
        prop_assert!(!read.chars().any(|c| c != '\n' && is_unprintable(c)), "{read:?}");
    }

    #[test]
    fn an_output_is_the_whole_output(values in vec(text(), 1..6)) {
        let named: Vec<(String, String)> =
            values.iter().enumerate().map(|(number, value)| (format!("o{number}"), value.clone())).collect();
        let read = taken(&commands(&named, &Secret::new([0x5a; 16]), false));
        prop_assert_eq!(read.len(), named.len());
        for (name, value) in named {
            prop_assert_eq!(&read[&name], &value.replace(['\r', '\n'], " "));
        }
    }
}
