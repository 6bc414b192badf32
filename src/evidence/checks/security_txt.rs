//! `security-txt`: RFC 9116.

use super::{Seen, text_help};
use crate::evidence::document::Document;
use crate::evidence::outcome::{Trouble, TroubleKind};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// The largest security.txt, in bytes: many items may point to one file, and each reads it.
const MAX_BYTES: usize = 64 * 1024;

/// Looks whether a file is a valid security.txt that has not expired on `today`. `name` is how messages call it.
#[must_use]
pub fn check(name: &str, document: &Document, today: Date) -> Seen {
    if document.bytes().len() > MAX_BYTES {
        let message = format!(
            "{name} is no valid security.txt: it is larger than {} KiB, which no security.txt needs",
            MAX_BYTES / 1024
        );
        let trouble = Trouble::new(TroubleKind::SecurityTxtInvalid, "security-txt", message);
        return Seen { troubles: vec![trouble], ..Seen::default() };
    }
    let source = match document.source() {
        Ok(source) => source,
        Err(error) => {
            let message = format!("{name} cannot be read as a security.txt: {error}");
            let trouble = Trouble::new(TroubleKind::Unreadable, "security-txt", message);
            return Seen { troubles: vec![trouble.help(text_help("a security.txt"))], ..Seen::default() };
        }
    };
    let file = SecurityTxt::read(&source.text);
    let mut seen = Seen::default();
    for problem in &file.problems {
        let message = format!("{name} is no valid security.txt: {problem}");
        seen.troubles.push(
            Trouble::new(TroubleKind::SecurityTxtInvalid, "security-txt", message)
                .help("RFC 9116 asks for at least one `Contact` and exactly one `Expires`"),
        );
    }
    if let Some(expires) = file.expires {
        seen.found.push(format!("`Expires` on {expires}"));
        if expires < today {
            let message = format!("{name} expired on {expires}");
            seen.troubles.push(
                Trouble::new(TroubleKind::SecurityTxtExpired, "security-txt", message).help(
                    "see that its contacts still answer, then set a new `Expires`, at most a year ahead",
                ),
            );
        }
    }
    seen
}

/// What a security.txt says, as far as it is needed.
#[derive(Debug, Default)]
struct SecurityTxt {
    contacts: usize,
    expires_fields: usize,
    languages_fields: usize,
    /// The day in UTC.
    expires: Option<Date>,
    problems: Vec<String>,
}

/// More problems than this say nothing new: the file is something else.
const MAX_PROBLEMS: usize = 5;

impl SecurityTxt {
    fn read(text: &str) -> Self {
        let mut file = Self::default();
        for (index, line) in body(text) {
            if file.problems.len() >= MAX_PROBLEMS {
                return file;
            }
            let line = line.trim_end();
            if !line.is_empty() && !line.starts_with('#') {
                file.field(index + 1, line);
            }
        }
        if file.contacts == 0 {
            file.problems.push("it has no `Contact`".to_owned());
        }
        match file.expires_fields {
            0 => file.problems.push("it has no `Expires`".to_owned()),
            1 => {}
            _ => file.problems.push("it has more than one `Expires`".to_owned()),
        }
        if file.languages_fields > 1 {
            file.problems.push("it has more than one `Preferred-Languages`".to_owned());
        }
        file
    }

    fn field(&mut self, line: usize, text: &str) {
        let Some((name, value)) = text.split_once(':').filter(|(name, _)| is_field_name(name)) else {
            self.problems.push(format!("line {line} is no field"));
            return;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "contact" => {
                self.contacts += 1;
                if !is_uri(value) {
                    self.problems.push(format!(
                        "`Contact` on line {line} is no `mailto:`, `tel:` or `https:` address"
                    ));
                }
            }
            "expires" => {
                self.expires_fields += 1;
                self.expires = day(value);
                if self.expires.is_none() {
                    self.problems.push(format!("`Expires` on line {line} is no RFC 3339 date and time"));
                }
            }
            "preferred-languages" => self.languages_fields += 1,
            "acknowledgments" | "canonical" | "encryption" | "hiring" | "policy" if !is_uri(value) => {
                self.problems.push(format!("`{name}` on line {line} is no `https:` or other address"));
            }
            _ => {}
        }
    }
}

/// The addresses that a security.txt calls its own, as written.
pub(in crate::evidence) fn canonical(text: &str) -> impl Iterator<Item = &str> {
    let fields = body(text).filter_map(|(_, line)| line.split_once(':'));
    fields.filter(|(name, _)| name.eq_ignore_ascii_case("canonical")).map(|(_, value)| value.trim())
}

/// The lines that count, numbered from 0: inside the armour of an `OpenPGP` cleartext signature, or all.
fn body(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let armoured = text.trim_start().starts_with("-----BEGIN PGP SIGNED MESSAGE-----");
    let mut lines = text.lines().enumerate();
    if armoured {
        // The armour's own headers end at the first empty line.
        lines.by_ref().find(|(_, line)| line.trim().is_empty() && !line.starts_with("-----"));
    }
    lines.take_while(move |(_, line)| !armoured || !line.starts_with("-----BEGIN PGP SIGNATURE-----")).map(
        move |(index, line)| (index, if armoured { line.strip_prefix("- ").unwrap_or(line) } else { line }),
    )
}

/// RFC 5322's `ftext`: printable ASCII but for the colon.
fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic())
}

/// A URI; one of the web has to be `https:`.
fn is_uri(value: &str) -> bool {
    !value.contains(char::is_whitespace)
        && url::Url::parse(value).is_ok_and(|url| url.scheme() != "http" && !url.path().is_empty())
}

/// The day in UTC of an RFC 3339 date and time. `t` and `z` may be lower case; time zone names are an extension that RFC
/// 9116 does not know.
fn day(value: &str) -> Option<Date> {
    let shape = value.as_bytes();
    let is_rfc3339 = value.is_ascii()
        && shape.len() >= 20
        && shape[4] == b'-'
        && shape[7] == b'-'
        && matches!(shape[10], b'T' | b't')
        && shape[13] == b':'
        && shape[16] == b':'
        && !value.contains('[');
    let instant: Timestamp = value.to_ascii_uppercase().parse().ok().filter(|_| is_rfc3339)?;
    Some(Offset::UTC.to_datetime(instant).date())
}

#[cfg(test)]
mod tests {
    use super::{check, day};
    use crate::evidence::document::Document;
    use crate::evidence::kind::Kind;
    use crate::evidence::outcome::TroubleKind;
    use jiff::civil::date;

    fn troubles(text: &str) -> Vec<(TroubleKind, String)> {
        let document = Document::new(Kind::Text, text.as_bytes().to_vec());
        let seen = check("security.txt", &document, date(2026, 8, 21));
        seen.troubles.into_iter().map(|trouble| (trouble.kind, trouble.message)).collect()
    }

    #[test]
    fn valid_files_are_valid() {
        for text in [
            "Contact: mailto:a@b.example\nExpires: 2026-08-21T00:00:00Z\n",
            "\u{feff}# hi\r\n\r\nCONTACT: https://b.example/x\r\nexpires: 2027-01-01t00:00:00z\r\nX-Own: y\r\n",
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nContact: tel:+1-201-555-0123\n\
             - Hiring: https://b.example/-\nExpires: 2027-01-01T00:00:00+02:00\n-----BEGIN PGP SIGNATURE-----\n\niQ\n=x\n",
        ] {
            assert_eq!(troubles(text), [], "{text}");
        }
    }

    #[test]
    fn expired_is_another_thing_than_invalid() {
        let expired = troubles("Contact: mailto:a@b.example\nExpires: 2026-08-20T23:59:59Z\n");
        assert_eq!(expired[0].0, TroubleKind::SecurityTxtExpired);
        assert_eq!(expired[0].1, "security.txt expired on 2026-08-20");
    }

    #[test]
    fn everything_that_breaks_the_format_is_said() {
        for (text, problem) in [
            ("Expires: 2027-01-01T00:00:00Z\n", "no `Contact`"),
            ("Contact: mailto:a@b.example\n", "no `Expires`"),
            ("Contact: a@b.example\nExpires: 2027-01-01T00:00:00Z", "`Contact` on line 1"),
            ("Contact: http://b.example\nExpires: 2027-01-01T00:00:00Z", "`Contact` on line 1"),
            ("Contact: mailto:a@b.example\nExpires: 2027-01-01\n", "`Expires` on line 2"),
            (
                "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\nexpires: 2027-01-01T00:00:00Z",
                "more than one `Expires`",
            ),
            ("Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\nhello", "line 3 is no field"),
            (
                "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\nPolicy: http://b.example",
                "`Policy` on line 3",
            ),
            (
                "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\nCanonical: here",
                "`Canonical` on line 3",
            ),
        ] {
            let troubles = troubles(text);
            assert_eq!(troubles.len(), 1, "{text}: {troubles:?}");
            assert_eq!(troubles[0].0, TroubleKind::SecurityTxtInvalid);
            assert!(troubles[0].1.contains(problem), "{troubles:?}");
        }
        assert_eq!(troubles(&"<html>\n".repeat(1_000)).len(), super::MAX_PROBLEMS);
        assert_eq!(troubles("")[0].0, TroubleKind::SecurityTxtInvalid);
    }

    #[test]
    fn a_large_file_is_no_security_txt() {
        let valid = "Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n";
        let padded = |bytes: usize| format!("{valid}{}", "#".repeat(bytes - valid.len()));
        assert_eq!(troubles(&padded(super::MAX_BYTES)), []);
        let large = troubles(&padded(super::MAX_BYTES + 1));
        assert_eq!(large.len(), 1);
        assert_eq!(large[0].0, TroubleKind::SecurityTxtInvalid);
        assert!(large[0].1.contains("larger than 64 KiB"), "{}", large[0].1);
    }

    #[test]
    fn days_are_those_of_utc() {
        assert_eq!(day("2026-12-31T23:00:00-02:00"), Some(date(2027, 1, 1)));
        assert_eq!(day("2026-12-31T23:00:00.25z"), Some(date(2026, 12, 31)));
        for text in
            ["2026-12-31", "2026-12-31T23:00:00", "20261231T230000Z", "2026-12-31T23:00:00Z[UTC]", "é"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
