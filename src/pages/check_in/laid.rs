//! Both sets of ratings side by side: differences first, agreements folded, and what was agreed to be done.

use std::rc::Rc;

use rungs_core::check_in::{Apart, File, SideBySide, agenda};
use rungs_view::prelude::*;

use super::actions::Actions;
use super::desk::{Desk, use_desk};
use super::pair::PairView;
use super::save::download;
use crate::components::share::{CopyButton, CopyByHand, Outcome, PrintButton, What};
use crate::state::use_announcer;
use crate::store;

/// The places of the rows of each list. They change only where another tab rated before it learned of this.
#[derive(Clone, PartialEq)]
struct Places {
    differences: Vec<(Apart, usize)>,
    by_one: Vec<usize>,
    agreements: Vec<usize>,
    by_none: Vec<usize>,
}

impl Places {
    fn of(desk: Desk) -> Self {
        let sheet = desk.sheet();
        desk.talk().with(|talk| {
            let laid = SideBySide::of(&sheet.check_in, talk, sheet.ladder.as_deref());
            let places = |pairs: &[rungs_core::check_in::Pair]| pairs.iter().map(|pair| pair.row.place).collect();
            Self {
                differences: laid.differences.iter().map(|(apart, pair)| (*apart, pair.row.place)).collect(),
                by_one: places(&laid.by_one),
                agreements: places(&laid.agreements),
                by_none: places(&laid.by_none),
            }
        })
    }
}

/// Both sets of ratings, and the talk about them.
#[component]
pub fn Laid() -> impl IntoNode {
    let desk = use_desk();
    let places = Memo::new(move |_| Places::of(desk));
    let lists = move || {
        let Places { differences, by_one, agreements, by_none } = places.get();
        view! {
            <Differences differences />
            {open_list("Rated by one of you", by_one)}
            {folded("Rated the same", agreements)}
            {folded("Rated by neither", by_none)}
        }
    };
    view! {
        {lists}
        <Agreed />
        <Export />
    }
}

#[component]
fn Differences(differences: Vec<(Apart, usize)>) -> impl IntoNode {
    let heading = counted("Rated differently", differences.len());
    let steps = [Apart::TwoSteps, Apart::OneStep, Apart::NoChance].map(|apart| {
        let of = differences.iter().filter(|(other, _)| *other == apart);
        let places: Vec<usize> = of.map(|(_, place)| *place).collect();
        (!places.is_empty()).then(|| {
            view! {
                <h4>{apart.to_string()}</h4>
                {list(places)}
            }
        })
    });
    view! {
        <section>
            <h3>{heading}</h3>
            {differences.is_empty().then(|| view! { <p>"Nothing: what both of you rated, you rated the same."</p> })}
            {steps}
        </section>
    }
}

fn counted(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

fn list(places: Vec<usize>) -> Node {
    let pair = |place: usize| view! { <PairView place /> };
    view! { <ul class="check-in-pairs">{places.into_iter().map(pair).collect_nodes()}</ul> }
}

fn open_list(name: &'static str, places: Vec<usize>) -> Option<Node> {
    (!places.is_empty()).then(|| {
        view! {
            <section>
                <h3>{counted(name, places.len())}</h3>
                {list(places)}
            </section>
        }
    })
}

fn folded(name: &'static str, places: Vec<usize>) -> Option<Node> {
    (!places.is_empty()).then(|| {
        view! {
            <details class="check-in-folded">
                <summary>
                    <h3>{counted(name, places.len())}</h3>
                </summary>
                {list(places)}
            </details>
        }
    })
}

/// What was agreed that belongs to no expectation, and the file with all of it.
#[component]
fn Agreed() -> impl IntoNode {
    let desk = use_desk();
    let announcer = use_announcer();
    let agreed = move || {
        let sheet = desk.sheet();
        desk.talk().with(|talk| talk.agreed(&sheet.check_in, store::today()))
    };
    let count = Memo::new(move |_| agreed().actions.len());
    let sentence = move || match count.get() {
        0 => "Nothing is agreed yet. Actions can stand with an expectation above, or here.".to_owned(),
        1 => "1 action is agreed.".to_owned(),
        several => format!("{several} actions are agreed."),
    };
    let save = move |_| {
        download(&File::Agreed(untrack(agreed)));
        announcer.say("The file is saved");
    };
    view! {
        <section class="stack" aria-labelledby="check-in-agreed">
            <h3 id="check-in-agreed">"Agreed actions"</h3>
            <p>{sentence}</p>
            <Actions place=None />
            <Show when=move || count.get() != 0>
                <div class="stack no-print">
                    <p>
                        <button type="button" class="is-primary" on:click=save>"Save agreed actions"</button>
                    </p>
                    <p class="small soft">
                        "The file goes back to your colleague, who takes the actions into their plan. It holds the actions and the \
                         statements that they are for: neither ratings nor notes."
                    </p>
                </div>
            </Show>
        </section>
    }
}

/// The agenda: copied or printed.
#[component]
fn Export() -> impl IntoNode {
    let desk = use_desk();
    let outcome = RwSignal::new(Outcome::None);
    let text = Rc::new(move || {
        let sheet = desk.sheet();
        desk.talk().with_untracked(|talk| agenda(&sheet.check_in, talk, sheet.ladder.as_deref()))
    });
    view! {
        <section class="stack no-print" aria-labelledby="check-in-agenda">
            <h3 id="check-in-agenda">"Agenda"</h3>
            <p>"Differences, notes and agreed actions, for the talk. It holds both ratings."</p>
            <div class="row">
                <CopyButton what=What::Markdown outcome text />
                <PrintButton />
            </div>
            <CopyByHand outcome />
        </section>
    }
}
