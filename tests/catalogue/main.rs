//! Twilio's whole catalogue through the generator: each document alone, and all as one crate.
//!
//! The documents are not part of this repository; `tests/catalogue/fetch` brings them. Without
//! them the tests are reported as ignored.

mod alone;
mod documents;
mod ledger;
mod together;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial, run};

use documents::Catalogue;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = match Catalogue::find() {
        Some(catalogue) => {
            eprintln!(
                "catalogue: {} documents of {}",
                catalogue.documents.len(),
                catalogue.source.folder
            );
            trials(Arc::new(catalogue))
        }
        None => {
            eprintln!("catalogue: not run: no documents (run tests/catalogue/fetch)");
            vec![not_run()]
        }
    };
    run(&arguments, trials).exit_code()
}

/// The longest one first, so that the others run beside it.
fn trials(catalogue: Arc<Catalogue>) -> Vec<Trial> {
    let mut trials = Vec::new();
    for document in catalogue.documents.clone() {
        let name = format!("alone::{}", document.name());
        trials.push(Trial::test(name, move || alone::holds(&document)));
    }
    trials.insert(0, Trial::test("together", move || together::holds(&catalogue)));
    trials
}

/// Stands for all of them; it cannot pass, not even when ignored tests are asked for.
fn not_run() -> Trial {
    let fails = || Err("no documents: run tests/catalogue/fetch".into());
    Trial::test("catalogue", fails).with_ignored_flag(true)
}
