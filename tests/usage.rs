//! Which schemas of a document have types.

use bindery::config;
use bindery::pipeline::{Input, Job, make};

/// The types of the case `maps`, and the pointers in its ledger of schemas without one.
fn types(all_schemas: bool) -> (Vec<String>, Vec<String>) {
    let inputs = vec![Input::file("tests/cases/maps/spec.json".as_ref())];
    let job = Job { all_schemas, ..Job::of("maps", inputs) };
    let model = make(&job).expect("a sound document").model;
    let document = &model.documents[0];
    let types = document.types.iter().map(|it| it.name.to_string()).collect();
    let unused = document.ledger.iter().filter(|it| it.what == "a schema that no operation uses");
    (types, unused.map(|it| it.pointer.clone()).collect())
}

#[test]
fn a_schema_that_no_operation_uses_is_in_the_ledger_unless_it_is_asked_for() {
    let (types_used, unused) = types(false);
    assert!(types_used.contains(&"Entry".to_owned()), "{types_used:?}");
    assert!(!types_used.contains(&"Nested".to_owned()), "{types_used:?}");
    assert!(unused.contains(&"/components/schemas/Nested".to_owned()), "{unused:?}");
    let (all, unused) = types(true);
    assert!(all.contains(&"Nested".to_owned()), "{all:?}");
    assert_eq!(unused, [""; 0]);
}

#[test]
fn what_only_operations_use_that_are_not_chosen_has_no_type() {
    let inputs = config::documents("tests/cases/chosen-operations/bindery.toml".as_ref(), "cases");
    let job = Job::of("shop", inputs.expect("a configuration"));
    let model = make(&job).expect("a sound document").model;
    let types: Vec<_> = model.documents[0].types.iter().map(|it| it.name.to_string()).collect();
    assert_eq!(types, ["Item"]);
}
