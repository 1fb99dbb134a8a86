//! One operation: a request is sent, and sent again where that is allowed, within a time limit.

use http::StatusCode;

use super::attempt::Received;
#[cfg(not(feature = "tracing"))]
use super::attempt::attempt;
use super::auth::Auth;
use super::cause::Cause;
use super::client::Settings;
use super::credentials::set_bearer;
use super::error::{Error, Result};
use super::http_request::HttpRequest;
use super::limits::Limits;
use super::origin::Origin;
use super::retries::Retries;
#[cfg(feature = "tracing")]
use super::trace::attempt;
use super::within::within;

/// Sends a request, with an access token where `auth` asks for one that has to be fetched.
pub(super) async fn run(
    settings: &Settings,
    mut request: HttpRequest,
    auth: Auth,
    limits: &Limits,
    origin: &mut Origin,
) -> Result<Received> {
    let limit = settings.transport.sleep(limits.operation);
    let operation = async {
        let Some(url) = settings.credentials.token_url(auth) else {
            return repeat(settings, &request, limits, origin).await;
        };
        let token = settings.tokens.get(url, settings).await?;
        set_bearer(&mut request.headers, &token);
        let received = repeat(settings, &request, limits, origin).await?;
        if received.status == StatusCode::UNAUTHORIZED {
            settings.tokens.forget(url, &token).await;
        }
        Ok(received)
    };
    match within(limit, operation).await {
        Some(outcome) => outcome,
        None => Err(Error::new(Cause::Timeout).at(origin)),
    }
}

/// Sends a request until the outcome is one to keep.
pub(super) async fn repeat(
    settings: &Settings,
    request: &HttpRequest,
    limits: &Limits,
    origin: &mut Origin,
) -> Result<Received> {
    let mut retries = Retries::new(&settings.budget, limits);
    loop {
        let outcome = attempt(settings, request.clone(), limits, origin).await;
        match retries.next(&request.method, &outcome) {
            Some(pause) => settings.transport.sleep(pause).await,
            None => return outcome.map_err(|cause| Error::new(cause).at(origin)),
        }
    }
}
