//! The growth worksheet: whether the user's work has impact on what matters most to the company, and whether there is
//! an opportunity to grow.
//!
//! What is entered stands in a [`Book`](crate::record::Book), each entry by itself; [`Worksheet`] reads them all, and the
//! functions of this module change them. Whether there is an opening is not among them: that is one answer of the
//! assessment of the target's ladder ([`Assessment::opening`](crate::assessment::Assessment::opening)), which is passed
//! in where the whole is read ([`Opportunity`], [`Conclusion`]).

mod changes;
mod conclusion;
mod form;
mod markdown;
mod opportunity;
mod question;
mod sentence;
mod target;
mod words;
mod worksheet;

pub use changes::{
    PATH, TARGET, add_priority, answer, change_path, change_priority, change_work, choose_target, move_priority,
    put_priority, put_work,
};
pub use conclusion::{Conclusion, Impact, Opening};
pub use markdown::{questions_to_ask, whole};
pub use opportunity::{Aim, Asked, Opportunity, Said};
pub use question::{Question, Topic};
pub use target::{Aimed, Target};
pub use worksheet::{Answer, LONGEST_NAME, Number, Path, Priority, Unsaid, Work, Worksheet};
