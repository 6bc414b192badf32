//! `action`: variables of the runner → options of a check.

mod inputs;

use super::network::{self, Keep};
use super::progress::Progress;
use super::surroundings::{self, Surroundings};
use super::{WrongUse, clash, load_catalogue, say, wrong_use};
use crate::action::mute::Secret;
use crate::action::runner::Get;
use crate::action::{Event, Runner};
use crate::commands::action::{self, Against, GitHub, head};
use crate::commands::check;
use crate::commands::discover::top_of_repository;
use crate::commands::examine::Conditions;
use crate::commands::exit::Exit;
use crate::commands::output::{linked_folder, read_bounded};
use crate::findings::{Scope, Settings};
use crate::links::Policy;
use crate::online::Online;
use crate::online::limits::Limits;
use crate::online::repository::Repository;
use crate::online::watch::{Event as NetworkEvent, Tell};
use crate::render::Style;
use anstream::ColorChoice;
use anyhow::Context as _;
use inputs::{Inputs, input};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The largest payload of an event that GitHub sends, in bytes.
const LARGEST_PAYLOAD: u64 = 25 * 1024 * 1024;
/// How wide the report in the log is laid out.
const WIDTH: usize = 120;

/// Runs the Action. What goes wrong is said where the runner shows it.
pub(super) fn run(err: &mut dyn Write) -> Exit {
    let mut out = io::stdout();
    let get: Get<'_> = &network::variable;
    let mut bytes = [0; 16];
    if let Err(error) = getrandom::fill(&mut bytes) {
        say(err, &format!("error: the system gives no random numbers: {error}"));
        return Exit::Unfinished;
    }
    let secret = Secret::new(bytes);
    let runner = Runner::read(get);
    let ended = match &runner {
        Ok(runner) => attempt(runner, get, &secret, &mut out, err),
        Err(error) => wrong_use(error.to_string()),
    };
    ended.unwrap_or_else(|error| {
        let exit = if error.is::<WrongUse>() { Exit::Usage } else { Exit::Unfinished };
        action::failed(runner.as_ref().ok(), exit, &format!("{error:#}"), &secret, &mut out);
        exit
    })
}

fn attempt(
    runner: &Runner,
    get: Get<'_>,
    secret: &Secret,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Exit> {
    let inputs = Inputs::read(get).or_else(|wrong| wrong_use(wrong.join("\n")))?;
    let files = inputs.outputs.iter().filter_map(|output| output.file.as_deref());
    if let Some(message) = clash(files.chain(inputs.badge.as_deref())) {
        return wrong_use(message);
    }
    let payload = read_bounded(&runner.payload, LARGEST_PAYLOAD);
    let payload = payload.with_context(|| format!("cannot read `{}`", runner.payload.display()))?;
    let event = Event::read(&runner.event, &payload)?;
    // Paths in inputs are relative to it, and what leads out of it by a link is refused.
    std::env::set_current_dir(&runner.workspace)
        .with_context(|| format!("cannot open the workspace `{}`", runner.workspace.display()))?;
    let directory = inputs.directory.clone().unwrap_or_default();
    let root = std::path::absolute(runner.workspace.join(&directory))?;
    if let Some(link) = linked_folder(&directory.join("_")) {
        anyhow::bail!("cannot take `{}` for the repository: it is a symbolic link", link.display());
    }
    let workspace = std::path::absolute(&runner.workspace)?;
    let top = top_of_clone(&workspace, &root);
    let draft = inputs.principles.as_deref().map(load_catalogue).transpose()?;
    let policy = Policy { allow_private: inputs.allow_private.clone() };
    let with_token = |name: &str| match name {
        "GITHUB_TOKEN" => input(get, "token").or_else(|| get(name)),
        _ => get(name),
    };
    let access = network::access(&with_token)?;
    let is_fork = event.pull_request().is_some_and(|it| it.is_fork);
    if is_fork && inputs.online.is_none() {
        say(err, "addresses are not looked at: the change is from a fork (input `evidence`)");
    }
    let progress = Progress::new(false, inputs.verbose, get);
    let online = if inputs.online.unwrap_or(!is_fork) {
        let keep = inputs.cache_dir.as_deref().map_or(Keep::Nowhere, Keep::In);
        let settings = network::settings(access.clone(), keep, policy.clone())?;
        Some(Online::new(settings, &progress))
    } else {
        None
    };
    let github =
        Repository::open(access, runner.repository.clone(), Limits::default(), steps(inputs.verbose));
    let options = action::Options {
        check: check::Options {
            declaration: inputs.declaration.as_ref().map(|path| directory.join(path)),
            conditions: Conditions {
                today: inputs.today.unwrap_or_else(surroundings::today),
                settings: Settings { scope: scope(&inputs, &event), strict: inputs.strict },
                policy,
                servers: network::servers(),
                preview: draft.as_ref(),
                base: None,
            },
            fail_on: inputs.fail_on,
            fix: false,
            baseline: None,
            online,
            outputs: inputs.outputs,
            quiet: true,
            verbose: inputs.verbose,
            // The log of a run shows every character, whatever the locale says.
            style: Style { unicode: true, width: WIDTH, ..Surroundings::look(ColorChoice::Auto).style },
            root: root.clone(),
        },
        runner,
        event: &event,
        against: inputs.against,
        checked_out: head::checked_out(&top),
        folder: between(&workspace, &root),
        inside: between(&top, &root),
        github: GitHub(github.map_err(anyhow::Error::new)),
        annotations: inputs.annotations,
        summary: inputs.summary,
        check_run: inputs.check_run,
        comment: inputs.comment,
        publish: inputs.publish,
        badge: inputs.badge,
        secret: secret.clone(),
    };
    action::run(&options, out, err)
}

/// Who is asked: the author of a change, or the declaration itself.
fn scope(inputs: &Inputs, event: &Event) -> Scope {
    let is_change = match inputs.against {
        Against::Revision(_) => true,
        Against::Event | Against::Nothing => event.is_change(),
    };
    inputs.scope.unwrap_or(if is_change { Scope::Change } else { Scope::Audit })
}

/// The top of the clone that a directory of the workspace is in. Without `.git` (where a runner has no git, the tree comes without
/// one) it is the workspace: a clone around it is none of this run's.
fn top_of_clone(workspace: &Path, root: &Path) -> PathBuf {
    let top = top_of_repository(root);
    let is_clone = top.starts_with(workspace) && top.join(".git").symlink_metadata().is_ok();
    if is_clone { top } else { workspace.to_owned() }
}

/// The way from one directory down to another, with `/`, also at its end; empty where there is none.
fn between(from: &Path, to: &Path) -> String {
    let below: PathBuf = to.strip_prefix(from).map(Path::to_owned).unwrap_or_default();
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.fold(String::new(), |way, part| way + &part + "/")
}

/// What is said of requests to the API: warnings always, steps where they were asked for.
fn steps(is_verbose: bool) -> Tell {
    Tell::new(move |event| match event {
        NetworkEvent::Warning(text) => say(&mut io::stderr(), &format!("warning: {text}")),
        NetworkEvent::Step(text) if is_verbose => say(&mut io::stderr(), &text),
        _ => {}
    })
}

#[cfg(test)]
mod tests {
    use super::{between, top_of_clone};
    use std::fs;
    use std::path::Path;

    #[test]
    fn no_clone_around_the_workspace_is_taken_for_the_one_in_it() {
        let outer = tempfile::tempdir().unwrap();
        let workspace = outer.path().join("w");
        let root = workspace.join("a/b");
        fs::create_dir_all(&root).unwrap();
        assert_eq!(top_of_clone(&workspace, &root), workspace, "no clone at all");
        fs::create_dir(outer.path().join(".git")).unwrap();
        assert_eq!(top_of_clone(&workspace, &root), workspace, "one around it");
        fs::create_dir(workspace.join(".git")).unwrap();
        assert_eq!(top_of_clone(&workspace, &root), workspace);
        fs::create_dir(workspace.join("a/.git")).unwrap();
        assert_eq!(top_of_clone(&workspace, &root), workspace.join("a"), "checked out in a folder");
    }

    #[test]
    fn a_folder_is_named_with_its_slash() {
        let of = |from: &str, to: &str| between(Path::new(from), Path::new(to));
        assert_eq!(of("/w", "/w"), "");
        assert_eq!(of("/w", "/w/a/b"), "a/b/");
        assert_eq!(of("/w", "/elsewhere"), "");
    }
}
