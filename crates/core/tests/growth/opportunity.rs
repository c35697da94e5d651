//! The questions of the opportunity: which arise, which are open, and which answers stand against growing here.

use rungs_core::assessment::Reply;
use rungs_core::growth::{Opportunity, Question, Topic, Worksheet, questions_to_ask};
use rungs_core::record::Book;

use crate::fixture::{AIM, TODAY, day, opening, say};

fn sheet(answers: &[(Topic, Reply)]) -> Worksheet {
    let mut book = Book::default();
    answers.iter().for_each(|(topic, reply)| say(&mut book, *topic, *reply));
    Worksheet::of(&book)
}

#[test]
fn who_is_ahead_is_asked_unless_the_number_of_roles_is_not_limited() {
    let queue = Question::Other(Topic::Queue);
    for (limited, arises) in
        [(None, true), (Some(Reply::Yes), true), (Some(Reply::Unknown), true), (Some(Reply::No), false)]
    {
        let answers: Vec<(Topic, Reply)> = limited.map(|reply| (Topic::Limit, reply)).into_iter().collect();
        let sheet = sheet(&answers);
        let asked = Opportunity::of(&sheet, None, day(TODAY)).asked;
        assert_eq!(asked.iter().any(|asked| asked.question == queue), arises, "{limited:?}");
    }
}

#[test]
fn each_reply_is_for_growing_here_against_it_or_open() {
    let against_yes = [Topic::Limit, Topic::Queue];
    for topic in Topic::ALL {
        let question = Question::Other(topic);
        for reply in Reply::ALL {
            let sheet = sheet(&[(topic, reply)]);
            let opportunity = Opportunity::of(&sheet, None, day(TODAY));
            let is_open = opportunity.open().any(|open| open == question);
            let is_against = opportunity.against().any(|against| against == question);
            let expected = match reply {
                Reply::Unknown => (true, false),
                Reply::Yes => (false, against_yes.contains(&topic)),
                Reply::No => (false, !against_yes.contains(&topic)),
            };
            assert_eq!((is_open, is_against), expected, "{topic:?} {reply:?}");
        }
    }
}

#[test]
fn whether_there_is_an_opening_is_read_from_the_assessment() {
    let sheet = sheet(&[]);
    let no = opening(Reply::No);
    let opportunity = Opportunity::of(&sheet, Some(&no), day(TODAY));
    assert_eq!(opportunity.against().collect::<Vec<_>>(), [Question::Opening]);
    assert!(opportunity.open().all(|question| question != Question::Opening));
}

#[test]
fn an_answer_of_a_day_to_come_is_not_known_yet() {
    let sheet = sheet(&[(Topic::Budget, Reply::Yes)]);
    let yes = opening(Reply::Yes);
    for (today, is_open) in [("2026-11-01", true), ("2026-11-09", false)] {
        let opportunity = Opportunity::of(&sheet, Some(&yes), day(today));
        for question in [Question::Opening, Question::Other(Topic::Budget)] {
            assert_eq!(opportunity.open().any(|open| open == question), is_open, "{today} {question:?}");
        }
    }
}

#[test]
fn what_is_not_known_becomes_a_question_to_ask() {
    let known = sheet(&[
        (Topic::Budget, Reply::Yes),
        (Topic::Pace, Reply::No),
        (Topic::Limit, Reply::No),
        (Topic::Queue, Reply::Unknown),
        (Topic::Management, Reply::Unknown),
    ]);
    let opportunity = Opportunity::of(&known, None, day(TODAY));
    let expected = "- Is there an opening at this level: Senior Engineer?\n\
                    - What more can I take on, and what would that lead to?\n";
    assert_eq!(questions_to_ask(Some(AIM), &opportunity), expected);
    let without_level = questions_to_ask(None, &opportunity);
    assert!(without_level.starts_with("- Is there an opening for me to grow into, and if so, what is it?\n"));
}

#[test]
fn nothing_is_left_to_ask_where_all_is_known() {
    let known = sheet(&Topic::ALL.map(|topic| (topic, Reply::Yes)));
    let yes = opening(Reply::Yes);
    assert_eq!(questions_to_ask(Some(AIM), &Opportunity::of(&known, Some(&yes), day(TODAY))), "");
}
