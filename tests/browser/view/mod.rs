//! Views on a real page: put there, kept current, taken away.

mod element;
mod region;
mod rows;
mod signal;
mod standing;

use rungs_view::prelude::*;
use rungs_view::{mount, start};
use web_sys::{Element, Event};

/// A view in an element of its own on the page.
fn shown(view: impl FnOnce() -> Node) -> Element {
    start(async {});
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    mount(&place, view);
    place
}

fn find(place: &Element, selector: &str) -> Element {
    place.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector} in {}", place.inner_html()))
}

fn text(place: &Element) -> String {
    place.text_content().unwrap()
}

fn same(one: &web_sys::Node, other: &web_sys::Node) -> bool {
    one.is_same_node(Some(other))
}

fn click(element: &Element) {
    element.dispatch_event(&Event::new("click").unwrap()).unwrap();
}

/// Counts in a value that closures of views can share.
fn count(counted: StoredValue<usize>) {
    counted.update_value(|counted| *counted += 1);
}
