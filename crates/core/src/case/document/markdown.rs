//! The document as Markdown, to be pasted or kept.

use super::{Block, Document, Entry, Line, Note, Part};
use crate::markdown::{escape, escape_lines, line, link, paragraph};

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    line(&mut out, &["# ", &on_one_line(&document.title)]);
    paragraph(&mut out, &[&on_one_line(&document.kind)]);
    paragraph(&mut out, &[&on_one_line(&document.byline)]);
    out.push('\n');
    document.summary.iter().for_each(|said| line(&mut out, &["- ", &on_one_line(said)]));
    document.parts.iter().for_each(|part| write_part(&mut out, part));
    paragraph(&mut out, &[&on_one_line(&document.foot)]);
    out
}

/// What does not stand at the beginning of its line is escaped as if it did: that shows as the same.
fn on_one_line(texts: &Line) -> String {
    let mut out = String::new();
    for text in texts {
        let words = text.words();
        out.push_str(if words.starts_with(char::is_whitespace) && !out.is_empty() { " " } else { "" });
        out.push_str(&escape(words));
        out.push_str(if words.trim_end().len() < words.len() { " " } else { "" });
    }
    out
}

/// Texts in a row, with the line ends and paragraphs that the user made; what follows the first line is indented.
fn in_lines(texts: &Line, indent: &str) -> String {
    match texts.as_slice() {
        [text] => escape_lines(text.words(), indent),
        [first, text] => [&escape(first.words()), " ", &escape_lines(text.words(), indent)].concat(),
        texts => on_one_line(&texts.to_vec()),
    }
}

fn write_part(out: &mut String, part: &Part) {
    paragraph(out, &["## ", &on_one_line(&part.heading())]);
    for block in &part.blocks {
        match block {
            Block::Heading(text) => paragraph(out, &["### ", &on_one_line(text)]),
            Block::Paragraph(text) => paragraph(out, &[&in_lines(text, "")]),
            Block::Entries(entries) => {
                out.push('\n');
                entries.iter().for_each(|entry| write_entry(out, entry, ""));
            }
        }
    }
}

fn write_entry(out: &mut String, entry: &Entry, indent: &str) {
    let inner = [indent, "  "].concat();
    let mark = entry.mark.map(|mark| ["**", &mark.words(), "** · "].concat()).unwrap_or_default();
    line(out, &[indent, "- ", &mark, &in_lines(&entry.head, &inner)]);
    entry.notes.iter().for_each(|note| write_note(out, note, &inner));
    entry.within.iter().for_each(|entry| write_entry(out, entry, &inner));
}

fn write_note(out: &mut String, note: &Note, indent: &str) {
    let inner = [indent, "  "].concat();
    match note {
        Note::Said(text) => line(out, &[indent, "- ", &in_lines(text, &inner)]),
        Note::Link(url) => line(out, &[indent, "- ", &link(url)]),
        Note::List(of, lines) => {
            line(out, &[indent, "- ", of]);
            lines.iter().for_each(|text| line(out, &[&inner, "- ", &on_one_line(text)]));
        }
        Note::Dated(date, text, url) => {
            let said = [(!text.is_empty()).then(|| in_lines(text, &inner)), url.as_ref().map(link)];
            let said: Vec<String> = said.into_iter().flatten().collect();
            line(out, &[indent, "- ", &date.long(), ": ", &said.join(" ")]);
        }
    }
}
