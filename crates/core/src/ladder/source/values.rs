//! Single values: what each may say, and what is said to an author who wrote something else.

use std::fmt::Display;
use std::num::NonZeroU16;

use toml::de::DeValue;

use super::reader::{Problem, Value};
use crate::date::Date;
use crate::ladder::{
    CompetencyId, ExpectationId, IdError, LadderId, LevelId, Quantity, RequirementId, RuleId, RuleSubject, Status,
    StepId, ThemeId, TrackId, TrackKind, Version,
};
use crate::link::{SafeUrl, UrlError};
use crate::nearest::nearest;

/// The version of the format: there is only the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format;

/// A language tag after BCP 47, by its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub String);

/// A colour as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour(pub String);

/// The words and their meanings, as a problem for whoever wrote another.
pub(super) fn word<T: Copy>(value: &DeValue, expected: &str, words: &[(&str, T)]) -> Result<T, Problem> {
    let written = text(value)?;
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == written) {
        return Ok(*meaning);
    }
    let names = words.iter().map(|(word, _)| *word);
    let help = match nearest(written, names.clone(), 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of `{}`", names.collect::<Vec<_>>().join("`, `")),
    };
    Err(Problem::new(format!("`{written}` is not {expected}"), "", help))
}

fn text<'a>(value: &'a DeValue) -> Result<&'a str, Problem> {
    match value {
        DeValue::String(text) => Ok(text),
        _ => Err(Problem::Type),
    }
}

/// A text: not blank, without characters that would show it as another than it is.
impl Value for String {
    const EXPECTED: &'static str = "a text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let written = text(value)?.trim().replace("\r\n", "\n");
        if written.is_empty() {
            return Err(Problem::new("this text is empty", "nothing is said here", "write a text, or remove the key"));
        }
        match written.chars().find(|c| is_deceptive(*c)) {
            None => Ok(written),
            Some(bad) => Err(Problem::new(
                format!("this text holds the invisible character U+{:04X}", bad as u32),
                "it changes how the text is shown",
                "remove the character; the direction of a text follows from `lang` and from the text itself",
            )),
        }
    }
}

/// Control characters and those that override or isolate the direction of text. Marks that every
/// right-to-left text may need (U+200E, U+200F, U+061C) and joiners are no deceit.
fn is_deceptive(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn id<T>(value: &DeValue, parse: impl Fn(&str) -> Result<T, IdError>) -> Result<T, Problem> {
    let written = text(value)?;
    parse(written).map_err(|error| {
        let suggestion = slug(written);
        let help = match parse(&suggestion) {
            Ok(_) if written.is_ascii() => format!("write `{suggestion}`"),
            _ => "write lower-case letters and digits, joined by single hyphens".to_owned(),
        };
        Problem::new(format!("`{written}` is not an id"), error, help)
    })
}

/// The id that a text could be.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit()));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Value for $id {
            const EXPECTED: &'static str = "an id as text";

            fn parse(value: &DeValue) -> Result<Self, Problem> {
                id(value, $id::parse)
            }
        }
    )*};
}

ids! { LadderId TrackId LevelId CompetencyId StepId ExpectationId RequirementId RuleId ThemeId }

/// A value that has its own reader from text.
fn from_text<T, E: Display>(
    value: &DeValue,
    noun: &str,
    help: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<T, Problem> {
    let written = text(value)?;
    parse(written).map_err(|error| Problem::new(format!("`{written}` is not {noun}"), error, help))
}

impl Value for SafeUrl {
    const EXPECTED: &'static str = "an address as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let written = text(value)?;
        Self::parse(written).map_err(|error| {
            let help = match error {
                UrlError::Character(_) => "remove the character",
                UrlError::Scheme | UrlError::Empty => "write the whole address, as in `https://example.com/`",
            };
            Problem::new(format!("`{written}` is not an address that is safe to open"), error, help)
        })
    }
}

impl Value for Date {
    const EXPECTED: &'static str = "a date such as 2026-11-01";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let written = match value {
            DeValue::Datetime(date) => date.to_string(),
            _ => text(value)?.to_owned(),
        };
        Self::parse(&written).map_err(|error| {
            Problem::new(format!("`{written}` is not a date"), error, "write the day alone, as in `2026-11-01`")
        })
    }
}

impl Value for Version {
    const EXPECTED: &'static str = "a version such as \"1.0.0\"";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let read = |text: &str| Self::parse(text).ok_or("a version is three numbers with full stops between them");
        from_text(value, "a version", "write `\"1.0.0\"` for the first one", read)
    }
}

impl Value for Language {
    const EXPECTED: &'static str = "a language tag as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let read = |text: &str| {
            let mut parts = text.split('-');
            let first = parts.next().unwrap_or_default();
            let is_language = (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
            let is_subtag =
                |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
            let valid = is_language && parts.all(is_subtag);
            valid.then(|| Self(text.to_owned())).ok_or("not the form of a BCP 47 tag")
        };
        from_text(value, "a language tag", "write `en` for English, `pt-BR` for Brazilian Portuguese", read)
    }
}

impl Value for Colour {
    const EXPECTED: &'static str = "a colour as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let read = |text: &str| {
            let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
            let valid = digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
            valid.then(|| Self(text.to_ascii_lowercase())).ok_or("not `#` and six hexadecimal digits")
        };
        let colour = from_text(value, "a colour", "write red, green and blue as in `#2f6f5e`", read)?;
        let contrast = contrast_to_white(&colour.0);
        if contrast >= LEAST_CONTRAST {
            return Ok(colour);
        }
        Err(Problem::new(
            format!("`{}` is too light to be read on the page", colour.0),
            format!("its contrast to white is {contrast:.1} to 1"),
            format!("choose a darker one, with at least {LEAST_CONTRAST:.1} to 1"),
        ))
    }
}

/// What text needs on white, with some left over for tinted ground.
const LEAST_CONTRAST: f64 = 5.2;

/// The contrast of `#rrggbb` to white, from 1 to 21, as WCAG 2.2 defines it.
fn contrast_to_white(colour: &str) -> f64 {
    let channel = |at: usize| {
        let part = colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let part = f64::from(part.unwrap_or_default()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    1.05 / (luminance + 0.05)
}

impl Value for Format {
    const EXPECTED: &'static str = "the number 1";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        match integer(value)? {
            Some(1) => Ok(Self),
            _ => Err(Problem::new("this format is not supported", "only format 1 is", "write `format = 1`")),
        }
    }
}

impl Value for Status {
    const EXPECTED: &'static str = "a status as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        const WORDS: [(&str, Status); 4] = [
            ("draft", Status::Draft),
            ("current", Status::Current),
            ("retired", Status::Retired),
            ("sample", Status::Sample),
        ];
        word(value, "a status", &WORDS)
    }
}

impl Value for TrackKind {
    const EXPECTED: &'static str = "a kind of track as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        const WORDS: [(&str, TrackKind); 4] = [
            ("core", TrackKind::Core),
            ("individual", TrackKind::Individual),
            ("management", TrackKind::Management),
            ("specialist", TrackKind::Specialist),
        ];
        word(value, "a kind of track", &WORDS)
    }
}

impl Value for RuleSubject {
    const EXPECTED: &'static str = "what a rule settles, as text";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        const WORDS: [(&str, RuleSubject); 2] =
            [("waiver", RuleSubject::Waiver), ("starting-a-review", RuleSubject::StartingReview)];
        word(value, "something that a rule settles", &WORDS)
    }
}

impl Value for bool {
    const EXPECTED: &'static str = "true or false";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        match value {
            DeValue::Boolean(value) => Ok(*value),
            _ => Err(Problem::Type),
        }
    }
}

/// A whole number; `None` where it is beyond 64 bits.
fn integer(value: &DeValue) -> Result<Option<i64>, Problem> {
    match value {
        DeValue::Integer(number) => Ok(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        _ => Err(Problem::Type),
    }
}

fn in_range<T: TryFrom<i64>>(value: &DeValue, range: &str) -> Result<T, Problem> {
    let number = integer(value)?.and_then(|number| T::try_from(number).ok());
    number.ok_or_else(|| Problem::new(format!("this number is not {range}"), "out of range", format!("write {range}")))
}

impl Value for u8 {
    const EXPECTED: &'static str = "a whole number from 0 to 255";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        in_range(value, Self::EXPECTED)
    }
}

impl Value for NonZeroU16 {
    const EXPECTED: &'static str = "a whole number from 1 to 65535";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let number: u16 = in_range(value, Self::EXPECTED)?;
        Self::new(number)
            .ok_or_else(|| Problem::new("this number cannot be 0", "out of range", format!("write {}", Self::EXPECTED)))
    }
}

impl Value for Quantity {
    const EXPECTED: &'static str = "a number";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        let number = match value {
            DeValue::Integer(_) => integer(value)?.and_then(Self::whole),
            DeValue::Float(number) => decimal(number.as_str()),
            _ => return Err(Problem::Type),
        };
        number.ok_or_else(|| {
            Problem::new(
                "this number cannot be shown exactly",
                "too large or too fine",
                "write it with at most three decimals and without an exponent",
            )
        })
    }
}

/// Reads `12.5`, exactly or not at all.
fn decimal(text: &str) -> Option<Quantity> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.')?;
    let (whole, fraction) = (whole, fraction.trim_end_matches('0'));
    let only_digits = [whole, fraction].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !only_digits || fraction.len() > 3 {
        return None;
    }
    let thousandths: i64 = format!("{whole}{fraction:0<3}").parse().ok()?;
    Quantity::thousandths(sign * thousandths)
}
