//! How long to wait before a request is sent again.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// The longest pause without a server's wish.
const LONGEST: Duration = Duration::from_secs(20);

/// A random part of a pause that doubles with each retry before this one: "full jitter", so that
/// clients that failed together do not come back together.
pub(super) fn pause(first: Duration, retries: u32) -> Duration {
    let factor = 2_u32.saturating_pow(retries);
    first.saturating_mul(factor).min(LONGEST).mul_f64(random())
}

/// A number from 0 to 1. Nobody need be unable to guess it, so the seeds of hash maps will do.
fn random() -> f64 {
    let bits = u32::try_from(RandomState::new().hash_one(0) >> 32).unwrap_or_default();
    f64::from(bits) / f64::from(u32::MAX)
}
