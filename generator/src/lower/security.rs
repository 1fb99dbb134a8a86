//! Security requirements → how an operation authenticates.

use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityRequirement, SecurityScheme};

use super::context::Context;
use super::groups::{Found, FoundGroup};
use crate::model::{Auth, Location};

/// How most operations of the document authenticate.
pub fn usual_auth(cx: &Context<'_>, groups: &[FoundGroup<'_>]) -> Auth {
    let mut counts = std::collections::BTreeMap::<Auth, usize>::new();
    for found in groups.iter().flat_map(|group| &group.operations) {
        *counts.entry(operation_auth(cx, found)).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(auth, count)| (*count, auth.clone()));
    most.map_or(Auth::None, |(auth, _)| auth)
}

/// How one operation authenticates: in the first of these ways that a client has credentials for.
pub fn operation_auth(cx: &Context<'_>, found: &Found<'_>) -> Auth {
    let own = found.operation.security.as_ref();
    let Some(alternatives) = own.or(cx.api.security.as_ref()) else { return Auth::None };
    let expressed = alternatives.iter().map(|it| requirement_auth(cx, it));
    let ways = distinct(expressed.clone().flatten());
    for lost in
        alternatives.iter().zip(expressed).filter_map(|(it, way)| way.is_none().then_some(it))
    {
        let became =
            if ways.is_empty() { "a request without credentials" } else { "the other ways" };
        cx.note(&found.pointer, told(cx, lost), became);
    }
    one_or(ways, Auth::First).unwrap_or(Auth::None)
}

/// The same ways, each once, and no credentials last: they are sent if there are any.
fn distinct(ways: impl Iterator<Item = Auth>) -> Vec<Auth> {
    let mut distinct = Vec::new();
    for way in ways {
        if !distinct.contains(&way) {
            distinct.push(way);
        }
    }
    distinct.sort_by_key(|way| *way == Auth::None);
    distinct
}

fn one_or(mut ways: Vec<Auth>, many: fn(Vec<Auth>) -> Auth) -> Option<Auth> {
    match ways.len() {
        0 | 1 => ways.pop(),
        _ => Some(many(ways)),
    }
}

/// What a requirement that cannot be expressed asks for.
fn told(cx: &Context<'_>, requirement: &SecurityRequirement) -> String {
    let lost = requirement.keys().find(|name| scheme_auth(cx, name).is_none());
    let lost = lost.and_then(|name| Some((name, cx.security_scheme(name)?)));
    match lost {
        Some((_, SecurityScheme::HTTP { scheme, .. })) => {
            format!("HTTP authentication by `{scheme}`")
        }
        Some((name, _)) => format!("the security scheme `{name}`"),
        None => "a security scheme that is not there".to_owned(),
    }
}

fn requirement_auth(cx: &Context<'_>, requirement: &SecurityRequirement) -> Option<Auth> {
    let schemes: Option<Vec<Auth>> = requirement.keys().map(|name| scheme_auth(cx, name)).collect();
    let schemes = distinct(schemes?.into_iter());
    one_or(schemes, Auth::All).or(Some(Auth::None))
}

fn scheme_auth(cx: &Context<'_>, name: &str) -> Option<Auth> {
    match cx.security_scheme(name)? {
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => {
            Some(Auth::Basic)
        }
        SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => {
            Some(Auth::Bearer)
        }
        SecurityScheme::HTTP { .. } => None,
        SecurityScheme::OAuth2 {
            flows: OAuth2Flows { client_credentials: Some(flow), .. },
            ..
        } if is_absolute(&flow.token_url) => Some(Auth::ClientCredentials(flow.token_url.clone())),
        // Both end in a bearer token (RFC 6749, section 7.1), which the client's user supplies.
        SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => Some(Auth::Bearer),
        SecurityScheme::APIKey { location, name: wire, .. } => Some(Auth::Key {
            scheme: name.to_owned(),
            location: key_location(location),
            wire: wire.clone(),
        }),
    }
}

fn key_location(location: &APIKeyLocation) -> Location {
    match location {
        APIKeyLocation::Query => Location::Query,
        APIKeyLocation::Header => Location::Header,
        APIKeyLocation::Cookie => Location::Cookie,
    }
}

fn is_absolute(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme))
}
