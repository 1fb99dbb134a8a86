//! `bindery.toml`: which documents make which crate.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::pipeline::{Input, Job};
use crate::profile::Profile;
use crate::render::{Extra, Package};

/// The file's name.
pub const NAME: &str = "bindery.toml";

/// What the file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Configuration {
    /// One crate each.
    #[serde(rename = "crate", default)]
    crates: Vec<Crate>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Crate {
    name: String,
    out: PathBuf,
    version: Option<String>,
    description: Option<String>,
    profile: Option<String>,
    /// A folder whose files are copied into the crate as they are.
    extras: Option<PathBuf>,
    #[serde(rename = "document", default)]
    documents: Vec<Document>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    path: String,
    module: Option<String>,
}

/// A crate to be made, and where it goes.
#[derive(Debug)]
pub struct Order {
    /// What to make.
    pub job: Job,
    /// The folder to write.
    pub out: PathBuf,
    /// The folder as the file calls it.
    pub out_label: String,
}

/// Reads the file at `path`; what it names is relative to its folder.
///
/// # Errors
///
/// When the file cannot be read or understood, or names a profile that is unknown.
pub fn read(path: &Path) -> Result<Vec<Order>, Diagnostics> {
    let label = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|error| problem(Code::Unreadable, format!("{label} cannot be read: {error}")))?;
    let configuration: Configuration =
        toml::from_str(&text).map_err(|error| misunderstood(&label, &text, &error))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    configuration.crates.into_iter().map(|it| order(folder, it)).collect()
}

fn order(folder: &Path, it: Crate) -> Result<Order, Diagnostics> {
    let input = |document: Document| Input {
        path: folder.join(&document.path),
        source: document.path,
        module: document.module,
    };
    let package = Package {
        version: it.version.unwrap_or_else(|| Package::default().version),
        description: it.description,
        extras: match it.extras {
            Some(extras) => read_extras(&folder.join(extras))?,
            None => Vec::new(),
        },
    };
    let job = Job {
        name: it.name,
        inputs: it.documents.into_iter().map(input).collect(),
        package,
        profile: it.profile.as_deref().map(profile).transpose()?,
    };
    Ok(Order { job, out: folder.join(&it.out), out_label: it.out.display().to_string() })
}

/// The profile of that name.
///
/// # Errors
///
/// When there is none.
pub fn profile(name: &str) -> Result<&'static Profile, Diagnostics> {
    Profile::named(name).ok_or_else(|| {
        let known: Vec<&str> = crate::profile::ALL.iter().map(|profile| profile.name).collect();
        let message = format!("there is no profile {}", crate::diagnostics::quote(name));
        Diagnostics::from(Diagnostic {
            place: None,
            code: Code::UnknownProfile,
            message,
            help: Some(format!("the profiles are: {}", known.join(", "))),
        })
    })
}

/// The files of a folder, and of the folders in it, in the order of their paths.
fn read_extras(folder: &Path) -> Result<Vec<Extra>, Diagnostics> {
    let mut extras = Vec::new();
    let mut pending = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = pending.pop() {
        let unreadable = |error: std::io::Error| {
            problem(Code::Unreadable, format!("{} cannot be read: {error}", folder.display()))
        };
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                pending.push((entry.path(), format!("{name}/")));
            } else {
                let text = std::fs::read_to_string(entry.path()).map_err(unreadable)?;
                extras.push(Extra { path: name, text });
            }
        }
    }
    extras.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(extras)
}

fn misunderstood(label: &str, text: &str, error: &toml::de::Error) -> Diagnostics {
    let offset = error.span().map_or(0, |span| span.start);
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    let place = Place { file: label.to_owned(), line, column, pointer: None };
    Diagnostics::from(Diagnostic {
        place: Some(place),
        code: Code::BadConfiguration,
        message: error.message().to_owned(),
        help: None,
    })
}

fn problem(code: Code, message: String) -> Diagnostics {
    Diagnostics::from(Diagnostic { place: None, code, message, help: None })
}
