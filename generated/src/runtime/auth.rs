//! What proves to a server who is calling (OpenAPI, Security Scheme Object).

/// The credentials that a call asks for (OpenAPI, Security Requirement Object).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Auth {
    /// No credentials; none are sent even if the client has some.
    None,
    /// A user name and a password (RFC 7617).
    Basic,
    /// A token (RFC 6750).
    Bearer,
    /// A token that the client fetches from this URL with its client credentials (RFC 6749, section
    /// 4.4), unless it has one.
    ClientCredentials(&'static str),
    /// The key of the scheme that is named first, in the header that is named then.
    HeaderKey(&'static str, &'static str),
    /// The key of a scheme, in a query parameter.
    QueryKey(&'static str, &'static str),
    /// The key of a scheme, in a cookie.
    CookieKey(&'static str, &'static str),
    /// All of these together.
    All(&'static [Self]),
    /// The first of these that the client has.
    First(&'static [Self]),
}

impl Auth {
    /// Whatever of a token and a user name with a password the client has.
    pub(super) const ANY: Self = Self::First(&[Self::Bearer, Self::Basic, Self::None]);

    /// The setters of [`ClientBuilder`](super::ClientBuilder) that bring these credentials, in words.
    pub(super) fn setters(self) -> String {
        let joined =
            |all: &[Self], by| all.iter().map(|it| it.setters()).collect::<Vec<_>>().join(by);
        match self {
            Self::None => "nothing".to_owned(),
            Self::Basic => "`basic_auth`".to_owned(),
            Self::Bearer => "`bearer_auth`".to_owned(),
            Self::ClientCredentials(_) => "`client_credentials`".to_owned(),
            Self::HeaderKey(scheme, _) | Self::QueryKey(scheme, _) | Self::CookieKey(scheme, _) => {
                format!("`api_key_auth` for `{scheme}`")
            }
            Self::All(all) => joined(all, " and "),
            Self::First(all) => joined(all, ", or "),
        }
    }
}
