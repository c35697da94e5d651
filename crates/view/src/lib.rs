//! Views of one type for Leptos.
//!
//! Leptos gives each view a type of its own, and the compiler writes code to build, update and drop each of them.
//! That is fast to run and large to load: here a view is a value instead, a tree of [`Node`]s, and the code that puts
//! it on the page and keeps it current is there once. The reactive system is Leptos' own, and so is the syntax:
//! [`view!`] reads as Leptos' `view!`, a [`component`] as Leptos' component.
//!
//! A view is built by calls and put into the page by [`mount`]. Closures in it are run again when a signal that they
//! read changes, and what they return is laid over what stands there: elements of the same make stay in place, with
//! focus, selection and what was typed, and only what differs is changed.

mod convert;
mod element;
mod flow;
mod html;
mod mounted;
mod node;
pub mod prelude;
mod rows;
mod signal;
mod standing;

pub use convert::{CollectNodes, IntoNode, IntoValue};
pub use element::{Element, Handler};
pub use flow::{Children, Component, Listening, each, effect, listen, listen_untyped, made, show, spawn, start};
pub use leptos::ev;
pub use mounted::mount;
pub use node::{Node, Value};
pub use rungs_view_macro::{component, view};
pub use signal::{Memo, ReadSignal, RwSignal, StoredValue};
