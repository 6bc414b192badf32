//! Which commit is checked out, told without git: the image of the Action has none.

use crate::action::CheckedOut;
use crate::commands::output::read_bounded;
use crate::text::hash::is_object_id;
use std::path::{Path, PathBuf};

/// No file of references is larger, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// What is checked out at the top of a clone.
#[must_use]
pub fn checked_out(top: &Path) -> CheckedOut {
    match commit(top) {
        Some(id) => CheckedOut::Commit(id),
        None if top.join(".git").symlink_metadata().is_ok() => CheckedOut::Unknown,
        None => CheckedOut::NoClone,
    }
}

/// The commit that is checked out in the clone whose top this is; `None` where that cannot be told.
fn commit(top: &Path) -> Option<String> {
    let git = directory(top)?;
    let head = text(&git.join("HEAD"))?;
    match head.strip_prefix("ref: ") {
        None => id(&head),
        Some(name) => {
            // The branches of a linked work tree are those of the clone that it belongs to.
            let common = text(&git.join("commondir")).map_or_else(|| git.clone(), |path| git.join(path));
            id(&text(&common.join(name)).unwrap_or_default()).or_else(|| packed(&common, name))
        }
    }
}

/// `.git`, or where a file of that name says that it is.
fn directory(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    if git.symlink_metadata().ok()?.is_dir() {
        return Some(git);
    }
    Some(top.join(text(&git)?.strip_prefix("gitdir: ")?))
}

fn packed(git: &Path, name: &str) -> Option<String> {
    let refs = text(&git.join("packed-refs"))?;
    let line = refs.lines().find(|line| line.split_once(' ').is_some_and(|(_, it)| it == name))?;
    id(line.split_once(' ')?.0)
}

fn text(file: &Path) -> Option<String> {
    let bytes = read_bounded(file, LARGEST).ok()?;
    Some(String::from_utf8(bytes).ok()?.trim_end().to_owned())
}

fn id(text: &str) -> Option<String> {
    is_object_id(text).then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{checked_out, commit};
    use crate::action::CheckedOut;
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    fn git(directory: &Path, arguments: &[&str]) -> String {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.current_dir(directory).env("GIT_CONFIG_GLOBAL", "/dev/null").args(identity).args(arguments);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    #[test]
    fn a_branch_a_packed_one_a_commit_and_a_linked_work_tree_are_told() {
        let directory = tempfile::tempdir().unwrap();
        let top = directory.path();
        assert_eq!(checked_out(top), CheckedOut::NoClone);
        git(top, &["init", "-q", "-b", "a/b"]);
        assert_eq!(commit(top), None, "no commit yet");
        git(top, &["commit", "-q", "--allow-empty", "-m", "one"]);
        let first = git(top, &["rev-parse", "HEAD"]);
        assert_eq!(commit(top).as_deref(), Some(first.as_str()));
        git(top, &["pack-refs", "--all"]);
        assert_eq!(commit(top).as_deref(), Some(first.as_str()), "packed");
        git(top, &["commit", "-q", "--allow-empty", "-m", "two"]);
        let second = git(top, &["rev-parse", "HEAD"]);
        assert_eq!(commit(top).as_deref(), Some(second.as_str()), "the packed one is older");
        git(top, &["worktree", "add", "-q", "-b", "other", "linked", &first]);
        assert_eq!(commit(&top.join("linked")).as_deref(), Some(first.as_str()));
        git(top, &["checkout", "-q", "--detach", &first]);
        assert_eq!(commit(top).as_deref(), Some(first.as_str()), "no branch");
    }

    #[test]
    fn what_is_no_head_tells_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let top = directory.path();
        fs::create_dir(top.join(".git")).unwrap();
        for text in ["", "main", "ref: refs/heads/../../secret", "ref: HEAD", "\u{0}\u{ff}"] {
            fs::write(top.join(".git/HEAD"), text).unwrap();
            fs::write(top.join("secret"), "not an id").unwrap();
            assert_eq!(checked_out(top), CheckedOut::Unknown, "{text}");
        }
    }
}
