//! How the time that something takes grows with what it is given. For tests: seconds say more of the machine than of the code.

use std::time::{Duration, Instant};

/// So often each of the two is timed; the shortest time counts, as whatever else the machine does only adds.
const TIMES: usize = 5;
/// So often all of it is done again before it is believed that the large one takes this long.
const ATTEMPTS: usize = 3;
/// A ratio that nobody doubts.
const FINE: f64 = 12.0;

/// How many times as long `large` takes as `small`. Eight times as much is 8 where the work is linear, 64 where it is quadratic.
pub(crate) fn growth(small: impl Fn(), large: impl Fn()) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..ATTEMPTS {
        let (mut short, mut long) = (Duration::MAX, Duration::MAX);
        for _ in 0..TIMES {
            short = short.min(timed(&small));
            long = long.min(timed(&large));
        }
        // What takes no time cannot be told from a tick of the clock.
        least = least.min(long.as_secs_f64() / short.as_secs_f64().max(10e-6));
        if least < FINE {
            break;
        }
    }
    least
}

fn timed(work: &impl Fn()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}
