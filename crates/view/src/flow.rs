//! Components, conditions and lists.

use std::future::Future;
use std::pin::Pin;

use any_spawner::Executor;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{ArcMemo, Effect, Get, Owner, untrack, window_event_listener_untyped};
use leptos::tachys::html::event::EventDescriptor;
use wasm_bindgen::JsCast;

use crate::node::Node;
use crate::rows::{List, Row};

/// What stands between the tags of a component, for those that show it once.
pub type Children = Box<dyn FnOnce() -> Node>;

/// Starts the executor of the reactive system and runs what starts the app on it; before anything else of this crate.
pub fn start(app: impl Future<Output = ()> + 'static) {
    // Refused only if it is running already.
    _ = Executor::init_wasm_bindgen();
    spawn(app);
}

/// Runs something soon, and again whenever a signal changes that it reads, for as long as the current owner lives.
pub fn effect(run: impl FnMut() + 'static) {
    effect_boxed(Box::new(run));
}

/// Where views are printed rather than mounted there is no later.
fn effect_boxed(mut run: Box<dyn FnMut()>) {
    if cfg!(target_arch = "wasm32") {
        Effect::new(move |_: Option<()>| run());
    }
}

/// Runs a future without waiting. All futures are run by the same code.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(future));
}

fn spawn_boxed(future: Pin<Box<dyn Future<Output = ()>>>) {
    if cfg!(target_arch = "wasm32") {
        leptos::task::spawn_local(future);
    }
}

/// What hears an event of the window; it goes on hearing it until it is told to stop.
pub struct Listening(Option<WindowListenerHandle>);

impl Listening {
    /// Hears no more.
    pub fn stop(self) {
        if let Some(handle) = self.0 {
            handle.remove();
        }
    }
}

/// Hears an event of the window, given by its descriptor of [`crate::ev`].
pub fn listen<E: EventDescriptor + 'static>(event: E, hear: impl Fn(E::EventType) + 'static) -> Listening
where
    E::EventType: JsCast,
{
    listen_untyped(&event.name(), move |event| hear(event.unchecked_into()))
}

/// Hears an event of the window, given by its name.
pub fn listen_untyped(event: &str, hear: impl Fn(web_sys::Event) + 'static) -> Listening {
    // Where views are printed there is no window.
    Listening(cfg!(target_arch = "wasm32").then(|| window_event_listener_untyped(event, hear)))
}

/// A view with properties. Made by [`crate::component`] from a function.
pub trait Component {
    /// The view.
    fn into_node(self) -> Node;
}

/// Makes the view of a component. What is read meanwhile is not tracked.
pub fn made(make: impl FnOnce() -> Node) -> Node {
    untrack(make)
}

/// Shows what `then` makes while `when` holds. Made once for each time that it begins to hold.
pub fn show(when: impl Fn() -> bool + Send + Sync + 'static, then: impl Fn() -> Node + 'static) -> Node {
    shown(Box::new(when), Box::new(then))
}

fn shown(when: Box<dyn Fn() -> bool + Send + Sync>, then: Box<dyn Fn() -> Node>) -> Node {
    let holds = ArcMemo::new(move |_| when());
    Node::Dynamic(Box::new(move || if holds.get() { then() } else { Node::Empty }))
}

/// Shows a row for each item. A row is made when its key comes, kept while it is there, wherever in the list, and
/// dropped when it goes.
pub fn each<T, K: ToString>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    row: impl Fn(T) -> Node + Clone + 'static,
) -> Node
where
    T: 'static,
{
    // Rows outlive the runs of the closure below, so they belong to whoever owns the list.
    let (owner, list) = (Owner::current(), List::new());
    Node::Dynamic(Box::new(move || {
        let rows = items().into_iter().map(|item| {
            let row = row.clone();
            Row::new(key(&item).to_string(), owner.clone(), Box::new(move || row(item)))
        });
        Node::Rows(list.clone(), rows.collect())
    }))
}
