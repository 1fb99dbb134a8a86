//! One text at one place: what comes out, against what comes out of a harmless one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bindery::diagnostics::Diagnostics;
use bindery::format::{File, format_file};
use bindery::load::{Limits, parse};
use bindery::pipeline::{Input, Job, model_of};
use bindery::render::{Content, render};
use serde_json::Value;

use super::positions::{POSITIONS, Position};
use super::shape::{Shape, literals, shape};

/// A text at a place.
pub struct Cell<'c> {
    pub position: &'c Position,
    pub text: &'c str,
}

/// What became of it.
pub enum Outcome {
    /// Code of the harmless shape.
    Alike,
    /// Nothing, with a diagnostic.
    Refused,
    /// Something else.
    Differs(String),
}

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("document.json")).expect("JSON"));

/// A name that is the same in Rust is not said twice, so that there is a twin for each kind.
static TWINS: LazyLock<[Shape; 2]> = LazyLock::new(|| {
    ["harmless", "Harm-less"].map(|property| {
        let text = |it: &Position| if it.name == "property" { property } else { it.twin };
        shape(&generated(&text).expect("a harmless document")).expect("Rust")
    })
});

impl Cell<'_> {
    pub fn outcome(&self) -> Outcome {
        let text = |other: &Position| match other.name == self.position.name {
            true => self.text.to_owned(),
            false => other.twin.to_owned(),
        };
        let files = match generated(&text) {
            Ok(files) => files,
            Err(problems) => return self.refused(&problems),
        };
        let differs = match shape(&files) {
            Err(reason) => Some(format!("it does not parse: {reason}")),
            Ok(_) if self.means_a_parameter() => None,
            Ok(shape) if shape == TWINS[1] => None,
            Ok(shape) => shape.difference(&TWINS[0]),
        };
        let differs = differs.or_else(|| self.unsaid(&files));
        differs.map_or(Outcome::Alike, Outcome::Differs)
    }

    /// Braces in a path are no text.
    fn means_a_parameter(&self) -> bool {
        self.position.name == "path" && self.text.contains('{')
    }

    fn refused(&self, problems: &Diagnostics) -> Outcome {
        let has_place = problems.iter().all(|it| it.place.is_some());
        match self.position.refuses && has_place {
            true => Outcome::Refused,
            false => Outcome::Differs(format!("it is refused: {problems}")),
        }
    }

    /// That no literal reads back as the text, where one must.
    fn unsaid(&self, files: &[File]) -> Option<String> {
        let said: BTreeSet<String> = literals(files);
        (self.position.said && !said.contains(self.text) && !is_name(self.text))
            .then(|| "no literal says it".to_owned())
    }
}

/// Whether a name on the wire may be the same in Rust.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// The Rust files of the document that has these texts.
fn generated<T: AsRef<str>>(text: &dyn Fn(&Position) -> T) -> Result<Vec<File>, Diagnostics> {
    let root = filled(&DOCUMENT, &|marked: &str| {
        let is_reference = marked.starts_with("#/");
        POSITIONS.iter().fold(marked.to_owned(), |marked, position| {
            let text = text(position);
            let text = text.as_ref();
            let token = text.replace('~', "~0").replace('/', "~1").replace('%', "%25");
            let text = if is_reference { &token } else { text };
            marked.replace(&format!("⟦{}⟧", position.name), text)
        })
    });
    let document = parse("document.json", root.to_string().into_bytes(), &Limits::DEFAULT)?;
    let job = Job {
        all_schemas: true,
        tests: true,
        ..Job::of("client", vec![Input::file("document.json".as_ref())])
    };
    let (model, _) = model_of(&job, &[document])?;
    // Files that are text are the same in every crate.
    let files = render(&model, &job.package, &job.target, job.dates).files.into_iter();
    let rust = files.filter(|file| matches!(file.content, Content::Rust { .. }));
    Ok(rust.map(format_file).collect())
}

/// A value with all of its texts and keys changed.
fn filled(value: &Value, text: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(it) => Value::String(text(it)),
        Value::Array(items) => items.iter().map(|it| filled(it, text)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(key, it)| (text(key), filled(it, text))).collect()
        }
        other => other.clone(),
    }
}
