//! What was gained and lost since another declaration. Of that one only the answers are known: what its evidence showed in its
//! time was not looked at. So a level is gained where it is supported now, and lost where what was declared is not.

mod answers;
mod levels;
mod teller;

use super::model::Track;
use crate::gate::{ClientMove, Comparison};
use crate::render::changes;
use crate::render::{Baseline, Report};
use teller::Teller;

/// What a reader must know of the other declaration.
pub const NOT_LOOKED_AT: &str =
    "Its answers are compared; what its evidence showed in its time was not looked at.";

/// What was gained and lost.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Where the other declaration is from: a file, or a commit.
    pub since: String,
    /// Whether there was none: this one is new.
    pub is_new: bool,
    /// Levels that rose and are supported, tracks that apply now, answers that are met now and not seen to be otherwise, parts
    /// that hold now.
    pub gained: Vec<Line<'a>>,
    /// Levels that fell or are not supported any more, tracks that no longer apply, answers that left met or have nothing public
    /// to show, parts that no longer hold, clients that are gone.
    pub lost: Vec<Line<'a>>,
    /// What else changed: the work that is under way, its plans, and upkeep.
    pub also: Vec<Line<'a>>,
}

/// A sentence.
pub type Line<'a> = Vec<Piece<'a>>;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Our own words, and those of the catalogue.
    Words(String),
    /// A name out of a declaration: text of others.
    Name(String),
    /// A requirement.
    Asked {
        /// Its id, from the catalogue.
        id: &'a str,
        /// Its title.
        title: &'a str,
        /// Whether the report shows it: else there is nothing to be led to.
        is_shown: bool,
    },
}

impl<'a> Progress<'a> {
    pub(super) fn new(report: &'a Report<'a>, baseline: &Baseline, tracks: &[Track<'a>]) -> Self {
        let mut progress = Self {
            since: baseline.source.clone(),
            is_new: baseline.comparison.is_none(),
            gained: Vec::new(),
            lost: Vec::new(),
            also: Vec::new(),
        };
        if let Some(comparison) = &baseline.comparison {
            progress.take(comparison, report, &Teller { catalogue: report.catalogue, tracks });
        }
        progress
    }

    fn take(&mut self, comparison: &Comparison, report: &'a Report<'a>, teller: &Teller<'a, '_>) {
        levels::take(self, comparison, report, teller);
        answers::take(self, comparison, report, teller);
        self.also.extend(comparison.plans.iter().map(|change| teller.tell(changes::plan(change))));
        for change in &comparison.evidence {
            let list = if change.lost { &mut self.lost } else { &mut self.also };
            list.push(teller.tell(changes::evidence(change)));
        }
        for change in &comparison.clients {
            let list = match change.what {
                ClientMove::Removed | ClientMove::NotPrimary => &mut self.lost,
                ClientMove::Added | ClientMove::Primary => &mut self.also,
            };
            list.push(teller.tell(changes::client(change)));
        }
        self.also.extend(comparison.version.as_ref().map(|it| teller.tell(changes::version(it))));
        for change in &comparison.claims {
            let claim = [vec![changes::Piece::Words("claim of ".to_owned())], changes::claim(change)];
            self.also.push(teller.tell(claim.concat()));
        }
        self.also.extend(changes::records(comparison).into_iter().map(|line| teller.tell(line)));
    }
}
