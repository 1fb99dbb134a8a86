//! Keywords of 2020-12 that nothing in OpenAPI 3.0 stands for.

use super::Fields;

/// What was said and cannot be said again.
pub(super) struct Loss {
    pub(super) what: String,
    pub(super) became: &'static str,
}

/// Keywords that only narrow what their schema allows: a type without them still holds every value.
const NARROWING: &[&str] = &[
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "unevaluatedProperties",
    "patternProperties",
];

/// Takes these keywords out of a schema.
pub(super) fn take(fields: &mut Fields) -> Vec<Loss> {
    let taken = NARROWING.iter().filter(|keyword| fields.shift_remove(**keyword).is_some());
    taken
        .map(|keyword| Loss { what: format!("`{keyword}`"), became: "any value of its schema" })
        .collect()
}
