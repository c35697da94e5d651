//! What path the user wants, and at which level that begins.

use std::rc::Rc;

use rungs_core::growth::{self, Aimed, PATH, TARGET, Target};
use rungs_core::ladder::{Card, LadderId, LevelId, LevelOutline};
use rungs_view::prelude::*;

use super::desk::Desk;
use crate::components::fields::LongField;
use crate::components::unread::unless_unread;

/// The id of the list of ladders.
pub const LADDER_FIELD: &str = "growth-ladder";

/// The id of the field of the path.
const PATH_FIELD: &str = "growth-path-text";

/// The path in the user's words, and the level that the sheet is about.
#[component]
pub fn PathFields(desk: Desk) -> impl IntoNode {
    let path = move || view! { <PathField desk /> }.into_node();
    let target = move || view! { <TargetFields desk /> }.into_node();
    view! {
        <section class="stack no-print" aria-labelledby="growth-path">
            <h2 id="growth-path">"The path I want"</h2>
            {unless_unread(desk.book(), PATH, "what path you want", PATH_FIELD, path)}
            {unless_unread(desk.book(), TARGET, "which level this is about", LADDER_FIELD, target)}
        </section>
    }
}

#[component]
fn PathField(desk: Desk) -> impl IntoNode {
    let path = Memo::new(move |_| {
        desk.with_sheet(|sheet| sheet.path.as_ref().map(|path| path.text.clone()).unwrap_or_default())
    });
    let write = Rc::new(move |text: String| desk.change(|book, now| growth::change_path(book, text, now)));
    view! {
        <LongField
            id=PATH_FIELD.to_owned()
            label="What you want to do, as plainly as you can say it"
            lines=3
            kept=path
            enter=write
        />
    }
}

/// The ladder, then the level; the level that the assessment is about is chosen with its ladder.
#[component]
fn TargetFields(desk: Desk) -> impl IntoNode {
    // A ladder that is chosen before a level of it is.
    let alone = RwSignal::new(None::<LadderId>);
    let begun = Memo::new(move |_| if crate::IS_PRINTING { Vec::new() } else { desk.saved().begun() });
    let ladder = Memo::new(move |_| {
        let aimed = desk.with_aimed(|aimed| match aimed? {
            Aimed::Level(card, _) | Aimed::LevelGone(card) => Some(card.id.clone()),
            Aimed::LadderGone => None,
        });
        aimed.or_else(|| alone.get())
    });
    let choose = move |event| {
        let ladder = LadderId::parse(&event_target_value(&event)).ok();
        let target = ladder.as_ref().and_then(|ladder| assessed(desk, ladder));
        alone.set(ladder);
        desk.change(|book, now| growth::choose_target(book, target.as_ref(), now));
    };
    view! {
        <div class="field-row">
            <div class="field">
                <label for=LADDER_FIELD>"The next step is on this ladder"</label>
                <select id=LADDER_FIELD on:change=choose>
                    <option value="">"Choose a ladder"</option>
                    {move || begun.with(|begun| ladders(desk, begun, ladder))}
                </select>
            </div>
            <For each=move || ladder.get().into_iter().collect() key=|id| id.as_str().to_owned() let:id>
                <LevelField desk id />
            </For>
        </div>
        {move || gone(desk).map(|said| view! { <p class="notice is-warning small">{said}</p> })}
    }
}

/// The target of the assessment of a ladder.
fn assessed(desk: Desk, ladder: &LadderId) -> Option<Target> {
    let saved = desk.saved().assessment(ladder).signal();
    let level = saved.with_untracked(|saved| saved.target().cloned())?;
    Some(Target { ladder: ladder.clone(), level, extra: Default::default() })
}

/// All ladders, those that are begun first. They come with the program, which alone can make use of them.
fn ladders(desk: Desk, begun: &[LadderId], chosen: Memo<Option<LadderId>>) -> Node {
    if crate::IS_PRINTING {
        return Node::Empty;
    }
    let option = |card: &Card| {
        let id = card.id.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
        let (value, lang) = (card.id.to_string(), card.lang.clone());
        view! { <option value=value lang=lang prop:selected=is_chosen>{card.name.clone()}</option> }
    };
    desk.with_index(|index| {
        let is_begun = |card: &&Card| begun.contains(&card.id);
        let first = index.ladders.iter().filter(is_begun).map(option).collect_nodes();
        let others = index.ladders.iter().filter(|card| !is_begun(card)).map(option).collect_nodes();
        if begun.is_empty() {
            return others;
        }
        view! {
            <optgroup label="You have begun">{first}</optgroup>
            <optgroup label="Others">{others}</optgroup>
        }
    })
}

#[component]
fn LevelField(desk: Desk, id: LadderId) -> impl IntoNode {
    let ladder = StoredValue::new(id);
    let chosen = Memo::new(move |_| desk.with_level(|_, level| level.id.clone()));
    let option = move |level: &LevelOutline| {
        let id = level.id.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&id));
        view! { <option value=level.id.to_string() prop:selected=is_chosen>{level.name.clone()}</option> }
    };
    let options = desk.with_index(|index| {
        let levels = index.card(&ladder.get_value()).map(|card| card.levels.as_slice()).unwrap_or_default();
        levels.iter().map(option).collect_nodes()
    });
    let choose = move |event| {
        let level = LevelId::parse(&event_target_value(&event)).ok();
        let target = level.map(|level| Target { ladder: ladder.get_value(), level, extra: Default::default() });
        desk.change(|book, now| growth::choose_target(book, target.as_ref(), now));
    };
    view! {
        <div class="field">
            <label for="growth-level">"Level"</label>
            <select id="growth-level" on:change=choose>
                <option value="" prop:selected=move || chosen.with(Option::is_none)>"Choose a level"</option>
                {options}
            </select>
        </div>
    }
}

/// That the target is gone.
fn gone(desk: Desk) -> Option<String> {
    let target = desk.target().get()?;
    desk.with_aimed(|aimed| match aimed? {
        Aimed::Level(..) => None,
        Aimed::LevelGone(card) => {
            Some(format!("The level {} is no longer in {}. Choose another.", target.level, card.name))
        }
        Aimed::LadderGone => Some(format!("The ladder {} is no longer on this site. Choose another.", target.ladder)),
    })
}
