//! The document as elements: what the page shows and prints, and what a file of HTML holds.

use super::{Block, Document, Entry, Line, Mark, Note, Part, Text};
use crate::assessment::Rating;
use crate::case::State;
use crate::link::SafeUrl;

/// Text, or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Text as it is to be read; whoever writes it escapes it.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// Its classes; may be empty.
    pub class: &'static str,
    /// Its other attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Markup>,
}

/// The tags of headings, from that of the document down.
type Headings = [&'static str; 3];

/// The document as an `article`, whose title is a heading of level `top`, 1 or 2.
pub fn markup(document: &Document, top: u8) -> Element {
    let headings = if top == 1 { ["h1", "h2", "h3"] } else { ["h2", "h3", "h4"] };
    let writer = Writer { lang: &document.lang, headings };
    let summary = document.summary.iter().map(|line| writer.line("li", "", line)).collect();
    let head = vec![
        writer.line("p", "paper-kind", &document.kind),
        writer.line(headings[0], "paper-title", &document.title),
        writer.line("p", "paper-byline", &document.byline),
        element("ul", "paper-summary", summary),
    ];
    let mut children = vec![element("header", "", head)];
    children.extend(document.parts.iter().map(|part| writer.part(part)));
    children.push(writer.line("p", "paper-foot", &document.foot));
    Element { tag: "article", class: "paper", attributes: Vec::new(), children }
}

fn element(tag: &'static str, class: &'static str, children: Vec<Markup>) -> Markup {
    Markup::Element(Element { tag, class, attributes: Vec::new(), children })
}

/// Writes the parts of one document.
struct Writer<'a> {
    lang: &'a str,
    headings: Headings,
}

impl Writer<'_> {
    fn part(&self, part: &Part) -> Markup {
        let heading = self.line(self.headings[1], "", &part.heading());
        let blocks = part.blocks.iter().map(|block| self.block(block));
        element("section", "paper-part", [heading].into_iter().chain(blocks).collect())
    }

    fn block(&self, block: &Block) -> Markup {
        match block {
            Block::Heading(line) => self.line(self.headings[2], "", line),
            Block::Paragraph(line) => self.line("p", "", line),
            Block::Entries(entries) => self.entries(entries),
        }
    }

    fn entries(&self, entries: &[Entry]) -> Markup {
        element("ul", "paper-entries", entries.iter().map(|entry| self.entry(entry)).collect())
    }

    fn entry(&self, entry: &Entry) -> Markup {
        let mut body = vec![self.line("p", "paper-what", &entry.head)];
        body.extend(entry.notes.iter().map(|note| self.note(note)));
        body.extend((!entry.within.is_empty()).then(|| self.entries(&entry.within)));
        let body = element("div", "paper-body", body);
        let mark = entry.mark.map(mark);
        let class = if mark.is_some() { "paper-entry is-marked" } else { "paper-entry" };
        element("li", class, mark.into_iter().chain([body]).collect())
    }

    fn note(&self, note: &Note) -> Markup {
        match note {
            Note::Said(line) => self.line("p", "", line),
            Note::Link(url) => element("p", "", vec![link(url)]),
            Note::List(of, lines) => {
                let items = lines.iter().map(|line| self.line("li", "", line)).collect();
                let of = element("p", "", vec![Markup::Text((*of).to_owned())]);
                element("div", "paper-list", vec![of, element("ul", "", items)])
            }
            Note::Dated(date, line, url) => {
                let day = Element {
                    tag: "time",
                    class: "",
                    attributes: vec![("datetime", date.to_string())],
                    children: vec![Markup::Text(date.long())],
                };
                let mut said = Vec::new();
                said.extend((!line.is_empty()).then(|| self.line("p", "", line)));
                said.extend(url.iter().map(|url| element("p", "", vec![link(url)])));
                element("div", "paper-dated", vec![Markup::Element(day), element("div", "", said)])
            }
        }
    }

    /// An element of one line. Words that are not ours carry their language, and their direction is found from them.
    fn line(&self, tag: &'static str, class: &'static str, line: &Line) -> Markup {
        if let [text] = line.as_slice() {
            let children = vec![Markup::Text(text.words().to_owned())];
            return Markup::Element(Element { tag, class, attributes: self.of_whom(text), children });
        }
        let inline = |text: &Text| match text {
            Text::Ours(words) => Markup::Text(words.clone()),
            Text::Ladder(words) | Text::User(words) => Markup::Element(Element {
                tag: "bdi",
                class: "",
                attributes: self.of_whom(text),
                children: vec![Markup::Text(words.clone())],
            }),
        };
        element(tag, class, line.iter().map(inline).collect())
    }

    fn of_whom(&self, text: &Text) -> Vec<(&'static str, String)> {
        match text {
            Text::Ours(_) => Vec::new(),
            Text::Ladder(_) => vec![("lang", self.lang.to_owned()), ("dir", "auto".to_owned())],
            Text::User(_) => vec![("dir", "auto".to_owned())],
        }
    }
}

fn mark(mark: Mark) -> Markup {
    let sign = mark.sign().map(|sign| {
        let attributes = vec![("aria-hidden", "true".to_owned())];
        let children = vec![Markup::Text(sign.to_owned())];
        Markup::Element(Element { tag: "span", class: "", attributes, children })
    });
    element("p", class_of(mark), sign.into_iter().chain([Markup::Text(mark.words())]).collect())
}

fn class_of(mark: Mark) -> &'static str {
    match mark {
        Mark::State(State::Met) | Mark::Rated(Rating::Consistently) => "paper-mark is-met",
        Mark::State(State::NotMet) => "paper-mark is-not-met",
        Mark::State(State::NotKnown) | Mark::NotAsked | Mark::Rated(_) | Mark::NotRated => "paper-mark",
    }
}

/// A link of the user's, opened by the reader's click only, and without telling where it was found.
fn link(url: &SafeUrl) -> Markup {
    let attributes =
        vec![("href", url.to_string()), ("target", "_blank".to_owned()), ("rel", "noopener noreferrer".to_owned())];
    let children = vec![Markup::Text(url.to_string())];
    Markup::Element(Element { tag: "a", class: "paper-link", attributes, children })
}
