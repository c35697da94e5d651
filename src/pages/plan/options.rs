//! What could be planned: what the target asks, gaps first.

use rungs_core::assessment::{Question, Rating, answer_to, choice};
use rungs_core::ladder::count;
use rungs_core::plan::{About, Standing, options};
use rungs_view::prelude::*;

use super::board::{Board, use_board};

/// Strengths and gaps, to choose from.
#[component]
pub fn OptionList() -> impl IntoNode {
    let board = use_board();
    let groups = Memo::new(move |_| {
        board.with_ladder(|ladder| {
            board.with_answers(|answers| {
                let present = choice(ladder, answers.present()).level();
                let target = choice(ladder, answers.target()).level();
                target.map(|target| options(ladder, answers, present, target)).unwrap_or_default()
            })
        })
    });
    let standings = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.0).collect::<Vec<_>>()));
    // Only at first: later it is as the user left it.
    let is_open = untrack(|| board.with_plan(|plan| plan.items.is_empty()));
    view! {
        <details class="plan-options no-print stack" open=is_open>
            <summary>
                <h2>"Strengths and gaps"</h2>
                <span class="soft">{move || account(&groups.get())}</span>
            </summary>
            <For each=move || standings.get() key=Standing::to_string let:standing>
                <Group groups standing />
            </For>
        </details>
    }
}

/// "3 gaps, 2 strengths".
fn account(groups: &[(Standing, Vec<Question>)]) -> String {
    let number = |wanted| groups.iter().find(|(standing, _)| *standing == wanted).map_or(0, |(_, all)| all.len());
    let (gaps, strengths) = (number(Standing::Gap), number(Standing::Strength));
    format!("{}, {}", count(gaps, "gap"), count(strengths, "strength"))
}

#[component]
fn Group(groups: Memo<rungs_core::plan::Options>, standing: Standing) -> impl IntoNode {
    let questions = Memo::new(move |_| {
        let of_it = |groups: &rungs_core::plan::Options| {
            groups.iter().find(|(other, _)| *other == standing).map(|(_, questions)| questions.clone())
        };
        groups.with(of_it).unwrap_or_default()
    });
    view! {
        <h3>{standing.to_string()} " " <span class="soft">{move || questions.with(Vec::len)}</span></h3>
        <ul class="plan-choices requirement-list">
            <For each=move || questions.get() key=|question| question.expectation let:question>
                <OptionRow question />
            </For>
        </ul>
    }
}

#[component]
fn OptionRow(question: Question) -> impl IntoNode {
    let board = use_board();
    let index = question.expectation;
    let (text, lang, competency) = board.with_ladder(|ladder| {
        let competency = ladder.competencies[question.competency].name.clone();
        (ladder.expectations[index].text.clone(), ladder.lang.clone(), competency)
    });
    let is_planned = Memo::new(move |_| {
        board.with_ladder(|ladder| board.with_plan(|plan| plan.open_for(&ladder.expectations[index]) > 0))
    });
    let add = move |_| board.add(board.with_ladder(|ladder| Some(About::of(&ladder.expectations[index]))));
    view! {
        <li>
            <div>
                <p lang=lang dir="auto">{text.clone()}</p>
                <p class="small soft">{competency} {move || stands(board, index)}</p>
                <Show when=move || is_planned.get()>
                    <span class="tag">"In the plan"</span>
                </Show>
            </div>
            <button type="button" class="small" aria-label=format!("Plan it: {text}") on:click=add>"Plan it"</button>
        </li>
    }
}

/// " · Sometimes · no evidence"
fn stands(board: Board, index: usize) -> String {
    board.with_ladder(|ladder| {
        board.with_answers(|answers| {
            let answer = answer_to(answers, &ladder.expectations[index]);
            let rating = answer.rating().map_or_else(|| "Not rated".to_owned(), |rating: Rating| rating.to_string());
            let evidence = match answer.evidence().len() {
                0 => "no evidence".to_owned(),
                1 => "1 piece of evidence".to_owned(),
                several => format!("{several} pieces of evidence"),
            };
            format!(" · {rating} · {evidence}")
        })
    })
}
