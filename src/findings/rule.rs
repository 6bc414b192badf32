//! What a rule is: its id, its weight, and the words that explain it.

/// A rule, as `explain` and the documentation show it. The code that finds its violations stands beside it in `rules/`.
#[derive(Debug)]
pub struct Rule {
    /// The id, for ever: `met-without-evidence`.
    pub id: &'static str,
    /// How much a finding of it weighs.
    pub class: Class,
    /// What it asks, in one line.
    pub summary: &'static str,
    /// Why it matters: one or more sentences of Markdown.
    pub why: &'static str,
    /// A fragment of a declaration that it finds fault with.
    pub fails: &'static str,
    /// The same fragment, mended.
    pub mended: &'static str,
}

/// The rows of the severity table of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The file could not be read as YAML, or is not there: exit code 3.
    Unreadable,
    /// Malformed, refused, unknown, without its companion, contradicting itself, claiming more than it says.
    Malformed,
    /// Evidence in this repository is seen to be otherwise.
    LocalEvidence,
    /// Evidence elsewhere is seen to be otherwise.
    RemoteEvidence,
    /// Such evidence that a change left as it was: its author does not answer for it.
    RemoteEvidenceAsBefore,
    /// A step down against a baseline that nobody owned up to: exit code 4.
    Regression,
    /// A step down against a baseline that was owned up to, or that loses no level.
    SteppedDown,
    /// A change that a reviewer should see.
    Changed,
    /// Something that was true and that time, or nobody, has looked after.
    Neglected,
    /// Evidence that could not be looked at.
    Unreachable,
    /// Evidence weaker than it could be, in a way that readers should be warned of.
    Weak,
    /// Something that could be better.
    Advice,
}

impl Class {
    /// Whether an entry of `ignore` may silence it: findings of the reader and of the gate never, nor evidence that anybody
    /// with the tree at hand sees to be otherwise.
    #[must_use]
    pub fn can_be_ignored(self) -> bool {
        !matches!(
            self,
            Self::Unreadable
                | Self::Malformed
                | Self::LocalEvidence
                | Self::Regression
                | Self::SteppedDown
                | Self::Changed
        )
    }
}

impl Rule {
    /// Where the rule is documented: relative to the project until `Cargo.toml` names its repository.
    #[must_use]
    pub fn url(&self) -> String {
        let page = format!("docs/rules.md#{}", self.id);
        match REPOSITORY {
            "" => page,
            repository => format!("{repository}/blob/main/{page}"),
        }
    }

    /// The documentation as an absolute address, once there is one.
    #[must_use]
    pub fn absolute_url(&self) -> Option<String> {
        (!REPOSITORY.is_empty()).then(|| self.url())
    }
}

/// The project's repository, as `Cargo.toml` names it.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
