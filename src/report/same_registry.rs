//! Whether the registry of an example is the one that assesses itself: "how other registries did it" leaves that one out.

use crate::principles::Catalogue;
use crate::text::fold::fold;

/// Words that registries of every kind have in their names.
const COMMON: &[&str] = &[
    "a",
    "and",
    "example",
    "for",
    "index",
    "of",
    "official",
    "package",
    "packages",
    "public",
    "registry",
    "repository",
    "the",
    "unofficial",
];
/// Ends of domains, as names have them: `crates.io` is also called "crates".
const ENDS: &[&str] = &["com", "dev", "io", "net", "org"];
/// So many words in common, and more than half of both names, are no accident.
const ENOUGH: usize = 3;
/// Hosts that many projects share.
const SHARED: &[&str] = &["bitbucket.org", "codeberg.org", "github.blog", "github.com", "gitlab.com"];

/// Whether `example`, the name of a registry in the catalogue, names the registry that is declared with this name and this home
/// page: the words of one name stand in the other (or nearly all of many), or an example of that name leads to the host of the home page or below it.
///
/// In doubt it is the same: an example too few misleads nobody.
#[must_use]
pub fn is_same(name: Option<&str>, url: Option<&str>, example: &str, catalogue: &Catalogue) -> bool {
    if name.is_some_and(|name| is_same_name(name, example)) {
        return true;
    }
    let Some(home) = url.and_then(host).filter(|host| !SHARED.contains(&host.as_str())) else { return false };
    let is_at_home = |url: &str| {
        host(url).is_some_and(|host| {
            host.strip_suffix(&*home).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    };
    let of_that_name = catalogue.requirements.iter().flat_map(|it| it.examples.iter());
    of_that_name.filter(|it| &*it.registry == example).any(|it| is_at_home(&it.url))
}

fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let stands_in = |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
    if one.is_empty() || other.is_empty() {
        return one == other;
    }
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let is_nearly = shared >= ENOUGH && 2 * shared > one.len().max(other.len());
    stands_in(&one, &other) || stands_in(&other, &one) || one.concat() == other.concat() || is_nearly
}

/// The words that tell a name from others; all of them where none does.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let all = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all: Vec<String> = all.map(str::to_owned).collect();
    let telling = all.iter().enumerate().filter(|(index, word)| {
        let is_end = *index > 0 && ENDS.contains(&word.as_str());
        !is_end && !COMMON.contains(&word.as_str())
    });
    let telling: Vec<String> = telling.map(|(_, word)| word.clone()).collect();
    if telling.is_empty() { all } else { telling }
}

/// The host of an address, without `www.`, in lower case.
fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let rest = rest.split(['/', '?', '#']).next()?;
    let host = rest.rsplit('@').next()?.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.contains('.').then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::is_same;
    use crate::declaration::decode;
    use crate::principles::LATEST;
    use std::collections::BTreeSet;

    /// The names of the catalogue's examples that are taken for this registry.
    fn own(name: Option<&str>, url: Option<&str>) -> Vec<String> {
        let names: BTreeSet<&str> =
            LATEST.requirements.iter().flat_map(|it| it.examples.iter()).map(|it| &*it.registry).collect();
        names.into_iter().filter(|it| is_same(name, url, it, LATEST)).map(str::to_owned).collect()
    }

    #[test]
    fn no_example_is_told_how_another_registry_did_it_that_is_itself() {
        let mut seen = 0;
        for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap() {
            let path = file.unwrap().path();
            let Some(stem) = path.file_stem().and_then(|it| it.to_str()) else { continue };
            let expected = match stem {
                "crates-io" => "crates.io",
                "go" => "Go module proxy / checksum database",
                "homebrew" => "Homebrew",
                "maven-central" => "Maven Central",
                "minimal" => "",
                "npm" => "npm",
                "packagist" => "Packagist",
                "pub-dev" => "pub.dev",
                "pypi" => "PyPI",
                "rubygems" => "RubyGems.org",
                other => panic!("which registry is {other}?"),
            };
            let reading = crate::read::read("x.yml", &std::fs::read(&path).unwrap()).unwrap();
            let registry = decode(&reading.root).registry;
            let expected: Vec<String> =
                Some(expected.to_owned()).filter(|it| !it.is_empty()).into_iter().collect();
            let (name, url) = (registry.name.as_deref(), registry.url.as_deref());
            assert_eq!(own(name, url), expected, "{stem}");
            assert_eq!(own(name, None), expected, "{stem} by its name alone");
            seen += 1;
        }
        assert_eq!(seen, 10);
    }

    #[test]
    fn a_registry_is_known_by_its_longer_and_shorter_names() {
        for (name, expected) in [
            ("Python Package Index (PyPI)", "PyPI"),
            ("pypi.org", "PyPI"),
            ("The npm Registry", "npm"),
            ("NPM", "npm"),
            ("Go", "Go module proxy / checksum database"),
            ("Go module mirror and checksum database", "Go module proxy / checksum database"),
            ("The Central Repository", "Maven Central"),
            ("Maven Central Repository", "Maven Central"),
            ("RubyGems", "RubyGems.org"),
            ("Ruby Gems", "RubyGems.org"),
            ("Ruby Gems (unofficial example)", "RubyGems.org"),
            ("ｃｒａｔｅｓ．ｉｏ", "crates.io"),
            ("Homebrew core", "Homebrew"),
            ("pub", "pub.dev"),
        ] {
            assert_eq!(own(Some(name), None), [expected], "{name}");
        }
    }

    #[test]
    fn a_registry_is_known_by_its_home_page() {
        assert_eq!(own(Some("Python Package Index"), Some("https://pypi.org/")), ["PyPI"]);
        assert_eq!(own(Some("The registry of JavaScript"), Some("https://www.npmjs.com")), ["npm"]);
        assert_eq!(own(Some("The registry of JavaScript"), Some("https://user:pw@NPMJS.com:443/x")), ["npm"]);
    }

    #[test]
    fn other_registries_are_not_taken_for_one_of_them() {
        for (name, url) in [
            ("Acme Package Registry", "https://registry.acme.example/"),
            ("The Package Index", "https://github.com/acme/index"),
            ("Hex", "https://hex.pm/"),
            ("conda-forge", "https://conda-forge.org/"),
            ("NuGet.org", "https://nuget.org"),
            ("Hackage", "https://notpypi.org/"),
            ("", "nonsense"),
        ] {
            assert_eq!(own(Some(name), Some(url)), [""; 0], "{name}");
        }
        assert_eq!(own(None, None), [""; 0]);
    }
}
