//! What earlier runs leave behind.

use crate::support::{Run, TODAY, Tree, whole};
use crate::world::site::{Asked, Reply, Site};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

const HOST: &str = "docs.localhost";

/// A declaration that cites `/help` of a site, with a quote.
fn citing(site: &Site) -> Tree {
    Tree::with(whole(&format!(
        "answers:\n  mfa:\n    status: met\n    evidence:\n      - {{url: \"{}\", quote: \"Everybody uses two factors to log in\"}}\n",
        site.url(HOST, "/help")
    )))
}

/// A page with the quote, and a validator.
fn help() -> Reply {
    Reply::html("<p>Everybody uses two factors to log in.</p>").header("etag", "\"one\"")
}

/// A run online that may ask the site.
fn run(tree: &Tree, site: &Site, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let open = site.opening(HOST);
    let mut command =
        tree.command(&["check", "--today", TODAY, "--allow-private", &open, "--output", "json"]);
    command.args(arguments);
    for (name, value) in variables {
        command.env(name, value);
    }
    Run::of(command)
}

fn outcome(run: &Run) -> String {
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    let answers = report["requirements"].as_array().unwrap();
    let mfa = answers.iter().find(|answer| answer["id"] == "mfa").unwrap();
    mfa["evidence"][0]["outcome"].as_str().unwrap().to_owned()
}

/// The entries of a cache.
fn entries(directory: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(directory.join("answers")).into_iter().flatten();
    listed.map(|entry| entry.unwrap().path()).collect()
}

/// Makes entries look as if they had been kept so long ago.
fn age(directory: &Path, by: Duration) {
    let entries = entries(directory);
    assert!(!entries.is_empty());
    for file in entries {
        let bytes = fs::read(&file).unwrap();
        let mut parts = bytes.splitn(4, |b| *b == b'\n');
        let (format, _, head, body) =
            (parts.next().unwrap(), parts.next(), parts.next().unwrap(), parts.next().unwrap());
        let mut head: Value = serde_json::from_slice(head).unwrap();
        let then = SystemTime::now() - by;
        head["seen"] = then.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs().into();
        let rest = [head.to_string().as_bytes(), b"\n", body].concat();
        let hash = package_repo_security::text::hash::sha256(&rest);
        fs::write(&file, [format, b"\n", hash.as_bytes(), b"\n", &rest].concat()).unwrap();
    }
}

#[test]
fn a_second_run_asks_nobody_and_says_the_same() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    let first = run(&tree, &site, &with_cache, &[]);
    assert_eq!((outcome(&first).as_str(), site.hits(HOST, "/help")), ("matched", 1), "{first:?}");
    assert_eq!(first.stderr, "");
    let second = run(&tree, &site, &with_cache, &[]);
    assert_eq!(site.hits(HOST, "/help"), 1, "nobody is asked");
    assert_eq!(second.stdout, first.stdout);
    assert_eq!(
        second.stderr,
        "1 address answered from the cache less than a minute ago (`--no-cache` asks anew)\n"
    );
    let third = run(&tree, &site, &["--no-cache"], &[]);
    assert_eq!((third.stdout, site.hits(HOST, "/help")), (first.stdout, 2));
    assert_eq!(third.stderr, "");
}

#[test]
fn an_older_answer_is_confirmed_by_its_server() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    let first = run(&tree, &site, &with_cache, &[]);
    age(&cache, Duration::from_hours(2));
    let second = run(&tree, &site, &with_cache, &[]);
    assert_eq!(second.stdout, first.stdout);
    assert_eq!(second.stderr, "1 address unchanged since an earlier run\n");
    let asked: Vec<Option<String>> = site
        .asked()
        .iter()
        .filter(|asked| asked.path == "/help")
        .map(|asked| asked.header("if-none-match").map(str::to_owned))
        .collect();
    assert_eq!(asked, [None, Some("\"one\"".to_owned())]);
    // Confirmed, it is fresh again.
    run(&tree, &site, &with_cache, &[]);
    assert_eq!(site.hits(HOST, "/help"), 2);
}

#[test]
fn a_page_that_changed_is_read_anew() {
    let version = Arc::new(AtomicU32::new(0));
    let now = Arc::clone(&version);
    let page = move |_: &Asked| match now.load(Ordering::SeqCst) {
        0 => help(),
        _ => Reply::html("<p>A password is enough.</p>").header("etag", "\"two\""),
    };
    let site = Site::builder().route(HOST, "/help", page).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "matched");
    version.store(1, Ordering::SeqCst);
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "matched", "within the hour");
    age(&cache, Duration::from_hours(2));
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "contradicted");
    version.store(0, Ordering::SeqCst);
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "contradicted", "the new one was kept");
    assert_eq!(entries(&cache).len(), 1);
}

#[test]
fn an_answer_without_validator_is_fetched_anew_after_an_hour() {
    let page = Reply::html("<p>Everybody uses two factors to log in.</p>");
    let site = Site::builder().page(HOST, "/help", page).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    run(&tree, &site, &with_cache, &[]);
    run(&tree, &site, &with_cache, &[]);
    assert_eq!(site.hits(HOST, "/help"), 1);
    age(&cache, Duration::from_hours(2));
    let late = run(&tree, &site, &with_cache, &[]);
    assert_eq!((site.hits(HOST, "/help"), late.stderr.as_str()), (2, ""));
}

#[test]
fn a_failure_is_never_kept() {
    let status = Arc::new(AtomicU32::new(404));
    let now = Arc::clone(&status);
    let page = move |_: &Asked| match now.load(Ordering::SeqCst) {
        200 => help(),
        status => Reply::not_found().with_status(u16::try_from(status).unwrap()),
    };
    let site = Site::builder().page(HOST, "/", Reply::html("<p>Home</p>")).route(HOST, "/help", page).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    for (answer, wanted) in [
        (404, "contradicted"),
        (410, "contradicted"),
        (403, "unreachable"),
        (401, "unreachable"),
        (200, "matched"),
    ] {
        status.store(answer, Ordering::SeqCst);
        assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), wanted, "{answer}");
        assert_eq!(entries(&cache).len(), usize::from(answer == 200), "{answer}");
    }
}

#[test]
fn an_entry_that_was_changed_is_not_believed() {
    let site = Site::builder().page(HOST, "/help", Reply::html("<p>A password is enough.</p>")).start();
    let tree = citing(&site);
    let cache = tree.path("cache");
    let with_cache = ["--cache-dir", cache.to_str().unwrap()];
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "contradicted");
    let file = entries(&cache).remove(0);
    let kept = String::from_utf8(fs::read(&file).unwrap()).unwrap();
    fs::write(&file, kept.replace("A password is enough", "Everybody uses two factors to log in")).unwrap();
    assert_eq!(outcome(&run(&tree, &site, &with_cache, &[])), "contradicted");
    assert_eq!(site.hits(HOST, "/help"), 2);
}

#[test]
fn answers_of_private_hosts_are_kept_only_where_a_directory_was_named_for_them() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let place = tree.path("xdg");
    let variables = [("XDG_CACHE_HOME", place.to_str().unwrap())];
    for _ in 0..2 {
        assert_eq!(outcome(&run(&tree, &site, &[], &variables)), "matched");
    }
    assert_eq!(site.hits(HOST, "/help"), 2);
    let usual = place.join("package-repo-security");
    assert!(usual.join("answers").is_dir(), "that is where others would be");
    assert_eq!(entries(&usual).len(), 0);
    // What was kept for a run that opened the host is not told to one that did not.
    let cache = tree.path("cache");
    let directory = cache.to_str().unwrap();
    run(&tree, &site, &["--cache-dir", directory], &[]);
    let closed = tree.command(&["check", "--today", TODAY, "--output", "json", "--cache-dir", directory]);
    let closed = Run::of(closed);
    assert_eq!((outcome(&closed).as_str(), closed.stderr.as_str()), ("unreachable", ""));
}

#[test]
fn a_cache_that_cannot_be_had_matters_where_it_was_asked_for() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site).file("file", "");
    let file = tree.path("file");
    let asked = run(&tree, &site, &["--cache-dir", file.to_str().unwrap()], &[]);
    assert_eq!((asked.code, asked.stdout.as_str()), (2, ""));
    assert!(asked.stderr.starts_with("error: cannot use `"), "{}", asked.stderr);
    let usual = run(&tree, &site, &[], &[("XDG_CACHE_HOME", file.to_str().unwrap())]);
    assert_eq!((outcome(&usual).as_str(), usual.stderr.as_str()), ("matched", ""));
    let none = run(&tree, &site, &["--cache-dir", file.to_str().unwrap(), "--no-cache"], &[]);
    assert_eq!(outcome(&none), "matched");
}

/// An entry that somebody else put there would be believed without a request.
#[cfg(unix)]
#[test]
fn a_cache_that_others_may_write_to_is_not_used() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let cache = tree.path("xdg/package-repo-security");
    let place = tree.path("xdg");
    fs::create_dir_all(&cache).unwrap();
    for mode in [0o777, 0o1777, 0o770, 0o702] {
        fs::set_permissions(&cache, fs::Permissions::from_mode(mode)).unwrap();
        let named = run(&tree, &site, &["--cache-dir", cache.to_str().unwrap()], &[]);
        assert_eq!((named.code, named.stdout.as_str()), (2, ""), "{mode:o}");
        assert!(named.stderr.contains("others may write there"), "{}", named.stderr);
        assert!(named.stderr.contains("chmod go-w"), "{}", named.stderr);
        let usual = run(&tree, &site, &[], &[("XDG_CACHE_HOME", place.to_str().unwrap())]);
        assert_eq!((outcome(&usual).as_str(), usual.stderr.as_str()), ("matched", ""));
        assert!(!cache.join("answers").exists(), "{mode:o}");
    }
    fs::set_permissions(&cache, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(outcome(&run(&tree, &site, &["--cache-dir", cache.to_str().unwrap()], &[])), "matched");
    assert_eq!(entries(&cache).len(), 1);
    // One that is not there yet is made for this user alone, as in a runner's directory for the job.
    let fresh = tree.path("runner/package-repo-security");
    fs::create_dir(tree.path("runner")).unwrap();
    fs::set_permissions(tree.path("runner"), fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(outcome(&run(&tree, &site, &["--cache-dir", fresh.to_str().unwrap()], &[])), "matched");
    assert_eq!(fs::metadata(&fresh).unwrap().permissions().mode() & 0o777, 0o700);
    // One of somebody else is refused, where this user may give one away.
    let foreign = tree.path("foreign");
    fs::create_dir(&foreign).unwrap();
    if std::os::unix::fs::chown(&foreign, Some(65_534), Some(65_534)).is_ok() {
        let named = run(&tree, &site, &["--cache-dir", foreign.to_str().unwrap()], &[]);
        assert_eq!((named.code, named.stdout.as_str()), (2, ""));
        assert!(named.stderr.contains("belongs to another user"), "{}", named.stderr);
    }
}

#[test]
fn offline_nothing_of_the_network_is_looked_at() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let (cache, place) = (tree.path("cache"), tree.path("xdg"));
    let bad = [
        ("GITHUB_API_URL", "nonsense"),
        ("GITHUB_GRAPHQL_URL", "nonsense"),
        ("GITHUB_SERVER_URL", "nonsense"),
        ("XDG_CACHE_HOME", place.to_str().unwrap()),
    ];
    let offline = run(&tree, &site, &["--offline", "--cache-dir", cache.to_str().unwrap()], &bad);
    assert_eq!((offline.code, offline.stderr.as_str(), outcome(&offline).as_str()), (0, "", "unchecked"));
    assert_eq!((site.connections(), cache.exists(), place.exists()), (0, false, false));
    for variable in &bad[..3] {
        let online = run(&tree, &site, &["--no-cache"], &[*variable]);
        assert_eq!((online.code, online.stdout.as_str()), (2, ""), "{variable:?}");
        assert!(
            online.stderr.starts_with(&format!("error: {} cannot be used: ", variable.0)),
            "{}",
            online.stderr
        );
    }
    assert_eq!(site.connections(), 0);
}

#[test]
fn steps_are_told_as_they_happen_and_no_bar_stands_in_a_log() {
    let site = Site::builder().page(HOST, "/help", help()).start();
    let tree = citing(&site);
    let told = run(&tree, &site, &["--no-cache", "-v"], &[]);
    assert!(told.stderr.contains("/help: 200"), "{}", told.stderr);
    assert!(!told.stderr.contains(['\r', '\x1b']), "{:?}", told.stderr);
    let silent = run(&tree, &site, &["--no-cache"], &[]);
    assert_eq!(silent.stderr, "");
}
