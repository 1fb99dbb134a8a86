//! The dialects of OpenAPI in, the one dialect that `openapiv3` reads out.

mod checks;
mod dialect;
mod faults;
mod grammar;
mod pointer;
mod read;
mod reference;
mod resolve;
mod rewrite;
mod rules;
mod usage;
mod validate;
mod values;
mod version;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use openapiv3::OpenAPI;

use self::checks::references::Author;
use self::dialect::Translation;
pub use self::dialect::{COUNTS, Note, Origins, POSITIONS};
pub use self::reference::{component_name, component_place};
pub use self::resolve::MAX_HOPS;
use self::validate::{Findings, validate};
pub use self::values::NAMES;
use crate::diagnostics::{Diagnostic, Diagnostics, Problem};
use crate::load::Document;

/// A document that keeps the rules of OpenAPI, in the words of 3.0.
#[derive(Debug)]
pub struct Normalized {
    /// The document as `openapiv3` reads it.
    pub openapi: OpenAPI,
    /// What the author should know, though it stops nothing.
    pub warnings: Diagnostics,
    /// Where its parts stood in the author's text, if that was of another dialect.
    pub origins: Origins,
    /// What only that other dialect could say.
    pub notes: Vec<Note>,
    /// The components that operations use, as pointers; nothing if there are no operations.
    pub used: Option<BTreeSet<String>>,
}

/// Brings a document to OpenAPI 3.0, checks it and rewrites what `openapiv3` would lose.
///
/// JSON pointers into the result lead to the author's text through `origins`, with three rewrites
/// to know of: a schema that has other keys beside `$ref` becomes an `allOf`, callbacks are
/// emptied, and fields without a value go.
///
/// # Errors
///
/// Every rule that the document breaks, all of them in one run, together with its warnings.
pub fn normalize(document: &Document) -> Result<Normalized, Diagnostics> {
    let dialect = version::check(&document.root).map_err(|problem| document.diagnose(problem))?;
    let translation = dialect::translate(&document.root, dialect);
    examine(document, &translation).or_else(|problems| {
        let forgiven = dialect::forgive(translation).ok_or(problems)?;
        examine(document, &forgiven)
    })
}

/// Checks what stands in the words of 3.0.
fn examine(document: &Document, it: &Translation<'_>) -> Result<Normalized, Diagnostics> {
    let root = &it.root;
    let Findings { mut problems, references, empty_fields, all_of, enums } = validate(root);
    let steps = checks::steps::steps(&references);
    problems.extend(it.problems.iter().cloned());
    let author =
        Author { root: &document.root, origins: &it.origins, unresolved: &document.unresolved };
    problems.extend(checks::references::check(root, &references, &author));
    problems.extend(checks::cycles::check(&references, &steps));
    problems.extend(checks::chains::check(&references, &steps, &document.limits));
    problems.extend(checks::copies::check(root, &all_of, &steps, &document.limits));
    problems.extend(checks::paths::check(root));
    problems.extend(checks::operation_ids::check(root));
    let warnings = stop_at_errors(document, &it.origins, problems)?;
    let used = usage::used(root, &references, &it.kept);
    let mut origins = it.origins.clone();
    let root = rewrite::rewrite(root, &references, (&empty_fields, &enums), &mut origins);
    let openapi = read::read(&root).map_err(|problem| diagnose(document, &origins, problem))?;
    Ok(Normalized { openapi, warnings, origins, notes: it.notes.clone(), used })
}

/// Gives back the problems when they are warnings only.
fn stop_at_errors(
    document: &Document,
    origins: &Origins,
    problems: Vec<Problem>,
) -> Result<Diagnostics, Diagnostics> {
    let found = problems.into_iter().map(|problem| diagnose(document, origins, problem));
    let found: Diagnostics = found.collect();
    if found.has_errors() { Err(found) } else { Ok(found) }
}

/// Gives a problem its place in the author's text.
fn diagnose(document: &Document, origins: &Origins, problem: Problem) -> Diagnostic {
    document.diagnose(Problem { pointer: origins.of(&problem.pointer), ..problem })
}
