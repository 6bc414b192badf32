//! The files by which a step hands something to its runner.

use std::fs::OpenOptions;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Adds a text to a file that the runner has made. `text` is told whether the file ends within a line.
///
/// # Errors
/// Where there is no such file, it is a link, or it cannot be written; with its name.
pub(super) fn append(name: &str, file: &Path, text: impl FnOnce(bool) -> String) -> io::Result<()> {
    let named = |error: io::Error| {
        io::Error::new(error.kind(), format!("cannot write to `{}` ({name}): {error}", file.display()))
    };
    let metadata = std::fs::symlink_metadata(file).map_err(named)?;
    if !metadata.is_file() {
        return Err(named(io::Error::other("it is no regular file")));
    }
    let mut open = OpenOptions::new().read(true).append(true).open(file).map_err(named)?;
    let mut last = [b'\n'];
    if metadata.len() > 0 {
        open.seek(SeekFrom::End(-1)).and_then(|_| open.read_exact(&mut last)).map_err(named)?;
    }
    open.write_all(text(last != [b'\n']).as_bytes()).map_err(named)
}

#[cfg(test)]
mod tests {
    use super::append;
    use std::fs;

    #[test]
    fn what_was_there_stays_and_an_open_line_is_told() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("output");
        assert!(append("GITHUB_OUTPUT", &file, |_| "x".into()).is_err(), "the runner makes it");
        fs::write(&file, "").unwrap();
        append("GITHUB_OUTPUT", &file, |is_open| format!("{is_open}")).unwrap();
        append("GITHUB_OUTPUT", &file, |is_open| format!(" {is_open}\n")).unwrap();
        append("GITHUB_OUTPUT", &file, |is_open| format!("{is_open}\n")).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "false true\nfalse\n");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let (file, link) = (directory.path().join("file"), directory.path().join("link"));
        fs::write(&file, "").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let error = append("GITHUB_OUTPUT", &link, |_| "x".into()).unwrap_err().to_string();
        assert!(error.contains("GITHUB_OUTPUT") && error.contains("no regular file"), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "");
    }
}
