//! Pictures in a page, and where they lead: what a README shows as a badge.

mod html;
mod markdown;
mod restructured;

/// A picture of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The words in its place.
    pub alt: String,
    /// What it shows, as written.
    pub image: String,
    /// Where it leads, as written.
    pub link: Option<String>,
}

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Markdown as GitHub reads it, with the HTML in it.
    Markdown,
    /// reStructuredText.
    Restructured,
}

/// The pictures of a page.
#[must_use]
pub fn shown(text: &str, markup: Markup) -> Vec<Shown> {
    match markup {
        Markup::Markdown => html::shown(text, &markdown::to_html(text)),
        Markup::Restructured => restructured::shown(text),
    }
}

/// The file of the repository that a reference in a page names, relative to the top, for a page in this folder (`""` is the top);
/// `None` for an address, a place in the page itself, the top, a file outside.
#[must_use]
pub fn file(reference: &str, folder: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    if decoded.is_empty() || decoded.contains(':') || decoded.starts_with("//") {
        return None;
    }
    let (base, path) = decoded.strip_prefix('/').map_or((folder, &*decoded), |path| ("", path));
    let mut steps: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn a_reference_names_a_file_of_the_repository_or_something_else() {
        assert_eq!(file("a/b.svg?raw=true#x", "").as_deref(), Some("a/b.svg"));
        assert_eq!(file("./../b%20c.svg", "docs").as_deref(), Some("b c.svg"));
        assert_eq!(file("/b.svg", "docs").as_deref(), Some("b.svg"));
        for elsewhere in
            ["https://a.example/b.svg", "//a.example/b", "../b", "#a", "", "/", "mailto:a@b", "%ff"]
        {
            assert_eq!(file(elsewhere, ""), None, "{elsewhere}");
        }
    }
}
