//! `bindery generate`: writes what changed, and removes what is no longer made.

use clap::Args;

use bindery::config::Order;
use bindery::diagnostics::Diagnostics;
use bindery::lock::Lock;
use bindery::model::Model;
use bindery::pipeline::{Made, each, make_of, read};
use bindery::write::{Plan, carry_out, plan, recover, replace};

use super::Outcome;
use super::changelog::{Changelog, changelog};
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
    let mut orders = arguments.selection.orders()?;
    each(&orders, |order| recover(&order.out))?;
    let mut changelogs = Vec::new();
    for order in orders.iter_mut().filter(|_| arguments.changelog) {
        changelogs.extend(changelog(order, &arguments.since)?);
    }
    let planned = each(&orders, |order| prepare(order, report))?;
    for (order, made) in orders.iter().zip(&planned) {
        let Some((model, plan)) = made else { continue };
        carry_out(&order.out, plan)?;
        summarize(order, model, plan, report);
    }
    for Changelog { path, text } in changelogs {
        replace(&path, &text)?;
    }
    Ok(Outcome::Done)
}

/// A lock knows the generator by its version, and one that is being developed changes without it:
/// a debug build makes everything, and compares.
const TRUSTS_THE_LOCK: bool = !cfg!(debug_assertions);

/// Makes a crate and plans its files; nothing of one that is what its lock says, made of what it says.
fn prepare(order: &Order, report: &Report) -> Result<Option<(Model, Plan)>, Diagnostics> {
    let read = read(&order.job)?;
    if TRUSTS_THE_LOCK && Lock::read(&order.out).moved(&order.out, &read.inputs).is_empty() {
        report.line(&format!("{}: unchanged in {}", order.job.name, order.out_label));
        return Ok(None);
    }
    let Made { model, files, inputs, warnings } = make_of(&order.job, read)?;
    report.diagnostics(&warnings);
    Ok(Some((model, plan(&order.out, files, &inputs)?)))
}

fn summarize(order: &Order, model: &Model, plan: &Plan, report: &Report) {
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
