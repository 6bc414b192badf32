//! The report of the examples: as a whole, small and quick.

use super::hostile::examined;
use super::page::shape;
use package_repo_security::report::{Format, render};
use std::path::Path;
use std::time::{Duration, Instant};

fn example(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.yml"));
    std::fs::read_to_string(file).unwrap().replace("\r\n", "\n")
}

/// A text that a release of the program leaves as it is.
fn unversioned(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

/// A page without its style sheet, which every page shares.
fn plain(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let hash = before.split_once("sha256-").unwrap().1.split_once('&').unwrap().0;
    unversioned(&format!("{}<style></style>{after}", before.replace(hash, "…")))
}

#[test]
fn the_report_of_rubygems() {
    let examination = examined(&example("rubygems"));
    let report = examination.report();
    insta::assert_snapshot!(plain(&render(Format::Html, &report)));
    insta::assert_snapshot!(unversioned(&render(Format::Markdown, &report)));
}

#[test]
fn the_report_of_a_registry_without_accounts() {
    let examination = examined(&example("go"));
    let report = examination.report();
    insta::assert_snapshot!(plain(&render(Format::Html, &report)));
    insta::assert_snapshot!(unversioned(&render(Format::Markdown, &report)));
}

#[test]
fn every_example_has_a_sound_page_of_less_than_120_kilobytes() {
    for name in [
        "crates-io",
        "go",
        "homebrew",
        "maven-central",
        "minimal",
        "npm",
        "packagist",
        "pub-dev",
        "pypi",
        "rubygems",
    ] {
        let page = render(Format::Html, &examined(&example(name)).report());
        shape(&page);
        assert!(page.len() < 120_000, "{name}: {}", page.len());
    }
}

#[test]
fn a_page_takes_less_than_a_tenth_of_a_second() {
    // The second one is shortened, so it is written several times over. A build for tests is not optimized.
    let slow = if cfg!(debug_assertions) { 1000 } else { 100 };
    for (text, most) in [(example("pypi"), 100), (super::sizes::whole(300, 3), slow)] {
        let examination = examined(&text);
        let report = examination.report();
        // The best of some runs: a machine that does other things at the same time proves nothing.
        let times = (0..10).map(|_| {
            let begin = Instant::now();
            let page = render(Format::Html, &report);
            assert!(page.len() > 10_000);
            begin.elapsed()
        });
        let best = times.min().unwrap();
        assert!(best < Duration::from_millis(most), "{best:?}");
    }
}
