//! No text of a document becomes code: hostile texts in every place of a document.
//!
//! Each cell puts one text of `payloads.json` at one place of `document.json`. What comes out parses, has
//! the shape that it has with a harmless word there, and says the text as it was where it is sent.

mod cell;
mod positions;
mod shape;

use std::thread;

use cell::{Cell, Outcome};
use positions::POSITIONS;

/// One more than lines, files and names usually have.
const LONG: usize = 5000;

fn payloads() -> Vec<String> {
    let text = include_str!("payloads.json");
    let mut payloads: Vec<String> = serde_json::from_str(text).expect("a list of texts");
    payloads.push("x".repeat(LONG));
    payloads
}

#[test]
fn every_text_in_every_place_leaves_the_shape_of_the_code_alone() {
    let payloads = payloads();
    let cells: Vec<Cell<'_>> = POSITIONS
        .iter()
        .flat_map(|position| payloads.iter().map(move |text| Cell { position, text }))
        .collect();
    assert!(POSITIONS.len() >= 22 && payloads.len() >= 40);
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let outcomes: Vec<(&Cell<'_>, Outcome)> = thread::scope(|scope| {
        let share = cells.len().div_ceil(threads);
        let parts = cells.chunks(share).map(|part| {
            scope.spawn(|| part.iter().map(|cell| (cell, cell.outcome())).collect::<Vec<_>>())
        });
        let running: Vec<_> = parts.collect();
        running.into_iter().flat_map(|part| part.join().expect("no panic")).collect()
    });
    let differing = outcomes.iter().filter_map(|(cell, outcome)| match outcome {
        Outcome::Differs(why) => Some(format!("{} × {:?}: {why}", cell.position.name, cell.text)),
        Outcome::Alike | Outcome::Refused => None,
    });
    let differing: Vec<String> = differing.collect();
    let refused = outcomes.iter().filter(|(_, it)| matches!(it, Outcome::Refused)).count();
    println!("{} cells, {refused} refused, {} different", cells.len(), differing.len());
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
