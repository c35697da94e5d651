//! What a file with views needs: the reactive system of Leptos, and views of one type.

pub use leptos::prelude::*;

pub use crate::{
    Children, CollectNodes, Component, IntoNode, IntoValue, Memo, Node, ReadSignal, RwSignal, StoredValue, component,
    effect, listen, listen_untyped, spawn, view,
};
