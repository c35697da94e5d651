//! Views on the page: put there, kept current, taken away.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, document};
use wasm_bindgen::JsCast;
use web_sys::Text;

use crate::element::mounted::MountedElement;
use crate::node::Node;
use crate::rows::MountedRows;

/// Puts a view at the end of an element, for as long as the page is open. Only after [`crate::start`].
pub fn mount(parent: &web_sys::Element, view: impl FnOnce() -> Node) {
    let owner = Owner::new();
    let place = Place { parent: parent.clone().into(), before: None, is_svg: false };
    let mounted = owner.with(|| Mounted::build(view(), &place));
    std::mem::forget((owner, mounted));
}

/// Where a node is put.
pub(crate) struct Place {
    pub parent: web_sys::Node,
    /// At the end, if none.
    pub before: Option<web_sys::Node>,
    pub is_svg: bool,
}

impl Place {
    pub fn before(node: &web_sys::Node, is_svg: bool) -> Self {
        // What is mounted has a parent; were it gone, the new node would be out of sight as well.
        let parent = node.parent_node().unwrap_or_else(|| document().create_document_fragment().unchecked_into());
        let before = (node.parent_node().is_some()).then(|| node.clone());
        Self { parent, before, is_svg }
    }

    pub fn put(&self, node: &web_sys::Node) {
        // Refused only if the tree would become a ring or `before` were elsewhere.
        _ = self.parent.insert_before(node, self.before.as_ref());
    }

    pub fn text(&self, text: &str) -> Text {
        let text = document().create_text_node(text);
        self.put(&text);
        text
    }
}

/// A node on the page. There is always something of it in the tree, be it an empty text.
pub(crate) enum Mounted {
    Text(Text, Cow<'static, str>),
    Element(Box<MountedElement>),
    /// Nodes, and the empty text that ends them.
    Many(Vec<Mounted>, Text),
    Rows(MountedRows),
    Dynamic(Region),
}

impl Mounted {
    pub fn build(node: Node, place: &Place) -> Self {
        match node {
            Node::Empty => Self::Text(place.text(""), Cow::Borrowed("")),
            Node::Text(text) => Self::Text(place.text(&text), text),
            Node::Element(element) => Self::Element(Box::new(MountedElement::build(*element, place))),
            Node::Many(nodes) => {
                let nodes = nodes.into_iter().map(|node| Self::build(node, place)).collect();
                Self::Many(nodes, place.text(""))
            }
            Node::Rows(list, rows) => Self::Rows(MountedRows::build(list, rows, place)),
            Node::Dynamic(make) => Self::Dynamic(Region::build(make, place)),
        }
    }

    /// Lays a node over this one.
    pub fn patch(self, node: Node, is_svg: bool) -> Self {
        match (self, node) {
            (Self::Text(text, before), Node::Text(after)) => Self::retext(text, &before, after),
            (Self::Text(text, before), Node::Empty) => Self::retext(text, &before, Cow::Borrowed("")),
            (Self::Element(old), Node::Element(new)) if old.can_become(&new) => {
                Self::Element(Box::new(old.patch(*new, is_svg)))
            }
            (Self::Many(old, end), Node::Many(new)) => {
                let place = Place::before(&end, is_svg);
                Self::Many(patch_all(old, new, &place), end)
            }
            (Self::Rows(old), Node::Rows(list, new)) if old.are_of(&list) => Self::Rows(old.patch(new, is_svg)),
            (Self::Dynamic(old), Node::Dynamic(make)) => Self::Dynamic(old.patch(make)),
            (old, node) => {
                let new = Self::build(node, &Place::before(&old.first(), is_svg));
                old.remove();
                new
            }
        }
    }

    fn retext(text: Text, before: &str, after: Cow<'static, str>) -> Self {
        if before != after {
            text.set_data(&after);
        }
        Self::Text(text, after)
    }

    /// The first of its nodes in the tree.
    pub fn first(&self) -> web_sys::Node {
        match self {
            Self::Text(text, _) => text.clone().into(),
            Self::Element(element) => element.dom().clone().into(),
            Self::Many(nodes, end) => nodes.first().map_or_else(|| end.clone().into(), Self::first),
            Self::Rows(rows) => rows.first(),
            Self::Dynamic(region) => region.with(Self::first),
        }
    }

    /// All of its nodes at the level where it stands.
    pub fn nodes(&self, into: &mut Vec<web_sys::Node>) {
        match self {
            Self::Text(text, _) => into.push(text.clone().into()),
            Self::Element(element) => into.push(element.dom().clone().into()),
            Self::Many(nodes, end) => {
                for node in nodes {
                    node.nodes(into);
                }
                into.push(end.clone().into());
            }
            Self::Rows(rows) => rows.nodes(into),
            Self::Dynamic(region) => region.with(|mounted| mounted.nodes(into)),
        }
    }

    /// Takes its nodes out of the tree.
    pub fn remove(&self) {
        self.each_with_parent(|parent, node| _ = parent.remove_child(node));
    }

    pub fn move_before(&self, before: &web_sys::Node) {
        self.each_with_parent(|parent, node| _ = parent.insert_before(node, Some(before)));
    }

    fn each_with_parent(&self, act: impl Fn(&web_sys::Node, &web_sys::Node)) {
        let mut nodes = Vec::new();
        self.nodes(&mut nodes);
        for node in &nodes {
            if let Some(parent) = node.parent_node() {
                act(&parent, node);
            }
        }
    }
}

/// Lays nodes over nodes, one by one; `end` is where more of them go.
pub(crate) fn patch_all(old: Vec<Mounted>, new: Vec<Node>, end: &Place) -> Vec<Mounted> {
    let mut old = old.into_iter();
    let mut mounted = Vec::with_capacity(new.len());
    for node in new {
        mounted.push(match old.next() {
            Some(old) => old.patch(node, end.is_svg),
            None => Mounted::build(node, end),
        });
    }
    old.for_each(|old| old.remove());
    mounted
}

/// A node that is made anew when a signal changes.
pub(crate) struct Region {
    /// Empty only while it is being made.
    mounted: Rc<RefCell<Option<Mounted>>>,
    is_svg: bool,
    /// Runs as long as this lives.
    effect: Option<RenderEffect<()>>,
}

impl Drop for Region {
    /// What is mounted goes with its region. The effect's own hold on it may last until its task is polled again, and
    /// effects within would run on values whose owner is gone.
    fn drop(&mut self) {
        self.effect = None;
        drop(self.mounted.take());
    }
}

impl Region {
    fn build(make: Box<dyn FnMut() -> Node>, place: &Place) -> Self {
        // The first run of an effect is at once, so there is something when this returns.
        let first = Place { parent: place.parent.clone(), before: place.before.clone(), is_svg: place.is_svg };
        Self::running(Rc::default(), make, Some(first), place.is_svg)
    }

    fn patch(mut self, make: Box<dyn FnMut() -> Node>) -> Self {
        self.effect = None;
        let mounted = Rc::new(RefCell::new(self.mounted.take()));
        Self::running(mounted, make, None, self.is_svg)
    }

    fn running(
        mounted: Rc<RefCell<Option<Mounted>>>,
        mut make: Box<dyn FnMut() -> Node>,
        mut first: Option<Place>,
        is_svg: bool,
    ) -> Self {
        let shared = Rc::clone(&mounted);
        let effect = RenderEffect::new(move |_| {
            let node = make();
            let before = shared.borrow_mut().take();
            let now = match (before, first.take()) {
                (Some(before), _) => before.patch(node, is_svg),
                (None, Some(place)) => Mounted::build(node, &place),
                (None, None) => return,
            };
            shared.borrow_mut().replace(now);
        });
        Self { mounted, is_svg, effect: Some(effect) }
    }

    fn with<T>(&self, read: impl FnOnce(&Mounted) -> T) -> T {
        let mounted = self.mounted.borrow();
        let mounted = mounted.as_ref().unwrap_or_else(|| unreachable!("a region is mounted when it is built"));
        read(mounted)
    }
}
