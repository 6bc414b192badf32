//! Bodies of answers. What no test looks at is there because GitHub's description requires it.

use super::super::model::{File, Release, Repository, Thread, sha};
use super::super::writes::tree_name;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Bodies about one repository.
pub struct Bodies<'a> {
    pub places: super::Places<'a>,
    pub repository: &'a Repository,
}

const DAY: &str = "2026-01-02T03:04:05Z";
const USER: &str = "avatar_url events_url followers_url following_url gists_url html_url organizations_url \
     received_events_url repos_url starred_url subscriptions_url url";
const REPOSITORY: &str = "archive_url assignees_url blobs_url branches_url collaborators_url comments_url commits_url \
     compare_url contents_url contributors_url deployments_url downloads_url events_url forks_url git_commits_url \
     git_refs_url git_tags_url hooks_url html_url issue_comment_url issue_events_url issues_url keys_url labels_url \
     languages_url merges_url milestones_url notifications_url pulls_url releases_url stargazers_url statuses_url \
     subscribers_url subscription_url tags_url teams_url trees_url url clone_url git_url ssh_url svn_url";

/// These properties, each an address.
fn addresses(names: &str, address: &str, rest: Json) -> Json {
    let mut object: Map<String, Json> =
        names.split_whitespace().map(|name| (name.to_owned(), json!(address))).collect();
    if let Json::Object(rest) = rest {
        object.extend(rest);
    }
    Json::Object(object)
}

fn user(login: &str, api: &str) -> Json {
    let kind = if login.ends_with("[bot]") { "Bot" } else { "User" };
    let rest = json!({ "gravatar_id": "", "id": 7, "node_id": "U_7", "login": login, "site_admin": false, "type": kind });
    let address = format!("{api}/users/{login}").replace('[', "%5B").replace(']', "%5D");
    addresses(USER, &address, rest)
}

impl Bodies<'_> {
    fn api(&self) -> String {
        format!("{}/repos/{}", self.places.0, self.repository.full_name())
    }

    fn page(&self) -> String {
        format!("{}/{}", self.places.1, self.repository.full_name())
    }

    fn somebody(&self) -> Json {
        user("somebody", self.places.0)
    }

    pub fn repository(&self) -> Json {
        let it = self.repository;
        let rest = json!({
            "id": it.id, "node_id": "R_1", "name": it.name, "full_name": it.full_name(),
            "owner": user(&it.owner, self.places.0), "private": it.is_private, "archived": it.is_archived,
            "default_branch": it.default_branch, "html_url": self.page(), "url": self.api(), "description": null, "fork": false,
            "forks": 0, "forks_count": 0, "has_issues": true, "has_projects": true, "has_wiki": false, "has_pages": false,
            "has_discussions": true, "homepage": null, "language": null, "disabled": false, "mirror_url": null,
            "open_issues": 0, "open_issues_count": 0, "license": null, "pushed_at": DAY, "size": 1, "stargazers_count": 0,
            "watchers": 0, "watchers_count": 0, "created_at": DAY, "updated_at": DAY, "network_count": 0,
            "subscribers_count": 0, "visibility": if it.is_private { "private" } else { "public" },
        });
        addresses(REPOSITORY, &self.api(), rest)
    }

    pub fn commit(&self, oid: &str) -> Json {
        let parents = self.repository.commits.get(oid).map(|it| it.parents.clone()).unwrap_or_default();
        let url = format!("{}/commits/{oid}", self.api());
        let person = json!({ "name": "Somebody", "email": "somebody@example.org", "date": DAY });
        json!({
            "url": url, "sha": oid, "node_id": "C_1", "html_url": format!("{}/commit/{oid}", self.page()),
            "comments_url": format!("{url}/comments"), "author": self.somebody(), "committer": self.somebody(),
            "commit": {
                "author": person, "committer": person, "comment_count": 0, "message": "A change", "url": url,
                "tree": { "sha": self.tree_of(oid), "url": url },
            },
            "parents": parents.iter().map(|parent| json!({ "sha": parent, "url": url })).collect::<Json>(),
        })
    }

    fn tree_of(&self, oid: &str) -> String {
        self.repository.commits.get(oid).map(|commit| tree_name(&commit.files)).unwrap_or_default()
    }

    /// A commit as git has it.
    pub fn git_commit(&self, oid: &str) -> Option<Json> {
        let commit = self.repository.commits.get(oid)?;
        let (url, person) =
            (self.api(), json!({ "name": "Somebody", "email": "somebody@example.org", "date": DAY }));
        let parent = |sha: &String| json!({ "sha": sha, "url": url, "html_url": url });
        Some(json!({
            "sha": oid, "node_id": "C_1", "url": url, "html_url": url, "author": person, "committer": person,
            "message": "A change", "tree": { "sha": self.tree_of(oid), "url": url },
            "parents": commit.parents.iter().map(parent).collect::<Json>(),
            "verification": {
                "verified": false, "reason": "unsigned", "signature": null, "payload": null, "verified_at": null,
            },
        }))
    }

    /// A tree, file by file.
    pub fn tree(&self, name: &str, files: Option<&BTreeMap<String, File>>) -> Json {
        let entry = |(path, file): (&String, &File)| json!({ "path": path, "mode": "100644", "type": "blob", "sha": sha(&format!("{file:?}")), "url": self.api() });
        let entries: Json = files.into_iter().flatten().map(entry).collect();
        json!({ "sha": name, "url": self.api(), "truncated": false, "tree": entries })
    }

    pub fn check_run(&self, id: u64) -> Json {
        let Some(run) = self.repository.check_runs.iter().find(|run| run.id == id) else { return Json::Null };
        let url = format!("{}/check-runs/{id}", self.api());
        json!({
            "id": id, "node_id": "CR_1", "head_sha": run.head_sha, "name": run.name, "url": url, "html_url": url,
            "details_url": url, "status": "completed", "conclusion": run.conclusion, "started_at": DAY, "completed_at": DAY,
            "external_id": "", "check_suite": { "id": 1 }, "app": null, "pull_requests": [],
            "output": {
                "title": run.title, "summary": run.summary, "text": null, "annotations_count": run.annotations.len(),
                "annotations_url": format!("{url}/annotations"),
            },
        })
    }

    pub fn comparison(&self, base: &str, head: &str, status: &str) -> Option<Json> {
        let merge_base = self.commit(&self.repository.merge_base(base, head)?);
        let base = self.commit(self.repository.resolve(base).unwrap_or_default());
        let head = self.commit(self.repository.resolve(head).unwrap_or_default());
        let is_ahead = matches!(status, "ahead" | "diverged");
        let rest = json!({
            "base_commit": base, "merge_base_commit": merge_base, "status": status, "ahead_by": u8::from(is_ahead),
            "behind_by": u8::from(matches!(status, "behind" | "diverged")), "total_commits": u8::from(is_ahead),
            "commits": if is_ahead { json!([head]) } else { json!([]) }, "files": [],
        });
        Some(addresses("url html_url permalink_url diff_url patch_url", &self.page(), rest))
    }

    pub fn reference(&self, name: &str) -> Option<Json> {
        let (kind, oid) = match (name.strip_prefix("heads/"), name.strip_prefix("tags/")) {
            (Some(branch), _) => ("commit", self.repository.branch(branch)?.to_owned()),
            (_, Some(tag)) => match self.repository.tag(tag)? {
                (_, _, Some(object)) => ("tag", object.clone()),
                (_, commit, None) => ("commit", commit.clone()),
            },
            _ => return None,
        };
        let url = self.api();
        Some(
            json!({ "ref": format!("refs/{name}"), "node_id": "REF_1", "url": url, "object": { "type": kind, "sha": oid, "url": url } }),
        )
    }

    fn entry(&self, path: &str, kind: &str, size: usize) -> Json {
        let url = self.api();
        json!({
            "_links": { "git": url, "html": url, "self": url }, "git_url": url, "html_url": url, "download_url": url,
            "url": url, "name": path.rsplit('/').next(), "path": path, "sha": sha(path), "size": size, "type": kind,
        })
    }

    pub fn content(&self, path: &str, file: &File) -> Json {
        let bytes = file.bytes();
        let (kind, rest) = match file {
            File::Bytes(_) => ("file", json!({ "content": base64(bytes), "encoding": "base64" })),
            File::Large(_) => ("file", json!({ "content": "", "encoding": "none" })),
            File::Symlink(target) => ("symlink", json!({ "target": target })),
            File::Submodule(_) => {
                ("submodule", json!({ "submodule_git_url": "https://git.example/other.git" }))
            }
        };
        let mut entry = self.entry(path, kind, bytes.len());
        if let (Json::Object(entry), Json::Object(rest)) = (&mut entry, rest) {
            entry.extend(rest);
        }
        entry
    }

    pub fn listing(&self, commit: &str, path: &str) -> Json {
        let inside = if path.is_empty() { String::new() } else { format!("{path}/") };
        let files = self.repository.commits.get(commit).map(|commit| &commit.files);
        files
            .into_iter()
            .flatten()
            .filter(|(name, _)| name.strip_prefix(&inside).is_some_and(|rest| !rest.contains('/')))
            .map(|(name, file)| self.entry(name, "file", file.bytes().len()))
            .collect()
    }

    pub fn issue(&self, number: u64, thread: &Thread) -> Json {
        let url = format!("{}/issues/{number}", self.api());
        let kind = if thread.is_pull_request { "pull" } else { "issues" };
        let html = format!("{}/{kind}/{number}", self.page());
        let is_open = thread.state == "open";
        let mut issue = json!({
            "id": 1_000_000 + number, "node_id": "I_1", "number": number, "title": thread.title, "body": thread.body,
            "state": if is_open { "open" } else { "closed" }, "html_url": html, "url": url,
            "repository_url": self.api(), "comments": thread.comments.len(), "comments_url": format!("{url}/comments"),
            "events_url": url, "labels_url": url, "labels": [], "assignee": null, "milestone": null, "locked": false,
            "user": self.somebody(), "created_at": DAY, "updated_at": DAY,
            "closed_at": if is_open { Json::Null } else { json!(DAY) },
            "author_association": "NONE",
            "state_reason": match thread.state {
                "closed" if !thread.is_pull_request => json!("completed"),
                "not_planned" | "duplicate" => json!(thread.state),
                _ => Json::Null,
            },
        });
        if thread.is_pull_request {
            let merged = if thread.state == "merged" { json!(DAY) } else { Json::Null };
            issue["pull_request"] = json!({ "merged_at": merged, "url": url, "html_url": html, "diff_url": html, "patch_url": html });
        }
        issue
    }

    fn comment(&self, number: u64, id: u64, anchor: &str, text: &str) -> Json {
        let url = format!("{}/issues/{number}", self.api());
        json!({
            "id": id, "node_id": "IC_1", "url": url, "issue_url": url, "body": text, "user": self.somebody(),
            "html_url": format!("{}/issues/{number}#{anchor}{id}", self.page()), "created_at": DAY, "updated_at": DAY,
            "author_association": "NONE",
        })
    }

    /// A comment with who wrote it.
    pub fn one_comment(&self, number: u64, id: u64) -> Json {
        let thread = self.repository.threads.get(&number);
        let text = thread.and_then(|thread| thread.comments.iter().find(|(known, _)| *known == id));
        let mut comment = self.comment(
            number,
            id,
            "issuecomment-",
            text.map(|(_, text)| text.as_str()).unwrap_or_default(),
        );
        if let Some(author) = thread.and_then(|thread| thread.authors.get(&id)) {
            comment["user"] = user(author, self.places.0);
        }
        comment
    }

    pub fn comments(&self, number: u64, thread: &Thread) -> Json {
        thread.comments.iter().take(100).map(|(id, _)| self.one_comment(number, *id)).collect()
    }

    pub fn line_comments(&self, number: u64, thread: &Thread) -> Json {
        let url = self.api();
        let links =
            json!({ "self": { "href": url }, "html": { "href": url }, "pull_request": { "href": url } });
        let line = |(review, id, text): (u64, u64, &str)| {
            let mut comment = self.comment(number, id, "discussion_r", text);
            let more = json!({
                "pull_request_review_id": review, "diff_hunk": "@@", "path": "a", "commit_id": "0", "original_commit_id": "0",
                "pull_request_url": url, "_links": links,
            });
            if let (Json::Object(comment), Json::Object(more)) = (&mut comment, more) {
                comment.extend(more);
            }
            comment
        };
        let all = thread
            .reviews
            .iter()
            .flat_map(|(review, _, lines)| lines.iter().map(|(id, text)| (*review, *id, text.as_str())));
        all.map(line).take(100).collect()
    }

    pub fn reviews(&self, number: u64, thread: &Thread) -> Json {
        let url = self.api();
        let review = |(id, text, _): &(u64, String, Vec<(u64, String)>)| {
            let html = format!("{}/pull/{number}#pullrequestreview-{id}", self.page());
            json!({
                "id": id, "node_id": "PRR_1", "user": self.somebody(), "body": text, "state": "COMMENTED", "commit_id": "0",
                "html_url": html, "pull_request_url": url, "author_association": "NONE",
                "_links": { "html": { "href": html }, "pull_request": { "href": url } },
            })
        };
        thread.reviews.iter().map(review).take(100).collect()
    }

    pub fn release(&self, it: &Release) -> Json {
        let rest = json!({
            "created_at": DAY, "published_at": DAY, "draft": it.is_draft, "id": 1, "node_id": "RE_1", "author": self.somebody(),
            "name": it.name, "body": it.notes, "prerelease": false, "tag_name": it.tag, "target_commitish": "main", "assets": [],
        });
        addresses("assets_url upload_url tarball_url zipball_url html_url url", &self.page(), rest)
    }

    pub fn workflow(&self, file: &str) -> Json {
        let rest = json!({
            "id": 1, "node_id": "W_1", "name": file, "path": format!(".github/workflows/{file}"), "state": "active",
            "created_at": DAY, "updated_at": DAY,
        });
        addresses("url html_url badge_url", &self.page(), rest)
    }

    pub fn advisory(&self, id: &str) -> Json {
        let url = format!("{}/security/advisories/{id}", self.page());
        let empty = "cve_id severity author publisher closed_at withdrawn_at submission cvss cwes cwe_ids credits credits_detailed \
             collaborating_users collaborating_teams private_fork";
        let mut advisory: Map<String, Json> =
            empty.split_whitespace().map(|name| (name.to_owned(), Json::Null)).collect();
        let rest = json!({
            "ghsa_id": id, "url": url, "html_url": url, "summary": "A hole", "description": "It was closed.", "state": "published",
            "identifiers": [{ "type": "GHSA", "value": id }], "created_at": DAY, "updated_at": DAY, "published_at": DAY,
            "vulnerabilities": [],
        });
        if let Json::Object(rest) = rest {
            advisory.extend(rest);
        }
        Json::Object(advisory)
    }
}

/// Base64 with a line end after every 60 characters, as GitHub writes it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (index, chunk) in bytes.chunks(3).enumerate() {
        if index > 0 && index % 15 == 0 {
            out.push('\n');
        }
        let word =
            chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            let value = (word >> (18 - 6 * digit)) & 63;
            out.push(if digit <= chunk.len() { char::from(DIGITS[value as usize]) } else { '=' });
        }
    }
    out.push('\n');
    out
}
