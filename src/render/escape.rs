//! The escapes of GitHub's workflow commands, as the runner undoes them.

/// The message of a workflow command.
#[must_use]
pub fn escape_data(text: &str) -> String {
    // The percent sign first, else it would escape the escapes.
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a workflow command.
#[must_use]
pub fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{escape_data, escape_property};

    #[test]
    fn data_and_properties_cannot_end_where_they_stand() {
        assert_eq!(escape_data("100%,\r\n::error::x%0A"), "100%25,%0D%0A::error::x%250A");
        assert_eq!(escape_property("a,line=1::b%3A\n"), "a%2Cline=1%3A%3Ab%253A%0A");
    }
}
