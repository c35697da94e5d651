//! What reading a backup file back would change, value by value.

use std::sync::Arc;

use rungs_core::assessment::{Account, Assessment, retired};
use rungs_core::ladder::LadderId;
use rungs_core::record::Book;
use rungs_core::saved::{LeftOut, ReadBack, What};
use rungs_view::prelude::*;

use super::read_back::Opened;
use crate::components::capitalised;
use crate::components::stored_name::{ladder_name, stored_name};
use crate::state::{preview, preview_book, use_index, use_saved};
use crate::store;

/// The table of what would change, and what of the file is left out.
#[component]
pub fn Preview(opened: Arc<Opened>, way: RwSignal<ReadBack>) -> impl IntoNode {
    let saved_on = store::moment_in_words(opened.backup.saved);
    let (recovered, left_out) = (recovered(&opened), left_out(&opened));
    let has_entries = !opened.backup.assessments.is_empty() || !opened.backup.books.is_empty();
    let rows = move || {
        let answers = opened.backup.assessments.iter().map(|(id, file)| row(&opened, id, file, way));
        let says = |(what, file): &(&What, &Book)| !file.is_blank() || !use_saved().book_now(what).is_blank();
        let books = opened.backup.books.iter().filter(says).map(|(what, file)| book_row(what, file, way));
        answers.chain(books).collect_nodes()
    };
    view! {
        <p>"The file was saved on " {saved_on} "."</p>
        {has_entries
            .then(|| {
                view! {
                    <p class="soft small" id="data-preview-what">
                        "What would change, in numbers of entries: levels, ratings, pieces of evidence and so on:"
                    </p>
                    <div class="scroller" tabindex="0" role="region" aria-labelledby="data-preview-what">
                        <table class="data-table" aria-labelledby="data-preview-what">
                            <thead>
                                <tr>
                                    <th scope="col">"What"</th>
                                    <th scope="col" class="is-number">"New"</th>
                                    <th scope="col" class="is-number">"Changed"</th>
                                    <th scope="col" class="is-number">"Same"</th>
                                    <th scope="col" class="is-number">"Older, left out"</th>
                                    <th scope="col" class="is-number">"Deleted here"</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }
            })}
        {recovered}
        {left_out}
    }
}

fn row(opened: &Opened, id: &LadderId, file: &Assessment, way: RwSignal<ReadBack>) -> Node {
    let here = use_saved().assessment_now(id);
    let unknown = unknown(opened, id, file);
    let file = file.clone();
    let account = Memo::new(move |_| preview(&here, &file, way.get()));
    account_row(capitalised(ladder_name(id, &use_index())), unknown, account)
}

fn book_row(what: &What, file: &Book, way: RwSignal<ReadBack>) -> Node {
    let here = use_saved().book_now(what);
    let file = file.clone();
    let account = Memo::new(move |_| preview_book(&here, &file, way.get()));
    account_row(stored_name(what, &use_index()), None, account)
}

fn account_row(name: String, note: Option<String>, account: Memo<Account>) -> Node {
    let cell = move |count: fn(&Account) -> usize| {
        view! { <td class="is-number">{move || account.with(count)}</td> }
    };
    view! {
        <tr>
            <th scope="row">
                <span class="data-name">{name}</span>
                {note.map(|note| view! { <span class="data-note">{note}</span> })}
            </th>
            {cell(|account| account.new)}
            {cell(|account| account.changed)}
            {cell(|account| account.same)}
            {cell(|account| account.older)}
            {cell(|account| account.deleted)}
        </tr>
    }
    .into_node()
}

/// What of the file this site's ladders do not know. All of it is kept.
fn unknown(opened: &Opened, id: &LadderId, file: &Assessment) -> Option<String> {
    let Some(ladder) = opened.ladders.get(id) else {
        return Some("Kept and saved again with every backup, but not shown.".to_owned());
    };
    match retired(ladder, file).len() {
        0 => None,
        1 => Some("1 answer is to an expectation that the ladder does not have; it is kept.".to_owned()),
        many => Some(format!("{many} answers are to expectations that the ladder does not have; they are kept.")),
    }
}

/// What was moved aside unread where the file comes from, and will stand aside here too.
fn recovered(opened: &Opened) -> Option<impl IntoNode + use<>> {
    let sentence = match opened.backup.recovered.len() {
        0 => return None,
        1 => "The file also holds a value that could not be read. It is kept aside here, whole.".to_owned(),
        many => format!("The file also holds {many} values that could not be read. They are kept aside here, whole."),
    };
    Some(view! { <p>{sentence}</p> })
}

/// What is not taken from the file, and why.
fn left_out(opened: &Opened) -> Option<impl IntoNode + use<>> {
    /// How many are named, and of each name how many characters: a file can claim anything.
    const NAMED: usize = 20;
    const SHOWN: usize = 100;
    let all = &opened.backup.left_out;
    let line = |left_out: &LeftOut| {
        let name: String = left_out.name.chars().take(SHOWN).collect();
        view! { <li><code><bdi>{name}</bdi></code> ": " {left_out.reason.to_string()}</li> }
    };
    let lines: Vec<_> = all.iter().take(NAMED).map(line).collect();
    let more = (all.len() > NAMED).then(|| view! { <p>{format!("And {} more.", all.len() - NAMED)}</p> });
    (!lines.is_empty()).then(|| {
        view! {
            <div class="notice is-warning stack">
                <p>"A part of the file cannot be read and is left out:"</p>
                <ul>{lines}</ul>
                {more}
            </div>
        }
    })
}
