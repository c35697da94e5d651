//! What stands in the page before there is a view, and becomes the view's own where it is as the view would make it.
//!
//! A page that was printed as HTML ([`crate::Node::to_html`]) is taken over so, node by node. The text of neighbours
//! runs together in HTML and empty texts are not there at all; so texts are parted again and empty ones put in.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// Where in its parent a node is put.
#[derive(Clone)]
pub(crate) enum Spot {
    /// Before a node; at the end, if none.
    Before(Option<Node>),
    /// Over what stands there.
    Over(Standing),
}

/// The nodes of one parent that are not taken over yet. Copies are the same cursor.
#[derive(Clone)]
pub(crate) struct Standing(Rc<RefCell<Option<Node>>>);

impl From<Option<Node>> for Standing {
    fn from(first: Option<Node>) -> Self {
        Self(Rc::new(RefCell::new(first)))
    }
}

impl Standing {
    /// The next of them.
    pub fn next(&self) -> Option<Node> {
        self.0.borrow().clone()
    }

    /// Goes on behind a node.
    pub fn pass(&self, node: &Node) {
        self.0.replace(node.next_sibling());
    }

    /// The next node, if it is that text or begins with it. A text is never empty in HTML.
    pub fn text(&self, text: &str) -> Option<Text> {
        let next = self.next()?.dyn_into::<Text>().ok()?;
        let there = next.data();
        let rest = there.strip_prefix(text).filter(|_| !text.is_empty())?;
        if !rest.is_empty() {
            let length = text.encode_utf16().count();
            next.split_text(u32::try_from(length).ok()?).ok()?;
        }
        self.pass(&next);
        Some(next)
    }

    /// The next node, if it is an element of that tag with these attributes.
    pub fn element(&self, tag: &str, fixed: &[(&str, &str)]) -> Option<Element> {
        let next = self.next()?.dyn_into::<Element>().ok()?;
        let is_same = next.local_name() == tag
            && fixed
                .iter()
                .all(|(name, value)| next.get_attribute(name).is_some_and(|there| holds(name, &there, value)));
        is_same.then(|| {
            self.pass(&next);
            next
        })
    }
}

/// Whether an attribute says what it should. Classes may follow that come and go.
fn holds(name: &str, there: &str, value: &str) -> bool {
    let rest = there.strip_prefix(value);
    rest.is_some_and(|rest| rest.is_empty() || name == "class" && rest.starts_with(' '))
}
