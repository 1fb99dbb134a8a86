//! Generation at build time, for build scripts.

use std::env;
use std::path::{Path, PathBuf};

use crate::config;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::format::{File, format_file};
use crate::load::Limits;
use crate::pipeline::{Decided, Input, Job, decide};
use crate::render::{Dates, Target, render_modules};
use crate::write::{carry_out, plan, recover, replace};

/// Generates a client while a crate is built.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     bindery::Builder::new("chat").document("specs/twilio_chat_v3.json").generate()?;
///     Ok(())
/// }
/// ```
///
/// The crate then includes what was made as a module:
///
/// ```ignore
/// mod chat {
///     include!(concat!(env!("OUT_DIR"), "/chat.rs"));
/// }
/// ```
///
/// Its manifest needs the dependencies that the generated code has; README lists them.
#[derive(Debug, Clone)]
pub struct Builder {
    job: Job,
    /// What says which documents there are.
    configurations: Vec<PathBuf>,
}

impl Builder {
    /// A client of that name, as yet without a document.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        let job = Job::of(name, Vec::new());
        Self { job, configurations: Vec::new() }
    }

    /// Adds a document; its module is named like its file.
    #[must_use]
    pub fn document(mut self, path: impl AsRef<Path>) -> Self {
        self.job.inputs.push(Input::file(path.as_ref()));
        self
    }

    /// Adds a document, with a name for its module.
    #[must_use]
    pub fn document_as(mut self, module: impl Into<String>, path: impl AsRef<Path>) -> Self {
        let module = Some(module.into());
        self.job.inputs.push(Input { module, ..Input::file(path.as_ref()) });
        self
    }

    /// Adds the documents that a `bindery.toml` names for the crate of this name, with all that it says
    /// of each; of what it says of the crate, nothing.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or understood, or does not know the crate.
    pub fn configuration(mut self, path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = path.as_ref();
        self.job.inputs.extend(config::documents(path, &self.job.name)?);
        self.configurations.push(path.to_owned());
        Ok(self)
    }

    /// What each document that has been added may have at most.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.job.inputs.iter_mut().for_each(|input| input.limits = limits);
        self
    }

    /// Makes types of all schemas, also of those that no operation uses.
    #[must_use]
    pub fn all_schemas(mut self) -> Self {
        self.job.all_schemas = true;
        self
    }

    /// Makes dates and times of another crate than jiff; README has the line of a manifest for each.
    #[must_use]
    pub fn dates(mut self, dates: Dates) -> Self {
        self.job.dates = dates;
        self
    }

    /// Writes tests too, each of which one of the crate's own tests includes:
    ///
    /// ```ignore
    /// // tests/examples.rs
    /// use my_crate::chat as client;
    ///
    /// include!(concat!(env!("OUT_DIR"), "/chat/tests/examples/main.rs"));
    /// ```
    ///
    /// `examples` reads every documented response into its type and writes it again; `contract` calls
    /// every operation, at the server whose URL is in `BINDERY_CONTRACT_URL`.
    #[must_use]
    pub fn tests(mut self) -> Self {
        self.job.tests = true;
        self
    }

    /// Writes the client to `OUT_DIR` and tells Cargo when to do it again: when a document has changed,
    /// or what is said of one, and not otherwise. Files that are up to date are left alone.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the documents; or that there is no `OUT_DIR`.
    pub fn generate(&self) -> Result<(), Diagnostics> {
        let files = self.job.inputs.iter().flat_map(Input::files).map(|(path, _)| path);
        let files = files.chain(self.configurations.iter().map(PathBuf::as_path));
        let files: Vec<String> = files.map(|path| path.display().to_string()).collect();
        files.iter().for_each(|path| tell_to_watch(path));
        let Some(out) = env::var_os("OUT_DIR") else { return Err(no_out_dir()) };
        let Written { amendments, warnings, .. } = self.write_to(Path::new(&out))?;
        let others = amendments.iter().filter(|path| !files.contains(path));
        others.for_each(|path| tell_to_watch(path));
        for line in warnings.to_string().lines() {
            println!("cargo::warning={line}");
        }
        Ok(())
    }

    /// Writes the client to a folder and returns the file to include; prints nothing.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the documents, and what cannot be written.
    pub fn generate_to(&self, folder: &Path) -> Result<PathBuf, Diagnostics> {
        self.write_to(folder).map(|written| written.root)
    }

    fn write_to(&self, folder: &Path) -> Result<Written, Diagnostics> {
        let Decided { model, inputs, documents, warnings, .. } = decide(&self.job)?;
        let name = self.job.name.replace('-', "_");
        let own = folder.join(&name);
        let target = Target::BuildScript { folder: own.display().to_string() };
        let files = render_modules(&model, &target, self.job.dates).into_iter().map(format_file);
        let (roots, modules): (Vec<File>, Vec<File>) =
            files.partition(|file| file.path == "src/lib.rs");
        recover(&own)?;
        carry_out(&own, &plan(&own, modules, &inputs)?)?;
        let root = folder.join(format!("{name}.rs"));
        for it in roots {
            replace(&root, &it.text)?;
        }
        let amendments = documents.into_iter().flat_map(|it| it.amendments);
        Ok(Written { root, amendments: amendments.map(|it| it.label).collect(), warnings })
    }
}

/// A client that has been written.
struct Written {
    /// The file to include.
    root: PathBuf,
    /// The files that decide what its documents say, beside these.
    amendments: Vec<String>,
    warnings: Diagnostics,
}

fn tell_to_watch(path: &str) {
    println!("cargo::rerun-if-changed={path}");
}

fn no_out_dir() -> Diagnostics {
    let help = "call this from a build script, or use `generate_to`";
    Diagnostic::general(Code::Unwritable, "OUT_DIR is not set").with_help(help).into()
}
