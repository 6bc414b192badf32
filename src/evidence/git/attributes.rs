//! What has git write another file into the work tree than a commit has.

use super::{Git, SHORT};

/// The attributes that do.
const REWRITING: [&str; 3] = ["ident", "working-tree-encoding", "filter"];

impl Git {
    /// The attribute by which git rewrites a file of the work tree, if one does. `path` is relative to the root, and plain.
    ///
    /// # Errors
    /// Why git could not be asked, for people.
    pub fn rewritten(&self, path: &str) -> Result<Option<&'static str>, String> {
        let arguments = [&["check-attr", "-z"], &REWRITING[..], &["--", path]].concat();
        let finished = self.git(&arguments, SHORT).map_err(|error| error.to_string())?;
        if finished.code != Some(0) {
            return Err(format!("git could not tell the attributes of `{path}`: {}", finished.complaint));
        }
        // The path, the attribute and its value, for each.
        let words: Vec<&[u8]> = finished.output.split(|byte| *byte == 0).collect();
        let set = words.chunks_exact(3).find(|it| !matches!(it[2], b"unspecified" | b"unset"));
        Ok(set.and_then(|it| REWRITING.into_iter().find(|name| name.as_bytes() == it[1])))
    }
}
