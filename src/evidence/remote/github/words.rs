//! What a link on GitHub leads to, for people.

use crate::evidence::checks::on_one_line;
use crate::links::github::Target;

/// `issue or pull request #7`.
pub(super) fn of(target: &Target) -> String {
    match target {
        Target::Repository => "the repository".to_owned(),
        Target::File { reference_and_path } => format!("`{}`", on_one_line(reference_and_path)),
        Target::Commit { sha } => format!("commit {}", on_one_line(sha)),
        Target::Thread { number } => format!("issue or pull request #{number}"),
        Target::Discussion { number } => format!("discussion #{number}"),
        Target::Release { tag } => format!("release or tag `{}`", on_one_line(tag)),
        Target::LatestRelease => "a release".to_owned(),
        Target::Workflow { file } => format!("workflow `{}`", on_one_line(file)),
        Target::Advisory { id } => format!("advisory {}", on_one_line(id)),
        Target::SecurityPolicy => "the security policy".to_owned(),
    }
}
