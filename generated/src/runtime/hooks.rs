//! What a client's owner wants to do or to see around each attempt.

use std::sync::Arc;

use super::http_request::HttpRequest;
use super::http_response::HttpResponse;

type Before = Arc<dyn Fn(&mut HttpRequest) + Send + Sync>;
type After = Arc<dyn Fn(&HttpRequest, &HttpResponse) + Send + Sync>;

/// The hooks of a client, each kind in the order in which they were added.
#[derive(Clone, Default)]
pub(super) struct Hooks {
    before: Vec<Before>,
    after: Vec<After>,
}

impl Hooks {
    pub(super) fn add_before(&mut self, hook: impl Fn(&mut HttpRequest) + Send + Sync + 'static) {
        self.before.push(Arc::new(hook));
    }

    pub(super) fn add_after(
        &mut self,
        hook: impl Fn(&HttpRequest, &HttpResponse) + Send + Sync + 'static,
    ) {
        self.after.push(Arc::new(hook));
    }

    /// The request as the hooks leave it, and a copy if somebody will want to see it again.
    pub(super) fn before(&self, mut request: HttpRequest) -> (HttpRequest, Option<HttpRequest>) {
        self.before.iter().for_each(|hook| hook(&mut request));
        let copy = (!self.after.is_empty()).then(|| request.clone());
        (request, copy)
    }

    pub(super) fn after(&self, request: Option<&HttpRequest>, response: &HttpResponse) {
        if let Some(request) = request {
            self.after.iter().for_each(|hook| hook(request, response));
        }
    }
}
