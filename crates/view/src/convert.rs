//! What can stand in a view, as a child or as the value of an attribute.

use std::borrow::Cow;

use crate::element::Element;
use crate::node::{Node, Value};
use crate::signal::{Memo, ReadSignal, RwSignal};

/// What can stand in a view.
pub trait IntoNode {
    /// The node that shows it.
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for Box<Element> {
    fn into_node(self) -> Node {
        Node::Element(self)
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::Empty
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::text(self)
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or(Node::Empty, T::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        self.into_iter().collect_nodes()
    }
}

impl<T: IntoNode, const N: usize> IntoNode for [T; N] {
    fn into_node(self) -> Node {
        self.into_iter().collect_nodes()
    }
}

impl<A: IntoNode, B: IntoNode> IntoNode for (A, B) {
    fn into_node(self) -> Node {
        Node::Many(vec![self.0.into_node(), self.1.into_node()])
    }
}

impl<A: IntoNode, B: IntoNode, C: IntoNode> IntoNode for (A, B, C) {
    fn into_node(self) -> Node {
        Node::Many(vec![self.0.into_node(), self.1.into_node(), self.2.into_node()])
    }
}

impl<T: IntoNode, F: FnMut() -> T + 'static> IntoNode for F {
    fn into_node(mut self) -> Node {
        Node::Dynamic(Box::new(move || self().into_node()))
    }
}

/// What can be the value of an attribute, a property or a class.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Flag(false), T::into_value)
    }
}

impl<T: IntoValue, F: FnMut() -> T + 'static> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Dynamic(Box::new(move || self().into_value()))
    }
}

macro_rules! signals {
    ($($signal:ident),*) => {$(
        impl<T: IntoNode + Clone + Send + Sync + 'static> IntoNode for $signal<T> {
            fn into_node(self) -> Node {
                Node::Dynamic(Box::new(move || self.get().into_node()))
            }
        }

        impl<T: IntoValue + Clone + Send + Sync + 'static> IntoValue for $signal<T> {
            fn into_value(self) -> Value {
                Value::Dynamic(Box::new(move || self.get().into_value()))
            }
        }
    )*};
}
signals!(Memo, ReadSignal, RwSignal);

macro_rules! numbers {
    ($($number:ident),*) => {$(
        impl IntoNode for $number {
            fn into_node(self) -> Node {
                self.to_string().into_node()
            }
        }

        impl IntoValue for $number {
            fn into_value(self) -> Value {
                self.to_string().into_value()
            }
        }
    )*};
}
numbers!(u8, i32, usize);

/// Gathers what can stand in a view into a node.
pub trait CollectNodes {
    /// All of it in a row.
    fn collect_nodes(self) -> Node;
}

impl<T: IntoNode, I: Iterator<Item = T>> CollectNodes for I {
    fn collect_nodes(self) -> Node {
        Node::Many(self.map(T::into_node).collect())
    }
}
