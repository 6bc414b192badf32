//! Many things at once on one thread, without a task for each.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// Runs all of them, at most `width` at once.
pub(super) async fn all<F: Future<Output = ()>>(width: usize, tasks: impl IntoIterator<Item = F>) {
    let mut waiting = tasks.into_iter();
    let mut running: Vec<Pin<Box<F>>> = Vec::new();
    poll_fn(move |context| {
        loop {
            while running.len() < width.max(1) {
                let Some(next) = waiting.next() else { break };
                running.push(Box::pin(next));
            }
            let before = running.len();
            running.retain_mut(|task| task.as_mut().poll(context).is_pending());
            if running.is_empty() && before == 0 {
                return Poll::Ready(());
            }
            // A place that became free is taken at once, so that the newcomer is polled, too.
            if running.len() == before {
                return Poll::Pending;
            }
        }
    })
    .await;
}

#[cfg(test)]
mod tests {
    use super::all;
    use std::cell::Cell;
    use std::time::Duration;

    #[test]
    fn no_more_run_than_the_width_and_all_are_done() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let (now, most, done) = (Cell::new(0), Cell::new(0), Cell::new(0));
        let task = |_| async {
            now.set(now.get() + 1);
            most.set(most.get().max(now.get()));
            tokio::time::sleep(Duration::from_millis(1)).await;
            now.set(now.get() - 1);
            done.set(done.get() + 1);
        };
        runtime.block_on(all(3, (0..20).map(task)));
        assert_eq!((most.get(), done.get()), (3, 20));
        runtime.block_on(all(3, (0..0).map(task)));
    }
}
