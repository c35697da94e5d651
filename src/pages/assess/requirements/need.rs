//! Whether the organisation needs the role: what it answered, and when.

use std::rc::Rc;

use rungs_core::assessment::{Opening, Reply};
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::asked::Asked;
use super::fields::{ChoiceField, DayField, Days, NoteField};
use crate::store::today;

/// The organisation's answer, as far as it was asked.
#[component]
pub fn NeedFields(asked: Asked) -> impl IntoNode {
    let opening = Memo::new(move |_| asked.opening());
    let chosen = Memo::new(move |_| {
        let reply = opening.with(|opening| opening.as_ref().map(|opening| opening.reply))?;
        Reply::ALL.iter().position(|other| *other == reply)
    });
    let is_said = Memo::new(move |_| opening.with(Option::is_some));
    let date = Memo::new(move |_| opening.with(|opening| opening.as_ref().map(|opening| opening.date)));
    let note = Memo::new(move |_| opening.with(|opening| opening.as_ref().map(|o| o.note.clone()).unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut Opening)| {
        let blank = || Opening { reply: Reply::Unknown, date: today(), note: String::new(), extra: Default::default() };
        let mut opening = opening.get_untracked().unwrap_or_else(blank);
        change(&mut opening);
        asked.change(|saved, level, _, now| saved.set_opening(level, Some(opening), now));
    };
    let choose = Rc::new(move |place: usize| change(&|opening| opening.reply = Reply::ALL[place]));
    let day = Rc::new(move |day: Option<Date>| change(&|opening| opening.date = day.unwrap_or(opening.date)));
    let write = Rc::new(move |note: String| change(&|opening| opening.note.clone_from(&note)));
    view! {
        <p class="small soft">"Only your organisation can give this. Ask, and note what it answers."</p>
        <ChoiceField
            name=asked.element("need")
            legend="Is there a need?".to_owned()
            options=Reply::ALL.map(|reply| reply.to_string()).to_vec()
            chosen
            enter=choose
        />
        <Show when=move || is_said.get()>
            <div class="assess-editor-row">
                <DayField
                    id=asked.element("day")
                    label="Day of the answer"
                    days=Days::Past
                    kept=date
                    enter=day.clone()
                />
                <NoteField id=asked.element("note") label="Who said so, and what" kept=note enter=write.clone() />
            </div>
        </Show>
    }
}
