//! The choice of what a win shows: on a ladder, the expectations of the target and the skillsets to be mastered for it.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Choice as Target, Evidence, EvidenceId, EvidencePlace, choice};
use rungs_core::case::folder::{Piece, put_piece};
use rungs_core::journal::{Choice, Choices, PieceRef, choices};
use rungs_core::ladder::{Card, Ladder, LadderId};
use rungs_core::record::EntryId;
use rungs_core::route::Route;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::notebook::{Notebook, attach_button};
use crate::catalogue;
use crate::components::focus::focus_when_drawn;
use crate::state::{use_index, use_navigator};
use crate::store::random_id;

/// What is being chosen. Copy it wherever it is needed.
#[derive(Clone, Copy)]
struct Picking {
    notebook: Notebook,
    win: StoredValue<EntryId>,
    ladder: RwSignal<Option<Arc<Ladder>>>,
    /// What was taken off since this was opened, as it was, so that it can be put back as it was.
    taken_off: StoredValue<Vec<(EvidencePlace, Evidence)>>,
}

impl Picking {
    fn evidence_id(self) -> EvidenceId {
        self.win.with_value(|win| win.into())
    }

    /// What can be chosen on the ladder, and whether it is.
    fn groups(self, ladder: &Ladder) -> Vec<Choices> {
        let win = self.win.get_value();
        let shown: Vec<_> = self.notebook.shows(&win).into_iter().map(|(_, shown)| shown).collect();
        self.notebook.saved().with_assessment(&ladder.id, |answers| choices(ladder, answers, &win, &shown))
    }

    fn is_attached(self, ladder: &LadderId, place: &EvidencePlace) -> bool {
        let shows = self.win.with_value(|win| self.notebook.shows(win));
        shows.iter().any(|(of, shown)| of == ladder && shown.place == *place)
    }

    fn set(self, ladder: &LadderId, choice: &Choice, is_attached: bool) {
        let (id, saved) = (self.evidence_id(), self.notebook.saved());
        let Some(win) = untrack(|| self.win.with_value(|win| self.notebook.win(win))) else { return };
        if is_attached {
            let kept = self.taken_off.with_value(|all| all.iter().rfind(|(place, _)| *place == choice.place).cloned());
            let piece = kept.map_or_else(|| win.evidence(choice.wording.clone()), |(_, piece)| piece);
            saved.change_assessment(ladder, |answers, now| {
                answers.set_evidence_at(&choice.place, &id, Some(piece), now);
            });
            return;
        }
        saved.change_assessment(ladder, |answers, now| {
            let there = answers.all_evidence().find(|(place, other, _)| *place == choice.place && **other == id);
            let piece = there.map(|(_, _, piece)| piece.clone());
            self.taken_off.update_value(|all| all.extend(piece.map(|piece| (choice.place.clone(), piece))));
            answers.set_evidence_at(&choice.place, &id, None, now);
        });
    }

    /// Whether the win belongs to a piece of the portfolio.
    fn is_in_piece(self, of: &PieceRef) -> bool {
        self.win.with_value(|win| self.notebook.win(win)).is_some_and(|win| win.pieces.contains(of))
    }

    fn set_piece(self, of: &PieceRef, is_in: bool) {
        self.win.with_value(|win| {
            self.notebook.change(win, |win| {
                win.pieces.retain(|other| other != of);
                win.pieces.extend(is_in.then(|| of.clone()));
            });
        });
    }

    /// Puts a piece with the win's words into the portfolio of a ladder, and the win with it.
    fn add_piece(self, ladder: &LadderId) {
        // A UUID is an id; there is nothing to add where chance gives none.
        let Ok(piece) = EntryId::parse(&random_id()) else { return };
        let Some(win) = untrack(|| self.win.with_value(|win| self.notebook.win(win))) else { return };
        let made = Piece::titled(&win.title());
        let portfolio = self.notebook.saved().book(&What::Case(ladder.clone()));
        portfolio.update(|book, now| put_piece(book, &piece, Some(&made), now));
        focus_when_drawn(piece_tick(&piece));
        self.set_piece(&PieceRef { ladder: ladder.clone(), piece }, true);
    }
}

/// The choice for one win.
#[component]
pub fn Attach(notebook: Notebook, id: EntryId) -> impl IntoNode {
    let button = attach_button(&id);
    let field = format!("{button}-ladder");
    focus_when_drawn(field.clone());
    let picking = Picking {
        notebook,
        win: StoredValue::new(id),
        ladder: RwSignal::new(None),
        taken_off: StoredValue::new(Vec::new()),
    };
    let done = move || {
        notebook.open(None);
        focus_when_drawn(button.clone());
    };
    let by_key = done.clone();
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            by_key();
        }
    };
    view! {
        <div class="journal-attach stack" role="group" aria-label="What it shows" on:keydown=on_key>
            <LadderField picking id=field />
            {move || picking.ladder.get().map(|ladder| view! { <Offered picking ladder /> })}
            <div class="row">
                <button type="button" on:click=move |_| done()>"Done"</button>
                <span class="small soft">"Saved as you choose."</span>
            </div>
        </div>
    }
}

/// The ladder: those with answers first, and of them the first is chosen.
#[component]
fn LadderField(picking: Picking, id: String) -> impl IntoNode {
    let index = use_index();
    let begun = untrack(|| picking.notebook.saved().begun());
    let mut cards: Vec<&Card> = Vec::new();
    cards.extend(begun.iter().filter_map(|ladder| index.card(ladder)));
    cards.extend(index.ladders.iter().filter(|card| !begun.contains(&card.id)));
    let option = |card: &&Card| view! { <option value=card.id.to_string()>{card.name.clone()}</option> };
    let options: Vec<_> = cards.iter().map(option).collect();
    let failed = RwSignal::new(None::<String>);
    let load = move |ladder: LadderId| {
        spawn(async move {
            // The choice may be gone by now: then there is nothing to show it in.
            match catalogue::ladder(&ladder).await {
                Ok(loaded) => picking.ladder.set(Some(loaded)),
                Err(error) => failed.set(Some(error.to_string())),
            }
        });
    };
    if let Some(first) = cards.first() {
        load(first.id.clone());
    }
    let pick = move |event| {
        failed.set(None);
        picking.ladder.set(None);
        if let Ok(ladder) = LadderId::parse(&event_target_value(&event)) {
            load(ladder);
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>"Ladder"</label>
            <select id=id on:change=pick>{options}</select>
        </div>
        {move || failed.get().map(|said| view! { <p class="notice is-error small" role="alert">{said}</p> })}
    }
}

/// What can be chosen on the ladder.
#[component]
fn Offered(picking: Picking, ladder: Arc<Ladder>) -> impl IntoNode {
    let href = use_navigator().href(&Route::Assess(ladder.id.clone()).into());
    let (lang, id) = (ladder.lang.clone(), ladder.id.clone());
    let of = id.clone();
    let pieces = Memo::new(move |_| picking.notebook.portfolio(&of));
    let of = ladder.clone();
    let groups = Memo::new(move |_| picking.groups(&of));
    move || {
        let (groups, pieces) = (groups.get(), pieces.get());
        let nothing_asked = groups.is_empty().then(|| nothing_asked(picking, &ladder, &href));
        let groups = groups.into_iter().map(|group| group_of(picking, &id, &lang, group)).collect_nodes();
        let portfolio = portfolio(picking, &id, pieces);
        view! {
            {nothing_asked}
            <div class="journal-choices" role="group" aria-label="What it can show">
                {groups}
                {portfolio}
            </div>
        }
    }
}

/// Why there is nothing to choose, and what can be done about it.
fn nothing_asked(picking: Picking, ladder: &Ladder, href: &str) -> Node {
    picking.notebook.saved().with_assessment(&ladder.id, |answers| match choice(ladder, answers.target()) {
        Target::None => to_target("No target is chosen on this ladder yet. ".to_owned(), "Choose it", href),
        Target::Gone(id) => {
            to_target(format!("The level you chose, {id}, is no longer in this ladder. "), "Choose another", href)
        }
        Target::Level(level) => view! {
            <p>
                <span lang=ladder.lang.clone() dir="auto">{level.name.clone()}</span>
                " expects nothing that a win can show. It can still go into the portfolio."
            </p>
        },
    })
}

fn to_target(said: String, choose: &str, href: &str) -> Node {
    view! {
        <p>
            {said}
            <a href=href.to_owned()>{format!("{choose} in the assessment")}</a>
            ", and what it asks can be chosen here."
        </p>
    }
}

fn group_of(picking: Picking, ladder: &LadderId, lang: &str, group: Choices) -> Node {
    let choice = |choice: Choice| {
        let (of, place) = (ladder.clone(), choice.place.clone());
        let is_there = Memo::new(move |_| picking.is_attached(&of, &place));
        let (of, text) = (ladder.clone(), choice.text.clone());
        let set = Rc::new(move |is_there| picking.set(&of, &choice, is_there));
        tick(None, text, Some(lang.to_owned()), is_there, set)
    };
    let choices = group.choices.into_iter().map(choice).collect_nodes();
    fieldset(group.competency.unwrap_or_else(|| "Skillsets".to_owned()), choices)
}

/// The pieces of the portfolio, and the button that makes one of the win.
fn portfolio(picking: Picking, ladder: &LadderId, pieces: Vec<(EntryId, String)>) -> Node {
    let piece = |(piece, title): (EntryId, String)| {
        let of = PieceRef { ladder: ladder.clone(), piece };
        let (id, known) = (piece_tick(&of.piece), of.clone());
        let is_there = Memo::new(move |_| picking.is_in_piece(&known));
        tick(Some(id), title, None, is_there, Rc::new(move |is_there| picking.set_piece(&of, is_there)))
    };
    let of = ladder.clone();
    let add = view! {
        <p>
            <button type="button" class="small" on:click=move |_| picking.add_piece(&of)>"Make it a new piece of work"</button>
        </p>
    };
    let pieces = pieces.into_iter().map(piece).collect_nodes();
    fieldset("Portfolio".to_owned(), view! { {pieces} {add} })
}

/// The id of the box that says whether the win belongs to a piece.
fn piece_tick(piece: &EntryId) -> String {
    format!("piece-{}", piece.as_str())
}

fn fieldset(name: String, choices: Node) -> Node {
    view! { <fieldset><legend>{name}</legend>{choices}</fieldset> }
}

fn tick(id: Option<String>, text: String, lang: Option<String>, is_there: Memo<bool>, set: Rc<dyn Fn(bool)>) -> Node {
    view! {
        <label class="assess-tick">
            <input type="checkbox" id=id prop:checked=is_there on:change=move |event| set(event_target_checked(&event)) />
            <span lang=lang dir="auto">{text}</span>
        </label>
    }
}
