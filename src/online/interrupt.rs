//! Ctrl-C: the first time, what is known so far is still told; the second time, or when nothing is being asked, the program
//! ends at once.

use super::message::Message;
use std::process;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use tokio::runtime::Builder;
use tokio::signal::ctrl_c;

/// What a shell says of a program that Ctrl-C ended: 128 and the number of the signal.
const ENDED: i32 = 130;

/// One thread for the program, since a signal is the whole program's.
static STARTED: Once = Once::new();
/// Who is to be told.
static RUNNING: Mutex<Option<Listener>> = Mutex::new(None);

/// Whether a run was stopped.
#[derive(Debug, Default)]
pub(super) struct Interrupt {
    has_come: Arc<Mutex<bool>>,
}

/// A run that Ctrl-C stops.
struct Listener {
    tell: Sender<Message>,
    has_come: Arc<Mutex<bool>>,
}

/// While this stands, Ctrl-C stops the run that it was made for.
#[derive(Debug)]
pub(super) struct Listening;

impl Interrupt {
    /// Whether it was stopped.
    pub(super) fn has_come(&self) -> bool {
        *locked(&self.has_come)
    }

    /// Lets the next Ctrl-C stop this run.
    pub(super) fn listen(&self, tell: Sender<Message>) -> Listening {
        *locked(&RUNNING) = Some(Listener { tell, has_come: Arc::clone(&self.has_come) });
        // Without a thread for it Ctrl-C ends the program, as it does everywhere.
        STARTED.call_once(|| drop(thread::Builder::new().name("ctrl-c".to_owned()).spawn(wait)));
        Listening
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        *locked(&RUNNING) = None;
    }
}

fn wait() {
    let Ok(runtime) = Builder::new_current_thread().enable_io().build() else { return };
    runtime.block_on(async {
        while ctrl_c().await.is_ok() {
            stop();
        }
    });
}

#[allow(
    clippy::exit,
    reason = "Ctrl-C is to end the program wherever it is; by now the system no longer does it"
)]
fn stop() {
    match locked(&RUNNING).take() {
        Some(Listener { tell, has_come }) => {
            *locked(&has_come) = true;
            // Nobody is left to tell when this cannot be sent.
            let _ = tell.send(Message::Interrupted);
        }
        None => process::exit(ENDED),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
