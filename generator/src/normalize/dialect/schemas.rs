//! Schemas of JSON Schema 2020-12, which OpenAPI 3.1 has, in the words of 3.0.
//!
//! ```json
//! { "type": ["string", "null"], "const": "a", "examples": ["a"] }
//! { "type": "string", "nullable": true, "enum": ["a"], "example": "a" }
//! ```

mod alternatives;
mod keywords;
mod losses;
mod tuple;
mod types;

use serde_json::{Map, Value, json};

use self::tuple::Tuple;
pub use self::tuple::{COUNTS, POSITIONS};
use super::Translation;
use super::places::each_schema;

/// The keys and values of one schema.
pub(super) type Fields = Map<String, Value>;

/// Brings every schema of a document to the words of 3.0. Gives back the places that changed.
pub(super) fn translate(translation: &mut Translation<'_>) -> Vec<String> {
    let mut changed = Vec::new();
    let mut losses = Vec::new();
    let mut tuples = Vec::new();
    let mut constants = Vec::new();
    each_schema(translation.root.to_mut(), &mut |schema, at| {
        let was_boolean = read_boolean(schema);
        let Some(fields) = schema.as_object_mut() else { return };
        let tuple = tuple::find(fields);
        if fields.contains_key("const") && !fields.contains_key("enum") {
            constants.push(at.to_owned());
        }
        let was_other = translate_one(fields);
        let mut taken = losses::take(fields);
        if let Some(mut tuple) = tuple {
            taken.extend(tuple.loss.take());
            tuples.push((at.to_owned(), tuple));
        }
        if was_boolean || was_other || !taken.is_empty() {
            changed.push(at.to_owned());
        }
        losses.extend(taken.into_iter().map(|loss| (at.to_owned(), loss)));
    });
    for (at, tuple) in &tuples {
        note_positions(translation, at, tuple);
    }
    for at in constants {
        let from = format!("{}/const", translation.origins.of(&at));
        translation.origins.moved(format!("{at}/enum/0"), from);
    }
    for (at, loss) in losses {
        translation.note(&at, loss.what, loss.became);
    }
    changed
}

/// Writes down where the positions of a tuple stood.
fn note_positions(translation: &mut Translation<'_>, at: &str, tuple: &Tuple) {
    let array = translation.origins.of(at);
    // Of several that say the same the first has the last word.
    for (index, place) in tuple.places.iter().enumerate().rev() {
        let (from, to) = (format!("{array}/{}/{index}", tuple.keyword), format!("{at}/{place}"));
        translation.origins.moved(&to, &from);
        translation.moves.insert(from, to);
    }
}

/// `true` allows anything and `false` allows nothing.
fn read_boolean(schema: &mut Value) -> bool {
    let Value::Bool(allows) = *schema else { return false };
    *schema = if allows { json!({}) } else { json!({ "not": {} }) };
    true
}

/// Whether anything had to be said in another way.
fn translate_one(fields: &mut Fields) -> bool {
    let steps: [fn(&mut Fields) -> bool; 8] = [
        keywords::constant,
        keywords::examples,
        keywords::bounds,
        keywords::encoding,
        tuple::translate,
        keywords::patterns,
        alternatives::without_null,
        types::one_type,
    ];
    steps.iter().fold(false, |changed, step| step(fields) | changed)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::translate_one;

    fn translated(schema: Value) -> Value {
        let Value::Object(mut fields) = schema else { panic!("an object") };
        translate_one(&mut fields);
        Value::Object(fields)
    }

    #[test]
    fn null_among_the_types_is_nullable() {
        assert_eq!(
            translated(json!({ "type": ["string", "null"], "format": "date" })),
            json!({ "type": "string", "format": "date", "nullable": true })
        );
        assert_eq!(
            translated(json!({ "type": "null" })),
            json!({ "nullable": true, "enum": [null] })
        );
    }

    #[test]
    fn several_types_are_alternatives() {
        assert_eq!(
            translated(json!({
                "type": ["array", "string", "null"],
                "items": { "type": "string" },
                "description": "d"
            })),
            json!({
                "description": "d",
                "nullable": true,
                "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "string" }]
            })
        );
        assert_eq!(
            translated(json!({
                "type": ["string", "integer"],
                "enum": ["a", 1],
                "x-enum-varnames": ["A", "ONE"]
            }))["anyOf"],
            json!([
                { "type": "string", "enum": ["a"], "x-enum-varnames": ["A"] },
                { "type": "integer", "enum": [1], "x-enum-varnames": ["ONE"] }
            ])
        );
    }

    #[test]
    fn null_among_alternatives_is_nullable() {
        assert_eq!(
            translated(json!({ "anyOf": [{ "$ref": "#/a" }, { "type": "null" }] })),
            json!({ "anyOf": [{ "$ref": "#/a" }], "nullable": true })
        );
        assert_eq!(
            translated(json!({ "oneOf": [{ "type": "null" }] })),
            json!({ "oneOf": [{ "type": "null" }] })
        );
    }

    #[test]
    fn keywords_of_3_1_have_counterparts() {
        assert_eq!(
            translated(json!({ "const": 3, "examples": [3, 4], "exclusiveMinimum": 1 })),
            json!({
                "enum": [3],
                "type": "integer",
                "example": 3,
                "minimum": 1,
                "exclusiveMinimum": true
            })
        );
        assert_eq!(
            translated(json!({ "type": "string", "contentEncoding": "base64" })),
            json!({ "type": "string", "format": "byte" })
        );
        assert_eq!(
            translated(json!({ "contentMediaType": "application/octet-stream" })),
            json!({ "type": "string", "format": "binary" })
        );
        assert_eq!(
            translated(json!({ "contentMediaType": "image/png" })),
            json!({ "type": "string", "format": "binary" })
        );
        assert_eq!(
            translated(json!({ "type": "string", "contentMediaType": "text/html" })),
            json!({ "type": "string" })
        );
    }

    #[test]
    fn positions_of_a_closed_array_keep_their_order() {
        let pair = json!([{ "type": "null" }, { "type": "null" }]);
        let marked = json!({ "anyOf": pair, "x-bindery-positions": true });
        for closed in [
            json!({ "prefixItems": pair, "items": false, "minItems": 2 }),
            json!({ "prefixItems": pair, "items": false }),
            json!({ "prefixItems": pair, "maxItems": 2, "minItems": 2 }),
            json!({ "items": pair, "additionalItems": false }),
            json!({ "prefixItems": pair, "unevaluatedItems": false, "minItems": 2 }),
        ] {
            assert_eq!(translated(closed.clone())["items"], marked, "{closed}");
        }
        for open in [
            json!({ "prefixItems": pair }),
            json!({ "prefixItems": pair, "items": true, "minItems": 2 }),
            json!({ "prefixItems": pair, "items": false, "minItems": 1 }),
            json!({ "prefixItems": pair, "items": false, "maxItems": 1 }),
            json!({ "items": pair, "minItems": 2 }),
            json!({ "prefixItems": pair, "unevaluatedItems": false, "contains": {} }),
        ] {
            assert_eq!(translated(open.clone())["items"], pair[0], "{open}");
        }
    }

    #[test]
    fn what_3_0_can_say_stays_as_it_is() {
        let schema = json!({ "type": "string", "enum": ["a", null], "nullable": true });
        assert_eq!(translated(schema.clone()), schema);
    }
}
