//! Calendar files (iCalendar, RFC 5545): days with something to do, for the calendar that a person uses anyway.

use crate::date::Date;
use crate::record::Stamp;

/// Something on one whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Names it among all events of all calendars, so that reading a file again changes it and adds no second one.
    pub uid: String,
    /// Its day.
    pub day: Date,
    /// What it is, in a line.
    pub summary: String,
    /// What else there is to say; may be empty.
    pub description: String,
}

/// A calendar of that name, written at that moment.
pub fn calendar(name: &str, events: &[Event], written: Stamp) -> String {
    let mut out = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rungs//Plan//EN", "CALSCALE:GREGORIAN"] {
        line(&mut out, &[text]);
    }
    line(&mut out, &["X-WR-CALNAME:", &escape(name)]);
    let stamp = moment(written);
    events.iter().for_each(|event| put(&mut out, event, &stamp));
    line(&mut out, &["END:VCALENDAR"]);
    out
}

/// A day is free for all else: it says what is due, not that someone is away.
fn put(out: &mut String, event: &Event, stamp: &str) {
    line(out, &["BEGIN:VEVENT"]);
    line(out, &["UID:", &escape(&event.uid)]);
    line(out, &["DTSTAMP:", stamp]);
    line(out, &["DTSTART;VALUE=DATE:", &digits(event.day)]);
    line(out, &["SUMMARY:", &escape(&event.summary)]);
    if !event.description.is_empty() {
        line(out, &["DESCRIPTION:", &escape(&event.description)]);
    }
    line(out, &["TRANSP:TRANSPARENT"]);
    line(out, &["END:VEVENT"]);
}

/// "20270331".
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// "20261123T051200Z".
fn moment(stamp: Stamp) -> String {
    const BEFORE_1970: u64 = 719_162;
    let seconds = stamp.millis() / 1000;
    let day = u32::try_from(seconds / 86_400 + BEFORE_1970).ok().and_then(Date::from_day_number).unwrap_or(Date::LAST);
    let [hours, minutes, rest] = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60];
    format!("{}T{hours:02}{minutes:02}{rest:02}Z", digits(day))
}

/// A text as a value. Control characters cannot stand in one; of a line's end in any writing comes `\n`.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\t' => out.push(c),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// A content line, folded so that no line has more than 75 octets and none ends within a character.
fn line(out: &mut String, parts: &[&str]) {
    const LONGEST: usize = 75;
    let mut length = 0;
    for c in parts.iter().flat_map(|part| part.chars()) {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Event, calendar, escape, line};
    use crate::date::Date;
    use crate::record::Stamp;

    fn event(summary: &str, description: &str) -> Event {
        Event {
            uid: "0190@rungs".into(),
            day: Date::parse("2027-03-31").unwrap(),
            summary: summary.into(),
            description: description.into(),
        }
    }

    fn folded(text: &str) -> String {
        let mut out = String::new();
        line(&mut out, &[text]);
        out
    }

    #[test]
    fn a_calendar_says_what_the_standard_asks_and_nothing_else() {
        let written = Stamp::from_millis(1_795_410_720_000);
        let text = calendar("Plan: Support", &[event("Write, then send", "")], written);
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Rungs//Plan//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Plan: Support",
            "BEGIN:VEVENT",
            "UID:0190@rungs",
            "DTSTAMP:20261123T051200Z",
            "DTSTART;VALUE=DATE:20270331",
            "SUMMARY:Write\\, then send",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(text, lines.join("\r\n"));
    }

    #[test]
    fn moments_are_of_the_whole_range() {
        let stamp = |millis: u64| super::moment(Stamp::from_millis(millis));
        assert_eq!(stamp(0), "19700101T000000Z");
        assert_eq!(stamp(u64::MAX), "99991231T235959Z");
        assert_eq!(stamp(951_782_399_000), "20000228T235959Z");
    }

    #[test]
    fn what_has_a_meaning_in_a_calendar_is_escaped() {
        let cases = [
            ("a,b;c\\d", "a\\,b\\;c\\\\d"),
            ("one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
            ("a\n\nb", "a\\n\\nb"),
            ("a\u{2028}b", "a\\nb"),
            ("a\u{0}b\u{7}c\td", "abc\td"),
            ("END:VEVENT\r\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"),
            ("| 🧗 שלום", "| 🧗 שלום"),
        ];
        for (text, escaped) in cases {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn a_line_is_folded_before_its_76th_octet() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(150)), format!("{}\r\n {}\r\n a\r\n", "a".repeat(75), "a".repeat(74)));
    }

    #[test]
    fn a_line_is_not_folded_within_a_character() {
        assert_eq!(folded(&format!("{}ä", "a".repeat(74))), format!("{}\r\n ä\r\n", "a".repeat(74)));
        assert_eq!(folded(&format!("{}🧗", "a".repeat(72))), format!("{}\r\n 🧗\r\n", "a".repeat(72)));
    }

    /// What a reader makes of a value, by the rules of the standard.
    fn unescaped(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => match chars.next() {
                    Some('n') => out.push('\n'),
                    other => out.extend(other),
                },
                _ => out.push(c),
            }
        }
        out
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(summary in "\\PC*", description in "[\\PC\n]{1,300}") {
            let text = calendar("Plan", &[event(&summary, &description)], Stamp::default());
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
            let whole = text.replace("\r\n ", "");
            let read = |name: &str| whole.split("\r\n").find_map(|line| line.strip_prefix(name)).map(unescaped);
            let expected = |text: &str| text.replace(['\u{2028}', '\u{2029}'], "\n");
            prop_assert_eq!(read("SUMMARY:"), Some(expected(&summary)));
            prop_assert_eq!(read("DESCRIPTION:"), Some(expected(&description)));
            prop_assert_eq!(whole.matches("\r\n").count(), 14);
        }
    }
}
