//! Which client of one declaration is which of the other, and which came, went, or weigh otherwise.

use super::answers::left_met;
use super::model::{ClientChange, ClientMove, Regression, RegressionKind};
use super::side::Side;
use crate::declaration::Client;
use crate::principles::{Catalogue, Track};
use crate::read::Path;

/// A client in both declarations. `None` stands for the one client of a declaration that names none: the defaults.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Client>,
    pub(super) after: Option<&'a Client>,
    /// The track's level rests on it in both.
    pub(super) primary: bool,
}

impl Pair<'_> {
    /// What a track without clients has.
    pub(super) const ONLY: Self = Self { before: None, after: None, primary: true };

    /// The name that it goes by now.
    pub(super) fn name(&self) -> Option<&str> {
        self.after.or(self.before).map(|client| client.name.as_str())
    }
}

/// The clients that both declarations have.
pub(super) fn pairs<'a>(before: &Side<'a>, after: &Side<'a>, catalogue: &Catalogue) -> Vec<Pair<'a>> {
    let (old, new) = (&before.declaration.clis, &after.declaration.clis);
    match (old.as_slice(), new.as_slice()) {
        ([], []) => vec![Pair::ONLY],
        // The client that had no name has one now: the one that keeps most of what it met.
        ([], named) => {
            let primary = named.iter().filter(|client| after.is_primary(client));
            let candidates: Vec<&Client> = primary.collect();
            let loss = |client: &&Client| {
                let pair = Pair { before: None, after: Some(client), primary: true };
                per_cli(catalogue).map(|track| left_met(before, after, track, &pair)).sum::<usize>()
            };
            let best = candidates.into_iter().min_by_key(loss);
            best.map(|client| Pair { before: None, after: Some(client), primary: true }).into_iter().collect()
        }
        // The only client lost its name, not its answers.
        ([only], []) => vec![Pair { before: Some(only), after: None, primary: true }],
        _ => old
            .iter()
            .filter_map(|client| {
                let same = new.iter().find(|it| it.name == client.name)?;
                let primary = before.is_primary(client) && after.is_primary(same);
                Some(Pair { before: Some(client), after: Some(same), primary })
            })
            .collect(),
    }
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
            None => Some(ClientMove::Removed),
            Some(same) => match (before.is_primary(client), after.is_primary(same)) {
                (true, false) => Some(ClientMove::NotPrimary),
                (false, true) => Some(ClientMove::Primary),
                _ => None,
            },
        };
        changes.extend(what.map(|what| ClientChange { name: client.name.clone(), what }));
    }
    let added = new.iter().filter(|client| !old.iter().any(|it| it.name == client.name));
    changes.extend(added.map(|client| ClientChange { name: client.name.clone(), what: ClientMove::Added }));
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
