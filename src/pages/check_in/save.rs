//! Saving a check-in file for a colleague: whose ratings, how much, and what the file will hold, in words.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::check_in::{self, CheckIn, File, Unfit, With, file_name};
use rungs_core::ladder::{Index, Ladder, LadderId};
use rungs_core::record::EntryId;
use rungs_core::route::Route;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::room::use_room;
use crate::catalogue::{self, CatalogueError};
use crate::components::fields::{ChoiceField, NameField};
use crate::components::stored_name::ladder_name;
use crate::state::{Saved, use_announcer, use_index, use_navigator, use_saved};
use crate::store;

/// The file in the making. Copy it wherever it is needed.
#[derive(Clone, Copy)]
struct Draft {
    saved: Saved,
    chosen: RwSignal<Option<Chosen>>,
    who: RwSignal<String>,
    with: RwSignal<With>,
}

/// The ladder that is chosen, and what came of loading it, once that is known.
#[derive(Clone)]
struct Chosen {
    id: LadderId,
    loaded: Option<Result<Arc<Ladder>, CatalogueError>>,
}

/// What there is to say before the file is saved.
#[derive(Clone, PartialEq)]
enum Said {
    /// Nothing: no ladder is chosen, or it is under way.
    Nothing,
    /// The ladder cannot be shown.
    NoLadder(LadderId, CatalogueError),
    /// The assessment of that ladder has no target.
    NoTarget(LadderId),
    /// Nobody could open the file of that ladder.
    Unfit(LadderId, Unfit),
    /// What it will hold, in sentences.
    Holds(Vec<String>),
}

impl Draft {
    /// Chooses a ladder. What an earlier choice still loads is dropped when it comes.
    fn choose(self, id: LadderId) {
        self.chosen.set(Some(Chosen { id: id.clone(), loaded: None }));
        spawn(async move {
            let loaded = catalogue::ladder(&id).await;
            self.chosen.update(|chosen| {
                if let Some(chosen) = chosen.as_mut().filter(|chosen| chosen.id == id) {
                    chosen.loaded = Some(loaded);
                }
            });
        });
    }

    /// The ladder, if it is here.
    fn ladder(self) -> Option<Arc<Ladder>> {
        self.chosen.get()?.loaded?.ok()
    }

    /// The check-in as it would be saved now; `None` where the assessment has no target.
    fn check_in(self, id: EntryId) -> Option<CheckIn> {
        let ladder = self.ladder()?;
        let day = store::today();
        let assessment = self.saved.assessment(&ladder.id).signal();
        assessment
            .with(|assessment| self.who.with(|who| CheckIn::of(&ladder, assessment, self.with.get(), id, who, day)))
    }

    /// What there is to say of it.
    fn said(self) -> Said {
        let Ok(any) = EntryId::parse("draft") else { return Said::Nothing };
        let Some(Chosen { id, loaded: Some(loaded) }) = self.chosen.get() else { return Said::Nothing };
        if let Err(error) = loaded {
            return Said::NoLadder(id, error);
        }
        let Some(check_in) = self.check_in(any) else { return Said::NoTarget(id) };
        let contents = check_in.contents();
        File::CheckIn(check_in).unfit().map_or(Said::Holds(contents), |unfit| Said::Unfit(id, unfit))
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
        chosen: RwSignal::new(None),
        who: RwSignal::new(String::new()),
        with: RwSignal::new(With::Ratings),
    };
    let index = use_index();
    let first = first(&begun.get_untracked(), use_room().ladder(), &index);
    first.iter().cloned().for_each(|id| draft.choose(id));
    let chosen = move |event| LadderId::parse(&event_target_value(&event)).into_iter().for_each(|id| draft.choose(id));
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

/// The ladder that is chosen at first, of those on which something is answered: the user's own, or one that this site has.
fn first(begun: &[LadderId], own: Option<LadderId>, index: &Index) -> Option<LadderId> {
    let is_here = |id: &&LadderId| index.card_ever(id).is_some();
    let own = begun.iter().filter(is_here).find(|id| own.as_ref() == Some(*id));
    own.or_else(|| begun.iter().find(is_here)).or(begun.first()).cloned()
}

/// What the file will hold, and the button that saves it; or why there is none to save, and the way on.
#[component]
fn Preview(draft: Draft) -> impl IntoNode {
    let said = Memo::new(move |_| draft.said());
    let navigator = use_navigator();
    let assess = move |ladder: LadderId| navigator.href(&Route::Assess(ladder).into());
    let data = navigator.href(&Route::Data.into());
    move || match said.get() {
        Said::Nothing => Node::Empty,
        Said::NoLadder(_, CatalogueError::Unknown(_)) => view! {
            <p class="notice is-warning">
                "This site does not have this ladder, so no file can be made of your answers to it. They stay in this browser: \
                 save a backup in "
                <a href=data.clone()>"My data"</a>
                "."
            </p>
        },
        Said::NoLadder(id, error) => view! {
            <div class="notice is-error row">
                <p>"The ladder cannot be shown: " {error.to_string()} "."</p>
                <button type="button" on:click=move |_| draft.choose(id.clone())>"Try again"</button>
            </div>
        },
        Said::NoTarget(ladder) => view! {
            <p>
                "First choose the level that you work toward: "
                <a href=assess(ladder)>"your assessment"</a>
                "."
            </p>
        },
        Said::Unfit(ladder, unfit) => view! {
            <p class="notice is-warning">
                {unfit.to_string()} " "
                <a href=assess(ladder)>"Open your assessment"</a>
            </p>
        },
        Said::Holds(contents) => view! { <SaveButton draft contents /> },
    }
}

#[component]
fn SaveButton(draft: Draft, contents: Vec<String>) -> impl IntoNode {
    let announcer = use_announcer();
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
        <div class="stack">
            <p>"The file will hold:"</p>
            <ul>{contents.into_iter().map(held).collect_nodes()}</ul>
            <p class="small soft">
                "Nothing else: no figures, nothing that you entered for requirements, no plan, journal or settings."
            </p>
            <p>
                <button type="button" class="is-primary" on:click=save>"Save the file"</button>
            </p>
        </div>
    }
}

/// Lets the user save one of these files.
pub fn download(file: &File) {
    if let Ok(text) = file.write() {
        // A browser that refuses this refuses every file; nothing is lost by it.
        let _ = store::offer_download(&file_name(file), "application/json", &text);
    }
}
