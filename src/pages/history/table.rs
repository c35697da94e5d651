//! The numbers of the chart.

use rungs_core::assessment::Tally;
use rungs_view::prelude::*;

use super::chart::{Drawn, ORDER, called, count};

/// The numbers of all columns, folded.
pub fn table(drawn: &Drawn) -> Node {
    let heads = ORDER.map(|rating| view! { <th scope="col">{called(rating)}</th> });
    let groups = drawn.rows.iter().map(|(name, tallies)| group(name, &drawn.moments, tallies));
    view! {
        <details class="history-numbers">
            <summary>"The numbers in a table"</summary>
            <div class="scroller" tabindex="0" role="region" aria-label="Ratings over time">
                <table class="assess-chart">
                    <thead>
                        <tr>
                            <th scope="col">"Competency, moment"</th>
                            {heads}
                            <th scope="col">"With evidence"</th>
                        </tr>
                    </thead>
                    {groups.collect_nodes()}
                </table>
            </div>
        </details>
    }
    .into_node()
}

fn group(name: &str, moments: &[String], tallies: &[Tally]) -> Node {
    let rows = moments.iter().zip(tallies).map(|(moment, tally)| row(moment, tally));
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="7"><strong>{name.to_owned()}</strong></th>
            </tr>
            {rows.collect_nodes()}
        </tbody>
    }
    .into_node()
}

fn row(moment: &str, tally: &Tally) -> Node {
    let cell = |number: usize| view! { <td class:is-zero=number == 0>{number}</td> };
    view! {
        <tr>
            <th scope="row">{moment.to_owned()}</th>
            {ORDER.map(|rating| cell(count(tally, rating)))}
            {cell(tally.evidenced)}
        </tr>
    }
    .into_node()
}
