//! What must hold between the parts of a document.

pub(super) mod chains;
pub(super) mod copies;
pub(super) mod cycles;
pub(super) mod operation_ids;
pub(super) mod paths;
pub(super) mod references;
pub(super) mod steps;
mod template;
