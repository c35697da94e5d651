//! The panel below the field: the results by kind, or a sentence on why there are none.

use rungs_core::search::{Findings, Found, Kind, Marked};
use rungs_view::prelude::*;

use super::state::{Answer, SEARCH, Search, count, option_id};
use super::{RESULTS, focus_field};
use crate::state::use_navigator;

/// The panel; not there while nothing is asked.
#[component]
pub fn Panel(search: Search) -> impl IntoNode {
    let content = move || match search.answer() {
        Answer::None => None,
        Answer::Preparing => Some(sentence("Preparing search\u{2026}")),
        Answer::Failed => Some(sentence("Search could not be loaded. Type on to try again.")),
        answer => SEARCH.here().map(|part| (part.view)(search, answer)),
    };
    // A press in the panel leaves the focus in the field, so that the panel stays until the click is done.
    let keep_focus = |event: web_sys::MouseEvent| event.prevent_default();
    move || content().map(|content| view! { <div class="search-panel" on:mousedown=keep_focus>{content}</div> })
}

/// What was found, or that nothing was.
pub(super) fn found(search: Search, answer: Answer) -> Node {
    match answer {
        Answer::Nothing { asked, suggestion } => view! { <Nothing search asked suggestion /> },
        Answer::Found(findings) => view! { <Results search findings /> },
        _ => Node::Empty,
    }
}

fn sentence(text: &'static str) -> Node {
    view! { <p class="search-sentence">{text}</p> }.into_node()
}

/// That nothing is found, and what might be.
#[component]
fn Nothing(search: Search, asked: String, suggestion: Option<String>) -> impl IntoNode {
    let offer = suggestion.map(|words| {
        let ask = {
            let words = words.clone();
            move |_| {
                search.ask(words.clone());
                focus_field();
            }
        };
        view! {
            <p class="search-sentence">
                <button type="button" on:click=ask>"Search for \u{201c}" {words} "\u{201d}"</button>
            </p>
        }
    });
    view! {
        <p class="search-sentence">"Nothing found for \u{201c}" <bdi>{asked}</bdi> "\u{201d}."</p>
        {offer}
    }
}

/// The list, by kind, and how many there are.
#[component]
fn Results(search: Search, findings: Findings) -> impl IntoNode {
    let Findings { total, found } = findings;
    let mut groups: Vec<(Kind, Vec<(usize, Found)>)> = Vec::new();
    for (position, result) in found.into_iter().enumerate() {
        match groups.last_mut() {
            Some((kind, results)) if *kind == result.kind => results.push((position, result)),
            _ => groups.push((result.kind, vec![(position, result)])),
        }
    }
    let groups: Vec<_> = groups.into_iter().map(|(kind, results)| group(search, kind, results)).collect();
    view! {
        <div id=RESULTS role="listbox" aria-label="Results">{groups}</div>
        <p class="search-count" aria-hidden="true">{count(total)}</p>
    }
}

fn group(search: Search, kind: Kind, results: Vec<(usize, Found)>) -> impl IntoNode {
    let (id, name) = match kind {
        Kind::Ladder => ("search-ladders", "Ladders"),
        Kind::Level => ("search-levels", "Levels"),
        Kind::Competency => ("search-competencies", "Competencies"),
        Kind::Expectation => ("search-expectations", "Expectations"),
        Kind::Rule => ("search-rules", "Rules"),
    };
    let options: Vec<_> =
        results.into_iter().map(|(position, found)| view! { <ResultOption search position found /> }).collect();
    view! {
        <div role="group" aria-labelledby=id>
            <div class="search-kind" id=id role="presentation">{name}</div>
            {options}
        </div>
    }
}

/// A result: a link, so that it can be opened in a tab of its own too.
#[component]
fn ResultOption(search: Search, position: usize, found: Found) -> impl IntoNode {
    let href = use_navigator().href(&found.place);
    let is_active = move || search.active() == Some(position);
    let name = (!found.name.text.is_empty())
        .then(|| view! { <span class="search-name" dir="auto">{marked(&found.name)}</span> });
    let text = (!found.text.text.is_empty())
        .then(|| view! { <span class="search-text" dir="auto">{marked(&found.text)}</span> });
    let mut context = Vec::new();
    for part in &found.context {
        let dot = (!context.is_empty()).then_some(" \u{b7} ");
        context.push((dot, marked(part)));
    }
    view! {
        <a
            class="search-result"
            id=option_id(position)
            role="option"
            href=href
            tabindex="-1"
            lang=found.lang
            aria-selected=move || is_active().to_string()
            on:click=move |_| search.close()
        >
            {name}
            {text}
            <span class="search-context" dir="auto">{context}</span>
        </a>
    }
}

/// A text with what answers the query marked.
fn marked(marked: &Marked) -> Vec<Node> {
    let piece = |(is_marked, piece): (bool, &str)| {
        let piece = piece.to_owned();
        if is_marked { view! { <mark>{piece}</mark> }.into_node() } else { piece.into_node() }
    };
    marked.pieces().into_iter().map(piece).collect()
}
