//! A file, part by part.

use std::io;
use std::path::Path;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use super::transport::BoxFuture;

/// How many bytes of a file are read at a time.
const PART: usize = 64 * 1024;

/// The file at a path, which is opened when its first part is asked for.
pub(super) fn file(path: &Arc<Path>) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
    let path = Arc::clone(path);
    Reading::Opening(Box::pin(File::open(path)))
}

enum Reading {
    Opening(BoxFuture<'static, io::Result<File>>),
    Open(File),
}

impl Stream for Reading {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match &mut *self {
                Self::Opening(opening) => match ready!(opening.as_mut().poll(context)) {
                    Ok(file) => *self = Self::Open(file),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                Self::Open(file) => {
                    return ready!(part(file, context)).transpose().into();
                }
            }
        }
    }
}

/// The next part of a file, or `None` at its end.
fn part(file: &mut File, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
    let mut part = vec![0; PART];
    let mut buffer = ReadBuf::new(&mut part);
    ready!(pin!(file).poll_read(context, &mut buffer))?;
    let read = buffer.filled().len();
    part.truncate(read);
    Poll::Ready(Ok((read > 0).then(|| part.into())))
}
