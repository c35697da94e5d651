//! What this is, what is private, who publishes it, and where the ladders come from.

use rungs_core::ladder::{Card, Index, Ladder, Source, Status};
use rungs_core::route::Route;
use rungs_core::saved::Dated;
use rungs_view::prelude::*;

use crate::catalogue;
use crate::state::{set_title, standing_until_answers, use_index, use_navigator, use_saved};
use crate::store;

/// What this is, and what is private.
#[component]
pub fn AboutPage() -> impl IntoNode {
    set_title("About and privacy");
    let index = use_index();
    let data = use_navigator().href(&Route::Data.into());
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"About and privacy"</h1>
            <p class="lead">
                {index.site.name.clone()}
                " shows career ladders: what each level expects, what changes from one to another, and where you stand."
            </p>
        </header>
        <div class="about">
            <section class="stack" aria-labelledby="about-privacy">
                <h2 id="about-privacy">"Privacy"</h2>
                <p>
                    "What you enter stays in this browser and in the files that you save. There is no account, no server \
                     that receives anything, no cookie and no statistics. "
                    <a href=data>"My data"</a>
                    " lists everything that is stored, and says what is private and why, in plain words."
                </p>
            </section>
            <Sources />
            <Imprint />
            {standing_until_answers(|views| (views.letters_switch)())}
        </div>
    }
    .into_node()
}

/// Each ladder with its version and its source; where they are many, where these are to be found.
#[component]
fn Sources() -> impl IntoNode {
    let index = use_index();
    let ladders = &index.ladders;
    let listed = match ladders.len() {
        0..=Index::SHELF => {
            let lines = ladders.iter().map(|card| view! { <SourceLine card=card.clone() /> }).collect_nodes();
            view! { <ul class="about-ladders">{lines}</ul> }.into_node()
        }
        many => {
            let all = use_navigator().href(&Route::Ladders.into());
            view! {
                <p>
                    "Each of the " {many} " " <a href=all>"ladders"</a>
                    " says its version at the top of its page, and its source at the end."
                </p>
            }
            .into_node()
        }
    };
    view! {
        <section class="stack" aria-labelledby="about-ladders">
            <h2 id="about-ladders">"The ladders"</h2>
            {listed}
        </section>
    }
}

#[component]
fn SourceLine(card: Card) -> impl IntoNode {
    let href = use_navigator().href(&Route::Ladder(card.id.clone()).into());
    let loaded = RwSignal::new(catalogue::at_hand(&card.id));
    spawn(async move {
        if let Ok(ladder) = catalogue::ladder(&card.id).await {
            // The page may be gone by now: then there is nothing to show it in.
            loaded.set(Some(ladder));
        }
    });
    // What was printed stands until then, so that nothing moves.
    let details = Node::from_closure(move || {
        loaded.with(|ladder| ladder.as_deref().map_or(Node::Standing, |ladder| details(ladder).into_node()))
    });
    view! {
        <li>
            <a href=href>{card.name}</a>
            {details}
        </li>
    }
}

/// "Version 1.0.0, a sample. Source: …"
fn details(ladder: &Ladder) -> impl IntoNode + use<> {
    let status = match ladder.status {
        Status::Draft => ", a draft",
        Status::Current => "",
        Status::Retired => ", no longer in force",
        Status::Sample => ", a sample",
    };
    let source = ladder.source.as_ref().map(|Source { title, url, .. }| match url {
        Some(url) => {
            let url = url.as_str().to_owned();
            view! { " Source: " <a href=url rel="noopener noreferrer">{title.clone()}</a> "." }.into_node()
        }
        None => view! { " Source: " {title.clone()} "." }.into_node(),
    });
    view! {
        <p class="soft">
            "Version " {ladder.version.to_string()} {status} "." {source}
        </p>
    }
}

/// Whether `/` leads to the search field and `w` to a new win: some need those keys for themselves.
#[component]
pub fn LettersSwitch() -> impl IntoNode {
    let saved = use_saved();
    let settings = saved.settings();
    let switch = move |event| {
        let slash_off = Dated { at: store::now(), value: !event_target_checked(&event) };
        saved.update_settings(|settings| settings.slash_off = slash_off);
    };
    view! {
        <section class="stack needs-script" aria-labelledby="about-keys">
            <h2 id="about-keys">"Keys"</h2>
            <p>
                <label class="about-switch">
                    <input
                        type="checkbox"
                        prop:checked=move || settings.with(|settings| !settings.slash_off.value)
                        on:change=switch
                    />
                    <span>"The key " <kbd>"/"</kbd> " leads to the search field, and " <kbd>"w"</kbd> " notes a win"</span>
                </label>
            </p>
            <p class="soft">
                <kbd>"Ctrl"</kbd> " + " <kbd>"K"</kbd> " (or " <kbd>"⌘"</kbd> " + " <kbd>"K"</kbd> ") always does. Where you assess yourself, "
                <kbd>"1"</kbd> " to " <kbd>"4"</kbd> " rate and " <kbd>"n"</kbd> " goes to the next unrated expectation. "
                <kbd>"Ctrl"</kbd> " + " <kbd>"Enter"</kbd> " closes a win, evidence or an item of the plan; all are saved as you type."
            </p>
        </section>
    }
}

/// Who publishes this site, and where it comes from.
#[component]
fn Imprint() -> impl IntoNode {
    let index = use_index();
    let site = &index.site;
    let repository = site.repository.as_ref().map(|url| {
        let href = url.as_str().to_owned();
        let shown = href.clone();
        view! {
            <p>
                "The ladders and the program are kept at "
                <a href=href rel="noopener noreferrer">{shown}</a> "."
            </p>
        }
    });
    let imprint = site.imprint.clone().map(|text| view! { <p class="about-imprint">{text}</p> });
    (repository.is_some() || imprint.is_some()).then(|| {
        view! {
            <section class="stack" aria-labelledby="about-imprint">
                <h2 id="about-imprint">"Who publishes this"</h2>
                {imprint}
                {repository}
            </section>
        }
    })
}
