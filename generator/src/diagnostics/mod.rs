//! What a problem in a document is: its code, its place, its message, and one printer per format.

mod code;
mod diagnostic;
mod excerpt;
mod list;
mod nearest;
mod place;
mod pointer;
mod quote;
mod report;
mod unwanted;

pub mod github;
pub mod json;
pub mod text;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Problem, Related};
pub use excerpt::Excerpt;
pub use list::Diagnostics;
pub use nearest::{did_you_mean, nearest};
pub use place::Place;
pub use pointer::{escape_token, percent_decoded, unescape_token};
pub use quote::{quote, tame};
pub use unwanted::is_unwanted;
