//! The JSON Schema of a ladder file, for editors that complete and check TOML by one.
//!
//! Tables describe themselves in their declaration; what a single value may say is described here,
//! beside the requirements, whose keys depend on their kind. What needs the whole file (that an id names
//! something, that ranks differ) is beyond a schema and left to the compiler.

use std::borrow::Cow;
use std::num::NonZeroU16;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::reader::{Pairs, Read, Written};
use super::requirement::{Condition, Requirement};
use super::values::{Colour, Format, Language};
use crate::date::Date;
use crate::ladder::{
    CompetencyId, ExpectationId, LadderId, LevelId, Quantity, RequirementId, RuleId, RuleSubject, Status, StepId,
    ThemeId, TrackId, TrackKind, Version,
};
use crate::link::SafeUrl;

/// What can be said in a schema.
pub(crate) trait Described {
    /// The schema of one value.
    fn describe(schemas: &mut Schemas) -> Schema;
}

/// The schemas of tables, each once under its name.
pub(crate) struct Schemas<'g>(&'g mut SchemaGenerator);

/// One key of a table.
pub(crate) struct Key {
    name: &'static str,
    is_required: bool,
    schema: Schema,
}

/// The schema of a ladder file, as JSON.
pub fn ladder_schema() -> String {
    let mut generator = schemars::generate::SchemaSettings::draft07().into_generator();
    let schema = generator.root_schema_for::<LadderFile>();
    format!("{:#}\n", schema.to_value())
}

/// The root of the schema.
struct LadderFile;

impl JsonSchema for LadderFile {
    fn schema_name() -> Cow<'static, str> {
        "Ladder".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let named = super::Ladder::describe(&mut Schemas(generator));
        let definitions = generator.definitions_mut();
        if let Some(measure) = definitions.get_mut("Measure") {
            measure["anyOf"] = json!([{ "required": ["at_least"] }, { "required": ["at_most"] }]);
        }
        // The root stands for itself, not for a definition.
        let Some(mut ladder) = definitions.remove("Ladder") else { return named };
        for table in ["track", "level"] {
            ladder["properties"][table]["minItems"] = 1.into();
            ladder["required"].as_array_mut().into_iter().for_each(|keys| keys.push(table.into()));
        }
        ladder.try_into().unwrap_or(named)
    }
}

impl Schemas<'_> {
    /// A reference to the schema of a table, which is made the first time.
    pub fn table(&mut self, name: &str, about: &[&str], keys: impl FnOnce(&mut Self) -> Vec<Key>) -> Schema {
        if !self.0.definitions().contains_key(name) {
            // Holds the place, for tables that contain themselves.
            self.0.definitions_mut().insert(name.to_owned(), true.into());
            let mut schema = object(keys(self));
            schema.insert("description".into(), sentence(about).into());
            self.0.definitions_mut().insert(name.to_owned(), schema.to_value());
        }
        reference(name)
    }

    /// A key of a table, with what is said of it.
    pub fn key<T: Read + Described>(&mut self, name: &'static str, help: &[&str]) -> Key {
        let mut schema = T::describe(self);
        if let Some(target) = schema.get("$ref").cloned() {
            schema = json_schema!({ "allOf": [{ "$ref": target }] });
        }
        schema.insert("description".into(), sentence(help).into());
        Key { name, is_required: !T::OPTIONAL, schema }
    }
}

fn reference(name: &str) -> Schema {
    Schema::new_ref(format!("#/definitions/{name}"))
}

fn sentence(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// A table of these keys and no others.
fn object(keys: Vec<Key>) -> Schema {
    let required: Vec<&str> = keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut schema = json_schema!({ "type": "object", "additionalProperties": false, "required": required });
    let properties = keys.into_iter().map(|key| (key.name.to_owned(), key.schema.to_value()));
    schema.insert("properties".into(), properties.collect::<serde_json::Map<_, _>>().into());
    schema
}

impl<T: Described> Described for Written<T> {
    fn describe(schemas: &mut Schemas) -> Schema {
        T::describe(schemas)
    }
}

impl<T: Described> Described for Option<T> {
    fn describe(schemas: &mut Schemas) -> Schema {
        T::describe(schemas)
    }
}

impl<T: Described> Described for Box<T> {
    fn describe(schemas: &mut Schemas) -> Schema {
        T::describe(schemas)
    }
}

impl<T: Described> Described for Vec<T> {
    fn describe(schemas: &mut Schemas) -> Schema {
        json_schema!({ "type": "array", "items": T::describe(schemas) })
    }
}

impl<K: Described, V: Described> Described for Pairs<K, V> {
    fn describe(schemas: &mut Schemas) -> Schema {
        let (names, values) = (K::describe(schemas), V::describe(schemas));
        json_schema!({ "type": "object", "propertyNames": names, "additionalProperties": values })
    }
}

/// Declares what single values may say.
macro_rules! described {
    ($( $($type:ty),+ => $json:tt )*) => {$($(
        impl Described for $type {
            fn describe(_: &mut Schemas) -> Schema {
                json_schema!($json)
            }
        }
    )+)*};
}

described! {
    String => { "type": "string", "pattern": "\\S" }
    bool => { "type": "boolean" }
    u8 => { "type": "integer", "minimum": 0, "maximum": 255 }
    NonZeroU16 => { "type": "integer", "minimum": 1, "maximum": 65535 }
    Quantity => { "type": "number" }
    Format => { "const": 1 }
    LadderId, TrackId, LevelId, CompetencyId, StepId, ExpectationId, RequirementId, RuleId, ThemeId
        => { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }
    Version => { "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$" }
    Date => { "type": "string", "format": "date" }
    Language => { "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }
    Colour => { "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" }
    SafeUrl => { "type": "string", "pattern": "^\\s*([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\\S+\\s*$" }
    Status => { "enum": ["draft", "current", "retired", "sample"] }
    TrackKind => { "enum": ["core", "individual", "management", "specialist"] }
    RuleSubject => { "enum": ["waiver", "starting-a-review"] }
}

impl Described for Requirement {
    fn describe(schemas: &mut Schemas) -> Schema {
        let common = |schemas: &mut Schemas| {
            vec![
                schemas.key::<Written<RequirementId>>("id", &["Its id, unique in its level, nested ones included."]),
                schemas.key::<Vec<Written<RequirementId>>>("former_ids", &["Ids by which it was known before."]),
                schemas.key::<Option<Written<RuleId>>>("rule", &["The rule that explains it."]),
            ]
        };
        kinds(schemas, "Requirement", "A condition for being promoted to a level, under its own id.", common)
    }
}

impl Described for Condition {
    fn describe(schemas: &mut Schemas) -> Schema {
        kinds(schemas, "Condition", "What is asked, by its kind.", |_| Vec::new())
    }
}

/// One schema for each kind, with the keys that all of them have.
fn kinds(schemas: &mut Schemas, name: &str, about: &str, common: impl Fn(&mut Schemas) -> Vec<Key>) -> Schema {
    if !schemas.0.definitions().contains_key(name) {
        schemas.0.definitions_mut().insert(name.to_owned(), true.into());
        let variants: Vec<Schema> = variants(schemas)
            .into_iter()
            .map(|(kind, keys)| {
                let kind = Key { name: "kind", is_required: true, schema: json_schema!({ "const": kind }) };
                object(common(schemas).into_iter().chain([kind]).chain(keys).collect())
            })
            .collect();
        let schema = json_schema!({ "description": about, "oneOf": variants });
        schemas.0.definitions_mut().insert(name.to_owned(), schema.to_value());
    }
    reference(name)
}

/// The kinds with the keys of each.
fn variants(schemas: &mut Schemas) -> Vec<(&'static str, Vec<Key>)> {
    let at_least_two = Key {
        name: "of",
        is_required: true,
        schema: json_schema!({ "type": "array", "minItems": 2, "items": Requirement::describe(schemas) }),
    };
    vec![
        (
            "time-at-rank",
            vec![
                schemas.key::<Written<u8>>("rank", &["The rank at which the time counts."]),
                schemas.key::<Written<NonZeroU16>>("months", &["How many months."]),
            ],
        ),
        (
            "mastery",
            vec![
                schemas.key::<Written<NonZeroU16>>("at_least", &["How many."]),
                schemas.key::<Written<String>>("of", &["Of what, in the plural."]),
                schemas.key::<Vec<Written<String>>>("offers", &["Some that count, to choose from; others may too."]),
            ],
        ),
        ("mastery", vec![schemas.key::<Written<String>>("skillset", &["The one skillset that is meant."])]),
        ("peer-review", Vec::new()),
        ("documented-need", Vec::new()),
        ("experience", vec![schemas.key::<Written<String>>("text", &["What has been done before."])]),
        ("statement", vec![schemas.key::<Written<String>>("text", &["What the person's own word settles."])]),
        ("any-of", vec![at_least_two]),
        (
            "when-coming-from",
            vec![
                schemas.key::<Written<TrackId>>("track", &["The track of the person's present level."]),
                schemas.key::<Box<Condition>>("then", &["What is then asked."]),
            ],
        ),
    ]
}
