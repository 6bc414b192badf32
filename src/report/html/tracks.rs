//! The levels: a card for each track.

use super::writer::Html;
use super::{icons, inner, section as section_of};
use crate::report::clip::first;
use crate::report::mark::Mark;
use crate::report::model::{Blocker, Client, HIGHEST, Page, Preview, Standing, Track};
use crate::report::wording::{self, claimed, count, done};

pub(super) fn section(html: &mut Html, page: &Page<'_>) {
    section_of(html, "levels", "Levels", |html| {
        html.element("div", &[("class", "cards")], |html| {
            page.tracks.iter().for_each(|track| card(html, track));
        });
        if let Some(preview) = &page.preview {
            self::preview(html, preview);
        }
    });
}

fn card(html: &mut Html, track: &Track<'_>) {
    html.element("article", &[("class", "card")], |html| {
        html.element("div", &[("class", "head")], |html| {
            html.leaf("h3", &[], track.title);
            match &track.standing {
                Ok(standing) => {
                    html.leaf("p", &[("class", "number")], &format!("Level {}", standing.supported));
                }
                Err(_) => html.leaf("p", &[("class", "small")], "does not apply"),
            }
        });
        match &track.standing {
            Ok(standing) => self::standing(html, track, standing),
            Err(why) if why.is_empty() => {}
            Err(why) => html.leaf("p", &[("class", "small")], &format!("Left out by the framework: {why}.")),
        }
    });
}

fn standing(html: &mut Html, track: &Track<'_>, standing: &Standing<'_>) {
    html.element("dl", &[("class", "said")], |html| {
        let levels = [
            ("claimed", claimed(track.claimed)),
            ("declared", standing.declared.to_string()),
            ("supported", wording::supported(track, standing.supported)),
        ];
        for (term, level) in levels {
            html.element("div", &[], |html| {
                html.leaf("dt", &[], term);
                html.leaf("dd", &[], &level);
            });
        }
    });
    if let Some(client) = track.client {
        html.element("p", &[("class", "small")], |html| {
            let primary = track.clients.iter().filter(|it| it.primary).count();
            html.text(if primary > 1 { "Of its primary clients the lowest: " } else { "Primary client: " });
            html.name(client);
        });
    }
    bars(html, standing);
    if let Some(next) = standing.next() {
        html.leaf("h4", &[], &format!("What keeps it from level {next}"));
        html.element("ul", &[("class", "list")], |html| {
            standing.blockers.iter().for_each(|it| blocker(html, it));
        });
    } else {
        html.leaf("h4", &[], "The highest level");
        html.leaf("p", &[("class", "small")], done(track));
    }
    ahead(html, standing);
    if track.has_columns() {
        clients(html, track);
    }
}

/// A bar for each level, a piece of it for each requirement. The words beside it say the same.
fn bars(html: &mut Html, standing: &Standing<'_>) {
    html.element("ul", &[("class", "bars")], |html| {
        for (index, marks) in standing.marks.iter().enumerate() {
            html.element("li", &[], |html| {
                html.leaf("span", &[], &format!("Level {}", index + 1));
                html.element("span", &[("class", "bar"), ("aria-hidden", "true")], |html| {
                    for mark in marks {
                        html.leaf("i", &[("class", mark.name())], "");
                    }
                });
                html.leaf("span", &[("class", "of")], &count(marks));
            });
        }
    });
}

fn blocker(html: &mut Html, blocker: &Blocker<'_>) {
    html.element("li", &[], |html| {
        icons::mark(html, blocker.mark);
        inner(html, &blocker.asked.id, &blocker.asked.title);
        html.words(&format!(": {}", wording::blocker(blocker)));
        if !blocker.missing.is_empty() {
            html.element("span", &[("class", "parts")], |html| {
                html.text("missing: ");
                let (shown, more) = html.detail.parts(&blocker.missing);
                for (index, part) in shown.into_iter().enumerate() {
                    html.text(if index == 0 { "" } else { "; " });
                    match part.text {
                        Some(text) => html.text(text),
                        None => html.name(part.id),
                    }
                }
                if more > 0 {
                    html.text(&format!("; {more} more"));
                }
            });
        }
    });
}

/// What is met above the level: a line for each level.
fn ahead(html: &mut Html, standing: &Standing<'_>) {
    if standing.ahead.is_empty() {
        return;
    }
    html.leaf("h4", &[], &format!("Met above level {}", standing.supported));
    html.element("ul", &[("class", "list")], |html| {
        for level in 1..=HIGHEST {
            let own: Vec<_> = standing.ahead.iter().filter(|asked| asked.level == level).collect();
            if own.is_empty() {
                continue;
            }
            html.element("li", &[], |html| {
                icons::mark(html, Mark::Met);
                html.text(&format!("Level {level}: "));
                for (index, asked) in own.into_iter().enumerate() {
                    html.text(if index == 0 { "" } else { ", " });
                    inner(html, &asked.id, &asked.title);
                }
            });
        }
    });
}

fn clients(html: &mut Html, track: &Track<'_>) {
    html.leaf("h4", &[], "Clients");
    html.element("table", &[], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                for title in ["Client", "Declared", "Supported"] {
                    html.leaf("th", &[("scope", "col")], title);
                }
            });
        });
        html.element("tbody", &[], |html| track.clients.iter().for_each(|it| client(html, track, it)));
    });
    if let Some(more) = wording::left_out(track.more_clients, "client") {
        html.leaf("p", &[("class", "small")], &more);
    }
}

fn client(html: &mut Html, track: &Track<'_>, client: &Client<'_>) {
    html.element("tr", &[], |html| {
        html.element("th", &[("scope", "row")], |html| {
            html.name(client.name);
            html.text(if client.primary { " (primary)" } else { "" });
        });
        html.leaf("td", &[], &client.declared.to_string());
        html.leaf("td", &[], &wording::supported(track, client.supported));
    });
}

fn preview(html: &mut Html, preview: &Preview<'_>) {
    html.element("div", &[("class", "track")], |html| {
        html.element("h3", &[], |html| {
            html.text("Levels under ");
            html.name(preview.version);
        });
        html.leaf("p", &[("class", "small")], "Only shown: nothing rests on them.");
        html.element("ul", &[("class", "list")], |html| {
            let (shown, more) = first(&preview.tracks, html.detail.many);
            for (title, levels) in shown {
                html.element("li", &[], |html| {
                    html.name(title);
                    html.text(&match levels {
                        Some((declared, supported)) => {
                            format!(": {declared} declared, {supported} supported")
                        }
                        None => ": does not apply".to_owned(),
                    });
                });
            }
            if let Some(more) = wording::left_out(more, "") {
                html.leaf("li", &[], &more);
            }
        });
    });
}
