//! The document as a file of HTML that needs nothing else: no script, no font, no request.

use super::markup::{Element, Markup, markup};
use super::{Document, Text};

/// How the document looks by itself.
const STYLE: &str = include_str!("paper.css");

/// What the file may do: show itself with just these styles. The hash is that of [`STYLE`]; a test compares them.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
    style-src 'sha256-mTEUWWsL8oJ+EaL+5q1fsFG/6faqKm2VSTYzb5JXE6Q='";

/// The document as a file of HTML.
pub fn html(document: &Document) -> String {
    let title: String = document.title.iter().map(Text::words).collect();
    let mut out = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
    );
    out.push_str(POLICY);
    out.push_str(
        "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
    );
    escape(&title, &mut out);
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    print(&markup(document, 1), &mut out);
    out.push_str("\n</main>\n</body>\n</html>\n");
    out
}

fn print(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.tag);
    let class = Some(element.class).filter(|class| !class.is_empty()).map(|class| ("class", class));
    let attributes = element.attributes.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in class.into_iter().chain(attributes) {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    out.push('>');
    for child in &element.children {
        match child {
            Markup::Text(text) => escape(text, out),
            Markup::Element(element) => print(element, out),
        }
    }
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

/// Writes a text so that it is read as it is, in an element and in an attribute.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No document may hold it, not even as a reference.
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
