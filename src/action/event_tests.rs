use super::{Event, EventError, What};
use serde_json::{Value, json};

const BASE: &str = "f95f852bd8fca8fcc58a9a2d6c842781e32a215e";
const HEAD: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

fn read(name: &str, payload: &Value) -> Result<Event, EventError> {
    Event::read(name, payload.to_string().as_bytes())
}

fn pull_request(head_repository: &Value) -> Value {
    json!({
        "pull_request": {
            "number": 2,
            "base": {"sha": BASE, "repo": {"full_name": "Codertocat/Hello-World"}},
            "head": {"sha": HEAD, "repo": head_repository},
        },
        "repository": {"default_branch": "master"},
    })
}

#[test]
fn a_pull_request_from_elsewhere_is_a_fork() {
    for (repository, is_fork) in [
        (json!({"full_name": "codertocat/hello-world"}), false),
        (json!({"full_name": "mallory/Hello-World"}), true),
        (json!({}), true),
        (Value::Null, true),
    ] {
        let event = read("pull_request", &pull_request(&repository)).unwrap();
        assert_eq!(event.pull_request().unwrap().is_fork, is_fork, "{repository}");
        assert!(event.is_change());
        assert_eq!(event.default_branch.as_deref(), Some("master"));
    }
    let target = read("pull_request_target", &pull_request(&Value::Null)).unwrap();
    assert!(target.pull_request().unwrap().is_target);
    let review = read("pull_request_review", &pull_request(&Value::Null)).unwrap();
    assert!(!review.pull_request().unwrap().is_target);
}

#[test]
fn a_push_has_a_before_unless_the_branch_is_new_or_it_is_a_tag() {
    let push = |reference: &str, before: &str| {
        read("push", &json!({"ref": reference, "before": before, "repository": {"default_branch": "main"}}))
    };
    let zeros = "0".repeat(40);
    let event = push("refs/heads/main", BASE).unwrap();
    assert_eq!(event.what, What::Push { branch: "main".into(), before: Some(BASE.into()) });
    assert!(!event.is_change(), "the default branch answers for itself");
    assert!(push("refs/heads/a/b", BASE).unwrap().is_change());
    let new = push("refs/heads/a", &zeros).unwrap();
    assert_eq!(new.what, What::Push { branch: "a".into(), before: None });
    assert!(!new.is_change());
    assert_eq!(push("refs/tags/v1", BASE).unwrap().what, What::Other);
    let gone = json!({"ref": "refs/heads/a", "before": BASE, "after": zeros, "repository": {}});
    assert_eq!(read("push", &gone).unwrap().what, What::Other, "the branch was deleted");
}

#[test]
fn what_is_not_there_is_never_taken_for_no_base() {
    let broken = [
        ("pull_request", json!({})),
        (
            "pull_request",
            json!({"pull_request": {"number": 1, "base": {"sha": "main"}, "head": {"sha": HEAD}}}),
        ),
        (
            "pull_request",
            json!({"pull_request": {"number": 1, "base": {"sha": BASE}, "head": {"sha": "--x"}}}),
        ),
        ("merge_group", json!({})),
        ("merge_group", json!({"merge_group": {"base_sha": ""}})),
        ("push", json!({"ref": "refs/heads/main"})),
        ("push", json!({"before": BASE})),
        ("push", json!({"ref": "refs/other/main", "before": BASE})),
        ("push", json!({"ref": "refs/heads/main", "before": "main"})),
    ];
    for (name, payload) in broken {
        let error = read(name, &payload).unwrap_err().to_string();
        assert!(error.starts_with(&format!("the payload of the event `{name}` has no usable ")), "{error}");
    }
    for payload in ["", "[]", "x", "{\"pull_request\": 1}"] {
        let error = Event::read("pull_request", payload.as_bytes()).unwrap_err().to_string();
        assert!(error.contains("not what GitHub sends"), "{error}");
    }
}

#[test]
fn other_events_change_nothing() {
    for name in ["schedule", "workflow_dispatch", "release", "pull", "pushes"] {
        let event = read(name, &json!({"repository": {"default_branch": "main"}})).unwrap();
        assert_eq!(event.what, What::Other, "{name}");
        assert!(!event.is_change());
    }
}
