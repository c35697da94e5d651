//! Saving a check-in file for a colleague: whose ratings, how much, and what the file will hold, in words.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::check_in::{self, CheckIn, File, With, file_name};
use rungs_core::ladder::{Ladder, LadderId};
use rungs_core::record::EntryId;
use rungs_core::route::Route;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::room::use_room;
use crate::catalogue;
use crate::components::fields::{ChoiceField, NameField};
use crate::components::stored_name::ladder_name;
use crate::state::{Saved, use_announcer, use_index, use_navigator, use_saved};
use crate::store;

/// The file in the making. Copy it wherever it is needed.
#[derive(Clone, Copy)]
struct Draft {
    saved: Saved,
    ladder: RwSignal<Option<Arc<Ladder>>>,
    who: RwSignal<String>,
    with: RwSignal<With>,
}

impl Draft {
    /// The check-in as it would be saved now; `None` where the assessment has no target.
    fn check_in(self, id: EntryId) -> Option<CheckIn> {
        let ladder = self.ladder.get()?;
        let day = store::today();
        let assessment = self.saved.assessment(&ladder.id).signal();
        assessment
            .with(|assessment| self.who.with(|who| CheckIn::of(&ladder, assessment, self.with.get(), id, who, day)))
    }

    /// What it would hold, in sentences.
    fn contents(self) -> Option<Vec<String>> {
        let any = EntryId::parse("draft").ok()?;
        self.check_in(any).map(|check_in| check_in.contents())
    }
}

/// The choice of a ladder, and what follows from it.
#[component]
pub fn SaveFile() -> impl IntoNode {
    let saved = use_saved();
    let begun = Memo::new(move |_| saved.begun());
    let assess = use_navigator().href(&Route::AssessChoice.into());
    view! {
        <section class="stack" aria-labelledby="check-in-save">
            <h2 id="check-in-save">"Save a check-in file"</h2>
            <Show when=move || begun.with(Vec::is_empty)>
                <p>
                    "Your own ratings come first: "
                    <a href=assess.clone()>"assess yourself"</a>
                    ", then save them here for your manager or mentor."
                </p>
            </Show>
            <Show when=move || !begun.with(Vec::is_empty)>
                <Choose begun />
            </Show>
        </section>
    }
}

#[component]
fn Choose(begun: Memo<Vec<LadderId>>) -> impl IntoNode {
    let draft = Draft {
        saved: use_saved(),
        ladder: RwSignal::new(None),
        who: RwSignal::new(String::new()),
        with: RwSignal::new(With::Ratings),
    };
    let load = move |id: LadderId| {
        spawn(async move {
            // A ladder that this site does not have cannot be checked in on.
            draft.ladder.set(catalogue::ladder(&id).await.ok());
        });
    };
    // The user's own ladder at first, as far as something is answered on it.
    let own = use_room().ladder().filter(|own| begun.with_untracked(|begun| begun.contains(own)));
    let first = own.or_else(|| begun.with_untracked(|begun| begun.first().cloned()));
    first.iter().cloned().for_each(load);
    let chosen = move |event| LadderId::parse(&event_target_value(&event)).into_iter().for_each(load);
    let index = use_index();
    let option = move |id: &LadderId| {
        let is_first = first.as_ref() == Some(id);
        view! { <option value=id.to_string() selected=is_first>{ladder_name(id, &index)}</option> }
    };
    let options = move || begun.with(|begun| begun.iter().map(&option).collect_nodes());
    let who = Memo::new(move |_| draft.who.get());
    let with = Memo::new(move |_| Some(usize::from(draft.with.get() == With::Evidence)));
    let choose_with = Rc::new(move |place| draft.with.set(if place == 1 { With::Evidence } else { With::Ratings }));
    view! {
        <div class="field">
            <label for="check-in-ladder">"Ladder"</label>
            <select id="check-in-ladder" on:change=chosen>{options}</select>
        </div>
        <NameField
            id="check-in-who".to_owned()
            label="Your name, if the file should say it"
            kept=who
            enter=Rc::new(move |name| draft.who.set(name))
        />
        <ChoiceField
            name="check-in-with".to_owned()
            legend="What the file holds".to_owned()
            options=vec!["Ratings only".to_owned(), "Ratings and evidence".to_owned()]
            chosen=with
            enter=choose_with
        />
        <Preview draft />
    }
}

/// What the file will hold, and the button that saves it.
#[component]
fn Preview(draft: Draft) -> impl IntoNode {
    let announcer = use_announcer();
    let contents = Memo::new(move |_| draft.contents());
    let navigator = use_navigator();
    let assess = move || {
        let ladder = draft.ladder.with(|ladder| ladder.as_ref().map(|ladder| ladder.id.clone()));
        ladder.map(|ladder| navigator.href(&Route::Assess(ladder).into()))
    };
    let save = move |_| {
        // A UUID is an id; without chance there is nothing to tell the file by.
        let Ok(id) = EntryId::parse(&store::random_id()) else { return };
        let Some(check_in) = untrack(|| draft.check_in(id)) else { return };
        let plan = draft.saved.book(&What::Plan(check_in.ladder.id.clone()));
        plan.update(|plan, now| check_in::note_saved(plan, &check_in, now));
        download(&File::CheckIn(check_in));
        announcer.say("The file is saved");
    };
    let held = move |sentence: String| view! { <li>{sentence}</li> };
    view! {
        {move || match contents.get() {
            Some(said) => view! {
                <div class="stack">
                    <p>"The file will hold:"</p>
                    <ul>{said.into_iter().map(held).collect_nodes()}</ul>
                    <p class="small soft">
                        "Nothing else: no figures, nothing that you entered for requirements, no plan, journal or settings."
                    </p>
                    <p>
                        <button type="button" class="is-primary" on:click=save>"Save the file"</button>
                    </p>
                </div>
            },
            None => assess()
                .map(|href| {
                    view! {
                        <p>
                            "First choose the level that you work toward: "
                            <a href=href>"your assessment"</a>
                            "."
                        </p>
                    }
                })
                .into_node(),
        }}
    }
}

/// Lets the user save one of these files.
pub fn download(file: &File) {
    if let Ok(text) = file.write() {
        // A browser that refuses this refuses every file; nothing is lost by it.
        let _ = store::offer_download(&file_name(file), "application/json", &text);
    }
}
