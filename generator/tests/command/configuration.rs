//! What the command is asked to make.

use std::fs;
use std::path::Path;

use super::place::Place;

#[test]
fn a_configuration_says_what_to_make() {
    let place = Place::new();
    let crates = "[[crate]]\nname = \"shelf\"\nout = \"client\"\n";
    place.write("bindery.toml", &format!("{crates}[[crate.document]]\npath = \"books.json\"\n"));
    place.done(&["generate"]);
    assert!(place.read("client/Cargo.toml").contains("name = \"shelf\""));
    place.done(&["check"]);
    place.write("bindery.toml", &format!("{crates}colour = \"red\"\n"));
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("bindery.toml:4:1") && run.err.contains("colour"), "{}", run.err);
}

#[test]
fn a_run_without_anything_to_do_says_so() {
    let place = Place::new();
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("E0502"), "{}", run.err);
}

/// The blocks of a notation in a section of README.
fn blocks(notation: &str, section: &str) -> String {
    let readme = include_str!("../../../README.md");
    let section = readme.split("\n### ").find(|it| it.starts_with(section)).expect("a section");
    let section = section.split("\n## ").next().unwrap_or_default();
    let fence = format!("```{notation}\n");
    let blocks = section.split(&fence).skip(1).filter_map(|it| it.split("```").next());
    blocks.collect()
}

#[test]
fn what_readme_shows_of_a_configuration_is_one() {
    let place = Place::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for folder in ["specs", "templates/twilio-client/examples"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            place.write(&name, &fs::read_to_string(entry.path()).expect("text"));
        }
    }
    let text = [blocks("toml", "bindery.toml"), blocks("toml", "Overrides")].concat();
    assert!(text.contains("extras = ") && text.contains("[[crate.document.exclude]]"), "{text}");
    place.write("bindery.toml", &text);
    let manifest = include_str!("../../templates/crate/Cargo.toml.template");
    let more = "our_types = { path = \"../types\" }\n\n[dev-dependencies]";
    place.write("templates/Cargo.toml", &manifest.replace("[dev-dependencies]", more));
    place.write("overlays/chat_v2.yaml", &blocks("yaml", "Overrides"));
    place.done(&["generate"]);
    place.done(&["check"]);
    let channels = place.read("generated/src/chat_v2/channels.rs");
    assert!(channels.contains("fn update(") && !channels.contains("fn delete("), "{channels}");
    let types = place.read("generated/src/chat_v2/types.rs");
    assert!(
        types.contains("pub type ChannelWebhookEnabledType = ::our_types::WebhookMode;"),
        "{types}"
    );
    assert!(types.contains("#[derive(PartialOrd, Ord)]"), "{types}");
    assert!(place.read("generated/Cargo.toml").contains("our_types = "));
    assert!(types.contains("pub archived: Option<bool>"), "{types}");
    assert!(types.contains("#[wire(\"unique_name\")]") && types.contains("pub handle:"), "{types}");
    place.write("overlays/chat_v2.yaml", &blocks("yaml", "Overrides").replace("boolean", "string"));
    let run = place.run(&["check"]);
    assert!(
        run.out.contains("because the document overlays/chat_v2.yaml has changed"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_said_of_a_document_is_part_of_what_a_lock_knows() {
    let place = Place::new();
    let said = |operation: &str| {
        format!(
            "[[crate]]\nname = \"shelf\"\nout = \"client\"\n[[crate.document]]\npath = \"books.json\"\n\
             [[crate.document.include]]\noperation = \"{operation}\"\nreason = \"it is one\"\n"
        )
    };
    place.write("bindery.toml", &said("GET /books"));
    place.done(&["generate"]);
    place
        .write("bindery.toml", &format!("# Why, and where, is no matter.\n{}", said("GET /books")));
    place.done(&["check"]);
    place.write("bindery.toml", &said("get /books"));
    let run = place.run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("because what is said of the crate has changed"), "{}", run.out);
}

#[test]
fn a_template_has_no_names_without_a_value() {
    let place = Place::new();
    place.write(
        "manifest",
        "[package]\nname = \"{{name}}\"\n\n[dependencies]\n{{dependancies}}\n{{}}\n",
    );
    place.write(
        "bindery.toml",
        "[[crate]]\nname = \"shelf\"\nout = \"client\"\n\
         manifest = { path = \"manifest\", reason = \"it is ours\" }\n\
         [[crate.document]]\npath = \"books.json\"\n",
    );
    let run = place.run(&["generate"]);
    assert_eq!(run.code, Some(2));
    for word in
        ["no value `dependancies`", "manifest:5:3", "did you mean `dependencies`?", "manifest:6:3"]
    {
        assert!(run.err.contains(word), "{}", run.err);
    }
}
