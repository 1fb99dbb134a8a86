//! Servers and security: where a call goes, and with what.

use serde_json::{Value, json};

use super::draft::Draft;

/// The names of the schemes that every document declares.
const SCHEMES: &[&str] = &["basic", "bearer", "key", "OAuth 2", "名前", "digest", "openId"];

/// A scheme of each name.
pub fn schemes() -> Value {
    json!({
        "basic": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "Bearer", "bearerFormat": "JWT"},
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "OAuth 2": {"type": "oauth2", "flows": {"clientCredentials": {
            "tokenUrl": "https://api.example.com/token", "scopes": {"read": "To read."}}}},
        "名前": {"type": "apiKey", "in": "query", "name": "名前"},
        "digest": {"type": "http", "scheme": "digest"},
        "openId": {"type": "openIdConnect", "openIdConnectUrl": "https://api.example.com/id"},
    })
}

impl Draft<'_> {
    /// Requirements of which any is enough.
    pub fn requirements(&mut self) -> Value {
        let count = self.choices.below(3);
        (0..count).map(|_| self.requirement()).collect()
    }

    fn requirement(&mut self) -> Value {
        let names = self.choices.some(2, |choices| choices.one(SCHEMES));
        names.into_iter().map(|name| (name.to_owned(), json!([]))).collect()
    }

    /// Servers, of which the first counts.
    pub fn servers(&mut self) -> Value {
        match self.choices.below(5) {
            0 => json!([{"url": "https://api.example.com"}]),
            1 => json!([]),
            2 => json!([{"url": "/v1"}]),
            3 => json!([{"url": "https://{region}.example.com/{v}", "variables": {
                "region": {"default": "eu", "enum": ["eu", "us"]}, "v": {"default": "名前"}}}]),
            _ => json!([{"url": "http://localhost:8080/a/", "description": self.prose()}]),
        }
    }
}
