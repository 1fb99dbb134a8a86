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
    let span = begin(&request, origin.attempts);
    let attempt = attempt::attempt(settings, request, limits, origin);
    let outcome = attempt.instrument(span.clone()).await;
    end(&span, origin.status, outcome.as_ref().err());
    outcome
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

/// Says how an attempt ended; a status of 4xx or 5xx is an error too.
fn end(span: &Span, status: Option<u16>, cause: Option<&Cause>) {
    if let Some(status) = status {
        span.record("http.response.status_code", status);
    }
    match (cause, status) {
        (Some(cause), _) => span.record("error.type", cause.kind().name()),
        (None, Some(status @ 400..)) => span.record("error.type", status.to_string()),
        _ => return,
    };
    span.record("otel.status_code", "ERROR");
}
