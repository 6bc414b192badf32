//! `badge --check`: a committed badge beside the one that would be written.

/// How a committed badge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It is what would be written.
    Current,
    /// It says something else.
    Outdated,
    /// It is not there.
    Missing,
}

/// Compares the bytes of a committed badge with what would be written. A line end that git made CRLF is the same line end.
#[must_use]
pub fn freshness(written: &str, committed: Option<&[u8]>) -> Freshness {
    match committed {
        None => Freshness::Missing,
        Some(bytes) => {
            let same = bytes == written.as_bytes()
                || std::str::from_utf8(bytes).is_ok_and(|text| text.replace("\r\n", "\n") == written);
            if same { Freshness::Current } else { Freshness::Outdated }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Freshness, freshness};

    #[test]
    fn every_byte_counts_but_for_the_checkout_s_line_ends() {
        assert_eq!(freshness("{\n}\n", Some(b"{\n}\n")), Freshness::Current);
        assert_eq!(freshness("{\n}\n", Some(b"{\r\n}\r\n")), Freshness::Current);
        assert_eq!(freshness("{\n}\n", Some(b"{\n}")), Freshness::Outdated);
        assert_eq!(freshness("{\n}\n", Some(b"{\n}\n\xff")), Freshness::Outdated);
        assert_eq!(freshness("{\n}\n", None), Freshness::Missing);
    }
}
