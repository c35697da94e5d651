//! Moving an item by buttons: to the month before or after, and up or down in its month.

use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::board::{Board, use_board};
use crate::components::focus::focus_when_drawn;

/// A way to move an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Earlier,
    Later,
    Up,
    Down,
}

impl Way {
    const ALL: [Self; 4] = [Self::Earlier, Self::Later, Self::Up, Self::Down];

    fn name(self) -> &'static str {
        match self {
            Self::Earlier => "Earlier",
            Self::Later => "Later",
            Self::Up => "Up",
            Self::Down => "Down",
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Earlier => "←",
            Self::Later => "→",
            Self::Up => "↑",
            Self::Down => "↓",
        }
    }

    fn button(self, id: &EntryId) -> String {
        format!("{}-{}", self.name(), id.as_str())
    }

    /// Whether there is a place to move to.
    fn is_open(self, board: Board, id: &EntryId) -> bool {
        board.with_plan(|plan| {
            let Some((place, count)) = plan.place(id) else { return false };
            match self {
                Self::Earlier | Self::Later => true,
                Self::Up => place > 0,
                Self::Down => place + 1 < count,
            }
        })
    }

    fn go(self, board: Board, id: &EntryId) {
        let found = untrack(|| board.item(id)).zip(untrack(|| board.with_plan(|plan| plan.place(id))));
        let Some((item, (place, _))) = found.filter(|_| untrack(|| self.is_open(board, id))) else { return };
        let (month, place) = match self {
            Self::Earlier => (item.month.minus(1), usize::MAX),
            Self::Later => (item.month.plus(1), usize::MAX),
            Self::Up => (item.month, place - 1),
            Self::Down => (item.month, place + 1),
        };
        board.move_to(id, month, place);
        // The item is drawn anew where it went.
        focus_when_drawn(self.button(id));
    }
}

/// The buttons that move an item. One that leads nowhere stays, so that the focus does.
#[component]
pub fn Moving(id: EntryId) -> impl IntoNode {
    let board = use_board();
    let title = {
        let id = id.clone();
        move || board.item(&id).map(|item| item.title().to_owned()).unwrap_or_default()
    };
    let button = |way: Way| {
        let (id, moved, title) = (id.clone(), id.clone(), title.clone());
        let button = way.button(&id);
        let is_closed = Memo::new(move |_| !way.is_open(board, &id));
        view! {
            <button
                type="button"
                class="is-quiet small"
                id=button
                aria-label=move || format!("{}: {}", way.name(), title())
                aria-disabled=move || is_closed.get().then_some("true")
                on:click=move |_| way.go(board, &moved)
            >
                {way.sign()}
            </button>
        }
    };
    view! { <span class="plan-moving">{Way::ALL.map(button)}</span> }
}
