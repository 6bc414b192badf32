//! The files of a tree, to suggest where a missing one went. Bounded, and in an order that every machine shares.

use cap_fs_ext::DirExt;
use cap_std::fs::Dir;
use std::collections::HashMap;

/// How many entries are looked at.
const MAX_ENTRIES: usize = 20_000;
/// How deep.
const MAX_DEPTH: usize = 32;
/// How many files are suggested.
const MAX_CANDIDATES: usize = 200;
/// Directories of tools: what is in them was made from or belongs to something else.
const SKIPPED: [&str; 3] = [".git", "target", "node_modules"];

/// The files of a tree, in order.
pub(super) fn files(top: &Dir) -> Files {
    let mut walk = Walk { files: Vec::new(), entries: 0 };
    walk.directory(top, "", 0);
    Files::new(walk.files)
}

/// Files by name and by extension, both without regard to case, so that many misses need no walk over all of them.
#[derive(Debug)]
pub(super) struct Files {
    paths: Vec<String>,
    by_name: HashMap<String, Vec<usize>>,
    by_extension: HashMap<String, Vec<usize>>,
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

impl Files {
    fn new(paths: Vec<String>) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_extension: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, path) in paths.iter().enumerate() {
            let name = name(path).to_ascii_lowercase();
            if let Some(extension) = extension(&name) {
                by_extension.entry(extension.to_owned()).or_default().push(index);
            }
            by_name.entry(name).or_default().push(index);
        }
        Self { paths, by_name, by_extension }
    }

    /// The files that a missing one may have become: those of its name first, those of its extension then.
    pub(super) fn candidates(&self, path: &str) -> Vec<String> {
        let wanted = name(path).to_ascii_lowercase();
        let same_name = self.by_name.get(&wanted).into_iter().flatten();
        let same_kind = extension(&wanted).and_then(|extension| self.by_extension.get(extension));
        // At most as many are passed over as were taken before.
        let same_kind = same_kind
            .into_iter()
            .flatten()
            .filter(|index| !name(&self.paths[**index]).eq_ignore_ascii_case(&wanted));
        let files = same_name.chain(same_kind).map(|index| &self.paths[*index]);
        files.filter(|file| *file != path).take(MAX_CANDIDATES).cloned().collect()
    }
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}
