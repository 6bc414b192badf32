//! Running git: in an environment that is ours, with output and time bounded.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long one git may take: far more than it needs to read one object.
const PATIENCE: Duration = Duration::from_mins(1);
/// How much of its complaints is read.
const COMPLAINT: usize = 16 * 1024;

/// What a git that ended left behind.
#[derive(Debug)]
pub(super) struct Finished {
    /// The exit code; `None` where it was stopped.
    pub(super) code: Option<i32>,
    /// Standard output, up to the limit.
    pub(super) output: Vec<u8>,
    /// Whether there was more of it.
    pub(super) is_cut: bool,
    /// Standard error.
    pub(super) complaint: String,
}

/// Runs git in a directory. The error says, for people, why it could not be run.
pub(super) fn run(root: &Path, arguments: &[&str], limit: usize) -> Result<Finished, String> {
    let mut child = command(root, arguments).spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "git is not installed, and a `commit` is read with it".to_owned(),
        _ => format!("git could not be run: {error}"),
    })?;
    let output = child.stdout.take().map(|pipe| read(pipe, limit + 1));
    let complaint = child.stderr.take().map(|pipe| read(pipe, COMPLAINT));
    let deadline = Instant::now() + PATIENCE;
    let wait = |bytes: Option<mpsc::Receiver<Vec<u8>>>| {
        let left = deadline.saturating_duration_since(Instant::now());
        bytes.and_then(|bytes| bytes.recv_timeout(left).ok())
    };
    let Some(mut output) = wait(output) else {
        stop(&mut child);
        return Err(format!("git took longer than {} seconds", PATIENCE.as_secs()));
    };
    let is_cut = output.len() > limit;
    output.truncate(limit);
    if is_cut {
        stop(&mut child);
        return Ok(Finished { code: None, output, is_cut, complaint: String::new() });
    }
    let complaint = wait(complaint).unwrap_or_default();
    let code = match child.wait() {
        Ok(status) => status.code(),
        Err(error) => return Err(format!("git could not be waited for: {error}")),
    };
    let complaint = String::from_utf8_lossy(&complaint).trim().to_owned();
    Ok(Finished { code, output, is_cut, complaint })
}

/// Stops a git whose output is no longer wanted. One that has ended meanwhile is as good.
fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads a pipe on a thread of its own, so that neither pipe can fill up and a deadline can pass.
fn read(mut pipe: impl Read + Send + 'static, limit: usize) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is still worth having; the exit code tells the rest.
        let _ = pipe.by_ref().take(limit as u64).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.current_dir(root).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // An inherited GIT_DIR, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY … would speak of another repository.
    let inherited: Vec<OsString> = std::env::vars_os().map(|(name, _)| name).collect();
    for name in inherited.iter().filter(|name| name.to_string_lossy().to_uppercase().starts_with("GIT_")) {
        command.env_remove(name);
    }
    command
        // A container runs as another user than the one who owns the checkout: the usual case in CI.
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "safe.directory")
        .env("GIT_CONFIG_VALUE_0", root)
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_LITERAL_PATHSPECS", "1")
        .env("LC_ALL", "C")
        .arg("--no-pager")
        // The repository's own configuration must not start a program or a connection.
        .args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"])
        .args(arguments);
    command
}
