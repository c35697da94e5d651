//! The user's own figure for what an expectation measures, against the bar that the ladder sets.

use std::rc::Rc;

use leptos::ev::Event;
use rungs_core::assessment::{Extra, Figure, Wording};
use rungs_core::case::Expected;
use rungs_core::date::Date;
use rungs_core::ladder::{Measure, Quantity};
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use crate::components::fields::{DayField, Days, FieldError};
use crate::store::today;

/// What the fields say. Saved once they say all; emptying the number takes back what was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Draft {
    value: Option<Quantity>,
    from: Option<Date>,
    until: Option<Date>,
    extra: Extra,
}

impl Draft {
    fn of(figure: Figure) -> Self {
        Self { value: Some(figure.value), from: Some(figure.from), until: Some(figure.until), extra: figure.extra }
    }

    fn figure(&self, wording: Wording) -> Option<Figure> {
        Some(Figure { value: self.value?, from: self.from?, until: self.until?, wording, extra: self.extra.clone() })
    }

    /// What a figure lacks that is begun.
    fn missing(&self) -> Option<&'static str> {
        match (self.value.is_some(), self.from.is_some(), self.until.is_some()) {
            (true, true, true) | (false, false, false) => None,
            (true, false, false) => Some("the first and the last day"),
            (true, false, true) => Some("the first day"),
            (true, true, false) => Some("the last day"),
            (false, true, true) => Some("the number"),
            (false, true, false) => Some("the number and the last day"),
            (false, false, true) => Some("the number and the first day"),
        }
    }
}

/// The figure of one expectation.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    index: usize,
    draft: RwSignal<Draft>,
}

impl Form {
    fn saved(self) -> Option<Figure> {
        self.desk.with_answer(self.index, |answer| answer.figure().cloned())
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let wording = self.desk.with_expectation(self.index, |expectation| Wording::of(&expectation.text));
        let figure = self.draft.with_untracked(|draft| draft.figure(wording));
        // Nothing changes while one is begun that is not saved yet: the page must not say that it is.
        if figure.is_some() || untrack(|| self.saved()).is_some() {
            self.desk.change_answer(self.index, |saved, expectation, now| saved.set_figure(expectation, figure, now));
        }
    }

    /// Takes over what another tab saved.
    fn follow(self, saved: Option<Figure>) {
        if let Some(draft) = saved.map(Draft::of)
            && self.draft.with_untracked(|own| *own != draft)
        {
            self.draft.set(draft);
        }
    }

    fn element(self, part: &str) -> String {
        self.desk.with_expectation(self.index, |expectation| format!("figure-{}-{part}", expectation.id))
    }

    /// That what the fields say is not saved, or what is doubtful about what is.
    fn problem(self, saved: Option<Figure>) -> Option<String> {
        let missing = self.draft.with(Draft::missing).map(|missing| format!("Not saved yet: give {missing}."));
        missing.or_else(|| Some(saved?.problem(today())?.to_string()))
    }

    /// The figure against the bar.
    fn in_words(self, figure: Option<Figure>) -> Option<String> {
        self.desk.with_expectation(self.index, |expectation| {
            let expected = Expected { expectation, rating: None, has_evidence: false, figure };
            expected.figure_sentence().map(|sentence| format!("{sentence}."))
        })
    }
}

/// The user's own figure, of an expectation that has a measure.
#[component]
pub fn FigureFields(index: usize) -> impl IntoNode {
    let desk = use_desk();
    let measure = desk.with_expectation(index, |expectation| expectation.measure.clone())?;
    let form = Form { desk, index, draft: RwSignal::new(Draft::default()) };
    let saved = Memo::new(move |_| form.saved());
    effect(move || form.follow(saved.get()));
    let is_there = saved.with_untracked(Option::is_some);
    let sentence = move || form.in_words(saved.get());
    let problem = move || form.problem(saved.get());
    Some(view! {
        <details class="small assess-figure" open=is_there>
            <summary>"Your own figure"</summary>
            <Fields form measure />
            <p class="field-error" role="status">{problem}</p>
        </details>
        <p class="small assess-figure-line">{sentence}</p>
    })
}

#[component]
fn Fields(form: Form, measure: Measure) -> impl IntoNode {
    let error = RwSignal::new(None::<String>);
    let kept = move || form.draft.with(|draft| draft.value.map(|value| value.to_string()).unwrap_or_default());
    let from = Memo::new(move |_| form.draft.with(|draft| draft.from));
    let until = Memo::new(move |_| form.draft.with(|draft| draft.until));
    let entered = move |event: Event| {
        let text = event_target_value(&event);
        let value = Quantity::parse(&text);
        let is_wrong = value.is_none() && !text.trim().is_empty();
        error.set(is_wrong.then(|| "Not saved: give a number such as 90 or 82.5.".to_owned()));
        if !is_wrong {
            form.change(|draft| draft.value = value);
        }
    };
    let begin = Rc::new(move |day: Option<Date>| form.change(|draft| draft.from = day.or(draft.from)));
    let end = Rc::new(move |day: Option<Date>| form.change(|draft| draft.until = day.or(draft.until)));
    view! {
        <div class="field-row">
            <div class="field">
                <label for=form.element("value")>{format!("{}, in {}", measure.of, measure.unit)}</label>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    id=form.element("value")
                    prop:value=kept
                    aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                    aria-describedby=form.element("error")
                    on:change=entered
                />
                <FieldError id=form.element("error") error />
            </div>
            <DayField id=form.element("from") label="From" days=Days::Any kept=from enter=begin />
            <DayField id=form.element("until") label="Until" days=Days::Any kept=until enter=end />
        </div>
    }
}
