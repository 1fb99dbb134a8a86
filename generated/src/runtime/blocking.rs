//! Calls from code that is not async: `wait` where async code has `await`.

use std::io;
use std::iter;
use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

use super::error::{Error, Result};
use super::items::Items;
use super::response::Response;
use super::sending::Sending;

/// Where connections live between calls: one thread for all clients, until the process ends.
static RUNTIME: LazyLock<io::Result<Runtime>> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(1).thread_name("http").enable_all().build()
});

impl<T> Sending<T> {
    /// Sends the call and waits for its value, as `await` does in async code.
    ///
    /// # Errors
    /// Those of the call; or the system gives no thread.
    ///
    /// # Panics
    /// When it is called from async code, which must not be kept waiting.
    pub fn wait(self) -> Result<T> {
        block_on(self)
    }

    /// The same, with the status and the headers of the response beside its value.
    ///
    /// # Errors
    /// As [`wait`](Self::wait).
    ///
    /// # Panics
    /// As [`wait`](Self::wait).
    pub fn wait_response(self) -> Result<Response<T>> {
        block_on(self.response())
    }
}

impl<T> Items<T> {
    /// The same items as an iterator, which waits for each page. After an error it is over.
    ///
    /// # Panics
    /// When it is used in async code, which must not be kept waiting.
    pub fn wait_each(mut self) -> impl Iterator<Item = Result<T>> {
        iter::from_fn(move || block_on(self.try_next()).transpose())
    }
}

pub(super) fn block_on<T>(call: impl Future<Output = Result<T>>) -> Result<T> {
    match &*RUNTIME {
        Ok(runtime) => runtime.block_on(call),
        Err(error) => Err(Error::config(format!("no thread for calls: {error}"))),
    }
}
