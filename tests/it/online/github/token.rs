//! Where the token goes, and where it does not.

use super::support::{TOKEN, World, file, index};
use crate::support::{TODAY, Tree, whole};
use crate::world::github::{Double, Fault, File, Hub, Side, sha};
use package_repo_security::evidence::web::{Depth, Subject};
use package_repo_security::links::github::Target;
use package_repo_security::online::github::Token;
use std::fs;
use std::path::Path;

#[test]
fn a_token_that_is_none_is_told_once_and_the_rest_is_asked_without() {
    let mut world = World::new(vec![index()]);
    let wrong = "ghp_wrongWRONGwrongWRONG";
    world.access.token = Token::new(wrong);
    let wants: Vec<_> = ["README.md", "docs/help.md", "nothing.md"]
        .iter()
        .map(|path| (world.want("acme/index", file(&format!("main/{path}"))), Depth::Text))
        .collect();
    let answers = world.ask_all(wants);
    assert_eq!(format!("{answers:?}").matches("File(").count(), 2, "{answers:?}");
    let heard = world.heard();
    assert_eq!(heard.matches("(401)").count(), 1, "{heard}");
    assert!(!heard.contains(wrong) && !format!("{answers:?}{world:?}", world = world.access).contains(wrong));
    let with_token =
        world.double.api_requests().iter().filter(|it| it.header("authorization").is_some()).count();
    assert_eq!(with_token, 1, "it is not sent again");
}

#[test]
fn the_token_goes_to_the_api_once_a_request_and_to_nobody_else() {
    let world = World::new(vec![index().with_file("a.bin", File::Bytes(vec![0]))]);
    let dangling = Target::Commit { sha: sha("nothing") };
    let targets = [file("main/README.md"), file("main/a.bin"), Target::Thread { number: 9 }, dangling];
    let wants: Vec<_> =
        targets.into_iter().map(|target| (world.want("acme/index", target), Depth::Bytes)).collect();
    let answers = world.ask_all(wants);
    for request in world.double.recorded() {
        let said = request.headers.iter().filter(|(_, value)| value.contains(TOKEN)).count();
        let expected = usize::from(request.side == Side::Api);
        assert_eq!(said, expected, "{request:?}");
        assert!(!request.path.contains(TOKEN) && !request.body.contains(TOKEN));
        for name in ["cookie", "referer"] {
            assert!(request.header(name).is_none(), "{request:?}");
        }
    }
    assert!(!world.double.page_requests().is_empty(), "pages were asked, too");
    for text in [format!("{answers:?}"), world.heard(), format!("{:?}", world.access)] {
        assert!(!text.contains(TOKEN), "{text}");
    }
}

#[test]
fn the_token_does_not_follow_a_redirect() {
    let elsewhere = Double::start(Hub::new(TOKEN, vec![index()]));
    for status in [301, 302, 303, 307, 308] {
        let world = World::new(vec![index()]);
        let place = format!("{}/graphql", elsewhere.api);
        world.double.break_next([Fault::Answer(status, vec![("location", place)], "{}".to_owned())]);
        world.reason("acme/index", Target::Repository);
    }
    assert!(elsewhere.recorded().is_empty(), "{:?}", elsewhere.recorded());
}

#[test]
fn the_token_is_not_sent_to_a_graphql_api_at_another_place() {
    let elsewhere = Double::start(Hub::new(TOKEN, vec![index()]));
    let mut world = World::new(vec![index()]);
    world.access.graphql = format!("{}/graphql", elsewhere.api).parse().unwrap();
    assert!(matches!(world.subject("acme/index", file("main/README.md"), Depth::Text), Subject::File(_)));
    assert!(elsewhere.recorded().is_empty(), "{:?}", elsewhere.recorded());
    // The REST API is where the token belongs.
    assert!(world.double.api_requests().iter().all(|it| it.header("authorization").is_some()));
    assert!(world.heard().contains("not sent to the GraphQL API"), "{}", world.heard());
}

#[test]
fn a_token_that_no_header_can_hold_is_not_sent_and_nothing_panics() {
    for token in ["ghp_line\nbreak: yes", "ghp_\u{7f}", "ghp_\0"] {
        let mut world = World::new(vec![index()]);
        world.access.token = Token::new(token);
        assert!(matches!(world.subject("acme/index", Target::Repository, Depth::Text), Subject::There));
        assert!(world.double.recorded().iter().all(|it| it.header("authorization").is_none()));
        assert!(
            world.heard().contains("no header can hold") && !world.heard().contains("ghp_"),
            "{}",
            world.heard()
        );
    }
}

#[test]
fn a_token_is_not_sent_unencrypted() {
    let mut world = World::new(vec![index()]);
    // Names that lead nowhere: what matters is what would be sent.
    world.access.rest = "http://api.invalid".parse().unwrap();
    world.access.graphql = "http://api.invalid/graphql".parse().unwrap();
    world.ask("acme/index", Target::Repository, Depth::Text);
    assert!(world.heard().contains("not sent over http"), "{}", world.heard());
}

/// A proxy would read what is sent to it unencrypted, the token among it.
#[test]
fn what_is_asked_of_loopback_goes_through_no_proxy() {
    let double = Double::start(Hub::new(TOKEN, vec![index()]));
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    proxy.set_nonblocking(true).unwrap();
    let place = format!("http://{}", proxy.local_addr().unwrap());
    let item = format!("      - url: {}/acme/index/blob/main/README.md\n", double.pages);
    let tree = Tree::with(whole(&format!("answers:\n  mfa:\n    status: met\n    evidence:\n{item}")));
    let mut command = tree.command(&["check", "--online", "--today", TODAY, "--no-cache"]);
    command.args(["--allow-private", "127.0.0.1"]);
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env(name, &place);
    }
    command.env_remove("NO_PROXY").env_remove("no_proxy");
    command.env("GITHUB_SERVER_URL", &double.pages).env("GITHUB_API_URL", &double.api);
    command.env("GITHUB_GRAPHQL_URL", format!("{}/graphql", double.api)).env("GITHUB_TOKEN", TOKEN);
    let run = crate::support::Run::of(command);
    assert!(proxy.accept().is_err(), "nobody came");
    assert!(double.api_requests().iter().any(|it| it.status == 200), "{run:?}");
}

const FORMATS: &[&str] =
    &["human", "short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"];

/// What a run of the binary leaves behind: its two streams, and every file below its tree, reports and cache included.
fn traces(double: &Double, token: (&str, &str), verbosity: &[&str]) -> Vec<(String, String)> {
    let links = [
        "README.md",
        "blob/main/README.md",
        "blob/main/none.md",
        "issues/1",
        "blob/main/a.bin",
        "commit/0123456",
    ];
    let items: String =
        links.iter().map(|link| format!("      - url: {}/acme/index/{link}\n", double.pages)).collect();
    let tree = Tree::with(whole(&format!("answers:\n  mfa:\n    status: met\n    evidence:\n{items}")));
    let mut command = tree.command(&["check", "--online", "--today", TODAY, "--cache-dir", "cache"]);
    command.args(["--allow-private", "127.0.0.1"]).args(verbosity);
    for format in FORMATS {
        command.arg(format!("--output={format}=report.{format}"));
    }
    command
        .env("GITHUB_SERVER_URL", &double.pages)
        .env("GITHUB_API_URL", &double.api)
        .env("GITHUB_GRAPHQL_URL", format!("{}/graphql", double.api))
        .env("GITHUB_REPOSITORY", "acme/index")
        .env(token.0, token.1)
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full");
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut traces =
        vec![("stdout".to_owned(), text(&output.stdout)), ("stderr".to_owned(), text(&output.stderr))];
    let mut open = vec![tree.path("")];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.file_name().map(Path::new).unwrap().display().to_string();
                traces.push((name, text(&fs::read(&path).unwrap())));
            }
        }
    }
    traces
}

#[test]
fn the_token_is_in_no_output_no_file_and_no_other_request() {
    let elsewhere = Double::start(Hub::new(TOKEN, vec![index()]));
    let away = |status| {
        let places = [("location", format!("{}/graphql", elsewhere.api)), ("x-echo", TOKEN.to_owned())];
        Fault::Answer(status, places.to_vec(), format!("{{\"message\": \"bad token {TOKEN}\"}}"))
    };
    let faults: [Vec<Fault>; 6] = [
        Vec::new(),
        vec![away(302)],
        vec![away(401)],
        vec![away(403)],
        vec![away(500), away(500)],
        vec![Fault::Answer(
            200,
            Vec::new(),
            format!("{{\"errors\": [{{\"message\": \"{TOKEN}\", \"type\": \"{TOKEN}\"}}]}}"),
        )],
    ];
    for (number, faults) in faults.into_iter().enumerate() {
        for (variable, verbosity) in
            [("GITHUB_TOKEN", &["-v"][..]), ("GH_TOKEN", &[]), ("GITHUB_TOKEN", &["-q"])]
        {
            let double =
                Double::start(Hub::new(TOKEN, vec![index().with_file("a.bin", File::Bytes(vec![0]))]));
            double.break_next(faults.clone());
            let traces = traces(&double, (variable, TOKEN), verbosity);
            assert!(traces.len() >= 2 + FORMATS.len(), "{number}: {traces:?}");
            for (name, text) in traces {
                // Half of it would be half a leak.
                assert!(!text.contains("MARKERmarker"), "{number}: {name}: {text}");
            }
            let recorded = double.recorded();
            assert!(recorded.iter().any(|it| it.side == Side::Api && it.header("authorization").is_some()));
            for request in recorded.iter().filter(|it| it.side == Side::Pages) {
                assert!(
                    !format!("{:?} {} {}", request.headers, request.path, request.body).contains("MARKER")
                );
            }
        }
    }
    assert!(elsewhere.recorded().is_empty(), "{:?}", elsewhere.recorded());
}
