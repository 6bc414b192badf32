//! How much of what others wrote is shown: as much as fits.

use super::answer::{Evidence, Part};
use super::clip::{LINE, MOST, NAME, clip};
use super::model::Page;
use super::progress::{Line, Piece, Progress};
use super::wording::left_out;
use crate::declaration::Locator;
use crate::evidence::Outcome;

/// How large a rendering may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So many bytes.
    Bytes(usize),
    /// So many characters.
    Characters(usize),
}

impl Limit {
    fn holds(self, text: &str) -> bool {
        match self {
            Self::Bytes(most) => text.len() <= most,
            Self::Characters(most) => text.len() <= most || text.chars().count() <= most,
        }
    }
}

/// How much is shown. How something stands, what blocks a level, and which parts of the framework are missing is always shown;
/// evidence that was contradicted is the last to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The longest name, in characters.
    pub name: usize,
    /// The longest line, in characters.
    pub line: usize,
    /// The longest note, in characters; 0 where none is shown.
    pub note: usize,
    /// How many items of evidence of one answer are shown.
    pub evidence: usize,
    /// How many items of evidence of one answer are shown if they are contradicted, also where that is more.
    pub contradicted: usize,
    /// The longest address that is led to, in bytes; a longer one is text.
    pub address: usize,
    /// How many names stand in one row, and how many answers of clients below one requirement.
    pub many: usize,
    /// How many lines there are on what changed, of each kind.
    pub changes: usize,
    /// Whether guides, what other registries did, and the framework's own words are led to.
    pub guidance: bool,
    /// Whether what a requirement asks is said in full, and where its work is tracked.
    pub explains: bool,
}

/// What a reader has without a limit.
const FULL: Detail = Detail {
    name: NAME,
    line: LINE,
    note: 2000,
    evidence: MOST,
    contradicted: MOST,
    address: crate::links::address::LONGEST,
    many: MOST,
    changes: 500,
    guidance: true,
    explains: true,
};

/// From full to terse. The last one is small whatever a declaration says.
const STEPS: [Detail; 14] = {
    let note_1000 = Detail { note: 1000, evidence: 16, ..FULL };
    let note_500 = Detail { note: 500, evidence: 10, changes: 200, ..note_1000 };
    // Before what the registry says itself goes what the program says to everybody.
    let unguided = Detail { guidance: false, ..note_500 };
    let note_300 = Detail { note: 300, evidence: 8, ..unguided };
    let note_200 = Detail { note: 200, evidence: 6, line: 200, address: 1024, ..note_300 };
    let note_120 = Detail { note: 120, evidence: 4, line: 120, address: 512, ..note_200 };
    let note_60 = Detail { note: 60, evidence: 2, name: 60, changes: 100, ..note_120 };
    let no_note = Detail { note: 0, evidence: 1, line: 80, address: 256, many: 12, ..note_60 };
    let short = Detail { evidence: 0, name: 40, contradicted: 6, changes: 50, ..no_note };
    let shorter = Detail { name: 24, many: 6, contradicted: 2, line: 60, changes: 20, ..short };
    let terse = Detail {
        name: 16,
        many: 3,
        contradicted: 0,
        line: 40,
        address: 200,
        changes: 10,
        explains: false,
        ..shorter
    };
    let terser = Detail { name: 8, many: 2, line: 16, changes: 5, ..terse };
    let least = Detail { name: 4, many: 1, line: 8, changes: 2, ..terser };
    [
        FULL, note_1000, note_500, unguided, note_300, note_200, note_120, note_60, no_note, short, shorter,
        terse, terser, least,
    ]
};

/// A text with as much detail as fits. Where not even the tersest does, that one.
pub fn fit(limit: Limit, mut write: impl FnMut(Detail) -> String) -> String {
    let mut text = String::new();
    for detail in STEPS {
        text = write(detail);
        if limit.holds(&text) {
            break;
        }
    }
    text
}

impl Default for Detail {
    fn default() -> Self {
        FULL
    }
}

impl Detail {
    /// What is left out of a page so that it fits, in one sentence of our own; nothing where nothing is. What is too long for
    /// any page says so in its place.
    #[must_use]
    pub fn remark(&self, page: &Page<'_>) -> Option<String> {
        let all = Extent::of(page);
        let cut = [
            match self.note {
                _ if self.note == FULL.note || all.note <= self.note => None,
                0 => Some("notes are left out".to_owned()),
                most => Some(format!("notes are cut after {most} characters")),
            },
            match (self.evidence, self.contradicted) {
                _ if self.evidence == FULL.evidence || all.evidence <= self.evidence => None,
                (0, 0) => Some("evidence is only counted".to_owned()),
                (0, _) => Some("evidence is only counted, but for some that is contradicted".to_owned()),
                (most, _) => Some(format!("at most {most} items of evidence of an answer are shown")),
            },
            (self.address < FULL.address && all.address > self.address)
                .then(|| "long addresses are no links".to_owned()),
            (!self.guidance).then(|| {
                "guidance and links into the framework, which the command explain gives, are left out"
                    .to_owned()
            }),
            (!self.explains).then(|| "what is asked, and where work is tracked, is left out".to_owned()),
        ];
        let cut: Vec<String> = cut.into_iter().flatten().collect();
        (!cut.is_empty()).then(|| {
            format!(
                "So that this page can be read and posted, {}. The declaration has all that was answered.",
                cut.join("; ")
            )
        })
    }

    /// The items of evidence that are shown, in their order, and how many of each outcome are not.
    #[must_use]
    pub fn evidence<'e, 'a>(
        &self,
        all: &'e [Evidence<'a>],
    ) -> (Vec<&'e Evidence<'a>>, Vec<(Outcome, usize)>) {
        let bad = |it: &&Evidence<'_>| it.outcome == Outcome::Contradicted;
        let shown_bad = all.iter().filter(bad).count().min(self.contradicted);
        let (mut bad_left, mut left) = (shown_bad, self.evidence.saturating_sub(shown_bad));
        let mut away: Vec<(Outcome, usize)> = Vec::new();
        let shown = all.iter().filter(|it| {
            let room = if bad(it) { &mut bad_left } else { &mut left };
            if *room > 0 {
                *room -= 1;
                return true;
            }
            match away.iter_mut().find(|(outcome, _)| *outcome == it.outcome) {
                Some((_, count)) => *count += 1,
                None => away.push((it.outcome, 1)),
            }
            false
        });
        (shown.collect(), away)
    }

    /// The parts that are shown, and how many are not: all that the framework knows, and some of the words that it does not.
    #[must_use]
    pub fn parts<'p, 'a>(&self, all: &'p [Part<'a>]) -> (Vec<&'p Part<'a>>, usize) {
        let strange = all.iter().filter(|it| it.text.is_none()).count();
        let mut left = self.many;
        let shown = all.iter().filter(|it| {
            let is_shown = it.text.is_some() || left > 0;
            left -= usize::from(it.text.is_none() && is_shown);
            is_shown
        });
        (shown.collect(), strange.saturating_sub(self.many))
    }

    /// What changed, no more of it than is shown, and its texts as they are shown.
    #[must_use]
    pub fn progress<'a>(&self, progress: &Progress<'a>) -> Progress<'a> {
        let mut shown = progress.clone();
        shown.since = clip(&shown.since, self.line).into_owned();
        for lines in [&mut shown.gained, &mut shown.lost, &mut shown.also] {
            let more = lines.len().saturating_sub(self.changes);
            lines.truncate(self.changes);
            for line in lines.iter_mut() {
                *line = self.change(line);
            }
            lines.extend(left_out(more, "").map(|more| vec![Piece::Words(more)]));
        }
        shown
    }

    /// A line on what changed: of names in a row the first ones.
    fn change<'a>(&self, line: &Line<'a>) -> Line<'a> {
        let mut shown = Line::new();
        let (mut row, mut hidden) = (0, 0);
        let mut pieces = line.iter().peekable();
        while let Some(piece) = pieces.next() {
            let is_in_row = is_divider(piece) && matches!(pieces.peek(), Some(Piece::Name(_)));
            match piece {
                Piece::Name(_) if row == self.many => hidden += 1,
                Piece::Name(name) => {
                    shown.push(Piece::Name(clip(name, self.line).into_owned()));
                    row += 1;
                }
                _ if is_in_row && row == self.many => {}
                other => {
                    shown.extend(and_more(&mut hidden));
                    row = if is_in_row { row } else { 0 };
                    shown.push(other.clone());
                }
            }
        }
        shown.extend(and_more(&mut hidden));
        shown
    }
}

/// How many names were left out of a row, once.
fn and_more<'a>(hidden: &mut usize) -> Option<Piece<'a>> {
    let count = std::mem::take(hidden);
    (count > 0).then(|| Piece::Words(format!(" and {count} more")))
}

/// Whether a piece only stands between two names.
fn is_divider(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Words(text) if matches!(text.trim(), "," | ";" | "and"))
}

/// How much there is to show.
#[derive(Default)]
struct Extent {
    /// The longest note, in characters.
    note: usize,
    /// The most items of evidence of one answer.
    evidence: usize,
    /// The longest address, in bytes.
    address: usize,
}

impl Extent {
    fn of(page: &Page<'_>) -> Self {
        let mut all = Self::default();
        let answers = page.tracks.iter().flat_map(|it| &it.requirements).flat_map(|it| &it.answers);
        for answer in answers {
            all.evidence = all.evidence.max(answer.evidence.len());
            let notes = answer.evidence.iter().map(|it| &it.item.note);
            for note in notes.chain(answer.written.map(|it| &it.note)).flatten() {
                all.note = all.note.max(note.chars().count());
            }
            let issue = answer.plan.as_ref().and_then(|it| it.issue);
            let addresses = answer.evidence.iter().filter_map(|it| match it.item.locator() {
                Some(Locator::Url(url)) => Some(url.as_str()),
                _ => None,
            });
            for address in addresses.chain(issue) {
                all.address = all.address.max(address.len());
            }
        }
        all
    }
}

/// `5 more are not shown here: 2 contradicted, 3 found.`
pub(super) fn away(away: &[(Outcome, usize)]) -> String {
    let all: usize = away.iter().map(|(_, count)| count).sum();
    let each: Vec<String> =
        away.iter().map(|(outcome, count)| format!("{count} {}", outcome.as_str())).collect();
    left_out(all, "")
        .map_or_else(String::new, |left| format!("{}: {}.", left.trim_end_matches('.'), each.join(", ")))
}
