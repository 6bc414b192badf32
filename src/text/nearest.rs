//! "Did you mean": the known name that a misspelt one most likely stands for.

/// Names longer than this are compared by their beginning: nobody mistypes a page.
const LONGEST: usize = 64;

/// The known name nearest to `name`, if one is near and no second one is as near.
///
/// Near means: at most one edit for each three characters of the longer name (at least one), swapped neighbours counting
/// once, after `_` and case are folded the way people mix them up.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(name);
    let mut best: Option<(usize, &'a str)> = None;
    let mut tied = false;
    for candidate in known {
        let folded = fold(candidate);
        let allowed = (wanted.chars().count().max(folded.chars().count()) / 3).max(1);
        let distance = strsim::damerau_levenshtein(&wanted, &folded);
        if distance > allowed {
            continue;
        }
        match best {
            Some((least, _)) if distance > least => {}
            Some((least, _)) if distance == least => tied = true,
            _ => {
                best = Some((distance, candidate));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, name)| name)
}

fn fold(name: &str) -> String {
    name.chars()
        .take(LONGEST)
        .map(|c| if c == '_' || c == ' ' { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_a_typo_and_refuses_to_guess() {
        let known = ["evidence", "missing", "reason", "note"];
        assert_eq!(nearest("evidense", known), Some("evidence"));
        assert_eq!(nearest("Missing", known), Some("missing"));
        assert_eq!(nearest("banana", known), None);
        assert_eq!(nearest("aa", ["ab", "ac"]), None, "two as near: no guess");
        assert_eq!(nearest(&"x".repeat(1_000_000), known), None);
    }
}
