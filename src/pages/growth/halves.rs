//! Both halves of the worksheet, to be read side by side.

use rungs_core::assessment::Reply;
use rungs_core::growth::{Asked, Priority, Question, Work, Worksheet};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::desk::Desk;
use crate::components::expectation::Paragraphs;

/// The priorities with the work that serves them, then the work that serves none.
#[component]
pub fn ImpactHalf(desk: Desk) -> impl IntoNode {
    view! {
        <div class="stack">
            <h3>"Impact"</h3>
            {move || desk.with_sheet(priorities)}
            {move || desk.with_sheet(adrift)}
        </div>
    }
}

fn priorities(sheet: &Worksheet) -> Node {
    let item = |(_, id, priority): (usize, &EntryId, &Priority)| {
        let served = sheet.work_for(id).map(piece).collect_nodes();
        let is_alone = sheet.work_for(id).next().is_none();
        let alone = is_alone.then(|| view! { <p class="small stands-out">"Nothing serves it yet"</p> });
        view! { <li><strong>{priority.text.clone()}</strong> {alone} <ul>{served}</ul></li> }
    };
    let items: Vec<Node> = sheet.named().map(item).collect();
    if items.is_empty() {
        return view! { <p class="soft">"No priorities are named yet."</p> };
    }
    view! { <ol class="stack">{items}</ol> }
}

fn adrift(sheet: &Worksheet) -> Node {
    let adrift = sheet.adrift();
    if adrift.is_empty() {
        return Node::Empty;
    }
    view! {
        <p class="stands-out">"Serves no priority"</p>
        <ul>{adrift.into_iter().map(piece).collect_nodes()}</ul>
    }
}

/// A piece of work: what it drives, and what that should move.
fn piece(work: &Work) -> Node {
    let output = work.output.trim();
    let moves = (!output.is_empty()).then(|| view! { <p class="small soft">{["Should move: ", output].concat()}</p> });
    let drives = (!work.input.trim().is_empty())
        .then(|| view! { <p class="small soft">{["Drives: ", &work.drives()].concat()}</p> });
    view! { <li>{work.name().to_owned()} {drives} {moves}</li> }
}

/// The questions with their answers.
#[component]
pub fn OpportunityHalf(desk: Desk) -> impl IntoNode {
    let items = move || desk.with_whole(|_, _, opportunity| opportunity.asked.iter().map(answered).collect_nodes());
    view! {
        <div class="stack">
            <h3>"Opportunity"</h3>
            <ul class="requirement-list">{items}</ul>
        </div>
    }
}

fn answered(asked: &Asked) -> Node {
    let question = asked.question;
    let (look, reply) = match asked.answer {
        Some(said) => (look(question, said.reply), said.reply.to_string()),
        None => ("assess-state is-not-known", "Not asked".to_owned()),
    };
    let said = asked.answer.map(|said| {
        let note = said.note.to_owned();
        view! {
            <p class="small soft">{said.date.long()}</p>
            <div class="small" dir="auto"><Paragraphs text=note /></div>
        }
    });
    view! {
        <li class="assess-asked">
            <p class=look>{reply}</p>
            <div>
                <p>{question.heading()}</p>
                {said}
            </div>
        </li>
    }
}

/// An answer that stands against growing here differs from one that does not, beside what it says.
fn look(question: Question, reply: Reply) -> &'static str {
    match reply {
        Reply::Unknown => "assess-state is-not-known",
        reply if question.is_against(reply) => "assess-state is-not-met",
        Reply::Yes | Reply::No => "assess-state is-met",
    }
}
