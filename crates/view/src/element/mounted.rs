//! Elements on the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{RenderEffect, document};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::{Element, Handler, Kind};
use crate::mounted::{Mounted, Place, patch_all};
use crate::node::Value;
use crate::standing::{Spot, Standing};

const SVG: &str = "http://www.w3.org/2000/svg";

pub(crate) struct MountedElement {
    dom: web_sys::Element,
    tag: &'static str,
    fixed: &'static [(&'static str, &'static str)],
    values: Vec<(Kind, &'static str, MountedValue)>,
    listeners: Vec<Listener>,
    children: Vec<Mounted>,
}

impl MountedElement {
    pub fn build(element: Element, place: &Place) -> Self {
        let Element { tag, fixed, values, handlers, node_ref, children } = element;
        let is_svg = place.is_svg || tag == "svg";
        let standing = match &place.spot {
            Spot::Over(standing) => standing.element(tag, fixed),
            Spot::Before(_) => None,
        };
        let is_new = standing.is_none();
        let dom = standing.unwrap_or_else(|| made(tag, fixed, is_svg));
        let spot = if is_new { Spot::Before(None) } else { Spot::Over(Standing::from(dom.first_child())) };
        let within = Place { parent: dom.clone().into(), spot, is_svg: holds_svg(tag, is_svg) };
        let children = children.into_iter().map(|child| Mounted::build(child, &within)).collect();
        within.clear(None);
        // After the children: what a select shows depends on its options.
        let values = values.into_iter().map(|(kind, name, value)| {
            let value = MountedValue::build(&dom, kind, name, value);
            (kind, name, value)
        });
        let values = values.collect();
        let listeners = handlers.into_iter().map(|(name, handler)| Listener::build(&dom, name, handler)).collect();
        if is_new {
            place.put(&dom);
        }
        if let Some(load) = node_ref {
            load(&dom);
        }
        Self { dom, tag, fixed, values, listeners, children }
    }

    pub fn dom(&self) -> &web_sys::Element {
        &self.dom
    }

    /// Whether it is of the same make, so that only values and children differ.
    pub fn can_become(&self, other: &Element) -> bool {
        let same_values = self.values.len() == other.values.len()
            && self.values.iter().zip(&other.values).all(|(one, other)| one.0 == other.0 && one.1 == other.1);
        let same_listeners = self.listeners.len() == other.handlers.len()
            && self.listeners.iter().zip(&other.handlers).all(|(one, other)| one.name == other.0);
        other.is_made_as(self.tag, self.fixed) && same_values && same_listeners
    }

    /// Only for one that [it can become](Self::can_become).
    pub fn patch(self, element: Element, is_svg: bool) -> Self {
        let Self { dom, tag, fixed, values, listeners, children } = self;
        let end = Place {
            parent: dom.clone().into(),
            spot: Spot::Before(None),
            is_svg: holds_svg(tag, is_svg || tag == "svg"),
        };
        let children = patch_all(children, element.children, &end);
        let new = element.values.into_iter();
        let values = values.into_iter().zip(new).map(|((kind, name, old), (_, _, new))| {
            let value = old.patch(&dom, kind, name, new);
            (kind, name, value)
        });
        let values = values.collect();
        for (listener, (_, handler)) in listeners.iter().zip(element.handlers) {
            listener.handler.replace(handler);
        }
        if let Some(load) = element.node_ref {
            load(&dom);
        }
        Self { dom, tag, fixed, values, listeners, children }
    }
}

/// A new element.
fn made(tag: &str, fixed: &[(&str, &str)], is_svg: bool) -> web_sys::Element {
    let dom = match is_svg {
        true => document().create_element_ns(Some(SVG), tag),
        false => document().create_element(tag),
    };
    let dom = dom.unwrap_or_else(|_| unreachable!("the name of an element is fixed and valid"));
    for (name, value) in fixed {
        _ = dom.set_attribute(name, value);
    }
    dom
}

/// Whether what is in an element is SVG.
fn holds_svg(tag: &str, is_svg: bool) -> bool {
    is_svg && tag != "foreignObject"
}

/// A value of an element on the page.
enum MountedValue {
    Fixed(Value),
    /// Set anew by an effect, which runs as long as this lives.
    Dynamic {
        _effect: RenderEffect<()>,
    },
}

impl MountedValue {
    fn build(dom: &web_sys::Element, kind: Kind, name: &'static str, value: Value) -> Self {
        match value {
            Value::Dynamic(mut compute) => {
                let dom = dom.clone();
                let mut last = None;
                let effect = RenderEffect::new(move |_| {
                    let value = compute().settled();
                    if !last.as_ref().is_some_and(|last| value.equals(last)) {
                        set(&dom, kind, name, &value);
                        last = Some(value);
                    }
                });
                Self::Dynamic { _effect: effect }
            }
            value => {
                set(dom, kind, name, &value);
                Self::Fixed(value)
            }
        }
    }

    fn patch(self, dom: &web_sys::Element, kind: Kind, name: &'static str, value: Value) -> Self {
        match (self, value) {
            // A class is set again: the attribute of all classes may have been written since.
            (Self::Fixed(old), new) if kind != Kind::Class && new.equals(&old) => Self::Fixed(old),
            (old, new) => {
                drop(old);
                Self::build(dom, kind, name, new)
            }
        }
    }
}

/// On a field into which something was entered before there was a view.
const ENTERED: &str = "data-entered";

fn set(dom: &web_sys::Element, kind: Kind, name: &str, value: &Value) {
    // What was entered stays, with the caret in it, until the start script says that it was: then the view learns of it.
    if kind == Kind::Property && dom.has_attribute(ENTERED) {
        return;
    }
    // What is refused here are names that are not valid, and ours are fixed.
    match (kind, value) {
        (Kind::Attribute, Value::Text(text)) => _ = dom.set_attribute(name, text),
        (Kind::Attribute, Value::Flag(true)) => _ = dom.set_attribute(name, ""),
        (Kind::Attribute, _) => _ = dom.remove_attribute(name),
        (Kind::Property, Value::Text(text)) => set_property(dom, name, &JsValue::from_str(text)),
        (Kind::Property, value) => set_property(dom, name, &JsValue::from_bool(matches!(value, Value::Flag(true)))),
        (Kind::Class, value) => {
            _ = dom.class_list().toggle_with_force(name, matches!(value, Value::Flag(true)));
        }
    }
}

fn set_property(dom: &web_sys::Element, name: &str, value: &JsValue) {
    _ = js_sys::Reflect::set(dom, &JsValue::from_str(name), value);
}

/// What an event does to an element on the page, until it is dropped.
struct Listener {
    dom: web_sys::Element,
    name: &'static str,
    handler: Rc<RefCell<Handler>>,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    fn build(dom: &web_sys::Element, name: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let shared = Rc::clone(&handler);
        let closure = Closure::<dyn Fn(Event)>::new(move |event| {
            // What is done may replace the handler.
            let handler = Rc::clone(&shared.borrow());
            handler(event);
        });
        _ = dom.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self { dom: dom.clone(), name, handler, closure }
    }
}

impl Drop for Listener {
    /// An event that is still under way would find nobody to tell.
    fn drop(&mut self) {
        _ = self.dom.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}
