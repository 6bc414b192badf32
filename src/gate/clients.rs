//! Which client of one declaration is which of the other, and which came, went, or weigh otherwise.

use super::answers::{self, left_met};
use super::model::{ClientChange, ClientMove, Move, Regression, RegressionKind};
use super::pair::{Pair, is_own};
use super::side::Side;
use crate::declaration::Client;
use crate::principles::{Catalogue, Track};
use crate::read::Path;

/// The clients that both declarations have, and those that share the defaults alone with what was there.
pub(super) fn pairs<'a>(before: &Side<'a>, after: &Side<'a>, catalogue: &Catalogue) -> Vec<Pair<'a>> {
    let (old, new) = (&before.declaration.clis, &after.declaration.clis);
    match (old.as_slice(), new.as_slice()) {
        ([], []) => vec![Pair::ONLY],
        // The client that had no name has one now: the one that keeps most of what it met. The defaults spoke for all of them.
        ([], named) => {
            let loss = |client: &&Client| {
                let pair = named_now(client, true);
                per_cli(catalogue).map(|track| left_met(before, after, track, &pair)).sum::<usize>()
            };
            let best = named.iter().filter(|client| after.is_primary(client)).min_by_key(loss);
            let pairs = named.iter().map(|client| {
                let same = best.is_some_and(|it| it.name == client.name);
                named_now(client, same)
            });
            pairs.collect()
        }
        // The only client lost its name, not its answers.
        ([only], []) => vec![Pair { before: Some(only), after: None, primary: true, same: true }],
        // All of them went, and each is said; the defaults that spoke for them are still there.
        (named, []) => {
            let pair = |client| Pair { before: Some(client), after: None, primary: false, same: false };
            named.iter().map(pair).collect()
        }
        _ => old
            .iter()
            .filter_map(|client| {
                let same = new.iter().find(|it| it.name == client.name)?;
                let primary = before.is_primary(client) && after.is_primary(same);
                Some(Pair { before: Some(client), after: Some(same), primary, same: true })
            })
            .collect(),
    }
}

/// The client that had no name, and one that has.
fn named_now(client: &Client, same: bool) -> Pair<'_> {
    Pair { before: None, after: Some(client), primary: same, same }
}

/// Clients that may be the one that had no name: their level does not count, and an answer of their own is not met that was.
/// Beside one that was made up, the level would stay as it is.
pub(super) fn behind(
    before: &Side<'_>,
    after: &Side<'_>,
    catalogue: &Catalogue,
    pairs: &[Pair<'_>],
) -> Vec<Regression> {
    let others = pairs.iter().filter(|pair| pair.before.is_none() && !pair.same);
    let clients = others.filter_map(|pair| Some((pair, pair.after?)));
    let weigh_nothing = clients.filter(|(_, client)| !after.is_primary(client));
    let regressions = weigh_nothing.filter_map(|(pair, client)| {
        let whole = Pair { same: true, ..*pair };
        let all = per_cli(catalogue).flat_map(|track| answers::changes(before, after, track, &whole));
        let own = all.filter(|change| change.way == Move::LeftMet && is_own(&change.at));
        let requirements: Vec<String> = own.map(|change| change.requirement).collect();
        if requirements.is_empty() {
            return None;
        }
        let client = client.name.clone();
        let at = Path::top().key("clis").key(&client);
        Some(Regression {
            at,
            kind: RegressionKind::ClientBehind { client, requirements },
            acknowledged: None,
        })
    });
    regressions.collect()
}

fn per_cli(catalogue: &Catalogue) -> impl Iterator<Item = &Track> {
    catalogue.tracks.iter().filter(|track| track.per_cli)
}

/// What became of the clients. Least over the primary clients, a level can only rise by one that goes.
pub(super) fn changes(before: &Side<'_>, after: &Side<'_>) -> (Vec<ClientChange>, Vec<Regression>) {
    let (old, new) = (&before.declaration.clis, &after.declaration.clis);
    let mut changes = Vec::new();
    for client in old {
        let same = new.iter().find(|it| it.name == client.name);
        let what = match same {
            None => Some((ClientMove::Removed, before.is_primary(client))),
            Some(same) => match (before.is_primary(client), after.is_primary(same)) {
                (true, false) => Some((ClientMove::NotPrimary, false)),
                (false, true) => Some((ClientMove::Primary, true)),
                _ => None,
            },
        };
        changes.extend(what.map(|(what, primary)| ClientChange { name: client.name.clone(), what, primary }));
    }
    let added = new.iter().filter(|client| !old.iter().any(|it| it.name == client.name));
    changes.extend(added.map(|client| ClientChange {
        name: client.name.clone(),
        what: ClientMove::Added,
        primary: after.is_primary(client),
    }));
    let lost_its_name = old.len() == 1 && new.is_empty();
    let regressions = changes.iter().filter(|_| !lost_its_name).filter_map(|change| {
        let client = change.name.clone();
        let at = Path::top().key("clis").key(&client);
        let kind = match change.what {
            ClientMove::Removed => RegressionKind::ClientRemoved { client },
            ClientMove::NotPrimary => RegressionKind::ClientNotPrimary { client },
            ClientMove::Added | ClientMove::Primary => return None,
        };
        Some(Regression { at, kind, acknowledged: None })
    });
    let regressions = regressions.collect();
    (changes, regressions)
}
