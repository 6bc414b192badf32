//! What `init` leaves for a person to fill in. A declaration that still says so is read like any other, and reported.

/// A value that stands for one nobody has given yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Where it stands, as [`crate::read::Path`] reads it.
    pub at: &'static str,
    /// The text that stands there.
    pub text: &'static str,
    /// What belongs there.
    pub wanted: &'static str,
}

/// The registry's name.
pub const NAME: Placeholder =
    Placeholder { at: "registry.name", text: "CHANGE ME", wanted: "the registry's name" };
/// The registry's home page.
pub const URL: Placeholder = Placeholder {
    at: "registry.url",
    text: "https://change-me.example/",
    wanted: "the registry's home page",
};
/// Where to say that an answer is wrong.
pub const CONTACT: Placeholder = Placeholder {
    at: "contact",
    text: "mailto:change-me@change-me.example",
    wanted: "where to say that an answer is wrong: `mailto:` or `https:`",
};

/// All of them.
pub const PLACEHOLDERS: &[Placeholder] = &[NAME, URL, CONTACT];

#[cfg(test)]
mod tests {
    use super::PLACEHOLDERS;
    use crate::read::Path;

    #[test]
    fn each_stands_where_a_declaration_has_a_key() {
        for placeholder in PLACEHOLDERS {
            assert_eq!(Path::parse(placeholder.at).unwrap().to_string(), placeholder.at);
        }
    }
}
