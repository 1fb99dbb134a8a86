//! Wire names become Rust names here, a whole scope at once, and nowhere else.

mod ident;
mod path;
mod reserved;
mod scope;
mod words;

pub use ident::{ConstName, ModuleName, Name, TypeName, ValueName};
pub use path::ItemPath;
pub use reserved::{
    CLIENT_METHODS, METHODS_OF_REFERENCES, METHODS_OF_VALUES, ROOT_MODULES, TYPES, is_device,
};
pub use scope::{Claim, settle};
pub use words::{collapse_stutter, singular, with_last, words};
