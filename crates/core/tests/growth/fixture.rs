//! Short ways to enter something on a worksheet.

use rungs_core::assessment::{EntryId, Opening, Reply, Stamp};
use rungs_core::date::Date;
use rungs_core::growth::{self, Aim, Answer, Topic, Work, Worksheet};
use rungs_core::record::Book;

pub const AIM: Aim = Aim { level: "Senior Engineer", ladder: "Customer Engineering" };

pub const TODAY: &str = "2026-11-23";

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn at(millis: u64) -> Stamp {
    Stamp::from_millis(millis)
}

pub fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

/// A book with priorities `1`, `2` … of these texts.
pub fn priorities(texts: &[&str]) -> Book {
    let mut book = Book::default();
    for (number, text) in (1..).zip(texts) {
        growth::add_priority(&mut book, &id(&number.to_string()), (*text).to_owned(), at(1));
    }
    book
}

/// Puts a piece of work that serves a priority, and says nothing else.
pub fn serve(book: &mut Book, work: &str, priority: Option<&str>) {
    let piece = Work { what: work.to_owned(), serves: priority.map(id), ..Work::default() };
    growth::put_work(book, &id(&format!("work-{work}")), Some(&piece), at(1));
}

/// A piece of work of which all is said.
pub fn measured(what: &str, serves: Option<&str>) -> Work {
    Work {
        what: what.into(),
        input: "first replies within an hour".into(),
        from: "60 %".into(),
        to: "75 %".into(),
        by: Some(day("2027-03-31")),
        output: "renewals".into(),
        serves: serves.map(id),
        extra: Default::default(),
    }
}

pub fn answer(reply: Reply, note: &str) -> Answer {
    Answer { reply, date: day("2026-11-02"), note: note.into(), extra: Default::default() }
}

pub fn say(book: &mut Book, topic: Topic, reply: Reply) {
    growth::answer(book, topic, &answer(reply, ""), at(1));
}

pub fn opening(reply: Reply) -> Opening {
    Opening { reply, date: day("2026-11-09"), note: String::new(), extra: Default::default() }
}

/// The texts of the priorities in their order.
pub fn order(book: &Book) -> Vec<String> {
    Worksheet::of(book).priorities.into_iter().map(|(_, priority)| priority.text).collect()
}
