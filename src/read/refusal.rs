//! What the reader refuses, by name.

use crate::text::span::Span;

/// A feature of YAML, or a kind of character, that a declaration must not use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// `&name`.
    Anchor,
    /// `*name`.
    Alias,
    /// `<<:`.
    MergeKey,
    /// `!tag`.
    Tag,
    /// `%YAML`.
    Directive,
    /// A second `---`.
    SecondDocument,
    /// The same key twice in one map.
    DuplicateKey,
    /// A key that is a list, a map, or that some YAML version reads as null, a boolean or a number.
    KeyNotText,
    /// A tab in the indentation of a line.
    TabIndentation,
    /// Text in a bracketed list or map that begins with `?`, `|` or `>`.
    LeadingIndicator,
    /// C0, DEL and C1 characters.
    ControlCharacter,
    /// A carriage return without a line feed.
    BareCarriageReturn,
    /// U+0085, U+2028 or U+2029: a line end to some readers only.
    UnicodeLineEnd,
    /// Characters that change the order in which text is shown.
    BidirectionalControl,
    /// Characters that nobody can see.
    InvisibleCharacter,
}

/// A refused feature and all its places, in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What was refused.
    pub feature: Feature,
    /// Where; at least one.
    pub places: Vec<Span>,
}

impl Refusal {
    /// A refusal at one place.
    #[must_use]
    pub fn at(feature: Feature, place: Span) -> Self {
        Self { feature, places: vec![place] }
    }
}

/// One refusal for each feature, in the order of their first places.
pub(super) fn merge(refusals: Vec<Refusal>) -> Vec<Refusal> {
    let mut merged: std::collections::BTreeMap<Feature, Vec<Span>> = std::collections::BTreeMap::new();
    for refusal in refusals {
        merged.entry(refusal.feature).or_default().extend(refusal.places);
    }
    let mut merged: Vec<Refusal> = merged
        .into_iter()
        .map(|(feature, mut places)| {
            places.sort_unstable();
            places.dedup();
            Refusal { feature, places }
        })
        .collect();
    merged.sort_by_key(|refusal| refusal.places.first().copied());
    merged
}
