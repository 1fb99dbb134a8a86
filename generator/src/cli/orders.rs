//! What to make: documents from the command line, else what `bindery.toml` says.

use std::path::{Path, PathBuf};
use std::slice;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use bindery::config::{self, Order};
use bindery::diagnostics::{Code, Diagnostic, Diagnostics};
use bindery::names::words;
use bindery::pipeline::{Input, Job, each};
use bindery::render::Dates;
use bindery::write::recover;

use super::git;

use super::limits::Flags;

/// The documents and the crate.
#[derive(Debug, Args)]
pub struct Selection {
    /// OpenAPI documents; without any, bindery.toml says what to make
    #[arg(value_name = "SPEC")]
    specs: Vec<PathBuf>,
    /// The folder of the crate
    #[arg(long, value_name = "DIR", requires = "specs")]
    out: Option<PathBuf>,
    /// The crate's name [default: the folder's name]
    #[arg(long, value_name = "CRATE", requires = "specs")]
    name: Option<String>,
    /// What is particular to the vendor [default: found by the server's host]
    #[arg(long, value_name = "PROFILE", requires = "specs")]
    profile: Option<String>,
    /// Make types of all schemas, also of those that no operation uses
    #[arg(long, requires = "specs")]
    all_schemas: bool,
    /// Write tests too: of every documented example, and of calls to a server
    #[arg(long, requires = "specs")]
    tests: bool,
    /// The crate that dates and times are made of [default: jiff]
    #[arg(long, value_name = "CRATE", requires = "specs", value_parser = known_dates())]
    dates: Option<Dates>,
    /// Make a crate for each document, and one for the client and the runtime that they share
    #[arg(long, requires = "specs")]
    split: bool,
    /// The configuration to use
    #[arg(long, value_name = "FILE", default_value = config::NAME, conflicts_with = "specs")]
    config: PathBuf,
    #[command(flatten)]
    limits: Flags,
}

impl Selection {
    /// The crates to make, at least one.
    ///
    /// # Errors
    ///
    /// When neither the arguments nor the configuration say what to make.
    pub fn orders(&self) -> Result<Vec<Order>, Diagnostics> {
        if !self.specs.is_empty() {
            return if self.split { self.split() } else { Ok(vec![self.order()?]) };
        }
        if !self.config.exists() && self.config == Path::new(config::NAME) {
            return Err(nothing_to_do("there is no document to read, and no bindery.toml here"));
        }
        let mut orders = config::read(&self.config)?;
        for input in orders.iter_mut().flat_map(|order| &mut order.job.inputs) {
            input.limits = self.limits.over(input.limits);
        }
        if orders.is_empty() {
            return Err(nothing_to_do("bindery.toml names no crate"));
        }
        Ok(orders)
    }

    /// The same, where no run is left unfinished: that may be one which moves a crate's version.
    ///
    /// # Errors
    ///
    /// As [`Self::orders`], and when an unfinished run cannot be finished.
    pub fn recovered(&self) -> Result<Vec<Order>, Diagnostics> {
        each(&self.orders()?, |order| recover(&order.out))?;
        self.orders()
    }

    /// What to make of the documents that a crate had at a revision.
    ///
    /// # Errors
    ///
    /// When there is no such revision.
    pub fn job_at(&self, revision: &str, order: &Order) -> Result<Job, Diagnostics> {
        let mut job = order.job.clone();
        if self.specs.is_empty() {
            let text = git::at(revision, &self.config)?.unwrap_or_default();
            let inputs = config::inputs(&self.config, &String::from_utf8_lossy(&text), &job.name);
            // What a runtime is made for, the crates name that have it.
            let inputs = inputs.ok().flatten().filter(|it| !it.is_empty());
            job.inputs = inputs.unwrap_or(job.inputs);
        }
        Ok(job)
    }

    fn order(&self) -> Result<Order, Diagnostics> {
        let out = self.out()?;
        let mut order = self.order_of(self.name(out), &self.specs, out)?;
        order.job.dates = self.dates();
        Ok(order)
    }

    /// A crate for each document, named like its file, and their runtime.
    fn split(&self) -> Result<Vec<Order>, Diagnostics> {
        let out = self.out()?;
        let orders = each(&self.specs, |path| {
            let name = crate_name(path);
            self.order_of(name.clone(), slice::from_ref(path), &out.join(name))
        })?;
        let name = format!("{}-runtime", self.name(out));
        let mut runtime = self.order_of(name.clone(), &[], &out.join(name))?;
        runtime.job.tests = false;
        runtime.job.dates = self.dates();
        config::split(orders, runtime)
    }

    fn out(&self) -> Result<&Path, Diagnostics> {
        let nowhere = || nothing_to_do("--out does not say where the crate goes");
        self.out.as_deref().ok_or_else(nowhere)
    }

    fn name(&self, out: &Path) -> String {
        self.name.clone().or_else(|| folder_name(out)).unwrap_or_default()
    }

    fn dates(&self) -> Dates {
        self.dates.unwrap_or_default()
    }

    fn order_of(&self, name: String, specs: &[PathBuf], out: &Path) -> Result<Order, Diagnostics> {
        let profile = self.profile.as_deref().map(config::profile).transpose()?;
        let inputs = specs.iter().map(|path| self.limits.on(Input::file(path))).collect();
        let (all_schemas, tests) = (self.all_schemas, self.tests);
        let job = Job { profile, all_schemas, tests, ..Job::of(name, inputs) };
        Ok(Order::new(job, out.to_owned(), out.display().to_string()))
    }

    /// The command that makes what was selected.
    pub fn repair(&self) -> String {
        let mut words = vec!["bindery generate".to_owned()];
        words.extend(self.specs.iter().map(|path| shell(&path.display().to_string())));
        words.extend(
            self.out.iter().map(|out| format!("--out {}", shell(&out.display().to_string()))),
        );
        words.extend(self.name.iter().map(|name| format!("--name {name}")));
        words.extend(self.profile.iter().map(|profile| format!("--profile {profile}")));
        words.extend(self.all_schemas.then(|| "--all-schemas".to_owned()));
        words.extend(self.tests.then(|| "--tests".to_owned()));
        words.extend(self.dates.map(|dates| format!("--dates {}", dates.name())));
        words.extend(self.split.then(|| "--split".to_owned()));
        words.extend(self.limits.words());
        if self.config != Path::new(config::NAME) {
            words.push(format!("--config {}", shell(&self.config.display().to_string())));
        }
        words.join(" ")
    }
}

fn known_dates() -> impl TypedValueParser<Value = Dates> {
    let names = PossibleValuesParser::new(Dates::ALL.map(Dates::name));
    names.map(|name| Dates::named(&name).unwrap_or_default())
}

/// A word as a shell reads it.
fn shell(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./\\:@+=".contains(c);
    if word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// What the crate of a document is called, if nobody says.
fn crate_name(document: &Path) -> String {
    let stem = document.file_stem().unwrap_or(document.as_os_str()).to_string_lossy();
    words(&stem).join("-")
}

/// The name of a folder, also of `.` and `..`.
fn folder_name(folder: &Path) -> Option<String> {
    let absolute = folder.canonicalize().or_else(|_| std::path::absolute(folder)).ok()?;
    absolute.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn nothing_to_do(message: &str) -> Diagnostics {
    let help = "bindery generate SPEC… --out DIR --name CRATE";
    Diagnostic::general(Code::NothingToDo, message).with_help(help).into()
}
