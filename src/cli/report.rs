//! `report`: flags → options.

use super::args::ReportArgs;
use super::progress::{Progress, cache_line};
use super::{clash, load_catalogue, network, root, say, wrong_use};
use crate::cli::surroundings::Surroundings;
use crate::commands::examine::Conditions;
use crate::commands::exit::Exit;
use crate::commands::report::{self, Options};
use crate::findings::{Scope, Settings};
use crate::links::Policy;
use crate::online::Online;
use anstream::ColorChoice;
use std::io::Write;

/// Writes the report.
pub(super) fn run(arguments: &ReportArgs, err: &mut dyn Write) -> anyhow::Result<Exit> {
    if let Err(message) = arguments.standard_output() {
        return wrong_use(message);
    }
    if let Some(message) = clash(arguments.output.iter().filter_map(|it| it.file.as_deref())) {
        return wrong_use(message);
    }
    if let Some(directory) = &arguments.roadmap {
        let files = arguments.output.iter().filter_map(|it| it.file.as_deref());
        if let Some(message) = report::collision(files, directory) {
            return wrong_use(message);
        }
    }
    let surroundings = Surroundings::look(ColorChoice::Never);
    let draft = arguments.principles.as_deref().map(load_catalogue).transpose()?;
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
            settings: Settings { scope: Scope::Audit, strict: false },
            policy,
            servers: network::servers(),
            preview: draft.as_ref(),
            base: None,
        },
        since: arguments.since.clone(),
        online: network.map(|settings| Online::new(settings, &progress)),
        outputs: arguments.output.clone(),
        roadmap: arguments.roadmap.clone(),
        quiet: arguments.quiet,
    };
    let exit = report::run(&options, &mut surroundings.stdout(), err)?;
    let used = cache.and_then(|cache| cache_line(cache.used()));
    if let Some(line) = used.filter(|_| !arguments.quiet) {
        say(err, &line);
    }
    Ok(exit)
}
