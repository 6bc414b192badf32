//! The directory of a cache: only this user may look into it, no link is followed, and files are written whole.

use super::OLDEST;
use crate::text::hash::is_sha256;
use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};
use std::fs::DirBuilder;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

/// The folder of answers inside the directory that was named: what else is there stays as it is.
const FOLDER: &str = "answers";
/// The largest entry, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;
/// How much is kept, in bytes.
const MOST: u64 = 256 * 1024 * 1024;
/// How much is left where there was more, so that not every answer makes the directory be read.
const LEFT: u64 = MOST / 4 * 3;
/// How long a file that was not written to its end may be somebody's who is still writing.
const WRITING: Duration = Duration::from_hours(1);

#[derive(Debug)]
pub(super) struct Directory {
    folder: Dir,
    /// Bytes of all entries, once they were counted.
    total: Mutex<Option<u64>>,
    most: u64,
}

/// An entry in the directory.
struct Listed {
    name: String,
    size: u64,
    changed: SystemTime,
    is_whole: bool,
}

impl Directory {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)?;
        let outer = Dir::open_ambient_dir(path, ambient_authority())?;
        #[cfg(unix)]
        is_own(&outer)?;
        Ok(Self { folder: folder(&outer)?, total: Mutex::new(None), most: MOST })
    }

    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut options = OpenOptions::new();
        // A pipe put there must not hold the run up.
        options.read(true).follow(FollowSymlinks::No).nonblock(true);
        let file = self.folder.open_with(name, &options).ok()?;
        let metadata = file.metadata().ok()?;
        if !metadata.is_file() {
            return None;
        }
        // Somebody else may have put it there before the folder was closed.
        #[cfg(unix)]
        if !is_of_user(&metadata) {
            return None;
        }
        let mut bytes = Vec::new();
        file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() <= LARGEST).then_some(bytes)
    }

    pub(super) fn remove(&self, name: &str) {
        // What cannot be removed is looked at again next time.
        let _ = self.folder.remove_file_or_symlink(name);
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8], now: SystemTime) {
        if bytes.len() > LARGEST {
            return;
        }
        let size = bytes.len() as u64;
        self.make_room(size, now);
        // Two runs may write the same entry: each to a file of its own.
        let beside = format!("{name}.{}.new", std::process::id());
        self.remove(&beside);
        if self
            .write_beside(&beside, bytes)
            .and_then(|()| self.folder.rename(&beside, &self.folder, name))
            .is_err()
        {
            self.remove(&beside);
        }
    }

    fn write_beside(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).follow(FollowSymlinks::No);
        #[cfg(unix)]
        cap_std::fs::OpenOptionsExt::mode(&mut options, 0o600);
        self.folder.open_with(name, &options)?.write_all(bytes)
    }

    /// Counts what is there the first time, and drops the oldest entries where the total would be too large.
    fn make_room(&self, more: u64, now: SystemTime) {
        let Ok(mut total) = self.total.lock() else { return };
        let so_far = match *total {
            Some(counted) => counted,
            None => self.sweep(u64::MAX, now),
        };
        let after = so_far.saturating_add(more);
        *total =
            Some(if after > self.most { self.sweep(LEFT.min(self.most / 4 * 3), now) + more } else { after });
    }

    /// Drops what is too old, what was left half written, and the oldest entries beyond a size; returns the bytes that stay.
    fn sweep(&self, most: u64, now: SystemTime) -> u64 {
        let mut listed = self.list();
        listed.sort_by_key(|entry| std::cmp::Reverse(entry.changed));
        let mut stay = 0;
        for entry in listed {
            let age = now.duration_since(entry.changed).unwrap_or_default();
            let keep =
                if entry.is_whole { age <= OLDEST && stay + entry.size <= most } else { age <= WRITING };
            if keep {
                stay += entry.size;
            } else {
                self.remove(&entry.name);
            }
        }
        stay
    }

    /// The files that entries are, or were to become. Others are none of ours.
    fn list(&self) -> Vec<Listed> {
        let entries = self.folder.entries().into_iter().flatten().flatten();
        let ours = entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let (hash, is_whole) = match name.split_once('.') {
                None => (name.as_str(), true),
                Some((hash, end)) if end.rsplit('.').next() == Some("new") => (hash, false),
                Some(_) => return None,
            };
            if !is_sha256(hash) {
                return None;
            }
            let metadata = entry.metadata().ok()?;
            let changed = metadata.modified().ok()?.into_std();
            Some(Listed { size: metadata.len(), changed, is_whole, name })
        });
        ours.collect()
    }

    #[cfg(test)]
    pub(super) fn bounded(mut self, most: u64) -> Self {
        self.most = most;
        self
    }
}

/// The folder of answers, made where it is not there, and closed to everybody else.
fn folder(outer: &Dir) -> io::Result<Dir> {
    #[cfg_attr(not(unix), allow(unused_mut, reason = "only Unix has a mode to give"))]
    let mut builder = cap_std::fs::DirBuilder::new();
    #[cfg(unix)]
    cap_std::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match outer.create_dir_with(FOLDER, &builder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let folder = outer.open_dir_nofollow(FOLDER)?;
    #[cfg(unix)]
    {
        use cap_std::fs::{Permissions, PermissionsExt};
        belongs(&folder)?;
        if folder.dir_metadata()?.permissions().mode() & 0o077 != 0 {
            outer.set_permissions(FOLDER, Permissions::from_mode(0o700))?;
        }
    }
    Ok(folder)
}

/// What others may write is no cache: an answer that they put there would be believed without a request.
#[cfg(unix)]
fn is_own(directory: &Dir) -> io::Result<()> {
    use cap_std::fs::PermissionsExt;
    belongs(directory)?;
    let mode = directory.dir_metadata()?.permissions().mode() & 0o7777;
    if mode & 0o022 == 0 {
        return Ok(());
    }
    let why = format!(
        "others may write there (its mode is {mode:o}), and what they put there would be believed: take the right from them \
         (`chmod go-w`), or name a directory that is not there yet"
    );
    Err(io::Error::new(io::ErrorKind::PermissionDenied, why))
}

/// Whether a directory is the user's own.
#[cfg(unix)]
fn belongs(directory: &Dir) -> io::Result<()> {
    if is_of_user(&directory.dir_metadata()?) {
        return Ok(());
    }
    let why = "it belongs to another user, who could put answers there that would be believed: name a directory of your own, or one \
               that is not there yet";
    Err(io::Error::new(io::ErrorKind::PermissionDenied, why))
}

#[cfg(unix)]
fn is_of_user(metadata: &cap_std::fs::Metadata) -> bool {
    cap_std::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw()
}
