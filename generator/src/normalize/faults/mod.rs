//! The words for every breach of OpenAPI's rules, in one door.

mod dialect;
mod paths;
mod references;
mod shape;
mod version;

pub(super) use dialect::{
    bad_text, missing_text, no_responses, no_schema, other_dialect, other_kind, other_scalar,
    required_of_itself, unused_fault,
};
pub(super) use paths::{
    bad_template, duplicate_operation_id, equivalent_paths, misfit, optional_path_parameter,
    parameter_shape, undeclared_parameter, unknown_method, unused_parameter,
};
pub(super) use references::{
    dangling_reference, ignored_siblings, long_chain, outside_reference, reference_cycle,
    too_many_copies, wrong_target,
};
pub(super) use shape::{
    array_without_items, empty_field, missing_field, unknown_value, unreadable, wrong_kind,
};
pub(super) use version::{missing_version, unclear_version, unsupported_version};
