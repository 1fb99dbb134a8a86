//! The runtime, which every crate has as it is.

use std::collections::BTreeMap;

use quote::quote;

use super::{Content, Dates, OutputFile, Shared, Target, dates};

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/runtime/", $name)))),*]
    };
}

const FOLDER: &str = "src/runtime";
const MANIFEST: &str = include_str!("../../templates/runtime.toml");
const FILES: &[(&str, &str)] = embedded![
    "answer.rs",
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
    "content.rs",
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
    "header.rs",
    "hooks.rs",
    "hosts.rs",
    "http_request.rs",
    "http_response.rs",
    "instant.rs",
    "items.rs",
    "lib.rs",
    "limits.rs",
    "lines.rs",
    "link.rs",
    "list.rs",
    "macros/answer.rs",
    "macros/foreign.rs",
    "macros/mod.rs",
    "macros/object.rs",
    "macros/integer_enum.rs",
    "macros/open_enum.rs",
    "macros/request.rs",
    "macros/serde_traits.rs",
    "macros/union.rs",
    "measured.rs",
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
    "reading.rs",
    "reply.rs",
    "request.rs",
    "reserved.rs",
    "reqwest_transport.rs",
    "response.rs",
    "retries.rs",
    "retry.rs",
    "retry_after.rs",
    "round_trip.rs",
    "segment.rs",
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
    "tuple.rs",
    "union.rs",
    "uri.rs",
    "walk.rs",
    "within.rs",
];

/// The files of the macros, which no crate can take from another without showing them to its users.
const MACROS: &str = "macros/";

/// The runtime's files, where a generated crate has them.
pub fn files(dates: Dates) -> impl Iterator<Item = OutputFile> {
    FILES.iter().map(move |(name, text)| match *name {
        "lib.rs" => file("mod.rs", text),
        dates::FILE => file(name, dates.text(text)),
        _ => file(name, text),
    })
}

/// The same of a crate that has its runtime from another one.
pub fn render_shared(shared: &Shared) -> Vec<OutputFile> {
    let name = shared.ident();
    let head =
        format!(" The runtime, which `{}` has, and the macros that make types.", shared.name);
    let tokens = quote! {
        #![doc = #head]
        mod macros;
        pub(crate) use self::macros::*;
        pub use #name::runtime::*;
    };
    let content = Content::Rust { source: None, tokens };
    let mut files = vec![OutputFile { path: format!("{FOLDER}/mod.rs"), content }];
    let macros = FILES.iter().filter(|(name, _)| name.starts_with(MACROS));
    files.extend(macros.map(|(name, text)| file(name, text)));
    files
}

fn file(name: &str, text: &str) -> OutputFile {
    let content = Content::Text(text.to_owned());
    OutputFile { path: format!("{FOLDER}/{name}"), content }
}

/// The features that the runtime has, as lines of a manifest.
pub fn features(target: &Target) -> String {
    let lines = section("features").lines();
    let lines = lines.map(|line| match (target, line.split_once(" = ")) {
        (Target::Client(Shared { name: runtime, .. }), Some((name, _))) => {
            format!("{name} = [\"{runtime}/{name}\"]\n")
        }
        _ => format!("{line}\n"),
    });
    lines.collect()
}

/// The packages that the runtime depends on, each with its line in a manifest, in the order of their names.
fn packages(dates: Dates) -> BTreeMap<&'static str, &'static str> {
    let own = section("dependencies").lines().filter_map(package);
    let is_of_dates = |name| name == Dates::Jiff.name();
    let lines =
        own.map(|(name, line)| if is_of_dates(name) { dates.dependency(line) } else { line });
    lines.filter_map(package).collect()
}

fn package(line: &'static str) -> Option<(&'static str, &'static str)> {
    Some((line.split_once(" = ")?.0, line))
}

/// Whether the runtime depends on a package of that name, as Cargo reads names.
pub fn is_dependency(name: &str, dates: Dates) -> bool {
    packages(dates).keys().any(|own| own.replace('-', "_") == name.replace('-', "_"))
}

/// What only the runtime itself names.
const HIDDEN: &[&str] =
    &["chrono", "http-body", "jiff", "reqwest", "secrecy", "time", "tokio", "tracing"];

/// What the runtime depends on, as lines of a manifest; or the runtime itself, and what the rest names.
pub fn dependencies(target: &Target, dates: Dates) -> String {
    let mut packages = packages(dates);
    let Target::Client(Shared { name, version, path }) = target else {
        return packages.into_values().map(|line| format!("{line}\n")).collect();
    };
    packages.retain(|own, _| !HIDDEN.contains(own));
    let named = packages.into_values().map(|line| format!("{line}\n"));
    let runtime = format!("{name} = {{ version = \"{version}\", path = {path:?} }}\n");
    named.chain([runtime]).collect()
}

/// The lines of the runtime's own manifest under a heading.
fn section(name: &str) -> &'static str {
    let after = MANIFEST.split_once(&format!("[{name}]\n")).map_or("", |(_, rest)| rest);
    after.split_once("\n[").map_or(after, |(lines, _)| lines)
}
