//! Banners of what went wrong.

use rungs_core::route::Route;
use rungs_view::prelude::*;

use super::{BackUpButton, Outline, is_elsewhere};
use crate::components::focus::focus_page_if_lost;
use crate::components::stored_name::stored_name;
use crate::state::{use_index, use_navigator, use_saved};
use crate::store::{self, Refusal};

/// Something is in memory only. Stays as long as that is so.
#[component]
pub fn NotSaved() -> impl IntoNode {
    let status = use_saved().status();
    let refusal = Memo::new(move |_| status.get().refusal());
    let sentence = move || match refusal.get()? {
        Refusal::Denied => Some(
            "This browser does not let the site store anything. What you enter stays only as long as this page is open; \
             a backup file keeps it.",
        ),
        Refusal::Full => Some(
            "Your last changes are not saved: the browser’s storage for this site is full. They stay as long as this \
             page is open; a backup file keeps them.",
        ),
        Refusal::Newer(_) => Some(
            "Your last changes are not saved: a newer version of this site has stored these answers, and they are left \
             untouched. Save a backup file of what you entered here, then reload the page.",
        ),
    };
    view! {
        <div role="alert">
            <Show when=move || refusal.get().is_some()>
                <div class="banner is-error">
                    <p>{sentence}</p>
                    <div class="row">
                        <BackUpButton name="Save a backup file" />
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// A newer version of the site wrote something. Stays as long as it is there, unless [`NotSaved`] says so.
#[component]
pub fn Newer(overview: Outline) -> impl IntoNode {
    let index = use_index();
    let names = Memo::new(move |_| {
        overview.with(|overview| {
            let names = overview.newer().map(|entry| stored_name(&entry.what, &index));
            names.collect::<Vec<_>>().join("; ")
        })
    });
    let status = use_saved().status();
    let is_told = move || matches!(status.get().refusal(), Some(Refusal::Newer(_)));
    view! {
        <Show when=move || names.with(|names| !names.is_empty()) && !is_told()>
            <div class="banner is-warning">
                <p>
                    "Saved by a newer version of this site, and left untouched: "{names}
                    ". What you enter about it here is not saved. Reload the page to get the newest version."
                </p>
                <div class="row">
                    <MyData />
                </div>
            </div>
        </Show>
    }
}

/// Something could not be read and was moved aside. Stays until it is put aside or deleted.
#[component]
pub fn Recovered(overview: Outline) -> impl IntoNode {
    let saved = use_saved();
    let count = Memo::new(move |_| {
        let seen = saved.settings().with(|settings| settings.recovered_seen);
        overview.with(|overview| overview.recovered_after(seen).count())
    });
    let sentence = move || match count.get() {
        1 => "A stored value, or a part of it, could not be read. It is kept aside, whole, and can be saved as a file."
            .to_owned(),
        many => {
            format!(
                "{many} stored values, or parts of them, could not be read. They are kept aside, whole, and can be \
                 saved as files."
            )
        }
    };
    let put_aside = move |_| {
        let now = store::now();
        saved.update_settings(|settings| settings.recovered_seen = now);
        focus_page_if_lost();
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="banner is-warning">
                <p>{sentence}</p>
                <div class="row">
                    <MyData />
                    <button type="button" class="is-quiet" on:click=put_aside>"Put this note aside"</button>
                </div>
            </div>
        </Show>
    }
}

/// The way to My data, anywhere else.
#[component]
fn MyData() -> impl IntoNode {
    let href = use_navigator().href(&Route::Data.into());
    let elsewhere = is_elsewhere();
    view! {
        <Show when=move || elsewhere.get()>
            <a class="button" href=href.clone()>
                "See it in My data"
            </a>
        </Show>
    }
}
