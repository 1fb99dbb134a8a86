//! A limit to how long a future may take.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use super::transport::BoxFuture;

/// What the future resolves to, or `None` if `limit` does first.
///
/// The limit is polled first: a future that is always ready to go on must not keep it from passing.
pub(super) async fn within<F: Future>(
    mut limit: BoxFuture<'_, ()>,
    future: F,
) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(|context| match limit.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(None),
        Poll::Pending => future.as_mut().poll(context).map(Some),
    })
    .await
}
