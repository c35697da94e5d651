//! The questions of the opportunity, each with what was answered.

use std::rc::Rc;

use rungs_core::assessment::Reply;
use rungs_core::date::Date;
use rungs_core::growth::{Question, Topic};
use rungs_view::prelude::*;

use super::desk::Desk;
use super::path::LADDER_FIELD;
use crate::components::fields::{ChoiceField, DayWithNote};
use crate::components::focus::focus_when_drawn;
use crate::store::today;

/// All questions that arise.
#[component]
pub fn Answers(desk: Desk) -> impl IntoNode {
    let limit = Question::Other(Topic::Limit);
    let arises = Memo::new(move |_| desk.answer(limit).is_none_or(|answer| answer.reply != Reply::No));
    let item = |question: Question| {
        let is_asked = move || question != Question::Other(Topic::Queue) || arises.get();
        view! {
            <Show when=is_asked>
                <li>
                    <Answering desk question />
                </li>
            </Show>
        }
    };
    view! {
        <section class="stack no-print" aria-labelledby="growth-opportunity">
            <h2 id="growth-opportunity">"Opportunity"</h2>
            <p class="small soft">
                "Ask your management straight out, and note what it answers. What you don’t know yet becomes a question to ask."
            </p>
            <ul class="entry-list">{Question::ALL.map(item).into_iter().collect_nodes()}</ul>
        </section>
    }
}

/// A question with its fields; of an opening, once there is a level at which it could be.
#[component]
fn Answering(desk: Desk, question: Question) -> impl IntoNode {
    let can_answer = Memo::new(move |_| question != Question::Opening || desk.with_level(|_, _| ()).is_some());
    view! {
        <div class="stack">
            <h3>{question.heading()}</h3>
            <p class="small soft">{question.why()}</p>
            <Show when=move || can_answer.get()>
                {move || at_level(desk, question)}
                <AnswerFields desk question />
            </Show>
            <Show when=move || !can_answer.get()>
                <p>
                    <button type="button" on:click=|_| focus_when_drawn(LADDER_FIELD.to_owned())>
                        "Choose the level first"
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// At which level, where the question is about one.
fn at_level(desk: Desk, question: Question) -> Option<Node> {
    let name = desk.with_level(|card, level| (level.name.clone(), card.lang.clone()))?;
    let (name, lang) = (question == Question::Opening).then_some(name)?;
    Some(view! { <p>"At this level: " <strong lang=lang>{name}</strong></p> })
}

#[component]
fn AnswerFields(desk: Desk, question: Question) -> impl IntoNode {
    let name = match question {
        Question::Opening => "opening",
        Question::Other(topic) => topic.as_str(),
    };
    let answer = Memo::new(move |_| desk.answer(question));
    let chosen = Memo::new(move |_| {
        let reply = answer.with(|answer| answer.as_ref().map(|answer| answer.reply))?;
        Reply::ALL.iter().position(|other| *other == reply)
    });
    let kept =
        Memo::new(move |_| answer.with(|answer| answer.as_ref().map(|answer| (answer.date, answer.note.clone()))));
    // Another reply is of the day on which it is given: the day of the one before would make it a false statement.
    let choose = Rc::new(move |place: usize| {
        desk.change_answer(question, &|answer| (answer.reply, answer.date) = (Reply::ALL[place], today()));
    });
    let date = Rc::new(move |day: Date| desk.change_answer(question, &|answer| answer.date = day));
    let write = Rc::new(move |note: String| desk.change_answer(question, &|answer| answer.note.clone_from(&note)));
    view! {
        <ChoiceField
            name=format!("growth-{name}")
            legend=question.heading().to_owned()
            options=Reply::ALL.map(|reply| reply.to_string()).to_vec()
            chosen
            enter=choose
        />
        <DayWithNote
            id=format!("growth-{name}")
            day_label="Day of the answer"
            note_label="Who said so, and what"
            kept
            enter_day=date
            enter_note=write
        />
    }
}
