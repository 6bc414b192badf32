//! Names of a directory, compared without regard to case.

use cap_fs_ext::DirExt;
use cap_std::fs::Dir;
use unicode_normalization::UnicodeNormalization;

/// The names as the tree has them, where it has each of them in some case; the exact one first, else the first in order.
pub(super) fn ignoring_case(dir: &Dir, names: &[&str]) -> Option<Vec<String>> {
    let (first, rest) = names.split_first()?;
    let wanted = folded(first);
    let mut same: Vec<String> = all(dir).into_iter().filter(|name| folded(name) == wanted).collect();
    same.sort_by_key(|name| (name != first, name.clone()));
    if rest.is_empty() {
        return same.into_iter().next().map(|name| vec![name]);
    }
    same.into_iter().find_map(|name| {
        // A link is not followed, not even to be helpful.
        let inside = dir.open_dir_nofollow(&name).ok()?;
        let mut right = vec![name];
        right.extend(ignoring_case(&inside, rest)?);
        Some(right)
    })
}

/// Whether a directory has exactly this name.
pub(super) fn has_exactly(dir: &Dir, wanted: &str) -> bool {
    // macOS may hand out the letters of a name taken apart.
    let wanted: String = wanted.nfc().collect();
    all(dir).iter().any(|name| name.nfc().eq(wanted.chars()))
}

/// Names that are no Unicode cannot be written in a declaration.
fn all(dir: &Dir) -> Vec<String> {
    let entries = dir.entries().into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}
