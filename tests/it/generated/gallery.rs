//! `docs/gallery`: what comes of the examples, and what a terminal shows, written by `UPDATE_GENERATED=1 cargo test generated`
//! and held against the program.

use super::compare;
use crate::support::{Run, TODAY, Tree, binary, whole};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What stands above the examples in the index.
const INDEX_HEAD: &str = "# Gallery

What the program makes of the [examples](../../examples), without looking at addresses.

**None of these registries made, reviewed or endorsed what stands here.** All examples but `minimal`, which is made up, are drafts that the
authors of this project wrote from public sources, and each says \"(unofficial example)\" in its name. They may be wrong or out of date.
If you run one of these registries, open an issue or a pull request here to have its example corrected or removed. Better still, take
it over: copy the file into a repository of yours as `.package-repo-security.yml`, with your own name under `registry` and
`reviewed-by`, and tell us, so that the example here goes or points to yours. A registry's own declaration is the one that counts.

| example | badge | report |
| --- | --- | --- |
";

/// The names of the examples, in alphabetical order.
fn examples() -> Vec<String> {
    let files = fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "yml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_example_has_its_report_and_badge() {
    let directory = tempfile::tempdir().unwrap();
    let mut index = INDEX_HEAD.to_owned();
    for name in examples() {
        let declaration = format!("examples/{name}.yml");
        let file = |extension: &str| directory.path().join(format!("{name}.{extension}"));
        let mut report = binary(root());
        report.args(["report", "--offline", "--quiet", "--today", TODAY, "--declaration", &declaration]);
        for (format, extension) in [("html", "html"), ("markdown", "md")] {
            report.arg("--output").arg(format!("{format}={}", file(extension).display()));
        }
        let ended = Run::of(report);
        assert_eq!(ended.code, 0, "{name}: {ended:?}");
        let mut badge = binary(root());
        badge.args(["badge", "--today", TODAY, "--declaration", &declaration, "--svg"]).arg(file("svg"));
        assert_eq!(Run::of(badge).code, 0, "{name}");
        for extension in ["html", "md", "svg"] {
            compare(
                &format!("docs/gallery/{name}.{extension}"),
                &fs::read_to_string(file(extension)).unwrap(),
            );
        }
        let kind = if name == "minimal" { "made-up example" } else { "unofficial example" };
        writeln!(
            index,
            "| [{name}](../../{declaration}) | ![badge of the {kind}, {name}]({name}.svg) | [Markdown]({name}.md), [HTML]({name}.html) |"
        )
        .unwrap();
    }
    compare("docs/gallery/README.md", &index);
    // After the pages were written: a test of its own could read half of one.
    every_page_about_a_registry_says_that_it_is_none_of_its_statements();
    the_picture_is_of_the_page_that_stands_beside_it();
}

/// The part of the page that the picture shows, without what a release changes.
fn pictured(page: &str) -> String {
    let top = page.split("<section id=\"requirements\"").next().unwrap();
    top.replace(
        concat!("content=\"package-repo-security ", env!("CARGO_PKG_VERSION")),
        "content=\"package-repo-security",
    )
}

fn the_picture_is_of_the_page_that_stands_beside_it() {
    let gallery = root().join("docs/gallery");
    let page = fs::read_to_string(gallery.join("rubygems.html")).unwrap().replace("\r\n", "\n");
    let of = format!(
        "page {}\npicture {}\n",
        sha256(pictured(&page).as_bytes()),
        sha256(&fs::read(gallery.join("report.png")).unwrap())
    );
    let noted = fs::read_to_string(gallery.join("report.png.of")).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(noted, of, "docs/gallery/report.png shows another page: bash tests/conformance/picture");
}

fn every_page_about_a_registry_says_that_it_is_none_of_its_statements() {
    for name in examples().iter().filter(|name| *name != "minimal") {
        let page = |extension: &str| {
            let path = root().join(format!("docs/gallery/{name}.{extension}"));
            fs::read_to_string(path).unwrap()
        };
        for (extension, head) in
            [("html", "<title>"), ("html", "<h1>"), ("md", "# Package repository security: ")]
        {
            let text = page(extension);
            let line = text.lines().find(|line| line.starts_with(head)).unwrap();
            assert!(line.contains(" (unofficial example)"), "{name}.{extension}: {line}");
            let line = text.lines().find(|line| line.contains("Self-assessed")).unwrap();
            assert!(line.contains("the authors of this example"), "{name}.{extension}: {line}");
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// A run in colours, as a picture.
#[test]
fn the_terminal_in_the_readme() {
    let answers = "answers:\n  mfa:\n    status: met\n    evidence: {file: docs/help.md#two-factor, quote: \"Every account can use WebAuthn\"}\n";
    let tree = Tree::with(whole(answers))
        .file("docs/help.md", "# Help\n\n## Two factor\n\nMost accounts can use WebAuthn.\n");
    let shown = tree.check(&["--color", "always"]).stdout;
    let term = anstyle_svg::Term::new();
    compare(
        "docs/gallery/terminal.svg",
        &format!("{}\n", term.render_svg(&format!("$ package-repo-security check\n{shown}")).trim_end()),
    );
}
