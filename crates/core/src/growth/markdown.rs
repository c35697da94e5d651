//! The worksheet as Markdown, and the questions to be asked, ready for the next one-to-one.

use super::conclusion::Conclusion;
use super::opportunity::{Aim, Asked, Opportunity};
use super::worksheet::{Number, Work, Worksheet};
use crate::markdown::{escape, line, paragraph};

/// All of the worksheet.
pub fn whole(sheet: &Worksheet, aim: Option<Aim>, opportunity: &Opportunity) -> String {
    let mut out = String::new();
    line(&mut out, &["# Growth worksheet"]);
    if let Some(aim) = aim {
        paragraph(&mut out, &["Toward ", &escape(aim.level), " (", &escape(aim.ladder), ")"]);
    }
    if let Some(path) = &sheet.path {
        paragraph(&mut out, &["## The path I want"]);
        prose(&mut out, &path.text);
    }
    paragraph(&mut out, &["## Impact"]);
    priorities(&mut out, sheet);
    work(&mut out, sheet);
    paragraph(&mut out, &["## Opportunity"]);
    out.push('\n');
    opportunity.asked.iter().for_each(|asked| answer(&mut out, asked));
    conclusion(&mut out, sheet, aim, opportunity);
    out
}

/// What is not known, as questions, each on a line of its own; empty where all is known. What was noted is left out: the
/// list may be passed on.
pub fn questions_to_ask(aim: Option<Aim>, opportunity: &Opportunity) -> String {
    let mut out = String::new();
    let level = aim.map(|aim| escape(aim.level));
    for question in opportunity.open() {
        line(&mut out, &["- ", &question.to_ask(level.as_deref())]);
    }
    out
}

/// A text of the user's, a paragraph for each of its lines.
fn prose(out: &mut String, text: &str) {
    for text in text.lines().filter(|text| !text.trim().is_empty()) {
        paragraph(out, &[&escape(text)]);
    }
}

fn priorities(out: &mut String, sheet: &Worksheet) {
    if sheet.number() == Number::None {
        return paragraph(out, &["No priorities are named yet."]);
    }
    paragraph(out, &["### The company’s priorities"]);
    out.push('\n');
    for (rank, id, priority) in sheet.named() {
        let number = [&rank.to_string(), ". "].concat();
        line(out, &[&number, &escape(&priority.text)]);
        if sheet.work_for(id).next().is_none() {
            line(out, &[&" ".repeat(number.len()), "- Nothing serves it yet"]);
        }
    }
}

fn work(out: &mut String, sheet: &Worksheet) {
    let mut pieces = sheet.pieces().peekable();
    if pieces.peek().is_none() {
        return paragraph(out, &["No work is entered yet."]);
    }
    paragraph(out, &["### My work"]);
    out.push('\n');
    pieces.for_each(|work| piece(out, sheet, work));
}

fn piece(out: &mut String, sheet: &Worksheet, work: &Work) {
    line(out, &["- **", &escape(work.name()), "**"]);
    line(out, &["  - Input metric: ", &escape(&work.drives())]);
    line(out, &["  - Output metric: ", &or_unsaid(&work.output)]);
    match sheet.served_by(work) {
        Some((rank, priority)) => {
            line(out, &["  - Serves priority ", &rank.to_string(), ": ", &escape(&priority.text)])
        }
        None => line(out, &["  - Serves no priority"]),
    }
}

fn or_unsaid(text: &str) -> String {
    let text = escape(text);
    if text.is_empty() { "not said".to_owned() } else { text }
}

fn answer(out: &mut String, asked: &Asked) {
    let Some(said) = asked.answer else {
        return line(out, &["- ", asked.question.heading(), " Not asked yet"]);
    };
    line(out, &["- ", asked.question.heading(), " **", &said.reply.to_string(), "** (", &said.date.long(), ")"]);
    let note = escape(said.note);
    if !note.is_empty() {
        line(out, &["  - ", &note]);
    }
}

fn conclusion(out: &mut String, sheet: &Worksheet, aim: Option<Aim>, opportunity: &Opportunity) {
    let Some(conclusion) = Conclusion::of(sheet, aim, opportunity) else { return };
    paragraph(out, &["## What this comes to"]);
    conclusion.lines().iter().for_each(|text| paragraph(out, &[text]));
    let questions = questions_to_ask(aim, opportunity);
    if !questions.is_empty() {
        paragraph(out, &["### To ask"]);
        out.push('\n');
        out.push_str(&questions);
    }
}
