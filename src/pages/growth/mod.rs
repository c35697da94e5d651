//! The growth worksheet: what path the user wants, what impact the work has, whether there is an opportunity, and what
//! both come to.
//!
//! Everything is saved as it is entered. Whether there is an opening is read and written where the assessment of the
//! ladder keeps it.

mod answers;
mod close;
mod desk;
mod halves;
mod path;
mod priorities;
mod work;

use rungs_view::prelude::*;

use crate::components::unread::UnreadNote;
use crate::state::set_title;
use answers::Answers;
use close::Close;
use desk::Desk;
use path::PathFields;
use priorities::Priorities;
use work::WorkList;

/// The growth worksheet.
#[component]
pub fn GrowthPage() -> impl IntoNode {
    set_title("Growth");
    let desk = Desk::new();
    let unread = Memo::new(move |_| desk.with_sheet(|sheet| sheet.unread));
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"How do I grow?"</h1>
            <p class="lead no-print">
                "It takes both: impact on what matters most to the company, and an opportunity there. What you enter stays in this browser."
            </p>
        </header>
        <UnreadNote unread />
        <div class="growth">
            <PathFields desk />
            <section class="stack no-print" aria-labelledby="growth-impact">
                <h2 id="growth-impact">"Impact"</h2>
                <Priorities desk />
                <WorkList desk />
            </section>
            <Answers desk />
            <Close desk />
        </div>
    }
}
