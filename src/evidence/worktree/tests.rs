use super::WorkTree;
use crate::evidence::repository::{FileError, MAX_FILE_BYTES, Repository};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn tree(files: &[&str]) -> (TempDir, WorkTree) {
    let dir = tempfile::tempdir().unwrap();
    for file in files {
        write(dir.path(), file, "x");
    }
    let tree = WorkTree::open(dir.path()).unwrap();
    (dir, tree)
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn plain_files_are_read_and_others_are_named() {
    let (dir, tree) = tree(&["docs/Help.md", "docs/deep/a.txt", "--output=x"]);
    assert_eq!(tree.read("docs/Help.md"), Ok(b"x".to_vec()));
    assert_eq!(tree.read("--output=x"), Ok(b"x".to_vec()));
    assert_eq!(tree.read("docs/none.md"), Err(FileError::Absent));
    assert_eq!(tree.read("none/none.md"), Err(FileError::Absent));
    assert_eq!(tree.read("docs/Help.md/x"), Err(FileError::Absent));
    assert_eq!(tree.read("docs"), Err(FileError::NotAFile));
    let large = fs::File::create(dir.path().join("large")).unwrap();
    large.set_len(MAX_FILE_BYTES as u64 + 1).unwrap();
    assert_eq!(tree.read("large"), Err(FileError::TooLarge(16)));
}

#[test]
fn a_name_in_other_case_is_named_as_the_tree_has_it() {
    let (_dir, tree) = tree(&["docs/Help.md", "docs/Deep/a.txt"]);
    assert_eq!(tree.read("docs/help.md"), Err(FileError::OtherCase("docs/Help.md".to_owned())));
    assert_eq!(tree.read("DOCS/deep/A.txt"), Err(FileError::OtherCase("docs/Deep/a.txt".to_owned())));
    assert_eq!(tree.read("DOCS/none"), Err(FileError::Absent));
}

#[test]
fn nothing_outside_the_tree_is_reached() {
    let (dir, tree) = tree(&["a"]);
    write(dir.path(), ".git/config", "x");
    for path in ["../a", "/etc/passwd", ".git/config", ".GIT/config", "a/../a", "~/a", ""] {
        assert!(matches!(tree.read(path), Err(FileError::Refused(_))), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_pipes_are_not_waited_for() {
    use std::os::unix::fs::symlink;
    let (dir, tree) = tree(&["docs/a"]);
    symlink("/etc/passwd", dir.path().join("docs/passwd")).unwrap();
    symlink("docs", dir.path().join("link")).unwrap();
    symlink("nowhere", dir.path().join("broken")).unwrap();
    assert_eq!(tree.read("docs/passwd"), Err(FileError::Link("docs/passwd".to_owned())));
    assert_eq!(tree.read("link/a"), Err(FileError::Link("link".to_owned())));
    assert_eq!(tree.read("broken"), Err(FileError::Link("broken".to_owned())));
    assert_eq!(tree.read("LINK/a"), Err(FileError::Absent));
    let made = std::process::Command::new("mkfifo").arg(dir.path().join("pipe")).status().unwrap();
    assert!(made.success());
    assert_eq!(tree.read("pipe"), Err(FileError::NotAFile));
    assert_eq!(tree.candidates("x/a"), ["docs/a"]);
}

#[test]
fn submodules_are_other_repositories() {
    let (dir, tree) = tree(&["vendor/lib/a.md", "vendor/lib/.git", "docs/b.md"]);
    let submodule = Err(FileError::Submodule("vendor/lib".to_owned()));
    assert_eq!(tree.read("vendor/lib/a.md"), submodule);
    assert_eq!(tree.read("vendor/lib"), submodule);
    assert_eq!(tree.candidates("x.md"), ["docs/b.md"]);
    write(dir.path(), ".gitmodules", "[submodule \"e\"]\n\tpath = vendor/empty\n");
    fs::create_dir(dir.path().join("vendor/empty")).unwrap();
    assert_eq!(tree.read("vendor/empty/a.md"), Err(FileError::Submodule("vendor/empty".to_owned())));
    assert_eq!(tree.read("vendor/emptyish"), Err(FileError::Absent));
}

#[test]
fn candidates_are_the_same_name_first_and_then_the_same_kind() {
    let (_dir, tree) = tree(&[
        "z/help.md",
        "a/HELP.md",
        "b/other.md",
        "b/other.txt",
        "node_modules/help.md",
        ".git/help.md",
    ]);
    assert_eq!(tree.candidates("docs/help.md"), ["a/HELP.md", "z/help.md", "b/other.md"]);
    assert_eq!(tree.candidates("b/other.txt"), [] as [&str; 0]);
}

#[test]
fn what_the_tree_has_is_looked_up_once() {
    let (dir, tree) = tree(&["docs/Help.md"]);
    write(dir.path(), ".gitmodules", "[submodule \"e\"]\n\tpath = vendor/one\n\tpath = a\n\tpath =\n");
    let one = Err(FileError::Submodule("vendor/one".to_owned()));
    let other_case = Err(FileError::OtherCase("docs/Help.md".to_owned()));
    assert_eq!(tree.read("vendor/one/a.md"), one);
    assert_eq!(tree.read("a"), Err(FileError::Submodule("a".to_owned())));
    assert_eq!(tree.read("docs/help.md"), other_case);
    assert_eq!(tree.candidates("help.md"), ["docs/Help.md"]);
    fs::remove_file(dir.path().join(".gitmodules")).unwrap();
    fs::remove_file(dir.path().join("docs/Help.md")).unwrap();
    assert_eq!(tree.read("vendor/one/a.md"), one);
    assert_eq!(tree.read("docs/help.md"), other_case);
    assert_eq!(tree.candidates("help.md"), ["docs/Help.md"]);
    assert_eq!(tree.read("docs/none.md"), Err(FileError::Absent));
}

#[test]
fn a_list_of_submodules_that_is_too_large_is_none() {
    let (dir, tree) = tree(&["x"]);
    write(dir.path(), ".gitmodules", &format!("path = a\n{}", "#".repeat(1024 * 1024)));
    assert_eq!(tree.read("a/b"), Err(FileError::Absent));
}
