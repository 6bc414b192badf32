//! Files and directories, by REST.

use super::super::confirm::Left;
use super::super::revision::{Split, is_expression, is_hash, is_special, may_be_foreign, splits};
use super::super::route::{escaped, route};
use super::{Api, Place, Stop, Told, parsed};
use crate::evidence::web::{Depth, NoContent, Reason, RemoteFile, Standing, Subject};
use crate::text::hash::is_object_id;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(untagged)]
enum ContentBody {
    Directory(#[allow(dead_code, reason = "what is in it is of no interest")] Vec<serde::de::IgnoredAny>),
    Entry(EntryBody),
}

#[derive(Deserialize)]
struct EntryBody {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    content: String,
    #[serde(default)]
    encoding: String,
}

impl Api<'_> {
    pub(super) async fn file(
        &self,
        place: &Place,
        reference_and_path: &str,
        depth: Depth,
    ) -> Result<Told, Stop> {
        if is_expression(reference_and_path) {
            return Ok(Told::All(Subject::Commit(Standing::Untold)));
        }
        for split in splits(reference_and_path) {
            let mut route = format!(
                "{}/contents{}?ref={}",
                place.top,
                route(split.path.split('/').filter(|segment| !segment.is_empty())),
                escaped(&split.reference)
            );
            let reply = self.get(&mut route).await?;
            let body = match reply.status {
                200 => parsed(&reply)?,
                404 => continue,
                // Too large for this API, and there.
                403 => ContentBody::Entry(EntryBody {
                    kind: "file".to_owned(),
                    content: String::new(),
                    encoding: "none".to_owned(),
                }),
                status => return Err(Stop::Reason(Reason::Status(status))),
            };
            return match body {
                ContentBody::Directory(_) => self.other(place, &split, Subject::Directory).await,
                ContentBody::Entry(entry) if entry.kind == "submodule" => {
                    self.other(place, &split, Subject::There).await
                }
                ContentBody::Entry(entry) => self.content(place, split, &entry, depth).await,
            };
        }
        Ok(Told::All(Subject::Absent))
    }

    /// What is no file, at a branch, at a tag, or at a commit that the default branch holds; else that commit.
    async fn other(&self, place: &Place, split: &Split, subject: Subject) -> Result<Told, Stop> {
        Ok(Told::All(match self.standing(place, &split.reference).await? {
            Standing::Held => subject,
            standing => Subject::Commit(standing),
        }))
    }

    async fn standing(&self, place: &Place, reference: &str) -> Result<Standing, Stop> {
        if reference == "HEAD" {
            return Ok(Standing::Held);
        }
        if is_special(reference) {
            return Ok(Standing::Untold);
        }
        if is_hash(reference) {
            match self.held(place, reference).await {
                Ok(Some(true)) => return Ok(Standing::Held),
                // Another branch or a tag may hold it: too many requests to find out.
                Ok(_) if is_object_id(reference) => return Ok(Standing::Untold),
                Err(Stop::Spent) => return Ok(Standing::Untold),
                Ok(_) => {}
                Err(stop) => return Err(stop),
            }
        }
        match self.is_branch_or_tag(place, reference).await {
            Ok(true) => Ok(Standing::Held),
            // What its page would tell, which is all that there is without a budget.
            Err(Stop::Spent) if !may_be_foreign(reference) => Ok(Standing::Held),
            Ok(false) | Err(_) => Ok(Standing::Untold),
        }
    }

    /// Whether a branch or a tag has a name: what leads to a commit may be something else, as a pull request of a stranger is.
    async fn is_branch_or_tag(&self, place: &Place, name: &str) -> Result<bool, Stop> {
        if name == place.default_branch {
            return Ok(true);
        }
        let key = format!("{}/git/ref:{name}", place.top);
        if let Some(known) = self.named.borrow().get(&key) {
            return Ok(*known);
        }
        let mut is_there = false;
        for kind in ["heads", "tags"] {
            let route = format!("{}/git/ref/{kind}{}", place.top, route(name.split('/')));
            is_there = is_there || self.exists(&route).await?;
        }
        self.named.borrow_mut().insert(key, is_there);
        Ok(is_there)
    }

    async fn content(
        &self,
        place: &Place,
        split: Split,
        entry: &EntryBody,
        depth: Depth,
    ) -> Result<Told, Stop> {
        let standing = self.standing(place, &split.reference).await?;
        let mut file = RemoteFile {
            reference: split.reference,
            path: split.path,
            commit: None,
            standing,
            content: Err(NoContent::NotAsked),
        };
        if depth == Depth::Existence {
            return Ok(Told::All(Subject::File(file)));
        }
        if entry.kind != "file" {
            // A symbolic link: what is in it is no text that anybody cited.
            file.content = Err(NoContent::Binary);
            return Ok(Told::All(Subject::File(file)));
        }
        let is_here = entry.encoding == "base64";
        let text: String = entry.content.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        if let Some(bytes) = is_here.then(|| STANDARD.decode(text).ok()).flatten() {
            let is_binary = bytes.contains(&0);
            file.content = if is_binary && depth == Depth::Text { Err(NoContent::Binary) } else { Ok(bytes) };
        } else if place.repository.is_private {
            file.content = Err(NoContent::TooLarge);
        } else {
            return Ok(Told::Left(Left::Content(file)));
        }
        Ok(Told::All(Subject::File(file)))
    }
}
