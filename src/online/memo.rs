//! Answers of this run, for when the same is asked again: `--fix` judges the mended declaration once more.

use crate::evidence::web::{Answer, Depth, NoContent, Seen, Subject, Want};
use std::collections::HashMap;

/// Bytes of all answers that are kept. What does not fit is asked for again.
const ROOM: usize = 32 * 1024 * 1024;
/// Bytes of one answer that is kept.
const LARGEST: usize = 512 * 1024;

/// Answers of this run.
#[derive(Debug, Default)]
pub(super) struct Memo {
    answers: HashMap<Want, (Depth, Answer)>,
    bytes: usize,
}

impl Memo {
    /// Keeps an answer, where there is room.
    pub(super) fn keep(&mut self, want: &Want, depth: Depth, answer: &Answer) {
        let size = size(answer);
        if size <= LARGEST && self.bytes + size <= ROOM {
            self.bytes += size;
            self.answers.insert(want.clone(), (depth, answer.clone()));
        }
    }

    /// The answer to a question, where one at least as deep was answered.
    pub(super) fn recall(&self, want: &Want, depth: Depth) -> Option<Answer> {
        let (known, answer) = self.answers.get(want)?;
        (*known >= depth).then(|| answer.clone())
    }
}

/// What an answer weighs, as far as it can grow.
fn size(answer: &Answer) -> usize {
    match answer {
        Answer::Page(page) => page.body.len(),
        Answer::GitHub(seen) => seen_size(seen),
        Answer::Gone(_) | Answer::Unreachable(_) => 0,
    }
}

fn seen_size(seen: &Seen) -> usize {
    match &seen.subject {
        Subject::File(file) => file.content.as_ref().map_or_else(|_: &NoContent| 0, Vec::len),
        Subject::Thread(thread) => {
            thread.text.len() + thread.comments.iter().map(|(_, text)| text.len()).sum::<usize>()
        }
        Subject::Release(release) => release.text.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, Memo, ROOM};
    use crate::evidence::web::{Answer, Depth, Fetched, Reason, Want};

    fn want(path: usize) -> Want {
        Want::Page(format!("https://a.example/{path}").parse().unwrap())
    }

    fn page(bytes: usize) -> Answer {
        Answer::Page(Box::new(Fetched {
            url: "https://a.example/".parse().unwrap(),
            moved_to: None,
            content_type: None,
            body: vec![b'x'; bytes],
            is_cut: false,
        }))
    }

    #[test]
    fn a_deeper_answer_serves_a_shallower_question_and_no_deeper_one() {
        let mut memo = Memo::default();
        memo.keep(&want(1), Depth::Text, &Answer::Unreachable(Reason::Tls));
        assert!(memo.recall(&want(1), Depth::Existence).is_some());
        assert!(memo.recall(&want(1), Depth::Text).is_some());
        assert!(memo.recall(&want(1), Depth::Bytes).is_none());
        assert!(memo.recall(&want(2), Depth::Existence).is_none());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut memo = Memo::default();
        memo.keep(&want(0), Depth::Text, &page(LARGEST + 1));
        assert!(memo.recall(&want(0), Depth::Text).is_none());
        let pages = ROOM / LARGEST;
        for at in 1..=pages + 1 {
            memo.keep(&want(at), Depth::Text, &page(LARGEST));
        }
        assert!(memo.recall(&want(pages), Depth::Text).is_some());
        assert!(memo.recall(&want(pages + 1), Depth::Text).is_none());
    }
}
