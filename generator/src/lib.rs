//! Reads OpenAPI documents and writes Rust client crates that a careful person could have written.
//!
//! The way of the data is [`pipeline::make`]: documents are loaded, amended and normalized to one dialect,
//! lowered to a model of what will be generated, rendered as tokens and formatted as text.
//! The disk is touched at the two ends only; [`write`](mod@write) is the other one.
//!
//! A build script uses [`Builder`]; everybody else uses the command.

pub mod build;
pub mod bundle;
pub mod config;
pub mod diagnostics;
pub mod diff;
pub mod docs;
pub mod format;
pub mod load;
pub mod lock;
pub mod lower;
pub mod model;
pub mod names;
pub mod normalize;
pub mod overrides;
pub mod pipeline;
pub mod profile;
pub mod render;
pub mod write;

pub use build::Builder;

/// The version of the generator, which stands in what it generates.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
