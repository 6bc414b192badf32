//! The outputs of the step, and how a runner takes them: out of a file, each value between two lines that nobody can guess.

use super::mute::Secret;
use crate::findings::Severity;
use crate::render::Report;
use std::fmt::Write;

/// An output: names are ours, and values are numbers, words of ours, ids of commits, or paths that the workflow named. No text of
/// a declaration is ever one.
pub type Output = (String, String);

/// The numbers of a report, and how the run ended.
#[must_use]
pub fn of_report(report: &Report<'_>, exit_code: u8) -> Vec<Output> {
    let count = |severity| report.count(severity).to_string();
    let regressed = report.baseline.is_some_and(|baseline| !baseline.regressions.is_empty());
    let mut outputs = vec![
        ("exit-code".to_owned(), exit_code.to_string()),
        ("regressed".to_owned(), regressed.to_string()),
        ("errors".to_owned(), count(Severity::Error)),
        ("warnings".to_owned(), count(Severity::Warning)),
        ("notices".to_owned(), count(Severity::Notice)),
    ];
    let tracks = report.assessment.map(|it| it.tracks.as_slice()).unwrap_or_default();
    for id in report.catalogue.tracks.iter().map(|track| track.id.as_ref()) {
        let standing = tracks.iter().find(|track| track.id == id).and_then(|track| track.standing.as_ref());
        let level = |level: Option<u8>| level.map(|level| level.to_string()).unwrap_or_default();
        outputs.push((format!("level-{id}"), level(standing.map(|it| it.declared))));
        outputs.push((format!("supported-{id}"), level(standing.map(|it| it.supported))));
    }
    outputs
}

/// What goes to the file of outputs. `is_open` says that the file ends within a line: an earlier step may have left one.
#[must_use]
pub fn commands(outputs: &[Output], secret: &Secret, is_open: bool) -> String {
    let mut text = if is_open { "\n".to_owned() } else { String::new() };
    let mut delimiter = format!("ghadelimiter_{}", secret.word());
    // A value of one line ends early only where it is the delimiter itself. Nobody can guess it; nothing rests on that here.
    while outputs.iter().any(|(_, value)| *value == delimiter) {
        delimiter.push('_');
    }
    for (name, value) in outputs {
        let value = value.replace(['\r', '\n'], " ");
        // Writing to a string cannot fail.
        let _ = write!(text, "{name}<<{delimiter}\n{value}\n{delimiter}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{commands, of_report};
    use crate::action::mute::Secret;
    use crate::render::Baseline;
    use crate::render::fixture::{Fixture, path};

    #[test]
    fn numbers_and_levels_are_told_and_no_text_of_a_declaration() {
        let fixture = Fixture::new();
        let baseline = Baseline { regressions: vec![path("answers.pinned")], ..Baseline::default() };
        let mut report = fixture.report();
        report.baseline = Some(&baseline);
        let outputs = of_report(&report, 4);
        let text: Vec<String> = outputs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(
            text.join(" "),
            "exit-code=4 regressed=true errors=1 warnings=1 notices=1 level-general=0 supported-general=0 \
             level-builds= supported-builds= level-cli=0 supported-cli=0"
        );
    }

    #[test]
    fn a_value_cannot_begin_another_output() {
        let secret = Secret::new([1; 16]);
        let evil = format!("x\nghadelimiter_{}\r\nregressed=false", secret.word());
        let text = commands(&[("report".to_owned(), evil)], &secret, true);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        assert_eq!((lines[0], lines[3]), ("", format!("ghadelimiter_{}", secret.word()).as_str()));
        assert!(lines[1].starts_with("report<<ghadelimiter_"));
    }
}
