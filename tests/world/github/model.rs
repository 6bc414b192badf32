//! What the double knows: repositories and what is in them.

use super::writes::{CheckRun, Writes};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Everything on the server.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    pub repositories: Vec<Repository>,
    /// Tokens that are valid.
    pub tokens: Vec<String>,
    /// Tokens that may read and not write.
    pub readers: BTreeSet<String>,
    /// Who asks, by token; whoever is not here is `github-actions[bot]`.
    pub logins: BTreeMap<String, String>,
    /// Who asks now.
    pub viewer: String,
    /// Advisories of the global database, and the addresses that each refers to.
    pub advisories: BTreeMap<String, Vec<String>>,
}

/// A repository.
#[derive(Clone, Debug)]
pub struct Repository {
    pub id: u64,
    pub owner: String,
    pub name: String,
    /// Names that it had, `owner/name`.
    pub former: Vec<String>,
    pub is_private: bool,
    pub is_archived: bool,
    /// Answered instead of everything: 451, or 403 for a repository that GitHub closed.
    pub blocked: Option<u16>,
    pub default_branch: String,
    /// Newest first.
    pub branches: Vec<(String, String)>,
    /// Newest first. The commit, and the tag object of an annotated tag.
    pub tags: Vec<(String, String, Option<String>)>,
    /// Heads of pull requests: commits that anybody may put there.
    pub pulls: BTreeMap<u64, String>,
    pub commits: BTreeMap<String, Commit>,
    pub threads: BTreeMap<u64, Thread>,
    pub discussions: BTreeMap<u64, Thread>,
    /// Numbers of issues that became something else: the address where it is now, `/o/r/issues/7`.
    pub moved: BTreeMap<u64, String>,
    /// Numbers of issues that were deleted.
    pub deleted: BTreeSet<u64>,
    pub releases: Vec<Release>,
    /// Published advisories of its own.
    pub advisories: Vec<String>,
    /// Workflows that ran once and whose file is on no default branch now.
    pub former_workflows: Vec<String>,
    pub check_runs: Vec<CheckRun>,
    /// What was written, and what others write in between.
    pub writes: Writes,
}

/// A commit with its whole tree.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    pub parents: Vec<String>,
    pub files: BTreeMap<String, File>,
}

/// An entry of a tree that is no tree.
#[derive(Clone, Debug)]
pub enum File {
    Bytes(Vec<u8>),
    /// So large that GraphQL hands over no more than its beginning.
    Large(Vec<u8>),
    Symlink(String),
    Submodule(String),
}

impl File {
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) | Self::Large(bytes) => bytes,
            Self::Symlink(target) => target.as_bytes(),
            Self::Submodule(_) => b"",
        }
    }
}

/// An issue, a pull request, a discussion.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    pub is_pull_request: bool,
    /// `open`, `closed`, `not_planned`, `duplicate`, `merged`.
    pub state: &'static str,
    pub title: String,
    pub body: String,
    /// Number and text: `issuecomment-…`.
    pub comments: Vec<(u64, String)>,
    /// Who wrote a comment, by its number; whoever is not here is `somebody`.
    pub authors: BTreeMap<u64, String>,
    /// `pullrequestreview-…`, each with comments on lines, `discussion_r…`.
    pub reviews: Vec<Review>,
}

/// Number, text, and the comments on lines, each with number and text.
pub type Review = (u64, String, Vec<(u64, String)>);

/// A release.
#[derive(Clone, Debug)]
pub struct Release {
    pub tag: String,
    pub name: String,
    pub notes: String,
    pub is_draft: bool,
}

/// The hash that a label stands for; a label that is one stands for itself.
pub fn sha(label: &str) -> String {
    if label.len() == 40 && label.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return label.to_owned();
    }
    Sha256::digest(label.as_bytes())[..20]
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'))
        .collect()
}

impl Repository {
    /// A public repository with one commit, `OWNER/NAME first`, on `main`, that holds these files.
    pub fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let (owner, short) = name.split_once('/').unwrap();
        let first = sha(&format!("{name} first"));
        let files =
            files.iter().map(|(path, text)| ((*path).to_owned(), File::Bytes(text.as_bytes().to_vec())));
        let commit = Commit { parents: Vec::new(), files: files.collect() };
        Self {
            id: u64::from_str_radix(&first[..7], 16).unwrap(),
            owner: owner.to_owned(),
            name: short.to_owned(),
            former: Vec::new(),
            is_private: false,
            is_archived: false,
            blocked: None,
            default_branch: "main".to_owned(),
            branches: vec![("main".to_owned(), first.clone())],
            tags: Vec::new(),
            pulls: BTreeMap::new(),
            commits: BTreeMap::from([(first, commit)]),
            threads: BTreeMap::new(),
            discussions: BTreeMap::new(),
            moved: BTreeMap::new(),
            deleted: BTreeSet::new(),
            releases: Vec::new(),
            advisories: Vec::new(),
            former_workflows: Vec::new(),
            check_runs: Vec::new(),
            writes: Writes::default(),
        }
    }

    /// The first commit.
    pub fn first(&self) -> String {
        self.commits
            .iter()
            .find(|(_, commit)| commit.parents.is_empty())
            .map(|(sha, _)| sha.clone())
            .unwrap_or_default()
    }

    /// One more file in the newest commit of the default branch.
    pub fn with_file(mut self, path: &str, file: File) -> Self {
        let head = self.branch(&self.default_branch).unwrap().to_owned();
        self.commits.get_mut(&head).unwrap().files.insert(path.to_owned(), file);
        self
    }

    /// One more commit, on top of the parents; no branch holds it yet.
    pub fn with_commit(mut self, label: &str, parents: &[String], files: &[(&str, &str)]) -> Self {
        let mut tree: BTreeMap<String, File> = parents
            .iter()
            .filter_map(|parent| self.commits.get(parent))
            .flat_map(|parent| parent.files.clone())
            .collect();
        tree.extend(
            files.iter().map(|(path, text)| ((*path).to_owned(), File::Bytes(text.as_bytes().to_vec()))),
        );
        self.commits.insert(sha(label), Commit { parents: parents.to_vec(), files: tree });
        self
    }

    /// A branch at a commit; an existing one moves.
    pub fn with_branch(mut self, name: &str, commit: &str) -> Self {
        self.branches.retain(|(branch, _)| branch != name);
        self.branches.insert(0, (name.to_owned(), commit.to_owned()));
        self
    }

    /// A tag at a commit, annotated or not.
    pub fn with_tag(mut self, name: &str, commit: &str, is_annotated: bool) -> Self {
        let object = is_annotated.then(|| sha(&format!("tag {name}")));
        self.tags.insert(0, (name.to_owned(), commit.to_owned(), object));
        self
    }

    /// The commit of a pull request, as its author put it there.
    pub fn with_pull(mut self, number: u64, commit: &str) -> Self {
        self.pulls.insert(number, commit.to_owned());
        self
    }

    pub fn with_thread(mut self, number: u64, thread: Thread) -> Self {
        self.threads.insert(number, thread);
        self
    }

    pub fn with_discussion(mut self, number: u64, thread: Thread) -> Self {
        self.discussions.insert(number, thread);
        self
    }

    pub fn with_release(mut self, tag: &str, name: &str, notes: &str) -> Self {
        self.releases.insert(
            0,
            Release { tag: tag.to_owned(), name: name.to_owned(), notes: notes.to_owned(), is_draft: false },
        );
        self
    }

    pub fn full_name(&self) -> String {
        format!("{}/{}", self.owner, self.name)
    }

    pub fn branch(&self, name: &str) -> Option<&str> {
        self.branches.iter().find(|(branch, _)| branch == name).map(|(_, commit)| commit.as_str())
    }

    pub fn tag(&self, name: &str) -> Option<&(String, String, Option<String>)> {
        self.tags.iter().find(|(tag, ..)| tag == name)
    }

    /// The commit that a name leads to: a branch, a tag, `HEAD`, a pull request, a hash, the beginning of one, or what
    /// `git describe` makes of one. As git does, it looks for `refs/NAME` before branches and tags.
    pub fn resolve(&self, name: &str) -> Option<&str> {
        let short =
            name.strip_prefix("refs/heads/").or_else(|| name.strip_prefix("refs/tags/")).unwrap_or(name);
        if short == "HEAD" {
            return self.branch(&self.default_branch);
        }
        let pull = name.strip_prefix("refs/").unwrap_or(name).strip_prefix("pull/");
        let pull = pull.and_then(|rest| rest.strip_suffix("/head").or_else(|| rest.strip_suffix("/merge")));
        if let Some(commit) = pull.and_then(|number| self.pulls.get(&number.parse().ok()?)) {
            return Some(commit);
        }
        if let Some(commit) = self.branch(short) {
            return Some(commit);
        }
        if let Some((_, commit, _)) = self.tag(short) {
            return Some(commit);
        }
        let short = short.rsplit_once("-g").map_or(short, |(_, hash)| hash);
        let is_hash = short.len() >= 4 && short.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut found =
            self.commits.keys().filter(|sha| is_hash && sha.starts_with(&short.to_ascii_lowercase()));
        match (found.next(), found.next()) {
            (Some(sha), None) => Some(sha),
            _ => None,
        }
    }

    /// Whether one commit is in the history of another.
    pub fn is_ancestor(&self, old: &str, new: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![new.to_owned()];
        while let Some(sha) = open.pop() {
            if sha == old {
                return true;
            }
            if seen.insert(sha.clone())
                && let Some(commit) = self.commits.get(&sha)
            {
                open.extend(commit.parents.iter().cloned());
            }
        }
        false
    }

    /// `identical`, `behind`, `ahead` or `diverged`: how a commit stands to a base.
    pub fn compare(&self, base: &str, head: &str) -> Option<&'static str> {
        let (base, head) = (self.resolve(base)?, self.resolve(head)?);
        Some(match (base == head, self.is_ancestor(head, base), self.is_ancestor(base, head)) {
            (true, ..) => "identical",
            (_, true, _) => "behind",
            (_, _, true) => "ahead",
            _ => "diverged",
        })
    }

    /// The newest commit that two have in their history, by the number of steps from the head.
    pub fn merge_base(&self, base: &str, head: &str) -> Option<String> {
        let (base, head) = (self.resolve(base)?, self.resolve(head)?);
        let (mut seen, mut open) = (BTreeSet::new(), VecDeque::from([head.to_owned()]));
        while let Some(sha) = open.pop_front() {
            if self.is_ancestor(&sha, base) {
                return Some(sha);
            }
            if seen.insert(sha.clone())
                && let Some(commit) = self.commits.get(&sha)
            {
                open.extend(commit.parents.iter().cloned());
            }
        }
        None
    }

    /// A file at a path of a commit.
    pub fn file(&self, commit: &str, path: &str) -> Option<&File> {
        self.commits.get(commit)?.files.get(path)
    }

    /// Whether a path of a commit is a directory; the empty path is one.
    pub fn is_directory(&self, commit: &str, path: &str) -> bool {
        let inside = format!("{path}/");
        self.commits.get(commit).is_some_and(|commit| {
            path.is_empty() || commit.files.keys().any(|file| file.starts_with(&inside))
        })
    }
}

impl Hub {
    /// A server with these repositories, on which this token is valid.
    pub fn new(token: &str, repositories: Vec<Repository>) -> Self {
        Self { repositories, tokens: vec![token.to_owned()], ..Self::default() }
    }

    /// A repository by the name that it has.
    pub fn repository(&self, full_name: &str) -> &Repository {
        self.repositories.iter().find(|it| it.full_name() == full_name).unwrap()
    }

    /// A repository by the name that it has or had, as far as whoever asks can see it.
    pub fn find(&self, full_name: &str, sees_private: bool) -> Option<&Repository> {
        let is = |name: &str| name.eq_ignore_ascii_case(full_name);
        let now = self.repositories.iter().find(|it| is(&it.full_name()));
        let found =
            now.or_else(|| self.repositories.iter().find(|it| it.former.iter().any(|name| is(name))))?;
        (sees_private || !found.is_private).then_some(found)
    }
}
