use super::{Terms, gather};
use crate::declaration::{Check, Item, Locator};
use crate::evidence::outcome::{Outcome, TroubleKind, Verdict};
use crate::evidence::web::{
    Answer, Depth, Fetched, Gone, NoContent, Reason, Release, RemoteFile, Seen, Standing, Subject, Thread,
    ThreadKind, ThreadState, Want, Wants, Web,
};
use crate::links::github::RepositoryName;
use crate::links::{Policy, Servers};
use crate::read::Path;
use jiff::civil::date;
use std::cell::RefCell;

/// Answers everything alike, and remembers what was asked.
struct Always {
    answer: Answer,
    asked: RefCell<Wants>,
}

impl Web for Always {
    fn ask(&self, wants: &Wants, each: &mut dyn FnMut(&Want, Answer)) {
        self.asked.replace(wants.clone());
        for want in wants.keys() {
            each(want, self.answer.clone());
        }
    }
}

/// Answers nothing at all.
struct Silent;

impl Web for Silent {
    fn ask(&self, _: &Wants, _: &mut dyn FnMut(&Want, Answer)) {}
}

fn item(address: &str, checks: Vec<Check>) -> Item {
    Item {
        at: Path::top().key("answers").key("mfa").key("evidence").item(0),
        locators: vec![Locator::Url(address.to_owned())],
        checks,
        ..Item::default()
    }
}

fn quote(text: &str) -> Vec<Check> {
    vec![Check::Quote(vec![text.to_owned()])]
}

fn asked(item: &Item, web: &dyn Web) -> Verdict {
    let (policy, servers) = (Policy::default(), Servers::default());
    let terms = Terms { policy: &policy, servers: &servers, today: date(2026, 11, 22) };
    let (outcomes, _) = gather(&[item], &[], web, &terms);
    outcomes.into_values().next().unwrap()
}

fn told(item: &Item, answer: Answer) -> Verdict {
    asked(item, &Always { answer, asked: RefCell::default() })
}

fn page(content_type: &str, body: &[u8]) -> Fetched {
    Fetched {
        url: "https://epi.example/x".parse().unwrap(),
        moved_to: None,
        content_type: Some(content_type.to_owned()),
        body: body.to_vec(),
        is_cut: false,
    }
}

fn of_page(item: &Item, page: Fetched) -> Verdict {
    told(item, Answer::Page(Box::new(page)))
}

fn html(address: &str, checks: Vec<Check>, body: &str) -> Verdict {
    of_page(&item(address, checks), page("text/html; charset=utf-8", body.as_bytes()))
}

use Outcome::{Contradicted, Found, Matched, Unchecked, Unreachable};

#[test]
fn fragments_are_told_apart_by_who_reads_them() {
    let long = "<h1>Help</h1><p>word word word word word word word word word word word word word word word word word word word \
                word word word word word word word word word word word word word word word word word word word word word \
                word word word word word word word</p>";
    let shell = "<title>Index</title><div id=root></div><script type=module src=/a.js></script>";
    for (fragment, body, outcome) in [
        ("apitoken", "<p id=apitoken>", Found),
        ("nuget.org-management", "<p id=nuget.org-management>", Found),
        ("debug/buildinfo", "<dt id=debug/buildinfo>", Found),
        ("caf%C3%A9", "<p id=café>", Found),
        ("TOP", "<p>x", Found),
        ("", "<p>x", Found),
        ("nothing", "<p id=other>x", Contradicted),
        ("/data-access", "<p>x", Unreachable),
        ("!/route", "<p>x", Unreachable),
        ("rss-feeds", shell, Unreachable),
        ("nothing", &format!("{long}<script src=/count.js></script>"), Contradicted),
        ("tab=readme", &format!("{long}<script src=/count.js></script>"), Unreachable),
        ("made", &format!("{long}<a href='#made'>x</a><script src=/toc.js></script>"), Unreachable),
        ("L10", "<a id=L10></a>", Found),
        ("L10-L12", "<a id=L10></a><a id=L12></a>", Found),
        ("L10-L12", "<a id=L10></a>", Contradicted),
        ("L10", &format!("{long}<script src=/code.js></script>"), Unreachable),
        (":~:text=word%20word", long, Found),
        (":~:text=no%20such", long, Contradicted),
        (":~:text=no%20such", shell, Unreachable),
        ("x:~:text=word", long, Contradicted),
    ] {
        let verdict = html(&format!("https://epi.example/x#{fragment}"), Vec::new(), body);
        assert_eq!(verdict.outcome, outcome, "#{fragment} in {body}: {verdict:#?}");
    }
}

#[test]
fn only_what_a_page_shows_is_matched() {
    let text = "Every account can use WebAuthn";
    let check = |body: &str| html("https://epi.example/x", quote(text), body).outcome;
    for (body, outcome) in [
        ("<p>Every <b>account</b>\ncan use WebAuthn.</p>", Matched),
        ("<p>{{ not a template }} Every account can use WebAuthn</p>", Matched),
        ("<!-- Every account can use WebAuthn --><p>x", Contradicted),
        ("<script type='application/json'>'Every account can use WebAuthn'</script><p>x", Contradicted),
        ("<script>'Every account can use WebAuthn'</script><p>x", Unreachable),
        ("<p style='opacity:0'>Every account can use WebAuthn</p>", Unreachable),
        ("<p hidden>Every account can use WebAuthn</p>", Contradicted),
        ("<p data-x='Every account can use WebAuthn'>x", Contradicted),
        ("<p>Every account may use WebAuthn", Contradicted),
        ("<meta http-equiv=refresh content='0; url=/'><p>x", Unreachable),
        ("<title>Just a moment...</title>", Unreachable),
        ("<title>Sign in</title>", Unreachable),
        ("<title>Page not found</title>", Unreachable),
        ("", Contradicted),
    ] {
        assert_eq!(check(body), outcome, "{body}");
    }
    let tab = "<h1>Help</h1><p>Some words that make this a page of its own, long enough to be one. Some words that make this a page \
               of its own, long enough to be one. Some words that make this a page of its own, long enough.</p>\
               <div hidden>Every account can use WebAuthn</div>";
    assert_eq!(check(tab), Contradicted);
    assert_eq!(check(&format!("{tab}<script src=/tabs.js></script>")), Unreachable, "a script may show it");
}

#[test]
fn a_page_that_was_cut_contradicts_nothing() {
    let cut = |body: &str| Fetched { is_cut: true, ..page("text/html", body.as_bytes()) };
    let with = |checks| item("https://epi.example/x", checks);
    assert_eq!(of_page(&with(quote("It is there")), cut("<p>It is there")).outcome, Matched);
    assert_eq!(of_page(&with(quote("It is not there")), cut("<p>x")).outcome, Unreachable);
    assert_eq!(of_page(&item("https://epi.example/x#y", Vec::new()), cut("<p>x")).outcome, Unreachable);
    let json = Check::Json { at: "/a".into(), is: 1.into() };
    let half = Fetched { is_cut: true, ..page("application/json", b"{\"a\": 1, ") };
    assert_eq!(of_page(&with(vec![json]), half).outcome, Unreachable);
    let pinned = |hash: &str| Item { sha256: Some(hash.to_owned()), ..with(Vec::new()) };
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(of_page(&pinned(abc), cut("abc")).outcome, Unreachable, "the hash of its beginning");
    assert_eq!(of_page(&pinned(abc), page("text/html", b"abc")).outcome, Matched);
}

#[test]
fn a_pointer_of_git_lfs_is_what_it_is_on_a_page() {
    let hash = "4d7a".repeat(16);
    let pointer = format!("version https://git-lfs.github.com/spec/v1\noid sha256:{hash}\nsize 3\n");
    let pinned = Item { sha256: Some(hash), ..item("https://epi.example/x", Vec::new()) };
    assert_eq!(of_page(&pinned, page("text/plain", pointer.as_bytes())).outcome, Contradicted);
}

#[test]
fn kinds_of_content_are_read_as_what_they_are() {
    let with = |checks| item("https://epi.example/x", checks);
    let feed =
        b"<rss><item><description>We &lt;b&gt;require&lt;/b&gt; two factors</description></item></rss>";
    assert_eq!(
        of_page(&with(quote("We require two factors")), page("application/rss+xml", feed)).outcome,
        Matched
    );
    let pdf = page("application/pdf", b"%PDF-1.7 We require two factors");
    let verdict = of_page(&with(quote("We require two factors")), pdf.clone());
    assert_eq!(verdict.outcome, Unreachable);
    assert!(verdict.troubles[0].help.as_deref().unwrap().contains("sha256"), "{verdict:?}");
    assert_eq!(of_page(&item("https://epi.example/x#page=3", Vec::new()), pdf).outcome, Unreachable);
    assert_eq!(
        of_page(&with(quote("caf\u{e9} latte")), page("text/html", b"<p>caf\xe9 latte")).outcome,
        Matched
    );
    let json = |is: i32| vec![Check::Json { at: "/a".into(), is: is.into() }];
    assert_eq!(of_page(&with(json(1)), page("application/json", b"{\"a\": 1}")).outcome, Matched);
    assert_eq!(of_page(&with(json(2)), page("application/json", b"{\"a\": 1}")).outcome, Contradicted);
    let shell = b"<div id=app></div><script src=a></script>";
    assert_eq!(of_page(&with(json(1)), page("text/html", shell)).outcome, Unreachable);
    let no_json = of_page(&with(json(1)), page("text/html; charset=utf-8", b"<h1>Help</h1>"));
    assert_eq!((no_json.outcome, no_json.troubles[0].kind), (Contradicted, TroubleKind::NotJson));
    assert_eq!(
        no_json.found,
        "no JSON: expected value at line 1 column 1; `Content-Type`: `text/html; charset=utf-8`"
    );
    let fragment = item("https://epi.example/x#/a", Vec::new());
    assert_eq!(of_page(&fragment, page("application/json", b"{\"a\": 1}")).outcome, Unreachable);
    assert_eq!(
        of_page(&with(quote("We require two")), page("image/png", b"We require two")).outcome,
        Unreachable
    );
}

#[test]
fn what_leads_to_the_home_page_is_not_the_page() {
    let home = |asked: &str, home: &str| {
        let url: url::Url = home.parse().unwrap();
        let page = Fetched { moved_to: Some(url.clone()), url, ..page("text/html", b"<h1>Welcome</h1>") };
        of_page(&item(asked, Vec::new()), page)
    };
    let lost = home("https://epi.example/docs/mfa", "https://epi.example/");
    assert_eq!((lost.outcome, lost.troubles[0].kind), (Unreachable, TroubleKind::SoftNotFound));
    let moved = home("https://old.example/", "https://epi.example/");
    assert_eq!((moved.outcome, moved.troubles[0].kind), (Found, TroubleKind::Moved));
}

#[test]
fn a_permanent_redirect_offers_the_new_address_with_the_fragment() {
    let url: url::Url = "https://epi.example/new".parse().unwrap();
    let page = Fetched { moved_to: Some(url.clone()), url, ..page("text/html", b"<p id=a>") };
    let verdict = of_page(&item("https://epi.example/old#a", Vec::new()), page);
    assert_eq!(verdict.outcome, Found);
    assert_eq!(verdict.troubles[0].moved_to.as_deref(), Some("https://epi.example/new#a"));
}

/// What is said of an item whose address leads to this page.
fn led(asked: &str, end: &str, is_for_good: bool, checks: Vec<Check>) -> Verdict {
    let url: url::Url = end.parse().unwrap();
    let moved_to = is_for_good.then(|| url.clone());
    let text = "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n";
    of_page(
        &item(asked, checks),
        Fetched { url, moved_to, ..page("text/plain; charset=utf-8", text.as_bytes()) },
    )
}

#[test]
fn another_host_is_always_named_and_noticed_where_nobody_expects_it() {
    for (asked, end, is_named, is_noticed) in [
        ("https://epi.example/a", "https://epi.example/b", false, false),
        ("https://epi.example/a", "https://www.epi.example/b", false, false),
        ("https://www.epi.example/a", "https://epi.example/b", false, false),
        ("http://epi.example/a", "https://epi.example/b", false, false),
        ("https://epi.example/a", "https://docs.epi.example/b", true, true),
        ("https://epi.example/a", "https://evil.example/b", true, true),
        ("https://bit.ly/a", "https://epi.example/b", true, false),
        ("https://bit.ly/", "https://epi.example/b", true, true),
        ("https://github.com/o/r/archive/v1.tar.gz", "https://codeload.github.com/o/r/x", true, false),
        ("https://github.com/o/r/compare/a...b", "https://evil.example/b", true, true),
        ("https://epi.example/a", "https://raw.githubusercontent.com/o/r/main/b", true, true),
    ] {
        let verdict = led(asked, end, false, Vec::new());
        assert_eq!(verdict.outcome, Found, "{asked}");
        let host = end.parse::<url::Url>().unwrap().host_str().unwrap().to_owned();
        let says = format!("; after a redirect to `{host}`");
        assert_eq!(verdict.found.contains(&says), is_named, "{asked}: {}", verdict.found);
        let kinds: Vec<_> = verdict.troubles.iter().map(|trouble| trouble.kind).collect();
        assert_eq!(kinds.contains(&TroubleKind::OtherHost), is_noticed, "{asked}: {kinds:?}");
    }
}

#[test]
fn a_move_to_another_host_is_said_once_and_left_to_a_person() {
    let verdict = led("https://epi.example/a", "https://new.example/a", true, Vec::new());
    let [trouble] = verdict.troubles.as_slice() else { panic!("{verdict:?}") };
    assert_eq!((trouble.kind, &trouble.moved_to), (TroubleKind::Moved, &None));
    assert!(trouble.message.ends_with("has moved for good to another host, `new.example`"), "{trouble:?}");
    let same = led("https://epi.example/a", "https://www.epi.example/a", true, Vec::new());
    assert!(same.troubles[0].moved_to.is_some(), "{same:?}");
}

#[test]
fn nothing_is_offered_where_the_new_address_would_not_do() {
    let (asked, end) = ("https://epi.example/a", "https://epi.example/b");
    let offered = |verdict: &Verdict| verdict.troubles.iter().find_map(|it| it.moved_to.clone());
    let moved = |checks| led(asked, end, true, checks);
    assert_eq!(offered(&moved(quote("Contact: mailto:a"))).as_deref(), Some(end));
    let missing = moved(quote("No such words"));
    assert_eq!((missing.outcome, offered(&missing)), (Contradicted, None));
    let repository = RepositoryName { owner: "new".into(), name: "r".into() };
    let subject = Subject::Directory;
    let renamed = Answer::GitHub(Box::new(Seen { repository, archived: None, subject }));
    let folder = |checks| told(&item("https://github.com/o/r/tree/v1.0/docs", checks), renamed.clone());
    assert!(offered(&folder(Vec::new())).is_some());
    assert_eq!(offered(&folder(quote("No such words"))), None);
    // Lines that moved in a file whose hash is another one.
    let text: &[u8] = b"# Help\n\nEvery account can use WebAuthn.\n";
    let address = format!("https://github.com/o/r/blob/{COMMIT}/docs/help.md#L1");
    let lines = item(&address, quote("Every account can"));
    assert!(offered(&told(&lines, file(Standing::Held, Ok(text)))).is_some());
    let pinned = Item { sha256: Some("0".repeat(64)), ..lines };
    assert_eq!(offered(&told(&pinned, file(Standing::Held, Ok(text)))), None);
}

#[test]
fn an_empty_answer_shows_nothing() {
    let bare = item("https://epi.example/x", Vec::new());
    for content_type in ["text/html", "text/plain", "application/json", "application/octet-stream"] {
        for body in [&b""[..], b" \r\n"] {
            let verdict = of_page(&bare, page(content_type, body));
            assert_eq!(verdict.outcome, Unreachable, "{content_type}");
            assert_eq!(verdict.found, "the answer is empty");
        }
    }
    let unread = Fetched { is_cut: true, ..page("text/html", b"") };
    assert_eq!(of_page(&bare, unread).outcome, Found, "what was sent was not read");
    let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let pinned = Item { sha256: Some(of_nothing.to_owned()), ..bare };
    assert_eq!(of_page(&pinned, page("text/plain", b"")).outcome, Matched);
}

#[test]
fn a_security_txt_of_another_host_is_from_elsewhere() {
    let asked = "https://epi.example/.well-known/security.txt";
    let verdict =
        led(asked, "https://evil.example/.well-known/security.txt", false, vec![Check::SecurityTxt]);
    assert_eq!(verdict.outcome, Matched);
    let [trouble] = verdict.troubles.as_slice() else { panic!("{verdict:?}") };
    assert_eq!(trouble.kind, TroubleKind::SecurityTxtElsewhere);
    assert!(trouble.message.contains("another host, `evil.example`"), "{trouble:?}");
    let own = led(asked, "https://www.epi.example/.well-known/security.txt", false, vec![Check::SecurityTxt]);
    assert!(own.troubles.is_empty(), "{own:?}");
}

#[test]
fn a_security_txt_says_where_it_belongs() {
    let text = "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\nCanonical: https://b.example/.well-known/security.txt\n";
    let kinds = |asked: &str, content_type: &str| {
        let page = Fetched { url: asked.parse().unwrap(), ..page(content_type, text.as_bytes()) };
        let verdict = of_page(&item(asked, vec![Check::SecurityTxt]), page);
        assert_eq!(verdict.outcome, Matched);
        verdict.troubles.into_iter().map(|trouble| trouble.kind).collect::<Vec<_>>()
    };
    let own = "https://b.example/.well-known/security.txt";
    assert_eq!(kinds(own, "text/plain"), []);
    assert_eq!(kinds(own, "text/plain; charset=\"UTF-8\""), []);
    assert_eq!(kinds(own, "text/plain; charset=latin1"), [TroubleKind::SecurityTxtServed]);
    assert_eq!(
        kinds("https://c.example/.well-known/security.txt", "text/plain"),
        [TroubleKind::SecurityTxtElsewhere]
    );
    let both = [TroubleKind::SecurityTxtElsewhere, TroubleKind::SecurityTxtServed];
    assert_eq!(kinds("https://b.example/s.txt", "text/plain"), both);
}

#[test]
fn what_is_not_asked_for_is_not_asked_for() {
    let web = Always { answer: Answer::Unreachable(Reason::Broken), asked: RefCell::default() };
    for (address, outcome, troubles) in [
        ("mailto:security@epi.example", Unchecked, 0),
        ("https://api[", Unchecked, 0),
        ("http://subcommittee/tooling/README.md", Unreachable, 0),
        ("https://169.254.169.254/latest", Unreachable, 0),
        ("https://epi.example:8443/", Unreachable, 0),
        ("https://discord.com/channels/1/2", Unreachable, 1),
        ("https://github.com/o/r/issues/new?template=x", Unreachable, 1),
    ] {
        let verdict = asked(&item(address, Vec::new()), &web);
        assert_eq!((verdict.outcome, verdict.troubles.len()), (outcome, troubles), "{address}");
        assert!(web.asked.borrow().is_empty(), "{address}");
    }
    let verdict = asked(&item("https://epi.example/x#y", Vec::new()), &web);
    assert_eq!(verdict.outcome, Unreachable);
    let wants = web.asked.borrow();
    let (Want::Page(url), depth) = wants.iter().next().unwrap() else { panic!("{wants:?}") };
    assert_eq!((url.as_str(), *depth), ("https://epi.example/x", Depth::Text));
}

#[test]
fn nothing_is_lost_where_a_question_is_not_answered() {
    assert_eq!(asked(&item("https://epi.example/x", Vec::new()), &Silent).outcome, Unreachable);
}

#[test]
fn a_404_contradicts_except_where_private_things_answer_so() {
    let gone = |address: &str| {
        told(&item(address, Vec::new()), Answer::Gone(Gone { status: 404, behind: None })).outcome
    };
    assert_eq!(gone("https://epi.example/x"), Contradicted);
    for private in [
        "https://github.com/o/r/compare/a...b",
        "https://gist.github.com/o/1",
        "https://github.com/o/r/blob/main/a",
    ] {
        assert_eq!(gone(private), Unreachable, "{private}");
    }
    for public in
        ["https://notgithub.com/o/r", "https://docs.github.com/en/x", "https://github.com/features/x"]
    {
        assert_eq!(gone(public), Contradicted, "{public}");
    }
    let behind = "https://docs.example/moved".parse().ok();
    let led = told(&item("https://epi.example/x", Vec::new()), Answer::Gone(Gone { status: 410, behind }));
    assert_eq!(led.found, "redirected to `https://docs.example/moved`, for which the host answered 410");
    assert!(led.troubles[0].message.contains("`docs.example` answers 410"), "{led:?}");
}

fn seen(subject: Subject) -> Answer {
    let repository = RepositoryName { owner: "o".into(), name: "r".into() };
    Answer::GitHub(Box::new(Seen { repository, archived: Some(false), subject }))
}

const COMMIT: &str = "6b62157124ab7865029afeeadf282bce27d601d9";

fn file(standing: Standing, content: Result<&[u8], NoContent>) -> Answer {
    seen(Subject::File(RemoteFile {
        reference: COMMIT.to_owned(),
        path: "docs/help.md".to_owned(),
        commit: None,
        standing,
        content: content.map(<[u8]>::to_vec),
    }))
}

#[test]
fn files_on_github_are_read_as_files_of_a_repository() {
    let at = |fragment: &str| format!("https://github.com/o/r/blob/{COMMIT}/docs/help.md{fragment}");
    let text: &[u8] = b"# Help\n\n## Two factor\n\nEvery account can use WebAuthn.\n";
    for (fragment, checks, outcome) in [
        ("", Vec::new(), Found),
        ("#two-factor", Vec::new(), Found),
        ("#three-factor", Vec::new(), Contradicted),
        ("#L3-L5", Vec::new(), Found),
        ("#L3-L50", Vec::new(), Contradicted),
        ("#L5", quote("Every account can"), Matched),
        ("#L1", quote("Every account can"), Contradicted),
        ("#two-factor", quote("Every account must"), Contradicted),
    ] {
        let verdict = told(&item(&at(fragment), checks), file(Standing::Held, Ok(text)));
        assert_eq!(verdict.outcome, outcome, "{fragment}: {verdict:?}");
    }
    let with_quote = item(&at(""), quote("Every account can"));
    let dangling = told(&with_quote, file(Standing::Dangling, Ok(text)));
    assert_eq!((dangling.outcome, dangling.troubles[0].kind), (Unreachable, TroubleKind::CommitDangling));
    assert_eq!(
        told(&with_quote, file(Standing::Untold, Ok(text))).outcome,
        Unreachable,
        "an impostor must not pass"
    );
    for error in [
        NoContent::Binary,
        NoContent::TooLarge,
        NoContent::NotAsked,
        NoContent::Unreachable(Reason::TimedOut),
    ] {
        assert_eq!(told(&with_quote, file(Standing::Held, Err(error))).outcome, Unreachable, "{error:?}");
    }
    assert_eq!(
        told(&item(&at(""), Vec::new()), file(Standing::Held, Err(NoContent::NotAsked))).outcome,
        Found
    );
    let own: &[u8] = b"principles: v0.1\nclaims: {}\nanswers: {}\n";
    assert_eq!(told(&item(&at(""), Vec::new()), file(Standing::Held, Ok(own))).outcome, Contradicted);
    assert_eq!(told(&with_quote, seen(Subject::Directory)).outcome, Unreachable);
    assert_eq!(told(&with_quote, seen(Subject::Absent)).outcome, Contradicted);
    assert_eq!(told(&with_quote, seen(Subject::Untold(Reason::RateLimited))).outcome, Unreachable);
    assert_eq!(told(&with_quote, Answer::Unreachable(Reason::NotVisible)).outcome, Unreachable);
}

#[test]
fn commits_repositories_and_releases_are_there_or_not() {
    let commit = item(&format!("https://github.com/o/r/commit/{COMMIT}"), Vec::new());
    for (standing, outcome) in
        [(Standing::Held, Found), (Standing::Dangling, Unreachable), (Standing::Untold, Unreachable)]
    {
        assert_eq!(told(&commit, seen(Subject::Commit(standing))).outcome, outcome, "{standing:?}");
    }
    let root = |fragment: &str, checks| item(&format!("https://github.com/o/r{fragment}"), checks);
    assert_eq!(told(&root("", Vec::new()), seen(Subject::There)).outcome, Found);
    assert_eq!(told(&root("#readme", Vec::new()), seen(Subject::There)).outcome, Found);
    assert_eq!(told(&root("#install", Vec::new()), seen(Subject::There)).outcome, Unreachable);
    assert_eq!(told(&root("", quote("We require two")), seen(Subject::There)).outcome, Unreachable);
    let release = |draft| seen(Subject::Release(Release { text: "1.0\n\nTokens are scoped.".into(), draft }));
    let notes = item("https://github.com/o/r/releases/tag/v1", quote("Tokens are scoped"));
    assert_eq!(told(&notes, release(false)).outcome, Matched);
    assert_eq!(told(&notes, release(true)).outcome, Unreachable);
}

fn thread(kind: ThreadKind, state: ThreadState, is_complete: bool) -> Answer {
    let comments = vec![
        ("issuecomment-7".to_owned(), "Deployed **today**.".to_owned()),
        ("issuecomment-8".to_owned(), "<!-- package-repo-security report -->\nAll is met.".to_owned()),
    ];
    let text = "Passkeys\n\nSupport passkeys.".to_owned();
    seen(Subject::Thread(Thread { kind, state: Some(state), text, comments, is_complete, moved_to: None }))
}

#[test]
fn threads_are_searched_with_their_comments() {
    let at = |fragment: &str, checks| item(&format!("https://github.com/o/r/issues/7{fragment}"), checks);
    let merged = |is_complete| thread(ThreadKind::PullRequest, ThreadState::Merged, is_complete);
    for (fragment, checks, is_complete, outcome) in [
        ("", Vec::new(), true, Found),
        ("", quote("Support passkeys"), true, Matched),
        ("", quote("Deployed today"), true, Matched),
        ("", quote("All is met."), true, Contradicted),
        ("", quote("No such words"), true, Contradicted),
        ("", quote("No such words"), false, Unreachable),
        ("#issuecomment-7", Vec::new(), true, Found),
        ("#issuecomment-7", quote("Deployed today"), true, Matched),
        ("#issuecomment-7", quote("Support passkeys"), true, Contradicted),
        ("#issuecomment-8", Vec::new(), true, Contradicted),
        ("#issuecomment-9", Vec::new(), true, Contradicted),
        ("#issuecomment-9", Vec::new(), false, Unreachable),
        ("#discussion_r1", Vec::new(), false, Unreachable),
        ("#event-123", Vec::new(), true, Unreachable),
        ("#L7", Vec::new(), true, Unreachable),
    ] {
        let verdict = told(&at(fragment, checks), merged(is_complete));
        assert_eq!(verdict.outcome, outcome, "{fragment}: {verdict:?}");
    }
}

#[test]
fn each_post_of_a_thread_is_searched_by_itself_and_named() {
    let told = |checks| {
        let answer = thread(ThreadKind::Issue, ThreadState::Closed, true);
        told(&item("https://github.com/o/r/issues/7", checks), answer)
    };
    let quotes = |texts: &[&str]| vec![Check::Quote(texts.iter().map(|&text| text.to_owned()).collect())];
    let verdict = told(quote("Deployed today"));
    assert_eq!(verdict.found, "an issue, closed; \"Deployed today\" stands in a comment, `#issuecomment-7`");
    let verdict = told(quote("Support passkeys"));
    assert_eq!(verdict.found, "an issue, closed; \"Support passkeys\" stands in the text of the issue");
    let both = told(quotes(&["Support passkeys", "Deployed today"]));
    assert_eq!((both.outcome, both.found.matches(" stands in ").count()), (Matched, 2), "{}", both.found);
    let across = told(quote("Support passkeys. Deployed today"));
    assert_eq!(across.outcome, Contradicted, "nobody wrote that: {}", across.found);
    let near = told(quotes(&["Support passkeys", "Deployed yesterday"]));
    assert_eq!((near.outcome, near.troubles[0].item), (Contradicted, Some(1)));
    assert!(near.troubles[0].message.contains("any post of"), "{near:?}");
    assert!(near.found.contains("in a comment, `#issuecomment-7`"), "{near:?}");
    let passage = item("https://github.com/o/r/issues/7#:~:text=Deployed%20today", Vec::new());
    let passage = super::tests::told(&passage, thread(ThreadKind::Issue, ThreadState::Closed, true));
    assert!(passage.found.ends_with("stands in a comment, `#issuecomment-7`"), "{passage:?}");
}

#[test]
fn a_thread_that_is_not_done_says_what_it_is() {
    for (kind, state, says) in [
        (ThreadKind::Issue, ThreadState::Open, Some("an issue that is open")),
        (ThreadKind::Issue, ThreadState::NotPlanned, Some("an issue that is closed as not planned")),
        (ThreadKind::Issue, ThreadState::Closed, None),
        (ThreadKind::PullRequest, ThreadState::Open, Some("a pull request that is open")),
        (ThreadKind::PullRequest, ThreadState::Closed, Some("closed without being merged")),
        (ThreadKind::PullRequest, ThreadState::Merged, None),
        (ThreadKind::Discussion, ThreadState::Open, None),
    ] {
        let verdict = told(&item("https://github.com/o/r/issues/7", Vec::new()), thread(kind, state, true));
        assert_eq!(verdict.outcome, Found);
        let trouble = verdict.troubles.first().map(|trouble| trouble.message.clone());
        match says {
            Some(says) => assert!(trouble.as_deref().unwrap().contains(says), "{trouble:?}"),
            None => assert_eq!(trouble, None),
        }
    }
}

#[test]
fn another_name_and_an_archive_are_said() {
    let repository = RepositoryName { owner: "new".into(), name: "r".into() };
    let answer = Answer::GitHub(Box::new(Seen { repository, archived: Some(true), subject: Subject::There }));
    let verdict = told(&item("https://github.com/O/R", Vec::new()), answer);
    assert_eq!(verdict.outcome, Found);
    let kinds: Vec<_> = verdict.troubles.iter().map(|trouble| trouble.kind).collect();
    assert_eq!(kinds, [TroubleKind::Moved, TroubleKind::Archived]);
    assert_eq!(verdict.troubles[0].moved_to.as_deref(), Some("https://github.com/new/r"));
    let same = told(&item("https://github.com/O/R", Vec::new()), seen(Subject::There));
    assert!(same.troubles.is_empty(), "case is no other name");
}
