//! One file of the repository, at one commit.

use super::Repository;
use super::error::ApiError;
use super::request::Ask;
use crate::evidence::web::Reason;
use crate::online::github::reply::Reply;
use crate::online::github::route::{escaped, route};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Body {
    Directory(#[allow(dead_code, reason = "what is in it is of no interest")] Vec<serde::de::IgnoredAny>),
    Entry(Entry),
}

#[derive(Debug, Deserialize)]
struct Entry {
    #[serde(rename = "type")]
    kind: String,
    path: String,
    size: u64,
    #[serde(default)]
    content: String,
    #[serde(default)]
    encoding: String,
}

impl Repository {
    pub(super) async fn ask_file(
        &self,
        ask: &Ask,
        commit: &str,
        path: &str,
        most: usize,
    ) -> Result<Option<Vec<u8>>, ApiError> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        if segments.iter().any(|segment| matches!(*segment, "." | "..")) {
            return Err(ask.not_a_file("a path with `.` or `..` in it, which no commit holds"));
        }
        let segments = || segments.iter().copied();
        let tail = format!("/contents{}?ref={}", route(segments()), escaped(commit));
        let reply = self.get(ask, &tail).await?;
        match reply.status {
            200 => {
                content(ask, ask.parsed(&reply)?, &segments().collect::<Vec<_>>().join("/"), most).map(Some)
            }
            404 => self.none(ask, commit, &reply).await,
            403 if is_too_large(&reply) => Err(ask.not_a_file("a file that is too large for GitHub's API")),
            _ => Err(self.refused(ask, &reply)),
        }
    }

    /// There is no such file. That must be known of the commit, and not be taken from a commit or a repository that is not seen:
    /// whoever asks may take "there is none" for "nothing to compare with".
    async fn none(&self, ask: &Ask, commit: &str, reply: &Reply) -> Result<Option<Vec<u8>>, ApiError> {
        if !self.seen.borrow().contains(&commit.to_ascii_lowercase()) {
            self.ask_parents(ask, commit).await.map_err(|error| match error {
                ApiError::NoCommit { .. } => ask.no_commit(self.told(reply)),
                error => error,
            })?;
        }
        Ok(None)
    }
}

fn content(ask: &Ask, body: Body, path: &str, most: usize) -> Result<Vec<u8>, ApiError> {
    let Body::Entry(entry) = body else { return Err(ask.not_a_file("a directory")) };
    match entry.kind.as_str() {
        "file" => {}
        "symlink" => return Err(ask.not_a_file("a symbolic link")),
        "submodule" => return Err(ask.not_a_file("a submodule")),
        _ => return Err(ask.not_a_file("something else than a file")),
    }
    if entry.path != path {
        // GitHub follows a link to a file of the same repository.
        return Err(ask.not_a_file("a symbolic link to another file"));
    }
    let too_large = || ask.not_a_file(format!("larger than {most} bytes"));
    if entry.size > most as u64 {
        return Err(too_large());
    }
    match entry.encoding.as_str() {
        "base64" => {}
        "none" => return Err(ask.not_a_file("a file that is too large for GitHub's API")),
        _ => return Err(ask.not_a_file("sent in an encoding that is not known")),
    }
    let text: String = entry.content.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(text).map_err(|_| ask.unreachable(Reason::Broken))?;
    if bytes.len() > most {
        return Err(too_large());
    }
    // Half a file must not pass for one.
    if bytes.len() as u64 != entry.size {
        return Err(ask.unreachable(Reason::Broken));
    }
    Ok(bytes)
}

fn is_too_large(reply: &Reply) -> bool {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let codes = body.get("errors").and_then(Value::as_array).into_iter().flatten();
    codes.filter_map(|it| it.get("code")?.as_str()).any(|code| code == "too_large")
}
