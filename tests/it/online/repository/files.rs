//! One file at one commit: there, not there, and no file at all.

use super::support::{World, asked, index, open, open_as, world};
use crate::world::github::{Fault, File, sha};
use package_repo_security::online::repository::ApiError;

const PLACE: &str = ".github/workflows/ci.yml";

#[test]
fn a_file_is_read_byte_for_byte_by_one_request() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    let world = World::new(vec![index().with_file("a b/ü%#?.yml", File::Bytes(bytes.clone()))]);
    assert_eq!(open(&world).file(&index().first(), "a b/ü%#?.yml", 5_000).unwrap(), Some(bytes));
    assert_eq!(asked(&world).len(), 1);
}

#[test]
fn an_empty_file_is_a_file() {
    let world = World::new(vec![index().with_file("empty.yml", File::Bytes(Vec::new()))]);
    assert_eq!(open(&world).file(&index().first(), "empty.yml", 10).unwrap(), Some(Vec::new()));
}

#[test]
fn a_commit_that_is_known_lacks_a_file_by_one_request() {
    let world = world();
    let it = open(&world);
    it.parents(&index().first()).unwrap();
    assert_eq!(it.file(&index().first(), "none.yml", 10).unwrap(), None);
    assert_eq!(asked(&world).len(), 2);
}

#[test]
fn that_a_file_is_not_there_is_never_taken_from_a_commit_that_nobody_saw() {
    let world = world();
    // Of a commit that was named from elsewhere, it is made sure.
    assert_eq!(open(&world).file(&index().first(), "none.yml", 10).unwrap(), None);
    assert_eq!(asked(&world).len(), 2);
    let error = open(&world).file(&sha("nothing"), PLACE, 100).unwrap_err();
    assert!(
        matches!(&error, ApiError::NoCommit { told, .. } if told.contains("No commit found for the ref")),
        "{error:?}"
    );
    let error = open_as(&world, "acme/other").file(&index().first(), PLACE, 100).unwrap_err();
    assert!(matches!(error, ApiError::NotVisible { .. }), "{error:?}");
}

#[test]
fn what_is_no_file_is_said_to_be_what_it_is() {
    let it = index()
        .with_file("link.yml", File::Symlink("elsewhere.yml".to_owned()))
        .with_file("alias.yml", File::Symlink("README.md".to_owned()))
        .with_file("module", File::Submodule(sha("other")))
        .with_file("large.yml", File::Large(vec![b'a'; 50]))
        .with_file("long.yml", File::Bytes(vec![b'a'; 11]));
    let world = World::new(vec![it]);
    for (path, what) in [
        ("docs", "a directory"),
        ("", "a directory"),
        ("link.yml", "a symbolic link"),
        ("alias.yml", "a symbolic link to another file"),
        ("module", "a submodule"),
        ("long.yml", "larger than 10 bytes"),
    ] {
        let error = open(&world).file(&index().first(), path, 10).unwrap_err();
        assert!(matches!(&error, ApiError::NotAFile { what: it, .. } if it == what), "{path}: {error:?}");
    }
    let error = open(&world).file(&index().first(), "large.yml", 100).unwrap_err();
    assert!(error.to_string().contains("too large for GitHub's API"), "{error}");
}

#[test]
fn half_a_file_does_not_pass_for_one() {
    let entry = |content: &str, encoding: &str, size: u64| {
        let body = serde_json::json!({ "type": "file", "path": PLACE, "size": size, "content": content, "encoding": encoding });
        Fault::Answer(200, Vec::new(), body.to_string())
    };
    let too_large =
        r#"{"message": "Too large", "errors": [{"resource": "Blob", "field": "data", "code": "too_large"}]}"#;
    for (fault, expected) in [
        (entry("b246IA==", "base64", 4), None),
        (entry("b246IA==", "base64", 5), Some("broke off")),
        (entry("b246I", "base64", 4), Some("broke off")),
        (entry("on: ", "utf-16", 4), Some("encoding that is not known")),
        (Fault::Answer(200, Vec::new(), "{}".to_owned()), Some("broke off")),
        (Fault::Answer(200, Vec::new(), "null".to_owned()), Some("broke off")),
        (Fault::Answer(403, Vec::new(), too_large.to_owned()), Some("too large for GitHub's API")),
    ] {
        let world = world();
        world.double.break_next([fault.clone()]);
        let answer = open(&world).file(&index().first(), PLACE, 100);
        match expected {
            None => assert_eq!(answer.unwrap().unwrap(), b"on: "),
            Some(text) => {
                let error = answer.unwrap_err().to_string();
                assert!(error.contains(text), "{fault:?}: {error}");
            }
        }
    }
}

#[test]
fn a_path_cannot_leave_the_contents_of_the_repository() {
    let world = world();
    let it = open(&world);
    it.parents(&index().first()).unwrap();
    for path in ["../../../user", "a/../../b", "./README.md"] {
        assert!(matches!(it.file(&index().first(), path, 100), Err(ApiError::NotAFile { .. })), "{path}");
    }
    for path in ["%2e%2e/%2e%2e/x", "x?ref=evil", "x#y", "https://evil.example/x"] {
        assert_eq!(it.file(&index().first(), path, 100).unwrap(), None, "{path}");
    }
    assert_eq!(asked(&world).len(), 5);
    for request in world.double.api_requests().iter().skip(1) {
        assert!(request.path.starts_with("/repos/acme/index/contents/"), "{}", request.path);
        assert_eq!(request.path.matches('?').count(), 1, "{}", request.path);
        assert!(!request.path.contains("/../"), "{}", request.path);
    }
}
