//! One request, built step by step and sent at the end.

use std::fmt;

use http::Method;
use serde_json::Value;

use super::api::Api;
use super::auth::Auth;
use super::body::Body;
use super::content::Content;
use super::decode::Decode;
use super::encode::Encode;
use super::fault::{Fault, Place};
use super::limits::Limits;
use super::list::Page;
use super::multipart::FilePart;
use super::pairs::{self, Pair};
use super::param::Param;
use super::path::encoded;
use super::reply::{Expected, Reply};
use super::request::Request;
use super::sending::Sending;
use super::style;
use super::uri::Uri;

/// A request that has not been sent yet.
///
/// A name that is set twice has the later value. Values are checked when the call is sent: one that
/// cannot be sent is an error that names the parameter, and nothing leaves the machine.
#[derive(Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct Call {
    pub(super) api: Api,
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) query: Vec<Pair>,
    /// The same with values as they stand in a URL.
    pub(super) encoded: Vec<Pair>,
    pub(super) headers: Vec<Pair>,
    pub(super) cookies: Vec<Pair>,
    pub(super) body: Body,
    pub(super) limit: Option<usize>,
    pub(super) limits: Limits,
    /// The parameter that sets a page's size, and the most that it may ask for.
    pub(super) page_size: Option<(&'static str, u32)>,
    pub(super) expected: Expected,
}

impl Call {
    pub(super) fn new(api: &Api, method: Method, path: &'static str) -> Self {
        Self {
            api: api.clone(),
            method,
            path,
            query: Vec::new(),
            encoded: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: Body::default(),
            limit: None,
            limits: api.client.0.limits,
            page_size: None,
            expected: Expected::default(),
        }
    }

    /// Sets a path parameter: one segment, or a part of one, whatever characters it holds.
    pub fn path<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.api.check(Place::Path, name, value.fault());
        pairs::set(&mut self.api.values, name, vec![encoded(&value.text())]);
        self
    }

    /// Sets a query parameter.
    pub fn query<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.api.check(Place::Query, name, value.fault());
        pairs::set(&mut self.query, name, one(&value));
        self
    }

    /// Sets a query parameter that stands once for each value (`style: form`, `explode: true`).
    pub fn query_all<P: Param>(
        mut self,
        name: &'static str,
        values: impl IntoIterator<Item = P>,
    ) -> Self {
        let values = self.all(Place::Query, name, values);
        pairs::set(&mut self.query, name, values);
        self
    }

    /// Sets a query parameter for each value in an object: `prefix.key=value`.
    pub fn query_map(mut self, prefix: &'static str, object: impl Into<Value>) -> Self {
        pairs::set_map(&mut self.query, prefix, &object.into());
        self
    }

    /// Sets a query parameter for each value in an object or a list: `name[key]=value`.
    pub fn query_deep<T: Encode>(mut self, name: &'static str, value: T) -> Self {
        style::deep(&mut self.query, name, &value.encode());
        self
    }

    /// Sets a query parameter for each property of the object that the document calls `name`.
    pub fn query_spread<T: Encode>(mut self, name: &'static str, object: T) -> Self {
        let fault = style::spread(&mut self.query, &object.encode());
        self.api.check(Place::Query, name, fault);
        self
    }

    /// Sets a request header; it may hold no control characters.
    pub fn header<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.api.check(Place::Header, name, value.fault());
        pairs::set(&mut self.headers, name, one(&value));
        self
    }

    /// Sets a cookie; what no cookie can carry of its value is percent-encoded.
    pub fn cookie<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.api.check(Place::Cookie, name, value.fault());
        pairs::set(&mut self.cookies, name, one(&value));
        self
    }

    /// Makes the body a form, which is sent even if it has no field.
    pub fn form_body(mut self) -> Self {
        self.body.form();
        self
    }

    /// Sets a field of the form that is the body.
    pub fn form<P: Param>(mut self, name: &'static str, value: P) -> Self {
        self.api.check(Place::Form, name, value.fault());
        pairs::set(self.body.form(), name, one(&value));
        self
    }

    /// Sets a field of the form that stands once for each value.
    pub fn form_all<P: Param>(
        mut self,
        name: &'static str,
        values: impl IntoIterator<Item = P>,
    ) -> Self {
        let values = self.all(Place::Form, name, values);
        pairs::set(self.body.form(), name, values);
        self
    }

    /// Sets a field of the form for each value in an object: `prefix.key=value`.
    pub fn form_map(mut self, prefix: &'static str, object: impl Into<Value>) -> Self {
        pairs::set_map(self.body.form(), prefix, &object.into());
        self
    }

    /// Sets a field of the form for each value in an object or a list: `name[key]=value`.
    pub fn form_deep<T: Encode>(mut self, name: &'static str, value: T) -> Self {
        style::deep(self.body.form(), name, &value.encode());
        self
    }

    /// Sets a field of the form for each property of the object that the document calls `name`.
    pub fn form_spread<T: Encode>(mut self, name: &'static str, object: T) -> Self {
        let fault = style::spread(self.body.form(), &object.encode());
        self.api.check(Place::Form, name, fault);
        self
    }

    pub(super) fn all<P: Param>(
        &mut self,
        place: Place,
        name: &'static str,
        values: impl IntoIterator<Item = P>,
    ) -> Vec<String> {
        let mut texts = Vec::new();
        let mut fault = None;
        for value in values {
            fault = fault.or(value.fault());
            texts.push(value.text().into_owned());
        }
        self.api.check(place, name, fault);
        texts
    }

    /// Makes the body a form in which files can stand (RFC 7578), which is sent even if it is empty.
    pub fn multipart_body(mut self) -> Self {
        self.body.form();
        self.body.multipart = true;
        self
    }

    /// Sets a file of the form.
    pub fn file(self, name: &'static str, file: impl Into<FilePart>) -> Self {
        self.files(name, [file])
    }

    /// Sets a file of the form that stands once for each of these.
    pub fn files(
        mut self,
        name: &'static str,
        files: impl IntoIterator<Item = impl Into<FilePart>>,
    ) -> Self {
        self.body.files.retain(|file| file.0 != name);
        self.body.files.extend(files.into_iter().map(|file| (name, file.into())));
        self
    }

    /// Says of which media type the parts of that name are; a file can have one of its own.
    pub fn part_type(mut self, name: &'static str, media_type: &'static str) -> Self {
        self.body.types.push((name, media_type));
        self
    }

    /// Makes the body these bytes, of the media type `application/octet-stream` unless a header says
    /// otherwise.
    pub fn raw(mut self, body: impl Into<Content>) -> Self {
        self.body.raw = Some(body.into());
        self
    }

    /// Makes the body this value as JSON.
    pub fn json(mut self, body: &impl Encode) -> Self {
        self.body.json = Some(body.encode());
        self
    }

    /// Sets a property of the JSON object that is the body; an absent value removes it.
    pub fn json_property(mut self, name: &'static str, value: impl Encode) -> Self {
        self.body.set_property(name, &value);
        self
    }

    /// Refuses to send the call unless one of these query parameters, headers, cookies or form fields
    /// is set.
    pub fn one_of(mut self, names: &'static [&'static str]) -> Self {
        let parameters =
            self.query.iter().chain(&self.encoded).chain(&self.headers).chain(&self.cookies);
        let mut set = parameters.chain(self.body.form.iter().flatten());
        if !set.any(|pair| names.contains(&&*pair.0)) {
            self.api.faults.push(Fault::new(names.join("` or `"), "must be given"));
        }
        self
    }

    /// Asks for another security scheme than the rest of the API.
    pub fn auth(mut self, auth: Auth) -> Self {
        self.api.auth = auth;
        self
    }

    /// Takes another server than the rest of the API, unless the client has a base URL.
    pub fn server(mut self, server: &'static str) -> Self {
        self.api.server = server;
        self
    }

    /// Takes a redirection for an answer, as the document does. None is ever followed.
    pub fn takes_redirects(mut self) -> Self {
        self.expected.redirects = true;
        self
    }

    /// The call as a request with nothing left to set, which brings a `T`.
    pub fn request<T: Decode>(self) -> Request<T> {
        Request::new(self, Reply::decode)
    }

    /// The same, where the body of the response is ignored.
    pub fn request_empty(self) -> Request<()> {
        Request::new(self, Reply::ignore)
    }

    /// The same, where the body of the response is text in UTF-8.
    pub fn request_text(self) -> Request<String> {
        Request::new(self, Reply::text)
    }

    /// The same, where the body of the response is whatever bytes it has.
    pub fn request_bytes(self) -> Request<Vec<u8>> {
        Request::new(self, Reply::bytes)
    }

    /// The same, where the response says where to go.
    pub fn request_location(self) -> Request<Uri> {
        Request::new(self, Reply::location)
    }

    /// Sends the call; the body of the response becomes a `T`.
    pub fn send<T: Decode>(self) -> Sending<T> {
        Sending::new(self, Reply::decode)
    }

    /// Sends the call; the response is a page of items, which the document calls `items`.
    pub fn send_page<T: Decode>(mut self, items: &'static str) -> Sending<Page<T>> {
        self.expected.items = items;
        Sending::new(self, Reply::page)
    }

    /// Sends the call and ignores the body of the response.
    pub fn send_empty(self) -> Sending<()> {
        Sending::new(self, Reply::ignore)
    }

    /// Sends the call; the body of the response is text in UTF-8.
    pub fn send_text(self) -> Sending<String> {
        Sending::new(self, Reply::text)
    }

    /// Sends the call; the body of the response is whatever bytes it has.
    pub fn send_bytes(self) -> Sending<Vec<u8>> {
        Sending::new(self, Reply::bytes)
    }

    /// Sends the call; the response says where to go, in its `Location` (RFC 9110, section 10.2.2).
    pub fn send_location(self) -> Sending<Uri> {
        Sending::new(self, Reply::location)
    }
}

fn one(value: &dyn Param) -> Vec<String> {
    vec![value.text().into_owned()]
}

/// The names of what was set, and no values.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &[pairs::names(&self.query), pairs::names(&self.encoded)].concat())
            .field("headers", &pairs::names(&self.headers))
            .field("cookies", &pairs::names(&self.cookies))
            .field("form", &self.body.form.as_deref().map(pairs::names))
            .finish_non_exhaustive()
    }
}
