//! What is asked of the repository that a run is for, and written to it: against a double of GitHub's API.

mod check_runs;
mod comments;
mod failures;
mod files;
mod history;
mod permissions;
mod publish;
mod support;
