//! Where the token goes, and where it does not.

use super::support::{TOKEN, World, file, index};
use crate::world::github::{Double, Fault, File, Hub, sha};
use package_repo_security::evidence::web::{Depth, Subject};
use package_repo_security::links::github::Target;
use package_repo_security::online::github::Token;

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
    assert_eq!(heard.matches("401").count(), 1, "{heard}");
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
        let expected = usize::from(request.side == crate::world::github::Side::Api);
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
