//! What the runner says in its variables.

use crate::links::github::RepositoryName;
use crate::text::hash::is_object_id;
use std::path::PathBuf;
use thiserror::Error;

/// Gives the value of a variable; empty ones are none.
pub type Get<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The run, as the variables of GitHub's runners describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runner {
    /// `GITHUB_EVENT_NAME`.
    pub event: String,
    /// `GITHUB_EVENT_PATH`: the file with the payload.
    pub payload: PathBuf,
    /// `GITHUB_SHA`: the commit that the event is about.
    pub commit: String,
    /// `GITHUB_REF`: `refs/heads/main`, `refs/pull/2/merge`.
    pub reference: String,
    /// `GITHUB_REPOSITORY`.
    pub repository: RepositoryName,
    /// `GITHUB_WORKSPACE`: where the repository is checked out, and what paths in inputs are relative to.
    pub workspace: PathBuf,
    /// `GITHUB_OUTPUT`: takes outputs.
    pub outputs: Option<PathBuf>,
    /// `GITHUB_STEP_SUMMARY`: takes the summary.
    pub summary: Option<PathBuf>,
}

/// A variable that is missing or cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{name} {what}: `action` runs as a step of GitHub Actions; anywhere else use `check`")]
pub struct RunnerError {
    name: &'static str,
    what: &'static str,
}

impl Runner {
    /// Reads the variables.
    ///
    /// # Errors
    /// The first variable that is missing or cannot be used. Its value is not shown.
    pub fn read(get: Get<'_>) -> Result<Self, RunnerError> {
        let wanted = |name: &'static str| get(name).ok_or(RunnerError { name, what: "is not set" });
        let unusable = |name| RunnerError { name, what: "cannot be used" };
        let commit = wanted("GITHUB_SHA")?;
        let repository = wanted("GITHUB_REPOSITORY")?;
        Ok(Self {
            event: wanted("GITHUB_EVENT_NAME")?,
            payload: wanted("GITHUB_EVENT_PATH")?.into(),
            commit: is_object_id(&commit).then_some(commit).ok_or_else(|| unusable("GITHUB_SHA"))?,
            reference: get("GITHUB_REF").unwrap_or_default(),
            repository: repository.parse().map_err(|_| unusable("GITHUB_REPOSITORY"))?,
            workspace: wanted("GITHUB_WORKSPACE")?.into(),
            outputs: get("GITHUB_OUTPUT").map(PathBuf::from),
            summary: get("GITHUB_STEP_SUMMARY").map(PathBuf::from),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Runner;

    const SHA: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    fn with(name: &str, value: Option<&str>) -> Result<Runner, String> {
        let get = |asked: &str| {
            let usual = match asked {
                "GITHUB_EVENT_NAME" => "push",
                "GITHUB_EVENT_PATH" => "/github/workflow/event.json",
                "GITHUB_SHA" => SHA,
                "GITHUB_REPOSITORY" => "Codertocat/Hello-World",
                "GITHUB_WORKSPACE" => "/github/workspace",
                _ => return None,
            };
            if asked == name { value.map(ToOwned::to_owned) } else { Some(usual.to_owned()) }
        };
        Runner::read(&get).map_err(|error| error.to_string())
    }

    #[test]
    fn a_runner_is_known_by_its_variables() {
        let runner = with("", None).unwrap();
        assert_eq!((runner.event.as_str(), runner.commit.as_str()), ("push", SHA));
        assert_eq!(runner.outputs, None);
    }

    #[test]
    fn a_variable_that_is_missing_or_wrong_is_named_and_not_shown() {
        for name in
            ["GITHUB_EVENT_NAME", "GITHUB_EVENT_PATH", "GITHUB_SHA", "GITHUB_REPOSITORY", "GITHUB_WORKSPACE"]
        {
            assert!(with(name, None).unwrap_err().starts_with(&format!("{name} is not set")));
        }
        for (name, value) in [("GITHUB_SHA", "main"), ("GITHUB_REPOSITORY", "../x"), ("GITHUB_SHA", "--evil")]
        {
            let error = with(name, Some(value)).unwrap_err();
            assert!(
                error.starts_with(&format!("{name} cannot be used")) && !error.contains(value),
                "{error}"
            );
        }
    }
}
