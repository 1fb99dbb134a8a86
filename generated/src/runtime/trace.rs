//! Spans of the `tracing` crate, one for each request that goes out, with the names that
//! OpenTelemetry has for them (Semantic Conventions for HTTP spans, "HTTP client").

use tracing::field::Empty;
use tracing::{Instrument, Span, info_span};

use super::attempt::{self, Received};
use super::cause::Cause;
use super::client::Settings;
use super::http_request::HttpRequest;
use super::limits::Limits;
use super::origin::Origin;

/// One attempt, in a span of its own.
///
/// The conventions' `url.full` is not among the fields: paths and queries hold personal values.
pub(super) async fn attempt(
    settings: &Settings,
    request: HttpRequest,
    limits: &Limits,
    origin: &mut Origin,
) -> Result<Received, Cause> {
    let running = Running { span: begin(&request, origin.attempts), is_over: false };
    let attempt = attempt::attempt(settings, request, limits, origin);
    let outcome = attempt.instrument(running.span.clone()).await;
    running.end(origin.status, outcome.as_ref().err());
    outcome
}

/// The span of an attempt. It may never hear of its end: the time of the operation runs out, or the
/// caller stops waiting.
struct Running {
    span: Span,
    is_over: bool,
}

impl Running {
    /// Says how an attempt ended; a status of 4xx or 5xx is an error too.
    fn end(mut self, status: Option<u16>, cause: Option<&Cause>) {
        self.is_over = true;
        if let Some(status) = status {
            self.span.record("http.response.status_code", status);
        }
        match (cause, status) {
            (Some(cause), _) => self.fail(cause.kind().name()),
            (None, Some(status @ 400..)) => self.fail(&status.to_string()),
            _ => {}
        }
    }

    fn fail(&self, r#type: &str) {
        self.span.record("error.type", r#type);
        self.span.record("otel.status_code", "ERROR");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.is_over {
            self.fail("cancelled");
        }
    }
}

fn begin(request: &HttpRequest, attempts: u32) -> Span {
    let span = info_span!(
        "http.client.request",
        "otel.kind" = "client",
        "otel.name" = format!("{} {}", request.method, request.template),
        "otel.status_code" = Empty,
        "error.type" = Empty,
        "http.request.method" = request.method.as_str(),
        "http.request.resend_count" = Empty,
        "http.response.status_code" = Empty,
        "server.address" = request.url.host_str(),
        "server.port" = request.url.port_or_known_default(),
        "url.template" = request.template,
    );
    if attempts > 0 {
        span.record("http.request.resend_count", attempts);
    }
    span
}
