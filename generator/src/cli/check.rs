//! `bindery check`: the same as `generate`, in memory, held against the disk.

use bindery::VERSION;
use bindery::diagnostics::Diagnostics;
use bindery::lock::{Lock, Moved};
use bindery::pipeline::make;
use bindery::write::plan;

use super::Outcome;
use super::orders::Selection;
use super::report::{Report, print};

/// Names every stale file, and the command that repairs them.
pub fn run(selection: &Selection, report: &Report) -> Result<Outcome, Diagnostics> {
    let mut outcome = Outcome::Done;
    for order in selection.orders()? {
        let made = make(&order.job)?;
        report.diagnostics(&made.warnings);
        let plan = plan(&order.out, made.files, &made.inputs)?;
        let out = &order.out_label;
        plan.add.iter().for_each(|file| print(&format!("{out}/{} is missing", file.path)));
        plan.change.iter().for_each(|file| print(&format!("{out}/{} is stale", file.path)));
        plan.remove.iter().for_each(|path| print(&format!("{out}/{path} is no longer made")));
        if plan.is_done() {
            report.line(&format!("{}: up to date in {out}", order.job.name));
        } else {
            outcome = Outcome::Stale;
            let lock = Lock::read(&order.out);
            lock.moved(&order.out, &made.inputs).iter().for_each(|it| print(&reason(it, out)));
        }
    }
    if outcome == Outcome::Stale {
        print(&format!("run `{}`", selection.repair()));
    }
    Ok(outcome)
}

/// What has moved since the files were made.
fn reason(moved: &Moved, out: &str) -> String {
    match moved {
        Moved::Tool(old) if old.is_empty() => format!("because {out} has no lock that says more"),
        Moved::Tool(old) => format!("because bindery was {old} and is {VERSION}"),
        Moved::Config => "because what is said of the crate has changed".to_owned(),
        Moved::Document(name) => format!("because the document {name} has changed"),
        Moved::File(path) => format!("because {out}/{path} is not what bindery wrote"),
    }
}
