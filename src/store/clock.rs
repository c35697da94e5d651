//! The moment, the day and chance, asked of the browser: the rest of the app is given them.

use rungs_core::assessment::Stamp;
use rungs_core::date::Date;
use wasm_bindgen::JsValue;

/// Milliseconds since 1970 began, UTC, by the browser's clock.
pub fn now() -> u64 {
    if crate::IS_PRINTING { 0 } else { js_sys::Date::now() as u64 }
}

/// Today where the user is; the first day of 1970 where the clock is beyond all years, and where pages are printed.
pub fn today() -> Date {
    if crate::IS_PRINTING { first_of_1970() } else { day_of(now()) }
}

fn first_of_1970() -> Date {
    Date::new(1970, 1, 1).unwrap_or_else(|_| unreachable!("1970 began with a first of January"))
}

/// The day, where the user is, of a moment in milliseconds since 1970.
pub fn day_of(moment: u64) -> Date {
    let date = local(moment);
    let day = Date::new(date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8);
    day.unwrap_or_else(|_| first_of_1970())
}

/// A moment as people read it, where the user is: "14 March 2027 at 9:05".
pub fn moment_in_words(moment: u64) -> String {
    let date = local(moment);
    format!("{} at {}:{:02}", day_of(moment).long(), date.get_hours(), date.get_minutes())
}

/// The moment on the user's clock; a moment beyond all years is the last one.
fn local(moment: u64) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(Stamp::from_millis(moment).millis() as f64))
}

/// An id that no other is likely ever to be and that stands after those given before: a UUID in lower case.
///
/// Browsers offer `randomUUID` in secure contexts only (a phone on a local network has none), so the
/// digits are drawn here.
pub fn random_id() -> String {
    let mut bytes = [0_u8; 16];
    let drawn = web_sys::window().and_then(|window| window.crypto().ok());
    if drawn.is_none_or(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_err()) {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    uuid(now(), bytes)
}

/// Writes a moment and random bytes as a UUID of version 7 (RFC 9562).
fn uuid(moment: u64, mut bytes: [u8; 16]) -> String {
    bytes[..6].copy_from_slice(&moment.to_be_bytes()[2..]);
    bytes[6] = bytes[6] & 0x0f | 0x70;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (position, byte) in bytes.into_iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    text
}
