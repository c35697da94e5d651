//! Measures: the numbers that an expectation sets, comparable where they count the same thing.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A decimal number in thousandths, from −9,007,199,254,740.991 to as much above zero.
///
/// Fixed point keeps figures exact, lets measures be compared and hashed, and spares the page the
/// formatting of floating-point numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantity(i64);

impl Quantity {
    /// The largest number of thousandths: what a 64-bit float holds exactly.
    const MAX_THOUSANDTHS: i64 = (1 << 53) - 1;

    /// A whole number; `None` beyond the range.
    pub fn whole(number: i64) -> Option<Self> {
        Self::thousandths(number.checked_mul(1000)?)
    }

    /// A number of thousandths; `None` beyond the range.
    pub fn thousandths(number: i64) -> Option<Self> {
        (-Self::MAX_THOUSANDTHS..=Self::MAX_THOUSANDTHS).contains(&number).then_some(Self(number))
    }

    /// Reads a number as people type it, and as it is printed: `90`, `82.5`, `82,5`, `-1.25`, with at most three
    /// decimals. `None` for any other text, or beyond the range.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unsigned = text.strip_prefix(['-', '\u{2212}']);
        let (whole, decimals) = unsigned
            .unwrap_or(text)
            .split_once(['.', ','])
            .map_or_else(|| (unsigned.unwrap_or(text), None), |(whole, decimals)| (whole, Some(decimals)));
        let digits = |part: &str| !part.is_empty() && part.len() <= 16 && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || decimals.is_some_and(|decimals| !digits(decimals) || decimals.len() > 3) {
            return None;
        }
        let number: i64 = format!("{whole}{:0<3}", decimals.unwrap_or_default()).parse().ok()?;
        Self::thousandths(if unsigned.is_some() { -number } else { number })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let (whole, thousandths) = (self.0.abs() / 1000, self.0.abs() % 1000);
        if thousandths == 0 {
            return write!(f, "{sign}{whole}");
        }
        let decimals = format!("{thousandths:03}");
        write!(f, "{sign}{whole}.{}", decimals.trim_end_matches('0'))
    }
}

/// How a measure bounds its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// This much or more.
    AtLeast(Quantity),
    /// This much or less.
    AtMost(Quantity),
    /// From the first to the second, both included.
    Between(Quantity, Quantity),
}

/// A number that an expectation sets: at least 90 percent of the issues resolved without help.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Measure {
    /// The number and its direction.
    pub bound: Bound,
    /// What is counted in: `percent`, or a word in the plural (`people`, `months`).
    pub unit: String,
    /// What is counted: "issues resolved without help".
    pub of: String,
}

impl Bound {
    /// Whether a number is within it.
    pub fn holds(self, number: Quantity) -> bool {
        match self {
            Self::AtLeast(low) => number >= low,
            Self::AtMost(high) => number <= high,
            Self::Between(low, high) => (low..=high).contains(&number),
        }
    }
}

impl Measure {
    /// Whether two measures count the same thing in the same unit.
    pub fn is_comparable(&self, other: &Self) -> bool {
        self.unit == other.unit && self.of == other.of
    }
}

impl Measure {
    /// A number in the unit of this measure: "82.5 %", "3 people".
    pub fn in_unit(&self, number: Quantity) -> String {
        format!("{number}\u{a0}{}", self.unit_sign())
    }

    /// The unit as it is written after a number.
    fn unit_sign(&self) -> &str {
        if self.unit == "percent" { "%" } else { &self.unit }
    }

    /// The number with its unit, without what it is of: "75 %", "4–8 people", "at most 3 days".
    /// A bound from below needs no word: it is the usual one.
    pub fn figure(&self) -> String {
        let unit = self.unit_sign();
        match self.bound {
            Bound::AtLeast(low) => format!("{low}\u{a0}{unit}"),
            Bound::AtMost(high) => format!("at most {high}\u{a0}{unit}"),
            Bound::Between(low, high) => format!("{low}\u{2013}{high}\u{a0}{unit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Measure, Quantity};

    #[test]
    fn quantities_print_without_needless_digits() {
        let print = |thousandths| Quantity::thousandths(thousandths).unwrap().to_string();
        assert_eq!(print(75_000), "75");
        assert_eq!(print(99_950), "99.95");
        assert_eq!(print(1), "0.001");
        assert_eq!(print(-1_500), "\u{2212}1.5");
        assert_eq!(Quantity::whole(i64::MAX), None);
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let read = |text| Quantity::parse(text).map(|number| number.to_string());
        let cases =
            [("90", "90"), (" 82.5 ", "82.5"), ("82,05", "82.05"), ("-1.250", "\u{2212}1.25"), ("0.001", "0.001")];
        for (text, number) in cases {
            assert_eq!(read(text).as_deref(), Some(number), "{text}");
            assert_eq!(read(number).as_deref(), Some(number), "{number}");
        }
    }

    #[test]
    fn other_texts_are_no_number() {
        for text in ["", "-", "90 %", "1.", ".5", "1.2345", "1.2.3", "1e3", "+1", "٣", "99999999999999999999", "--1"] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_bound_holds_what_it_includes() {
        let whole = |n| Quantity::whole(n).unwrap();
        for (bound, inside, outside) in [
            (Bound::AtLeast(whole(75)), 75, 74),
            (Bound::AtMost(whole(3)), 3, 4),
            (Bound::Between(whole(4), whole(8)), 8, 9),
            (Bound::Between(whole(4), whole(8)), 4, 3),
        ] {
            assert!(bound.holds(whole(inside)) && !bound.holds(whole(outside)), "{bound:?}");
        }
    }

    #[test]
    fn a_figure_names_its_unit_and_its_direction_where_it_is_not_the_usual_one() {
        let whole = |n| Quantity::whole(n).unwrap();
        let figure = |bound, unit: &str| Measure { bound, unit: unit.into(), of: String::new() }.figure();
        assert_eq!(figure(Bound::AtLeast(whole(75)), "percent"), "75\u{a0}%");
        assert_eq!(figure(Bound::AtMost(whole(3)), "days"), "at most 3\u{a0}days");
        assert_eq!(figure(Bound::Between(whole(4), whole(8)), "people"), "4\u{2013}8\u{a0}people");
    }
}
