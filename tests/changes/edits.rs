//! Edits of a document that mean nothing.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::seed::Seed;

/// Edited texts: what was done, the file's name, the text.
pub fn edits(original: &Value) -> Vec<(&'static str, &'static str, String)> {
    let mut edits = vec![
        ("without white space", "b.json", original.to_string()),
        ("JSON is YAML", "b.yaml", original.to_string()),
        ("in YAML", "b.yaml", yaml(original)),
        (
            "with tabs and returns",
            "b.json",
            super::pretty(original).replace("  ", "\t").replace('\n', "\r\n"),
        ),
    ];
    for seed in 1..=3 {
        let mut shuffled = original.clone();
        Seed::new(seed).shuffle(&mut shuffled);
        edits.push(("keys in another order", "b.json", super::pretty(&shuffled)));
        edits.push(("keys in another order, in YAML", "b.yaml", yaml(&shuffled)));
    }
    let mut extended = original.clone();
    extended["x-nothing"] = json!({ "to": ["see", "here"] });
    edits.push(("an extension that nobody reads", "b.json", super::pretty(&extended)));
    edits
}

/// YAML in its block style.
fn yaml(value: &Value) -> String {
    let mut text = String::new();
    block(&mut text, value, 0);
    text
}

fn block(text: &mut String, value: &Value, indent: usize) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (key, value) in object {
                let _ = write!(text, "\n{pad}{}:", Value::from(key.as_str()));
                block(text, value, indent + 2);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                let _ = write!(text, "\n{pad}-");
                block(text, item, indent + 2);
            }
        }
        scalar => {
            let _ = write!(text, " {scalar}");
        }
    }
}
