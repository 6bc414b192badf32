//! What a row of the scorecard says.

use super::reach::why_not;
use super::table::{Row, Said};
use crate::assessment::{ClientStanding, Standing, TrackStanding};
use crate::render::Report;
use crate::render::cells::clean;

/// The row of a track.
pub(super) fn track(report: &Report, track: &TrackStanding) -> Row {
    let name = name(track);
    let Some(standing) = track.standing.as_ref().filter(|_| track.applies) else {
        let why = why_not(report, &track.id);
        return Row { name, said: Said::Nothing(format!("does not apply{why}")), below: None };
    };
    Row { name, said: said(standing), below: below(standing, track.claimed) }
}

/// The title of a track that has several clients, with the rows of those that its own row does not name.
pub(super) fn clients(track: &TrackStanding) -> Option<(&str, Vec<Row>)> {
    let others = track.clients.iter().filter(|client| Some(&client.name) != track.client.as_ref());
    (track.clients.len() > 1).then(|| (track.title.as_str(), others.map(client).collect()))
}

fn client(client: &ClientStanding) -> Row {
    let primary = if client.primary { " (primary)" } else { "" };
    Row {
        name: format!("{}{primary}", clean(&client.name)),
        said: said(&client.standing),
        below: below(&client.standing, None),
    }
}

/// The track's title, with the client that its level rests on.
pub(super) fn name(track: &TrackStanding) -> String {
    match &track.client {
        Some(client) => format!("{} ({})", clean(&track.title), clean(client)),
        None => clean(&track.title),
    }
}

fn said(standing: &Standing) -> Said {
    Said::Level { level: standing.declared, counts: standing.counts }
}

/// What the level alone does not say: that evidence does not bear it out, or that another one is claimed.
fn below(standing: &Standing, claimed: Option<u8>) -> Option<String> {
    let supported = (standing.supported != standing.declared)
        .then(|| format!("{} declared, {} supported", standing.declared, standing.supported));
    let claimed = claimed.filter(|it| *it != standing.declared).map(|it| format!("claims level {it}"));
    let said: Vec<String> = [supported, claimed].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("; "))
}
