//! One line of the truth table.

/// What is cited, and what comes of it.
#[derive(Clone, Copy)]
pub struct Case {
    /// The outcome: `matched`, `found`, `contradicted`, `unreachable`, `unchecked`.
    pub outcome: &'static str,
    /// What this case is about.
    pub what: &'static str,
    /// The item of evidence, in YAML.
    pub item: &'static str,
}

/// Its check holds.
pub const fn matched(what: &'static str, item: &'static str) -> Case {
    Case { outcome: "matched", what, item }
}

/// It is there.
pub const fn found(what: &'static str, item: &'static str) -> Case {
    Case { outcome: "found", what, item }
}

/// It was seen to be otherwise.
pub const fn contradicted(what: &'static str, item: &'static str) -> Case {
    Case { outcome: "contradicted", what, item }
}

/// It could not be looked at.
pub const fn unreachable(what: &'static str, item: &'static str) -> Case {
    Case { outcome: "unreachable", what, item }
}

/// There is nothing to look at.
pub const fn unchecked(what: &'static str, item: &'static str) -> Case {
    Case { outcome: "unchecked", what, item }
}

/// What a report says of one item.
pub struct Told {
    pub outcome: String,
    pub found: String,
}

/// One line for each case that was told otherwise, the worst first: a false `contradicted`, then a false `matched`.
pub fn differences(cases: &[&Case], told: &[Told]) -> Vec<String> {
    assert_eq!(cases.len(), told.len());
    let wrong = cases.iter().zip(told).filter(|(case, told)| case.outcome != told.outcome);
    let mut lines: Vec<(usize, String)> = wrong
        .map(|(case, told)| {
            let Case { outcome, what, item } = case;
            let rank = ["contradicted", "matched"].iter().position(|it| *it == told.outcome).unwrap_or(2);
            (rank, format!("{} instead of {outcome}: {what}\n    {item}\n    {}", told.outcome, told.found))
        })
        .collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}
