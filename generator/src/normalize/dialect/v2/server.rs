//! `schemes`, `host` and `basePath` are the URL of a server.

use serde_json::{Value, json};

pub(super) fn servers(root: &Value) -> Value {
    let text = |key: &str| root.get(key).and_then(Value::as_str).unwrap_or_default();
    let (host, path) = (text("host"), text("basePath").trim_end_matches('/'));
    let url = match host {
        "" if path.is_empty() => "/".to_owned(),
        "" => path.to_owned(),
        _ => format!("{}://{host}{path}", scheme(root)),
    };
    json!([{ "url": url }])
}

/// `https` unless the document leaves it out.
fn scheme(root: &Value) -> &str {
    let schemes = root.get("schemes").and_then(Value::as_array);
    let mut schemes = schemes
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|scheme| matches!(*scheme, "http" | "https"));
    let first = schemes.next();
    match schemes.any(|scheme| scheme == "https") {
        true => "https",
        false => first.unwrap_or("https"),
    }
}
