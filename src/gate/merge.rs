//! Changes of clients → changes: a default that several clients share changed once.

use super::model::{PartsChange, PlanChange};
use crate::read::Path;
use std::collections::BTreeMap;
use std::mem::take;

/// A change that may be about several clients.
pub(super) trait OfClients: PartialEq {
    /// The name of what changed.
    fn at(&self) -> &Path;
    /// The clients that it is about.
    fn clients(&mut self) -> &mut Vec<String>;
}

impl OfClients for PartsChange {
    fn at(&self) -> &Path {
        &self.at
    }

    fn clients(&mut self) -> &mut Vec<String> {
        &mut self.clients
    }
}

impl OfClients for PlanChange {
    fn at(&self) -> &Path {
        &self.at
    }

    fn clients(&mut self) -> &mut Vec<String> {
        &mut self.clients
    }
}

/// One change for all clients of whom the same is said at the same place, where the first of them stood.
pub(super) fn merge<T: OfClients>(changes: Vec<T>) -> Vec<T> {
    // Without their clients, so that they are compared by what changed.
    let mut merged: Vec<(T, Vec<String>)> = Vec::new();
    let mut there: BTreeMap<Path, Vec<usize>> = BTreeMap::new();
    for mut change in changes {
        let clients = take(change.clients());
        let known = there.entry(change.at().clone()).or_default();
        if let Some(index) = known.iter().find(|index| merged[**index].0 == change) {
            merged[*index].1.extend(clients);
        } else {
            known.push(merged.len());
            merged.push((change, clients));
        }
    }
    let merged = merged.into_iter().map(|(mut change, clients)| {
        *change.clients() = clients;
        change
    });
    merged.collect()
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::gate::PlanChange;
    use crate::read::Path;
    use crate::text::pace::growth;

    fn change(at: &Path, client: &str, issue: &str) -> PlanChange {
        PlanChange {
            at: at.clone(),
            requirement: "sbom".to_owned(),
            clients: vec![client.to_owned()],
            by: None,
            issue: Some((None, Some(issue.to_owned()))),
            funding: None,
            funder: None,
        }
    }

    #[test]
    fn what_changed_alike_at_one_place_is_one_change_of_several_clients() {
        let (shared, own) = (Path::top().key("answers"), Path::top().key("clis"));
        let merged = merge(vec![
            change(&shared, "a", "1"),
            change(&own, "b", "1"),
            change(&shared, "c", "2"),
            change(&shared, "d", "1"),
        ]);
        let seen: Vec<(&Path, String)> = merged.iter().map(|it| (&it.at, it.clients.join(" "))).collect();
        assert_eq!(seen, [(&shared, "a d".to_owned()), (&own, "b".to_owned()), (&shared, "c".to_owned())]);
    }

    #[test]
    fn eight_times_as_many_clients_take_about_eight_times_as_long() {
        let changes = |clients: usize| -> Vec<PlanChange> {
            let at = |n: usize| Path::top().key("clis").key(format!("client-{n}")).key("answers");
            (0..clients).map(|n| change(&at(n), "a", "1")).collect()
        };
        let [few, many] = [changes(400), changes(3200)];
        let grown = growth(|| drop(merge(few.clone())), || drop(merge(many.clone())));
        assert!(grown < 24.0, "{grown}");
    }
}
