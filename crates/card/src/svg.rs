//! A drawing being written, as SVG text: the few shapes that previews are made of.

use std::fmt::Write;

use crate::PREVIEW;
use crate::fonts::{FAMILY, Weight};

/// A drawing of the size of a preview.
pub struct Svg(String);

/// How a line of text looks.
#[derive(Clone, Copy)]
pub struct Ink<'a> {
    /// The strength of its letters.
    pub weight: Weight,
    /// Their size in pixels.
    pub size: f32,
    /// Their colour.
    pub colour: &'a str,
}

impl Svg {
    /// An empty drawing on paper of that colour.
    pub fn on(paper: &str) -> Self {
        let (width, height) = PREVIEW;
        let mut svg = Self(String::new());
        svg.element(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FAMILY}">"#
        ));
        svg.element(format_args!(r#"<rect width="{width}" height="{height}" fill="{}"/>"#, escaped(paper)));
        svg
    }

    /// The finished text.
    pub fn finish(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    /// A line of text that begins at `x` and stands on `y`.
    pub fn text(&mut self, x: f32, y: f32, ink: Ink, text: &str) {
        self.line(x, y, "start", ink, text);
    }

    /// A line of text around `x`.
    pub fn centred(&mut self, x: f32, y: f32, ink: Ink, text: &str) {
        self.line(x, y, "middle", ink, text);
    }

    fn line(&mut self, x: f32, y: f32, anchor: &str, ink: Ink, text: &str) {
        let Ink { weight, size, colour } = ink;
        let (weight, colour, text) = (weight.number(), escaped(colour), escaped(text));
        self.element(format_args!(
            r#"<text x="{x}" y="{y}" text-anchor="{anchor}" font-weight="{weight}" font-size="{size}" fill="{colour}">{text}</text>"#
        ));
    }

    /// A rectangle with round corners: left, top, width, height.
    pub fn filled(&mut self, [x, y, width, height]: [f32; 4], radius: f32, colour: &str) {
        let colour = escaped(colour);
        self.element(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{colour}"/>"#
        ));
    }

    /// The outline of such a rectangle, of `stroke` pixels, drawn inside it.
    pub fn outlined(&mut self, [x, y, width, height]: [f32; 4], radius: f32, stroke: f32, colour: &str) {
        let (x, y, width, height) = (x + stroke / 2.0, y + stroke / 2.0, width - stroke, height - stroke);
        let colour = escaped(colour);
        self.element(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>"#
        ));
    }

    /// A straight stroke with round ends.
    pub fn stroke(&mut self, from: (f32, f32), to: (f32, f32), width: f32, colour: &str) {
        let ((x1, y1), (x2, y2), colour) = (from, to, escaped(colour));
        self.element(format_args!(
            r#"<path d="M{x1} {y1}L{x2} {y2}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>"#
        ));
    }

    fn element(&mut self, text: std::fmt::Arguments) {
        // Writing into a string cannot fail.
        let _ = self.0.write_fmt(text);
    }
}

/// A text as it stands in XML; characters that XML cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_has_a_meaning_in_xml_is_escaped() {
        assert_eq!(escaped("<R&D \"α\">\u{0}"), "&lt;R&amp;D &quot;α&quot;&gt;");
    }
}
