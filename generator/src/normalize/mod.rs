//! The dialects of OpenAPI in, the one dialect that `openapiv3` reads out.

mod checks;
mod faults;
mod grammar;
mod nearest;
mod operations;
mod pointer;
mod read;
mod reference;
mod resolve;
mod rewrite;
mod rules;
mod validate;
mod version;

#[cfg(test)]
mod tests;

use openapiv3::OpenAPI;

pub use self::reference::component_name;
use self::validate::{Findings, validate};
use crate::diagnostics::{Diagnostics, Problem};
use crate::load::Document;

/// A document that keeps the rules of OpenAPI 3.0.
#[derive(Debug)]
pub struct Normalized {
    /// The document as `openapiv3` reads it.
    pub openapi: OpenAPI,
    /// What the author should know, though it stops nothing.
    pub warnings: Diagnostics,
}

/// Checks a document against OpenAPI 3.0 and rewrites what `openapiv3` would lose.
///
/// JSON pointers into the result lead to the author's text too, with three rewrites to know of: a
/// schema that has other keys beside `$ref` becomes an `allOf`, callbacks are emptied, and fields
/// without a value go.
///
/// # Errors
///
/// Every rule that the document breaks, all of them in one run, together with its warnings.
pub fn normalize(document: &Document) -> Result<Normalized, Diagnostics> {
    let root = &document.root;
    version::check(root).map_err(|problem| document.diagnose(problem))?;
    let Findings { mut problems, references, empty_fields } = validate(root);
    problems.extend(checks::references::check(root, &references));
    problems.extend(checks::cycles::check(&references));
    problems.extend(checks::paths::check(root));
    problems.extend(checks::operation_ids::check(root));
    let warnings = stop_at_errors(document, problems)?;
    let root = rewrite::rewrite(root, &references, &empty_fields);
    let openapi = read::read(&root).map_err(|problem| document.diagnose(problem))?;
    Ok(Normalized { openapi, warnings })
}

/// Gives back the problems when they are warnings only.
fn stop_at_errors(document: &Document, problems: Vec<Problem>) -> Result<Diagnostics, Diagnostics> {
    let found: Diagnostics =
        problems.into_iter().map(|problem| document.diagnose(problem)).collect();
    if found.has_errors() { Err(found) } else { Ok(found) }
}
