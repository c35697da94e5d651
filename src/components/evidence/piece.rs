//! What a piece of evidence says.

use rungs_core::date::Date;
use rungs_core::link::SafeUrl;
use rungs_view::prelude::*;

/// The day of a piece, and its link.
#[component]
pub fn PieceHead(date: Date, link: Option<SafeUrl>) -> impl IntoNode {
    view! {
        <p class="evidence-head">
            <time datetime=date.to_string()>{date.long()}</time>
            {link.map(evidence_link)}
        </p>
    }
}

/// A link of the user's, opened by the user's click only, and without telling where it was found.
pub fn evidence_link(link: SafeUrl) -> impl IntoNode {
    let (href, text) = (link.to_string(), link.to_string());
    view! {
        <a class="evidence-link" href=href target="_blank" rel="noopener noreferrer">
            {text}
        </a>
    }
}

/// A text as it was written; of a very long one the beginning, until all of it is asked for.
#[component]
pub fn LongText(text: String) -> impl IntoNode {
    /// How many characters are shown at first.
    const SHOWN: usize = 1_000;
    let cut = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    let all = RwSignal::new(cut.is_none());
    let length = text.chars().count();
    let text = StoredValue::new(text);
    let shown = move || text.with_value(|text| if all.get() { text.clone() } else { text[..cut.unwrap_or(0)].into() });
    view! {
        <div class="long-text" dir="auto">{shown}</div>
        <Show when=move || !all.get()>
            <button type="button" class="is-quiet small" on:click=move |_| all.set(true)>
                {format!("Show all {length} characters")}
            </button>
        </Show>
    }
}
