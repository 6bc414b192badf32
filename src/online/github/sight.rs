//! Who may learn what of a private repository.
//!
//! The token of a run may see more than the author of a declaration. If a check told what it sees, an author could learn of
//! private repositories by citing them. So a private repository that is neither the run's own nor its owner's is answered
//! exactly as one that cannot be seen, and nothing more is asked about it.

use super::job::Repository;

/// What a run may tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight<'a> {
    /// `owner/name` of the repository that the run is for, where it is known.
    pub own: Option<&'a str>,
}

impl Sight<'_> {
    /// Whether it may be told what a repository holds.
    pub(super) fn covers(self, repository: &Repository) -> bool {
        !repository.is_private || self.is_of_owner(&repository.name.owner)
    }

    fn is_of_owner(self, owner: &str) -> bool {
        self.own.and_then(|own| own.split_once('/')).is_some_and(|(name, _)| name.eq_ignore_ascii_case(owner))
    }
}

#[cfg(test)]
mod tests {
    use super::Sight;
    use crate::links::github::RepositoryName;
    use crate::online::github::job::Repository;

    #[test]
    fn a_private_repository_is_told_of_to_its_owner_only() {
        let covers = |own: Option<&str>, owner: &str, is_private| {
            let name = RepositoryName { owner: owner.to_owned(), name: "x".to_owned() };
            Sight { own }.covers(&Repository { name, archived: None, is_private })
        };
        assert!(covers(None, "a", false) && covers(Some("b/c"), "a", false));
        assert!(covers(Some("A/c"), "a", true));
        assert!(!covers(Some("b/c"), "a", true) && !covers(None, "a", true) && !covers(Some("a"), "a", true));
    }
}
