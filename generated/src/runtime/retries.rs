//! The retries of one request.

use std::time::{Duration, Instant, SystemTime};

use http::Method;

use super::backoff;
use super::budget::Budget;
use super::limits::Limits;
use super::retry::{self, Outcome};
use super::retry_after;

/// How many retries were made, and what decides about the next.
pub(super) struct Retries<'a> {
    budget: &'a Budget,
    limits: &'a Limits,
    began: Instant,
    made: u32,
}

impl<'a> Retries<'a> {
    /// Begins with the first attempt.
    pub(super) fn new(budget: &'a Budget, limits: &'a Limits) -> Self {
        Self { budget, limits, began: Instant::now(), made: 0 }
    }

    /// How long to wait before the request is sent again, or `None` if this outcome is the last.
    pub(super) fn next(&mut self, method: &Method, outcome: &Outcome) -> Option<Duration> {
        if !retry::is_transient(outcome) {
            self.budget.refill(self.made);
            return None;
        }
        if self.made >= self.limits.retries || !retry::is_allowed(method, outcome) {
            return None;
        }
        let pause = self.pause(outcome);
        if !self.has_time_for(pause) || !self.budget.take() {
            return None;
        }
        self.made += 1;
        Some(pause)
    }

    /// What the server asks for, and what keeps clients apart on top of it.
    fn pause(&self, outcome: &Outcome) -> Duration {
        let headers = outcome.as_ref().ok().map(|received| &received.headers);
        let asked = headers.and_then(|headers| retry_after::read(headers, SystemTime::now()));
        asked.unwrap_or_default() + backoff::pause(self.limits.backoff, self.made)
    }

    /// A pause that outlasts the operation would make a time-out of an outcome that says more.
    fn has_time_for(&self, pause: Duration) -> bool {
        self.began.elapsed().saturating_add(pause) < self.limits.operation
    }
}
