//! What a query walks over, by GitHub's names of types and fields.

use super::super::model::{File, Hub, Release, Repository, Thread};
use super::Arguments;
use serde_json::{Value as Json, json};

/// A node.
#[derive(Clone)]
pub enum Thing<'a> {
    Query(&'a Hub),
    Repository(&'a Hub, &'a Repository),
    /// Prefix, name, and what it leads to.
    Ref(&'a Repository, &'static str, String, Box<Thing<'a>>),
    Commit(&'a Repository, String),
    Tag(&'a Repository, String, String),
    Tree(String),
    Blob(&'a File, String),
    TreeEntry(&'a Repository, Option<&'a File>, String),
    Comparison(&'static str),
    /// Repository, number.
    Issue(&'a Hub, &'a Repository, u64, &'a Thread),
    Discussion(&'a Repository, u64, &'a Thread),
    /// One on an issue: thread, number, address, text.
    IssueComment(&'a Hub, &'a Thread, u64, String, String),
    /// Type, address, text, answers below it.
    Comment(&'static str, String, String, Vec<Thing<'a>>),
    Release(&'a Release),
    Advisory(String, &'a [String]),
    Reference(String),
    /// Type, how many there are, those that are shown, and the number of the last of them.
    Connection(&'static str, usize, Vec<Thing<'a>>, usize),
    /// Whether there are more, and the last that is shown.
    PageInfo(bool, usize),
}

/// What a field holds.
pub enum Found<'a> {
    Value(Json),
    One(Option<Thing<'a>>),
    Many(Vec<Thing<'a>>),
    Error(&'static str, String),
}

impl<'a> Thing<'a> {
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Query(_) => "Query",
            Self::Repository(..) => "Repository",
            Self::Ref(..) => "Ref",
            Self::Commit(..) => "Commit",
            Self::Tag(..) => "Tag",
            Self::Tree(_) => "Tree",
            Self::Blob(..) => "Blob",
            Self::TreeEntry(..) => "TreeEntry",
            Self::Comparison(_) => "Comparison",
            Self::Issue(.., thread) if thread.is_pull_request => "PullRequest",
            Self::Issue(..) => "Issue",
            Self::Discussion(..) => "Discussion",
            Self::IssueComment(..) => "IssueComment",
            Self::Comment(name, ..) | Self::Connection(name, ..) => name,
            Self::PageInfo(..) => "PageInfo",
            Self::Release(_) => "Release",
            Self::Advisory(..) => "SecurityAdvisory",
            Self::Reference(_) => "SecurityAdvisoryReference",
        }
    }

    pub fn is(&self, name: &str) -> bool {
        let interfaces: &[&str] = match self {
            Self::Commit(..) | Self::Tag(..) | Self::Tree(_) | Self::Blob(..) => &["GitObject", "Node"],
            Self::Issue(..) => &["IssueOrPullRequest", "Node"],
            _ => &[],
        };
        self.type_name() == name || interfaces.contains(&name)
    }

    /// What a field holds; `None` where the type has no such field.
    pub fn field(&self, name: &str, arguments: &Arguments, pages: &str) -> Option<Found<'a>> {
        let value = |value: Json| Some(Found::Value(value));
        let text = |text: &str| Some(Found::Value(json!(text)));
        match self {
            Self::Query(hub) => query(hub, name, arguments),
            Self::Repository(hub, it) => repository(hub, it, name, arguments, pages),
            Self::Ref(it, prefix, short, target) => match name {
                "name" => text(short),
                "prefix" => text(prefix),
                "target" => Some(Found::One(Some((**target).clone()))),
                "compare" => {
                    let head = arguments.text("headRef");
                    Some(match it.compare(&format!("{prefix}{short}"), &head) {
                        Some(status) => Found::One(Some(Thing::Comparison(status))),
                        None => {
                            Found::Error("NOT_FOUND", format!("Could not resolve to a commit with '{head}'."))
                        }
                    })
                }
                _ => None,
            },
            Self::Commit(it, sha) => match name {
                "oid" => text(sha),
                "file" => Some(Found::One(entry(it, sha, &arguments.text("path")))),
                _ => None,
            },
            Self::Tag(it, object, commit) => match name {
                "oid" => text(object),
                "target" => Some(Found::One(Some(Thing::Commit(it, commit.clone())))),
                _ => None,
            },
            Self::Tree(oid) => (name == "oid").then(|| Found::Value(json!(oid))),
            Self::Blob(file, oid) => blob(file, oid, name),
            Self::TreeEntry(_, file, path) => match name {
                "mode" => value(json!(match file {
                    None => 0o040_000,
                    Some(File::Symlink(_)) => 0o120_000,
                    Some(File::Submodule(_)) => 0o160_000,
                    Some(_) => 0o100_644,
                })),
                "type" => text(match file {
                    None => "tree",
                    Some(File::Submodule(_)) => "commit",
                    Some(_) => "blob",
                }),
                "path" => text(path),
                _ => None,
            },
            Self::Comparison(status) => {
                (name == "status").then(|| Found::Value(json!(status.to_uppercase())))
            }
            Self::Issue(hub, it, number, thread) => issue(hub, it, *number, thread, name, arguments, pages),
            Self::Discussion(it, number, thread) => discussion(it, *number, thread, name, arguments, pages),
            Self::IssueComment(hub, thread, id, url, body) => match name {
                "url" => text(url),
                "body" => text(body),
                "fullDatabaseId" => text(&id.to_string()),
                "viewerDidAuthor" => {
                    value(json!(thread.authors.get(id).is_some_and(|author| *author == hub.viewer)))
                }
                _ => None,
            },
            Self::Comment(_, url, body, below) => match name {
                "url" => text(url),
                "body" => text(body),
                "comments" => connection("PullRequestReviewCommentConnection", below.clone(), arguments),
                "replies" => connection("DiscussionCommentConnection", below.clone(), arguments),
                _ => None,
            },
            Self::Release(it) => match name {
                "name" => text(&it.name),
                "description" => text(&it.notes),
                "isDraft" => value(json!(it.is_draft)),
                "tagName" => text(&it.tag),
                _ => None,
            },
            Self::Advisory(id, references) => match name {
                "ghsaId" => text(id),
                "references" => Some(Found::Many(
                    references.iter().map(|url| Thing::Reference(url.replace("{pages}", pages))).collect(),
                )),
                _ => None,
            },
            Self::Reference(url) => (name == "url").then(|| Found::Value(json!(url))),
            Self::PageInfo(has_more, last) => match name {
                "hasNextPage" => value(json!(has_more)),
                "endCursor" => value(json!(format!("cursor {last}"))),
                _ => None,
            },
            Self::Connection(_, total, nodes, last) => match name {
                "totalCount" => value(json!(total)),
                "pageInfo" => Some(Found::One(Some(Thing::PageInfo(last < total, *last)))),
                "nodes" => Some(Found::Many(nodes.clone())),
                _ => None,
            },
        }
    }
}

fn query<'a>(hub: &'a Hub, name: &str, arguments: &Arguments) -> Option<Found<'a>> {
    match name {
        "repository" => {
            let full = format!("{}/{}", arguments.text("owner"), arguments.text("name"));
            let missing = || {
                Found::Error(
                    "NOT_FOUND",
                    format!("Could not resolve to a Repository with the name '{full}'."),
                )
            };
            let Some(it) = hub.find(&full, true) else { return Some(missing()) };
            if arguments.flag("followRenames") == Some(false) && !it.full_name().eq_ignore_ascii_case(&full) {
                return Some(missing());
            }
            if it.blocked.is_some() {
                return Some(Found::Error("FORBIDDEN", "Repository access blocked".to_owned()));
            }
            Some(Found::One(Some(Thing::Repository(hub, it))))
        }
        "securityAdvisory" => {
            let id = arguments.text("ghsaId");
            Some(Found::One(hub.advisories.get(&id).map(|references| Thing::Advisory(id, references))))
        }
        _ => None,
    }
}

fn repository<'a>(
    hub: &'a Hub,
    it: &'a Repository,
    name: &str,
    arguments: &Arguments,
    pages: &str,
) -> Option<Found<'a>> {
    let one = |thing| Some(Found::One(thing));
    match name {
        "nameWithOwner" => Some(Found::Value(json!(it.full_name()))),
        "isPrivate" => Some(Found::Value(json!(it.is_private))),
        "isArchived" => Some(Found::Value(json!(it.is_archived))),
        "visibility" => Some(Found::Value(json!(if it.is_private { "PRIVATE" } else { "PUBLIC" }))),
        "defaultBranchRef" => one(reference(it, &format!("refs/heads/{}", it.default_branch))),
        "ref" => one(reference(it, &arguments.text("qualifiedName"))),
        "object" => one(object(it, &arguments.text("expression"))),
        "refs" => {
            let all: Vec<Thing<'a>> = match arguments.text("refPrefix").as_str() {
                "refs/heads/" => it
                    .branches
                    .iter()
                    .filter_map(|(name, _)| reference(it, &format!("refs/heads/{name}")))
                    .collect(),
                "refs/tags/" => it
                    .tags
                    .iter()
                    .filter_map(|(name, ..)| reference(it, &format!("refs/tags/{name}")))
                    .collect(),
                _ => Vec::new(),
            };
            connection("RefConnection", all, arguments)
        }
        "pullRequest" => {
            let number = arguments.number("number").unwrap_or_default();
            let found = it.threads.get(&number).filter(|thread| thread.is_pull_request);
            let found = found.map(|thread| Thing::Issue(hub, it, number, thread));
            Some(found.map_or_else(|| missing("a PullRequest", number), |thing| Found::One(Some(thing))))
        }
        "issueOrPullRequest" => {
            let number = arguments.number("number").unwrap_or_default();
            let found = it.threads.get(&number).map(|thread| Thing::Issue(hub, it, number, thread));
            Some(
                found.map_or_else(
                    || missing("an issue or pull request", number),
                    |thing| Found::One(Some(thing)),
                ),
            )
        }
        "discussion" => {
            let number = arguments.number("number").unwrap_or_default();
            let found = it.discussions.get(&number).map(|thread| Thing::Discussion(it, number, thread));
            Some(found.map_or_else(|| missing("a Discussion", number), |thing| Found::One(Some(thing))))
        }
        "release" => {
            let tag = arguments.text("tagName");
            one(it.releases.iter().find(|it| it.tag == tag).map(Thing::Release))
        }
        "latestRelease" => one(it.releases.iter().find(|it| !it.is_draft).map(Thing::Release)),
        "isSecurityPolicyEnabled" => Some(Found::Value(json!(policy(it).is_some()))),
        "securityPolicyUrl" => Some(Found::Value(match policy(it) {
            Some(_) => json!(format!("{pages}/{}/security/policy", it.full_name())),
            None => Json::Null,
        })),
        _ => None,
    }
}

/// Where the security policy is.
pub fn policy(it: &Repository) -> Option<&'static str> {
    let head = it.branch(&it.default_branch)?;
    ["SECURITY.md", ".github/SECURITY.md", "docs/SECURITY.md"]
        .into_iter()
        .find(|path| it.file(head, path).is_some())
}

fn missing<'a>(what: &str, number: u64) -> Found<'a> {
    Found::Error("NOT_FOUND", format!("Could not resolve to {what} with the number of {number}."))
}

fn reference<'a>(it: &'a Repository, name: &str) -> Option<Thing<'a>> {
    let branch = |short: &str| {
        let commit = it.branch(short)?;
        Some(Thing::Ref(it, "refs/heads/", short.to_owned(), Box::new(Thing::Commit(it, commit.to_owned()))))
    };
    let tag = |short: &str| {
        let (_, commit, object) = it.tag(short)?;
        let target = match object {
            Some(object) => Thing::Tag(it, object.clone(), commit.clone()),
            None => Thing::Commit(it, commit.clone()),
        };
        Some(Thing::Ref(it, "refs/tags/", short.to_owned(), Box::new(target)))
    };
    match (name.strip_prefix("refs/heads/"), name.strip_prefix("refs/tags/")) {
        (Some(short), _) => branch(short),
        (_, Some(short)) => tag(short),
        _ => branch(name).or_else(|| tag(name)),
    }
}

/// A revision expression: `main`, `main:docs/help.md`.
fn object<'a>(it: &'a Repository, expression: &str) -> Option<Thing<'a>> {
    let (name, path) = match expression.split_once(':') {
        Some((name, path)) => (name, Some(path)),
        None => (expression, None),
    };
    let Some(path) = path else {
        // A name of an annotated tag leads to the tag object first.
        let short = name.strip_prefix("refs/tags/").unwrap_or(name);
        if let (None, Some((_, commit, Some(object)))) = (it.branch(name), it.tag(short)) {
            return Some(Thing::Tag(it, object.clone(), commit.clone()));
        }
        return it.resolve(name).map(|commit| Thing::Commit(it, commit.to_owned()));
    };
    let commit = it.resolve(name)?;
    match it.file(commit, path) {
        // Git has no object of a submodule here.
        Some(File::Submodule(_)) => None,
        Some(file) => Some(Thing::Blob(file, super::super::sha(&format!("blob {path} {commit}")))),
        None if it.is_directory(commit, path) => {
            Some(Thing::Tree(super::super::sha(&format!("tree {path} {commit}"))))
        }
        None => None,
    }
}

fn entry<'a>(it: &'a Repository, commit: &str, path: &str) -> Option<Thing<'a>> {
    let file = it.file(commit, path);
    (file.is_some() || (!path.is_empty() && it.is_directory(commit, path)))
        .then(|| Thing::TreeEntry(it, file, path.to_owned()))
}

fn blob<'a>(file: &File, oid: &str, name: &str) -> Option<Found<'a>> {
    let bytes = file.bytes();
    let is_binary = bytes.contains(&0);
    let is_cut = matches!(file, File::Large(_));
    Some(Found::Value(match name {
        "oid" => json!(oid),
        "byteSize" => json!(bytes.len()),
        "isBinary" => json!(is_binary),
        "isTruncated" => json!(is_cut),
        "text" if is_binary => Json::Null,
        "text" if is_cut => json!(String::from_utf8_lossy(&bytes[..bytes.len() / 2])),
        "text" => json!(String::from_utf8_lossy(bytes)),
        _ => return None,
    }))
}

fn issue<'a>(
    hub: &'a Hub,
    it: &'a Repository,
    number: u64,
    thread: &'a Thread,
    name: &str,
    arguments: &Arguments,
    pages: &str,
) -> Option<Found<'a>> {
    let kind = if thread.is_pull_request { "pull" } else { "issues" };
    let url = format!("{pages}/{}/{kind}/{number}", it.full_name());
    Some(Found::Value(match name {
        "number" => json!(number),
        "title" => json!(thread.title),
        "body" => json!(thread.body),
        "url" => json!(url),
        "fullDatabaseId" => json!((1_000_000 + number).to_string()),
        "repository" => return Some(Found::One(Some(Thing::Repository(hub, it)))),
        "state" => json!(match thread.state {
            "open" => "OPEN",
            "merged" => "MERGED",
            _ => "CLOSED",
        }),
        "stateReason" if !thread.is_pull_request => match thread.state {
            "closed" => json!("COMPLETED"),
            "not_planned" => json!("NOT_PLANNED"),
            "duplicate" => json!(if arguments.flag("enableDuplicate") == Some(true) {
                "DUPLICATE"
            } else {
                "NOT_PLANNED"
            }),
            _ => Json::Null,
        },
        "merged" if thread.is_pull_request => json!(thread.state == "merged"),
        "comments" => {
            let comment = |(id, text): &(u64, String)| {
                Thing::IssueComment(hub, thread, *id, format!("{url}#issuecomment-{id}"), text.clone())
            };
            return connection(
                "IssueCommentConnection",
                thread.comments.iter().map(comment).collect(),
                arguments,
            );
        }
        "reviews" if thread.is_pull_request => {
            let line = |(id, text): &(u64, String)| {
                Thing::Comment(
                    "PullRequestReviewComment",
                    format!("{url}#discussion_r{id}"),
                    text.clone(),
                    Vec::new(),
                )
            };
            let review = |(id, text, lines): &(u64, String, Vec<(u64, String)>)| {
                let lines = lines.iter().map(line).collect();
                Thing::Comment(
                    "PullRequestReview",
                    format!("{url}#pullrequestreview-{id}"),
                    text.clone(),
                    lines,
                )
            };
            return connection(
                "PullRequestReviewConnection",
                thread.reviews.iter().map(review).collect(),
                arguments,
            );
        }
        _ => return None,
    }))
}

fn discussion<'a>(
    it: &'a Repository,
    number: u64,
    thread: &'a Thread,
    name: &str,
    arguments: &Arguments,
    pages: &str,
) -> Option<Found<'a>> {
    let url = format!("{pages}/{}/discussions/{number}", it.full_name());
    Some(Found::Value(match name {
        "number" => json!(number),
        "title" => json!(thread.title),
        "body" => json!(thread.body),
        "url" => json!(url),
        "closed" => json!(thread.state != "open"),
        "comments" => {
            let comment = |id: u64, text: &str, below| {
                Thing::Comment(
                    "DiscussionComment",
                    format!("{url}#discussioncomment-{id}"),
                    text.to_owned(),
                    below,
                )
            };
            let mut all: Vec<Thing<'a>> =
                thread.comments.iter().map(|(id, text)| comment(*id, text, Vec::new())).collect();
            for (id, text, below) in &thread.reviews {
                let below = below.iter().map(|(id, text)| comment(*id, text, Vec::new())).collect();
                all.push(comment(*id, text, below));
            }
            return connection("DiscussionCommentConnection", all, arguments);
        }
        _ => return None,
    }))
}

#[allow(clippy::unnecessary_wraps, reason = "the type of every field")]
/// A page of a list. GitHub refuses more than 100, and a connection without `first` or `last`.
fn connection<'a>(name: &'static str, all: Vec<Thing<'a>>, arguments: &Arguments) -> Option<Found<'a>> {
    let (first, last) = (arguments.number("first"), arguments.number("last"));
    let asked = first.or(last).unwrap_or(0);
    if asked == 0 || asked > 100 {
        return Some(Found::Error(
            "EXCESSIVE_PAGINATION",
            format!("{name} needs `first` or `last` of 1 to 100"),
        ));
    }
    let (total, asked) = (all.len(), usize::try_from(asked).unwrap_or(100));
    let after = arguments.text("after");
    let before: usize = after.strip_prefix("cursor ").and_then(|it| it.parse().ok()).unwrap_or_default();
    let skipped = if first.is_some() { before } else { total.saturating_sub(asked) };
    let nodes: Vec<Thing<'a>> = all.into_iter().skip(skipped).take(asked).collect();
    let last = skipped + nodes.len();
    Some(Found::One(Some(Thing::Connection(name, total, nodes, last))))
}
