//! `bindery generate`: writes what changed, and removes what is no longer made.

use clap::Args;

use bindery::config::Order;
use bindery::diagnostics::Diagnostics;
use bindery::lock::Lock;
use bindery::model::Model;
use bindery::pipeline::{Made, each, inputs_of, make};
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
    if TRUSTS_THE_LOCK {
        orders = leave_out_current(orders, report)?;
    }
    let planned = each(&orders, |order| prepare(order, report))?;
    let planned: Vec<_> = orders.iter().zip(planned).collect();
    for (order, (model, plan)) in &planned {
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

/// The crates that are not yet what the lock says, made of what it says.
fn leave_out_current(orders: Vec<Order>, report: &Report) -> Result<Vec<Order>, Diagnostics> {
    let moved = each(&orders, |order| {
        Ok(!Lock::read(&order.out).moved(&order.out, &inputs_of(&order.job)?).is_empty())
    })?;
    let (stale, current): (Vec<_>, Vec<_>) =
        orders.into_iter().zip(moved).partition(|(_, moved)| *moved);
    for (order, _) in current {
        report.line(&format!("{}: unchanged in {}", order.job.name, order.out_label));
    }
    Ok(stale.into_iter().map(|(order, _)| order).collect())
}

fn prepare(order: &Order, report: &Report) -> Result<(Model, Plan), Diagnostics> {
    let Made { model, files, inputs, warnings } = make(&order.job)?;
    report.diagnostics(&warnings);
    Ok((model, plan(&order.out, files, &inputs)?))
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
