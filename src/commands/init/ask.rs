//! Asking a person at a terminal.

use super::answers::{Answers, PartialAnswers, home_page, package_kinds, registry_name};
use std::io::{self, BufRead, Read, Write};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 4096;

/// Asks for what flags did not give, again and again until the answer makes sense. An empty answer takes the default; name
/// and home page may be left open.
///
/// # Errors
/// Whatever reading and writing say; `UnexpectedEof` where the input ends before everything was answered, `InvalidData` for a
/// line of more than 4096 bytes.
pub fn ask(input: &mut dyn BufRead, output: &mut dyn Write, given: PartialAnswers) -> io::Result<Answers> {
    let mut dialogue = Dialogue { input, output };
    let user_accounts = match given.user_accounts {
        Some(known) => known,
        None => dialogue.until("Does the registry have user accounts? [Y/n] ", yes_or_no)?,
    };
    let packages = match given.packages {
        Some(known) => known,
        None => dialogue.until(
            "What does it serve? One or more of\n  \
             accepts-built     maintainers upload the package that users download\n  \
             builds-on-behalf  the registry builds it\n  \
             source-only       nothing is uploaded\n[accepts-built] ",
            |line| package_kinds(if line.is_empty() { "accepts-built" } else { line }),
        )?,
    };
    let name = match given.name {
        Some(known) => Some(known),
        None => {
            dialogue.until("The registry's name? [fill in later] ", |line| optional(line, registry_name))?
        }
    };
    let url = match given.url {
        Some(known) => Some(known),
        None => dialogue.until("Its home page? [fill in later] ", |line| optional(line, home_page))?,
    };
    Ok(Answers { user_accounts, packages, name, url })
}

struct Dialogue<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
}

impl Dialogue<'_> {
    fn until<T>(&mut self, question: &str, understand: impl Fn(&str) -> Result<T, String>) -> io::Result<T> {
        loop {
            self.output.write_all(question.as_bytes())?;
            self.output.flush()?;
            match understand(self.line()?.trim()) {
                Ok(answer) => return Ok(answer),
                Err(problem) => writeln!(self.output, "  {problem}")?,
            }
        }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        Read::take(&mut *self.input, LONGEST).read_line(&mut line)?;
        if line.is_empty() {
            let message = "the input ended before everything was answered";
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        // Cut off here, the rest would pass for the answer to the next question.
        if line.len() as u64 == LONGEST && !line.ends_with('\n') {
            let message = format!("a line has more than {LONGEST} bytes");
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(line)
    }
}

fn yes_or_no(line: &str) -> Result<bool, String> {
    match line.to_ascii_lowercase().as_str() {
        "" | "y" | "yes" | "true" => Ok(true),
        "n" | "no" | "false" => Ok(false),
        _ => Err("`y` for yes or `n` for no".to_owned()),
    }
}

fn optional(
    line: &str,
    understand: impl Fn(&str) -> Result<String, String>,
) -> Result<Option<String>, String> {
    if line.is_empty() { Ok(None) } else { understand(line).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::{Answers, PartialAnswers, ask};
    use std::io;

    fn talk(input: &str, given: PartialAnswers) -> (io::Result<Answers>, String) {
        let mut output = Vec::new();
        let answers = ask(&mut input.as_bytes(), &mut output, given);
        (answers, String::from_utf8(output).unwrap())
    }

    #[test]
    fn empty_lines_take_the_defaults() {
        let (answers, output) = talk("\n\n\n\n", PartialAnswers::default());
        assert_eq!(
            answers.unwrap(),
            Answers {
                user_accounts: true,
                packages: vec!["accepts-built".to_owned()],
                name: None,
                url: None
            }
        );
        assert!(output.starts_with("Does the registry have user accounts? [Y/n] "), "{output}");
    }

    #[test]
    fn asks_again_until_the_answer_makes_sense() {
        let input = "perhaps\nNo\nwheels\nsource-only builds-on-behalf\r\nEx\u{202e}\nEx\nftp://x\nhttps://ex.example/\n";
        let (answers, output) = talk(input, PartialAnswers::default());
        let answers = answers.unwrap();
        assert!(!answers.user_accounts);
        assert_eq!(answers.packages, ["builds-on-behalf", "source-only"]);
        assert_eq!(answers.name.as_deref(), Some("Ex"));
        assert_eq!(answers.url.as_deref(), Some("https://ex.example/"));
        assert_eq!(output.matches("user accounts?").count(), 2);
        assert!(
            output.contains("  `wheels` is none of accepts-built, builds-on-behalf, source-only\n"),
            "{output}"
        );
        assert!(!output.contains('\u{202e}'));
    }

    #[test]
    fn asks_only_what_flags_did_not_give() {
        let given = PartialAnswers {
            user_accounts: Some(false),
            packages: Some(vec!["source-only".to_owned()]),
            name: Some("Ex".to_owned()),
            url: None,
        };
        let (answers, output) = talk("https://ex.example/\n", given);
        assert_eq!(answers.unwrap().name.as_deref(), Some("Ex"));
        assert_eq!(output, "Its home page? [fill in later] ");
    }

    #[test]
    fn an_input_that_ends_or_never_ends_a_line_is_an_error() {
        let (answers, _) = talk("y\n", PartialAnswers::default());
        assert_eq!(answers.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        let (answers, _) = talk(&"y".repeat(10_000), PartialAnswers::default());
        assert_eq!(answers.unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
