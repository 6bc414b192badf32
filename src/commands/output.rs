//! Where output goes: `--output FORMAT[=FILE]`, and files that are written whole or not at all.

use crate::findings::Rule;
use crate::render::{Format, Report, Style, render};
use crate::text::sanitize;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// One `--output`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The format.
    pub format: Format,
    /// The file; standard output where there is none.
    pub file: Option<PathBuf>,
}

/// Writes a report everywhere that was asked for: files first, then standard output (`human` unless another format was asked
/// for; nothing when quiet).
///
/// # Errors
/// Where a file cannot be written, with its name, or standard output is closed.
pub fn write_all(
    outputs: &[Output],
    quiet: bool,
    report: &Report<'_>,
    rules: &[&'static Rule],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rendered = |format, style| render(format, report, rules, style).map_err(io::Error::other);
    for output in outputs {
        if let Some(file) = &output.file {
            // Files are for later readers: no colour, whatever the terminal can do.
            let text = rendered(output.format, Style { colour: false, ..style })?;
            write_file(file, text.as_bytes())?;
        }
    }
    let asked = outputs.iter().find(|output| output.file.is_none()).map(|output| output.format);
    match asked {
        Some(format) => show(&rendered(format, style)?, out),
        None if quiet => Ok(()),
        None => show(&rendered(Format::Human, style)?, out),
    }
}

/// Text to standard output. A reader that has gone (`| head`) has what it wanted.
pub(super) fn show(text: &str, out: &mut dyn Write) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// A message about the run itself, to standard error: whatever it names is shown inert.
///
/// # Errors
/// Where standard error is closed.
pub fn tell(err: &mut dyn Write, message: &str) -> io::Result<()> {
    writeln!(err, "{}", sanitize::inert(&sanitize::lines(message)))
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// Where it is there, or cannot be written, with its name.
pub fn write_new_file(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
        .and_then(|mut new| new.write_all(bytes));
    written
        .map_err(|error| io::Error::new(error.kind(), format!("cannot write `{}`: {error}", file.display())))
}

/// Reads a regular file of at most so many bytes: no link, no pipe, no device.
///
/// # Errors
/// Where it is something else, larger, or cannot be read.
pub fn read_bounded(file: &Path, most: u64) -> io::Result<Vec<u8>> {
    let metadata = fs::symlink_metadata(file)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!("it is larger than {most} bytes")));
    }
    Ok(bytes)
}

/// The first folder on the way to a file that is a symbolic link. Only a relative path is looked at: an absolute one leads out
/// of the tree on purpose.
#[must_use]
pub fn linked_folder(file: &Path) -> Option<&Path> {
    let folders = file.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    let linked = |folder: &&Path| fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_symlink());
    if file.is_absolute() { None } else { folders.filter(linked).last() }
}

/// Writes a file whole: beside it first, then in its place. A symbolic link there is not followed.
///
/// # Errors
/// Where it cannot be written, with its name.
pub fn write_file(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let named = |error: io::Error| {
        io::Error::new(error.kind(), format!("cannot write `{}`: {error}", file.display()))
    };
    if let Some(folder) = linked_folder(file) {
        return Err(named(io::Error::other(format!("`{}` is a symbolic link", folder.display()))));
    }
    let before = match fs::symlink_metadata(file) {
        Ok(metadata) if metadata.is_symlink() => {
            return Err(named(io::Error::other("it is a symbolic link")));
        }
        // A pipe or a device takes bytes as they come.
        Ok(metadata) if !metadata.is_file() => return fs::write(file, bytes).map_err(named),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let name = file.file_name().ok_or_else(|| named(io::Error::other("it names no file")))?;
    let beside = file.with_file_name(format!(".{}.{}.new", name.to_string_lossy(), std::process::id()));
    let written = fs::OpenOptions::new().write(true).create_new(true).open(&beside).and_then(|mut new| {
        new.write_all(bytes)?;
        if let Some(permissions) = before {
            new.set_permissions(permissions)?;
        }
        drop(new);
        fs::rename(&beside, file)
    });
    written.map_err(|error| {
        // Nothing more can be done if this fails too: the first error says what happened.
        let _ = fs::remove_file(&beside);
        named(error)
    })
}

#[cfg(test)]
mod tests {
    use super::write_file;
    use std::fs;

    #[test]
    fn a_file_is_replaced_whole_and_a_link_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("report.json");
        write_file(&file, b"one").unwrap();
        write_file(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left beside it");
        let missing = directory.path().join("no/such/folder.json");
        assert!(write_file(&missing, b"x").unwrap_err().to_string().contains("folder.json"));
        #[cfg(unix)]
        {
            let link = directory.path().join("link");
            std::os::unix::fs::symlink(&file, &link).unwrap();
            assert!(write_file(&link, b"evil").is_err());
            assert_eq!(fs::read(&file).unwrap(), b"two");
            assert!(super::read_bounded(&link, 10).is_err() && super::read_bounded(&file, 2).is_err());
            assert_eq!(super::read_bounded(&file, 3).unwrap(), b"two");
            assert!(super::read_bounded(std::path::Path::new("/dev/zero"), 10).is_err());
        }
    }
}
