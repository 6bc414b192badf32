//! One want, taken apart.

use crate::evidence::web::{Answer, Depth, Reason, Seen, Subject, Want};
use crate::links::HostPort;
use crate::links::github::{RepositoryName, Target};
use std::collections::BTreeMap;
use url::Url;

/// One want, taken apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job<'a> {
    pub want: &'a Want,
    pub server: &'a HostPort,
    pub repository: &'a RepositoryName,
    pub target: &'a Target,
    pub depth: Depth,
}

/// What a repository itself says.
#[derive(Clone, Debug)]
pub(super) struct Repository {
    /// The name that it has now.
    pub name: RepositoryName,
    pub archived: Option<bool>,
    pub is_private: bool,
}

impl<'a> Job<'a> {
    /// The job that a want is, if it is one for GitHub.
    pub(super) fn new((want, depth): &'a (Want, Depth)) -> Option<Self> {
        match want {
            Want::GitHub { server, repository, target } => {
                Some(Self { want, server, repository, target, depth: *depth })
            }
            Want::Page(_) => None,
        }
    }

    /// Answers with what was found in the repository.
    pub(super) fn seen(&self, answer: &dyn Fn(Want, Answer), repository: &Repository, subject: Subject) {
        let seen = Seen { repository: repository.name.clone(), archived: repository.archived, subject };
        answer(self.want.clone(), Answer::GitHub(Box::new(seen)));
    }

    /// Answers that it could not be looked at.
    pub(super) fn unreachable(&self, answer: &dyn Fn(Want, Answer), reason: Reason) {
        answer(self.want.clone(), Answer::Unreachable(reason));
    }
}

/// Answers that none of them could be looked at.
pub(super) fn give_up(jobs: &[Job<'_>], answer: &dyn Fn(Want, Answer), reason: Reason) {
    for job in jobs {
        job.unreachable(answer, reason);
    }
}

/// Jobs, repository by repository.
pub(super) fn by_repository(jobs: Vec<Job<'_>>) -> Vec<Vec<Job<'_>>> {
    by(jobs, |job| job.repository)
}

/// Jobs, server by server.
pub(super) fn by_server(jobs: Vec<Job<'_>>) -> Vec<Vec<Job<'_>>> {
    by(jobs, |job| job.server)
}

fn by<'a, K: Ord + 'a>(jobs: Vec<Job<'a>>, key: impl Fn(&Job<'a>) -> &'a K) -> Vec<Vec<Job<'a>>> {
    let mut groups: BTreeMap<&K, Vec<Job<'a>>> = BTreeMap::new();
    for job in jobs {
        groups.entry(key(&job)).or_default().push(job);
    }
    groups.into_values().collect()
}

/// Where the pages of a server are.
pub(super) fn pages_of(server: &HostPort) -> Option<Url> {
    Url::parse(&format!("https://{server}")).ok()
}

/// An address below another, each segment escaped.
pub(super) fn below<'s>(top: &Url, segments: impl IntoIterator<Item = &'s str>) -> Option<Url> {
    let mut url = top.clone();
    url.set_query(None);
    url.set_fragment(None);
    let mut path = url.path_segments_mut().ok()?;
    path.pop_if_empty().extend(segments);
    drop(path);
    Some(url)
}
