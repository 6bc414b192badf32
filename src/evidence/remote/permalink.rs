//! Addresses on GitHub, rewritten: to the commit that a branch leads to, to the repository's new name.

use crate::evidence::fragment::percent_decoded;
use crate::links::github::RepositoryName;
use url::Url;

/// The address with a branch or tag replaced by a commit; `None` where the branch does not stand in it.
pub(super) fn at_commit(address: &str, reference: &str, commit: &str) -> Option<String> {
    let (written, fragment) = divided(address);
    let mut url = Url::parse(written).ok()?;
    let segments: Vec<String> = url.path_segments()?.map(str::to_owned).collect();
    // `/owner/name/blob/REFERENCE/…`; files as they are have their own host and no `blob`.
    let first = if url.host_str()?.starts_with("raw.") { 2 } else { 3 };
    let end = (first + 1..=segments.len()).find(|end| {
        let joined = segments[first..*end].iter().map(|it| percent_decoded(it)).collect::<Vec<_>>().join("/");
        let short =
            joined.strip_prefix("refs/heads/").or(joined.strip_prefix("refs/tags/")).unwrap_or(&joined);
        joined == reference || short == reference
    })?;
    let mut kept: Vec<&str> = segments[..first].iter().map(String::as_str).collect();
    kept.push(commit);
    kept.extend(segments[end..].iter().map(String::as_str));
    url.set_path(&kept.join("/"));
    Some(with(&url, fragment))
}

/// The address in a repository of another name.
pub(super) fn in_repository(address: &str, name: &RepositoryName) -> Option<String> {
    let (written, fragment) = divided(address);
    let mut url = Url::parse(written).ok()?;
    let rest: Vec<String> = url.path_segments()?.skip(2).map(str::to_owned).collect();
    let mut path = format!("{}/{}", name.owner, name.name);
    for segment in rest {
        path.push('/');
        path.push_str(&segment);
    }
    url.set_path(&path);
    Some(with(&url, fragment))
}

/// Another address with the fragment of this one, unless it has its own.
pub(super) fn moved(address: &str, to: &Url) -> String {
    let (_, fragment) = divided(address);
    with(to, fragment.filter(|_| to.fragment().is_none()))
}

fn divided(address: &str) -> (&str, Option<&str>) {
    address.split_once('#').map_or((address, None), |(written, fragment)| (written, Some(fragment)))
}

fn with(url: &Url, fragment: Option<&str>) -> String {
    fragment.map_or_else(|| url.to_string(), |fragment| format!("{url}#{fragment}"))
}

#[cfg(test)]
mod tests {
    use super::{at_commit, in_repository, moved};
    use crate::links::github::RepositoryName;

    #[test]
    fn only_the_branch_is_replaced() {
        for (address, reference, at) in [
            (
                "https://github.com/o/r/blob/main/a/main.md?plain=1#L1-L2",
                "main",
                "https://github.com/o/r/blob/C/a/main.md?plain=1#L1-L2",
            ),
            (
                "https://github.com/o/r/blob/feature/x/a%20b.md",
                "feature/x",
                "https://github.com/o/r/blob/C/a%20b.md",
            ),
            (
                "https://github.com/o/r/blob/feature%2Fx/a.md",
                "feature/x",
                "https://github.com/o/r/blob/C/a.md",
            ),
            ("https://github.com/o/r/tree/HEAD", "HEAD", "https://github.com/o/r/tree/C"),
            (
                "https://raw.githubusercontent.com/o/r/main/a",
                "main",
                "https://raw.githubusercontent.com/o/r/C/a",
            ),
            (
                "https://raw.githubusercontent.com/o/r/refs/heads/main/a",
                "main",
                "https://raw.githubusercontent.com/o/r/C/a",
            ),
        ] {
            assert_eq!(at_commit(address, reference, "C").as_deref(), Some(at), "{address}");
        }
        assert_eq!(at_commit("https://github.com/o/r/blob/main/a", "other", "C"), None);
        assert_eq!(at_commit("https://github.com/o/r", "main", "C"), None);
    }

    #[test]
    fn a_new_name_keeps_the_rest() {
        let name = RepositoryName { owner: "eclipse-openvsx".into(), name: "openvsx".into() };
        assert_eq!(
            in_repository("https://github.com/eclipse/openvsx/pull/7?w=1#discussion_r1", &name).unwrap(),
            "https://github.com/eclipse-openvsx/openvsx/pull/7?w=1#discussion_r1"
        );
        assert_eq!(
            in_repository("https://github.com/a/b", &name).unwrap(),
            "https://github.com/eclipse-openvsx/openvsx"
        );
    }

    #[test]
    fn fragments_go_along() {
        let to = "https://b.example/new".parse().unwrap();
        assert_eq!(moved("https://b.example/old#a", &to), "https://b.example/new#a");
        let own = "https://b.example/new#x".parse().unwrap();
        assert_eq!(moved("https://b.example/old#a", &own), "https://b.example/new#x");
    }
}
