//! The integrity of the catalogues that the binary carries.

use package_repo_security::principles::{Catalogue, LATEST, VERSIONS, load};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_file_loads_and_is_what_the_binary_carries() {
    let mut versions = BTreeSet::new();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/principles")).unwrap() {
        let path = entry.unwrap().path();
        let loaded = load(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let carried = VERSIONS.iter().find(|it| it.version == loaded.version).unwrap();
        assert_eq!(format!("{loaded:?}"), format!("{carried:?}"), "{}", path.display());
        assert_eq!(path.file_stem().unwrap().to_str().unwrap(), loaded.version);
        assert!(versions.insert(loaded.version.to_string()), "two files of one version");
    }
    assert_eq!(versions.len(), VERSIONS.len());
}

#[test]
fn version_0_1_has_the_framework_s_requirements() {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for requirement in LATEST.requirements.iter() {
        counts.entry(&requirement.track).or_default()[usize::from(requirement.level) - 1] += 1;
    }
    let expected = [
        ("authentication", [5, 4, 3]),
        ("authorization", [2, 1, 3]),
        ("cli", [1, 1, 3]),
        ("general", [2, 4, 3]),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(LATEST.requirements.len(), 32);
    let tracks: Vec<&str> = LATEST.tracks.iter().map(|track| &*track.id).collect();
    assert_eq!(tracks, ["authentication", "authorization", "general", "cli"]);
}

#[test]
fn ids_are_unique_and_every_reference_resolves() {
    let mut ids = BTreeSet::new();
    for requirement in LATEST.requirements.iter() {
        assert!(ids.insert(&requirement.id), "{} stands twice", requirement.id);
        for implied in requirement.implies.iter() {
            let other =
                LATEST.requirement(implied).unwrap_or_else(|| panic!("{} implies {implied}", requirement.id));
            assert_eq!(other.track, requirement.track, "an implication stays in its track");
        }
        for see in requirement.see.iter() {
            assert!(LATEST.references.iter().any(|it| it.id == *see), "{}: see {see}", requirement.id);
        }
        let mut parts = BTreeSet::new();
        assert!(
            requirement.parts.iter().all(|part| parts.insert(&part.id)),
            "{}: a part stands twice",
            requirement.id
        );
    }
}

#[test]
fn every_source_is_a_permanent_link_to_its_own_lines() {
    let mut lines = BTreeSet::new();
    for requirement in LATEST.requirements.iter() {
        let (page, line) = requirement.source.split_once("?plain=1#L").unwrap();
        assert_eq!(page, LATEST.source);
        assert!(page.contains("/blob/cd3976829bbdfecceca8395f6a15c1170efe962e/"));
        assert!(lines.insert(line.to_owned()), "{} shares its line", requirement.id);
    }
}

#[test]
fn every_text_says_something_and_every_example_has_a_link() {
    for requirement in LATEST.requirements.iter() {
        assert!(requirement.text.len() > 60 && requirement.text.ends_with('.'), "{}", requirement.id);
        assert!(!requirement.hint.is_empty() && !requirement.evidence.is_empty(), "{}", requirement.id);
        for example in requirement.examples.iter() {
            assert!(example.url.starts_with("https://") && !example.how.is_empty(), "{}", requirement.id);
        }
    }
}

/// The framework's words that an own text must not repeat: its sentences, each cut to the runs that mark it as copied.
#[test]
fn no_text_is_the_framework_s_sentence() {
    // The opening of each bullet of the framework, as it stands there (CC-BY-4.0), enough to tell a copy.
    const OPENINGS: &[&str] = &[
        "the package repository requires users to verify their email address",
        "the package repository documents their account recovery policy",
        "the package repository supports strong multi-factor authentication",
        "the package repository notifies maintainers via email for critical account security changes",
        "the package repository implements account security measures like brute force prevention",
        "to prevent domain resurrection for account takeover via the recovery process",
        "the package repository supports mfa via phishing-resistant means",
        "the package repository requires mfa for packages deemed critical",
        "the package repository integrates with public leaked credential databases",
        "the package repository supports passwordless authentication",
        "the package repository requires mfa for all maintainers",
        "the package repository requires phishing-resistant mfa for packages deemed critical",
        "the package repository allows maintainers to provision api keys scoped to specific packages",
        "api tokens are prefixed with a package repository-specific identifier",
        "the package repository supports role-based access control",
        "the package repository provisions short-lived api tokens via an openid connect",
        "the package repository api tokens are integrated into common third-party secret scanning programs",
        "the package repository supports providing build provenance for packages",
        "the package repository has published a vulnerability disclosure policy",
        "the package repository takes steps to prevent typosquatting attacks",
        "the package repository has an unpublish policy to prevent specific versions",
        "the package repository allows users to report a package as suspicious or malicious",
        "the package repository takes steps to detect malware",
        "the package repository warns of known security vulnerabilities in dependencies",
        "undergo periodic security reviews of package repository infrastructure",
        "the package repository publishes an event transparency log",
        "advisories for malicious packages are published using a standardized",
        "the cli allows installing dependencies that are pinned",
        "the cli warns of known security vulnerabilities in dependencies",
        "the cli has functionality to produce sboms",
        "the cli has functionality to, where possible, automatically remediate",
        "the package repository is able to reduce false positives of identified vulnerabilities",
    ];
    for requirement in LATEST.requirements.iter() {
        let text = requirement.text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        for opening in OPENINGS {
            assert!(!text.contains(opening), "{} repeats the framework: {opening}", requirement.id);
        }
    }
}

#[test]
fn a_catalogue_that_does_not_hold_together_is_refused_with_all_its_problems() {
    let sound = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/principles/v0.1.yml")).unwrap();
    let broken = sound
        .replacen("track: authentication", "track: authentification", 1)
        .replacen("level: 3", "level: 4", 1)
        .replacen("- mfa-required-critical", "- mfa-required-kritical", 1);
    let error = load(&broken).unwrap_err().to_string();
    for part in ["authentification", "level 4", "mfa-required-kritical"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    let circle = sound.replacen(
        "    implies:\n    - mfa\n",
        "    implies:\n    - phishing-resistant-mfa-required-critical\n",
        1,
    );
    assert_ne!(circle, sound, "the catalogue's layout changed: adjust this test");
    assert!(load(&circle).unwrap_err().to_string().contains("implies itself"));
    assert!(load("version: v9\n").is_err() && load("[").is_err());
}

#[test]
fn catalogues_are_plain_data() {
    fn assert_static(_: &'static Catalogue) {}
    assert_static(LATEST);
}
