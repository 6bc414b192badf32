//! What kind of file a name stands for: decides what of it is rendered, and what a fragment can name in it.

/// A kind of text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Markdown.
    Markdown,
    /// HTML, which may have template tags in it.
    Html,
    /// HTML as a server sends it, for browsers: what it shows is what counts.
    Page,
    /// RSS or Atom: the text of its entries is what counts.
    Feed,
    /// A template of HTML with code in it.
    Template,
    /// reStructuredText.
    Rst,
    /// `AsciiDoc`.
    Asciidoc,
    /// Text without comments and without anchors.
    Text,
    /// Source code, configuration and everything unknown.
    Source,
}

const MARKDOWN: &[&str] = &["md", "markdown", "mdown", "mdx", "mkd", "mkdn", "qmd", "rmd"];
const HTML: &[&str] = &["html", "htm", "xhtml", "xht", "shtml"];
const RST: &[&str] = &["rst", "rest"];
const ASCIIDOC: &[&str] = &["adoc", "asciidoc"];
const TEXT: &[&str] = &[
    "txt", "text", "json", "jsonl", "csv", "tsv", "svg", "log", "org", "textile", "wiki", "pod", "rdoc",
    "tex",
];

/// Template languages whose files are HTML by themselves.
const TEMPLATE: &[&str] = &[
    "ejs",
    "eta",
    "handlebars",
    "hbs",
    "heex",
    "leex",
    "liquid",
    "marko",
    "mustache",
    "njk",
    "nunjucks",
    "php",
    "phtml",
    "razor",
    "rhtml",
    "svelte",
    "twig",
    "vm",
    "vue",
    "astro",
    "cshtml",
    "gohtml",
    "tera",
];

/// Template languages for files of any kind: the extension before theirs says which.
const WRAPPER: &[&str] = &["eex", "erb", "gotmpl", "j2", "jinja", "jinja2", "template", "tmpl", "tpl"];

/// Files that are code although they have no extension.
const CODE: &[&str] =
    &["dockerfile", "gemfile", "jenkinsfile", "justfile", "makefile", "procfile", "rakefile", "vagrantfile"];

impl Kind {
    /// The kind of a file, by its name.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        let Some((stem, extension)) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else {
            return if CODE.contains(&name.as_str()) || name.starts_with('.') {
                Self::Source
            } else {
                Self::Text
            };
        };
        if WRAPPER.contains(&extension) {
            return match stem.rsplit_once('.').map(|(_, inner)| Self::of_extension(inner)) {
                Some(Self::Markdown) => Self::Markdown,
                None | Some(Self::Html | Self::Template) => Self::Template,
                Some(other) => other,
            };
        }
        Self::of_extension(extension)
    }

    fn of_extension(extension: &str) -> Self {
        let is = |list: &[&str]| list.contains(&extension);
        match () {
            () if is(MARKDOWN) => Self::Markdown,
            () if is(HTML) => Self::Html,
            () if is(TEMPLATE) => Self::Template,
            () if is(RST) => Self::Rst,
            () if is(ASCIIDOC) => Self::Asciidoc,
            () if is(TEXT) => Self::Text,
            () => Self::Source,
        }
    }

    /// Whether comments of the file may go on over lines, each with a mark of its own.
    #[must_use]
    pub fn has_comments(self) -> bool {
        matches!(self, Self::Source | Self::Template)
    }

    /// Whether a fragment can name anything but lines in it.
    #[must_use]
    pub fn has_anchors(self) -> bool {
        !matches!(self, Self::Source | Self::Text | Self::Feed)
    }

    /// Whether only what is shown counts, and not the text that it is made from: readers of the source are readers of a
    /// repository, not of a page.
    #[must_use]
    pub fn is_shown_only(self) -> bool {
        matches!(self, Self::Page | Self::Feed)
    }

    /// What a fragment names in it, for people.
    #[must_use]
    pub fn anchor_word(self) -> &'static str {
        match self {
            Self::Markdown => "heading or id",
            Self::Html | Self::Template | Self::Page => "`id` or `name`",
            Self::Rst | Self::Asciidoc => "label or section",
            Self::Text | Self::Source | Self::Feed => "anchor",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn the_name_says_the_kind() {
        for (path, kind) in [
            ("README.md", Kind::Markdown),
            ("docs/A.MDX", Kind::Markdown),
            ("help.md.erb", Kind::Markdown),
            ("a.html", Kind::Html),
            ("show.html.erb", Kind::Template),
            ("_form.erb", Kind::Template),
            ("page.vue", Kind::Template),
            ("nginx.conf.j2", Kind::Source),
            ("motd.txt.j2", Kind::Text),
            ("index.rst", Kind::Rst),
            ("index.adoc", Kind::Asciidoc),
            (".well-known/security.txt", Kind::Text),
            ("LICENSE", Kind::Text),
            ("Dockerfile", Kind::Source),
            (".gitignore", Kind::Source),
            ("src/lib.rs", Kind::Source),
        ] {
            assert_eq!(Kind::of(path), kind, "{path}");
        }
    }
}
