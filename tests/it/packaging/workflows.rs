//! The image and the workflows name what they use, so that it can be looked up.

use super::{here, text, yaml};
use std::path::PathBuf;

fn workflows() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(here(".github/workflows")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 3, "{paths:?}");
    paths
}

#[test]
fn actions_of_others_are_named_by_commit_with_their_version_beside_it() {
    for path in workflows() {
        let workflow = std::fs::read_to_string(&path).unwrap();
        for line in workflow.lines().filter(|line| line.contains("uses: ") && !line.contains("uses: ./")) {
            let (commit, version) = line.split_once('@').unwrap().1.split_once(" # v").unwrap();
            assert!(commit.len() == 40 && commit.bytes().all(|it| it.is_ascii_hexdigit()), "{line}");
            assert_eq!(version.trim_end().split('.').count(), 3, "{line}");
        }
    }
}

#[test]
fn a_job_has_the_permissions_that_it_names_and_no_other() {
    for path in workflows() {
        let workflow: serde_yaml::Value =
            serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(workflow["permissions"].as_mapping().unwrap().is_empty(), "{path:?}");
        for (name, job) in workflow["jobs"].as_mapping().unwrap() {
            assert!(job["permissions"].is_mapping(), "{path:?}: {name:?}");
            assert!(job["timeout-minutes"].is_number(), "{path:?}: {name:?}");
        }
    }
}

#[test]
fn the_image_is_built_by_the_toolchain_of_the_project() {
    let toolchain = text("rust-toolchain.toml");
    let channel =
        toolchain.lines().find_map(|line| line.strip_prefix("channel = ")).unwrap().trim_matches('"');
    let minor = channel.rsplit_once('.').unwrap().0;
    let dockerfile = text("Dockerfile");
    let image = dockerfile.lines().find_map(|line| line.strip_prefix("FROM rust:")).unwrap();
    let (tag, digest) = image.strip_suffix(" AS build").unwrap().split_once("@sha256:").unwrap();
    assert_eq!(tag, format!("{minor}-alpine"));
    assert!(digest.len() == 64 && digest.bytes().all(|it| it.is_ascii_hexdigit()), "{digest}");
}

#[test]
fn what_the_image_is_built_from_is_let_into_its_context() {
    let ignored = text(".dockerignore");
    let let_in: Vec<&str> = ignored.lines().filter_map(|line| line.strip_prefix('!')).collect();
    assert_eq!(ignored.lines().find(|line| !line.starts_with('#')), Some("*"));
    let dockerfile = text("Dockerfile");
    let copied: Vec<&str> = dockerfile
        .lines()
        .filter_map(|line| line.strip_prefix("COPY "))
        .filter(|line| !line.starts_with("--from"))
        .flat_map(|line| line.rsplit_once(' ').unwrap().0.split(' '))
        .collect();
    assert_eq!(copied, ["Cargo.toml", "Cargo.lock", "build.rs", "principles", "src"]);
    assert_eq!(let_in, copied);
}

#[test]
fn an_archive_has_one_name_wherever_it_is_spoken_of() {
    let manifest = text("Cargo.toml");
    let asked = manifest.lines().find_map(|line| line.strip_prefix("pkg-url = ")).unwrap().trim_matches('"');
    assert_eq!(asked, "{ repo }/releases/download/v{ version }/{ name }-v{ version }-{ target }.tar.gz");
    assert!(text(".github/release/pack").contains("name=package-repo-security-v${1:?}-${2:?}.tar.gz"));
    assert!(text("binary/install").contains("archive=package-repo-security-v$version-$(target).tar.gz"));
    // Each target is built, sealed, and known where it is installed.
    let workflow = yaml(".github/workflows/release.yml");
    let mut built: Vec<String> = ["linux", "others"]
        .iter()
        .flat_map(|job| workflow["jobs"][*job]["strategy"]["matrix"]["include"].as_sequence().unwrap())
        .map(|it| it["target"].as_str().unwrap().to_owned())
        .collect();
    built.sort();
    let sealed = text(".github/release/seal");
    let sealed = sealed.split("for target in ").nth(1).unwrap().split(';').next().unwrap();
    assert_eq!(built, sealed.split(' ').collect::<Vec<_>>());
    for target in built {
        assert!(text("binary/install").contains(&format!("echo {target} ;;")), "{target}");
    }
}
