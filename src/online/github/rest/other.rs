//! Releases, workflows, advisories and security policies, by REST.

use super::super::confirm::Left;
use super::super::revision::is_name;
use super::super::route::route;
use super::{Api, Place, Stop, Told, parsed};
use crate::evidence::web::{Reason, Release, Subject};
use serde::Deserialize;

#[derive(Deserialize)]
struct ReleaseBody {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    draft: bool,
}

impl Api<'_> {
    pub(super) async fn release(&self, place: &Place, tag: &str) -> Result<Told, Stop> {
        if !is_name(tag) {
            return Ok(Told::All(Subject::Absent));
        }
        if let Some(release) =
            self.release_at(&format!("{}/releases/tags{}", place.top, route([tag]))).await?
        {
            return Ok(Told::All(release));
        }
        // A tag without a release has a page of the same address.
        let is_tag = self.exists(&format!("{}/git/ref/tags{}", place.top, route(tag.split('/')))).await?;
        Ok(Told::All(if is_tag { Subject::There } else { Subject::Absent }))
    }

    pub(super) async fn latest_release(&self, place: &Place) -> Result<Told, Stop> {
        let release = self.release_at(&format!("{}/releases/latest", place.top)).await?;
        Ok(Told::All(release.unwrap_or(Subject::Absent)))
    }

    pub(super) async fn workflow(&self, place: &Place, file: &str) -> Result<Told, Stop> {
        if matches!(file, "" | "." | "..") {
            return Ok(Told::All(Subject::Absent));
        }
        let is_there = self.exists(&format!("{}/actions/workflows{}", place.top, route([file]))).await?;
        Ok(match is_there {
            true => Told::All(Subject::There),
            false if place.repository.is_private => Told::All(Subject::Absent),
            false => Told::Left(Left::Existence(Some(Subject::Absent))),
        })
    }

    pub(super) async fn advisory(&self, place: &Place, id: &str) -> Result<Told, Stop> {
        let is_there = self.exists(&format!("{}/security-advisories{}", place.top, route([id]))).await?;
        Ok(match is_there {
            true => Told::All(Subject::There),
            false if place.repository.is_private => Told::All(Subject::Untold(Reason::NotVisible)),
            false => Told::Left(Left::Existence(None)),
        })
    }

    pub(super) async fn security_policy(&self, place: &Place) -> Result<Told, Stop> {
        let shared = route(["repos", &place.repository.name.owner, ".github"]);
        for top in [place.top.as_str(), &shared] {
            for path in ["SECURITY.md", ".github/SECURITY.md", "docs/SECURITY.md"] {
                if self.exists(&format!("{top}/contents{}", route(path.split('/')))).await? {
                    return Ok(Told::All(Subject::There));
                }
            }
        }
        Ok(Told::All(Subject::Absent))
    }

    async fn release_at(&self, route: &str) -> Result<Option<Subject>, Stop> {
        let reply = self.get(&mut route.to_owned()).await?;
        match reply.status {
            200 => {
                let body: ReleaseBody = parsed(&reply)?;
                let text = format!("{}\n\n{}", body.name.unwrap_or_default(), body.body.unwrap_or_default());
                Ok(Some(Subject::Release(Release { text, draft: body.draft })))
            }
            404 => Ok(None),
            status => Err(Stop::Reason(Reason::Status(status))),
        }
    }

    pub(super) async fn exists(&self, route: &str) -> Result<bool, Stop> {
        match self.get(&mut route.to_owned()).await?.status {
            200 => Ok(true),
            404 => Ok(false),
            status => Err(Stop::Reason(Reason::Status(status))),
        }
    }
}
