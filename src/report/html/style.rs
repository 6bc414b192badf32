//! The style of the page, and its hash for the policy that allows this style and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

const SHEETS: [&str; 4] = [
    include_str!("style/ground.css"),
    include_str!("style/levels.css"),
    include_str!("style/requirements.css"),
    include_str!("style/media.css"),
];

/// The style sheet, without what only its authors need: comments and blanks that part nothing. A rule stands on a line.
pub(super) fn sheet() -> String {
    let lines = SHEETS.iter().flat_map(|sheet| sheet.lines()).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("/*"));
    let sheet: String = lines.flat_map(|line| [line, "\n"]).collect();
    let tight = [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        (";\n", ";"),
        ("{\n", "{"),
        (";}", "}"),
        (": ", ":"),
        ("; ", ";"),
        (", ", ","),
    ];
    tight.iter().fold(sheet, |sheet, (from, to)| sheet.replace(from, to))
}

/// What a page may load and run: this style sheet.
pub(super) fn policy(sheet: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(sheet));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

#[cfg(test)]
mod tests {
    use super::{policy, sheet};

    #[test]
    fn the_sheet_asks_for_nothing_and_cannot_end_early() {
        let sheet = sheet();
        for word in ["url(", "@import", "@font-face", "expression", "</", "/*", "##["] {
            assert!(!sheet.contains(word), "{word}");
        }
    }

    #[test]
    fn the_policy_names_the_hash_of_what_it_allows() {
        assert_eq!(
            policy(""),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'"
        );
        assert_ne!(policy(&sheet()), policy(""));
    }
}
