//! One answer as a file: a line that names the format, the hash of what follows, a line of JSON, the body.

use super::Validators;
use crate::evidence::web::{Depth, Fetched};
use crate::links::Address;
use crate::text::hash::sha256;
use serde::{Deserialize, Serialize};
use url::Url;

/// The first line. A number that is raised makes all older entries foreign.
pub(super) const FORMAT: &str = "package-repo-security answer 1";

/// An answer to be written.
pub(super) struct Entry<'a> {
    /// The address that was asked for.
    pub(super) url: &'a Url,
    pub(super) depth: Depth,
    pub(super) fetched: &'a Fetched,
    pub(super) validators: &'a Validators,
    /// When its server last sent or confirmed it, in seconds since 1970.
    pub(super) seen: u64,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Head {
    asked: String,
    depth: String,
    url: String,
    moved_to: Option<String>,
    content_type: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    seen: u64,
    is_cut: bool,
}

impl Entry<'_> {
    /// The file.
    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        let head = Head {
            asked: self.url.to_string(),
            depth: depth_name(self.depth).to_owned(),
            url: self.fetched.url.to_string(),
            moved_to: self.fetched.moved_to.as_ref().map(Url::to_string),
            content_type: self.fetched.content_type.clone(),
            etag: self.validators.etag.clone(),
            last_modified: self.validators.last_modified.clone(),
            seen: self.seen,
            is_cut: self.fetched.is_cut,
        };
        let mut rest = serde_json::to_vec(&head).ok()?;
        rest.push(b'\n');
        rest.extend_from_slice(&self.fetched.body);
        let mut bytes = format!("{FORMAT}\n{}\n", sha256(&rest)).into_bytes();
        bytes.append(&mut rest);
        Some(bytes)
    }
}

/// What a file holds, where it is whole and about this address and depth; and when its server last sent or confirmed it.
pub(super) fn from_bytes(bytes: &[u8], url: &Url, depth: Depth) -> Option<(Fetched, Validators, u64)> {
    let rest = bytes.strip_prefix(FORMAT.as_bytes())?.strip_prefix(b"\n")?;
    let (hash, rest) = line(rest)?;
    if hash != sha256(rest).as_bytes() {
        return None;
    }
    let (head, body) = line(rest)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    if head.asked != url.as_str() || head.depth != depth_name(depth) {
        return None;
    }
    let moved_to = match head.moved_to {
        Some(text) => Some(Address::parse(&text).ok()?.url),
        None => None,
    };
    let fetched = Fetched {
        url: Address::parse(&head.url).ok()?.url,
        moved_to,
        content_type: head.content_type,
        body: body.to_vec(),
        is_cut: head.is_cut,
    };
    Some((fetched, Validators { etag: head.etag, last_modified: head.last_modified }, head.seen))
}

fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(b'\n', bytes)?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

pub(super) fn depth_name(depth: Depth) -> &'static str {
    match depth {
        Depth::Existence => "existence",
        Depth::Text => "text",
        Depth::Bytes => "bytes",
    }
}
