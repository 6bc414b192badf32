//! What the program looks at around itself: the clock, the terminal, the locale.

use crate::render::Style;
use anstream::{AutoStream, ColorChoice};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::io::{self, Write};

/// How wide output is laid out where there is no terminal to ask.
const WIDTH: usize = 100;

/// What was seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings {
    /// Today in UTC, so that it is the same day on every machine.
    pub(super) today: Date,
    /// How people are shown things.
    pub(super) style: Style,
    choice: ColorChoice,
}

impl Surroundings {
    pub(super) fn look(colour: ColorChoice) -> Self {
        let choice = match colour {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            chosen => chosen,
        };
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0));
        let style = Style { colour: choice != ColorChoice::Never, unicode: has_unicode(), width };
        Self { today: today(), style, choice }
    }

    /// Standard output, with styling as far as it can show it.
    pub(super) fn stdout(self) -> impl Write {
        AutoStream::new(io::stdout().lock(), self.choice)
    }
}

/// Today in UTC.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// Whether the locale is UTF-8; the first of the three variables that is set decides, as POSIX says.
fn has_unicode() -> bool {
    if cfg!(windows) {
        return true;
    }
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(std::env::var_os).find(|value| !value.is_empty());
    locale.is_some_and(|locale| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
