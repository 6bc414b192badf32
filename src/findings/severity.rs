//! How much a finding weighs, by its class and by who is asked.

use super::rule::Class;

/// The weight of a finding, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Fails a build.
    Error,
    /// Fails a build only where asked to.
    Warning,
    /// For information.
    Notice,
}

impl Severity {
    /// The word that reports use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// Who is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A pull request: the author answers for the change.
    Change,
    /// A schedule, or a person at a terminal: the declaration answers for itself.
    Audit,
}

/// From which severity on findings fail a build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailOn {
    /// Errors.
    #[default]
    Error,
    /// Errors and warnings.
    Warning,
    /// Nothing: only what no switch can move (unreadable, regressed, unfinished).
    Never,
}

impl FailOn {
    /// Whether a finding of this severity fails the build.
    #[must_use]
    pub fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity <= Severity::Warning,
            Self::Never => false,
        }
    }
}

/// The severity table of the format.
#[must_use]
pub fn severity(class: Class, scope: Scope, strict: bool) -> Severity {
    let weight = match (class, scope) {
        (
            Class::Unreadable
            | Class::Malformed
            | Class::LocalEvidence
            | Class::RemoteEvidence
            | Class::Regression,
            _,
        )
        | (Class::RemoteEvidenceAsBefore, Scope::Audit) => Severity::Error,
        (Class::Weak | Class::SteppedDown, _)
        | (Class::RemoteEvidenceAsBefore, Scope::Change)
        | (Class::Neglected | Class::Unreachable, Scope::Audit) => Severity::Warning,
        (Class::Neglected | Class::Unreachable, Scope::Change) | (Class::Advice | Class::Changed, _) => {
            Severity::Notice
        }
    };
    let hardened = strict && (weight == Severity::Warning || class == Class::Unreachable);
    if hardened { Severity::Error } else { weight }
}

#[cfg(test)]
mod tests {
    use super::{Class, Scope, Severity, severity};

    #[test]
    fn the_table_of_the_format_row_by_row() {
        use Severity::{Error, Notice, Warning};
        let table = [
            (Class::Unreadable, Error, Error),
            (Class::Malformed, Error, Error),
            (Class::LocalEvidence, Error, Error),
            (Class::RemoteEvidence, Error, Error),
            (Class::RemoteEvidenceAsBefore, Error, Warning),
            (Class::Regression, Error, Error),
            (Class::SteppedDown, Warning, Warning),
            (Class::Changed, Notice, Notice),
            (Class::Neglected, Warning, Notice),
            (Class::Unreachable, Warning, Notice),
            (Class::Weak, Warning, Warning),
            (Class::Advice, Notice, Notice),
        ];
        for (class, audit, change) in table {
            assert_eq!(severity(class, Scope::Audit, false), audit, "{class:?}");
            assert_eq!(severity(class, Scope::Change, false), change, "{class:?}");
        }
        assert_eq!(severity(Class::Unreachable, Scope::Change, true), Error);
        assert_eq!(severity(Class::Neglected, Scope::Audit, true), Error);
        assert_eq!(severity(Class::Advice, Scope::Audit, true), Notice);
    }
}
