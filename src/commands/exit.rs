//! Exit codes: the same for every format.

use crate::findings::{Class, FailOn, Finding};
use std::process::ExitCode;

/// How a command ended. Where several hold, the first of `Usage`, `Unfinished`, `Regression`, `Unreadable`,
/// `Findings` is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: nothing at or above the threshold.
    Pass,
    /// 1: findings at or above it.
    Findings,
    /// 2: wrong use.
    Usage,
    /// 3: no declaration, more than one, or it could not be read as YAML.
    Unreadable,
    /// 4: a regression against the baseline.
    Regression,
    /// 5: could not finish. Never reported as a pass.
    Unfinished,
}

impl Exit {
    /// The number.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Unreadable => 3,
            Self::Regression => 4,
            Self::Unfinished => 5,
        }
    }

    /// The exit that settled findings amount to.
    #[must_use]
    pub fn of(findings: &[Finding], fail_on: FailOn) -> Self {
        let any = |class| findings.iter().any(|finding| finding.class == class);
        if any(Class::Regression) {
            Self::Regression
        } else if any(Class::Unreadable) {
            Self::Unreadable
        } else if findings.iter().any(|finding| fail_on.includes(finding.severity)) {
            Self::Findings
        } else {
            Self::Pass
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
