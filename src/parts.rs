//! Where the program is cut: what is called here lies in files of its own, which are fetched when they are first
//! needed. What both the main file and a part reach stays in the main file.

use rungs_core::route::{Own, Route};
use rungs_view::prelude::*;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

use crate::catalogue;
use crate::components::banner::Banners;
use crate::components::continue_list::ContinueList;
use crate::components::save_state::SaveState;
use crate::components::search::{self, SEARCH, SearchPart};
use crate::pages::{
    self, AssessChoicePage, AssessPage, CasePage, CheckInPage, DataPage, GrowthPage, HistoryPage, JournalPage,
    LettersSwitch, PlanPage,
};
use crate::state::{
    self, ANSWERS, AnswerViews, GROWING, GrowingViews, Missing, READING, ReadingViews, use_answers, use_assessment,
    use_navigator, use_saved,
};

/// What a function gives whose file has to be fetched first, if it is in one of its own.
macro_rules! arrived {
    ($call:expr) => {{
        #[cfg(feature = "split")]
        let arrived = $call.await;
        #[cfg(not(feature = "split"))]
        let arrived = $call;
        arrived
    }};
}

/// Says how each part is fetched; once, before anything asks for one.
pub fn announce() {
    ANSWERS.fetched_by(|| Box::pin(async { arrived!(answers()) }));
    GROWING.fetched_by(|| Box::pin(async { arrived!(growing()) }));
    READING.fetched_by(|| Box::pin(async { arrived!(reading()) }));
    SEARCH.fetched_by(|| Box::pin(async { arrived!(searching()) }));
}

#[cfg_attr(feature = "split", wasm_split(answers, fallible))]
fn answers() -> Result<AnswerViews, Missing> {
    Ok(AnswerViews {
        provide: |index| {
            state::provide_saved(index);
            let (settings, answers) = (use_saved().settings(), use_answers());
            let lead = Memo::new(move |_| settings.with(|settings| !settings.slash_off.value));
            effect(move || answers.set_letters(lead.get()));
        },
        save_state: || SaveState {}.into_node(),
        banners: || Banners {}.into_node(),
        continue_list: || ContinueList {}.into_node(),
        letters_switch: || LettersSwitch {}.into_node(),
        assess_choice: || AssessChoicePage {}.into_node(),
        assess: |ladder| AssessPage { ladder }.into_node(),
        data: || DataPage {}.into_node(),
        choose_target: |ladder, level| {
            use_assessment(ladder).update(|saved, now| saved.set_target(Some(level), now));
        },
        note: note_soon,
    })
}

/// Fetches the part that notes wins. Where it does not arrive, the journal says so.
fn note_soon() {
    let (navigator, answers) = (use_navigator(), use_answers());
    spawn(async move {
        match GROWING.fetch().await {
            Ok(views) => answers.run(views.note),
            Err(_) => navigator.go(&Route::Journal.into()),
        }
    });
}

#[cfg_attr(feature = "split", wasm_split(growing, fallible))]
fn growing() -> Result<GrowingViews, Missing> {
    Ok(GrowingViews {
        growth: || GrowthPage {}.into_node(),
        journal: || JournalPage {}.into_node(),
        check_in: || CheckInPage {}.into_node(),
        own: |own, ladder| match own {
            Own::Plan => PlanPage { ladder }.into_node(),
            Own::Case => CasePage { ladder }.into_node(),
            Own::History => HistoryPage { ladder }.into_node(),
        },
        note: pages::note,
    })
}

#[cfg_attr(feature = "split", wasm_split(reading, fallible))]
fn reading() -> Result<ReadingViews, Missing> {
    Ok(ReadingViews { open: |link| Box::pin(state::open_page(link)), page: pages::page, address: catalogue::address })
}

#[cfg_attr(feature = "split", wasm_split(search, fallible))]
fn searching() -> Result<SearchPart, Missing> {
    Ok(search::part())
}
