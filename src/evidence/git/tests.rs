use super::Git;
use crate::evidence::repository::{CommitError, MAX_FILE_BYTES};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn git(root: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(root)
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn commit(root: &Path) -> String {
    git(root, &["add", "-A"]);
    git(root, &["commit", "-q", "--allow-empty", "-m", "c"]);
    git(root, &["rev-parse", "HEAD"])
}

fn repository() -> (TempDir, Git) {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "-q", "-b", "main"]);
    fs::create_dir(dir.path().join("docs")).unwrap();
    fs::write(dir.path().join("docs/a b.md"), "old").unwrap();
    let repository = Git::new(dir.path().canonicalize().unwrap());
    (dir, repository)
}

#[test]
fn a_file_is_read_as_it_was() {
    let (dir, repository) = repository();
    let old = commit(dir.path());
    fs::write(dir.path().join("docs/a b.md"), "new").unwrap();
    commit(dir.path());
    assert_eq!(repository.read_at(&old, "docs/a b.md"), Ok(b"old".to_vec()));
    assert_eq!(repository.read_at(&old.to_uppercase(), "docs/a b.md"), Ok(b"old".to_vec()));
    assert_eq!(repository.read_at(&old, "docs/none.md"), Err(CommitError::Absent));
    assert_eq!(repository.read_at(&old, "docs"), Err(CommitError::NotAFile));
    assert_eq!(repository.read_at(&old, "docs/*"), Err(CommitError::Absent), "paths are no patterns");
    assert_eq!(repository.read_at(&old, ":(top)docs/a b.md"), Err(CommitError::Absent));
}

#[test]
fn what_is_no_commit_never_reaches_git_as_an_option() {
    let (dir, repository) = repository();
    let old = commit(dir.path());
    let target = dir.path().join("written");
    for commit in [
        format!("--output={}", target.display()),
        "HEAD".into(),
        "-h".into(),
        old[..12].into(),
        String::new(),
    ] {
        assert_eq!(repository.read_at(&commit, "docs/a b.md"), Err(CommitError::UnknownCommit), "{commit}");
    }
    assert!(!target.exists());
    assert_eq!(repository.read_at(&"0".repeat(40), "docs/a b.md"), Err(CommitError::UnknownCommit));
    git(dir.path(), &["tag", "-a", "v1", "-m", "v1"]);
    let tag = git(dir.path(), &["rev-parse", "v1"]);
    assert_eq!(
        repository.read_at(&tag, "docs/a b.md"),
        Err(CommitError::UnknownCommit),
        "a tag is no commit"
    );
}

#[test]
fn a_commit_that_only_a_fork_holds_is_dangling() {
    let (dir, repository) = repository();
    let main = commit(dir.path());
    git(dir.path(), &["checkout", "-q", "-b", "side"]);
    fs::write(dir.path().join("docs/a b.md"), "fork").unwrap();
    let fork = commit(dir.path());
    git(dir.path(), &["checkout", "-q", "main"]);
    git(dir.path(), &["update-ref", "refs/pull/1/head", &fork]);
    assert_eq!(repository.read_at(&fork, "docs/a b.md"), Ok(b"fork".to_vec()), "a branch holds it");
    git(dir.path(), &["branch", "-q", "-D", "side"]);
    let again = Git::new(dir.path().canonicalize().unwrap());
    assert_eq!(again.read_at(&fork, "docs/a b.md"), Err(CommitError::Dangling));
    git(dir.path(), &["checkout", "-q", "--detach", &fork]);
    git(dir.path(), &["update-ref", "-d", "refs/heads/main"]);
    let detached = Git::new(dir.path().canonicalize().unwrap());
    assert_eq!(detached.read_at(&fork, "docs/a b.md"), Err(CommitError::Dangling), "a checkout is no branch");
    git(dir.path(), &["update-ref", "refs/remotes/pull/1/merge", &fork]);
    let pull = Git::new(dir.path().canonicalize().unwrap());
    assert_eq!(pull.read_at(&fork, "docs/a b.md"), Err(CommitError::Dangling), "nor is a pull request");
    git(dir.path(), &["update-ref", "refs/remotes/origin/main", &main]);
    let cloned = Git::new(dir.path().canonicalize().unwrap());
    assert!(cloned.read_at(&main, "docs/a b.md").is_ok());
}

#[test]
fn pull_requests_do_not_hide_the_branch_that_holds_a_commit() {
    let (dir, repository) = repository();
    let main = commit(dir.path());
    git(dir.path(), &["checkout", "-q", "--detach"]);
    git(dir.path(), &["update-ref", "-d", "refs/heads/main"]);
    for number in 100..220 {
        git(dir.path(), &["update-ref", &format!("refs/remotes/pull/{number}/merge"), &main]);
    }
    assert_eq!(repository.read_at(&main, "docs/a b.md"), Err(CommitError::Dangling));
    for branch in ["refs/remotes/upstream/main", "refs/remotes/origin/main", "refs/tags/v1"] {
        git(dir.path(), &["update-ref", branch, &main]);
        let again = Git::new(dir.path().canonicalize().unwrap());
        assert!(again.read_at(&main, "docs/a b.md").is_ok(), "{branch}");
        git(dir.path(), &["update-ref", "-d", branch]);
    }
}

#[cfg(unix)]
#[test]
fn links_and_submodules_are_no_files() {
    let (dir, repository) = repository();
    std::os::unix::fs::symlink("/etc/passwd", dir.path().join("docs/link")).unwrap();
    let first = commit(dir.path());
    git(dir.path(), &["update-index", "--add", "--cacheinfo", &format!("160000,{first},sub")]);
    git(dir.path(), &["commit", "-q", "-m", "s"]);
    let second = git(dir.path(), &["rev-parse", "HEAD"]);
    assert_eq!(repository.read_at(&second, "docs/link"), Err(CommitError::NotAFile));
    assert_eq!(repository.read_at(&second, "sub"), Err(CommitError::NotAFile));
    assert!(repository.read_at(&second, "sub/a").is_err());
    assert_eq!(repository.read_at(&second, "docs/link/x"), Err(CommitError::Absent));
}

#[test]
fn a_file_that_is_too_large_is_cut_off() {
    let (dir, repository) = repository();
    let large = fs::File::create(dir.path().join("large")).unwrap();
    large.set_len(MAX_FILE_BYTES as u64 + 1).unwrap();
    let commit = commit(dir.path());
    assert_eq!(repository.read_at(&commit, "large"), Err(CommitError::TooLarge(16)));
}

#[test]
fn a_shallow_clone_lacks_what_is_older() {
    let (dir, _) = repository();
    let old = commit(dir.path());
    commit(dir.path());
    let clone = tempfile::tempdir().unwrap();
    let url = format!("file://{}", dir.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", &url, "."]);
    let shallow = Git::new(clone.path().canonicalize().unwrap());
    assert_eq!(shallow.read_at(&old, "docs/a b.md"), Err(CommitError::UnknownCommit));
}

#[test]
fn a_directory_that_is_no_clone_is_said_to_be_none() {
    let dir = tempfile::tempdir().unwrap();
    let outside = Git::new(dir.path().canonicalize().unwrap());
    let Err(CommitError::Unavailable(message)) = outside.read_at(&"0".repeat(40), "a") else { panic!() };
    assert!(message.contains("no clone"), "{message}");
}

#[cfg(unix)]
#[test]
fn a_checkout_of_another_user_is_read() {
    let (dir, repository) = repository();
    let old = commit(dir.path());
    let given_away = Command::new("chown").args(["-R", "65534"]).arg(dir.path()).output().unwrap();
    // Only root can give a file away; everyone else has nothing to test here.
    if given_away.status.success() {
        assert_eq!(repository.read_at(&old, "docs/a b.md"), Ok(b"old".to_vec()));
    }
}
