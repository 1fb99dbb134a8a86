//! The command `bindery`.

mod cli;

use std::process::ExitCode;

/// A generation is hundreds of thousands of small texts and tokens.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
