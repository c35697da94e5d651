//! The company's priorities, ranked.

use std::rc::Rc;

use rungs_core::growth::{self, Number, Priority};
use rungs_core::record::{EntryId, Shift};
use rungs_view::prelude::*;
use web_sys::SubmitEvent;

use super::desk::Desk;
use crate::components::bin::{Bin, Undo};
use crate::components::fields::NameInput;
use crate::components::focus::focus_when_drawn;
use crate::state::use_announcer;
use crate::store::random_id;

/// The field that adds a priority.
const ADD_FIELD: &str = "growth-priority";

/// The priorities in their order, and the field that adds one.
#[component]
pub fn Priorities(desk: Desk) -> impl IntoNode {
    let bin = Bin::new("growth-priority", "priorities");
    let listed = Memo::new(move |_| {
        desk.with_sheet(|sheet| sheet.priorities.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let number = Memo::new(move |_| desk.with_sheet(|sheet| sheet.number()));
    let is_right = move || number.get() == Number::Right;
    view! {
        <h3>"What the company cares about most"</h3>
        <p class="small soft" hidden=is_right>{move || number.get().to_string()}</p>
        <ol class="growth-priorities stack" hidden=move || listed.with(Vec::is_empty)>
            <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                <PriorityFields desk bin id />
            </For>
        </ol>
        <Undo bin />
        <Another desk />
    }
}

#[component]
fn Another(desk: Desk) -> impl IntoNode {
    let typed = RwSignal::new(String::new());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let text = typed.with_untracked(|typed| typed.trim().to_owned());
        // A UUID is an id; there is nothing to add where chance gives none.
        if let (false, Ok(id)) = (text.is_empty(), EntryId::parse(&random_id())) {
            desk.change(|book, now| growth::add_priority(book, &id, text, now));
            typed.set(String::new());
        }
        focus_when_drawn(ADD_FIELD.to_owned());
    };
    view! {
        <form class="field" on:submit=add>
            <label for=ADD_FIELD>"Name a priority of the company"</label>
            <div class="row growth-add">
                <NameInput
                    id=ADD_FIELD.to_owned()
                    kept=Memo::new(move |_| typed.get())
                    enter=Rc::new(move |text| typed.set(text))
                />
                <button type="submit">"Add"</button>
            </div>
        </form>
    }
}

/// A priority on the page.
#[derive(Clone, Copy)]
struct Row {
    desk: Desk,
    id: StoredValue<EntryId>,
    /// The priority with its place from 0 and how many there are.
    found: Memo<Option<(usize, usize, Priority)>>,
}

impl Row {
    fn new(desk: Desk, id: EntryId) -> Self {
        let id = StoredValue::new(id);
        let found = Memo::new(move |_| {
            desk.with_sheet(|sheet| {
                let mut all = sheet.priorities.iter().enumerate();
                let (place, (_, priority)) = all.find(|(_, (other, _))| id.with_value(|id| other == id))?;
                Some((place, sheet.priorities.len(), priority.clone()))
            })
        });
        Self { desk, id, found }
    }

    fn text(self) -> String {
        self.found.with(|found| found.as_ref().map(|(_, _, priority)| priority.text.clone()).unwrap_or_default())
    }

    /// What its buttons call it.
    fn name(self) -> String {
        let is_named = self.rank().is_some();
        if is_named { self.text() } else { "the priority without a name".to_owned() }
    }

    /// Its rank among those that have a name.
    fn rank(self) -> Option<usize> {
        self.desk.with_sheet(|sheet| self.id.with_value(|id| sheet.rank(id)))
    }

    /// What its field is called.
    fn label(self) -> String {
        self.rank().map_or_else(|| "Priority without a name".to_owned(), |rank| format!("Priority {rank}"))
    }

    /// What is said after it was moved.
    fn moved(self) -> String {
        match self.rank() {
            Some(rank) => format!("{} is priority {rank} now.", self.text()),
            None => "The priority without a name is moved.".to_owned(),
        }
    }

    /// Whether it can be moved.
    fn can_move(self, step: Shift) -> bool {
        self.found.with(|found| {
            found.as_ref().is_some_and(|(place, count, _)| match step {
                Shift::Up => *place > 0,
                Shift::Down => place + 1 < *count,
            })
        })
    }

    fn element(self, part: &str) -> String {
        self.id.with_value(|id| format!("priority-{}-{part}", id.as_str()))
    }

    fn change(self, text: String) {
        self.id.with_value(|id| {
            self.desk.change(|book, now| growth::change_priority(book, id, |priority| priority.text = text, now));
        });
    }

    /// What serves it, in words; `None` where nothing does.
    fn served(self) -> Option<String> {
        self.desk.with_sheet(|sheet| {
            let names: Vec<&str> = self.id.with_value(|id| sheet.work_for(id).map(|work| work.name()).collect());
            (!names.is_empty()).then(|| names.join(", "))
        })
    }
}

#[component]
fn PriorityFields(desk: Desk, bin: Bin, id: EntryId) -> impl IntoNode {
    let row = Row::new(desk, id);
    let kept = Memo::new(move |_| row.text());
    let served = Memo::new(move |_| row.served());
    let is_unserved = Memo::new(move |_| row.rank().is_some() && served.with(Option::is_none));
    let delete = move |_| {
        let Some((_, _, priority)) = row.found.get_untracked() else { return };
        let (id, field) = (row.id.get_value(), row.element("text"));
        desk.change(|book, now| growth::put_priority(book, &id, None, now));
        let name = if priority.text.trim().is_empty() { "The priority" } else { &priority.text };
        bin.put(format!("{name} is deleted."), move || {
            desk.change(|book, now| growth::put_priority(book, &id, Some(&priority), now));
            focus_when_drawn(field.clone());
        });
    };
    view! {
        <li>
            <div class="row">
                <label class="visually-hidden" for=row.element("text")>{move || row.label()}</label>
                <NameInput id=row.element("text") kept enter=Rc::new(move |text| row.change(text)) />
                <MoveButton row step=Shift::Up />
                <MoveButton row step=Shift::Down />
                <button type="button" class="is-quiet small" aria-label=move || format!("Delete {}", row.name()) on:click=delete>
                    "Delete"
                </button>
            </div>
            <p class="small soft" hidden=move || served.with(Option::is_none)>"Served by: " {served}</p>
            <p class="small stands-out" hidden=move || !is_unserved.get()>"Nothing serves it yet"</p>
        </li>
    }
}

/// Moves a priority by one place, and keeps the focus on what moves it.
#[component]
fn MoveButton(row: Row, step: Shift) -> impl IntoNode {
    let (part, sign, way) = match step {
        Shift::Up => ("up", "↑", "up"),
        Shift::Down => ("down", "↓", "down"),
    };
    let other = if step == Shift::Up { "down" } else { "up" };
    let announcer = use_announcer();
    let go = move |_| {
        row.id.with_value(|id| row.desk.change(|book, now| growth::move_priority(book, id, step, now)));
        announcer.say(&untrack(|| row.moved()));
        focus_when_drawn(row.element(if untrack(|| row.can_move(step)) { part } else { other }));
    };
    view! {
        <button
            type="button"
            class="is-quiet"
            id=row.element(part)
            aria-label=move || format!("Move {} {way}", row.name())
            disabled=move || !row.can_move(step)
            on:click=go
        >
            {sign}
        </button>
    }
}
