//! What was gained and lost since another declaration.

use crate::gate::{AnswerChange, ClientMove, Comparison, Move};
use crate::render::Baseline;
use crate::render::changes::{self, Line, Piece};

/// What was gained and lost.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Where the other declaration is from: a file, or a commit.
    pub since: String,
    /// Whether there was none: this one is new.
    pub is_new: bool,
    /// Levels that rose, tracks that apply now, answers that are met now.
    pub gained: Vec<Line>,
    /// Levels that fell, tracks that no longer apply, answers that left met or have nothing public to show, clients that are
    /// gone.
    pub lost: Vec<Line>,
    /// What else changed: the work that is under way, and upkeep.
    pub also: Vec<Line>,
}

impl Progress {
    pub(super) fn new(baseline: &Baseline) -> Self {
        let mut progress = Self {
            since: baseline.source.clone(),
            is_new: baseline.comparison.is_none(),
            gained: Vec::new(),
            lost: Vec::new(),
            also: Vec::new(),
        };
        if let Some(comparison) = &baseline.comparison {
            progress.take(comparison);
        }
        progress
    }

    fn take(&mut self, comparison: &Comparison) {
        for change in &comparison.levels {
            self.side(change.after > change.before).push(changes::level(change));
        }
        for change in &comparison.tracks {
            self.side(change.applies).push(changes::track(change));
        }
        for change in &comparison.answers {
            self.answers(change).push(changes::answer(change));
        }
        for change in &comparison.evidence {
            let list = if change.lost { &mut self.lost } else { &mut self.also };
            list.push(changes::evidence(change));
        }
        for change in &comparison.clients {
            let list = match change.what {
                ClientMove::Removed | ClientMove::NotPrimary => &mut self.lost,
                ClientMove::Added | ClientMove::Primary => &mut self.also,
            };
            list.push(changes::client(change));
        }
        self.also.extend(comparison.version.as_ref().map(changes::version));
        for change in &comparison.claims {
            let claim = [vec![Piece::Words("claim of ".to_owned())], changes::claim(change)];
            self.also.push(claim.concat());
        }
        self.also.extend(changes::records(comparison));
    }

    fn answers(&mut self, change: &AnswerChange) -> &mut Vec<Line> {
        match change.way {
            Move::LeftMet => &mut self.lost,
            Move::Up if change.after == crate::declaration::Status::Met => &mut self.gained,
            Move::Up | Move::Down => &mut self.also,
        }
    }

    fn side(&mut self, up: bool) -> &mut Vec<Line> {
        if up { &mut self.gained } else { &mut self.lost }
    }
}
