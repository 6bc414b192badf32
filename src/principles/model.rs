//! What a catalogue file holds. `build.rs` includes this file to turn `principles/*.yml` into statics of these very types,
//! so it knows nothing but serde and the standard library.

use std::borrow::Cow;

/// Text that is part of the binary, or was read from a `--principles` file.
pub type Text = Cow<'static, str>;
/// A list that is part of the binary, or was read from a `--principles` file.
pub type List<T> = Cow<'static, [T]>;

/// One published version of the framework.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The version as declarations name it: `v0.1`.
    pub version: Text,
    /// The framework's title.
    pub title: Text,
    /// When the framework's version was published: year and month.
    pub published: Text,
    /// Permanent link to the framework's document.
    pub source: Text,
    /// SPDX identifier of the licence of the framework's document.
    pub licence: Text,
    /// Who wrote the framework, and whose words the texts here are.
    pub attribution: Text,
    /// How long a review holds, in days.
    pub review_within_days: u32,
    /// The tracks, in the framework's order.
    pub tracks: List<Track>,
    /// The requirements, in the framework's order.
    pub requirements: List<Requirement>,
    /// Guides and standards that requirements refer to.
    pub references: List<Reference>,
}

/// A group of requirements with a level of its own.
#[derive(Clone, Debug)]
pub struct Track {
    /// The id: `authentication`.
    pub id: Text,
    /// The framework's heading.
    pub title: Text,
    /// Applies only to registries that have user accounts.
    pub needs_user_accounts: bool,
    /// Applies only to registries with one of these kinds of package; empty means all kinds.
    pub needs_packages: List<Text>,
    /// A registry that the taxonomy leaves out may opt in with `also-assess`.
    pub opt_in: bool,
    /// The level is the least over the primary clients.
    pub per_cli: bool,
}

/// One requirement of the framework.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The id, for ever: `mfa-required-all`.
    pub id: Text,
    /// The id of its track.
    pub track: Text,
    /// Its level, 1 to 3.
    pub level: u8,
    /// A short name.
    pub title: Text,
    /// What is asked, in the project's own words.
    pub text: Text,
    /// Permanent link to the lines of the framework.
    pub source: Text,
    /// The conditions that it falls into; empty where it is one condition.
    pub parts: List<Part>,
    /// When `not-applicable` is accepted; absent means never.
    pub na: Option<Text>,
    /// What a tool beside the client is worth: `partial` where the framework asks for the client itself.
    pub separate_tool: Option<Text>,
    /// Requirements that are met where this one is.
    pub implies: List<Text>,
    /// Kinds of evidence that make sense, best first.
    pub evidence: List<Text>,
    /// What a reviewer looks for.
    pub hint: Text,
    /// Ids of references.
    pub see: List<Text>,
    /// How registries met it.
    pub examples: List<Example>,
    /// How old the newest `as-of` of its evidence may be, in days.
    pub max_age_days: Option<u32>,
}

/// One condition of a requirement.
#[derive(Clone, Debug)]
pub struct Part {
    /// The id within the requirement: `safe-harbor`.
    pub id: Text,
    /// The condition.
    pub text: Text,
    /// When this part can be not applicable; absent means never.
    pub na: Option<Text>,
    /// The framework says "should" or "if possible": it never keeps an answer from `met`.
    pub optional: bool,
}

/// How a named registry met a requirement.
#[derive(Clone, Debug)]
pub struct Example {
    /// The registry's name.
    pub registry: Text,
    /// What it does, in one sentence.
    pub how: Text,
    /// Where that can be seen.
    pub url: Text,
    /// It holds only in part.
    pub partly: bool,
}

/// A guide or standard.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The id that `see` names.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Where it stands.
    pub url: Text,
}

/// The file as its authors write it: maps keyed by id, short forms, defaults.
pub mod file {
    use super::{Catalogue, Example, List, Part, Reference, Requirement, Text, Track};
    use serde::Deserialize;
    use std::fmt;
    use std::marker::PhantomData;

    /// A map whose order is the file's and whose keys are ids.
    #[derive(Debug)]
    pub struct Ordered<T>(pub Vec<(String, T)>);

    impl<T> Default for Ordered<T> {
        fn default() -> Self {
            Self(Vec::new())
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Entries<T>(PhantomData<T>);
            impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Entries<T> {
                type Value = Ordered<T>;
                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a map")
                }
                fn visit_map<M: serde::de::MapAccess<'de>>(
                    self,
                    mut map: M,
                ) -> Result<Self::Value, M::Error> {
                    let mut entries: Vec<(String, T)> = Vec::new();
                    while let Some((key, value)) = map.next_entry::<String, T>()? {
                        if entries.iter().any(|(known, _)| *known == key) {
                            return Err(serde::de::Error::custom(format!("`{key}` stands twice")));
                        }
                        entries.push((key, value));
                    }
                    Ok(Ordered(entries))
                }
            }
            deserializer.deserialize_map(Entries(PhantomData))
        }
    }

    /// A catalogue file.
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    pub struct CatalogueFile {
        version: String,
        title: String,
        published: String,
        source: String,
        licence: String,
        attribution: String,
        review_within_days: u32,
        tracks: Ordered<TrackFile>,
        requirements: Ordered<RequirementFile>,
        #[serde(default)]
        references: Ordered<ReferenceFile>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct TrackFile {
        title: String,
        #[serde(default)]
        when: When,
        #[serde(default)]
        opt_in: bool,
        per: Option<Per>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct When {
        #[serde(default)]
        user_accounts: Vec<bool>,
        #[serde(default)]
        packages: Vec<String>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Per {
        Cli,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct RequirementFile {
        track: String,
        level: u8,
        title: String,
        text: String,
        source: String,
        #[serde(default)]
        parts: Ordered<PartFile>,
        na: Option<String>,
        separate_tool: Option<String>,
        #[serde(default)]
        implies: Vec<String>,
        evidence: Vec<String>,
        hint: String,
        #[serde(default)]
        see: Vec<String>,
        #[serde(default)]
        examples: Vec<ExampleFile>,
        max_age_days: Option<u32>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum PartFile {
        Text(String),
        Full(PartMap),
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct PartMap {
        text: String,
        na: Option<String>,
        #[serde(default)]
        optional: bool,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct ExampleFile {
        registry: String,
        how: String,
        url: String,
        #[serde(default)]
        partly: bool,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct ReferenceFile {
        title: String,
        url: String,
    }

    fn text(text: String) -> Text {
        Text::Owned(text)
    }

    fn texts(texts: Vec<String>) -> List<Text> {
        List::Owned(texts.into_iter().map(Text::Owned).collect())
    }

    fn list<T: Clone, U>(entries: Vec<U>, each: impl FnMut(U) -> T) -> List<T> {
        List::Owned(entries.into_iter().map(each).collect())
    }

    impl From<CatalogueFile> for Catalogue {
        fn from(file: CatalogueFile) -> Self {
            Self {
                version: text(file.version),
                title: text(file.title),
                published: text(file.published),
                source: text(file.source),
                licence: text(file.licence),
                attribution: text(file.attribution),
                review_within_days: file.review_within_days,
                tracks: list(file.tracks.0, track),
                requirements: list(file.requirements.0, requirement),
                references: list(file.references.0, |(id, it)| Reference {
                    id: text(id),
                    title: text(it.title),
                    url: text(it.url),
                }),
            }
        }
    }

    fn track((id, it): (String, TrackFile)) -> Track {
        Track {
            id: text(id),
            title: text(it.title),
            needs_user_accounts: it.when.user_accounts == [true],
            needs_packages: texts(it.when.packages),
            opt_in: it.opt_in,
            per_cli: it.per == Some(Per::Cli),
        }
    }

    fn requirement((id, it): (String, RequirementFile)) -> Requirement {
        Requirement {
            id: text(id),
            track: text(it.track),
            level: it.level,
            title: text(it.title),
            text: text(it.text.trim_end().to_owned()),
            source: text(it.source),
            parts: list(it.parts.0, part),
            na: it.na.map(text),
            separate_tool: it.separate_tool.map(text),
            implies: texts(it.implies),
            evidence: texts(it.evidence),
            hint: text(it.hint.trim_end().to_owned()),
            see: texts(it.see),
            examples: list(it.examples, |it| Example {
                registry: text(it.registry),
                how: text(it.how.trim_end().to_owned()),
                url: text(it.url),
                partly: it.partly,
            }),
            max_age_days: it.max_age_days,
        }
    }

    fn part((id, it): (String, PartFile)) -> Part {
        let it = match it {
            PartFile::Text(text) => PartMap { text, na: None, optional: false },
            PartFile::Full(full) => full,
        };
        Part { id: text(id), text: text(it.text), na: it.na.map(text), optional: it.optional }
    }
}
