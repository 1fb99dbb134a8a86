//! How many retries the client of a failing server may make: a bucket of tokens.

use std::sync::atomic::{AtomicU32, Ordering};

const FULL: u32 = 500;
/// What a retry takes, and gives back when it succeeds.
const RETRY: u32 = 5;
/// What a success without a retry gives.
const SUCCESS: u32 = 1;

/// Lets 100 retries fail, and then as many as a fifth of the requests that succeed at once.
///
/// All calls of a client share it, so that a server in trouble gets one request for each call, and
/// not as many as retries allow.
pub(super) struct Budget(AtomicU32);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicU32::new(FULL))
    }
}

impl Budget {
    /// Takes what a retry costs, or nothing if there is too little.
    pub(super) fn take(&self) -> bool {
        self.update(|tokens| tokens.checked_sub(RETRY))
    }

    /// Notes that a request succeeded, after so many retries.
    pub(super) fn refill(&self, retries: u32) {
        let given = if retries == 0 { SUCCESS } else { RETRY };
        self.update(|tokens| Some((tokens + given).min(FULL)));
    }

    fn update(&self, change: impl FnMut(u32) -> Option<u32>) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, change).is_ok()
    }
}
