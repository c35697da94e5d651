//! The document on the page, as it will print.

use rungs_core::case::document::{Element as Written, Markup, markup};
use rungs_view::prelude::*;
use rungs_view::{Element, IntoValue};

use super::desk::use_case;

/// The document.
#[component]
pub fn Paper() -> impl IntoNode {
    let document = use_case().document();
    move || document.with(|document| document.as_ref().map(|document| node(&markup(document, 2))))
}

fn node(written: &Written) -> Node {
    let mut element = Element::new(written.tag, &[]);
    if !written.class.is_empty() {
        element = element.attribute("class", written.class.into_value());
    }
    for (name, value) in &written.attributes {
        element = element.attribute(name, value.clone().into_value());
    }
    for child in &written.children {
        element = element.child(match child {
            Markup::Text(text) => text.clone().into_node(),
            Markup::Element(written) => node(written),
        });
    }
    element.into_node()
}
