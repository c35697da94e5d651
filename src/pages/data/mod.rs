//! My data: what this site keeps, how to keep it safe, and how to be rid of it.

mod backup;
mod delete;
mod preview;
mod privacy;
mod read_back;
mod stored;

use rungs_view::prelude::*;

use crate::components::banner::TakeOverOffer;
use crate::state::{set_title, use_saved};
use backup::Backup;
use delete::Delete;
use privacy::Privacy;
use read_back::ReadBackFile;
use stored::Stored;

/// What this site keeps, and how to keep it or be rid of it.
#[component]
pub fn DataPage() -> impl IntoNode {
    set_title("My data");
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"My data"</h1>
            <p class="lead">"Everything that you enter stays in this browser, on this device. This is all of it."</p>
        </header>
        <div class="data">
            <Stored />
            <Backup />
            <ReadBackFile />
            <Elsewheres />
            <Delete />
            <Privacy />
        </div>
    }
    .into_node()
}

/// Answers below other paths of this address that were left there, or taken over: they stay there too.
#[component]
fn Elsewheres() -> impl IntoNode {
    let saved = use_saved();
    let found = Memo::new(move |_| {
        let declined = saved.settings().with(|settings| settings.declined.clone());
        let mut found = saved.overview().elsewhere;
        found.retain(|elsewhere| declined.contains_key(elsewhere.base.as_str()));
        found
    });
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <section class="stack" aria-labelledby="data-elsewhere">
                <h2 id="data-elsewhere">"Answers at another path of this address"</h2>
                <For each=move || found.get() key=|elsewhere| elsewhere.base.as_str().to_owned() let:elsewhere>
                    <TakeOverOffer elsewhere />
                </For>
            </section>
        </Show>
    }
}
