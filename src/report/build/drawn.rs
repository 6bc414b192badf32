//! What is drawn of many clients. Levels, blockers and the roadmap rest on all of them.

use crate::report::clip::MOST;
use crate::report::mark::Mark;
use crate::report::model::{Client, Track};

/// Leaves the clients that say most: the one that the level is about, those that it rests on, those whose evidence was seen to
/// be otherwise; of equals the lowest, then in file order.
pub(super) fn cut(track: &mut Track<'_>) {
    if track.clients.len() <= MOST {
        return;
    }
    let mut order: Vec<usize> = (0..track.clients.len()).collect();
    order.sort_by_key(|index| weight(&track.clients[*index], track.client));
    let mut drawn = vec![false; order.len()];
    order.iter().take(MOST).for_each(|index| drawn[*index] = true);
    track.more_clients = track.clients.len() - MOST;
    for requirement in &mut track.requirements {
        keep(&mut requirement.marks, &drawn);
    }
    keep(&mut track.clients, &drawn);
    let is_drawn = |name: &&str| track.clients.iter().any(|it| it.name == *name);
    for requirement in &mut track.requirements {
        requirement.answers.iter_mut().for_each(|it| it.clients.retain(is_drawn));
        requirement.answers.retain(|it| !it.clients.is_empty());
    }
}

fn weight(client: &Client<'_>, lowest: Option<&str>) -> (bool, bool, bool, u8) {
    let is_contradicted = client.marks.iter().flatten().any(|mark| *mark == Mark::Contradicted);
    (Some(client.name) != lowest, !client.primary, !is_contradicted, client.supported)
}

fn keep<T>(all: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    all.retain(|_| wanted.next().copied().unwrap_or(false));
}
