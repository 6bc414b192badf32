//! Rows with a name, a level and a bar for each level, aligned by what the screen shows.

use crate::assessment::Count;
use crate::render::Style;
use crate::render::cells::{cut, pad, width};
use crate::render::style::{FAINT, GOOD, SO_SO, STRONG};

/// A row.
pub(super) struct Row {
    /// What it is about.
    pub(super) name: String,
    /// What it says.
    pub(super) said: Said,
    /// A line beneath it.
    pub(super) below: Option<String>,
}

/// What a row says.
pub(super) enum Said {
    /// A level, and met of applicable for each of the levels.
    Level { level: u8, counts: [Count; 3] },
    /// Why there is no level.
    Nothing(String),
}

/// The longest name that is shown, in columns.
const LONGEST_NAME: usize = 26;
/// The shortest that a name is cut to before the bars go.
const SHORTEST_NAME: usize = 12;
/// The longest bar, in cells.
const LONGEST_BAR: usize = 10;
/// Columns of `  `, `  ` and `2 of 3`: what stands beside the names and the bars.
const FIXED: usize = 10;

/// What the columns of a table take.
pub(super) struct Layout {
    name: usize,
    bars: [usize; 3],
    counts: [usize; 3],
}

/// The rows as a table. Every line ends with LF.
pub(super) fn draw(rows: &[Row], layout: &Layout, style: Style) -> String {
    rows.iter().map(|row| line(row, layout, style)).collect()
}

/// What the columns take so that all these rows fit.
pub(super) fn layout<'a>(rows: impl Iterator<Item = &'a Row> + Clone, columns: usize) -> Layout {
    let name = rows.clone().map(|row| width(&row.name)).max().unwrap_or(0).min(LONGEST_NAME);
    let mut counts = [1; 3];
    let mut longest = [0; 3];
    for row in rows {
        let Said::Level { counts: of_row, .. } = &row.said else { continue };
        for (level, count) in of_row.iter().enumerate() {
            counts[level] = counts[level].max(fraction(*count).map_or(1, |it| it.len()));
            longest[level] = longest[level].max(count.applicable);
        }
    }
    // Shorter bars first, then shorter names, then no bars at all.
    let fits = |bar: usize, name: usize| {
        let bars = longest.map(|longest| longest.min(bar));
        let levels: usize =
            (0..3).map(|level| 5 + bars[level] + usize::from(bars[level] > 0) + 1 + counts[level]).sum();
        (FIXED + name + levels <= columns).then_some(Layout { name, bars, counts })
    };
    let least = name.min(SHORTEST_NAME);
    let shortened = (least..=name).rev().map(|name| (3, name));
    let choices = (3..=LONGEST_BAR).rev().map(|bar| (bar, name)).chain(shortened);
    choices.into_iter().find_map(|(bar, name)| fits(bar, name)).unwrap_or(Layout {
        name: least,
        bars: [0; 3],
        counts,
    })
}

fn line(row: &Row, layout: &Layout, style: Style) -> String {
    let name = pad(&cut(&row.name, layout.name, style), layout.name);
    let indent = layout.name + 4;
    let mut line = match &row.said {
        Said::Level { level, counts } => {
            let cells: Vec<String> = (0..3).map(|at| cell(at, counts[at], layout, style)).collect();
            let level = style.paint(STRONG, &format!("{level} of 3"));
            format!("  {name}  {level}   {}", cells.join("   ")).trim_end().to_owned()
        }
        Said::Nothing(why) => {
            let why = cut(why, style.columns().saturating_sub(indent), style);
            format!("  {name}  {}", style.paint(FAINT, &why))
        }
    };
    line.push('\n');
    if let Some(below) = &row.below {
        let below = cut(below, style.columns().saturating_sub(indent), style);
        line.extend([&" ".repeat(indent), &style.paint(SO_SO, &below), "\n"]);
    }
    line
}

/// `L3 ■□□ 1/3`.
fn cell(at: usize, count: Count, layout: &Layout, style: Style) -> String {
    let (bar, counts) = (layout.bars[at], layout.counts[at]);
    let Some(fraction) = fraction(count) else {
        let nothing = pad(style.either("–", "-"), bar + usize::from(bar > 0) + counts);
        return format!("L{} {}", at + 1, style.paint(FAINT, &nothing));
    };
    let cells = count.applicable.min(bar);
    let full = filled(count, cells);
    let look = if count.met == count.applicable { GOOD } else { SO_SO };
    let drawn = style.paint(look, &style.either("■", "=").repeat(full))
        + &style.paint(FAINT, &style.either("□", ".").repeat(cells - full))
        + &" ".repeat(bar - cells + usize::from(bar > 0));
    format!("L{} {drawn}{}", at + 1, pad(&fraction, counts))
}

/// `1/3`; nothing where nothing applies.
fn fraction(count: Count) -> Option<String> {
    (count.applicable > 0).then(|| format!("{}/{}", count.met, count.applicable))
}

/// Full cells of a bar: all of them only for all met, none only for none.
fn filled(count: Count, cells: usize) -> usize {
    match count.met {
        0 => 0,
        met if met >= count.applicable => cells,
        met => (met * cells / count.applicable).max(1).min(cells.saturating_sub(1)),
    }
}
