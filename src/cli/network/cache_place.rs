//! Where a system keeps caches of one user.

use std::ffi::OsString;
use std::path::PathBuf;

/// The name of this program's directory there.
const NAME: &str = "package-repo-security";

/// Systems that keep caches in different places.
#[derive(Clone, Copy)]
pub(super) enum System {
    Windows,
    MacOs,
    /// What follows the XDG Base Directory Specification.
    Other,
}

impl System {
    pub(super) const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::MacOs
    } else {
        Self::Other
    };
}

/// The directory, from the variables of the environment; without them there is none.
pub(super) fn directory(system: System, get: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| get(name).map(PathBuf::from).filter(|path| !path.as_os_str().is_empty());
    // A relative one would lie in the tree that is checked. XDG says that it is to be ignored.
    let absolute = |name| set(name).filter(|path| path.has_root());
    let caches = match system {
        System::Windows => return Some(set("LOCALAPPDATA")?.join(NAME).join("cache")),
        System::MacOs => {
            absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join("Library/Caches")))
        }
        System::Other => absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache"))),
    };
    Some(caches?.join(NAME))
}

#[cfg(test)]
mod tests {
    use super::{System, directory};

    fn at(system: System, variables: &[(&str, &str)]) -> Option<String> {
        let get =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        Some(directory(system, &get)?.to_str().unwrap().replace('\\', "/"))
    }

    #[test]
    fn each_system_has_its_own_place() {
        let home = ("HOME", "/home/a");
        let other = |variables: &[(&str, &str)]| at(System::Other, variables);
        assert_eq!(other(&[home]).as_deref(), Some("/home/a/.cache/package-repo-security"));
        assert_eq!(other(&[home, ("XDG_CACHE_HOME", "/c")]).as_deref(), Some("/c/package-repo-security"));
        for odd in ["", "relative"] {
            let here = other(&[home, ("XDG_CACHE_HOME", odd)]);
            assert_eq!(here.as_deref(), Some("/home/a/.cache/package-repo-security"), "{odd}");
            assert_eq!(other(&[("HOME", odd)]), None, "{odd}");
        }
        assert_eq!(other(&[]), None);
        let mac = at(System::MacOs, &[home]);
        assert_eq!(mac.as_deref(), Some("/home/a/Library/Caches/package-repo-security"));
        let windows = at(System::Windows, &[("LOCALAPPDATA", "C:/Users/a/AppData/Local"), home]);
        assert_eq!(windows.as_deref(), Some("C:/Users/a/AppData/Local/package-repo-security/cache"));
        assert_eq!(at(System::Windows, &[home]), None);
    }
}
