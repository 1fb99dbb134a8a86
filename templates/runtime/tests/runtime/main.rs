//! The runtime as generated crates have it: a module beside the code that calls its macros.

#[allow(dead_code, unused_imports, reason = "the tests need less than an API may")]
#[path = "../../src/lib.rs"]
mod runtime;

mod authentication;
mod blocking;
mod canaries;
mod concurrency;
mod dates;
mod decoding;
mod depth;
mod errors;
mod faults;
mod faulty_servers;
mod hostile_links;
mod hosts;
mod integer_enums;
mod keys;
mod links;
mod lists;
mod objects;
mod open_enums;
mod paging;
mod paths;
mod properties;
mod raw;
mod redirects;
mod refusals;
mod requests;
mod retries;
mod secrecy;
mod server;
mod settings;
mod time_limits;
mod tokens;
mod tracing;
mod transports;
mod tuples;
mod unions;
mod uploads;
