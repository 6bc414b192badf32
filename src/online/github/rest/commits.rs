//! Commits, by REST.

use super::super::confirm::Left;
use super::super::route::escaped;
use super::{Api, Place, Stop, Told, parsed};
use crate::evidence::web::{Reason, Standing, Subject};
use crate::text::hash::is_object_id;
use serde::Deserialize;

#[derive(Deserialize)]
struct ComparisonBody {
    status: String,
}

#[derive(Deserialize)]
struct CommitBody {
    sha: String,
}

impl Api<'_> {
    pub(super) async fn commit(&self, place: &Place, sha: &str) -> Result<Told, Stop> {
        // A comparison tells of the commit and of its standing at once.
        match self.held(place, sha).await? {
            Some(true) => return Ok(Told::All(Subject::Commit(Standing::Held))),
            Some(false) => return Ok(Told::All(Subject::Commit(Standing::Untold))),
            None => {}
        }
        let mut route = format!("{}/commits/{}", place.top, escaped(sha));
        let reply = self.get(&mut route).await?;
        match reply.status {
            200 => {
                let body: CommitBody = parsed(&reply)?;
                // The name of a branch that looks like a hash is no commit of that hash.
                let is_it = body.sha.starts_with(&sha.to_ascii_lowercase());
                Ok(Told::All(if is_it { Subject::Commit(Standing::Untold) } else { Subject::Absent }))
            }
            404 | 422 if is_object_id(sha) || place.repository.is_private => Ok(Told::All(Subject::Absent)),
            // The beginning of a hash may be that of several.
            404 | 422 => Ok(Told::Left(Left::Existence(Some(Subject::Untold(Reason::Status(reply.status)))))),
            status => Err(Stop::Reason(Reason::Status(status))),
        }
    }

    /// Whether the default branch holds a commit; `None` where the two could not be compared.
    pub(super) async fn held(&self, place: &Place, sha: &str) -> Result<Option<bool>, Stop> {
        let mut route =
            format!("{}/compare/{}...{}", place.top, escaped(&place.default_branch), escaped(sha));
        let key = route.clone();
        if let Some(known) = self.compared.borrow().get(&key) {
            return Ok(*known);
        }
        // One commit a page: the files and the other commits are of no interest.
        route.push_str("?per_page=1");
        let reply = self.get(&mut route).await?;
        let held = match reply.status {
            200 => Some(matches!(parsed::<ComparisonBody>(&reply)?.status.as_str(), "identical" | "behind")),
            _ => None,
        };
        self.compared.borrow_mut().insert(key, held);
        Ok(held)
    }
}
