//! The Security Scheme Object and its OAuth flows.

use super::{Object, Rule, Shape, optional, required};

pub(super) static SECURITY_SCHEME: Object = Object::new(
    "Security Scheme Object",
    &[
        required("type", Shape::Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
        optional("description", Shape::Text),
        optional("name", Shape::Text),
        optional("in", Shape::Word(&["query", "header", "cookie"])),
        optional("scheme", Shape::Text),
        optional("bearerFormat", Shape::Text),
        optional("flows", Shape::Object(&OAUTH_FLOWS)),
        optional("openIdConnectUrl", Shape::Text),
    ],
)
.in_section("securitySchemes")
.with_rule(Rule::SecurityScheme);

static OAUTH_FLOWS: Object = Object::new(
    "OAuth Flows Object",
    &[
        optional("implicit", Shape::Object(&IMPLICIT)),
        optional("password", Shape::Object(&TOKEN)),
        optional("clientCredentials", Shape::Object(&TOKEN)),
        optional("authorizationCode", Shape::Object(&AUTHORIZATION_CODE)),
    ],
);

static IMPLICIT: Object = Object::new(
    "OAuth Flow Object",
    &[
        required("authorizationUrl", Shape::Text),
        optional("refreshUrl", Shape::Text),
        required("scopes", Shape::Map(&Shape::Text)),
    ],
);

/// The flows that need a token URL only: password and client credentials.
static TOKEN: Object = Object::new(
    "OAuth Flow Object",
    &[
        required("tokenUrl", Shape::Text),
        optional("refreshUrl", Shape::Text),
        required("scopes", Shape::Map(&Shape::Text)),
    ],
);

static AUTHORIZATION_CODE: Object = Object::new(
    "OAuth Flow Object",
    &[
        required("authorizationUrl", Shape::Text),
        required("tokenUrl", Shape::Text),
        optional("refreshUrl", Shape::Text),
        required("scopes", Shape::Map(&Shape::Text)),
    ],
);
