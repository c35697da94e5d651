//! An expectation as a level states it: its text, its number, its examples and links.

use rungs_core::ladder::{Expectation, TextLink};
use rungs_view::prelude::*;

/// The statement, with what hangs on it.
#[component]
pub fn ExpectationText(expectation: Expectation) -> impl IntoNode {
    let Expectation { text, measure, examples, links, assessed, .. } = expectation;
    let measure = measure.map(|measure| {
        view! { <p class="expectation-measure soft small">{measure.figure()} " · " {measure.of}</p> }
    });
    let examples = (!examples.is_empty()).then(|| {
        let items: Vec<_> = examples.into_iter().map(|example| view! { <li>{example}</li> }).collect();
        view! { <p class="soft small">"For example:"</p> <ul class="small">{items}</ul> }
    });
    let links = (!links.is_empty()).then(|| view! { <ul class="link-list small">{items(links)}</ul> });
    let unrated = (!assessed).then(|| view! { <p class="soft small">"Not part of the self-assessment."</p> });
    view! {
        <Paragraphs text />
        {measure}
        {examples}
        {links}
        {unrated}
    }
}

fn items(links: Vec<TextLink>) -> Vec<impl IntoNode> {
    links.into_iter().map(|link| view! { <li><OutwardLink link /></li> }).collect()
}

/// A link that leads off the site, in a window of its own, which learns nothing of this one.
#[component]
pub fn OutwardLink(link: TextLink) -> impl IntoNode {
    view! { <a href=link.url.to_string() target="_blank" rel="noopener noreferrer">{link.text}</a> }
}

/// A text whose line breaks part paragraphs.
#[component]
pub fn Paragraphs(text: String) -> impl IntoNode {
    text.split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect::<Vec<_>>()
}
