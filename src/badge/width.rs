//! How wide a text is in Verdana at 11 pixels: no font is at hand when a badge is written, and the same badge must come out
//! on every machine.

/// Widths of the characters from blank to `~`, in hundredths of a pixel. From the table that badge-maker 6.0.0 measures
/// with (`verdana-11px-normal.json` of anafanafo 2.0.0, MIT), so that ours look like the badges beside them.
const WIDTHS: [u32; 95] = [
    387, 433, 505, 900, 699, 1184, 799, 295, 500, 500, 699, 900, 400, 500, 400, 500, 699, 699, 699, 699, 699,
    699, 699, 699, 699, 699, 500, 500, 900, 900, 900, 600, 1100, 752, 754, 768, 848, 696, 632, 853, 827, 463,
    500, 762, 612, 927, 823, 866, 663, 866, 765, 752, 678, 805, 752, 1088, 754, 677, 754, 500, 500, 500, 900,
    699, 699, 661, 685, 573, 685, 655, 387, 685, 696, 302, 379, 651, 302, 1070, 696, 668, 685, 685, 469, 573,
    433, 696, 651, 900, 651, 651, 578, 698, 500, 698, 900,
];
/// The dot between two tracks.
const MIDDLE_DOT: u32 = 400;
/// What badge-maker takes for a character that it does not know: an em.
const EM: u32 = 1070;

/// The width of a text in whole pixels, as badge-maker rounds it: down, then up to an odd number, for the sake of the pixel
/// grid.
pub(super) fn width(text: &str) -> u32 {
    // Summed as badge-maker does it, in binary fractions: whole hundredths would at times round the other way.
    let sum: f64 = text.chars().map(|c| f64::from(of(c)) / 100.0).sum();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never negative; a text too wide for u32 stops there"
    )]
    let pixels = sum as u32;
    pixels | 1
}

fn of(c: char) -> u32 {
    match c {
        '·' => MIDDLE_DOT,
        ' '..='~' => WIDTHS[c as usize - ' ' as usize],
        _ => EM,
    }
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn text_is_as_wide_as_badge_maker_says() {
        // textLength / 10 of badge-maker 6.0.0, style flat.
        assert_eq!(width("package repo security v0.1"), 151);
        assert_eq!(width("invalid"), 35);
        assert_eq!(width("no track applies"), 87);
        assert_eq!(width(""), 1);
    }
}
