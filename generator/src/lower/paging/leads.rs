//! The texts around the items of a page, any of which may lead to the next one.

use std::collections::HashSet;
use std::rc::Rc;

use super::super::context::Context;
use super::super::object::ObjectShape;
use super::super::shape::{Shape, shape};
use super::super::site::Site;
use super::LEVELS;
use super::words::{ENVELOPE, MOMENTS, NEXT, URL, URL_FORMATS};
use crate::names;

/// A text around the items of a page.
#[derive(Debug)]
pub struct Lead<'a> {
    /// The properties on the way to it.
    pub path: Vec<&'a str>,
    /// The words of the last of them.
    pub own: Vec<String>,
    /// Whether the document says or shows that it is a URL.
    pub is_url: bool,
    pub required: bool,
    /// The words of the others.
    above: Vec<String>,
    format: String,
}

impl Lead<'_> {
    /// Whether a word on the way is such a one.
    pub fn says(&self, is: impl Fn(&str) -> bool) -> bool {
        self.above.iter().chain(&self.own).any(|word| is(word))
    }

    pub fn may_be_cursor(&self) -> bool {
        !self.is_url && !MOMENTS.contains(&&*self.format)
    }
}

/// A property on the way.
struct Step<'a> {
    object: Rc<ObjectShape<'a>>,
    path: Vec<&'a str>,
    above: Vec<String>,
}

/// The texts of an object, and of those in it that stand around items. What is seen from several sides is
/// looked at once for each that makes a difference: hostile documents have many.
pub fn leads<'a>(cx: &Context<'a>, page: Rc<ObjectShape<'a>>) -> Vec<Lead<'a>> {
    let (mut leads, mut seen) = (Vec::new(), HashSet::new());
    let mut pending = vec![Step { object: page, path: Vec::new(), above: Vec::new() }];
    while let Some(step) = pending.pop() {
        for property in step.object.properties.values() {
            let Some(site) = Site::follow(cx, property.written, &property.pointer) else {
                continue;
            };
            let (own, path) =
                (names::words(property.wire), [&*step.path, &[property.wire]].concat());
            match shape(cx, &site) {
                Shape::Text { values, format, .. } if values.is_empty() => leads.push(Lead {
                    is_url: URL_FORMATS.contains(&&*format) || shows_url(&site),
                    required: step.object.requires(property.wire),
                    above: step.above.clone(),
                    path,
                    own,
                    format,
                }),
                Shape::Object(object) if path.len() < LEVELS && is_envelope(&own) => {
                    let above = [&*step.above, &*own].concat();
                    let says = |words: &[&str]| above.iter().any(|it| words.contains(&&**it));
                    if seen.insert((site.pointer.clone(), says(&[NEXT]), says(URL))) {
                        pending.push(Step { object, path, above });
                    }
                }
                _ => {}
            }
        }
    }
    leads
}

fn is_envelope(name: &[String]) -> bool {
    name.iter().all(|word| ENVELOPE.contains(&&**word))
}

/// Whether the example of a text is a URL.
fn shows_url(site: &Site<'_>) -> bool {
    let example = site.schema.schema_data.example.as_ref().and_then(|it| it.as_str());
    example.is_some_and(|text| text.starts_with("https://") || text.starts_with("http://"))
}
