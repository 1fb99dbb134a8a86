//! `bindery generate`: writes what changed, and removes what is no longer made.

use clap::Args;

use bindery::VERSION;
use bindery::config::Order;
use bindery::diagnostics::Diagnostics;
use bindery::lock::Lock;
use bindery::model::Model;
use bindery::pipeline::{Crates, Decided, Made, each, glance, make_of};
use bindery::render::Target;
use bindery::write::{Plan, carry_out, plan};

use super::Outcome;
use super::changelog::{Release, release};
use super::orders::Selection;
use super::report::Report;

/// What to make, and what to say of it.
#[derive(Debug, Args)]
pub struct Generate {
    #[command(flatten)]
    selection: Selection,
    /// Add a section on what has changed to the crate's CHANGELOG.md, and move its version
    #[arg(long)]
    changelog: bool,
    /// The Git revision since which documents have changed
    #[arg(long, value_name = "REVISION", default_value = "HEAD", requires = "changelog")]
    since: String,
}

/// All crates are made and planned before the first file is written.
pub fn run(arguments: &Generate, report: &Report) -> Result<Outcome, Diagnostics> {
    let orders = arguments.selection.recovered()?;
    let mut crates = Crates::default();
    let prepared = each(&orders, |order| arguments.prepare(order, &mut crates, report))?;
    for (order, prepared) in orders.iter().zip(&prepared) {
        let Some(prepared) = prepared else { continue };
        carry_out(&order.out, &prepared.plan)?;
        summarize(order, prepared, report);
    }
    Ok(Outcome::Done)
}

/// A lock knows the generator by its version, and one that is being developed changes without it:
/// a debug build makes everything, and compares.
const TRUSTS_THE_LOCK: bool = !cfg!(debug_assertions);

/// A crate on its way to the disk.
struct Prepared {
    model: Model,
    plan: Plan,
    release: Option<Release>,
}

impl Generate {
    /// Makes a crate and plans its files; nothing of one that is what its lock says, made of what it
    /// says.
    fn prepare(
        &self,
        order: &Order,
        crates: &mut Crates,
        report: &Report,
    ) -> Result<Option<Prepared>, Diagnostics> {
        if TRUSTS_THE_LOCK && !self.changelog && is_unmoved(order) {
            report.line(&format!("{}: unchanged in {}", order.job.name, order.out_label));
            return Ok(None);
        }
        let decided = crates.decide(&order.job)?;
        let release = self.release(order, &decided)?;
        let mut job = order.job.clone();
        if let Some(release) = &release {
            job.package.version.clone_from(&release.version);
        }
        let Made { model, files, inputs, warnings, .. } = make_of(&job, decided);
        report.diagnostics(&warnings);
        let mut plan = plan(&order.out, files, &inputs)?;
        if let Some(release) = &release {
            plan.put(&order.out, release.changelog.clone())?;
        }
        Ok(Some(Prepared { model, plan, release }))
    }

    fn release(&self, order: &Order, decided: &Decided) -> Result<Option<Release>, Diagnostics> {
        // What documents change of a runtime, where credentials are found, is no change of an API.
        if !self.changelog || order.job.target == Target::Runtime {
            return Ok(None);
        }
        let old = self.selection.job_at(&self.since, order)?;
        release(order, old, &decided.model, &self.since)
    }
}

/// Documents are looked at only where there is a lock of this generator's to compare them with.
fn is_unmoved(order: &Order) -> bool {
    let lock = Lock::read(&order.out);
    let is_unmoved = |inputs| lock.moved(&order.out, &inputs).is_empty();
    lock.tool == VERSION && glance(&order.job).is_some_and(is_unmoved)
}

fn summarize(order: &Order, Prepared { model, plan, release }: &Prepared, report: &Report) {
    let out = &order.out_label;
    for (sign, paths) in [("+", names(&plan.add)), ("~", names(&plan.change))] {
        paths.iter().for_each(|path| report.line(&format!("  {sign} {out}/{path}")));
    }
    plan.remove.iter().for_each(|path| report.line(&format!("  - {out}/{path}")));
    let operations: usize =
        model.documents.iter().flat_map(|it| &it.groups).map(|it| it.operations.len()).sum();
    let notes: usize = model.documents.iter().map(|document| document.ledger.len()).sum();
    let documents = counted(model.documents.len(), "document");
    report.line(&format!(
        "{}: {documents}, {} in {out}: {} new, {} changed, {} removed, {} unchanged",
        order.job.name,
        counted(operations, "operation"),
        plan.add.len(),
        plan.change.len(),
        plan.remove.len(),
        plan.unchanged,
    ));
    if let Some(Release { version, follows, changelog }) = release {
        let name = &order.job.name;
        report.line(&format!("{name}: {version} follows {follows}, see {out}/{}", changelog.path));
    }
    if notes > 0 {
        let notes = counted(notes, "note");
        report.line(&format!("  {notes} on what could not be expressed: see `bindery inspect`"));
    }
}

fn names(files: &[bindery::format::File]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}
