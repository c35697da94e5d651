//! Views as HTML: what a page shows before its program runs, and without it.
//!
//! What is computed is computed once. Properties become the attributes that give them their first value.

use leptos::prelude::untrack;

use crate::element::{Element, Kind};
use crate::node::{Node, Value};

/// Elements that hold nothing and have no end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "wbr"];
/// Shapes of drawings, which end where they begin if nothing is in them.
const SHAPES: [&str; 3] = ["circle", "path", "rect"];
/// Marks what does something at a click once the program is there.
const ACTS: &str = "data-acts";

impl Node {
    /// The view as HTML, as [`crate::mount`] knows it again.
    pub fn to_html(self) -> String {
        let mut html = String::new();
        untrack(|| print(self, &mut html, None));
        html
    }
}

/// `chosen` is the value of the list of options that this stands in.
fn print(node: Node, html: &mut String, chosen: Option<&str>) {
    match node {
        Node::Empty | Node::Standing => {}
        Node::Text(text) => escape(&text, html, false),
        Node::Element(element) => print_element(*element, html, chosen),
        Node::Many(nodes) => nodes.into_iter().for_each(|node| print(node, html, chosen)),
        Node::Rows(_, rows) => rows.into_iter().for_each(|row| _ = row.made(|node| print(node, html, chosen))),
        Node::Dynamic(mut make) => print(make(), html, chosen),
    }
}

fn print_element(element: Element, html: &mut String, chosen: Option<&str>) {
    let Element { tag, fixed, values, handlers, children, .. } = element;
    html.push('<');
    html.push_str(tag);
    let mut classes = String::new();
    let mut content = None;
    let mut has_value = false;
    for (name, value) in fixed {
        if *name == "class" {
            classes.push_str(value)
        } else {
            attribute(name, value, html)
        }
        has_value |= *name == "value" && chosen == Some(*value);
    }
    for (kind, name, value) in values {
        match (kind, name, value.settled()) {
            (Kind::Class, name, Value::Flag(true)) => add_class(&mut classes, name),
            (Kind::Attribute, "class", Value::Text(text)) => add_class(&mut classes, &text),
            (Kind::Property, "value", Value::Text(text)) if tag == "select" || tag == "textarea" => {
                content = Some(text)
            }
            (_, name, Value::Text(text)) => {
                has_value |= name == "value" && chosen == Some(&*text);
                attribute(name, &text, html);
            }
            (Kind::Attribute | Kind::Property, name, Value::Flag(true)) => attribute(name, "", html),
            _ => {}
        }
    }
    if !classes.is_empty() {
        attribute("class", &classes, html);
    }
    // What the browser does of itself with these can be told to the program later; of all else a click is kept for it.
    if handlers.iter().any(|(event, _)| *event == "click") && !["input", "select", "textarea"].contains(&tag) {
        attribute(ACTS, "", html);
    }
    if tag == "option" && has_value {
        attribute("selected", "", html);
    }
    if SHAPES.contains(&tag) && children.is_empty() {
        html.push_str("/>");
        return;
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    match content {
        Some(text) if tag == "textarea" => escape(&text, html, false),
        content => children.into_iter().for_each(|child| print(child, html, content.as_deref().or(chosen))),
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

fn add_class(classes: &mut String, name: &str) {
    if !classes.is_empty() {
        classes.push(' ');
    }
    classes.push_str(name);
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if value.is_empty() {
        return;
    }
    html.push_str("=\"");
    escape(value, html, true);
    html.push('"');
}

fn escape(text: &str, html: &mut String, in_attribute: bool) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if in_attribute => html.push_str("&quot;"),
            // Anything else than this would become one line end on the way.
            '\r' => html.push_str("&#13;"),
            other => html.push(other),
        }
    }
}
