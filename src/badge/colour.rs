//! The colours of a badge.
//!
//! None of them stands for a level: a badge shows several tracks, and one colour for all of them would be the overall level
//! that the framework does not have. Each gives white text a contrast of 4.5:1 or more (WCAG 2.2 AA), also at the top edge,
//! where the gradient makes it lighter.

/// Behind the label.
pub(super) const LABEL: &str = "#555";
/// A declaration that is current.
pub(super) const CURRENT: &str = "#0b6fa4";
/// A declaration whose review is overdue.
pub(super) const STALE: &str = "#5b6270";
/// No declaration, or one that says nothing.
pub(super) const INVALID: &str = "#b42318";

#[cfg(test)]
mod tests {
    use super::{CURRENT, INVALID, LABEL, STALE};

    /// Red, green and blue of `#rgb` or `#rrggbb`, 0 to 255.
    fn channels(colour: &str) -> Vec<f64> {
        let digits = &colour[1..];
        let step = digits.len() / 3;
        let channel = |at: usize| {
            let text = &digits[at * step..(at + 1) * step];
            f64::from(u8::from_str_radix(&text.repeat(2 / step), 16).unwrap())
        };
        (0..3).map(channel).collect()
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(channels: &[f64]) -> f64 {
        let linear = |channel: f64| {
            let share = channel / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2])
    }

    #[test]
    fn white_text_has_a_contrast_of_aa_also_where_the_gradient_is_lightest() {
        for colour in [LABEL, CURRENT, STALE, INVALID] {
            let lightest: Vec<f64> =
                channels(colour).iter().map(|channel| channel * 0.9 + f64::from(0xbb_u8) * 0.1).collect();
            for shade in [channels(colour), lightest] {
                let contrast = 1.05 / (luminance(&shade) + 0.05);
                assert!(contrast >= 4.5, "{colour}: {contrast}");
            }
        }
    }
}
