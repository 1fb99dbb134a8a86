//! What every part of the stage needs: the document, its vendor's profile, the ledger.

use std::cell::RefCell;

use openapiv3::{OpenAPI, Parameter, ReferenceOr, RequestBody, Response, Schema, SecurityScheme};

use crate::model::LedgerEntry;
use crate::profile::Profile;

/// The document that is being lowered, and what has been found to say about it.
#[derive(Debug)]
pub struct Context<'a> {
    pub api: &'a OpenAPI,
    pub profile: &'static Profile,
    ledger: RefCell<Vec<LedgerEntry>>,
}

impl<'a> Context<'a> {
    pub fn new(api: &'a OpenAPI, profile: &'static Profile) -> Self {
        Self { api, profile, ledger: RefCell::new(Vec::new()) }
    }

    /// Writes down that the part at `pointer` is not in the code as it stands there.
    pub fn note(&self, pointer: &str, what: impl Into<String>, became: impl Into<String>) {
        let entry =
            LedgerEntry { pointer: pointer.to_owned(), what: what.into(), became: became.into() };
        let mut ledger = self.ledger.borrow_mut();
        if !ledger.contains(&entry) {
            ledger.push(entry);
        }
    }

    /// The ledger, in the order of the places.
    pub fn into_ledger(self) -> Vec<LedgerEntry> {
        let mut ledger = self.ledger.into_inner();
        ledger.sort_by(|a, b| (&a.pointer, &a.what).cmp(&(&b.pointer, &b.what)));
        ledger
    }

    /// The schema component of that name.
    pub fn schema(&self, name: &str) -> Option<&'a ReferenceOr<Schema>> {
        self.api.components.as_ref()?.schemas.get(name)
    }

    /// The parameter, wherever it stands.
    pub fn parameter(&self, it: &'a ReferenceOr<Parameter>) -> Option<&'a Parameter> {
        resolve(it, "parameters", &|name| self.api.components.as_ref()?.parameters.get(name))
    }

    /// The request body, wherever it stands.
    pub fn request_body(&self, it: &'a ReferenceOr<RequestBody>) -> Option<&'a RequestBody> {
        resolve(it, "requestBodies", &|name| self.api.components.as_ref()?.request_bodies.get(name))
    }

    /// The response, wherever it stands.
    pub fn response(&self, it: &'a ReferenceOr<Response>) -> Option<&'a Response> {
        resolve(it, "responses", &|name| self.api.components.as_ref()?.responses.get(name))
    }

    /// The security scheme of that name.
    pub fn security_scheme(&self, name: &str) -> Option<&'a SecurityScheme> {
        let schemes = &self.api.components.as_ref()?.security_schemes;
        resolve(schemes.get(name)?, "securitySchemes", &|name| schemes.get(name))
    }
}

/// A chain of references is this long at most: `normalize` has refused the ones without an end.
const CHAIN: usize = 64;

fn resolve<'a, T>(
    mut it: &'a ReferenceOr<T>,
    kind: &str,
    component: &dyn Fn(&str) -> Option<&'a ReferenceOr<T>>,
) -> Option<&'a T> {
    for _ in 0..CHAIN {
        match it {
            ReferenceOr::Item(item) => return Some(item),
            ReferenceOr::Reference { reference } => {
                it = component(&component_name(reference, kind)?)?;
            }
        }
    }
    None
}

/// The name in `#/components/<kind>/<name>`.
pub fn component_name(reference: &str, kind: &str) -> Option<String> {
    let name = reference.strip_prefix("#/components/")?.strip_prefix(kind)?.strip_prefix('/')?;
    (!name.contains('/')).then(|| unescape(name))
}

/// Undoes the escapes of a JSON pointer (RFC 6901) in a URI fragment.
fn unescape(token: &str) -> String {
    token.replace("%25", "%").replace("~1", "/").replace("~0", "~")
}

/// One step down a JSON pointer (RFC 6901, section 3).
pub fn child(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
