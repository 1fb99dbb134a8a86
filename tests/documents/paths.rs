//! Path items: templates, and the operations behind each.

use serde_json::Value;

use super::draft::{Draft, Fields};
use super::texts;

const METHODS: &[&str] = &["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/// What stands between two slashes; `{}` is a parameter.
const SEGMENTS: &[&str] = &[
    "items", "{}", "Items", "v1", "type", "self", "{}.json", "items:{}", "{}-{}", "a b", "naïve",
    "名前", "%20", "a'b", "~", "1", "_", ".", "..", "",
];

impl Draft<'_> {
    /// Path items under templates of which no two look alike to a server.
    pub fn paths(&mut self) -> Value {
        let mut shapes: Vec<String> = Vec::new();
        let mut taken = Vec::new();
        let mut paths = Fields::new();
        for _ in 0..=self.choices.below(5) {
            let shape: String = (0..=self.choices.below(4)).map(|_| self.segment()).collect();
            if shapes.contains(&shape) {
                continue;
            }
            let names = self.parameter_names(shape.matches("{}").count());
            let item = self.path_item(&names, &mut taken);
            paths.insert(filled(&shape, &names), item);
            shapes.push(shape);
        }
        paths.into()
    }

    fn segment(&mut self) -> String {
        format!("/{}", self.choices.one(SEGMENTS))
    }

    /// Names for so many parameters, none with what ends a name in a template.
    fn parameter_names(&mut self, count: usize) -> Vec<String> {
        let mut taken = Vec::new();
        for _ in 0..count {
            texts::own_name(&mut self.choices, &mut taken);
        }
        taken
    }

    /// Its parameters are declared for all operations, or by each.
    fn path_item(&mut self, names: &[String], taken: &mut Vec<String>) -> Value {
        let mut item = Fields::new();
        let is_shared = self.choices.rarely(2);
        if is_shared {
            let mut parameters = self.parameters();
            parameters.extend(names.iter().map(|name| self.path_parameter(name)));
            item.insert("parameters".to_owned(), parameters.into());
        }
        for _ in 0..=self.choices.below(3) {
            let method = self.choices.one(METHODS).to_owned();
            let mut operation = self.operation(taken);
            if let Some(own) = operation["parameters"].as_array_mut().filter(|_| !is_shared) {
                own.extend(names.iter().map(|name| self.path_parameter(name)));
            }
            item.insert(method, operation);
        }
        self.maybe(&mut item, "summary", Self::prose);
        self.maybe(&mut item, "servers", Self::servers);
        item.into()
    }
}

/// A template whose parameters have these names.
fn filled(shape: &str, names: &[String]) -> String {
    names.iter().fold(shape.to_owned(), |path, name| path.replacen("{}", &format!("{{{name}}}"), 1))
}
