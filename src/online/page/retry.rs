//! When to ask again, and how long to wait before.

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::time::Duration;

/// How often a page is asked for again.
pub(super) const RETRIES: u32 = 2;
/// The longest wait before the first time; it doubles.
const FIRST_WAIT: Duration = Duration::from_millis(500);

/// Whether a status is one that may be another the next time.
pub(super) fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 429 | 500..=599)
}

/// A wait before asking again for the `retry`th time, counted from 0: between half of it and all of it, so that many do not
/// come back together.
pub(super) fn wait(retry: u32) -> Duration {
    let longest = FIRST_WAIT * 2_u32.saturating_pow(retry);
    let half = longest / 2;
    let random = RandomState::new().build_hasher().finish() % 1024;
    half + half * u32::try_from(random).unwrap_or(0) / 1024
}

/// What `Retry-After` says: seconds, or a date of HTTP (RFC 9110, 10.2.3). A date that is past is no wait.
pub(super) fn after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = rfc2822::parse(value).ok()?.timestamp();
    Some(date.duration_since(now).try_into().unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::{after, wait};
    use jiff::Timestamp;
    use std::time::Duration;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let after = |value: &str| after(value, now);
        assert_eq!(after("121"), Some(Duration::from_secs(121)));
        assert_eq!(after(" 0 "), Some(Duration::ZERO));
        assert_eq!(after("Sun, 22 Nov 2026 10:00:07 GMT"), Some(Duration::from_secs(7)));
        assert_eq!(after("Sat, 21 Nov 2026 10:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(after("99999999999999999999999"), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(after("-1"), None);
        assert_eq!(after("soon"), None);
        assert_eq!(after(""), None);
    }

    #[test]
    fn waits_grow_and_differ() {
        let waits: Vec<Duration> = (0..32).map(|_| wait(0)).collect();
        assert!(waits.iter().all(|wait| (250..=500).contains(&wait.as_millis())));
        assert!(waits.iter().any(|wait| *wait != waits[0]));
        assert!(wait(1) >= Duration::from_millis(500));
    }
}
