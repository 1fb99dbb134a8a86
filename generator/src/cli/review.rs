//! `bindery review`: the pending changes of a regeneration, one file at a time.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, Write};

use bindery::config::Order;
use bindery::diagnostics::Diagnostics;
use bindery::diff::print::{Shown, text};
use bindery::diff::{Diff, Texts};
use bindery::format::File;
use bindery::lock::{self, Lock};
use bindery::pipeline::{Made, make};
use bindery::write::{Plan, carry_out, plan};
use clap::Args;
use similar::TextDiff;

use super::Outcome;
use super::changelog::{Since, since};
use super::diff::texts;
use super::orders::Selection;
use super::report::print;

/// What to review, and since when documents have changed.
#[derive(Debug, Args)]
pub struct Review {
    #[command(flatten)]
    selection: Selection,
    /// The Git revision since which documents have changed
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    since: String,
}

/// What to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Accept,
    Reject,
    Skip,
    AcceptAll,
    Quit,
}

/// Asks about every file that would change, then writes those that were accepted.
pub fn run(arguments: &Review) -> Result<Outcome, Diagnostics> {
    let mut outcome = Outcome::Done;
    for order in &arguments.selection.recovered()? {
        let Made { model, files, documents, inputs, .. } = make(&order.job)?;
        let plan = plan(&order.out, files, &inputs)?;
        // Outside of a repository there is nothing to say of documents; the code is there all the same.
        let old = arguments.selection.job_at(&arguments.since, order);
        let since = old.and_then(|old| since(old, &model, &arguments.since)).ok();
        let compared = since.map(|since| (since, texts(&order.job, documents)));
        let Answers { accepted, rejected } = ask(order, &plan, compared.as_ref());
        let left = steps(&plan).len() - accepted.len();
        carry_out(&order.out, &part(order, plan, &accepted))?;
        print(&format!("{}: {} accepted, {left} left", order.job.name, accepted.len()));
        if rejected {
            outcome = Outcome::Refused;
        }
    }
    Ok(outcome)
}

/// The paths of what would change, but for the lock.
fn steps(plan: &Plan) -> Vec<&str> {
    let put = plan.add.iter().chain(&plan.change).map(|file| file.path.as_str());
    let steps = put.chain(plan.remove.iter().map(String::as_str));
    steps.filter(|path| *path != lock::NAME).collect()
}

/// What was answered.
#[derive(Debug, Default)]
struct Answers {
    accepted: BTreeSet<String>,
    rejected: bool,
}

/// What has changed in the documents, and their texts.
type Compared = (Since, Texts);

fn ask(order: &Order, plan: &Plan, compared: Option<&Compared>) -> Answers {
    let steps = steps(plan);
    let mut answers = Answers::default();
    for (index, path) in steps.iter().enumerate() {
        print(&format!("\n[{}/{}] {}/{path}", index + 1, steps.len(), order.out_label));
        show(order, plan, path, compared);
        match choose() {
            Choice::Accept => drop(answers.accepted.insert((*path).to_owned())),
            Choice::AcceptAll => {
                answers.accepted.extend(steps[index..].iter().map(|path| (*path).to_owned()));
                break;
            }
            Choice::Reject => answers.rejected = true,
            Choice::Skip => {}
            Choice::Quit => break,
        }
    }
    answers
}

/// What the documents' change does to the items of a file, and how its text changes.
fn show(order: &Order, plan: &Plan, path: &str, compared: Option<&Compared>) {
    let old = fs::read_to_string(order.out.join(path)).unwrap_or_default();
    let new = plan.add.iter().chain(&plan.change).find(|file| file.path == path);
    let new = new.map_or("", |file| &file.text);
    if let Some((Since { diff, old: before }, after)) = compared {
        let changes = diff.changes.iter().filter(|change| {
            change.rust.iter().any(|effect| defines(path, &[&old, new], &effect.subject))
        });
        let diff = Diff { changes: changes.cloned().collect() };
        if !diff.changes.is_empty() {
            print(text::print(&Shown { diff: &diff, old: before, new: after }).trim_end());
        }
    }
    let lines = TextDiff::from_lines(old.as_str(), new);
    print(&lines.unified_diff().header("was", "is").to_string());
}

/// Whether a file defines the item of which `subject` is a part: `chat_v3::UpdateChannel::type`.
fn defines(path: &str, texts: &[&str], subject: &str) -> bool {
    let mut parts = subject.split(['.', ':', '(']).filter(|part| !part.is_empty());
    let (Some(module), Some(item)) = (parts.next(), parts.next()) else { return false };
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let is_whole = |rest: &str| !rest.starts_with(is_part);
    let forms = ["struct ", "enum ", "type ", "request!("].map(|form| format!("{form}{item}"));
    // A type whose name begins like the item's may stand before it.
    let defined =
        |text: &&str| forms.iter().any(|form| text.split(form.as_str()).skip(1).any(is_whole));
    path.starts_with(&format!("src/{module}/")) && texts.iter().any(defined)
}

/// Asks until there is an answer; the end of the input is one.
fn choose() -> Choice {
    loop {
        let _ = write!(
            std::io::stdout().lock(),
            "accept, reject, skip, accept All, quit? [a/r/s/A/q] "
        );
        let _ = std::io::stdout().flush();
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => return Choice::Quit,
            Ok(_) => {}
        }
        match line.trim() {
            "a" => return Choice::Accept,
            "A" => return Choice::AcceptAll,
            "r" => return Choice::Reject,
            "s" => return Choice::Skip,
            "q" => return Choice::Quit,
            _ => {}
        }
    }
}

/// The accepted part of a plan. If something is left, the lock says of what the rest was made, so
/// that `check` goes on to call it stale.
fn part(order: &Order, plan: Plan, accepted: &BTreeSet<String>) -> Plan {
    if steps(&plan).len() == accepted.len() {
        return plan;
    }
    let kept =
        |files: Vec<File>| files.into_iter().filter(|it| accepted.contains(&it.path)).collect();
    let (add, mut change): (Vec<File>, Vec<File>) = (kept(plan.add), kept(plan.change));
    let remove: Vec<String> = plan.remove.into_iter().filter(|it| accepted.contains(it)).collect();
    if !accepted.is_empty() {
        let put: Vec<&File> = add.iter().chain(&change).collect();
        change.push(Lock::read(&order.out).after(&put, &remove).file());
    }
    Plan { add, change, remove, unchanged: plan.unchanged }
}

#[cfg(test)]
mod tests {
    use super::defines;

    #[test]
    fn an_item_is_found_behind_those_whose_names_begin_like_its_own() {
        let text = "pub struct ChannelType;\npub struct ChannelWebhook;\npub struct Channel;\n";
        for subject in ["chat_v3::Channel.sid", "chat_v3::Channel", "chat_v3::ChannelWebhook"] {
            assert!(defines("src/chat_v3/types.rs", &["", text], subject), "{subject}");
        }
        for subject in ["chat_v3::Chan", "chat_v2::Channel", "chat_v3"] {
            assert!(!defines("src/chat_v3/types.rs", &["", text], subject), "{subject}");
        }
    }
}
