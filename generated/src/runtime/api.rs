//! One API of a client: the server and the security scheme that its operations share.

use std::fmt;

use http::Method;

use super::auth::Auth;
use super::call::Call;
use super::client::Client;
use super::fault::{Fault, Place};
use super::pairs::{self, Pair};
use super::param::Param;
use super::path::encoded;
use super::server;

/// The operations of one document, or a group of them with their common path parameters bound.
#[derive(Clone)]
pub struct Api {
    pub(super) client: Client,
    pub(super) server: &'static str,
    pub(super) auth: Auth,
    pub(super) values: Vec<Pair>,
    /// Values that cannot be sent: the call says so when it is.
    pub(super) faults: Vec<Fault>,
}

impl Api {
    /// The same API with a path parameter bound for every call.
    pub fn with<P: Param>(&self, name: &'static str, value: P) -> Self {
        let mut api = self.clone();
        api.check(Place::Path, name, value.fault());
        pairs::set(&mut api.values, name, vec![encoded(&value.text())]);
        api
    }

    /// Keeps why a parameter cannot be sent, if it cannot, in the place of what was known of it.
    pub(super) fn check(&mut self, place: Place, name: &'static str, fault: Option<&'static str>) {
        self.faults.retain(|fault| fault.place != place || fault.parameter != name);
        let fault = fault.map(|reason| Fault { place, ..Fault::new(name, reason) });
        self.faults.extend(fault);
    }

    /// A GET of a path template.
    pub fn get(&self, path: &'static str) -> Call {
        Call::new(self, Method::GET, path)
    }

    /// A POST to a path template.
    pub fn post(&self, path: &'static str) -> Call {
        Call::new(self, Method::POST, path)
    }

    /// A PUT to a path template.
    pub fn put(&self, path: &'static str) -> Call {
        Call::new(self, Method::PUT, path)
    }

    /// A PATCH of a path template.
    pub fn patch(&self, path: &'static str) -> Call {
        Call::new(self, Method::PATCH, path)
    }

    /// A DELETE of a path template.
    pub fn delete(&self, path: &'static str) -> Call {
        Call::new(self, Method::DELETE, path)
    }

    /// A HEAD of a path template.
    pub fn head(&self, path: &'static str) -> Call {
        Call::new(self, Method::HEAD, path)
    }

    /// An OPTIONS of a path template.
    pub fn options(&self, path: &'static str) -> Call {
        Call::new(self, Method::OPTIONS, path)
    }

    /// A TRACE of a path template.
    pub fn trace(&self, path: &'static str) -> Call {
        Call::new(self, Method::TRACE, path)
    }
}

/// The host, and the names of what was set.
impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api")
            .field("server", &server::shown(self.server))
            .field("path", &pairs::names(&self.values))
            .finish_non_exhaustive()
    }
}
