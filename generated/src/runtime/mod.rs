//! What every client crate that Bindery generates has in common: calls, decoding, paging, errors.
//!
//! A [`Client`] holds the connections and the credentials. It makes [`Api`]s, an [`Api`] makes
//! [`Call`]s, and sending a [`Call`] gives a decoded value, a stream of [`Items`] or an [`Error`].

#[doc(hidden)]
pub mod answer;
mod api;
mod api_error;
mod attempt;
mod auth;
mod backoff;
mod base64;
#[cfg(feature = "blocking")]
mod blocking;
mod body;
mod budget;
mod builder;
mod call;
mod cause;
mod client;
mod connections;
mod content;
mod cookies;
mod credentials;
mod date;
mod date_time;
mod decode;
mod decode_number;
mod decoder;
mod encode;
mod environment;
mod error;
mod event_stream;
mod exchange;
mod fault;
#[doc(hidden)]
pub mod foreign;
mod frames;
mod header;
mod hooks;
mod hosts;
mod http_request;
mod http_response;
mod instant;
mod items;
mod limits;
mod lines;
mod link;
mod list;
mod macros;
mod measured;
mod multipart;
#[doc(hidden)]
pub mod object;
#[doc(hidden)]
pub mod open_enum;
mod operation;
mod origin;
mod page;
mod pager;
mod pairs;
mod param;
mod parts;
mod path;
mod properties;
mod reader;
mod reading;
mod reply;
#[doc(hidden)]
pub mod request;
mod reqwest_transport;
mod reserved;
mod response;
mod retries;
mod retry;
mod retry_after;
mod round_trip;
mod segment;
mod sending;
#[doc(hidden)]
pub mod serde_bridge;
mod server;
mod sid;
mod streamed;
mod style;
mod text;
mod tokens;
#[cfg(feature = "tracing")]
mod trace;
mod transport;
mod trial;
mod tuple;
#[doc(hidden)]
pub mod union;
mod uri;
mod walk;
mod within;

pub use self::answer::{Answer, Failure, Undocumented};
pub use self::api::Api;
pub use self::api_error::ApiError;
pub use self::auth::Auth;
pub use self::builder::ClientBuilder;
pub use self::call::Call;
pub use self::cause::ErrorKind;
pub use self::client::Client;
pub use self::content::Content;
pub use self::date::Date;
pub use self::date_time::DateTime;
pub use self::decode::Decode;
pub use self::decoder::{DecodeError, Decoder, Deviation};
pub use self::encode::Encode;
pub use self::environment::Variables;
pub use self::error::{Error, Result};
pub use self::header::Header;
pub use self::http_request::HttpRequest;
pub use self::http_response::{HttpBody, HttpResponse};
pub use self::items::Items;
pub use self::list::Page;
pub use self::multipart::FilePart;
pub use self::param::{Param, delimited, joined, many, texts};
pub use self::parts::Parts;
pub use self::properties::{Object, Properties, Property};
pub use self::reader::Reader;
pub use self::request::Request;
pub use self::response::Response;
#[doc(hidden)]
pub use self::round_trip::round_trip;
pub use self::sending::Sending;
pub use self::sid::Sid;
pub use self::streamed::{Event, Streamed};
pub use self::style::{assigned, json, paired, paired_by};
pub use self::transport::{BoxError, BoxFuture, Transport, TransportError};
#[doc(hidden)]
pub use self::union::Union;
pub use self::uri::Uri;
pub use bytes::Bytes;
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

#[allow(unused_imports, reason = "a document need not use all of them")]
pub(crate) use self::macros::*;
