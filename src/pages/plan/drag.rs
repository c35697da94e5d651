//! Moving an item with the pointer: by its grip, over the months, to where it is let go.

use rungs_core::date::Month;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::board::use_board;

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Dragged {
    id: EntryId,
    /// The month and the place in it over which the pointer is.
    over: Option<(Month, usize)>,
}

/// The item under the pointer, if one is dragged. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Drag(RwSignal<Option<Dragged>>);

impl Drag {
    /// Nothing is dragged.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether an item is dragged over a month.
    pub fn is_over(self, month: Month) -> bool {
        self.0.with(|dragged| dragged.as_ref().and_then(|dragged| dragged.over).is_some_and(|(over, _)| over == month))
    }

    /// Whether it is this item that is dragged.
    pub fn is_of(self, id: &EntryId) -> bool {
        self.0.with(|dragged| dragged.as_ref().is_some_and(|dragged| dragged.id == *id))
    }

    fn begin(self, id: &EntryId, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(grip) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            // Without capture the pointer is followed while it is over the grip only, which does no harm.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        self.0.set(Some(Dragged { id: id.clone(), over: None }));
    }

    fn follow(self, event: &PointerEvent) {
        let Some(dragged) = self.0.get_untracked() else { return };
        let over = place_at(event, &dragged.id);
        if over != dragged.over {
            self.0.set(Some(Dragged { over, ..dragged }));
        }
    }

    /// Ends it, and gives what was dragged where.
    fn end(self) -> Option<(EntryId, Month, usize)> {
        let dragged = self.0.get_untracked();
        self.0.set(None);
        let Dragged { id, over } = dragged?;
        over.map(|(month, place)| (id, month, place))
    }
}

/// The month under the pointer, and the place among its other items above which the pointer is.
fn place_at(event: &PointerEvent, dragged: &EntryId) -> Option<(Month, usize)> {
    let height = event.client_y() as f32;
    let under = document().element_from_point(event.client_x() as f32, height)?;
    let column = under.closest("[data-month]").ok().flatten()?;
    let month = Month::parse(&column.get_attribute("data-month")?)?;
    let items = column.query_selector_all("[data-item]").ok()?;
    let items = (0..items.length()).filter_map(|at| items.item(at)?.dyn_into::<Element>().ok());
    let others = items.filter(|item| item.get_attribute("data-item").as_deref() != Some(dragged.as_str()));
    let is_above = |item: &Element| {
        let place = item.get_bounding_client_rect();
        place.top() + place.height() / 2.0 < f64::from(height)
    };
    Some((month, others.filter(is_above).count()))
}

/// By what an item is dragged. The same is done by buttons, so whoever uses the keyboard passes it by.
#[component]
pub fn Grip(id: EntryId) -> impl IntoNode {
    let board = use_board();
    let drag = board.drag();
    let drop = move |_: PointerEvent| {
        if let Some((id, month, place)) = drag.end() {
            board.move_to(&id, month, place);
        }
    };
    view! {
        <span
            class="plan-grip no-print"
            aria-hidden="true"
            title="Drag to another month"
            on:pointerdown=move |event: PointerEvent| drag.begin(&id, &event)
            on:pointermove=move |event: PointerEvent| drag.follow(&event)
            on:pointerup=drop
            on:pointercancel=move |_: PointerEvent| _ = drag.end()
        >
            "⠿"
        </span>
    }
}
