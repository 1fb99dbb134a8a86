//! What a crate has beside its modules: manifest and README, from the templates.

use super::client::{told, variables};
use super::root::describe;
use super::{Content, Extra, OutputFile, extensions, fake, runtime};
use crate::VERSION;
use crate::model::Model;
use crate::names::Name;

const MANIFEST: &str = include_str!("../../templates/crate/Cargo.toml.template");
const README: &str = include_str!("../../templates/crate/README.md.template");
const RUSTFMT: &str = include_str!("../../templates/crate/rustfmt.toml");

/// What a manifest says beyond what the documents say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The crate's version.
    pub version: String,
    /// The crate's description; without one, the documents' titles give it.
    pub description: Option<String>,
    /// Files that go into the crate as they are.
    pub extras: Vec<Extra>,
}

impl Default for Package {
    fn default() -> Self {
        Self { version: "0.1.0".to_owned(), description: None, extras: Vec::new() }
    }
}

/// The crate's `Cargo.toml`.
pub fn render_manifest(model: &Model, package: &Package) -> OutputFile {
    let modules: Vec<&str> = modules(model).collect();
    let mut features: String = modules.iter().map(|module| format!("{module} = []\n")).collect();
    features.push_str(runtime::features());
    features.push_str(fake::FEATURE);
    features.push_str(&extensions::features(model));
    let dependencies = format!("{}{}", runtime::dependencies(), extensions::dependencies(model));
    let default: Vec<String> = modules.iter().map(|module| format!("{module:?}")).collect();
    let text = fill(
        MANIFEST,
        &[
            ("bindery", VERSION),
            ("name", &model.package),
            ("version", &package.version),
            ("description", &description(model, package)),
            ("default_features", &default.join(", ")),
            ("features", &features),
            ("dependencies", &dependencies),
        ],
    );
    text_file("Cargo.toml", text)
}

/// The crate's `README.md`.
pub fn render_readme(model: &Model, package: &Package) -> OutputFile {
    let rows: Vec<String> = model.documents.iter().map(row).collect();
    let text = fill(
        README,
        &[
            ("name", &model.package),
            ("description", &description(model, package)),
            ("documents", &rows.join("\n")),
            ("first_feature", modules(model).next().unwrap_or_default()),
            ("credentials", &credentials(model)),
        ],
    );
    text_file("README.md", text)
}

/// The crate's `rustfmt.toml`, which keeps other formatters away.
pub fn render_rustfmt() -> OutputFile {
    text_file("rustfmt.toml", RUSTFMT.to_owned())
}

/// Where a client of the crate finds its credentials.
fn credentials(model: &Model) -> String {
    let builder =
        "`Client::builder()` takes credentials from anywhere, and sets base URL and time-outs.";
    let variables = variables(model);
    if variables.is_empty() {
        return builder.to_owned();
    }
    format!("`Client::from_env()` reads the credentials from {}.\n{builder}", told(&variables))
}

fn row(document: &crate::model::Document) -> String {
    let operations: usize = document.groups.iter().map(|group| group.operations.len()).sum();
    let cell = |text: &str| text.replace(['|', '\n', '\r', '<'], " ");
    format!(
        "| `{}` | `{}` | {} | {operations} |",
        document.module,
        cell(&document.source),
        cell(&document.version)
    )
}

fn modules(model: &Model) -> impl Iterator<Item = &str> {
    model.documents.iter().map(|document| document.module.as_str())
}

fn description(model: &Model, package: &Package) -> String {
    let text = package.description.clone().unwrap_or_else(|| describe(model));
    text.replace(['"', '\\', '\n', '\r'], " ")
}

/// Puts values in the place of `{{names}}`; a value is never looked at again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut pieces = template.split("{{");
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        let value = values.iter().find(|(own, _)| *own == name);
        text.push_str(value.map_or("", |(_, value)| value));
        text.push_str(rest);
    }
    text
}

fn text_file(path: &str, text: String) -> OutputFile {
    OutputFile { path: path.to_owned(), content: Content::Text(text) }
}
