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
use crate::standing::{Spot, Standing};

/// Makes a view the whole of an element, for as long as the page is open. Only after [`crate::start`].
///
/// What stands in the element already and is as the view would make it stays, with the focus, the selection and what
/// is scrolled and unfolded; all else of it goes.
pub fn mount(parent: &web_sys::Element, view: impl FnOnce() -> Node) {
    let owner = Owner::new();
    let standing = Standing::from(parent.first_child());
    let place = Place { parent: parent.clone().into(), spot: Spot::Over(standing), is_svg: false };
    let mounted = owner.with(|| Mounted::build(view(), &place));
    place.clear(None);
    std::mem::forget((owner, mounted));
}

/// Where a node is put.
#[derive(Clone)]
pub(crate) struct Place {
    pub parent: web_sys::Node,
    pub spot: Spot,
    pub is_svg: bool,
}

impl Place {
    pub fn before(node: &web_sys::Node, is_svg: bool) -> Self {
        // What is mounted has a parent; were it gone, the new node would be out of sight as well.
        let parent = node.parent_node().unwrap_or_else(|| document().create_document_fragment().unchecked_into());
        let before = (node.parent_node().is_some()).then(|| node.clone());
        Self { parent, spot: Spot::Before(before), is_svg }
    }

    pub fn put(&self, node: &web_sys::Node) {
        let before = match &self.spot {
            Spot::Before(before) => before.clone(),
            Spot::Over(standing) => standing.next(),
        };
        // Refused only if the tree would become a ring or `before` were elsewhere.
        _ = self.parent.insert_before(node, before.as_ref());
    }

    pub fn text(&self, text: &str) -> Text {
        if let Spot::Over(standing) = &self.spot
            && let Some(text) = standing.text(text)
        {
            return text;
        }
        let text = document().create_text_node(text);
        self.put(&text);
        text
    }

    /// Takes away what stands here still, up to a node that stays.
    pub fn clear(&self, end: Option<&web_sys::Node>) {
        let Spot::Over(standing) = &self.spot else { return };
        while let Some(node) = standing.next().filter(|node| Some(node) != end) {
            standing.pass(&node);
            _ = self.parent.remove_child(&node);
        }
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
    /// What stood here before there was a view, and the empty text that ends it.
    Standing(Vec<web_sys::Node>, Text),
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
            Node::Standing => Self::stand(place),
        }
    }

    /// All that stands here stays as it is.
    fn stand(place: &Place) -> Self {
        let mut nodes = Vec::new();
        if let Spot::Over(standing) = &place.spot {
            while let Some(node) = standing.next() {
                standing.pass(&node);
                nodes.push(node);
            }
        }
        Self::Standing(nodes, place.text(""))
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
            (old @ Self::Standing(..), Node::Standing) => old,
            (Self::Standing(nodes, end), node) => Self::settle(&nodes, &end, node, is_svg),
            (old, node) => {
                let new = Self::build(node, &Place::before(&old.first(), is_svg));
                old.remove();
                new
            }
        }
    }

    /// Lays a node over what stood there before there was a view.
    fn settle(nodes: &[web_sys::Node], end: &Text, node: Node, is_svg: bool) -> Self {
        let mut place = Place::before(end, is_svg);
        // An extension may have taken some of them away.
        let first = nodes.iter().find(|node| node.parent_node().as_ref() == Some(&place.parent));
        place.spot = Spot::Over(Standing::from(Some(first.unwrap_or(end).clone())));
        let settled = Self::build(node, &place);
        place.clear(Some(end));
        _ = place.parent.remove_child(end);
        settled
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
            Self::Standing(nodes, end) => nodes.first().map_or_else(|| end.clone().into(), Clone::clone),
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
            Self::Standing(nodes, end) => {
                into.extend_from_slice(nodes);
                into.push(end.clone().into());
            }
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
        Self::running(Rc::default(), make, Some(place.clone()), place.is_svg)
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
