//! The contract of the command: what it writes, what it leaves alone, what it prints, its exit codes.

mod bundling;
mod checking;
mod configuration;
mod dating;
mod diffing;
mod explaining;
mod greedy;
mod interrupting;
mod limits;
mod place;
mod printing;
mod regenerating;
mod releasing;
mod reviewing;
mod sharing;
mod showing;
mod writing;
