//! A check run with as many annotations as there are: the log of a job shows ten of a kind.

use super::Repository;
use super::error::ApiError;
use super::request::Ask;
use crate::online::github::client::Repeat;
use crate::online::github::route::route;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Annotations a request; GitHub appends those of the next one.
const BATCH: usize = 50;
/// Bytes of a summary. GitHub allows so many characters, and counts them as it likes.
const MOST_OF_SUMMARY: usize = 65_535;
/// Bytes of the message of an annotation.
const MOST_OF_MESSAGE: usize = 64 * 1024;
/// Bytes of the title of an annotation. GitHub allows so many characters.
const MOST_OF_TITLE: usize = 255;

/// A check run that is over. Texts that are longer than GitHub takes are cut when it is sent.
#[derive(Clone, Debug, Serialize)]
pub struct CheckRun {
    /// What it is called in the list of checks.
    pub name: String,
    /// The full hash of the commit that it is about.
    pub head_sha: String,
    /// How it ended.
    pub conclusion: Conclusion,
    /// Its headline.
    pub title: String,
    /// Its report: Markdown, up to 65,535 bytes.
    pub summary: String,
    /// What it says about lines of files, in the order that GitHub shows them.
    pub annotations: Vec<Annotation>,
}

/// How a check run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Conclusion {
    /// It passed.
    Success,
    /// It failed.
    Failure,
    /// Neither: it passes where a check is required.
    Neutral,
}

/// What is said about some lines of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annotation {
    /// The file, from the root of the repository.
    pub path: String,
    /// The first line; the file begins with line 1.
    pub start_line: usize,
    /// The last line.
    pub end_line: usize,
    /// The first column; a line begins with column 1. Sent only where all is on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_column: Option<usize>,
    /// The last column. Sent only where all is on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<usize>,
    /// How much it weighs.
    #[serde(rename = "annotation_level")]
    pub level: AnnotationLevel,
    /// What is said: plain text, up to 64 KiB.
    pub message: String,
    /// Its headline, up to 255 bytes.
    pub title: String,
}

/// How much an annotation weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AnnotationLevel {
    /// Worth knowing.
    Notice,
    /// Worth mending.
    Warning,
    /// What fails the check.
    Failure,
}

#[derive(Deserialize)]
struct Made {
    id: u64,
}

impl Repository {
    pub(super) async fn send_check_run(&self, ask: &Ask, run: &CheckRun) -> Result<(), ApiError> {
        let annotations: Vec<Annotation> = run.annotations.iter().map(fitting).collect();
        let mut batches = annotations.chunks(BATCH);
        let output = |batch: &[Annotation]| {
            json!({
                "title": run.title,
                "summary": cut(&run.summary, MOST_OF_SUMMARY),
                "annotations": batch,
            })
        };
        // It is over from the beginning: were a later request lost, it would still stand as what it is.
        let first = json!({
            "name": run.name,
            "head_sha": run.head_sha,
            "status": "completed",
            "conclusion": run.conclusion,
            "output": output(batches.next().unwrap_or_default()),
        });
        let reply = self.post(ask, "/check-runs", &first, Repeat::Never).await?;
        if reply.status != 201 {
            return Err(self.refused(ask, &reply));
        }
        let Made { id } = ask.parsed(&reply)?;
        for batch in batches {
            let body: Value = json!({ "output": output(batch) });
            // Twice would show each of them twice.
            let reply =
                self.patch(ask, &route(["check-runs", &id.to_string()]), &body, Repeat::Never).await?;
            if reply.status != 200 {
                return Err(self.refused(ask, &reply));
            }
        }
        Ok(())
    }
}

/// An annotation as GitHub takes it.
fn fitting(it: &Annotation) -> Annotation {
    let start_line = it.start_line.max(1);
    let end_line = it.end_line.max(start_line);
    let (start_column, end_column) = match (it.start_column, it.end_column) {
        _ if start_line != end_line => (None, None),
        (Some(start), Some(end)) => (Some(start.max(1)), Some(end.max(start).max(1))),
        (Some(start), None) => (Some(start.max(1)), None),
        (None, _) => (None, None),
    };
    Annotation {
        path: it.path.clone(),
        start_line,
        end_line,
        start_column,
        end_column,
        level: it.level,
        message: cut(&it.message, MOST_OF_MESSAGE).to_owned(),
        title: cut(&it.title, MOST_OF_TITLE).to_owned(),
    }
}

/// The beginning of a text, cut at a character boundary.
fn cut(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

#[cfg(test)]
mod tests {
    use super::{Annotation, AnnotationLevel, cut, fitting};
    use serde_json::json;

    fn at(lines: (usize, usize), columns: (Option<usize>, Option<usize>)) -> Annotation {
        Annotation {
            path: "a.yml".to_owned(),
            start_line: lines.0,
            end_line: lines.1,
            start_column: columns.0,
            end_column: columns.1,
            level: AnnotationLevel::Failure,
            message: "m".to_owned(),
            title: "t".to_owned(),
        }
    }

    #[test]
    fn columns_are_sent_for_one_line_only() {
        let one = serde_json::to_value(fitting(&at((2, 2), (Some(3), Some(9))))).unwrap();
        assert_eq!(
            one,
            json!({ "path": "a.yml", "start_line": 2, "end_line": 2, "start_column": 3, "end_column": 9,
                    "annotation_level": "failure", "message": "m", "title": "t" })
        );
        let several = serde_json::to_value(fitting(&at((2, 3), (Some(3), Some(9))))).unwrap();
        assert!(several.get("start_column").is_none() && several.get("end_column").is_none(), "{several}");
    }

    #[test]
    fn places_that_github_refuses_are_mended() {
        assert_eq!(fitting(&at((0, 0), (Some(0), Some(0)))), at((1, 1), (Some(1), Some(1))));
        assert_eq!(fitting(&at((5, 2), (Some(7), Some(3)))), at((5, 5), (Some(7), Some(7))));
        assert_eq!(fitting(&at((1, 1), (None, Some(3)))), at((1, 1), (None, None)));
    }

    #[test]
    fn a_text_is_cut_at_a_character_boundary() {
        assert_eq!(cut("aé", 2), "a");
        assert_eq!(cut("aé", 3), "aé");
        let mut long = at((1, 1), (None, None));
        (long.message, long.title) = ("é".repeat(40_000), "é".repeat(200));
        let fitting = fitting(&long);
        assert_eq!((fitting.message.len(), fitting.title.len()), (65_536, 254));
    }
}
