//! The same through the binary, with its own limits.

use crate::support::{Run, TODAY, Tree, report_of, whole};
use crate::world::faults::Faults;
use crate::world::site::{Reply, Site};
use crate::world::tls::Authority;
use std::time::{Duration, Instant};

/// A declaration whose evidence these addresses are.
pub fn citing<'a>(urls: impl IntoIterator<Item = &'a String>) -> Tree {
    let items: String =
        urls.into_iter().map(|url| format!("      - {}\n", serde_json::to_string(url).unwrap())).collect();
    Tree::with(whole(&format!("answers:\n  mfa:\n    status: met\n    evidence:\n{items}")))
}

/// Outcome and what was found, in the order of the declaration.
fn told(run: &Run) -> Vec<(String, String)> {
    let report = report_of(run);
    let requirements = report["requirements"].as_array().unwrap();
    let answer = requirements.iter().find(|it| it["id"] == "mfa").unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let evidence = answer["evidence"].as_array().unwrap();
    evidence.iter().map(|item| (text(&item["outcome"]), text(&item["found"]))).collect()
}

#[test]
fn a_declaration_full_of_broken_servers_is_told_item_by_item() {
    let cases = [
        ("/good", "found", ""),
        ("/reset", "unreachable", "broke off"),
        ("/cut", "unreachable", "broke off"),
        ("/slow-body", "unreachable", "no answer in time"),
        ("/silent", "unreachable", "no answer in time"),
        ("/endless", "found", ""),
        ("/huge", "found", ""),
        ("/many-headers", "unreachable", "broke off"),
        ("/long-header", "unreachable", "broke off"),
        ("/nonsense", "unreachable", "broke off"),
        ("/circle", "unreachable", "redirects too often"),
        ("/limited/86400", "unreachable", "asked too often"),
        ("/status/503", "unreachable", "503"),
        ("/none", "contradicted", ""),
        ("/to/302/http://10.20.30.40/", "unreachable", "redirects to where no request is sent"),
        ("/limited-once", "found", ""),
    ];
    let servers: Vec<Faults> = cases.iter().map(|_| Faults::start()).collect();
    let opened: Vec<String> = servers.iter().map(Faults::opening).collect();
    let urls: Vec<String> = servers.iter().zip(cases).map(|(server, (path, ..))| server.url(path)).collect();
    let started = Instant::now();
    let run = Run::of(citing(&urls).online(&opened, None, &["--output", "json"]));
    assert!(started.elapsed() < Duration::from_secs(40), "{:?}", started.elapsed());
    let told = told(&run);
    assert_eq!(told.len(), cases.len());
    for ((is, what), (path, outcome, found)) in told.iter().zip(cases) {
        assert_eq!(is, outcome, "{path}: {what}");
        assert!(what.contains(found), "{path}: {what}");
    }
    // Where a redirect that is refused leads is nobody's business, in no stream.
    let everything = format!("{}{}", run.stdout, run.stderr).replace("/to/302/http://10.20.30.40/", "");
    assert!(!everything.contains("10.20.30.40"), "{everything}");
}

#[test]
fn a_machine_that_trusts_nobody_says_so_and_goes_on() {
    let authority = Authority::new();
    let site = Site::builder()
        .tls(&authority.issue(&["a.localhost"]))
        .page("a.localhost", "/", Reply::html("<p>Hi</p>"))
        .start();
    let plain = Faults::start();
    let urls = [site.url("a.localhost", "/"), plain.url("/good")];
    let tree = citing(&urls).file("empty.pem", "");
    let empty = tree.path("empty.pem");
    let opened = [site.opening("a.localhost"), plain.opening()];
    let run = Run::of(tree.online(&opened, Some(&empty), &["--output", "json"]));
    let told = told(&run);
    assert_eq!(told[0].0, "unreachable", "{run:?}");
    assert!(told[0].1.contains("TLS"), "{run:?}");
    assert_eq!(told[1].0, "found", "{run:?}");
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn ctrl_c_tells_what_is_known_and_ends_unfinished() {
    let (silent, good) = (Faults::start(), Faults::start());
    let urls = [silent.url("/silent"), good.url("/good")];
    let tree = citing(&urls);
    let sarif = tree.path("report.sarif");
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("package-repo-security"));
    command
        .current_dir(tree.path(""))
        .env_clear()
        .args(["check", "--today", TODAY, "--online", "--no-cache", "--output", "json"])
        .arg(format!("--output=sarif={}", sarif.display()))
        .args(["--allow-private", &silent.opening(), "--allow-private", &good.opening()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let child = command.spawn().unwrap();
    let started = Instant::now();
    while silent.hits("/silent") == 0 || good.hits("/good") == 0 {
        assert!(started.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    let pressed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(pressed.unwrap().success());
    let started = Instant::now();
    let output = child.wait_with_output().unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    let run = Run {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    };
    assert_eq!(run.code, 5, "{run:?}");
    let told = told(&run);
    assert_eq!(told[1].0, "found", "{run:?}");
    assert_eq!(told[0].0, "unreachable", "{run:?}");
    assert!(told[0].1.contains("stopped"), "{run:?}");
    let sarif: serde_json::Value = serde_json::from_str(&tree.read("report.sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false, "{sarif:#}");
}
