//! The inputs of the Action, as the runner hands them over: `INPUT_` and the name, in capitals.

use crate::action::runner::Get;
use crate::cli::args::{FailOnArg, ScopeArg, day};
use crate::commands::action::Against;
use crate::commands::output::Output;
use crate::findings::{FailOn, Scope};
use crate::links::HostPort;
use crate::text::sanitize::is_unprintable;
use clap::ValueEnum;
use jiff::civil::Date;
use std::path::PathBuf;

/// The branch that badges are published on.
const BRANCH: &str = "badges";

/// What the workflow asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is an input of the Action")]
pub(super) struct Inputs {
    pub(super) directory: Option<PathBuf>,
    pub(super) declaration: Option<PathBuf>,
    pub(super) against: Against,
    pub(super) scope: Option<Scope>,
    /// Whether addresses are looked at; `None` where the event decides.
    pub(super) online: Option<bool>,
    pub(super) fail_on: FailOn,
    pub(super) strict: bool,
    pub(super) allow_private: Vec<HostPort>,
    pub(super) principles: Option<PathBuf>,
    pub(super) outputs: Vec<Output>,
    pub(super) badge: Option<PathBuf>,
    pub(super) annotations: bool,
    pub(super) summary: bool,
    pub(super) check_run: bool,
    pub(super) comment: bool,
    /// The branch to publish on.
    pub(super) publish: Option<String>,
    pub(super) cache_dir: Option<PathBuf>,
    pub(super) today: Option<Date>,
    pub(super) verbose: bool,
}

/// Reads inputs and keeps what is wrong with them.
struct Reader<'a> {
    get: Get<'a>,
    wrong: Vec<String>,
}

impl Inputs {
    /// Reads all of them.
    ///
    /// # Errors
    /// Everything that is wrong, a line each.
    pub(super) fn read(get: Get<'_>) -> Result<Self, Vec<String>> {
        let mut reader = Reader { get, wrong: Vec::new() };
        let publishes = reader.switch("publish", false);
        let branch = reader.text("publish-branch").unwrap_or_else(|| BRANCH.to_owned());
        let inputs = Self {
            directory: reader.path("directory"),
            declaration: reader.path("declaration"),
            against: reader.against(),
            scope: reader.choice("scope", &["auto", "change", "audit"], |word| {
                ScopeArg::from_str(word, false).ok().map(|scope| Some(scope.into()))
            }),
            online: reader.choice("evidence", &["auto", "online", "offline"], |word| match word {
                "online" => Some(Some(true)),
                "offline" => Some(Some(false)),
                _ => None,
            }),
            fail_on: reader.choice("fail-on", &["error", "warning", "never"], |word| {
                FailOnArg::from_str(word, false).ok().map(FailOn::from)
            }),
            strict: reader.switch("strict", false),
            allow_private: reader.lines("allow-private", str::parse),
            principles: reader.path("principles"),
            outputs: reader.outputs(),
            badge: reader.path("badge"),
            annotations: reader.switch("annotations", true),
            summary: reader.switch("summary", true),
            check_run: reader.switch("check-run", false),
            comment: reader.switch("comment", false),
            publish: publishes.then_some(branch),
            cache_dir: reader.path("cache-dir"),
            today: reader.parsed("today", day),
            verbose: reader.switch("verbose", false),
        };
        if reader.wrong.is_empty() { Ok(inputs) } else { Err(reader.wrong) }
    }
}

/// The value of an input. A shell between the runner and this program drops names with hyphens, so they may be underscores.
pub(super) fn input(get: Get<'_>, name: &str) -> Option<String> {
    let name = format!("INPUT_{}", name.to_ascii_uppercase());
    let value = get(&name).or_else(|| get(&name.replace('-', "_")))?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

impl Reader<'_> {
    fn text(&mut self, name: &str) -> Option<String> {
        let value = input(self.get, name)?;
        if value.chars().any(|c| is_unprintable(c) || c == '\n') {
            self.wrong.push(format!("input `{name}` has a character in it that nobody can see"));
            return None;
        }
        Some(value)
    }

    fn path(&mut self, name: &str) -> Option<PathBuf> {
        self.text(name).map(PathBuf::from)
    }

    fn parsed<T>(&mut self, name: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let value = self.text(name)?;
        match parse(&value) {
            Ok(parsed) => Some(parsed),
            Err(why) => {
                self.wrong.push(format!("input `{name}` cannot be `{value}`: {why}"));
                None
            }
        }
    }

    /// One of some words; the first of them, or none, is the default.
    fn choice<T: Default>(&mut self, name: &str, words: &[&str], of: impl Fn(&str) -> Option<T>) -> T {
        let known = |word: &str| match of(word) {
            Some(chosen) => Ok(chosen),
            None if word == words[0] => Ok(T::default()),
            None => Err(format!("it is one of {}", words.join(", "))),
        };
        self.parsed(name, known).unwrap_or_default()
    }

    /// `true` or `false`, as YAML 1.2 writes them.
    fn switch(&mut self, name: &str, default: bool) -> bool {
        let parse = |word: &str| match word {
            "true" | "True" | "TRUE" => Ok(true),
            "false" | "False" | "FALSE" => Ok(false),
            _ => Err("it is `true` or `false`".to_owned()),
        };
        self.parsed(name, parse).unwrap_or(default)
    }

    /// A list, one item a line.
    fn lines<T>(&mut self, name: &str, parse: impl Fn(&str) -> Result<T, String>) -> Vec<T> {
        let Some(value) = input(self.get, name) else { return Vec::new() };
        let mut items = Vec::new();
        for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if line.chars().any(is_unprintable) {
                self.wrong.push(format!("input `{name}` has a character in it that nobody can see"));
                continue;
            }
            match parse(line) {
                Ok(item) => items.push(item),
                Err(why) => self.wrong.push(format!("input `{name}` cannot have `{line}`: {why}")),
            }
        }
        items
    }

    fn outputs(&mut self) -> Vec<Output> {
        self.lines("output", |line| {
            let output: Output = line.parse()?;
            if output.file.is_none() {
                return Err(format!("name a file, as in `{line}=FILE`"));
            }
            Ok(output)
        })
    }

    fn against(&mut self) -> Against {
        let named = self.text("baseline-ref");
        let word = self.text("baseline").unwrap_or_else(|| "auto".to_owned());
        match (word.as_str(), named) {
            ("auto", None) => Against::Event,
            ("auto", Some(name)) => Against::Revision(name),
            ("none", None) => Against::Nothing,
            ("none", Some(_)) => {
                self.wrong
                    .push("inputs `baseline: none` and `baseline-ref` contradict each other".to_owned());
                Against::Nothing
            }
            _ => {
                let why = "it is `auto` or `none`; a revision goes to `baseline-ref`";
                self.wrong.push(format!("input `baseline` cannot be `{word}`: {why}"));
                Against::Event
            }
        }
    }
}

#[cfg(test)]
#[path = "inputs_tests.rs"]
mod tests;
