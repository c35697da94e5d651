//! What a view is made of.

use std::borrow::Cow;

use crate::element::Element;
use crate::rows::{List, Row};

/// A part of a view that is not on the page yet.
pub enum Node {
    /// Nothing.
    Empty,
    /// A text.
    Text(Cow<'static, str>),
    /// An element with all that is in it.
    Element(Box<Element>),
    /// Several nodes in a row.
    Many(Vec<Node>),
    /// Nodes that are known again by their keys, wherever they stand in their list.
    Rows(List, Vec<Row>),
    /// A node that is made anew whenever a signal changes that the making of it reads.
    Dynamic(Box<dyn FnMut() -> Node>),
    /// What stands in the page already and is not known yet as a view: all that comes last in its element.
    Standing,
}

impl Node {
    /// A fixed text.
    pub fn text(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// A node that is made anew whenever a signal changes that the making of it reads.
    pub fn from_closure(make: impl FnMut() -> Node + 'static) -> Self {
        Self::Dynamic(Box::new(make))
    }
}

/// The value of an attribute, a property or a class.
pub enum Value {
    /// A text.
    Text(Cow<'static, str>),
    /// There or not there.
    Flag(bool),
    /// A value that is computed anew whenever a signal changes that the computing reads.
    Dynamic(Box<dyn FnMut() -> Value>),
}

impl Value {
    /// What a closure gives, and the closure that it may give, run now.
    pub(crate) fn settled(self) -> Self {
        match self {
            Self::Dynamic(mut compute) => compute().settled(),
            value => value,
        }
    }

    /// Whether both are fixed and the same.
    pub(crate) fn equals(&self, other: &Value) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Flag(one), Self::Flag(other)) => one == other,
            _ => false,
        }
    }
}
