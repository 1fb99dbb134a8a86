//! `bindery check`: the same as `generate`, in memory, held against the disk.

use bindery::VERSION;
use bindery::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use bindery::lock::{Lock, Moved};
use bindery::pipeline::{Crates, make_of};
use bindery::write::{Plan, plan};

use super::orders::Selection;
use super::report::{Report, print};
use super::{Format, Outcome};

/// Names every stale file, and the command that repairs them.
pub fn run(selection: &Selection, report: &Report) -> Result<Outcome, Diagnostics> {
    let (mut crates, mut stale) = (Crates::default(), Vec::new());
    for order in selection.orders()? {
        let made = make_of(&order.job, crates.decide(&order.job)?);
        report.diagnostics(&made.warnings);
        let plan = plan(&order.out, made.files, &made.inputs)?;
        if plan.is_done() {
            report.line(&format!("{}: up to date in {}", order.job.name, order.out_label));
        } else {
            let moved = Lock::read(&order.out).moved(&order.out, &made.inputs);
            stale.push(Stale::new(order.out_label, &plan, &moved));
        }
    }
    if stale.is_empty() {
        return Ok(Outcome::Done);
    }
    let repair = format!("run `{}`", selection.repair());
    match report.format {
        Format::Text | Format::Markdown => print_text(&stale, &repair),
        Format::Json | Format::Github => report.diagnostics(&diagnostics(&stale, &repair)),
    }
    Ok(Outcome::Stale)
}

/// The folder of a crate that is not what it would be.
struct Stale {
    out: String,
    /// Files, each with what is wrong with it.
    files: Vec<(String, &'static str)>,
    /// What has moved since they were made.
    reasons: Vec<String>,
}

impl Stale {
    fn new(out: String, plan: &Plan, moved: &[Moved]) -> Self {
        let missing = plan.add.iter().map(|file| (&file.path, "is missing"));
        let changed = plan.change.iter().map(|file| (&file.path, "is stale"));
        let removed = plan.remove.iter().map(|path| (path, "is no longer made"));
        let files = missing.chain(changed).chain(removed);
        let files = files.map(|(path, what)| (format!("{out}/{path}"), what)).collect();
        let reasons = moved.iter().map(|it| reason(it, &out)).collect();
        Self { out, files, reasons }
    }
}

/// What has moved.
fn reason(moved: &Moved, out: &str) -> String {
    match moved {
        Moved::Tool(old) if old.is_empty() => format!("{out} has no lock that says more"),
        Moved::Tool(old) => format!("bindery was {old} and is {VERSION}"),
        Moved::Config => "what is said of the crate has changed".to_owned(),
        Moved::Document(name) => format!("the document {name} has changed"),
        Moved::File(path) => format!("{out}/{path} is not what bindery wrote"),
    }
}

fn print_text(stale: &[Stale], repair: &str) {
    for Stale { files, reasons, .. } in stale {
        files.iter().for_each(|(path, what)| print(&format!("{path} {what}")));
        reasons.iter().for_each(|reason| print(&format!("because {reason}")));
    }
    print(repair);
}

/// One for each crate, which comes first: GitHub shows ten. Then one for each file.
fn diagnostics(stale: &[Stale], repair: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for Stale { out, files, reasons } in stale {
        let because = if reasons.is_empty() { "" } else { ", because " };
        let message = format!("{out} is stale{because}{}", reasons.join(", and "));
        diagnostics.push(Diagnostic::general(Code::Stale, message).with_help(repair));
        for (path, what) in files {
            let place = Place::new(path, 1, 1);
            let problem = Diagnostic::general(Code::Stale, format!("{path} {what}"));
            diagnostics.push(Diagnostic { place: Some(place), ..problem.with_help(repair) });
        }
    }
    diagnostics
}
