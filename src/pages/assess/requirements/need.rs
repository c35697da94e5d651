//! Whether the organisation needs the role: what it answered, and when.

use std::rc::Rc;

use rungs_core::assessment::{Opening, Reply};
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::asked::Asked;
use crate::components::fields::{ChoiceField, DayWithNote};
use crate::store::today;

/// The organisation's answer, as far as it was asked.
#[component]
pub fn NeedFields(asked: Asked) -> impl IntoNode {
    let opening = Memo::new(move |_| asked.opening());
    let chosen = Memo::new(move |_| {
        let reply = opening.with(|opening| opening.as_ref().map(|opening| opening.reply))?;
        Reply::ALL.iter().position(|other| *other == reply)
    });
    let said = Memo::new(move |_| {
        opening.with(|opening| opening.as_ref().map(|opening| (opening.date, opening.note.clone())))
    });
    let change = move |change: &dyn Fn(&mut Opening)| {
        let blank = || Opening { reply: Reply::Unknown, date: today(), note: String::new(), extra: Default::default() };
        let mut opening = opening.get_untracked().unwrap_or_else(blank);
        change(&mut opening);
        asked.change(|saved, level, _, now| saved.set_opening(level, Some(opening), now));
    };
    // Another reply is of the day on which it is given: the day of the one before would make it a false statement.
    let choose = Rc::new(move |place: usize| {
        change(&|opening| (opening.reply, opening.date) = (Reply::ALL[place], today()));
    });
    let date = Rc::new(move |day: Date| change(&|opening| opening.date = day));
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
        <DayWithNote
            id=asked.element("opening")
            day_label="Day of the answer"
            note_label="Who said so, and what"
            kept=said
            enter_day=date
            enter_note=write
        />
    }
}
