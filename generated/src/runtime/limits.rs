//! How long, how often and how much: the same for all calls of a client, unless a call has its own.

use std::time::Duration;

/// The limits of one call.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// To make a connection, where one is made.
    pub(super) connect: Duration,
    /// From the first byte of a request to the last of its response.
    pub(super) attempt: Duration,
    /// The same for all attempts together, with what is waited between them.
    pub(super) operation: Duration,
    /// How often a request may be sent again.
    pub(super) retries: u32,
    /// The longest pause before the first retry.
    pub(super) backoff: Duration,
    /// The most bytes that the body of a response may have, decompressed.
    pub(super) body: usize,
    /// The most pages that are read of a list.
    pub(super) pages: usize,
    /// Whether the body of a success is left to the caller, part by part: it is no more in the attempt.
    pub(super) in_parts: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            attempt: Duration::from_secs(30),
            operation: Duration::from_secs(120),
            retries: 2,
            backoff: Duration::from_millis(500),
            body: 32 << 20,
            pages: 10_000,
            in_parts: false,
        }
    }
}

/// The setters of limits, for a type with a method `limits`.
macro_rules! limit_setters {
    () => {
        /// How long a connection may take to be made: 5 seconds if not set.
        ///
        /// Calls with another limit than their client's share connections with those of the same
        /// limit. A transport of your own is told of it by
        /// [`HttpRequest::connect_timeout`](super::HttpRequest::connect_timeout).
        pub fn connect_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.limits().connect = timeout;
            self
        }

        /// How long one attempt may take, from the connection to the last byte of the response:
        /// 30 seconds if not set.
        pub fn attempt_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.limits().attempt = timeout;
            self
        }

        /// How long the whole operation may take, with all its attempts and the pauses between them:
        /// 120 seconds if not set. For a list, each page is an operation.
        pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.limits().operation = timeout;
            self
        }

        /// How often a request may be sent again: twice if not set.
        ///
        /// POST and PATCH are sent again only if the server said 429 or if no byte of them had left;
        /// the others also after 408, 500, 502, 503, 504, a failed connection and an attempt that
        /// took too long. A client whose server fails all the time makes fewer.
        pub fn max_retries(mut self, retries: u32) -> Self {
            self.limits().retries = retries;
            self
        }

        /// The longest pause before the first retry: half a second if not set, and none at zero.
        ///
        /// It doubles with each retry, up to 20 seconds, and a random part of it is waited. What the
        /// server asks for in `Retry-After`, up to a minute, comes on top.
        pub fn backoff(mut self, pause: std::time::Duration) -> Self {
            self.limits().backoff = pause;
            self
        }

        /// How many bytes the body of a response may have, decompressed: 32 MiB if not set. More is an
        /// error of kind [`Limit`](super::ErrorKind::Limit).
        pub fn max_body(mut self, bytes: usize) -> Self {
            self.limits().body = bytes;
            self
        }
    };
}

/// The setter of the limit that lists have beside those, for a type with a method `limits`.
macro_rules! page_limit_setter {
    () => {
        /// How many pages of a list may be read: 10,000 if not set, and never less than one. A list
        /// with more ends in an error of kind [`Limit`](super::ErrorKind::Limit), so that a server
        /// that always has a next page does not keep its reader for ever.
        pub fn max_pages(mut self, pages: usize) -> Self {
            self.limits().pages = pages;
            self
        }
    };
}

pub(super) use {limit_setters, page_limit_setter};
