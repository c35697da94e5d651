//! What both halves come to, to be read, copied and printed.

use std::rc::Rc;

use rungs_core::growth::{self, Conclusion};
use rungs_view::prelude::*;

use super::desk::Desk;
use super::halves::{ImpactHalf, OpportunityHalf};
use crate::components::expectation::Paragraphs;
use crate::components::share::{CopyButton, CopyByHand, Outcome, PrintButton, What};

/// The conclusion, with both halves side by side and the questions to ask; once something is entered.
#[component]
pub fn Close(desk: Desk) -> impl IntoNode {
    let is_there = Memo::new(move |_| desk.with_sheet(|sheet| !sheet.is_blank()) || desk.opening().is_some());
    view! {
        <Show when=move || is_there.get()>
            <Closing desk />
        </Show>
    }
}

#[component]
fn Closing(desk: Desk) -> impl IntoNode {
    let lines = Memo::new(move |_| {
        let conclude = |sheet: &growth::Worksheet, aim: Option<growth::Aim>, opportunity: &growth::Opportunity| {
            Conclusion::of(sheet, aim, opportunity).map(|conclusion| conclusion.lines()).unwrap_or_default()
        };
        desk.with_whole(conclude)
    });
    let first = move || lines.with(|lines| lines.first().cloned());
    let others = move || {
        let others: Vec<String> = lines.with(|lines| lines.iter().skip(1).cloned().collect());
        others.into_iter().map(|line| view! { <p>{line}</p> }).collect_nodes()
    };
    let outcome = RwSignal::new(Outcome::None);
    view! {
        <section class="stack growth-close" aria-labelledby="growth-close">
            <Wanted desk />
            <h2 id="growth-close">"What this comes to"</h2>
            <p class="growth-conclusion">{first}</p>
            {others}
            <div class="growth-halves">
                <ImpactHalf desk />
                <OpportunityHalf desk />
            </div>
            <ToAsk desk outcome />
            <div class="row no-print">
                <CopyButton what=What::Markdown outcome text=Rc::new(move || untrack(|| desk.with_whole(growth::whole))) />
                <PrintButton />
            </div>
            <CopyByHand outcome />
        </section>
    }
}

/// The path and the level, on paper, where their fields are not.
#[component]
fn Wanted(desk: Desk) -> impl IntoNode {
    let path = move || desk.with_sheet(|sheet| sheet.path.as_ref().map(|path| path.text.clone()));
    let level = move || desk.with_level(|card, level| format!("Toward {} ({})", level.name, card.name));
    let is_there = move || path().is_some() || level().is_some();
    view! {
        <Show when=is_there>
            <div class="on-paper stack">
                <h2>"The path I want"</h2>
                {move || path().map(|text| view! { <Paragraphs text /> })}
                <p>{level}</p>
            </div>
        </Show>
    }
}

/// What is not known, as questions, ready to be taken along.
#[component]
fn ToAsk(desk: Desk, outcome: RwSignal<Outcome>) -> impl IntoNode {
    let questions = Memo::new(move |_| {
        desk.with_whole(|_, aim, opportunity| {
            opportunity.open().map(|question| question.to_ask(aim.map(|aim| aim.level))).collect::<Vec<_>>()
        })
    });
    let items = move || questions.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_nodes();
    let text = move || untrack(|| desk.with_whole(|_, aim, opportunity| growth::questions_to_ask(aim, opportunity)));
    view! {
        <div class="stack" hidden=move || questions.with(Vec::is_empty)>
            <h3>"To ask in the next one-to-one"</h3>
            <ul>{items}</ul>
            <div class="no-print">
                <CopyButton what=What::Questions outcome text=Rc::new(text) />
            </div>
        </div>
    }
}
