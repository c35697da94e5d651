//! After the work: coverage, strengths and gaps by competency, as bars with their numbers beside
//! them, and lists that lead back to the work. There is no score.

use rungs_core::assessment::{Question, Tally};
use rungs_core::plan::Standing;
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
                {LISTED.map(|standing| view! { <Listing standing /> })}
                <WithoutEvidence />
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

/// What is listed below the table.
const LISTED: [Standing; 3] = [Standing::Gap, Standing::Unshown, Standing::Strength];

/// The expectations in which the user stands so, each a way back to its place in the work.
#[component]
fn Listing(standing: Standing) -> impl IntoNode {
    let desk = use_desk();
    let found = Memo::new(move |_| desk.answered(|mark| Standing::of(mark) == standing));
    view! { <Listed name=standing.to_string() found /> }
}

/// The expectations of the target that have no evidence, however they are rated.
#[component]
fn WithoutEvidence() -> impl IntoNode {
    let desk = use_desk();
    let found = Memo::new(move |_| desk.answered(|mark| !mark.has_evidence));
    view! { <Listed name="Without evidence".to_owned() found /> }
}

#[component]
fn Listed(name: String, found: Memo<Vec<Question>>) -> impl IntoNode {
    let desk = use_desk();
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
