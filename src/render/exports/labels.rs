//! What clients are called in an export: as in the declaration, made safe to print, and every one otherwise.
//!
//! Readers of an export tell tests by their names, and may normalize or fold them first. A declaration tells clients apart by
//! every byte.

use super::about::plain;
use super::ids;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// The labels of clients, in order. One that would read like another's has the id of its own name behind it, whatever other clients
/// there are besides.
pub fn labels(names: &[&str]) -> Vec<String> {
    let mut labels: Vec<String> = names.iter().map(|name| plain(name, "?")).collect();
    let mut is_told = vec![false; names.len()];
    loop {
        let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, label) in labels.iter().enumerate() {
            same.entry(fold(label)).or_default().push(index);
        }
        let like_another = same.into_values().filter(|group| group.len() > 1).flatten();
        let clashes: Vec<usize> = like_another.filter(|index| !is_told[*index]).collect();
        // The id tells any two names apart; a third name may have been chosen to read like the outcome, so it is looked at again.
        if clashes.is_empty() {
            return labels;
        }
        for index in clashes {
            is_told[index] = true;
            labels[index] = format!("{} {}", labels[index], ids::id("client", &[names[index]]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::labels;
    use crate::render::exports::ids;
    use crate::text::fold::fold;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_that_differ_for_readers_stay_as_they_are() {
        assert_eq!(labels(&["pip", "uv", "a b"]), ["pip", "uv", "a b"]);
    }

    #[test]
    fn names_that_read_alike_are_told_apart_whatever_others_there_are() {
        let id = |name: &str| ids::id("client", &[name]);
        let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}");
        let told = [format!("café {}", id(composed)), format!("cafe\u{301} {}", id(decomposed))];
        assert_eq!(labels(&[composed, decomposed]), told);
        assert_eq!(labels(&["pip", decomposed, composed])[1..], [told[1].clone(), told[0].clone()]);
    }

    #[test]
    fn a_name_that_reads_like_what_tells_another_is_told_from_that_as_well() {
        let forged = format!("pip {}", ids::id("client", &["pip"]));
        let labels = labels(&["pip", "PIP", &forged]);
        assert_eq!(labels.iter().map(|it| fold(it)).collect::<BTreeSet<_>>().len(), 3, "{labels:?}");
    }

    proptest! {
        #[test]
        fn any_two_names_have_labels_that_no_reader_takes_for_one(
            names in prop::collection::btree_set(
                "[ aAäÄ\u{308}é\u{301}e\u{200b}\u{202e}\u{a0}ﬁfi?\\\\u{}0-9]{1,6}|a{63}[ab]|.{1,64}", 1..12
            )
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let labels = labels(&names);
            let distinct: BTreeSet<String> = labels.iter().map(|it| fold(it)).collect();
            prop_assert_eq!(distinct.len(), names.len(), "{:?}", labels);
        }
    }
}
