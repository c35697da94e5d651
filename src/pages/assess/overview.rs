//! After the work: coverage, strengths and gaps by competency, as bars with their numbers beside
//! them, and lists that lead back to the work. There is no score.

use rungs_core::assessment::{Mark, Question, Rating, Tally};
use rungs_view::prelude::*;

use super::bar::{Bar, ORDER, key};
use super::desk::{Desk, use_desk, with_sheet};
use super::work::go_to;

/// Coverage, strengths and gaps to the target.
#[component]
pub fn Overview() -> impl IntoNode {
    let desk = use_desk();
    let target = move || with_sheet(desk.sheet(), |sheet| sheet.target.clone()).unwrap_or_default();
    view! {
        <section class="assess-overview" aria-labelledby="assess-overview-name">
            <h2 id="assess-overview-name">"Strengths and gaps to " {target}</h2>
            <Chart />
            <div class="stack">
                <Listing name="Gaps" holds=is_gap />
                <Listing name="Strengths" holds=is_strength />
                <Listing name="Rated consistently, without evidence" holds=lacks_evidence />
            </div>
        </section>
    }
}

#[component]
fn Chart() -> impl IntoNode {
    let desk = use_desk();
    let listed = Memo::new(move |_| {
        let listed = with_sheet(desk.sheet(), |sheet| {
            let mut competencies: Vec<usize> = sheet.questions.iter().map(|question| question.competency).collect();
            competencies.dedup();
            competencies
        });
        listed.unwrap_or_default()
    });
    let whole = desk.whole();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label="Ratings by competency">
            <table class="assess-chart">
                <thead>
                    <tr>
                        <th scope="col">"Competency"</th>
                        {ORDER.map(|rating| head(rating.to_string(), key(Some(rating)).into_node()))}
                        {head("Not rated".into(), key(None).into_node())}
                        <th scope="col">"With evidence"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || listed.get() key=|competency| *competency let:competency>
                        <ChartRow competency />
                    </For>
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">"All"</th>
                        {move || whole.with(figures)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn head(name: String, key: Node) -> impl IntoNode {
    view! { <th scope="col">{key} " " {name}</th> }
}

#[component]
fn ChartRow(competency: usize) -> impl IntoNode {
    let desk = use_desk();
    let tally = desk.whole_of(competency);
    view! {
        <tr>
            <th scope="row">
                <span class="assess-chart-head">{desk.competency_name(competency)} <Bar tally /></span>
            </th>
            {move || tally.with(figures)}
        </tr>
    }
}

fn figures(tally: &Tally) -> impl IntoNode + use<> {
    let cell = |number: usize| view! { <td class:is-zero=number == 0>{number}</td> };
    (ORDER.map(|rating| cell(tally.rated_as(rating))), cell(tally.unrated()), cell(tally.evidenced))
}

fn is_gap(mark: Mark) -> bool {
    mark.rating.is_some_and(Rating::is_gap)
}

fn is_strength(mark: Mark) -> bool {
    mark.rating == Some(Rating::Consistently)
}

fn lacks_evidence(mark: Mark) -> bool {
    is_strength(mark) && !mark.has_evidence
}

/// The expectations whose answers are of one kind, each a way back to its place in the work.
#[component]
fn Listing(name: &'static str, holds: fn(Mark) -> bool) -> impl IntoNode {
    let desk = use_desk();
    let found = Memo::new(move |_| desk.answered(holds));
    view! {
        <details class="assess-listing">
            <summary>{name} " (" {move || found.with(Vec::len)} ")"</summary>
            <ul>
                <For each=move || found.get() key=|question| question.expectation let:question>
                    <li>{way_back(desk, question)}</li>
                </For>
            </ul>
        </details>
    }
}

fn way_back(desk: Desk, question: Question) -> impl IntoNode {
    let text = desk.with_expectation(question.expectation, |expectation| expectation.text.clone());
    view! {
        <span class="soft">{desk.competency_name(question.competency)} ": "</span>
        <button type="button" class="assess-way" on:click=move |_| go_to(desk, &question)>{text}</button>
    }
}
