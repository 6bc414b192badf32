//! Names of a directory, compared without regard to case.

use cap_fs_ext::DirExt;
use cap_std::fs::Dir;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;

/// How many names may be listed, in all directories together, to say that one differs in case. Past this a missing file is
/// only said to be missing.
const MAX_NAMES: usize = 100_000;
/// How many directories may be looked into for the same.
const MAX_VISITS: usize = 20_000;

/// The names of a directory by their folded form, in order.
type Listing = BTreeMap<String, Vec<String>>;

/// What was listed so far. Many items may miss in the same directory.
#[derive(Debug)]
pub(super) struct Listings {
    known: RefCell<BTreeMap<String, Rc<Listing>>>,
    names: Cell<usize>,
    visits: Cell<usize>,
}

impl Listings {
    pub(super) fn new() -> Self {
        Self { known: RefCell::default(), names: Cell::new(MAX_NAMES), visits: Cell::new(MAX_VISITS) }
    }

    /// The names as the tree has them, where it has each of them in some case; the exact one first, else the first in order.
    /// `path` is that of the directory, with a `/` at its end, or empty.
    pub(super) fn ignoring_case(&self, dir: &Dir, path: &str, names: &[&str]) -> Option<Vec<String>> {
        let (first, rest) = names.split_first()?;
        self.visits.set(self.visits.get().checked_sub(1)?);
        let listing = self.listing(dir, path)?;
        let same = listing.get(&folded(first))?;
        let exact = same.iter().filter(|name| name == first);
        let mut same = exact.chain(same.iter().filter(|name| name != first));
        if rest.is_empty() {
            return same.next().map(|name| vec![name.clone()]);
        }
        same.find_map(|name| {
            // A link is not followed, not even to be helpful.
            let inside = dir.open_dir_nofollow(name).ok()?;
            let mut right = vec![name.clone()];
            right.extend(self.ignoring_case(&inside, &format!("{path}{name}/"), rest)?);
            Some(right)
        })
    }

    /// `None` where there is nothing left to spend: half a listing would name another file than a whole one.
    fn listing(&self, dir: &Dir, path: &str) -> Option<Rc<Listing>> {
        if let Some(known) = self.known.borrow().get(path) {
            return Some(Rc::clone(known));
        }
        let left = self.names.get();
        let mut listing = Listing::new();
        let mut count = 0;
        for name in all(dir).take(left + 1) {
            count += 1;
            listing.entry(folded(&name)).or_default().push(name);
        }
        self.names.set(left.saturating_sub(count));
        if count > left {
            return None;
        }
        for same in listing.values_mut() {
            same.sort();
        }
        let listing = Rc::new(listing);
        self.known.borrow_mut().insert(path.to_owned(), Rc::clone(&listing));
        Some(listing)
    }
}

/// Whether a directory has exactly this name.
pub(super) fn has_exactly(dir: &Dir, wanted: &str) -> bool {
    // macOS may hand out the letters of a name taken apart.
    let wanted: String = wanted.nfc().collect();
    all(dir).any(|name| name.nfc().eq(wanted.chars()))
}

/// Names that are no Unicode cannot be written in a declaration.
fn all(dir: &Dir) -> impl Iterator<Item = String> {
    let entries = dir.entries().into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok())
}

fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::Listings;
    use cap_std::ambient_authority;
    use cap_std::fs::Dir;
    use std::fs;

    #[test]
    fn a_directory_is_listed_once_and_only_while_that_is_cheap() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir(top.path().join("docs")).unwrap();
        fs::write(top.path().join("docs/Help.md"), "x").unwrap();
        let dir = Dir::open_ambient_dir(top.path(), ambient_authority()).unwrap();
        let right = Some(vec!["docs".to_owned(), "Help.md".to_owned()]);
        let listings = Listings::new();
        let look = || listings.ignoring_case(&dir, "", &["DOCS", "help.md"]);
        assert_eq!(look(), right);
        let left = listings.names.get();
        assert_eq!(look(), right);
        assert_eq!(listings.names.get(), left, "nothing was listed again");
        listings.visits.set(1);
        assert_eq!(look(), None, "two directories are on the way");
        let poor = Listings::new();
        poor.names.set(1);
        assert_eq!(poor.ignoring_case(&dir, "", &["DOCS"]), Some(vec!["docs".to_owned()]));
        assert_eq!(poor.ignoring_case(&dir, "", &["DOCS", "help.md"]), None);
    }
}
