//! A cache in a directory of its own, at times that the test gives.

use super::directory::Directory;
use super::{Cache, Kept, Shared, Tally, Used, Validators};
use crate::evidence::web::{Depth, Fetched};
use crate::links::Policy;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use url::Url;

const DAY: Duration = Duration::from_hours(24);

fn url(text: &str) -> Url {
    text.parse().unwrap()
}

fn page(address: &str, body: &str) -> Fetched {
    Fetched {
        url: url(address),
        moved_to: None,
        content_type: Some("text/html".to_owned()),
        body: body.as_bytes().to_vec(),
        is_cut: false,
    }
}

fn validators() -> Validators {
    Validators { etag: Some("W/\"a\nb\"".to_owned()), last_modified: None }
}

fn now() -> SystemTime {
    SystemTime::now()
}

fn cache(directory: &Path) -> Cache {
    Cache::open(directory, Policy::default(), Vec::new()).unwrap()
}

/// The files of the cache.
fn files(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory.join("answers")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn what_was_kept_is_found_whole_by_another_run() {
    let directory = tempfile::tempdir().unwrap();
    let asked = url("https://epi.example/help#mfa");
    let mut fetched = page("https://www.epi.example/help", "binary \0\n\r\n\u{fffd} body");
    fetched.moved_to = Some(url("https://www.epi.example/help"));
    fetched.is_cut = true;
    let start = now();
    cache(directory.path()).keep(&asked, Depth::Text, &fetched, &validators(), start);
    let later = start + Duration::from_mins(10);
    let kept = cache(directory.path()).look(&url("https://epi.example/help"), Depth::Text, later).unwrap();
    assert_eq!(kept.fetched.body, fetched.body);
    assert_eq!((kept.fetched.url, kept.fetched.moved_to), (fetched.url, fetched.moved_to));
    assert_eq!((kept.fetched.content_type.as_deref(), kept.fetched.is_cut), (Some("text/html"), true));
    assert_eq!((kept.validators, kept.is_fresh, kept.age), (validators(), true, Duration::from_mins(10)));
    assert!(cache(directory.path()).look(&url("https://epi.example/help?x"), Depth::Text, later).is_none());
}

#[test]
fn a_deeper_answer_serves_a_shallower_question_and_never_the_other_way() {
    let directory = tempfile::tempdir().unwrap();
    let cache = cache(directory.path());
    let (asked, start) = (url("https://epi.example/"), now());
    cache.keep(&asked, Depth::Text, &page("https://epi.example/", "x"), &validators(), start);
    let at = |depth| cache.look(&asked, depth, start).is_some();
    assert!(at(Depth::Existence) && at(Depth::Text) && !at(Depth::Bytes));
}

#[test]
fn an_answer_is_fresh_for_an_hour_and_there_for_thirty_days() {
    let directory = tempfile::tempdir().unwrap();
    let cache = cache(directory.path());
    let (asked, start) = (url("https://epi.example/"), now());
    cache.keep(&asked, Depth::Text, &page("https://epi.example/", "x"), &validators(), start);
    let fresh = |after| cache.look(&asked, Depth::Text, start + after).map(|kept| kept.is_fresh);
    assert_eq!(fresh(Duration::from_mins(59)), Some(true));
    assert_eq!(fresh(Duration::from_mins(61)), Some(false));
    assert_eq!(fresh(29 * DAY), Some(false));
    assert_eq!(files(directory.path()).len(), 1);
    assert_eq!(fresh(31 * DAY), None);
    assert_eq!(files(directory.path()).len(), 0, "it is dropped when it is met");
}

#[test]
fn a_confirmed_answer_is_fresh_again() {
    let directory = tempfile::tempdir().unwrap();
    let cache = cache(directory.path());
    let (asked, start) = (url("https://epi.example/"), now());
    cache.keep(&asked, Depth::Bytes, &page("https://epi.example/", "x"), &validators(), start);
    let later = start + DAY;
    let kept = cache.look(&asked, Depth::Existence, later).unwrap();
    assert!(!kept.is_fresh);
    assert_eq!(cache.confirm(&asked, Depth::Existence, kept, later).body, b"x");
    let Some(Kept { age, is_fresh: true, validators: with, .. }) = cache.look(&asked, Depth::Text, later)
    else {
        panic!("not fresh")
    };
    assert_eq!((age, with), (Duration::ZERO, validators()));
    assert_eq!(files(directory.path()).len(), 1);
    assert_eq!(cache.used(), Used { taken: 0, oldest: Duration::ZERO, confirmed: 1 });
}

#[test]
fn what_came_from_earlier_runs_is_counted_once() {
    let directory = tempfile::tempdir().unwrap();
    let start = now();
    let asked = |n: u32| url(&format!("https://epi.example/{n}"));
    let early = cache(directory.path());
    for n in 0..3 {
        early.keep(&asked(n), Depth::Text, &page("https://epi.example/", "x"), &validators(), start);
        assert!(early.look(&asked(n), Depth::Text, start).is_some());
    }
    assert_eq!(early.used(), Used::default(), "its own answers are not of an earlier run");
    let late = cache(directory.path());
    for (n, minutes) in [(0, 5), (1, 7), (1, 8), (0, 5)] {
        assert!(late.look(&asked(n), Depth::Existence, start + Duration::from_mins(minutes)).is_some());
    }
    assert_eq!(late.used(), Used { taken: 2, oldest: Duration::from_mins(7), confirmed: 0 });
}

#[test]
fn a_bad_or_foreign_entry_is_none_and_goes() {
    let directory = tempfile::tempdir().unwrap();
    let cache = cache(directory.path());
    let (asked, start) = (url("https://epi.example/"), now());
    let keep =
        || cache.keep(&asked, Depth::Text, &page("https://epi.example/", "the body"), &validators(), start);
    keep();
    let file = files(directory.path()).remove(0);
    let good = fs::read(&file).unwrap();
    let text = String::from_utf8(good.clone()).unwrap();
    let flipped = |from: &str, to: &str| text.replace(from, to).into_bytes();
    let broken = [
        Vec::new(),
        b"x".to_vec(),
        good[..good.len() - 1].to_vec(),
        [good.as_slice(), b"x"].concat(),
        flipped("the body", "tho body"),
        flipped("answer 1", "answer 2"),
        flipped("text/html", "text/plan"),
        vec![0; 9 * 1024 * 1024],
    ];
    for bytes in broken {
        fs::write(&file, &bytes).unwrap();
        assert!(
            cache.look(&asked, Depth::Text, start).is_none(),
            "{:?}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(80)])
        );
    }
    // Another address's entry under this name.
    cache.keep(
        &url("https://b.example/"),
        Depth::Text,
        &page("https://b.example/", "b"),
        &validators(),
        start,
    );
    let other = files(directory.path()).into_iter().find(|path| *path != file).unwrap();
    fs::rename(other, &file).unwrap();
    assert!(cache.look(&asked, Depth::Text, start).is_none());
    assert_eq!(files(directory.path()).len(), 0, "none of them stays");
    // One from the future.
    cache.keep(&asked, Depth::Text, &page("https://epi.example/", "x"), &validators(), start + DAY);
    assert!(cache.look(&asked, Depth::Text, start).is_none());
}

#[test]
fn nothing_of_refused_hosts_and_no_secret_is_kept() {
    let directory = tempfile::tempdir().unwrap();
    let refused = vec!["wiki.corp.internal".parse().unwrap(), "api.github.com".parse().unwrap()];
    let opened = Policy { allow_private: vec!["wiki.corp.internal".parse().unwrap()] };
    let cache = Cache::open(directory.path(), opened.clone(), refused).unwrap();
    let public = "https://epi.example/";
    for (asked, answered) in [
        ("https://wiki.corp.internal:8443/x", "https://wiki.corp.internal:8443/x"),
        ("https://api.github.com/repos/o/r", "https://api.github.com/repos/o/r"),
        (public, "https://wiki.corp.internal/x"),
        (public, "https://objects.example/x?X-Amz-Signature=abc"),
        ("https://raw.githubusercontent.com/o/r/main/x?token=GHSAT0", "https://epi.example/"),
        ("https://epi.example/?access_token=x", public),
        ("https://user:pass@epi.example/", public),
    ] {
        cache.keep(&url(asked), Depth::Text, &page(answered, "x"), &validators(), now());
        assert_eq!(files(directory.path()).len(), 0, "{asked} {answered}");
    }
    let open = Cache::open(directory.path(), opened, Vec::new()).unwrap();
    let private = url("https://wiki.corp.internal/x");
    open.keep(&private, Depth::Text, &page("https://wiki.corp.internal/x", "x"), &validators(), now());
    assert!(open.look(&private, Depth::Text, now()).is_some());
    assert!(cache.look(&private, Depth::Text, now()).is_none(), "nor is it taken");
    let closed = Cache::open(directory.path(), Policy::default(), Vec::new()).unwrap();
    assert!(closed.look(&private, Depth::Text, now()).is_none(), "nor by a run that may not ask for it");
}

#[test]
fn the_total_is_bounded_and_the_oldest_go_first() {
    let directory = tempfile::tempdir().unwrap();
    let open = || {
        let directory = Directory::open(directory.path()).unwrap().bounded(10_000);
        Cache {
            shared: Arc::new(Shared {
                directory,
                policy: Policy::default(),
                refused: Vec::new(),
                tally: Tally::default(),
            }),
        }
    };
    let body = "x".repeat(1_000);
    let start = now();
    let asked = |n: u32| url(&format!("https://epi.example/{n}"));
    let stranger = directory.path().join("answers/README");
    let cache = open();
    fs::write(&stranger, "x".repeat(20_000)).unwrap();
    for n in 0..30 {
        cache.keep(&asked(n), Depth::Text, &page("https://epi.example/", &body), &validators(), start);
        let file = fs::File::options().append(true).open(newest(directory.path())).unwrap();
        // Times of the file system may be coarser than a loop.
        file.set_modified(start - Duration::from_secs(u64::from(1_000 - n))).unwrap();
        let total: u64 = files(directory.path()).iter().map(|file| fs::metadata(file).unwrap().len()).sum();
        assert!(total - 20_000 <= 10_000, "{total}");
    }
    assert!(open().look(&asked(29), Depth::Text, start).is_some());
    assert!(open().look(&asked(0), Depth::Text, start).is_none());
    assert!(stranger.exists(), "what is not ours stays");
}

fn newest(directory: &Path) -> PathBuf {
    let changed = |path: &PathBuf| fs::metadata(path).unwrap().modified().unwrap();
    files(directory)
        .into_iter()
        .filter(|path| path.extension().is_none() && !path.ends_with("README"))
        .max_by_key(changed)
        .unwrap()
}

#[cfg(unix)]
#[test]
fn nobody_else_may_look_and_no_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let directory = tempfile::tempdir().unwrap();
    let made = directory.path().join("a/b");
    let (asked, start) = (url("https://epi.example/"), now());
    let keep = |cache: &Cache| {
        cache.keep(&asked, Depth::Text, &page("https://epi.example/", "x"), &validators(), start);
    };
    keep(&cache(&made));
    let bits = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((bits(&made), bits(&made.join("answers")), bits(&files(&made)[0])), (0o700, 0o700, 0o600));
    fs::set_permissions(made.join("answers"), fs::Permissions::from_mode(0o777)).unwrap();
    let again = cache(&made);
    assert_eq!(bits(&made.join("answers")), 0o700);
    // An entry that is a link to a good one is none, and is not written through.
    let file = files(&made).remove(0);
    let elsewhere = directory.path().join("elsewhere");
    fs::rename(&file, &elsewhere).unwrap();
    symlink(&elsewhere, &file).unwrap();
    assert!(again.look(&asked, Depth::Text, start).is_none());
    symlink(&elsewhere, &file).ok();
    let before = fs::read(&elsewhere).unwrap();
    again.keep(&asked, Depth::Text, &page("https://epi.example/", "another"), &validators(), start);
    assert_eq!(fs::read(&elsewhere).unwrap(), before);
    assert!(!fs::symlink_metadata(&file).unwrap().is_symlink());
    // A pipe is not waited for.
    fs::remove_file(&file).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
    assert!(again.look(&asked, Depth::Text, start).is_none());
    // A folder that is a link is no folder.
    let linked = directory.path().join("linked");
    fs::create_dir(&linked).unwrap();
    symlink(&made, linked.join("answers")).unwrap();
    assert!(Cache::open(&linked, Policy::default(), Vec::new()).is_err());
}
