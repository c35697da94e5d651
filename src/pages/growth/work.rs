//! The user's work: what it drives, from where to where, and which priority it serves.

use std::rc::Rc;

use rungs_core::date::Date;
use rungs_core::growth::{self, Work};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;
use web_sys::SubmitEvent;

use super::desk::Desk;
use crate::components::bin::{Bin, Undo};
use crate::components::fields::{DayField, Days, NameField, NameInput};
use crate::components::focus::focus_when_drawn;
use crate::store::{random_id, today};

/// The field that adds a piece of work.
const ADD_FIELD: &str = "growth-work";

/// The pieces of work, and the field that adds one.
#[component]
pub fn WorkList(desk: Desk) -> impl IntoNode {
    let bin = Bin::new("growth-work", "pieces of work");
    let listed =
        Memo::new(move |_| desk.with_sheet(|sheet| sheet.work.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()));
    view! {
        <h3>"What I work on"</h3>
        <p class="small soft">
            "Impact can be measured: your work drives an input metric, and that moves an output metric of the business."
        </p>
        <ul class="entry-list" aria-label="What I work on">
            <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                <WorkFields desk bin id />
            </For>
        </ul>
        <Undo bin />
        <Another desk />
    }
}

#[component]
fn Another(desk: Desk) -> impl IntoNode {
    let typed = RwSignal::new(String::new());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let what = typed.with_untracked(|typed| typed.trim().to_owned());
        // A UUID is an id; there is nothing to add where chance gives none.
        if let (false, Ok(id)) = (what.is_empty(), EntryId::parse(&random_id())) {
            let work = Work { what, ..Work::default() };
            desk.change(|book, now| growth::put_work(book, &id, Some(&work), now));
            typed.set(String::new());
            focus_when_drawn(element(&id, "input"));
        } else {
            focus_when_drawn(ADD_FIELD.to_owned());
        }
    };
    view! {
        <form class="field" on:submit=add>
            <label for=ADD_FIELD>"Name a piece of your work"</label>
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

fn element(id: &EntryId, part: &str) -> String {
    format!("work-{}-{part}", id.as_str())
}

/// A piece of work on the page.
#[derive(Clone, Copy)]
struct Piece {
    desk: Desk,
    id: StoredValue<EntryId>,
    work: Memo<Work>,
}

/// A text of a piece of work.
type Text = fn(&mut Work) -> &mut String;

impl Piece {
    fn new(desk: Desk, id: EntryId) -> Self {
        let id = StoredValue::new(id);
        let work = Memo::new(move |_| {
            desk.with_sheet(|sheet| {
                let found = sheet.work.iter().find(|(other, _)| id.with_value(|id| other == id));
                found.map(|(_, work)| work.clone()).unwrap_or_default()
            })
        });
        Self { desk, id, work }
    }

    fn change(self, change: impl FnOnce(&mut Work)) {
        self.id.with_value(|id| self.desk.change(|book, now| growth::change_work(book, id, change, now)));
    }

    fn element(self, part: &str) -> String {
        self.id.with_value(|id| element(id, part))
    }

    /// A field for one of its texts.
    fn field(self, part: &str, label: &'static str, text: Text) -> Node {
        let kept = Memo::new(move |_| std::mem::take(text(&mut self.work.get())));
        let enter = Rc::new(move |typed: String| self.change(|work| *text(work) = typed));
        view! { <NameField id=self.element(part) label kept enter /> }
    }
}

#[component]
fn WorkFields(desk: Desk, bin: Bin, id: EntryId) -> impl IntoNode {
    let piece = Piece::new(desk, id);
    let name = Memo::new(move |_| piece.work.with(|work| work.name().to_owned()));
    let by = Memo::new(move |_| piece.work.with(|work| work.by));
    let set_by = Rc::new(move |day: Option<Date>| piece.change(|work| work.by = day));
    let delete = move |_| {
        let (id, work) = (piece.id.get_value(), piece.work.get_untracked());
        desk.change(|book, now| growth::put_work(book, &id, None, now));
        bin.put(format!("{} is deleted.", work.name()), move || {
            desk.change(|book, now| growth::put_work(book, &id, Some(&work), now));
            focus_when_drawn(element(&id, "what"));
        });
    };
    view! {
        <li>
            <div class="stack" role="group" aria-label=name>
                <div class="field-row">{piece.field("what", "Work", |work| &mut work.what)}</div>
                <div class="field-row">
                    {piece.field("input", "Input metric that it drives", |work| &mut work.input)}
                    <div class="field-row growth-reach">
                        {piece.field("from", "From", |work| &mut work.from)}
                        {piece.field("to", "To", |work| &mut work.to)}
                    </div>
                    <DayField id=piece.element("by") label="By when" days=Days::AnyOrNone kept=by enter=set_by />
                </div>
                <div class="field-row">
                    {piece.field("output", "Output metric that this should move", |work| &mut work.output)}
                    <ServesField piece />
                </div>
                <Doubts piece />
                <button
                    type="button"
                    class="is-quiet small"
                    aria-label=move || format!("Delete {}", name.get())
                    on:click=delete
                >
                    "Delete"
                </button>
            </div>
        </li>
    }
}

/// What stands out about a piece of work.
#[component]
fn Doubts(piece: Piece) -> impl IntoNode {
    let doubts = move || {
        piece.work.with(|work| {
            let is_adrift = piece.desk.with_sheet(|sheet| sheet.served_by(work).is_none());
            let adrift = is_adrift.then(|| "Serves no priority.".to_owned());
            [adrift, work.unsaid_in_words(), work.passed_in_words(today())]
        })
    };
    move || {
        let doubts = doubts().into_iter().flatten();
        doubts.map(|said| view! { <p class="small stands-out">{said}</p> }).collect_nodes()
    }
}

/// Which priority it serves.
#[component]
fn ServesField(piece: Piece) -> impl IntoNode {
    let priorities = Memo::new(move |_| {
        piece.desk.with_sheet(|sheet| {
            let named = |(rank, id, priority): (usize, &EntryId, &growth::Priority)| {
                (id.clone(), format!("{rank}. {}", priority.text))
            };
            sheet.named().map(named).collect::<Vec<_>>()
        })
    });
    let option = move |(id, text): (EntryId, String)| {
        let value = id.as_str().to_owned();
        let is_chosen = move || piece.work.with(|work| work.serves.as_ref() == Some(&id));
        view! { <option value=value prop:selected=is_chosen>{text}</option> }
    };
    let choose = move |event| {
        let serves = EntryId::parse(&event_target_value(&event)).ok();
        piece.change(|work| work.serves = serves);
    };
    view! {
        <div class="field">
            <label for=piece.element("serves")>"Priority that it serves"</label>
            <select id=piece.element("serves") dir="auto" on:change=choose>
                <option value="">"None"</option>
                {move || priorities.get().into_iter().map(option).collect_nodes()}
            </select>
        </div>
    }
}
