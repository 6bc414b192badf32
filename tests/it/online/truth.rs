//! The truth table: every kind of link in its good and its broken form, and what a check has to say of it.
//!
//! Each file of this room holds the pages of a part of the world and, below them, what is cited and what comes of it. It is
//! written from the format's specification, to be read beside the pages. `https://NAME.localhost/` stands for a host of the
//! world; its port is filled in.

mod case;
mod charsets;
mod feeds;
mod fragments;
mod github;
mod hosts;
mod html_quotes;
mod json;
mod pages;
mod pins;
mod redirects;
mod scripted;
mod security_txt;
mod statuses;
mod text;
mod text_fragments;
mod walls;
mod world;

use case::{Case, differences};
use world::World;

/// Everything that is cited on pages.
fn cases() -> Vec<&'static Case> {
    [
        pages::CASES,
        fragments::CASES,
        text_fragments::CASES,
        html_quotes::CASES,
        charsets::CASES,
        text::CASES,
        json::CASES,
        feeds::CASES,
        security_txt::CASES,
        pins::CASES,
        redirects::CASES,
        scripted::CASES,
        statuses::CASES,
        walls::CASES,
        hosts::CASES,
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn every_link_is_told_truly() {
    let cases = cases();
    let world = World::new();
    let told = world.outcomes(&cases, "--online");
    let differences = differences(&cases, &told);
    for (case, told) in cases.iter().zip(&told).filter(|(case, _)| case.item.ends_with("/r/to-none")) {
        assert!(
            told.found.starts_with("redirected to `https://docs.localhost"),
            "{}: {}",
            case.what,
            told.found
        );
    }
    for (case, told) in cases.iter().zip(&told).filter(|(_, told)| told.outcome != "unreachable") {
        let leads_away = case.item.contains("/r/to-other");
        assert_eq!(told.found.contains("after a redirect to `other.localhost"), leads_away, "{}", case.what);
    }
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), cases.len(), differences.join("\n"));
    world.nobody_was_asked_who_is_closed();
    world.everybody_was_asked_plainly();
    for path in ["/mfa", "/policy", "/api/state", "/rss.xml"] {
        world.each_page_was_asked_once("docs.localhost", path);
    }
}

#[test]
fn offline_nothing_is_told_and_nobody_asked() {
    let cases = cases();
    let world = World::new();
    for (told, case) in world.outcomes(&cases, "--offline").iter().zip(&cases) {
        assert_eq!(told.outcome, "unchecked", "{}", case.what);
    }
    assert_eq!(world.requests(), 0);
}

#[test]
fn the_table_is_as_large_as_it_says() {
    let cases = cases();
    assert!(cases.len() >= 200, "{}", cases.len());
    for outcome in ["matched", "found", "contradicted", "unreachable"] {
        let count = cases.iter().filter(|case| case.outcome == outcome).count();
        assert!(count >= 20, "{outcome}: {count}");
    }
}
