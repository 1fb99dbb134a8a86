//! What a request sends: bytes in memory, or bytes that are read while they are sent.

use std::fmt;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::http_response::HttpBody;
use super::reading;
use super::transport::{BoxError, TransportError};

/// The content of a request, or of a file in it (RFC 9110, section 6.4): bytes in memory, or bytes that
/// are read while they are sent.
///
/// What is read is never in memory as a whole, and is read anew for each attempt. The time limits of a
/// call hold for it too: `attempt_timeout` and `timeout` have to leave room for a large file. Its
/// `Debug` shows no value.
#[derive(Clone, Default)]
pub struct Content(Vec<Piece>);

#[derive(Clone)]
enum Piece {
    Whole(Bytes),
    Read { length: Option<u64>, open: Arc<dyn Fn() -> HttpBody + Send + Sync> },
}

impl Content {
    /// The file at a path, which is looked at now and read when it is sent; that needs a tokio runtime.
    /// One that has another size by then is not sent as a whole, and that is an error.
    ///
    /// # Errors
    /// When there is no file that can be looked at.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let path: Arc<Path> = path.as_ref().into();
        let file = path.metadata()?;
        let length = file.is_file().then_some(file.len());
        Ok(Self::stream(length, move || reading::file(&path)))
    }

    /// What `open` brings, part by part, each time that a request is sent. Where its length in bytes is
    /// not known, it is sent in chunks; one that is wrong fails.
    pub fn stream<S, E>(length: Option<u64>, open: impl Fn() -> S + Send + Sync + 'static) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let open = Arc::new(move || HttpBody::stream(Failing(Box::pin(open()))));
        Self(vec![Piece::Read { length, open }])
    }

    /// The bytes, if they are in memory.
    pub fn bytes(&self) -> Option<Bytes> {
        match &*self.0 {
            [] => Some(Bytes::new()),
            [Piece::Whole(bytes)] => Some(bytes.clone()),
            _ => None,
        }
    }

    /// How many bytes there are, if that is known.
    pub fn length(&self) -> Option<u64> {
        self.0.iter().try_fold(0_u64, |sum, piece| sum.checked_add(piece.length()?))
    }

    /// The content from its beginning, to be sent or to be looked at.
    pub fn body(&self) -> HttpBody {
        match &*self.0 {
            [] => HttpBody::from(""),
            [only] => only.clone().body(),
            _ => {
                let pieces = self.0.clone().into_iter();
                let chain = Chain { pieces, current: HttpBody::from("") };
                HttpBody::stream(chain).measured(self.length())
            }
        }
    }

    /// The same, but what is said to have no bytes is read here: an HTTP stack would not look at it.
    pub(super) async fn or_empty(self) -> Result<Self, TransportError> {
        if self.length() != Some(0) || self.bytes().is_some() {
            return Ok(self);
        }
        self.body().try_next().await?;
        Ok(Self::default())
    }

    /// These one after the other. What is in memory side by side becomes one piece.
    pub(super) fn joined(contents: impl IntoIterator<Item = Self>) -> Self {
        let (mut pieces, mut whole) = (Vec::new(), BytesMut::new());
        for piece in contents.into_iter().flat_map(|it| it.0) {
            match piece {
                Piece::Whole(bytes) => whole.extend_from_slice(&bytes),
                Piece::Read { .. } => {
                    pieces.push(Piece::Whole(whole.split().freeze()));
                    pieces.push(piece);
                }
            }
        }
        pieces.push(Piece::Whole(whole.freeze()));
        Self(pieces)
    }
}

impl Piece {
    fn length(&self) -> Option<u64> {
        match self {
            Self::Whole(bytes) => u64::try_from(bytes.len()).ok(),
            Self::Read { length, .. } => *length,
        }
    }

    fn body(self) -> HttpBody {
        match self {
            Self::Whole(bytes) => bytes.into(),
            Self::Read { length, open } => open().measured(length),
        }
    }
}

/// Bytes in memory.
impl<T: Into<Bytes>> From<T> for Content {
    fn from(bytes: T) -> Self {
        Self(vec![Piece::Whole(bytes.into())])
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content").field("length", &self.length()).finish_non_exhaustive()
    }
}

/// Pieces one after the other.
struct Chain {
    pieces: IntoIter<Piece>,
    current: HttpBody,
}

impl Stream for Chain {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let part = ready!(self.current.poll_part(context));
            if part.is_some() {
                return Poll::Ready(part);
            }
            match self.pieces.next() {
                Some(piece) => self.current = piece.body(),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// A stream whose errors are any.
struct Failing<S>(Pin<Box<S>>);

impl<S, E> Stream for Failing<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let part = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(part.map(|part| part.map_err(TransportError::new)))
    }
}
