use super::{Sources, Terms};
use crate::declaration::{Answer, Check, Declaration, Item, Locator};
use crate::evidence::outcome::{Outcome, Outcomes, Trouble, TroubleKind, Verdict};
use crate::evidence::repository::{CommitError, FileError, Repository};
use crate::evidence::worktree::WorkTree;
use crate::links::{Policy, Servers};
use crate::read::Path;
use jiff::civil::date;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Files in memory; counts how often one is read.
#[derive(Default)]
struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    reads: Cell<usize>,
}

impl Memory {
    fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Self { files: files.collect(), reads: Cell::new(0) }
    }
}

impl Repository for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        self.reads.set(self.reads.get() + 1);
        self.files.get(path).cloned().ok_or(FileError::Absent)
    }

    fn read_at(&self, _: &str, path: &str) -> Result<Vec<u8>, CommitError> {
        self.files.get(path).cloned().ok_or(CommitError::Dangling)
    }

    fn candidates(&self, _: &str) -> Vec<String> {
        self.files.keys().cloned().collect()
    }
}

fn item(locator: Locator) -> Item {
    Item { locators: vec![locator], ..Item::default() }
}

fn quoting(file: &str, quotes: &[&str]) -> Item {
    let quotes = quotes.iter().map(|quote| (*quote).to_owned()).collect();
    Item { checks: vec![Check::Quote(quotes)], ..item(Locator::file(file)) }
}

fn declaration(items: Vec<Item>) -> Declaration {
    let at = Path::top().key("answers").key("mfa");
    let evidence = items.into_iter().enumerate();
    let evidence =
        evidence.map(|(index, item)| Item { at: at.key("evidence").item(index), ..item }).collect();
    let answer = Answer { id: "mfa".to_owned(), at, evidence, ..Answer::default() };
    Declaration { answers: vec![answer], ..Declaration::default() }
}

fn gather(
    declaration: &Declaration,
    skip: &dyn Fn(&Answer) -> bool,
    repository: &dyn Repository,
) -> Outcomes {
    let (policy, servers) = (Policy::default(), Servers::default());
    let terms = Terms { policy: &policy, servers: &servers, today: date(2026, 8, 21) };
    super::gather(declaration, skip, Sources { repository, web: None }, &terms, "own.yml").outcomes
}

fn verdicts(items: Vec<Item>, repository: &dyn Repository) -> Vec<Verdict> {
    let declaration = declaration(items);
    let outcomes = gather(&declaration, &|_| false, repository);
    outcomes.into_values().collect()
}

fn verdict(item: Item, repository: &dyn Repository) -> Verdict {
    verdicts(vec![item], repository).pop().unwrap()
}

fn trouble(item: Item, repository: &dyn Repository) -> Trouble {
    let verdict = verdict(item, repository);
    assert_eq!(verdict.troubles.len(), 1, "{verdict:?}");
    verdict.troubles.into_iter().next().unwrap()
}

const HELP: &str =
    "# Help\n\nWe answer within 5 working days.\n\n## Tokens\n\nTokens are *scoped*.\n\n## Other\n\nx\n";

#[test]
fn what_stands_there_is_matched_or_found() {
    let repository = Memory::of(&[("help.md", HELP), ("a.bin", "\0")]);
    let hash = crate::text::hash::sha256(b"\0");
    let verdicts = verdicts(
        vec![
            quoting("help.md", &["we answer WITHIN 5 working days"]),
            quoting("help.md#tokens", &["Tokens are scoped", "tokens are *scoped*"]),
            quoting("help.md#L6-L7", &["Tokens are scoped"]),
            item(Locator::file("help.md")),
            item(Locator::file("help.md#other")),
            item(Locator::file("help.md#L3")),
            Item { sha256: Some(hash), ..item(Locator::file("a.bin")) },
            item(Locator::file("a.bin")),
            item(Locator::Url("https://example.org/".to_owned())),
            item(Locator::Statement("yes".to_owned())),
        ],
        &repository,
    );
    let seen: Vec<_> = verdicts.iter().map(|verdict| (verdict.outcome, verdict.found.as_str())).collect();
    assert_eq!(
        seen,
        [
            (Outcome::Matched, "line 3"),
            (Outcome::Matched, "`#tokens` on line 5; line 7"),
            (Outcome::Matched, "line 7"),
            (Outcome::Found, "the file is there"),
            (Outcome::Found, "`#other` on line 9"),
            (Outcome::Found, "line 3"),
            (Outcome::Matched, "the same SHA-256"),
            (Outcome::Found, "the file is there"),
            (Outcome::Unchecked, "not looked at"),
            (Outcome::Unchecked, "nothing public to look at"),
        ]
    );
    assert!(verdicts.iter().all(|verdict| verdict.troubles.is_empty()));
    assert_eq!(verdicts[0].looked_for, "the quote \"we answer WITHIN 5 working days\" in `help.md`");
    assert_eq!(verdicts[8].looked_for, "https://example.org/");
    assert_eq!(repository.reads.get(), 2, "each file is read once");
}

#[test]
fn items_that_are_mistakes_or_skipped_have_no_verdict() {
    let two = Item { locators: vec![Locator::file("a"), Locator::file("b")], ..Item::default() };
    let bad_commit = Item { commit: Some("--output=x".to_owned()), ..item(Locator::file("help.md")) };
    let repository = Memory::of(&[("help.md", HELP)]);
    assert_eq!(verdicts(vec![Item::default(), two, bad_commit], &repository), []);
    let declaration = declaration(vec![item(Locator::file("help.md"))]);
    let skipped = gather(&declaration, &|answer| answer.id == "mfa", &repository);
    assert!(skipped.is_empty());
}

#[test]
fn every_missing_quote_is_said_with_the_nearest_text() {
    let repository = Memory::of(&[("help.md", HELP)]);
    let quotes = ["We answer within two working days", "Tokens are scoped", "nothing at all like this"];
    let verdict = verdict(quoting("help.md", &quotes), &repository);
    assert_eq!(verdict.outcome, Outcome::Contradicted);
    let [first, second] = verdict.troubles.as_slice() else { panic!("{verdict:?}") };
    assert_eq!((first.kind, first.key, first.item), (TroubleKind::QuoteMissing, Some("quote"), Some(0)));
    assert_eq!(first.message, "the quote does not stand in `help.md`");
    assert_eq!(
        first.notes,
        [
            "looked for: \"We answer within two working days\"",
            "nearest text, help.md:3: \"We answer within 5 working days.\"",
        ]
    );
    assert_eq!((second.item, second.notes[1].as_str()), (Some(2), "no text like it in the file"));
}

#[test]
fn a_quote_that_left_its_lines_is_followed() {
    let repository =
        Memory::of(&[("help.md", HELP), ("twice.md", "same words here\n\nx\n\nsame words here\n")]);
    let moved = trouble(quoting("help.md#L1-L2", &["Tokens are scoped"]), &repository);
    assert_eq!(moved.message, "the quote does not stand in lines 1 to 2 of `help.md`");
    assert_eq!(moved.notes[1], "it stands in help.md:7");
    assert_eq!(moved.moved_to.as_deref(), Some("help.md#L7-L8"));
    let last = trouble(quoting("help.md#L90-L99", &["Tokens are scoped", "we answer within"]), &repository);
    assert_eq!(last.kind, TroubleKind::NoSuchLines);
    assert_eq!(last.moved_to.as_deref(), Some("help.md#L2-L11"));
    let twice = trouble(quoting("twice.md#L3", &["same words here"]), &repository);
    assert_eq!(twice.moved_to, None, "two places");
    assert_eq!(twice.notes[1], "it stands in several places, first in twice.md:1");
    let section = trouble(quoting("help.md#other", &["Tokens are scoped"]), &repository);
    assert_eq!((section.moved_to, section.notes[1].as_str()), (None, "it stands in help.md:7"));
}

#[test]
fn a_file_that_is_gone_is_looked_for() {
    let mine = "quote: \"Tokens are *scoped*\"";
    let repository = Memory::of(&[
        ("docs/help.md", HELP),
        ("docs/index.md", "We answer within 5 working days."),
        ("own.yml", mine),
        (".package-repo-security.yml", mine),
        ("report.md", "<!-- package-repo-security report -->\nTokens are scoped"),
    ]);
    let gone = trouble(quoting("help.md#tokens", &["Tokens are scoped"]), &repository);
    assert_eq!((gone.kind, gone.key), (TroubleKind::NoSuchFile, Some("file")));
    assert_eq!(gone.message, "there is no file `help.md`");
    assert_eq!(gone.moved_to.as_deref(), Some("docs/help.md#tokens"));
    let elsewhere = trouble(quoting("help.md#gone", &["Tokens are scoped"]), &repository);
    assert_eq!(elsewhere.moved_to.as_deref(), Some("docs/help.md"));
    let lines = trouble(quoting("help.md#L90", &["Tokens are scoped"]), &repository);
    assert_eq!(lines.moved_to.as_deref(), Some("docs/help.md#L7"));
    let two = trouble(quoting("help.md", &["We answer within 5"]), &repository);
    assert_eq!(two.moved_to, None);
    assert_eq!(two.notes, ["what is quoted stands in `docs/help.md` and `docs/index.md`"]);
    let plain = trouble(item(Locator::file("help.md")), &repository);
    assert_eq!((plain.moved_to, plain.notes), (None, vec!["nearest: `docs/help.md`".to_owned()]));
}

#[test]
fn a_missing_anchor_names_the_nearest_one() {
    let repository = Memory::of(&[("help.md", HELP), ("a.rs", "fn f() {}"), ("none.md", "x")]);
    let near = trouble(item(Locator::file("help.md#token")), &repository);
    assert_eq!(near.kind, TroubleKind::NoSuchAnchor);
    assert_eq!(near.notes, ["nearest: `#tokens`, help.md:5"]);
    assert_eq!(near.moved_to.as_deref(), Some("help.md#tokens"));
    let far = trouble(item(Locator::file("help.md#zebra")), &repository);
    assert_eq!((far.moved_to, far.notes[0].as_str()), (None, "the file has `#help`, `#tokens`, `#other`"));
    assert_eq!(trouble(item(Locator::file("none.md#x")), &repository).notes, ["the file has none"]);
    let code = trouble(item(Locator::file("a.rs#f")), &repository);
    assert!(code.help.unwrap().contains("`#L10-L20`"));
    let elsewhere = verdict(quoting("help.md#token", &["We answer within 5"]), &repository);
    assert_eq!(elsewhere.troubles[0].moved_to, None, "the quote does not stand in that section");
}

#[test]
fn paths_the_declaration_and_own_output_are_refused() {
    let report = r#"{"report_version": 1, "tool": {"name": "package-repo-security"}}"#;
    let repository = Memory::of(&[("own.yml", "x"), ("report.json", report)]);
    for (path, kind) in [
        ("../a", TroubleKind::PathRefused),
        ("/etc/passwd", TroubleKind::PathRefused),
        (".git/config", TroubleKind::PathRefused),
        ("own.yml", TroubleKind::OwnOutput),
        (".package-repo-security.yml", TroubleKind::OwnOutput),
        (".github/.package-repo-security.yml", TroubleKind::OwnOutput),
        ("report.json", TroubleKind::OwnOutput),
    ] {
        let verdict = verdict(item(Locator::file(path)), &repository);
        assert_eq!((verdict.outcome, verdict.troubles[0].kind), (Outcome::Contradicted, kind), "{path}");
    }
}

#[test]
fn what_cannot_be_looked_into_is_unreachable() {
    let large = "x".repeat(4 * 1024 * 1024 + 1);
    let pointer =
        format!("version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 1\n", "0".repeat(64));
    let repository = Memory::of(&[("a.pdf", "%PDF\0"), ("b.md", &pointer), ("c.html", &large)]);
    for file in ["a.pdf", "b.md", "c.html", "a.pdf#L1", "c.html#id"] {
        let verdict = verdict(quoting(file, &["some words"]), &repository);
        assert_eq!(verdict.outcome, Outcome::Unreachable, "{file}: {verdict:?}");
        assert!(verdict.troubles.iter().all(|trouble| trouble.kind == TroubleKind::Unreadable));
    }
    let pinned = Item { commit: Some("a".repeat(40)), ..item(Locator::file("gone.md")) };
    let verdict = verdict(pinned, &repository);
    assert_eq!(
        (verdict.outcome, verdict.troubles[0].kind),
        (Outcome::Unreachable, TroubleKind::CommitDangling)
    );
}

#[test]
fn contradicted_outweighs_and_an_expired_security_txt_does_not() {
    let expired = "Contact: mailto:a@b.example\nExpires: 2026-01-01T00:00:00Z\n";
    let repository = Memory::of(&[("security.txt", expired), ("b", "x")]);
    let security_txt = || Item { checks: vec![Check::SecurityTxt], ..item(Locator::file("security.txt")) };
    let old = verdict(security_txt(), &repository);
    assert_eq!((old.outcome, old.troubles[0].kind), (Outcome::Found, TroubleKind::SecurityTxtExpired));
    let other_hash = Item { sha256: Some("0".repeat(64)), ..security_txt() };
    assert_eq!(verdict(other_hash, &repository).outcome, Outcome::Contradicted);
}

#[test]
fn many_items_and_hostile_files_stay_cheap() {
    let tags = "<".repeat(1024 * 1024);
    let words = "We answer within some working days, or more. ".repeat(2_000);
    let repository = Memory::of(&[("tags.html", &tags), ("words.md", &words)]);
    let quotes: Vec<String> = (0..300).map(|n| format!("We reply after {n} working days")).collect();
    let mut items: Vec<Item> = quotes.iter().map(|quote| quoting("words.md", &[quote])).collect();
    items.extend(quotes.iter().map(|quote| quoting("tags.html", &[quote])));
    items.extend(quotes.iter().take(3).map(|quote| quoting("gone.html", &[quote])));
    let verdicts = verdicts(items, &repository);
    assert_eq!(verdicts.len(), 603);
    assert!(verdicts.iter().all(|verdict| verdict.outcome == Outcome::Contradicted));
    assert!(
        repository.reads.get() < 12,
        "two files, a missing one, and both once more for each item that misses it"
    );
}

#[test]
fn a_real_tree_is_read_without_leaving_it() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("Help.md"), HELP).unwrap();
    let tree = WorkTree::open(dir.path()).unwrap();
    assert_eq!(verdict(quoting("Help.md", &["Tokens are scoped"]), &tree).outcome, Outcome::Matched);
    let other_case = trouble(item(Locator::file("help.md#tokens")), &tree);
    assert_eq!(other_case.kind, TroubleKind::NotAPlainFile);
    assert_eq!(other_case.moved_to.as_deref(), Some("Help.md#tokens"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", dir.path().join("passwd")).unwrap();
        assert_eq!(trouble(quoting("passwd", &["root:x:0"]), &tree).kind, TroubleKind::NotAPlainFile);
    }
}
