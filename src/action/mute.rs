//! Text for people in the log of a runner that would obey it: between `stop-commands` and a word that nobody can guess.

/// A word that nobody can guess, in hexadecimal: 128 bits from the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Out of random bytes.
    #[must_use]
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(format!("{:032x}", u128::from_be_bytes(bytes)))
    }

    /// The word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.0
    }
}

/// The text with commands stopped before it and allowed again behind it. What would be a command is broken besides
/// ([`crate::text::sanitize::inert`]): either is enough.
#[must_use]
pub fn muted(text: &str, secret: &Secret) -> String {
    let word = secret.word();
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("::stop-commands::{word}\n{}{end}::{word}::\n", crate::text::sanitize::inert(text))
}

#[cfg(test)]
mod tests {
    use super::{Secret, muted};

    #[test]
    fn commands_stay_stopped_until_the_word() {
        let secret = Secret::new([7; 16]);
        assert_eq!(secret.word(), "07".repeat(16));
        assert_eq!(
            muted(" ::error::x\n##[set-output name=a;]b", &secret),
            format!(
                "::stop-commands::{0}\n \\::error::x\n##\\[set-output name=a;]b\n::{0}::\n",
                "07".repeat(16)
            )
        );
        assert_eq!(muted("", &secret).lines().count(), 2);
    }
}
