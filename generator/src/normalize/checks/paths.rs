//! A path names the path parameters that are declared and no others, and no two paths are alike.

use std::collections::HashMap;

use serde_json::Value;

use super::template;
use crate::diagnostics::{Problem, escape_token};
use crate::load::operations::{methods, paths};
use crate::normalize::faults;
use crate::normalize::resolve::resolve;

pub(in crate::normalize) fn check(root: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut shapes = HashMap::new();
    for (path, item) in paths(root) {
        let at = format!("/paths/{}", escape_token(path));
        let Some(names) = template::names(path) else {
            problems.push(faults::bad_template(path, &at));
            continue;
        };
        let first = *shapes.entry(template::shape(path, &names)).or_insert(path);
        if first != path {
            problems.push(faults::equivalent_paths(path, first, &at));
        }
        Template { root, path, names }.check(item, &at, &mut problems);
    }
    problems
}

/// A path and the names in it.
struct Template<'a> {
    root: &'a Value,
    path: &'a str,
    names: Vec<&'a str>,
}

impl<'a> Template<'a> {
    fn check(&self, item: &'a Value, at: &str, problems: &mut Vec<Problem>) {
        let Some(item) = resolve(self.root, item) else {
            return;
        };
        let shared = self.declared(item);
        problems.extend(self.unused(&shared, at));
        for (method, operation) in methods(item) {
            let at = format!("{at}/{method}");
            let own = self.declared(operation);
            problems.extend(self.unused(&own, &at));
            problems.extend(self.undeclared(&shared, &own, &at));
        }
    }

    /// The names of the path parameters in a list of parameters, each with its index.
    fn declared(&self, owner: &'a Value) -> Vec<(usize, &'a str)> {
        let list = owner.get("parameters").and_then(Value::as_array);
        let name = |parameter: &'a Value| {
            let parameter = resolve(self.root, parameter)?;
            parameter.get("in").filter(|place| *place == "path")?;
            parameter.get("name")?.as_str()
        };
        let list = list.into_iter().flatten().enumerate();
        list.filter_map(|(index, parameter)| Some((index, name(parameter)?))).collect()
    }

    fn unused(&self, declared: &[(usize, &str)], at: &str) -> impl Iterator<Item = Problem> {
        let unused = declared.iter().filter(|(_, name)| !self.names.contains(name));
        unused.map(move |(index, name)| {
            faults::unused_parameter(self.path, name, &format!("{at}/parameters/{index}"))
        })
    }

    fn undeclared(
        &self,
        shared: &[(usize, &str)],
        own: &[(usize, &str)],
        at: &str,
    ) -> impl Iterator<Item = Problem> {
        let is_declared =
            move |wanted: &str| shared.iter().chain(own).any(|(_, name)| *name == wanted);
        let missing = self.names.iter().filter(move |name| !is_declared(name));
        missing.map(move |name| faults::undeclared_parameter(self.path, name, at))
    }
}
