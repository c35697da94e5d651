//! The JSON Schema is current, and describes what the compiler accepts.

use std::fs;

use regex_lite::Regex;
use rungs_core::ladder::compile::Folder;
use rungs_core::ladder::source::ladder_schema;
use serde_json::{Value, json};

use crate::support::fixtures;

#[test]
fn the_committed_schema_is_the_one_that_the_compiler_reads_by() {
    let path = fixtures("../../public/schema/ladder.v1.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, ladder_schema()).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == ladder_schema(), "run UPDATE=1 cargo test --test compile schema");
}

#[test]
fn every_valid_fixture_fits_the_schema() {
    let schema = Schema::new();
    for file in Folder::read(&fixtures("ladders")).unwrap().ladders {
        assert_eq!(schema.faults(&read(&file.text)), [""; 0], "{}", file.path);
    }
}

#[test]
fn what_is_wrong_with_a_single_value_or_key_breaks_the_schema_too() {
    let schema = Schema::new();
    let local = [
        "any-of-one",
        "date",
        "empty-text",
        "format",
        "language",
        "malformed-id",
        "mastery",
        "misplaced-key",
        "missing-key",
        "no-track-no-level",
        "numbers",
        "requirement-kind",
        "unknown-key",
        "unsafe-link",
        "version",
        "words",
        "wrong-type",
    ];
    for name in local {
        let text = fs::read_to_string(fixtures("invalid").join(format!("{name}.toml"))).unwrap();
        assert!(!schema.faults(&read(&text)).is_empty(), "{name} fits the schema");
    }
}

/// A TOML file as an editor hands it to a schema: as JSON, with dates as text.
fn read(text: &str) -> Value {
    fn json_of(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(value) => value.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(json_of).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json_of(value))).collect(),
        }
    }
    json_of(toml::Value::Table(text.parse().unwrap()))
}

/// Checks the words of JSON Schema that ours uses; another word in it is a fault of this test.
struct Schema(Value);

impl Schema {
    fn new() -> Self {
        Self(serde_json::from_str(&ladder_schema()).unwrap())
    }

    fn faults(&self, value: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&self.0, value, "", &mut faults);
        faults
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", &mut faults);
        faults.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        for (word, rule) in schema.as_object().unwrap() {
            let holds = match word.as_str() {
                "$schema" | "title" | "description" | "definitions" | "additionalProperties" => true,
                "$ref" => {
                    let name = rule.as_str().unwrap().strip_prefix("#/definitions/").unwrap();
                    self.check(&self.0["definitions"][name], value, at, faults);
                    true
                }
                "allOf" => list(rule).iter().all(|schema| self.fits(schema, value)),
                "anyOf" => list(rule).iter().any(|schema| self.fits(schema, value)),
                "oneOf" => list(rule).iter().filter(|schema| self.fits(schema, value)).count() == 1,
                "properties" => {
                    self.check_keys(schema, value, at, faults);
                    true
                }
                "propertyNames" => value.as_object().is_none_or(|table| {
                    let values = &schema["additionalProperties"];
                    table.iter().all(|(key, value)| self.fits(rule, &json!(key)) && self.fits(values, value))
                }),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{at}[{index}]"), faults);
                    }
                    true
                }
                _ => simple(word, rule, value),
            };
            if !holds {
                faults.push(format!("{at}: {word} {rule}"));
            }
        }
    }

    fn check_keys(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        assert_eq!(schema["additionalProperties"], false, "a table whose keys are known has no others");
        for (key, value) in value.as_object().into_iter().flatten() {
            match schema["properties"].get(key) {
                Some(schema) => self.check(schema, value, &format!("{at}.{key}"), faults),
                None => faults.push(format!("{at}: no key {key}")),
            }
        }
    }
}

fn list(rule: &Value) -> &[Value] {
    rule.as_array().unwrap()
}

fn simple(word: &str, rule: &Value, value: &Value) -> bool {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    match word {
        "type" => match rule.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            other => panic!("an unknown type {other}"),
        },
        "const" => rule == value,
        "enum" => list(rule).contains(value),
        "pattern" => value.as_str().is_none_or(|text| Regex::new(rule.as_str().unwrap()).unwrap().is_match(text)),
        "format" => value.as_str().is_none_or(|text| rungs_core::date::Date::parse(text).is_ok()),
        "required" => {
            value.as_object().is_none_or(|table| list(rule).iter().all(|key| table.contains_key(key.as_str().unwrap())))
        }
        "minItems" => value.as_array().is_none_or(|items| items.len() as f64 >= number(rule)),
        "maxLength" => value.as_str().is_none_or(|text| text.len() as f64 <= number(rule)),
        "minimum" => !value.is_number() || number(value) >= number(rule),
        "maximum" => !value.is_number() || number(value) <= number(rule),
        other => panic!("the schema uses a word that this test does not know: {other}"),
    }
}
