//! The authoring guide shows what is so: its example compiles, its message is the compiler's.

use std::fs;

use crate::support::{compile, fixtures, rendered};

fn guide() -> String {
    fs::read_to_string(fixtures("../../docs/authoring.md")).unwrap()
}

/// The blocks of a language, one after the other.
fn blocks(language: &str) -> String {
    let text = guide();
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_of_the_guide_compiles_without_a_word() {
    let text = blocks("toml");
    let compiled = compile(&text);
    let file = rungs_core::ladder::diagnostic::Input { path: "test.toml".into(), text };
    assert_eq!(rendered(&compiled, &[file]).trim(), "");
}

#[test]
fn the_message_that_the_guide_shows_is_the_compilers() {
    let expected = fs::read_to_string(fixtures("invalid/unknown-id.expected")).unwrap();
    assert!(expected.contains(blocks("text").trim()));
}

#[test]
fn the_guide_names_every_key_of_the_format() {
    let schema: serde_json::Value = serde_json::from_str(&rungs_core::ladder::source::ladder_schema()).unwrap();
    let tables = schema["definitions"].as_object().unwrap().values().chain([&schema]);
    let guide = guide();
    for key in tables.filter_map(|table| table["properties"].as_object()).flat_map(|keys| keys.keys()) {
        assert!(guide.contains(key.as_str()), "the guide does not show `{key}`");
    }
}
