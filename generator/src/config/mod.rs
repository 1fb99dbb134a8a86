//! `bindery.toml`: which documents make which crate.

mod dates;
mod document;
mod extras;
mod paging;
mod shared;
mod templates;
mod text;

use std::path::{Component, Path, PathBuf};

use semver::Version;
use serde::Deserialize;
use toml::Spanned;

pub use self::shared::split;
use self::templates::Template;
use self::text::Text;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::diff::print::changelog;
use crate::load::Limits;
use crate::pipeline::{Input, Job, each};
use crate::profile::Profile;
use crate::render::{MANIFEST_HOLES, Package, README_HOLES};

/// The file's name.
pub const NAME: &str = "bindery.toml";

/// What the file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Configuration {
    /// One crate each.
    #[serde(rename = "crate", default)]
    crates: Vec<Crate>,
    /// What each document may have at most.
    #[serde(default)]
    limits: Limits,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Crate {
    name: String,
    out: PathBuf,
    version: Option<String>,
    description: Option<String>,
    profile: Option<String>,
    /// Whether schemas that no operation uses have types too.
    #[serde(default)]
    all_schemas: bool,
    /// Whether the crate has tests made of its documents' examples.
    #[serde(default)]
    tests: bool,
    /// The crate that its dates and times are made of.
    dates: Option<Spanned<String>>,
    /// A folder whose files are copied into the crate as they are.
    extras: Option<PathBuf>,
    /// What its manifest is made of, if not of Bindery's own template.
    manifest: Option<Template>,
    /// What its README is made of, if not of Bindery's own template.
    readme: Option<Template>,
    /// The crate, one without documents, that it has its client and its runtime from.
    runtime: Option<Spanned<String>>,
    #[serde(rename = "document", default)]
    documents: Vec<document::Document>,
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
    /// The version that the crate begins with.
    pub first_version: String,
}

impl Order {
    /// An order for a crate, whose version is that of the newest section in its changelog; without
    /// one, it is what the job says.
    pub fn new(mut job: Job, out: PathBuf, out_label: String) -> Self {
        let first_version = job.package.version.clone();
        let changelog = std::fs::read_to_string(out.join(changelog::NAME)).unwrap_or_default();
        if let Some(newest) = changelog::newest(&changelog) {
            newest.clone_into(&mut job.package.version);
        }
        Self { job, out, out_label, first_version }
    }
}

/// The documents of a crate, as the file at `path` names them.
///
/// # Errors
///
/// As [`read`], and when the file does not know the crate.
pub fn documents(path: &Path, name: &str) -> Result<Vec<Input>, Diagnostics> {
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let unknown = || {
        let name = crate::diagnostics::quote(name);
        bad(format!("{} names no crate {name}", path.display())).into()
    };
    inputs(path, &text, name)?.ok_or_else(unknown)
}

/// Reads the file at `path`; what it names is relative to its folder.
///
/// # Errors
///
/// When the file cannot be read or understood, or names a profile that is unknown.
pub fn read(path: &Path) -> Result<Vec<Order>, Diagnostics> {
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let text = Text { label: path.display().to_string(), text: &text };
    let Configuration { crates, limits } = text.parse()?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let runtimes: Vec<_> = crates.iter().map(|it| it.runtime.clone()).collect();
    let mut orders = each(crates, |it| order(folder, &text, it, limits))?;
    let mut problems = refuse_shared_folders(&orders);
    problems.extend(refuse_shared_names(&orders));
    problems.extend(link(&text, &mut orders, &runtimes));
    if problems.is_empty() { Ok(orders) } else { Err(problems) }
}

/// Gives the crates the runtimes that they name.
fn link(
    text: &Text<'_>,
    orders: &mut [Order],
    runtimes: &[Option<Spanned<String>>],
) -> Diagnostics {
    let named = runtimes.iter().enumerate().filter_map(|(at, name)| Some((at, name.as_ref()?)));
    let found = each(named, |(client, name)| shared::find(text, orders, client, name));
    match found {
        Ok(links) => shared::apply(orders, &links),
        Err(problems) => problems,
    }
}

/// The documents of a crate, as a text of the file at `path` names them; nothing if it does not know
/// the crate.
///
/// # Errors
///
/// When the text cannot be understood.
pub fn inputs(path: &Path, text: &str, name: &str) -> Result<Option<Vec<Input>>, Diagnostics> {
    let text = Text { label: path.display().to_string(), text };
    let Configuration { crates, limits } = text.parse()?;
    let it = crates.into_iter().find(|it| it.name == name);
    let folder = path.parent().unwrap_or(Path::new(""));
    it.map(|it| named(folder, &text, it.documents, limits)).transpose()
}

fn named(
    folder: &Path,
    text: &Text<'_>,
    documents: Vec<document::Document>,
    limits: Limits,
) -> Result<Vec<Input>, Diagnostics> {
    each(documents, |it| document::input(text, folder, it, limits))
}

fn order(folder: &Path, text: &Text<'_>, it: Crate, limits: Limits) -> Result<Order, Diagnostics> {
    refuse_bad_values(&it)?;
    let template = |it, names: &[&str]| templates::read(folder, text, it, names);
    let package = Package {
        version: it.version.unwrap_or_else(|| Package::default().version),
        description: it.description,
        extras: match it.extras {
            Some(extras) => extras::read(&folder.join(extras))?,
            None => Vec::new(),
        },
        manifest: it.manifest.map(|it| template(it, &MANIFEST_HOLES)).transpose()?,
        readme: it.readme.map(|it| template(it, &README_HOLES)).transpose()?,
    };
    let job = Job {
        package,
        profile: it.profile.as_deref().map(profile).transpose()?,
        all_schemas: it.all_schemas,
        tests: it.tests,
        dates: dates::read(text, it.dates.as_ref(), it.runtime.as_ref())?,
        ..Job::of(it.name, named(folder, text, it.documents, limits)?)
    };
    Ok(Order::new(job, folder.join(&it.out), it.out.display().to_string()))
}

/// What TOML accepts and a crate does not.
fn refuse_bad_values(it: &Crate) -> Result<(), Diagnostics> {
    let name = crate::diagnostics::quote(&it.name);
    let mut problems = Diagnostics::new();
    let mut refuse = |problem: String| problems.push(bad(problem));
    if it.out.as_os_str().is_empty() {
        refuse(format!("`out` of the crate {name} is empty"));
    }
    if it.version.iter().any(|text| Version::parse(text).is_err()) {
        refuse(format!("`version` of the crate {name} is not a version"));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Each crate owns its folder: two in one would remove each other's files.
fn refuse_shared_folders(orders: &[Order]) -> Diagnostics {
    let mut problems = Diagnostics::new();
    for (index, order) in orders.iter().enumerate() {
        let out = absolute(&order.out);
        for other in &orders[..index] {
            let other_out = absolute(&other.out);
            if out.starts_with(&other_out) || other_out.starts_with(&out) {
                let (one, other) = (&other.job.name, &order.job.name);
                problems.push(bad(format!("the crates `{one}` and `{other}` share a folder")));
            }
        }
    }
    problems
}

fn refuse_shared_names(orders: &[Order]) -> Diagnostics {
    let name = |at: usize| &orders[at].job.name;
    let again = (1..orders.len()).filter(|at| (0..*at).any(|other| name(other) == name(*at)));
    let message = |at| format!("two crates are called {}", crate::diagnostics::quote(name(at)));
    again.map(|at| bad(message(at))).collect()
}

/// The path from the root, and `..` taken at its word: the folders need not be there yet.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut folded = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(folded.pop()),
            _ => folded.push(part),
        }
    }
    folded
}

fn bad(message: String) -> Diagnostic {
    Diagnostic::general(Code::BadConfiguration, message)
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
        let help = format!("the profiles are: {}", known.join(", "));
        Diagnostic::general(Code::UnknownProfile, message).with_help(help).into()
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostics {
    let message = format!("{} cannot be read: {error}", path.display());
    Diagnostic::general(Code::Unreadable, message).into()
}
