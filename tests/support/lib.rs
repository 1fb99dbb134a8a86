//! What the build script generates for the acceptance tests: to build this crate is to compile
//! every case.

/// A client with a module for each document of `tests/cases/`.
pub mod cases {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

/// A client of the documents in `specs/`, which `generated/` has as a crate of its own.
pub mod twilio {
    include!(concat!(env!("OUT_DIR"), "/twilio.rs"));
}

/// The examples of the README, which are compiled with the documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
