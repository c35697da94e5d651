//! Elements, as they are written: built by calls, each of which takes the element and gives it back.

pub(crate) mod mounted;

use std::rc::Rc;

use leptos::prelude::NodeRef;
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::event::EventDescriptor;
use leptos::tachys::html::node_ref::NodeRefContainer;
use wasm_bindgen::JsCast;

use crate::node::{Node, Value};

/// What an event does.
pub type Handler = Rc<dyn Fn(web_sys::Event)>;

/// Tells a reference which element it stands for.
pub(crate) type Load = Box<dyn FnOnce(&web_sys::Element)>;

/// What a value of an element sets.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Attribute,
    Property,
    Class,
}

/// An element that is not on the page yet.
pub struct Element {
    pub(crate) tag: &'static str,
    /// Attributes that never change; they and the tag make an element the same as another.
    pub(crate) fixed: &'static [(&'static str, &'static str)],
    pub(crate) values: Vec<(Kind, &'static str, Value)>,
    pub(crate) handlers: Vec<(&'static str, Handler)>,
    pub(crate) node_ref: Option<Load>,
    pub(crate) children: Vec<Node>,
}

impl Element {
    /// An element with attributes that never change; in a box, so that each of the calls below hands on one pointer.
    pub fn new(tag: &'static str, fixed: &'static [(&'static str, &'static str)]) -> Box<Self> {
        let (values, handlers, children) = (Vec::new(), Vec::new(), Vec::new());
        Box::new(Self { tag, fixed, values, handlers, node_ref: None, children })
    }

    /// With an attribute. A flag that is not set takes it away.
    pub fn attribute(self: Box<Self>, name: &'static str, value: Value) -> Box<Self> {
        self.with(Kind::Attribute, name, value)
    }

    /// With a property of the element's object, such as `checked`, which is not the attribute of that name.
    pub fn property(self: Box<Self>, name: &'static str, value: Value) -> Box<Self> {
        self.with(Kind::Property, name, value)
    }

    /// With a class while the value is a set flag.
    pub fn class(self: Box<Self>, name: &'static str, value: Value) -> Box<Self> {
        self.with(Kind::Class, name, value)
    }

    fn with(mut self: Box<Self>, kind: Kind, name: &'static str, value: Value) -> Box<Self> {
        self.values.push((kind, name, value));
        self
    }

    /// With something done at an event, given by its descriptor of [`crate::ev`]. It runs without an owner: what it
    /// needs from a context is to be taken before.
    pub fn on<E: EventDescriptor>(self: Box<Self>, event: E, handler: impl Fn(E::EventType) + 'static) -> Box<Self>
    where
        E::EventType: JsCast,
    {
        let name = match event.name() {
            std::borrow::Cow::Borrowed(name) => name,
            std::borrow::Cow::Owned(_) => unreachable!("the events of `view!` have fixed names"),
        };
        self.handled(name, Rc::new(move |event: web_sys::Event| handler(event.unchecked_into())))
    }

    fn handled(mut self: Box<Self>, name: &'static str, handler: Handler) -> Box<Self> {
        self.handlers.push((name, handler));
        self
    }

    /// Known by a reference once it is on the page.
    pub fn node_ref<E>(mut self: Box<Self>, node_ref: NodeRef<E>) -> Box<Self>
    where
        E: ElementType + 'static,
        E::Output: JsCast + 'static,
    {
        self.node_ref = Some(Box::new(move |element| node_ref.load(element)));
        self
    }

    /// With one more child.
    pub fn child(mut self: Box<Self>, child: Node) -> Box<Self> {
        self.children.push(child);
        self
    }

    /// Whether it has this tag and these attributes that never change.
    pub(crate) fn is_made_as(&self, tag: &str, fixed: &[(&str, &str)]) -> bool {
        self.tag == tag && self.fixed == fixed
    }
}
