//! Pages as HTML, printed by a native program when the site is built: the very views that the browser shows.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use rungs_core::ladder::Catalogue;
use rungs_core::route::{Base, Place, parse};
use rungs_view::Component;
use rungs_view::prelude::Owner;

use crate::app::App;
pub use crate::state::printed::Title;
use crate::state::{self, ANSWERS, GROWING, READING};
use crate::{catalogue, parts};

/// A page as HTML.
pub struct Printed {
    /// What it is called.
    pub title: Title,
    /// What stands in `#app`.
    pub html: String,
}

/// Makes a catalogue the one whose pages are printed; once, before the first of them.
pub fn begin(catalogue: Catalogue) {
    catalogue::hold(catalogue);
    parts::announce();
    _ = at_once(ANSWERS.fetch());
    _ = at_once(GROWING.fetch());
    _ = at_once(READING.fetch());
}

/// Prints the page of a place, for the site below a base path. `origin` is protocol and host, empty if not known.
///
/// # Panics
/// If it is called before [`begin`].
pub fn print(base: &Base, origin: &str, place: &Place) -> Printed {
    let first = at_once(state::open_page(parse(base, &place.print(base), "", "")));
    let owner = Owner::new();
    let (base, origin) = (base.clone(), origin.to_owned());
    let html = owner.with(move || App { base, origin, first, is_to_wake: false }.into_node().to_html());
    owner.cleanup();
    let title = state::printed::title();
    Printed { title, html }
}

/// The outcome of a future that waits for nothing: all that a page needs is in this program.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => unreachable!("nothing has to be fetched here"),
    }
}
