use super::{Badge, Geometry, svg};
use crate::badge::{colour, marker};

fn badge(message: &str) -> Badge {
    Badge {
        label: "package repo security v0.1".to_owned(),
        message: message.to_owned(),
        colour: colour::CURRENT,
        title: format!("package repo security v0.1: {message}"),
        alt: String::new(),
        is_error: false,
        registry: None,
    }
}

/// Written down from the output of badge-maker 6.0.0, style flat, for the same label and message: width of the whole; width
/// of the label's rect; x and width of the message's rect; x and textLength of the label; x and textLength of the message.
const BADGE_MAKER: &[(&str, [u32; 8])] = &[
    ("authn L2 · authz L3 · general 1 to L1 · cli L1", [416, 161, 161, 255, 815, 1510, 2875, 2450]),
    ("authn L1 · authz L1 · general L1 · cli L1", [390, 161, 161, 229, 815, 1510, 2745, 2190]),
    ("general 2 to L1 · cli 1 to L1", [322, 161, 161, 161, 815, 1510, 2405, 1510]),
    ("authn 10/12 · authz 6/6 · general 5/9 · cli 1/5", [428, 161, 161, 267, 815, 1510, 2935, 2570]),
    ("authn L2 · authz L3 · general 1 to L1 · cli L1 (2025-03)", [476, 161, 161, 315, 815, 1510, 3175, 3050]),
    ("general 0/9 · cli 0/5 (2024-12)", [342, 161, 161, 181, 815, 1510, 2505, 1710]),
    ("invalid", [206, 161, 161, 45, 815, 1510, 1825, 350]),
    ("no track applies", [258, 161, 161, 97, 815, 1510, 2085, 870]),
];

#[test]
fn the_geometry_is_that_of_badge_maker() {
    for (message, expected) in BADGE_MAKER {
        let [width, label, message_x, message_width, label_middle, label_length, middle, length] = expected;
        let svg = svg(&badge(message));
        for part in [
            format!("width=\"{width}\" height=\"20\" role=\"img\""),
            format!("<rect width=\"{width}\" height=\"20\" rx=\"3\"/>"),
            format!("<rect width=\"{label}\" height=\"20\" fill=\"#555\"/>"),
            format!("<rect x=\"{message_x}\" width=\"{message_width}\" height=\"20\" fill=\"#0b6fa4\"/>"),
            format!(
                "<text x=\"{label_middle}\" y=\"140\" textLength=\"{label_length}\">package repo security v0.1<"
            ),
            format!("<text x=\"{middle}\" y=\"140\" textLength=\"{length}\">{message}<"),
        ] {
            assert!(svg.contains(&part), "{message}: {part} in\n{svg}");
        }
    }
}

#[test]
fn title_and_label_speak_and_the_marker_tells_our_own() {
    let svg = svg(&badge("invalid"));
    assert!(svg.contains("aria-label=\"package repo security v0.1: invalid\""));
    assert!(svg.contains("<title>package repo security v0.1: invalid</title>"));
    assert!(svg.contains(marker::SVG));
    assert!(svg.ends_with("</svg>\n") && svg.lines().count() == 1);
}

#[test]
fn text_cannot_become_markup() {
    let hostile = "</title><script>alert(1)</script>\" onload='x' &\u{1}\u{ffff}";
    let mut badge = badge(hostile);
    badge.title = hostile.to_owned();
    let svg = svg(&badge);
    assert!(!svg.contains("<script") && !svg.contains("onload='"), "{svg}");
    assert!(!svg.contains('\u{1}') && !svg.contains('\u{ffff}'));
    assert!(
        svg.contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&apos;x&apos; &amp;")
    );
}

#[test]
fn two_badges_in_one_page_do_not_clip_each_other() {
    let (short, long) = (badge("invalid"), badge("general L1 · cli L1"));
    assert_ne!(Geometry::of(&short).width(), Geometry::of(&long).width());
    assert!(svg(&short).contains("clip-path=\"url(#prs-r206)\""));
    assert!(!svg(&long).contains("prs-r206"));
}
