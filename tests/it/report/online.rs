//! The report of evidence that was looked at.

use super::page::{shape, words};
use crate::support::{Run, TODAY, Tree, whole};
use crate::world::site::{Reply, Site};

const HOST: &str = "docs.localhost";

#[test]
fn what_came_of_the_evidence_is_shown_and_what_it_makes_of_the_levels() {
    let help = Reply::html("<h1>Help</h1><p>Everybody uses two factors to log in.</p>");
    let site = Site::builder().page(HOST, "/", help.clone()).page(HOST, "/help", help).start();
    let url = |path: &str| site.url(HOST, path);
    let tree = Tree::with(whole(&format!(
        "answers:\n  mfa: {{status: met, evidence: {{url: \"{}\", quote: \"Everybody uses two factors\"}}}}\n\
         \x20 email-verification: {{status: met, evidence: \"{}\"}}\n  recovery-policy: {{status: met, evidence: \"{}\"}}\n\
         \x20 brute-force-protection: {{status: met, evidence: docs/limits.md}}\n  security-notifications: {{status: met, evidence: docs/limits.md}}\n",
        url("/help"),
        url("/help"),
        url("/gone"),
    )))
    .file("docs/limits.md", "# Limits\n");
    let open = site.opening(HOST);
    let mut command = tree.command(&["report", "--today", TODAY, "--no-cache", "--allow-private", &open]);
    command.args(["--output", "html", "--output", "markdown=r.md"]);
    let run = Run::of(command);
    assert_eq!(run.code, 0, "{run:?}");
    shape(&run.stdout);
    let words = words(&run.stdout);
    let said = "Evidence checked on 2026-11-22: 1 matched, 3 found, 0 unreachable, 1 contradicted.";
    assert!(words.contains(said) && tree.read("r.md").contains(said), "{words}");
    let card = "Authentication\nLevel 0\nclaimed\n0\ndeclared\n1\nsupported\n0\nLevel 1\n4 of 5 met, 1 contradicted\n";
    assert!(words.contains(card), "{words}");
    let gap = "Authentication: to level 1\nDocumented account recovery\nevidence contradicted\nMend what is cited, or the answer\n";
    assert!(words.contains(gap), "{words}");
    assert_eq!(site.hits(HOST, "/help"), 1);
}

#[cfg(unix)]
#[test]
fn a_run_that_was_stopped_writes_nothing() {
    use crate::world::faults::Faults;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    let server = Faults::start();
    let declared = format!("answers:\n  mfa: {{status: met, evidence: \"{}\"}}\n", server.url("/silent"));
    let tree = Tree::with(whole(&declared)).file("r.html", "as it was");
    let child = Command::new(env!("CARGO_BIN_EXE_package-repo-security"))
        .args([
            "report",
            "--no-cache",
            "--allow-private",
            &server.opening(),
            "--output",
            "html=r.html",
            "--roadmap",
            "gaps",
        ])
        .current_dir(tree.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let started = Instant::now();
    while server.hits("/silent") == 0 {
        assert!(started.elapsed() < Duration::from_secs(20), "nobody asks");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(5), "{told}");
    assert!(told.contains("stopped: nothing was written"), "{told}");
    assert_eq!(tree.read("r.html"), "as it was");
    assert!(!tree.path("gaps").exists() && output.stdout.is_empty());
}
