use super::{BadgeStyle, CheckArgs, Cli, Color, Command, FailOnArg, SchemaKind, ScopeArg};
use crate::commands::output::Output;
use crate::render::Format;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use jiff::civil::date;
use std::path::{Path, PathBuf};

fn parse(line: &str) -> Result<Command, ErrorKind> {
    let words = std::iter::once("package-repo-security").chain(line.split_whitespace());
    Cli::try_parse_from(words).map(|cli| cli.command).map_err(|error| error.kind())
}

fn check(line: &str) -> CheckArgs {
    match parse(&format!("check {line}")).unwrap() {
        Command::Check(args) => *args,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_definitions_are_sound() {
    Cli::command().debug_assert();
}

#[test]
fn check_alone_has_the_defaults_of_the_format() {
    let args = check("");
    assert!(!args.offline && !args.online && !args.strict && !args.fix && !args.network.no_cache);
    assert_eq!((args.fail_on, args.color, args.scope), (FailOnArg::Error, Color::Auto, None));
    assert!(args.dir.is_none() && args.output.is_empty() && args.today.is_none());
}

#[test]
fn every_flag_of_check_is_taken() {
    let args = check(
        "sub/dir --offline --baseline-ref origin/main --declaration d.yml --principles next.yml --output sarif=out/a=b.sarif \
         --output short --scope change --fail-on warning --strict --fix --allow-private wiki.corp --allow-private ci.corp:8443 \
         --cache-dir c --no-cache --today 2026-08-21 --color never -v",
    );
    assert_eq!(args.dir.as_deref(), Some(Path::new("sub/dir")));
    assert_eq!(
        args.output,
        [
            Output { format: Format::Sarif, file: Some(PathBuf::from("out/a=b.sarif")) },
            Output { format: Format::Short, file: None },
        ]
    );
    assert_eq!(args.standard_output().unwrap(), Some(&args.output[1]));
    let open: Vec<String> = args.network.allow_private.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["wiki.corp", "ci.corp:8443"]);
    assert_eq!((args.scope, args.fail_on), (Some(ScopeArg::Change), FailOnArg::Warning));
    assert_eq!(args.today, Some(date(2026, 8, 21)));
    assert_eq!(args.baseline_ref.as_deref(), Some("origin/main"));
    assert!(args.verbose && !args.quiet);
    assert!(check("--online --baseline old.yml -q --color always --scope audit --fail-on never").quiet);
}

#[test]
fn flags_that_contradict_each_other_are_refused() {
    for line in ["--offline --online", "--baseline a --baseline-ref b", "-q -v"] {
        assert_eq!(parse(&format!("check {line}")).unwrap_err(), ErrorKind::ArgumentConflict, "{line}");
    }
}

#[test]
fn values_that_mean_nothing_are_refused() {
    for line in [
        "check --output =a",
        "check --output json=",
        "check --today 20260821",
        "check --today 2026-13-01",
        "check --fail-on notice",
        "check --scope pr",
        "init --packages wheels",
        "init --user-accounts perhaps",
        "init --url http://a.example/",
        "badge --svg a.svg --style stars",
        "schema everything",
        "completions tcsh",
    ] {
        let kind = parse(line).unwrap_err();
        assert!(matches!(kind, ErrorKind::ValueValidation | ErrorKind::InvalidValue), "{line}: {kind:?}");
    }
}

#[test]
fn one_report_at_most_goes_to_standard_output() {
    let error = check("--output json --output short").standard_output().unwrap_err();
    assert!(error.contains("`--output short=FILE`"), "{error}");
    assert_eq!(check("--output json=a --output short=b").standard_output(), Ok(None));
}

#[test]
fn init_takes_what_it_would_ask() {
    let Command::Init(args) =
        parse("init --user-accounts false --packages source-only,builds-on-behalf --name Ex --url https://ex.example/")
            .unwrap()
    else {
        panic!()
    };
    let given = args.given();
    assert_eq!(given.user_accounts, Some(false));
    assert_eq!(given.packages.unwrap(), ["source-only", "builds-on-behalf"]);
    assert_eq!((given.name.as_deref(), given.url.as_deref()), (Some("Ex"), Some("https://ex.example/")));
    let Command::Init(args) = parse("init").unwrap() else { panic!() };
    assert_eq!(args.given(), crate::commands::init::PartialAnswers::default());
}

#[test]
fn badge_writes_at_least_one_file() {
    assert_eq!(parse("badge").unwrap_err(), ErrorKind::MissingRequiredArgument);
    let Command::Badge(args) = parse("badge d --svg a.svg --endpoint a.json --style counts --check").unwrap()
    else {
        panic!()
    };
    assert_eq!((args.style, args.check), (BadgeStyle::Counts, true));
    let missing = ["badge --endpoint a.json --markdown", "badge --svg a.svg --link a.html"];
    for line in missing {
        assert_eq!(parse(line).unwrap_err(), ErrorKind::MissingRequiredArgument, "{line}");
    }
    assert_eq!(parse("badge --svg a.svg --markdown --check").unwrap_err(), ErrorKind::ArgumentConflict);
}

#[test]
fn the_other_commands_are_there() {
    let Command::Schema(args) = parse("schema").unwrap() else { panic!() };
    assert_eq!(args.about, SchemaKind::Declaration);
    assert!(matches!(parse("schema report"), Ok(Command::Schema(_))));
    assert!(matches!(parse("explain"), Ok(Command::Explain(args)) if args.ids.is_empty()));
    assert!(matches!(parse("explain mfa sbom"), Ok(Command::Explain(args)) if args.ids == ["mfa", "sbom"]));
    assert!(matches!(parse("completions zsh"), Ok(Command::Completions(_))));
    assert!(matches!(parse("man"), Ok(Command::Man)));
    assert_eq!(parse("").unwrap_err(), ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand);
}

#[test]
fn help_explains_every_flag() {
    for sub in Cli::command().get_subcommands() {
        assert!(sub.get_about().is_some(), "{}", sub.get_name());
        for argument in sub.get_arguments() {
            assert!(argument.get_help().is_some(), "{} {}", sub.get_name(), argument.get_id());
        }
    }
}
