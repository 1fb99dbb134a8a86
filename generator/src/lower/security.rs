//! Security requirements → how an operation authenticates.

use openapiv3::{OAuth2Flows, SecurityRequirement, SecurityScheme};

use super::context::Context;
use super::groups::{Found, FoundGroup};
use crate::model::Auth;

/// How most operations of the document authenticate.
pub fn usual_auth(cx: &Context<'_>, groups: &[FoundGroup<'_>]) -> Auth {
    let mut counts = std::collections::BTreeMap::<Auth, usize>::new();
    for found in groups.iter().flat_map(|group| &group.operations) {
        *counts.entry(operation_auth(cx, found)).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(auth, count)| (*count, auth.clone()));
    most.map_or(Auth::None, |(auth, _)| auth)
}

/// How one operation authenticates: the first alternative that can be expressed.
pub fn operation_auth(cx: &Context<'_>, found: &Found<'_>) -> Auth {
    let own = found.operation.security.as_ref();
    let Some(alternatives) = own.or(cx.api.security.as_ref()) else { return Auth::None };
    if alternatives.iter().any(SecurityRequirement::is_empty) {
        if alternatives.iter().any(|it| !it.is_empty()) {
            cx.note(&found.pointer, "optional security", "a request without credentials");
        }
        return Auth::None;
    }
    let [first, others @ ..] = alternatives.as_slice() else { return Auth::None };
    let expressed = alternatives.iter().find_map(|alternative| requirement_auth(cx, alternative));
    let Some(auth) = expressed else {
        cx.note(&found.pointer, told(cx, first), "a request without credentials");
        return Auth::None;
    };
    if others.iter().chain([first]).any(|it| requirement_auth(cx, it).as_ref() != Some(&auth)) {
        let what = "alternatives of security";
        cx.note(&found.pointer, what, "the first that is HTTP basic or a bearer token");
    }
    auth
}

/// What a requirement that cannot be expressed asks for.
fn told(cx: &Context<'_>, requirement: &SecurityRequirement) -> String {
    let mut names = requirement.keys();
    match (names.next().and_then(|name| cx.security_scheme(name)), names.next()) {
        (_, Some(_)) => "several security schemes together".to_owned(),
        (Some(SecurityScheme::APIKey { name, .. }), None) => format!("the API key `{name}`"),
        _ => "a security scheme that is neither HTTP basic nor a bearer token".to_owned(),
    }
}

fn requirement_auth(cx: &Context<'_>, requirement: &SecurityRequirement) -> Option<Auth> {
    let mut schemes = requirement.keys();
    match (schemes.next(), schemes.next()) {
        (Some(name), None) => scheme_auth(cx.security_scheme(name)?),
        _ => None,
    }
}

fn scheme_auth(scheme: &SecurityScheme) -> Option<Auth> {
    match scheme {
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => {
            Some(Auth::Basic)
        }
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
            Some(Auth::Bearer)
        }
        SecurityScheme::OAuth2 {
            flows: OAuth2Flows { client_credentials: Some(flow), .. },
            ..
        } if is_absolute(&flow.token_url) => Some(Auth::ClientCredentials(flow.token_url.clone())),
        // Both end in a bearer token (RFC 6749, section 7.1), which the client's user supplies.
        SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => Some(Auth::Bearer),
        _ => None,
    }
}

fn is_absolute(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme))
}
