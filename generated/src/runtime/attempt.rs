//! One attempt: a request goes out once, and the whole response comes in, within its limits.

use http::HeaderMap;
use http::StatusCode;

use super::cause::Cause;
use super::client::Settings;
use super::http_request::HttpRequest;
use super::http_response::{HttpBody, HttpResponse};
use super::limits::Limits;
use super::origin::Origin;
use super::within::within;

/// A response that has come to its end, whatever its status is, or to the end of its head.
pub(super) struct Received {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    /// What has yet to come, where the call takes it part by part.
    pub(super) rest: Option<Rest>,
}

/// A body that has yet to come, and the limits of its call.
pub(super) struct Rest {
    pub(super) body: HttpBody,
    pub(super) limits: Limits,
}

/// Sends a request once. What is known of the response is noted in `origin` as it comes.
pub(super) async fn attempt(
    settings: &Settings,
    request: HttpRequest,
    limits: &Limits,
    origin: &mut Origin,
) -> Result<Received, Cause> {
    origin.attempted();
    let limit = settings.transport.sleep(limits.attempt);
    let exchange = async {
        let (mut request, copy) = settings.hooks.before(request);
        request.body = request.body.or_empty().await.map_err(Cause::Transport)?;
        let response = settings.transport.send(request).await.map_err(Cause::Transport)?;
        settings.hooks.after(copy.as_ref(), &response);
        origin.answered(response.status, &response.headers);
        receive(response, limits).await
    };
    within(limit, exchange).await.unwrap_or(Err(Cause::Timeout))
}

async fn receive(response: HttpResponse, limits: &Limits) -> Result<Received, Cause> {
    let HttpResponse { status, headers, body: mut parts } = response;
    if limits.in_parts && status.is_success() {
        let rest = Some(Rest { body: parts, limits: *limits });
        return Ok(Received { status, headers, body: Vec::new(), rest });
    }
    let mut body = Vec::new();
    while let Some(part) = parts.try_next().await.map_err(Cause::Transport)? {
        extend(&mut body, &part, limits.body)?;
    }
    Ok(Received { status, headers, body, rest: None })
}

/// Adds a part, and takes no more memory for it than the limit has.
fn extend(body: &mut Vec<u8>, part: &[u8], limit: usize) -> Result<(), Cause> {
    if part.len() > limit - body.len() {
        return Err(Cause::TooLarge(limit));
    }
    if part.len() > body.capacity() - body.len() {
        let wanted = (2 * body.len()).max(body.len() + part.len()).min(limit);
        body.reserve_exact(wanted - body.len());
    }
    body.extend_from_slice(part);
    Ok(())
}
