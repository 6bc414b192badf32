//! The files of a tree, to suggest where a missing one went. Bounded, and in an order that every machine shares.

use cap_fs_ext::DirExt;
use cap_std::fs::Dir;

/// How many entries are looked at.
const MAX_ENTRIES: usize = 20_000;
/// How deep.
const MAX_DEPTH: usize = 32;
/// How many files are suggested.
const MAX_CANDIDATES: usize = 200;
/// Directories of tools: what is in them was made from or belongs to something else.
const SKIPPED: [&str; 3] = [".git", "target", "node_modules"];

/// The files of a tree, in order.
pub(super) fn files(top: &Dir) -> Vec<String> {
    let mut walk = Walk { files: Vec::new(), entries: 0 };
    walk.directory(top, "", 0);
    walk.files
}

struct Walk {
    files: Vec<String>,
    entries: usize,
}

impl Walk {
    fn directory(&mut self, dir: &Dir, prefix: &str, depth: usize) {
        let entries = dir.entries().into_iter().flatten().flatten();
        let mut names: Vec<(String, bool)> = entries
            .filter_map(|entry| {
                let kind = entry.file_type().ok().filter(|kind| kind.is_file() || kind.is_dir())?;
                Some((entry.file_name().into_string().ok()?, kind.is_dir()))
            })
            .collect();
        names.sort();
        for (name, is_dir) in names {
            self.entries += 1;
            if self.entries > MAX_ENTRIES {
                return;
            }
            let path = format!("{prefix}{name}");
            if !is_dir {
                self.files.push(path);
            } else if depth < MAX_DEPTH
                && !SKIPPED.contains(&name.as_str())
                && let Ok(inside) = dir.open_dir_nofollow(&name)
                && !super::is_repository(&inside)
            {
                self.directory(&inside, &format!("{path}/"), depth + 1);
            }
        }
    }
}

/// The files that a missing one may have become: those of its name first, those of its extension then.
pub(super) fn candidates(files: &[String], path: &str) -> Vec<String> {
    let wanted = name(path);
    let extension = extension(wanted);
    let others = files.iter().filter(|file| *file != path);
    let same_name = others.clone().filter(|file| name(file).eq_ignore_ascii_case(wanted));
    let same_kind = others.filter(|file| {
        let name = name(file);
        !name.eq_ignore_ascii_case(wanted)
            && extension
                .zip(self::extension(name))
                .is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    });
    same_name.chain(same_kind).take(MAX_CANDIDATES).cloned().collect()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}
