//! The scripts of a release, on a repository of their own.

use super::script::{good, refused, script};
use super::{here, text};
use assert_cmd::Command;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const TARGETS: [&str; 5] = [
    "aarch64-apple-darwin",
    "aarch64-unknown-linux-musl",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "x86_64-unknown-linux-musl",
];

/// A repository that could be released as 1.2.3.
struct Repository {
    directory: TempDir,
}

impl Repository {
    fn new() -> Self {
        let this = Self { directory: tempfile::tempdir().unwrap() };
        let manifest = "[package]\nname = \"package-repo-security\"\nversion = \"1.2.3\"\n\
             repository = \"https://github.example/epi/linter\"\n\n[dependencies]\nclap = \"4\"\n";
        this.write("Cargo.toml", manifest);
        this.write("Cargo.lock", "[[package]]\nname = \"package-repo-security\"\nversion = \"1.2.3\"\n");
        this.write("CHANGELOG.md", "# Changelog\n\n## 1.2.3 - 2026-11-22\n\n### Added\n\n- This.\n\n## 1.2.2 - 2026-10-01\n\n- That.\n");
        this.write("action.yml", &text("action.yml"));
        for script in ["check", "seal", "sealed", "notes"] {
            this.write(&format!(".github/release/{script}"), &text(&format!(".github/release/{script}")));
        }
        this.write("binary/action.yml", &text("binary/action.yml"));
        for arguments in
            [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "Begin"]]
        {
            this.git(arguments);
        }
        this
    }

    fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let before = self.read(path);
        assert!(before.contains(old), "{path} has no {old}");
        self.write(path, &before.replace(old, new));
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.directory.path());
        good(identified(command))
    }

    fn script(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = script(&self.path(&format!(".github/release/{name}")), self.directory.path());
        command.args(arguments);
        identified(command)
    }

    /// A directory with an archive and a checksum for each target.
    fn archives() -> TempDir {
        let archives = tempfile::tempdir().unwrap();
        for target in TARGETS {
            let name = format!("package-repo-security-v1.2.3-{target}.tar.gz");
            fs::write(archives.path().join(&name), target).unwrap();
            let mut sum = Command::new("sha256sum");
            sum.arg(&name).current_dir(archives.path());
            fs::write(archives.path().join(format!("{name}.sha256")), good(sum)).unwrap();
        }
        archives
    }
}

/// With a name for commits, and without what a machine's configuration says.
fn identified(mut command: Command) -> Command {
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "A").env(format!("GIT_{role}_EMAIL"), "a@epi.example");
    }
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    command
}

fn image() -> String {
    format!("ghcr.example/epi/linter@sha256:{}", "5f".repeat(32))
}

#[test]
fn a_tag_that_says_what_the_tree_says_may_be_released() {
    let repository = Repository::new();
    let mut command = repository.script("check", &["release-v1.2.3"]);
    command.env("GITHUB_SERVER_URL", "https://github.example").env("GITHUB_REPOSITORY", "epi/linter");
    assert_eq!(good(command), "1.2.3\n");
    assert_eq!(good(repository.script("notes", &["1.2.3"])), "\n### Added\n\n- This.\n\n");
}

#[test]
fn a_tree_that_says_otherwise_is_not_released() {
    refused(Repository::new().script("check", &["v1.2.3"]), "is no release-vX.Y.Z");
    refused(Repository::new().script("check", &["release-v1.2.4"]), "Cargo.toml has version 1.2.3");
    for (file, old, new, said) in [
        ("Cargo.lock", "1.2.3", "1.2.2", "Cargo.lock has version 1.2.2"),
        ("CHANGELOG.md", "## 1.2.3 - 2026-11-22", "## Unreleased (1.2.3)", "CHANGELOG.md has no heading"),
        ("CHANGELOG.md", "## 1.2.3 -", "## 1x2.3 -", "CHANGELOG.md has no heading"),
        ("Cargo.toml", "repository = ", "homepage = ", "no `repository`"),
        ("action.yml", "image: Dockerfile", "image: docker://x", "does not build from the Dockerfile"),
    ] {
        let repository = Repository::new();
        repository.replace(file, old, new);
        refused(repository.script("check", &["release-v1.2.3"]), said);
    }
    let elsewhere = Repository::new();
    let mut command = elsewhere.script("check", &["release-v1.2.3"]);
    command.env("GITHUB_SERVER_URL", "https://github.example").env("GITHUB_REPOSITORY", "fork/linter");
    refused(command, "this is https://github.example/fork/linter");
}

#[test]
fn the_commit_of_a_release_names_the_image_and_the_archives_by_digest_and_changes_nothing_else() {
    let repository = Repository::new();
    let archives = Repository::archives();
    let before = repository.read("action.yml");
    // What the release is made of is not sealed yet.
    refused(repository.script("sealed", &["v1.2.3"]), "action.yml runs `Dockerfile`");
    good(repository.script("seal", &["1.2.3", &image(), archives.path().to_str().unwrap()]));
    good(repository.script("sealed", &["v1.2.3"]));
    refused(repository.script("sealed", &["v1.2.4"]), "which is no image of v1.2.4");
    assert_eq!(
        repository.git(&["diff", "--name-only", "HEAD^", "v1.2.3"]),
        "action.yml\nbinary/release.txt\n"
    );
    assert_eq!(repository.git(&["status", "--short"]), "");
    let named = format!("image: docker://ghcr.example/epi/linter:v1.2.3@sha256:{}\n", "5f".repeat(32));
    let comment = before.lines().find(|line| line.contains("# A release writes")).unwrap();
    assert_eq!(
        repository.read("action.yml"),
        before.replace("image: Dockerfile\n", &named).replace(&format!("{comment}\n"), "")
    );
    let release = repository.read("binary/release.txt");
    assert!(release.starts_with("version 1.2.3\n"), "{release}");
    for target in TARGETS {
        assert_eq!(
            release.matches(&format!("  package-repo-security-v1.2.3-{target}.tar.gz\n")).count(),
            1,
            "{release}"
        );
    }
    // It is not released twice.
    refused(repository.script("check", &["release-v1.2.3"]), "binary/release.txt is there");
}

#[test]
fn a_release_that_is_not_whole_is_not_sealed() {
    for (target, sum, said) in [
        ("x86_64-apple-darwin", true, "is not in"),
        ("aarch64-unknown-linux-musl", false, "is not what its checksum says"),
    ] {
        let repository = Repository::new();
        let archives = Repository::archives();
        let archive = archives.path().join(format!("package-repo-security-v1.2.3-{target}.tar.gz"));
        if sum {
            fs::remove_file(archive).unwrap();
        } else {
            fs::write(archive, "something else").unwrap();
        }
        refused(repository.script("seal", &["1.2.3", &image(), archives.path().to_str().unwrap()]), said);
        assert_eq!(repository.git(&["tag", "--list"]), "");
    }
    let repository = Repository::new();
    let archives = Repository::archives();
    for image in ["ghcr.example/epi/linter:v1.2.3", "ghcr.example/epi/linter@sha256:5f", "x@sha256:a|b"] {
        let command = repository.script("seal", &["1.2.3", image, archives.path().to_str().unwrap()]);
        refused(command, "is no image with a digest");
    }
}

#[test]
fn an_archive_holds_the_program_and_its_licences_and_is_what_its_checksum_says() {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_package-repo-security"));
    let place = tempfile::tempdir().unwrap();
    let mut command = script(&here(".github/release/pack"), place.path());
    let version = env!("CARGO_PKG_VERSION");
    command.args([version, "x86_64-unknown-linux-musl"]).arg(&program).arg(place.path());
    good(command);
    let name = format!("package-repo-security-v{version}-x86_64-unknown-linux-musl.tar.gz");
    let mut sums = Command::new("sha256sum");
    sums.args(["--check", "--strict", &format!("{name}.sha256")]).current_dir(place.path());
    good(sums);
    let mut unpacked = Command::new("tar");
    unpacked.args(["-tzf", &name]).current_dir(place.path());
    let mut files: Vec<String> = good(unpacked).lines().map(str::to_owned).collect();
    files.sort();
    assert_eq!(
        files,
        ["./", "./LICENSE-APACHE", "./LICENSE-MIT", "./NOTICE", "./README.md", "./package-repo-security"]
    );
    let mut wrong = script(&here(".github/release/pack"), place.path());
    wrong.args(["9.9.9", "x86_64-unknown-linux-musl"]).arg(&program).arg(place.path());
    assert!(crate::support::Run::of(wrong).stderr.contains("is not version 9.9.9"));
}
