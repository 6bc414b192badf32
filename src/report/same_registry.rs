//! Whether the registry of an example is the one that assesses itself: "how other registries did it" leaves that one out.

use crate::links::host::{bare, is_within};
use crate::principles::Catalogue;
use crate::text::fold::fold;
use std::collections::BTreeSet;
use url::Url;

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
/// So much of a name is looked at, in characters: no registry is called longer, and each word is held against each example's.
const LONGEST: usize = 200;
/// Hosts that many projects share.
const SHARED: &[&str] = &["bitbucket.org", "codeberg.org", "github.blog", "github.com", "gitlab.com"];

/// The examples of a catalogue that are of the registry which assesses itself.
#[derive(Debug, Default)]
pub struct Own<'a> {
    registries: BTreeSet<&'a str>,
}

impl<'a> Own<'a> {
    /// Those of the registry that is declared with this name and this home page: the words of one name stand in the other (or nearly all
    /// of many), or an example of that name leads to the host of the home page or below it.
    ///
    /// In doubt it is the same: an example too few misleads nobody.
    #[must_use]
    pub fn new(name: Option<&str>, url: Option<&str>, catalogue: &'a Catalogue) -> Self {
        let name = name.map(|name| words(beginning(name)));
        let home = url.and_then(host).filter(|host| !SHARED.contains(&host.as_str()));
        let mut registries = BTreeSet::new();
        for example in catalogue.requirements.iter().flat_map(|it| it.examples.iter()) {
            let is_named = || name.as_ref().is_some_and(|name| is_same_name(name, &words(&example.registry)));
            let is_at_home = |home: &String| host(&example.url).is_some_and(|it| is_within(&it, home));
            if !registries.contains(&*example.registry)
                && (home.as_ref().is_some_and(is_at_home) || is_named())
            {
                registries.insert(&*example.registry);
            }
        }
        Self { registries }
    }

    /// Whether `example`, the name of a registry in the catalogue, is one of them.
    #[must_use]
    pub fn is(&self, example: &str) -> bool {
        self.registries.contains(example)
    }
}

/// As much of a name as is looked at, without the word that it is cut in.
fn beginning(name: &str) -> &str {
    let Some((end, _)) = name.char_indices().nth(LONGEST) else { return name };
    let kept = &name[..end];
    kept.rfind(|c: char| !c.is_alphanumeric()).map_or(kept, |end| &kept[..end])
}

fn is_same_name(one: &[String], other: &[String]) -> bool {
    let stands_in = |few: &[String], many: &[String]| few.iter().all(|word| many.contains(word));
    if one.is_empty() || other.is_empty() {
        return one == other;
    }
    let shared = one.iter().filter(|word| other.contains(word)).count();
    let is_nearly = shared >= ENOUGH && 2 * shared > one.len().max(other.len());
    stands_in(one, other) || stands_in(other, one) || one.concat() == other.concat() || is_nearly
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

/// The host of an address; `None` where it is none of the open network.
fn host(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    bare(&url).filter(|host| host.contains('.')).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Own;
    use crate::declaration::decode;
    use crate::principles::LATEST;
    use crate::text::pace::growth;
    use std::collections::BTreeSet;

    /// The names of the catalogue's examples that are taken for this registry.
    fn own(name: Option<&str>, url: Option<&str>) -> Vec<String> {
        let names: BTreeSet<&str> =
            LATEST.requirements.iter().flat_map(|it| it.examples.iter()).map(|it| &*it.registry).collect();
        let own = Own::new(name, url, LATEST);
        names.into_iter().filter(|it| own.is(it)).map(str::to_owned).collect()
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

    #[test]
    fn only_the_beginning_of_a_name_is_looked_at() {
        let [long, longer] = [1_000, 100_000].map(|words| "Acme ".repeat(words) + "PyPI");
        assert_eq!(own(Some(&format!("PyPI {longer}")), None), ["PyPI"]);
        assert_eq!(own(Some(&longer), None), [""; 0]);
        assert_eq!(own(Some(&"n".repeat(1_000)), None), [""; 0]);
        let new = |name: &str| drop(Own::new(Some(name), None, LATEST));
        let grown = growth(|| new(&long), || new(&longer));
        assert!(grown < 10.0, "a name a hundred times as long takes {grown} times as long");
    }
}
