//! Banners that offer something.

use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::{BackUpButton, Outline, is_elsewhere};
use crate::components::focus::focus_page_if_lost;
use crate::state::{Overview, SaveStatus, use_announcer, use_saved};
use crate::store::Elsewhere;

/// After so many changes a backup is suggested.
const MANY_CHANGES: usize = 25;

/// Answers were entered when the site stood below another path: offered at the first start at this one.
#[component]
pub fn TakeOver(overview: Outline) -> impl IntoNode {
    let settings = use_saved().settings();
    let offered = Memo::new(move |_| {
        settings.with(|settings| {
            let is_offered = |elsewhere: &&Elsewhere| !settings.declined.contains_key(elsewhere.base.as_str());
            overview.with(|overview| match is_first_start(overview) {
                true => overview.elsewhere.iter().filter(is_offered).cloned().collect(),
                false => Vec::new(),
            })
        })
    });
    view! {
        <For each=move || offered.get() key=|elsewhere| elsewhere.base.as_str().to_owned() let:elsewhere>
            <div class="banner">
                <TakeOverOffer elsewhere />
            </div>
        </For>
    }
}

fn is_first_start(overview: &Overview) -> bool {
    !overview
        .entries
        .iter()
        .any(|entry| entry.what == What::Deleted || entry.what.is_assessment() || entry.what.is_book())
}

/// "There are answers to 2 ladders that were entered below /old/", with the choice to take them over.
#[component]
pub fn TakeOverOffer(elsewhere: Elsewhere) -> impl IntoNode {
    let saved = use_saved();
    let announcer = use_announcer();
    let base = StoredValue::new(elsewhere.base.clone());
    let what = match elsewhere.assessments {
        0 => "entries, such as a journal or check-ins,".to_owned(),
        1 => "answers to 1 ladder".to_owned(),
        many => format!("answers to {many} ladders"),
    };
    let take_over = move |_| {
        base.with_value(|base| saved.take_over(base));
        focus_page_if_lost();
        announcer.say("Answers taken over");
    };
    let decline = move |_| {
        base.with_value(|base| saved.decline(base));
        focus_page_if_lost();
    };
    let is_declined =
        move || saved.settings().with(|settings| base.with_value(|base| settings.declined.contains_key(base.as_str())));
    view! {
        <p>
            "This browser holds " {what} " that were entered below "
            <code>{elsewhere.base.as_str().to_owned()}</code>
            " at this address. If that was you at an earlier home of this site, you can go on with them here; they stay there too."
        </p>
        <div class="row">
            <button type="button" on:click=take_over>"Take them over"</button>
            <Show when=move || !is_declined()>
                <button type="button" class="is-quiet" on:click=decline>"Leave them there"</button>
            </Show>
        </div>
    }
}

/// A quiet reminder after many changes without a backup.
#[component]
pub fn Reminder() -> impl IntoNode {
    let saved = use_saved();
    // Without their number: what this visit had nothing to do with is not read, and not counted.
    let unreminded = Memo::new(move |_| saved.changes_since_reminder());
    let elsewhere = is_elsewhere();
    let put_aside = move |_| {
        saved.put_reminder_aside();
        focus_page_if_lost();
    };
    let refused = move || matches!(saved.status().get(), SaveStatus::NotSaved(_));
    let due = move || unreminded.get() >= MANY_CHANGES && elsewhere.get() && !refused();
    view! {
        <Show when=due>
            <div class="banner is-quiet">
                <p>"Many changes are in no backup file yet."</p>
                <div class="row">
                    <BackUpButton name="Save a backup file" />
                    <button type="button" class="is-quiet" on:click=put_aside>"Not now"</button>
                </div>
            </div>
        </Show>
    }
}
