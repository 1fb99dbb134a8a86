//! The runtime, which every crate has as it is.

use super::{Content, OutputFile};

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/runtime/", $name)))),*]
    };
}

const MANIFEST: &str = include_str!("../../templates/runtime.toml");
const FILES: &[(&str, &str)] = embedded![
    "api.rs",
    "api_error.rs",
    "attempt.rs",
    "auth.rs",
    "backoff.rs",
    "base64.rs",
    "blocking.rs",
    "body.rs",
    "budget.rs",
    "builder.rs",
    "call.rs",
    "cause.rs",
    "client.rs",
    "connections.rs",
    "cookies.rs",
    "credentials.rs",
    "date.rs",
    "date_time.rs",
    "decode.rs",
    "decode_number.rs",
    "decoder.rs",
    "encode.rs",
    "environment.rs",
    "error.rs",
    "event_stream.rs",
    "exchange.rs",
    "fault.rs",
    "foreign.rs",
    "frames.rs",
    "hooks.rs",
    "hosts.rs",
    "http_request.rs",
    "http_response.rs",
    "items.rs",
    "lib.rs",
    "limits.rs",
    "lines.rs",
    "link.rs",
    "list.rs",
    "multipart.rs",
    "object.rs",
    "open_enum.rs",
    "operation.rs",
    "origin.rs",
    "page.rs",
    "pager.rs",
    "pairs.rs",
    "param.rs",
    "parts.rs",
    "path.rs",
    "properties.rs",
    "reader.rs",
    "reply.rs",
    "request.rs",
    "reqwest_transport.rs",
    "response.rs",
    "retries.rs",
    "retry.rs",
    "retry_after.rs",
    "round_trip.rs",
    "sending.rs",
    "serde_bridge.rs",
    "server.rs",
    "sid.rs",
    "streamed.rs",
    "style.rs",
    "text.rs",
    "tokens.rs",
    "trace.rs",
    "transport.rs",
    "trial.rs",
    "union.rs",
    "uri.rs",
    "within.rs",
];

/// The runtime's files, where a generated crate has them.
pub fn files() -> impl Iterator<Item = OutputFile> {
    FILES.iter().map(|(name, text)| {
        let name = if *name == "lib.rs" { "mod.rs" } else { name };
        OutputFile {
            path: format!("src/runtime/{name}"),
            content: Content::Text((*text).to_owned()),
        }
    })
}

/// The features that the runtime has, as lines of a manifest.
pub fn features() -> &'static str {
    section("features")
}

/// What the runtime depends on, as lines of a manifest.
pub fn dependencies() -> &'static str {
    section("dependencies")
}

/// The lines of the runtime's own manifest under a heading.
fn section(name: &str) -> &'static str {
    let after = MANIFEST.split_once(&format!("[{name}]\n")).map_or("", |(_, rest)| rest);
    after.split_once("\n[").map_or(after, |(lines, _)| lines)
}
