//! What people wrote in a thread, each post by itself: a text that stands in two of them together was written by nobody.

use crate::evidence::budget::Budget;
use crate::evidence::checks::quote::{self, Place, fold};
use crate::evidence::checks::{Seen, on_one_line};
use crate::evidence::citation::Citation;
use crate::evidence::document::Document;
use crate::evidence::kind::Kind;
use crate::evidence::own_output;
use crate::evidence::text_directive;
use crate::evidence::web::{Thread, ThreadKind};

/// One post, parsed once.
struct Post {
    /// Which one, for people.
    name: String,
    document: Document,
}

/// Looks in every post for the quotes of an item and for the texts that its fragment names; each may stand in another one.
/// Of each, what is found says in which post: whoever reads that can judge whose word it is.
pub(super) fn search(thread: &Thread, citation: &Citation<'_>, budget: &Budget) -> Seen {
    let mut seen = Seen::default();
    let quotes = citation.quotes();
    if quotes.is_empty() && citation.passages.is_empty() {
        return seen;
    }
    let posts = posts(thread);
    for passage in &citation.passages {
        let words = passage.words();
        add(
            &mut seen,
            best(&posts, &words, |post| text_directive::check(passage, citation, &post.document, budget)),
        );
    }
    for (index, folded) in fold(quotes) {
        let written = std::slice::from_ref(&quotes[index]);
        let words = format!("\"{}\"", on_one_line(&quotes[index]));
        let place = Place { citation, scope: None, words: format!("any post of {}", citation.name()) };
        let holder = posts.iter().find(|post| post.document.find(&folded, None).is_some());
        let searched = holder.map_or(posts.as_slice(), std::slice::from_ref);
        let mut of_quote =
            best(searched, &words, |post| quote::check(written, &place, &post.document, budget));
        for trouble in &mut of_quote.troubles {
            trouble.item = (quotes.len() > 1).then_some(index);
        }
        add(&mut seen, of_quote);
    }
    seen.found.dedup();
    seen
}

/// The posts, its own text first, without those in which this tool reports: they are no evidence for what it reports.
fn posts(thread: &Thread) -> Vec<Post> {
    let text = match thread.kind {
        ThreadKind::Issue => "the text of the issue",
        ThreadKind::PullRequest => "the text of the pull request",
        ThreadKind::Discussion => "the text of the discussion",
    };
    let comments = thread
        .comments
        .iter()
        .map(|(anchor, text)| (format!("a comment, `#{}`", on_one_line(anchor)), text.as_str()));
    let all = std::iter::once((text.to_owned(), thread.text.as_str())).chain(comments);
    let mut posts: Vec<Post> = all
        .filter(|(_, text)| own_output::marked(text).is_none())
        .map(|(name, text)| Post {
            name,
            document: Document::decoded(Kind::Markdown, text.as_bytes().to_vec(), Ok(text.to_owned())),
        })
        .collect();
    if posts.is_empty() {
        // What is asked for is missing in it, and that has to be said.
        let document = Document::decoded(Kind::Markdown, Vec::new(), Ok(String::new()));
        posts.push(Post { name: text.to_owned(), document });
    }
    posts
}

/// What is seen in the first post in which something holds; else in the first one that has a text like it, else in the first.
fn best(posts: &[Post], words: &str, look: impl Fn(&Post) -> Seen) -> Seen {
    let mut miss: Option<(bool, Seen)> = None;
    for post in posts {
        let mut seen = look(post);
        if seen.troubles.iter().all(|trouble| trouble.kind.outcome().is_none()) {
            seen.found = vec![format!("{words} stands in {}", post.name)];
            return seen;
        }
        let is_near = seen.found.iter().any(|found| found.starts_with("nearest text"));
        if is_near {
            name_the_post(&mut seen, &post.name);
        }
        if miss.as_ref().is_none_or(|(was_near, _)| is_near && !was_near) {
            miss = Some((is_near, seen));
        }
    }
    miss.map(|(_, seen)| seen).unwrap_or_default()
}

/// Says of the nearest text in which post it stands.
fn name_the_post(seen: &mut Seen, name: &str) {
    let notes = seen.troubles.iter_mut().flat_map(|trouble| &mut trouble.notes);
    for note in seen.found.iter_mut().chain(notes).filter(|note| note.starts_with("nearest text")) {
        note.push_str(", in ");
        note.push_str(name);
    }
}

fn add(seen: &mut Seen, more: Seen) {
    seen.found.extend(more.found);
    seen.troubles.extend(more.troubles);
}
