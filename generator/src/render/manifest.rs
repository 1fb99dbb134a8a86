//! What a crate has beside its modules: manifest and README, from the templates.

use super::client::{told, variables};
use super::root::describe;
use super::{Content, Dates, Extra, OutputFile, Shared, Target, extensions, fake, runtime};
use crate::VERSION;
use crate::model::Model;
use crate::names::Name;

const MANIFEST: &str = include_str!("../../templates/crate/Cargo.toml.template");
const README: &str = include_str!("../../templates/crate/README.md.template");
const RUNTIME: &str = include_str!("../../templates/crate/RUNTIME.md.template");
const RUSTFMT: &str = include_str!("../../templates/crate/rustfmt.toml");

/// The names that stand between `{{` and `}}` in the template of a manifest.
pub const MANIFEST_HOLES: [&str; 7] =
    ["bindery", "name", "version", "description", "default_features", "features", "dependencies"];

/// The names that stand so in the template of a README.
pub const README_HOLES: [&str; 5] =
    ["name", "description", "documents", "first_feature", "credentials"];

/// What a manifest says beyond what the documents say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The crate's version.
    pub version: String,
    /// The crate's description; without one, the documents' titles give it.
    pub description: Option<String>,
    /// Files that go into the crate as they are.
    pub extras: Vec<Extra>,
    /// The template of the manifest, if it is not Bindery's own.
    pub manifest: Option<String>,
    /// The template of the README, if it is not Bindery's own.
    pub readme: Option<String>,
}

impl Default for Package {
    fn default() -> Self {
        Self {
            version: "0.1.0".to_owned(),
            description: None,
            extras: Vec::new(),
            manifest: None,
            readme: None,
        }
    }
}

/// The crate's `Cargo.toml`.
pub fn render_manifest(
    model: &Model,
    package: &Package,
    target: &Target,
    dates: Dates,
) -> OutputFile {
    let modules: Vec<&str> = modules(model).filter(|_| target.has_documents()).collect();
    let mut features: String = modules.iter().map(|module| format!("{module} = []\n")).collect();
    features.push_str(&runtime::features(target));
    let mut dependencies = runtime::dependencies(target, dates);
    if target.has_documents() {
        features.push_str(fake::FEATURE);
    }
    if target.has_runtime() {
        features.push_str(&extensions::features(model));
        dependencies.push_str(&extensions::dependencies(model));
    }
    let default: Vec<String> = modules.iter().map(|module| format!("{module:?}")).collect();
    let (description, default) = (description(model, package, target), default.join(", "));
    let (name, version) = (&model.package, &package.version);
    let values = [VERSION, name, version, &description, &default, &features, &dependencies];
    let template = package.manifest.as_deref().unwrap_or(MANIFEST);
    let text = fill(template, &MANIFEST_HOLES, &values);
    text_file("Cargo.toml", text)
}

/// The crate's `README.md`.
pub fn render_readme(model: &Model, package: &Package, target: &Target) -> OutputFile {
    let rows: Vec<String> = model.documents.iter().map(row).collect();
    let (description, rows) = (description(model, package, target), rows.join("\n"));
    let first = modules(model).next().unwrap_or_default();
    let values = [&model.package, &description, &rows, first, &credentials(model, target)];
    let own = if target.has_documents() { README } else { RUNTIME };
    let template = package.readme.as_deref().unwrap_or(own);
    let text = fill(template, &README_HOLES, &values);
    text_file("README.md", text)
}

/// The crate's `rustfmt.toml`, which keeps other formatters away.
pub fn render_rustfmt() -> OutputFile {
    text_file("rustfmt.toml", RUSTFMT.to_owned())
}

/// Where a client of the crate finds its credentials.
fn credentials(model: &Model, target: &Target) -> String {
    if let Target::Client(Shared { name, .. }) = target {
        let ways = model.documents.iter().filter(|document| !document.groups.is_empty());
        let ways: Vec<_> =
            ways.map(|it| format!("`{}::{}::new(&client)`", it.module, it.name)).collect();
        return format!("The client is that of `{name}`, and leads here by {}.", ways.join(", "));
    }
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

fn description(model: &Model, package: &Package, target: &Target) -> String {
    let text = package.description.clone().unwrap_or_else(|| describe(model, target));
    text.replace(['"', '\\', '\n', '\r'], " ")
}

/// The names in a template, each with where it starts, in bytes.
pub fn holes(template: &str) -> impl Iterator<Item = (usize, &str)> {
    template.match_indices("{{").filter_map(|(at, mark)| {
        let start = at + mark.len();
        Some((start, template[start..].split_once("}}")?.0))
    })
}

/// Puts values in the place of `{{names}}`; a value is never looked at again.
fn fill<const N: usize>(template: &str, names: &[&str; N], values: &[&str; N]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut pieces = template.split("{{");
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        let value = names.iter().zip(values).find(|(own, _)| **own == name);
        text.push_str(value.map_or("", |(_, value)| value));
        text.push_str(rest);
    }
    text
}

fn text_file(path: &str, text: String) -> OutputFile {
    OutputFile { path: path.to_owned(), content: Content::Text(text) }
}
