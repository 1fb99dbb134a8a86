//! The words for references that lead astray.

use crate::diagnostics::{Code, Problem, quote};
use crate::load::{Limit, Limits};
use crate::normalize::grammar::Object;
use crate::normalize::pointer::Pointer;

pub(in crate::normalize) fn dangling_reference(at: &str, text: &str) -> Problem {
    Problem::new(Code::DanglingReference, at, format!("nothing stands at {}", quote(text)))
}

pub(in crate::normalize) fn wrong_target(
    at: &str,
    text: &str,
    expected: &Object,
    found: Option<&Object>,
) -> Problem {
    let found = found.map_or("something else", |object| object.name);
    let (text, expected) = (quote(text), expected.name);
    let message = format!("{text} leads to the wrong object: {expected} expected, found {found}");
    Problem::new(Code::WrongTarget, at, message)
}

pub(in crate::normalize) fn ignored_siblings(at: &Pointer<'_>) -> Problem {
    Problem::new(Code::IgnoredSiblings, at.to_string(), "the operations beside `$ref` are left out")
        .with_help("move them into the path item that the reference leads to")
}

pub(in crate::normalize) fn outside_reference(at: &str, text: &str) -> Problem {
    Problem::new(Code::OutsideReference, at, format!("{} leads out of the document", quote(text)))
        .with_help(
            "files below the folder of the document are read, nothing else is read or fetched: copy the \
             target there, or into `components`",
        )
}

pub(in crate::normalize) fn reference_cycle(at: &str, members: &[String]) -> Problem {
    let message = match members {
        [alone] => format!("{} refers to itself", quote(alone)),
        _ => {
            let list = members.iter().map(|member| quote(member)).collect::<Vec<_>>().join(" → ");
            format!("references lead in a circle: {list}")
        }
    };
    Problem::new(Code::ReferenceCycle, at, message)
}

pub(in crate::normalize) fn long_chain(at: &str, limits: &Limits) -> Problem {
    let most = limits.of(Limit::References);
    let message = format!("more than {most} references lead from one to the next");
    Problem::new(Code::LongChain, at, message).with_help(Limit::References.way_out())
}

pub(in crate::normalize) fn too_many_copies(at: &str, limits: &Limits) -> Problem {
    let most = limits.copies;
    let message = format!("the document comes to more than {most} values that are copies");
    Problem::new(Code::TooManyCopies, at, message).with_help(Limit::Copies.way_out())
}
