//! The bar on a screen of the test's own.

use super::{Progress, cache_line};
use crate::online::cache::Used;
use crate::online::watch::{Event, Watch};
use indicatif::{ProgressDrawTarget, TermLike};
use std::io;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

/// A screen of 60 columns, as far as a bar needs one. Everything that was ever drawn stays known.
#[derive(Debug, Default)]
struct Screen {
    lines: Vec<String>,
    row: usize,
    column: usize,
    drawn: Vec<String>,
}

static SCREEN: Mutex<Screen> = Mutex::new(Screen { lines: Vec::new(), row: 0, column: 0, drawn: Vec::new() });

fn screen() -> MutexGuard<'static, Screen> {
    SCREEN.lock().unwrap()
}

#[derive(Debug)]
struct Terminal;

impl TermLike for Terminal {
    fn width(&self) -> u16 {
        60
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        screen().row -= n;
        Ok(())
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        screen().row += n;
        Ok(())
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        screen().column += n;
        Ok(())
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        screen().column -= n;
        Ok(())
    }

    fn write_line(&self, s: &str) -> io::Result<()> {
        self.write_str(s)?;
        let mut screen = screen();
        screen.row += 1;
        screen.column = 0;
        Ok(())
    }

    fn write_str(&self, s: &str) -> io::Result<()> {
        let text: String = s.chars().filter(|c| *c != '\r').collect();
        assert!(!text.contains(['\n', '\x1b']), "{text:?}");
        let mut screen = screen();
        let row = screen.row;
        while screen.lines.len() <= row {
            screen.lines.push(String::new());
        }
        if s.starts_with('\r') {
            screen.column = 0;
        }
        let column = screen.column;
        screen.lines[row].truncate(column);
        screen.lines[row].push_str(&text);
        screen.column += text.chars().count();
        let line = screen.lines[row].trim_end().to_owned();
        screen.drawn.push(line);
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        let mut screen = screen();
        let row = screen.row;
        if let Some(line) = screen.lines.get_mut(row) {
            line.clear();
        }
        screen.column = 0;
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_bar_counts_names_the_slow_host_and_leaves_nothing() {
    let progress = Progress::with(true, false, || ProgressDrawTarget::term_like(Box::new(Terminal)));
    progress.tell(&Event::Begun { wants: 3 });
    progress.tell(&Event::Asking { host: "slow.example".to_owned() });
    progress.tell(&Event::Asking { host: "quick.example".to_owned() });
    progress.tell(&Event::Heard { host: "quick.example".to_owned() });
    progress.tell(&Event::Answered);
    progress.tell(&Event::Step("not shown".to_owned()));
    let line = screen().drawn.iter().rfind(|line| !line.is_empty()).cloned().unwrap();
    assert!(line.contains(" 1/3 addresses, waiting for slow.ex") && line.len() <= 60, "{line:?}");
    progress.tell(&Event::Heard { host: "slow.example".to_owned() });
    progress.tell(&Event::Answered);
    let line = screen().drawn.iter().rfind(|line| !line.is_empty()).cloned().unwrap();
    assert!(line.ends_with("2/3 addresses"), "{line:?}");
    progress.tell(&Event::Over);
    assert!(screen().lines.iter().all(|line| line.trim().is_empty()), "{:?}", screen().lines);
    // `--fix` asks a second time; that one is broken off.
    progress.tell(&Event::Begun { wants: 1 });
    assert!(screen().lines.iter().any(|line| line.contains("0/1")));
    drop(progress);
    assert!(screen().lines.iter().all(|line| line.trim().is_empty()), "{:?}", screen().lines);
}

#[test]
fn on_a_build_machine_there_is_no_bar() {
    for name in ["CI", "GITHUB_ACTIONS"] {
        let progress = Progress::new(false, false, |asked| (asked == name).then(|| "true".to_owned()));
        assert!(!progress.shows_bar, "{name}");
    }
}

#[test]
fn the_cache_is_named_where_it_was_used() {
    let line = |taken, minutes, confirmed| {
        cache_line(Used { taken, oldest: Duration::from_mins(minutes), confirmed }).unwrap_or_default()
    };
    assert_eq!(line(0, 0, 0), "");
    assert_eq!(
        line(1, 0, 0),
        "1 address answered from the cache less than a minute ago (`--no-cache` asks anew)"
    );
    assert_eq!(
        line(12, 43, 0),
        "12 addresses answered from the cache, the oldest 43 minutes ago (`--no-cache` asks anew)"
    );
    assert_eq!(line(0, 0, 2), "2 addresses unchanged since an earlier run");
    assert_eq!(
        line(2, 1, 1),
        "2 addresses answered from the cache, the oldest a minute ago (`--no-cache` asks anew); 1 address unchanged since an \
         earlier run"
    );
}
