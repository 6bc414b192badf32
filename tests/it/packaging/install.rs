//! `binary/install` puts in place what was asked for, and nothing that is not what the release says.

use super::here;
use super::script::{good, refused, script};
use crate::world::site::{Reply, Site};
use crate::world::tls::Authority;
use assert_cmd::Command;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use tempfile::TempDir;

const ARCHIVE: &str = "package-repo-security-v0.1.0-x86_64-unknown-linux-musl.tar.gz";
const PLACE: &str = "/epi/package-repo-security/releases/download/v0.1.0";

/// A runner whose checkout of the Action has this `release.txt`.
struct Runner {
    directory: TempDir,
}

impl Runner {
    fn new(release: Option<&str>) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let action = directory.path().join("action/binary");
        fs::create_dir_all(&action).unwrap();
        fs::create_dir(directory.path().join("temp")).unwrap();
        fs::copy(here("binary/install"), action.join("install")).unwrap();
        if let Some(text) = release {
            fs::write(action.join("release.txt"), text).unwrap();
        }
        Self { directory }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    /// A program that answers as ours does, and says nothing else.
    fn program(&self, path: &str) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "#!/bin/sh\necho package-repo-security 0.1.0\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// What a release has: the program in an archive.
    fn archive(&self) -> Vec<u8> {
        self.program("built/package-repo-security");
        let tar = std::process::Command::new("tar")
            .arg("-czf")
            .arg("-")
            .arg("-C")
            .arg(self.path("built"))
            .arg(".")
            .output();
        tar.unwrap().stdout
    }

    fn install(&self) -> Command {
        let mut command = script(&self.path("action/binary/install"), self.directory.path());
        command.env("RUNNER_OS", "Linux").env("RUNNER_ARCH", "X64").env("RUNNER_TEMP", self.path("temp"));
        command
            .env("GITHUB_OUTPUT", self.path("output"))
            .env("ACTION_REPOSITORY", "epi/package-repo-security");
        command
    }

    /// The program that the next step is told of.
    fn output(&self) -> Option<PathBuf> {
        let output = fs::read_to_string(self.path("output")).ok()?;
        Some(output.strip_prefix("program=").unwrap().trim_end().into())
    }

    fn install_from(&self, site: &Site, authority: &Authority) -> Command {
        let mut command = self.install();
        command.env("SERVER_URL", site.url("b.localhost", "")).env("CURL_CA_BUNDLE", authority.pem_file());
        command
    }
}

fn release(archive: &[u8]) -> String {
    let sha256: String = Sha256::digest(archive).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("version 0.1.0\n{}  another.tar.gz\n{sha256}  {ARCHIVE}\n", "0".repeat(64))
}

fn serving(archive: &[u8], authority: &Authority) -> Site {
    let reply = Reply::new("application/gzip", archive.to_vec());
    let site = Site::builder().tls(&authority.issue(&["b.localhost"]));
    // As GitHub does, from another place.
    let there = site.page("b.localhost", "/storage/1", reply);
    there.page("b.localhost", &format!("{PLACE}/{ARCHIVE}"), Reply::redirect(302, "/storage/1")).start()
}

#[test]
fn the_archive_of_the_release_is_used_where_its_sha256_is_right() {
    let archive = Runner::new(None).archive();
    let authority = Authority::new();
    let site = serving(&archive, &authority);
    let runner = Runner::new(Some(&release(&archive)));
    good(runner.install_from(&site, &authority));
    let program = runner.output().unwrap();
    assert!(program.starts_with(runner.path("temp")), "{program:?}");
    assert_eq!(good(Command::new(program)), "package-repo-security 0.1.0\n");
}

#[test]
fn an_archive_that_is_not_the_one_of_the_release_is_not_even_unpacked() {
    let authority = Authority::new();
    let other = Runner::new(None).archive();
    let site = serving(&other, &authority);
    let runner = Runner::new(Some(&release(b"what was released")));
    refused(runner.install_from(&site, &authority), "where release.txt says");
    assert_eq!(runner.output(), None);
    let temporary = fs::read_dir(runner.path("temp")).unwrap().next().unwrap().unwrap().path();
    let names: Vec<_> = fs::read_dir(temporary).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["archive"]);
}

#[test]
fn an_archive_is_fetched_over_https_from_a_server_that_is_who_it_says() {
    let authority = Authority::new();
    let archive = Runner::new(None).archive();
    let plain = Site::builder()
        .page("b.localhost", &format!("{PLACE}/{ARCHIVE}"), Reply::new("", archive.clone()))
        .start();
    let runner = Runner::new(Some(&release(&archive)));
    refused(runner.install_from(&plain, &authority), "could not be downloaded");
    assert_eq!(plain.connections(), 0);
    let site = serving(&archive, &authority);
    refused(runner.install_from(&site, &Authority::new()), "could not be downloaded");
    assert_eq!(runner.output(), None);
}

#[test]
fn what_the_release_does_not_have_is_said() {
    let archive = Runner::new(None).archive();
    let authority = Authority::new();
    let site = Site::builder().tls(&authority.issue(&["b.localhost"])).start();
    let runner = Runner::new(Some(&release(&archive)));
    refused(runner.install_from(&site, &authority), "could not be downloaded");
    let mut command = runner.install_from(&site, &authority);
    command.env("RUNNER_ARCH", "ARM");
    refused(command, "there is no release for Linux on ARM");
    for (text, said) in [
        ("", "names no version"),
        ("version ../../x\n", "names no version"),
        ("version 0.1.0\n", "no single SHA-256"),
        (&format!("version 0.1.0\nabc  {ARCHIVE}\n"), "no single SHA-256"),
        (&format!("{0}{0}", release(&archive)).replace("\nversion 0.1.0", ""), "no single SHA-256"),
    ] {
        refused(Runner::new(Some(text)).install_from(&site, &authority), said);
    }
}

#[test]
fn a_program_that_is_there_is_used_as_it_is() {
    let runner = Runner::new(Some("whatever"));
    let program = runner.program("tools/ours");
    let mut command = runner.install();
    command.env("PROGRAM", &program);
    good(command);
    assert_eq!(runner.output(), Some(program));
    for (named, said) in [("nowhere", "is no program"), ("a\nexit-code=0", "control character")] {
        let runner = Runner::new(None);
        let mut command = runner.install();
        command.env("PROGRAM", named);
        refused(command, said);
        assert_eq!(runner.output(), None);
    }
}

#[test]
fn without_a_release_it_is_built_from_what_was_checked_out() {
    let runner = Runner::new(None);
    runner.program("made");
    // What cargo would do, and how it was asked.
    let cargo = runner.program("bin/cargo");
    let made = runner.path("made");
    fs::write(
        &cargo,
        format!(
            "#!/bin/sh\npwd\necho \"$@\"\nmkdir -p \"$7/bin\" && cp '{}' \"$7/bin/package-repo-security\"\n",
            made.display()
        ),
    )
    .unwrap();
    let mut command = runner.install();
    let path = format!("{}:{}", runner.path("bin").display(), std::env::var("PATH").unwrap());
    command.env("PATH", path);
    let run = crate::support::Run::of(command);
    assert_eq!(run.code, 0, "{run:?}");
    let checkout = fs::canonicalize(runner.path("action")).unwrap();
    assert!(
        run.stderr
            .starts_with(&format!("{}\ninstall --locked --no-track --path . --root", checkout.display())),
        "{run:?}"
    );
    assert!(runner.output().unwrap().starts_with(runner.path("temp")));
}
