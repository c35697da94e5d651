//! Above the plan: over which months it goes, how it is shown, and taking it elsewhere.

use std::rc::Rc;

use rungs_core::date::Month;
use rungs_core::plan::{SPAN, calendar, markdown};
use rungs_core::record::Stamp;
use rungs_view::prelude::*;

use super::board::{Board, this_month, use_board};
use crate::components::fields::ChoiceField;
use crate::components::share::{CopyButton, CopyByHand, Outcome, PrintButton, What};
use crate::components::unread::unless_unread;
use crate::store;

/// How the plan is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Month beside month.
    Months,
    /// One list.
    List,
}

/// The id of the list of first months.
const START: &str = "plan-start";
/// How many months a plan can have.
const LENGTHS: [u8; 6] = [3, 6, 9, 12, 18, 24];

/// The heading of the plan and its tools.
#[component]
pub fn Tools(layout: RwSignal<Layout>) -> impl IntoNode {
    let board = use_board();
    let span = move || board.with_plan(|plan| format!("{} to {}", plan.span.start.long(), plan.span.end().long()));
    let chosen = Memo::new(move |_| Some(usize::from(layout.get() == Layout::List)));
    let enter = Rc::new(move |place| layout.set(if place == 0 { Layout::Months } else { Layout::List }));
    let options = vec!["By month".to_owned(), "List".to_owned()];
    let legend = "How the plan is shown".to_owned();
    view! {
        <h2 id="plan-heading">"The plan, " {span}</h2>
        <div class="row no-print">
            <ChoiceField name="plan-layout".to_owned() legend options chosen enter />
            {unless_unread(board.book(), SPAN, "over which months this plan goes", START, || view! { <SpanFields /> }.into_node())}
            <Exports />
        </div>
    }
}

#[component]
fn SpanFields() -> impl IntoNode {
    let board = use_board();
    let start = Memo::new(move |_| board.with_plan(|plan| plan.span.start));
    let months = Memo::new(move |_| board.with_plan(|plan| plan.span.months));
    let begin = move |event| {
        if let Some(month) = Month::parse(&event_target_value(&event)) {
            board.change_span(|span| span.start = month);
        }
    };
    let last = move |event| {
        if let Ok(months) = event_target_value(&event).parse() {
            board.change_span(|span| span.months = months);
        }
    };
    view! {
        <label class="row">
            "From"
            <select id=START prop:value=move || start.get().to_string() on:change=begin>
                {move || month_options(starts(start.get()))}
            </select>
        </label>
        <label class="row">
            "for"
            <select prop:value=move || months.get().to_string() on:change=last>
                {move || length_options(months.get())}
            </select>
        </label>
    }
}

/// A year before and after the present month, and the one that is chosen.
fn starts(chosen: Month) -> Vec<Month> {
    let first = this_month().minus(12);
    let mut months: Vec<Month> = Vec::new();
    months.extend((0..=24).map(|months| first.plus(months)));
    if !months.contains(&chosen) {
        months.insert(0, chosen);
    }
    months
}

/// Months to choose from.
pub fn month_options(months: Vec<Month>) -> Node {
    let option = |month: Month| view! { <option value=month.to_string()>{month.long()}</option> };
    months.into_iter().map(option).collect_nodes()
}

fn length_options(chosen: u8) -> Node {
    let mut lengths = LENGTHS.to_vec();
    if !lengths.contains(&chosen) {
        lengths.push(chosen);
    }
    let option = |months: u8| {
        view! { <option value=months.to_string()>{months} {if months == 1 { " month" } else { " months" }}</option> }
    };
    lengths.into_iter().map(option).collect_nodes()
}

#[component]
fn Exports() -> impl IntoNode {
    let board = use_board();
    let outcome = RwSignal::new(Outcome::None);
    let refused = RwSignal::new(false);
    let save = move |ending: &str, media_type: &str, text: String| {
        let name = board.with_ladder(|ladder| format!("plan-{}.{ending}", ladder.id));
        refused.set(store::offer_download(&name, media_type, &text).is_err());
    };
    let save_calendar = move |_| save("ics", "text/calendar;charset=utf-8", as_calendar(board));
    let save_markdown = move |_| save("md", "text/markdown;charset=utf-8", as_markdown(board));
    // A calendar without an event is none that programs have to read.
    let is_empty = Memo::new(move |_| board.with_plan(|plan| plan.items.is_empty()));
    view! {
        <Show when=move || is_empty.get()>
            <p class="soft">"Nothing is planned yet."</p>
        </Show>
        <div class="row" hidden=is_empty>
            <button type="button" on:click=save_calendar>"Save for a calendar"</button>
            <button type="button" on:click=save_markdown>"Save as Markdown"</button>
            <CopyButton what=What::Markdown outcome text=Rc::new(move || as_markdown(board)) />
            <PrintButton />
        </div>
        <CopyByHand outcome />
        <Show when=move || refused.get()>
            <p class="notice is-error small" role="alert">"The browser did not let this page save a file."</p>
        </Show>
    }
}

fn as_markdown(board: Board) -> String {
    untrack(|| board.with_ladder(|ladder| board.with_plan(|plan| markdown(ladder, plan))))
}

fn as_calendar(board: Board) -> String {
    let now = Stamp::from_millis(store::now());
    untrack(|| board.with_ladder(|ladder| board.with_plan(|plan| calendar(ladder, plan, now))))
}
