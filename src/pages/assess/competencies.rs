//! The competencies with their coverage: a list beside the work, a select above it on narrow screens.

use rungs_core::assessment::Tally;
use rungs_core::ladder::Ladder;
use rungs_view::prelude::*;

use super::desk::use_desk;

/// The competencies that have something to rate.
#[component]
pub fn Competencies() -> impl IntoNode {
    let desk = use_desk();
    let listed = Memo::new(move |_| desk.tallies().with(|tallies| tallies.keys().copied().collect::<Vec<usize>>()));
    view! {
        <nav class="assess-competencies" aria-label="Competencies">
            <ul>
                <For each=move || listed.get() key=|competency| *competency let:competency>
                    <CompetencyItem competency listed />
                </For>
            </ul>
        </nav>
        <CompetencySelect listed />
    }
}

/// The heading of a group stands before its first competency that is listed.
fn group_heading(ladder: &Ladder, competency: usize, listed: &[usize]) -> Option<String> {
    let group = ladder.competencies[competency].group.clone()?;
    let place = listed.iter().position(|other| *other == competency)?;
    let before = place.checked_sub(1).and_then(|before| ladder.competencies[listed[before]].group.as_ref());
    (before != Some(&group)).then_some(group)
}

fn covered(tally: &Tally) -> String {
    format!("{} of {}", tally.rated(), tally.asked)
}

#[component]
fn CompetencyItem(competency: usize, listed: Memo<Vec<usize>>) -> impl IntoNode {
    let desk = use_desk();
    let tally = desk.tally(competency);
    let heading = move || listed.with(|listed| desk.with_ladder(|ladder| group_heading(ladder, competency, listed)));
    let current = move || (desk.shown().get() == Some(competency)).then_some("true");
    view! {
        <li>
            {move || heading().map(|group| view! { <p class="assess-group">{group}</p> })}
            <button type="button" aria-current=current on:click=move |_| desk.show(competency)>
                <span class="assess-name">{desk.competency_name(competency)}</span>
                <span class="assess-count">
                    {move || tally.with(covered)} <span class="visually-hidden">" rated"</span>
                </span>
                <Coverage tally />
            </button>
        </li>
    }
}

/// A hairline of units, one for each expectation: rated ones are filled. Its numbers stand above it.
#[component]
fn Coverage(tally: Memo<Tally>) -> impl IntoNode {
    let share = move || tally.with(|tally| (tally.rated() * 100).checked_div(tally.asked).unwrap_or(0).to_string());
    view! {
        <svg class="assess-coverage" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect class="is-open" width="100" height="3" />
            <rect class="is-rated" width=share height="3" />
        </svg>
    }
}

#[component]
fn CompetencySelect(listed: Memo<Vec<usize>>) -> impl IntoNode {
    let desk = use_desk();
    let option = move |competency: usize| {
        let tally = desk.tally(competency);
        let text = move || format!("{} ({})", desk.competency_name(competency), tally.with(covered));
        let selected = move || desk.shown().get() == Some(competency);
        view! { <option value=competency.to_string() selected=selected>{text}</option> }
    };
    let pick = move |event| {
        if let Ok(competency) = event_target_value(&event).parse() {
            desk.show(competency);
        }
    };
    view! {
        <div class="field assess-select">
            <label for="assess-competency">"Competency"</label>
            <select id="assess-competency" on:change=pick>
                {move || listed.get().into_iter().map(option).collect_nodes()}
            </select>
        </div>
    }
}
