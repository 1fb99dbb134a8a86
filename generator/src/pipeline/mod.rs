//! The pipeline: documents in, the files of a crate out.

mod crates;

use std::iter;
use std::path::{Path, PathBuf};

use crate::bundle::{bundle, leads_elsewhere};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::format::{File, format};
use crate::load::{Document, Limits, canonical, load};
use crate::lock::{Inputs, hash};
use crate::lower::{Source, lower};
use crate::model::Model;
use crate::normalize::{Normalized, normalize};
use crate::overrides::{Overrides, apply, choose};
use crate::profile::Profile;
use crate::render::{Dates, Package, Target, render};

pub use crates::Crates;

/// A crate to be made.
#[derive(Debug, Clone)]
pub struct Job {
    /// The package's name.
    pub name: String,
    /// The documents that it is made of.
    pub inputs: Vec<Input>,
    /// What its manifest says beyond that.
    pub package: Package,
    /// The profile of all documents, if it is not to be found by itself.
    pub profile: Option<&'static Profile>,
    /// Whether schemas that no operation uses have types too.
    pub all_schemas: bool,
    /// Whether it has tests made of its documents' examples.
    pub tests: bool,
    /// The crate that dates and times are made of; of no account where the runtime is another crate.
    pub dates: Dates,
    /// Which part of a client it is.
    pub target: Target,
}

impl Job {
    /// A crate of these documents with nothing particular about it.
    pub fn of(name: impl Into<String>, inputs: Vec<Input>) -> Self {
        Self {
            name: name.into(),
            inputs,
            package: Package::default(),
            profile: None,
            all_schemas: false,
            tests: false,
            dates: Dates::default(),
            target: Target::default(),
        }
    }
}

/// A document to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is; diagnostics show the path as it stands here.
    pub path: PathBuf,
    /// What generated text calls it; never a path of one machine.
    pub source: String,
    /// The module's name, if its user has chosen one.
    pub module: Option<String>,
    /// What it may have at most.
    pub limits: Limits,
    /// What its user says of it beyond its text.
    pub overrides: Overrides,
}

impl Input {
    /// A document that is called like its file.
    pub fn file(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let (path, source) = (path.to_owned(), name.to_string_lossy().into_owned());
        let overrides = Overrides::default();
        Self { path, source, module: None, limits: Limits::DEFAULT, overrides }
    }

    /// The files that decide what it says, the document first, and what they are called.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &str)> {
        let overlays = self.overrides.overlays.iter().map(|it| &it.what);
        let overlays = overlays.map(|it| (it.path.as_path(), it.source.as_str()));
        [(self.path.as_path(), self.source.as_str())].into_iter().chain(overlays)
    }

    /// Reads its files, and those that the document leads to.
    ///
    /// # Errors
    ///
    /// When one of them cannot be read.
    pub fn read(
        &self,
        read: impl Fn(&Path) -> Result<Document, Diagnostics>,
    ) -> Result<Read, Diagnostics> {
        let document = bundle(&self.path, &read)?;
        let overlays = each(&self.overrides.overlays, |it| read(&it.what.path))?;
        Ok(Read { document, overlays })
    }
}

/// A document as it was read.
#[derive(Debug)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// What is applied to it, in this order.
    pub overlays: Vec<Document>,
}

/// A crate that has been made, in memory.
#[derive(Debug)]
pub struct Made {
    /// What was decided.
    pub model: Model,
    /// The files.
    pub files: Vec<File>,
    /// The documents, one for each input of the job.
    pub documents: Vec<Document>,
    /// What decides that it is so.
    pub inputs: Inputs,
    /// What the documents' authors should know.
    pub warnings: Diagnostics,
}

/// Makes a crate.
///
/// # Errors
///
/// Everything that is wrong with the documents, all at once; nothing is made then.
pub fn make(job: &Job) -> Result<Made, Diagnostics> {
    Ok(make_of(job, decide(job)?))
}

/// Goes the rest of the way with what has been decided; of the job, the package may have changed since.
pub fn make_of(job: &Job, decided: Decided) -> Made {
    let Decided { model, documents, inputs, warnings, .. } = decided;
    let files = format(render(&model, &job.package, &job.target, job.dates));
    Made { model, files, documents, inputs: Inputs { config: config(job), ..inputs }, warnings }
}

/// What decides how a crate is made, without a look at the values of its documents; nothing if one of
/// them cannot be read, or leads to other files.
pub fn glance(job: &Job) -> Option<Inputs> {
    let mut inputs = Inputs { config: config(job), ..Inputs::default() };
    for input in &job.inputs {
        for (path, name) in input.files() {
            let canonical = canonical(path, &input.limits)?;
            if leads_elsewhere(&canonical) {
                return None;
            }
            inputs.add(name, &canonical);
        }
    }
    Some(inputs)
}

/// A crate that has been decided on, and not yet made.
#[derive(Debug)]
pub struct Decided {
    /// What it will have.
    pub model: Model,
    /// The documents, one for each input of the job.
    pub documents: Vec<Document>,
    /// Their profiles.
    pub profiles: Vec<&'static Profile>,
    /// What decides that it is so.
    pub inputs: Inputs,
    /// What the documents' authors should know.
    pub warnings: Diagnostics,
}

/// Goes half of the way: decides what the crate will have.
///
/// # Errors
///
/// As [`make`].
pub fn decide(job: &Job) -> Result<Decided, Diagnostics> {
    refuse_bad_name(&job.name)?;
    let load = |input: &Input, path: &Path| load(path, &path.display().to_string(), &input.limits);
    let read = each(&job.inputs, |input| input.read(|path| load(input, path)))?;
    let inputs = inputs(job, &read);
    let documents = each(job.inputs.iter().zip(read), |(input, it)| amend(input, it))?;
    let (model, profiles, warnings) = lower_all(job, each(&documents, normalize)?)?;
    Ok(Decided { model, documents, profiles, inputs, warnings })
}

fn inputs(job: &Job, read: &[Read]) -> Inputs {
    let mut inputs = Inputs { config: config(job), ..Inputs::default() };
    let names = job.inputs.iter().flat_map(|input| input.files().map(|(_, name)| name));
    let documents = read.iter().flat_map(|it| iter::once(&it.document).chain(&it.overlays));
    for (name, document) in names.zip(documents) {
        inputs.add(name, document.root.to_string().as_bytes());
    }
    inputs
}

/// The hash of what a job says beside its documents.
fn config(job: &Job) -> String {
    let modules: Vec<_> =
        job.inputs.iter().map(|it| (&it.source, &it.module, &it.overrides)).collect();
    let profile = job.profile.map(|profile| profile.name);
    let extras: Vec<_> = job.package.extras.iter().map(|it| (&it.path, &it.text)).collect();
    let Package { version, description, manifest, readme, .. } = &job.package;
    let package = (version, description, extras, manifest, readme);
    let made = (job.all_schemas, job.tests, job.dates, &job.target);
    let config = (&job.name, modules, package, profile, made);
    // Texts and truths alone: there is nothing here that JSON cannot say.
    hash(&serde_json::to_vec(&config).unwrap_or_default())
}

/// What a crate will have, of documents that have been amended: one for each input, in their order.
///
/// # Errors
///
/// As [`make`].
pub fn model_of(job: &Job, documents: &[Document]) -> Result<(Model, Diagnostics), Diagnostics> {
    refuse_bad_name(&job.name)?;
    let (model, _, warnings) = lower_all(job, each(documents, normalize)?)?;
    Ok((model, warnings))
}

fn lower_all(
    job: &Job,
    normalized: Vec<Normalized>,
) -> Result<(Model, Vec<&'static Profile>, Diagnostics), Diagnostics> {
    let sources: Vec<Source<'_>> = job
        .inputs
        .iter()
        .zip(&normalized)
        .map(|(input, normalized)| source(job, input, normalized))
        .collect();
    let (model, problems) = lower(&job.name, &sources);
    if !problems.is_empty() {
        return Err(problems);
    }
    let profiles = sources.iter().map(|source| source.profile).collect();
    Ok((model, profiles, normalized.into_iter().flat_map(|it| it.warnings).collect()))
}

/// Makes of a document what its user says of it beyond its text.
///
/// # Errors
///
/// For overlays that break rules, and for all that is said of what is not there.
pub fn amend(input: &Input, read: Read) -> Result<Document, Diagnostics> {
    let Read { mut document, overlays } = read;
    let apply = |overlay| apply(&mut document, overlay);
    let mut problems: Diagnostics = overlays.into_iter().flat_map(apply).collect();
    if problems.is_empty() {
        problems = choose(&mut document.root, &input.overrides);
    }
    if problems.is_empty() { Ok(document) } else { Err(problems) }
}

fn source<'a>(job: &Job, input: &'a Input, normalized: &'a Normalized) -> Source<'a> {
    Source {
        label: input.source.clone(),
        module: input.module.clone(),
        openapi: &normalized.openapi,
        overrides: &input.overrides,
        origins: &normalized.origins,
        notes: &normalized.notes,
        used: normalized.used.as_ref().filter(|_| !job.all_schemas),
        profile: job.profile.unwrap_or_else(|| Profile::of(&normalized.openapi)),
        tested: job.tests,
    }
}

/// Takes every item one stage further, or collects what is wrong with any of them.
///
/// # Errors
///
/// Everything that is wrong, if anything is.
pub fn each<T, U>(
    items: impl IntoIterator<Item = T>,
    mut stage: impl FnMut(T) -> Result<U, Diagnostics>,
) -> Result<Vec<U>, Diagnostics> {
    let mut done = Vec::new();
    let mut problems = Diagnostics::new();
    for item in items {
        match stage(item) {
            Ok(next) => done.push(next),
            Err(more) => problems.extend(more),
        }
    }
    if problems.has_errors() { Err(problems) } else { Ok(done) }
}

/// A package's name goes into a manifest, and its users write it in Rust: letters, digits, `-` and
/// `_`, a letter first, and no keyword.
pub(crate) fn refuse_bad_name(name: &str) -> Result<(), Diagnostics> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(allowed);
    let is_taken = ["test", "core", "std", "alloc", "proc-macro"].contains(&name);
    if is_plain && !is_taken && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok() {
        return Ok(());
    }
    let message = format!("{} cannot be the name of a crate", crate::diagnostics::quote(name));
    let help = "begin with a letter and go on with letters, digits, `-` and `_`: in --name, in `name` of \
         bindery.toml, or in the file's name with --split";
    Err(Diagnostic::general(Code::BadName, message).with_help(help).into())
}
