//! OpenAPI Overlay 1.0: a document and an overlay in, the document as the overlay changes it out.

mod merge;
mod read;

use indexmap::IndexSet;
use serde_json::Value;

use self::merge::{Merger, remove};
use self::read::{Action, actions, bad};
use crate::diagnostics::{Code, Diagnostics, Problem, quote};
use crate::load::{Document, Limit, Size};

/// Applies an overlay. What it changes has its place in the overlay from then on.
///
/// Returns what is wrong with it; an action that finds nothing is an error.
pub fn apply(document: &mut Document, overlay: Document) -> Diagnostics {
    let problems = match actions(&overlay.root) {
        Ok(actions) => {
            let each = |action: &Action<'_>| action.apply(document).err();
            actions.iter().filter_map(each).collect()
        }
        Err(problems) => problems,
    };
    let problems = problems.into_iter().map(|problem| overlay.diagnose(problem)).collect();
    document.amendments.push(overlay);
    problems
}

impl Action<'_> {
    fn apply(&self, document: &mut Document) -> Result<(), Problem> {
        let found = self.target.query_located(&document.root);
        let found: IndexSet<String> = found.locations().map(|it| it.to_json_pointer()).collect();
        if found.is_empty() {
            let message =
                format!("nothing in {} is at {}", document.label, quote(&self.target.to_string()));
            let help = "take the action out, or let it find what is there";
            return Err(self.problem(Code::IdleOverride, "/target", message).with_help(help));
        }
        match self.update {
            Some(update) => self.update(document, &found, update),
            None if found.contains("") => {
                Err(bad(&self.at, "a document cannot be removed as a whole"))
            }
            None => {
                remove(document, found.iter().map(String::as_str));
                Ok(())
            }
        }
    }

    fn update(
        &self,
        document: &mut Document,
        found: &IndexSet<String>,
        update: &Value,
    ) -> Result<(), Problem> {
        self.keep_limits(document, found, update)?;
        let from = format!("{}/update", self.at);
        let Document { root, moves, amendments, .. } = document;
        let mut merger = Merger { moves, amendment: amendments.len() };
        for at in found {
            match (root.pointer_mut(at), update) {
                (Some(Value::Array(items)), _) => {
                    merger.came(format!("{at}/{}", items.len()), from.clone());
                    items.push(update.clone());
                }
                (Some(own @ Value::Object(_)), Value::Object(_)) => {
                    merger.merge(own, update, at, &from)
                }
                (Some(Value::Object(_)), _) => {
                    return Err(bad(&from, "what an object is updated with is an object"));
                }
                _ => {
                    let message = "what is updated is an object or an array: let the target find what holds this value";
                    return Err(bad(&format!("{}/target", self.at), message));
                }
            }
        }
        Ok(())
    }

    /// An update is copied to every value that is found: together they must not be too much.
    fn keep_limits(
        &self,
        document: &Document,
        found: &IndexSet<String>,
        update: &Value,
    ) -> Result<(), Problem> {
        let Size { values, depth } = Size::of(update);
        let values =
            Size::of(&document.root).values.saturating_add(values.saturating_mul(found.len()));
        let deepest =
            found.iter().map(|at| at.matches('/').count()).max().unwrap_or_default() + depth;
        for (limit, count) in [(Limit::Values, values), (Limit::Depth, deepest)] {
            if count > document.limits.of(limit) {
                return Err(limit.exceeded(&document.limits, &format!("{}/update", self.at)));
            }
        }
        Ok(())
    }

    fn problem(&self, code: Code, at: &str, message: String) -> Problem {
        Problem::new(code, format!("{}{at}", self.at), message)
    }
}
