//! The command line: flags → options of a command. Here, and only here, the clock, the environment and the terminal are
//! looked at; everything below is given values.

mod action;
pub mod args;
mod network;
mod progress;
mod report;
mod surroundings;

use crate::commands::baseline::Wanted;
use crate::commands::check::{self, Options};
use crate::commands::examine::Conditions;
use crate::commands::exit::Exit;
use crate::commands::explain::Topic;
use crate::commands::init::{self, Answers};
use crate::commands::output::{read_bounded, tell, write_new_file};
use crate::commands::{badge, diff, discover, explain, generate};
use crate::declaration::PLACES;
use crate::findings::{Scope, Settings};
use crate::links::{Policy, Servers};
use crate::online::Online;
use crate::principles::{self, Catalogue};
use crate::text::sanitize;
use crate::{badge as badges, rules, schema};
use anyhow::Context as _;
use args::{BadgeArgs, CheckArgs, Cli, Command, DiffArgs, ExplainArgs, InitArgs, SchemaKind};
use clap::{CommandFactory, Parser};
use progress::Progress;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Component, Path, PathBuf};
use surroundings::Surroundings;

/// Runs the program and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    // Not locked: the thread of the network must be able to say why it fails.
    let mut err = io::stderr();
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match dispatch(cli.command, &mut err) {
        Ok(exit) => exit,
        Err(error) => {
            say(&mut err, &format!("error: {error:#}"));
            if error.is::<WrongUse>() { Exit::Usage } else { Exit::Unfinished }
        }
    }
}

/// Wrong use that only shows after the flags were parsed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct WrongUse(String);

fn wrong_use<T>(message: impl Into<String>) -> anyhow::Result<T> {
    Err(WrongUse(message.into()).into())
}

/// Help goes to standard output, mistakes to standard error; what the user typed is shown inert.
fn usage(error: &clap::Error) -> Exit {
    let text = error.render().to_string();
    let text = sanitize::lines(&text);
    let text = sanitize::inert(&text);
    // Nobody is left to tell when this cannot be written.
    if error.use_stderr() {
        let _ = io::stderr().lock().write_all(text.as_bytes());
        Exit::Usage
    } else {
        let _ = io::stdout().lock().write_all(text.as_bytes());
        Exit::Pass
    }
}

fn say(err: &mut dyn Write, message: &str) {
    // Nobody is left to tell when this cannot be written.
    let _ = tell(err, message);
}

fn dispatch(command: Command, err: &mut dyn Write) -> anyhow::Result<Exit> {
    match command {
        Command::Check(arguments) => run_check(&arguments, err),
        Command::Init(arguments) => run_init(&arguments, err),
        Command::Explain(arguments) => run_explain(&arguments, err),
        Command::Badge(arguments) => run_badge(&arguments, err),
        Command::Report(arguments) => report::run(&arguments, err),
        Command::Diff(arguments) => run_diff(&arguments, err),
        Command::Schema(arguments) => print(&schema_text(arguments.about)?),
        Command::Completions(arguments) => print(&generate::completions(Cli::command(), arguments.shell)),
        Command::Man => print(&generate::man(Cli::command())?),
        Command::Action => Ok(action::run(err)),
    }
}

/// Text to standard output. A reader that has gone (`| head`) has what it wanted.
fn print(text: &str) -> anyhow::Result<Exit> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(Exit::Pass),
    }
}

fn root(directory: Option<&Path>) -> PathBuf {
    directory.map_or_else(|| discover::top_of_repository(Path::new(".")), Path::to_owned)
}

fn run_check(arguments: &CheckArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    if let Err(message) = arguments.standard_output() {
        return wrong_use(message);
    }
    if let Some(message) = clash(arguments.output.iter().filter_map(|it| it.file.as_deref())) {
        return wrong_use(message);
    }
    let surroundings = Surroundings::look(arguments.color.into());
    let draft = arguments.principles.as_deref().map(load_catalogue).transpose()?;
    let file = arguments.baseline.clone().map(Wanted::File);
    let baseline = file.or_else(|| arguments.baseline_ref.clone().map(Wanted::Revision));
    let scope = match (arguments.scope, &baseline) {
        (Some(scope), _) => scope.into(),
        (None, Some(_)) => Scope::Change,
        (None, None) => Scope::Audit,
    };
    let policy = Policy { allow_private: arguments.network.allow_private.clone() };
    let network =
        if arguments.offline { None } else { Some(network::flagged(&arguments.network, policy.clone())?) };
    let cache = network.as_ref().and_then(|settings| settings.cache.clone());
    let progress = Progress::new(arguments.quiet, arguments.verbose, |name| std::env::var(name).ok());
    let options = Options {
        root: root(arguments.dir.as_deref()),
        declaration: arguments.declaration.clone(),
        conditions: Conditions {
            today: arguments.today.unwrap_or(surroundings.today),
            settings: Settings { scope, strict: arguments.strict },
            policy,
            servers: network::servers(),
            preview: draft.as_ref(),
            base: None,
        },
        fail_on: arguments.fail_on.into(),
        fix: arguments.fix,
        baseline,
        online: network.map(|settings| Online::new(settings, &progress)),
        outputs: arguments.output.clone(),
        quiet: arguments.quiet,
        verbose: arguments.verbose,
        style: surroundings.style,
    };
    let exit = check::check(&options, &mut surroundings.stdout(), err)?;
    let used = cache.and_then(|cache| progress::cache_line(cache.used()));
    if let Some(line) = used.filter(|_| !arguments.quiet) {
        say(err, &line);
    }
    Ok(exit)
}

/// What is wrong with the files of `--output`: two reports in one, or a report in place of a declaration.
fn clash<'a>(files: impl Iterator<Item = &'a Path>) -> Option<String> {
    let files: Vec<PathBuf> =
        files.map(|file| file.components().filter(|it| *it != Component::CurDir).collect()).collect();
    let twice = files.iter().enumerate().find(|(index, file)| files[..*index].contains(file));
    if let Some((_, file)) = twice {
        return Some(format!(
            "two reports would be written to `{}`: give each a file of its own",
            file.display()
        ));
    }
    let declaration = files.iter().find(|file| PLACES.iter().any(|place| file.ends_with(place)))?;
    Some(format!("`{}` is where a declaration stands: give the report another file", declaration.display()))
}

/// The largest catalogue, in bytes.
const LARGEST_CATALOGUE: u64 = 4 * 1024 * 1024;

fn load_catalogue(file: &Path) -> anyhow::Result<Catalogue> {
    let loaded = read_bounded(file, LARGEST_CATALOGUE)
        .map_err(|error| error.to_string())
        .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()))
        .and_then(|text| principles::load(&text).map_err(|error| error.to_string()));
    loaded.or_else(|why| wrong_use(format!("cannot use the catalogue `{}`: {why}", file.display())))
}

fn run_init(arguments: &InitArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let root = root(arguments.dir.as_deref());
    for place in PLACES {
        if root.join(place).symlink_metadata().is_ok() {
            return wrong_use(format!("`{place}` is there already; nothing was written"));
        }
    }
    let stdin = io::stdin();
    let answers: Answers = match arguments.given().complete() {
        Ok(answers) => answers,
        Err(_) if stdin.is_terminal() => init::ask(&mut stdin.lock(), err, arguments.given())?,
        Err(missing) => {
            return wrong_use(format!("no terminal to ask at: give {}", missing.join(", ")));
        }
    };
    let today = arguments.today.unwrap_or_else(surroundings::today);
    let text = init::template(principles::LATEST, &answers, today);
    write_new_file(&root.join(PLACES[0]), text.as_bytes())?;
    say(err, &format!("wrote {}: answer what you know, then run `package-repo-security check`", PLACES[0]));
    Ok(Exit::Pass)
}

fn run_explain(arguments: &ExplainArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let catalogue = principles::LATEST;
    let rules = rules::all();
    if arguments.ids.is_empty() {
        return print(&explain::list(catalogue, &rules));
    }
    let mut pages = Vec::new();
    let mut exit = Exit::Pass;
    for id in &arguments.ids {
        match explain::find(catalogue, &rules, id) {
            Ok(Topic::Requirement(requirement)) => pages.push(explain::requirement(catalogue, requirement)),
            Ok(Topic::Rule(rule)) => pages.push(explain::rule(rule)),
            Err(unknown) => {
                say(err, &format!("error: {unknown}"));
                exit = Exit::Usage;
            }
        }
    }
    print(&pages.join("\n"))?;
    Ok(exit)
}

fn run_badge(arguments: &BadgeArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    if let Some(track) = arguments.track.as_deref().filter(|id| principles::LATEST.track(id).is_none()) {
        let known: Vec<&str> = principles::LATEST.tracks.iter().map(|it| &*it.id).collect();
        return wrong_use(format!(
            "no track `{}`; the tracks are {}",
            sanitize::line(track),
            known.join(", ")
        ));
    }
    let root = root(arguments.dir.as_deref());
    let pasted = arguments.svg.as_deref().filter(|_| arguments.markdown);
    let pasted = pasted
        .map(|svg| badge::pasted(svg, arguments.link.as_deref(), arguments.declaration.as_deref(), &root));
    let pasted = pasted.transpose().or_else(wrong_use)?;
    let options = badge::Options {
        root,
        declaration: arguments.declaration.clone(),
        conditions: Conditions {
            today: arguments.today.unwrap_or_else(surroundings::today),
            settings: Settings { scope: Scope::Audit, strict: false },
            policy: Policy::default(),
            servers: Servers::default(),
            preview: None,
            base: None,
        },
        svg: arguments.svg.clone(),
        endpoint: arguments.endpoint.clone(),
        style: badges::Style::from(arguments.style),
        track: arguments.track.clone(),
        pasted,
        check: arguments.check,
    };
    badge::run(&options, &mut io::stdout().lock(), err)
}

fn run_diff(arguments: &DiffArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let surroundings = Surroundings::look(arguments.color.into());
    let options = diff::Options {
        root: root(None),
        old: &arguments.old,
        new: &arguments.new,
        format: arguments.output.into(),
        style: surroundings.style,
    };
    diff::diff(&options, &mut surroundings.stdout(), err)
}

fn schema_text(about: SchemaKind) -> anyhow::Result<String> {
    Ok(match about {
        SchemaKind::Declaration => {
            let ids: Vec<&str> = rules::all().into_iter().map(|rule| rule.id).collect();
            let schema = schema::declaration(principles::LATEST, &ids);
            format!("{}\n", serde_json::to_string_pretty(&schema)?)
        }
        SchemaKind::Report => schema::REPORT.to_owned(),
        SchemaKind::Catalogue => schema::CATALOGUE.to_owned(),
    })
}
