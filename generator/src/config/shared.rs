//! Crates that have their client and their runtime from another one of the same run.

use std::path::{Component, Path, PathBuf};

use toml::Spanned;

use super::text::Text;
use super::{Order, absolute, bad};
use crate::diagnostics::{Diagnostic, Diagnostics, did_you_mean, nearest, quote};
use crate::pipeline::refuse_bad_name;
use crate::render::{Shared, Target, is_dependency};

/// Who has whose runtime: the places of both among the orders.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    client: usize,
    runtime: usize,
}

/// The link from a crate to the one of that name.
pub(super) fn find(
    text: &Text<'_>,
    orders: &[Order],
    client: usize,
    name: &Spanned<String>,
) -> Result<Link, Diagnostics> {
    let names = || orders.iter().map(|order| order.job.name.as_str());
    if let Some(runtime) = names().position(|it| it == name.get_ref()) {
        return Ok(Link { client, runtime });
    }
    let help = match nearest(name.get_ref(), names()) {
        Some(near) => did_you_mean(near),
        None => "name a `[[crate]]` without documents".to_owned(),
    };
    let place = Some(text.place(&name.span()));
    let problem = bad(format!("there is no crate {}", quote(name.get_ref()))).with_help(help);
    Err(Diagnostic { place, ..problem }.into())
}

/// Makes of orders what the links say: a runtime is made for the documents of all that have it, and after
/// them.
pub(super) fn apply(orders: &mut [Order], links: &[Link]) -> Diagnostics {
    let problems = refuse(orders, links);
    if !problems.is_empty() {
        return problems;
    }
    for Link { client, runtime } in links {
        let inputs = orders[*client].job.inputs.clone();
        let shared = Shared {
            name: orders[*runtime].job.name.clone(),
            version: requirement(&orders[*runtime].job.package.version).to_owned(),
            path: way(&orders[*client].out, &orders[*runtime].out),
        };
        orders[*client].job.target = Target::Client(shared);
        orders[*runtime].job.target = Target::Runtime;
        orders[*runtime].job.inputs.extend(inputs);
    }
    orders.sort_by_key(|order| order.job.target == Target::Runtime);
    problems
}

/// What has documents, or its own runtime from another, is nobody's runtime, and what has none is one.
fn refuse(orders: &[Order], links: &[Link]) -> Diagnostics {
    let is_runtime = |index| links.iter().any(|link| link.runtime == index);
    let is_client = |index| links.iter().any(|link| link.client == index);
    let mut problems = Diagnostics::new();
    for (index, Order { job, .. }) in orders.iter().enumerate() {
        let name = quote(&job.name);
        if !is_runtime(index) {
            if job.inputs.is_empty() {
                problems.push(bad(format!("the crate {name} has no document")));
            }
            continue;
        }
        if !job.inputs.is_empty() || is_client(index) {
            let message = format!(
                "the crate {name} has documents or a runtime, and cannot be the runtime of others"
            );
            problems.push(bad(message).with_help("name a `[[crate]]` with neither"));
        }
        if job.tests {
            problems.push(bad(format!("the crate {name} has no document to test")));
        }
        if is_dependency(&job.name, job.dates) {
            let message = format!("the crate {name} is called like one that it needs");
            problems.push(bad(message).with_help("call it something else"));
        }
        problems.extend(refuse_bad_name(&job.name).err().into_iter().flatten());
    }
    problems
}

/// A version as it can be asked for: without what tells builds of it apart (SemVer 2.0, item 10).
fn requirement(version: &str) -> &str {
    version.split_once('+').map_or(version, |(version, _)| version)
}

/// The way from one folder to another, as a manifest has it.
fn way(from: &Path, to: &Path) -> String {
    let (from, to) = (absolute(from), absolute(to));
    let shared = from.components().zip(to.components()).take_while(|(one, other)| one == other);
    let shared = shared.count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    way.display().to_string().replace('\\', "/")
}

/// A crate for each document, called like it, and the one that they have their runtime from, each in a
/// folder of `out` that is called like it.
///
/// # Errors
///
/// When two of them would be called the same.
pub fn split(orders: Vec<Order>, runtime: Order) -> Result<Vec<Order>, Diagnostics> {
    let place = orders.len();
    let links: Vec<Link> = (0..place).map(|client| Link { client, runtime: place }).collect();
    let mut orders = orders;
    orders.push(runtime);
    let mut problems = super::refuse_shared_folders(&orders);
    problems.extend(apply(&mut orders, &links));
    if problems.is_empty() { Ok(orders) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::way;

    #[test]
    fn the_way_leads_up_and_down() {
        let cases = [
            ("clients/a", "clients/b", "../b"),
            ("a", "shared/runtime", "../shared/runtime"),
            ("deep/down/a", "b", "../../../b"),
            ("./a/../c", "b/../d", "../d"),
        ];
        for (from, to, expected) in cases {
            assert_eq!(way(Path::new(from), Path::new(to)), expected, "{from} to {to}");
        }
    }
}
