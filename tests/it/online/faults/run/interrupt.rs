//! Ctrl-C. The run under test is a process of its own: this very test program, told to run one of its tests.

#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "how the process under test is heard")]

use super::{ask, settings, wants};
use crate::online::asking::quick;
use crate::world::faults::Faults;
use package_repo_security::online::Online;
use package_repo_security::online::limits::Limits;
use package_repo_security::online::watch::Nobody;
use std::env;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Where the process under test finds the server.
const SERVER: &str = "SERVER_OF_THIS_TEST";

/// What the process under test does.
#[test]
#[ignore = "run by the tests below in a process of its own"]
fn child() {
    let Ok(server) = env::var(SERVER) else { return };
    let limits = Limits { request: Duration::from_mins(1), run: Duration::from_mins(1), ..quick() };
    let online = Online::new(settings(std::slice::from_ref(&server), limits), &Nobody);
    let told = ask(&online, &wants(["/good", "/silent"].map(|path| format!("http://{server}{path}"))));
    println!("{told:?} {}", online.was_interrupted());
    println!("{:?}", ask(&online, &wants([format!("http://{server}/good/2")])));
    std::thread::sleep(Duration::from_mins(1));
}

fn start(server: &Faults) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "--ignored", "--nocapture", "online::faults::run::interrupt::child"])
        .env(SERVER, server.opening())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn press(child: &Child) {
    let done = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(done.success());
}

fn until(what: impl Fn() -> bool) {
    let started = Instant::now();
    while !what() {
        assert!(started.elapsed() < Duration::from_secs(20), "it never happens");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_first_time_what_is_known_is_told_and_the_second_time_the_program_ends() {
    let server = Faults::start();
    let child = start(&server);
    until(|| server.hits("/silent") == 1 && server.hits("/good") == 1);
    // Until the good page is read and handed over.
    std::thread::sleep(Duration::from_millis(500));
    press(&child);
    std::thread::sleep(Duration::from_secs(1));
    press(&child);
    let started = Instant::now();
    let Output { status, stdout, .. } = child.wait_with_output().unwrap();
    assert!(started.elapsed() < Duration::from_secs(5));
    let stdout = String::from_utf8(stdout).unwrap();
    assert!(stdout.contains(r#"{"/good": "there", "/silent": "Interrupted"} true"#), "{stdout}");
    // Who has stopped a run is asked nothing more.
    assert!(stdout.contains(r#"{"/good/2": "Interrupted"}"#), "{stdout}");
    assert_eq!(status.code(), Some(130), "{stdout}");
}
