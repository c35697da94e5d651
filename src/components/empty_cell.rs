//! A cell of a table in which nothing stands.

use rungs_view::prelude::*;

/// A cell that says so to screen readers; the stylesheet draws a dash. Large tables have many of them, so each is one
/// element with one in it.
pub fn empty_cell() -> Node {
    view! { <td class="is-empty"><span class="visually-hidden" lang="en">"nothing stated"</span></td> }.into_node()
}
