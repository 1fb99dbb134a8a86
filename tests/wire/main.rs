//! What the committed client sends over the wire, and what it makes of the answers.

mod answers;
mod errors;
mod ids;
mod lists;
mod requests;
mod secrecy;
mod server;
mod specs;
