//! What people are shown of a faulty text: what is written at the place, and where in it.

use super::place::Place;

/// What the command says of a text.
fn told(name: &str, text: &str) -> String {
    let place = Place::new();
    place.write(name, text);
    let run = place.run(&["inspect", name]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
    run.err
}

const CHANNELS: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Channels", "version": "1" },
  "paths": {
    "/channels": {
      "get": {
        "responses": {
          "200": {
            "description": "All channels.",
            "content": {
              "application/json": {
                "schema": { "$ref": "#/components/schemas/Chanel" }
              }
            }
          }
        }
      }
    }
  },
  "components": { "schemas": { "Channel": { "type": "object" } } }
}
"##;

#[test]
fn readme_shows_what_is_told_of_json() {
    let told = told("channels.json", CHANNELS);
    let readme = include_str!("../../../README.md");
    assert!(readme.contains(&format!("```text\n{told}```\n")), "README shows not:\n{told}");
}

#[test]
fn yaml_is_shown_like_json() {
    let text =
        "openapi: 3.0.3\ninfo:\n  title: Books\n  version: [1]\npaths:\n  books:\n    get: {}\n";
    let error = "\
error[E0204]: `version` must be a string, found a list
 --> books.yaml:4:3 (#/info/version)
  |
4 |   version: [1]
  |   ^^^^^^^

error[E0207]: the path `books` does not start with a slash
 --> books.yaml:6:3 (#/paths/books)
  |
6 |   books:
  |   ^^^^^
";
    let told = told("books.yaml", text);
    assert!(told.starts_with(error), "{told}");
}

#[test]
fn a_line_may_end_as_on_windows_and_the_last_one_not_at_all() {
    let text = "openapi: 3.0.3\r\ninfo: {title: A, version: '1'}\r\npaths: 7";
    let told = told("books.yaml", text);
    assert!(told.contains("\n3 | paths: 7\n  |        ^\n"), "{told}");
}

#[test]
fn of_a_minified_document_a_piece_is_shown() {
    let paths = |from: usize| {
        (from..from + 9999).map(|number| format!("\"/é{number}\":{{}},")).collect::<String>()
    };
    let head = r#"{"openapi":"3.0.3","info":{"title":"A","version":"1"},"paths":{"#;
    let text = format!("{head}{}\"books\":{{}},{}\"/\":{{}}}}}}", paths(10_000), paths(20_000));
    let told = told("books.json", &text);
    let column = text[..text.find("\"books\"").expect("a path")].chars().count() + 1;
    assert!(told.contains(&format!(" --> books.json:1:{column} (#/paths/books)\n")), "{told}");
    let line = told.lines().find(|line| line.starts_with("1 | ")).expect("an excerpt");
    assert!(line.contains("\"/é19998\":{},\"books\":{},\"/é20000\":{},"), "{line}");
    assert!(line.chars().count() < 110, "{line}");
}

#[test]
fn what_a_terminal_would_act_on_is_not_shown() {
    let text = "{\"openapi\": \"3.0.3\",\t\"x-\u{202e}\u{200b}\u{7f}\": \"日本\", \"paths\": 7}";
    let told = told("books.json", text);
    let unwanted = |c: char| c != '\n' && bindery::diagnostics::is_unwanted(c);
    assert!(!told.contains(unwanted), "{told:?}");
    let lines = "\
1 | {\"openapi\": \"3.0.3\",    \"x-\\u{202e}\\u{200b}\\u{7f}\": \"日本\", \"paths\": 7}
  |                                                                      ^
";
    assert!(told.contains(lines), "{told}");
}

#[test]
fn of_a_key_that_stands_twice_both_places_are_shown() {
    let json = "{\n  \"openapi\": \"3.0.3\",\n  \"openapi\": \"3.0.0\"\n}\n";
    let error = "\
error[E0107]: the key `openapi` stands twice in one object
 --> books.json:3:3 (#/openapi)
  |
3 |   \"openapi\": \"3.0.0\"
  |   ^^^^^^^^^
  |
 ::: books.json:2:3 (#/openapi)
  |
2 |   \"openapi\": \"3.0.3\",
  |   --------- first given here
  |
  = help: remove or rename one of them
";
    let told_of_json = told("books.json", json);
    assert!(told_of_json.starts_with(error), "{told_of_json}");
    let yaml = json.replace(['{', '}', ','], "");
    let told_of_yaml = told("books.yaml", &yaml);
    let error = error.replace(".json", ".yaml").replace("3.0.3\",", "3.0.3\"");
    assert!(told_of_yaml.starts_with(&error), "{told_of_yaml}");
}

#[test]
fn both_places_are_in_the_other_formats_too() {
    let place = Place::new();
    place.write("books.yaml", "openapi: 3.0.3\nopenapi: 3.0.0\n");
    let run = place.run(&["inspect", "books.yaml", "--format", "json"]);
    let line: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    let first = serde_json::json!([{
        "message": "first given here",
        "file": "books.yaml",
        "line": 1,
        "column": 1,
        "pointer": "/openapi",
    }]);
    assert_eq!((&line["line"], &line["related"]), (&2.into(), &first));
    let run = place.run(&["inspect", "books.yaml", "--format", "github"]);
    assert!(run.out.contains("%0Afirst given here: books.yaml:1:1%0A"), "{}", run.out);
}

#[test]
fn a_configuration_is_shown_too() {
    let place = Place::new();
    place.write("bindery.toml", "[[crate]]\nname = \"books\"\nout = \"client\"\nsplitt = true\n");
    let run = place.run(&["generate"]);
    assert!(run.err.contains("\n4 | splitt = true\n  | ^^^^^^\n"), "{}", run.err);
}
