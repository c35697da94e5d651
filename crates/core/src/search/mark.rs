//! What to highlight in a result.

use std::ops::Range;

use super::fold::{Folded, is_separator};

/// A text with the parts that answer the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text, or a part of it with `…` where something is left out.
    pub text: String,
    /// Bytes of [`text`](Self::text), in order, apart from each other, on character boundaries.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// Marks the words of a query, which are folded, in a text.
    pub(super) fn of(text: &str, words: &[String]) -> Self {
        let folded = Folded::of(text);
        let mut marks: Vec<Range<usize>> = Vec::new();
        for word in words {
            marks.extend(occurrences(&folded.text, word).into_iter().map(|start| {
                let (start, end) = folded.original(start, start + word.len(), text);
                start..end
            }));
        }
        Self { text: text.to_owned(), marks: joined(marks) }
    }

    /// At most some `longest` characters around the first mark.
    pub(super) fn excerpt(self, longest: usize) -> Self {
        if self.text.chars().count() <= longest {
            return self;
        }
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let before = self.text[..first].chars().rev();
        let start = first - before.take(longest / 4).map(char::len_utf8).sum::<usize>();
        let end = start + self.text[start..].chars().take(longest).map(char::len_utf8).sum::<usize>();
        let end = if end == self.text.len() { end } else { self.word_end(start, end) };
        self.cut(start, end)
    }

    /// The part between two character boundaries, with `…` for what is left out.
    fn cut(self, start: usize, end: usize) -> Self {
        let start = if start == 0 { 0 } else { self.word_start(start) };
        let mut text = String::from(if start == 0 { "" } else { "\u{2026}" });
        let inside = self.marks.iter().filter(|mark| mark.start >= start && mark.end <= end);
        let shift = text.len();
        let marks = inside.map(|mark| mark.start - start + shift..mark.end - start + shift).collect();
        text.push_str(&self.text[start..end]);
        if end < self.text.len() {
            text.push('\u{2026}');
        }
        Self { text, marks }
    }

    /// The next beginning of a word, unless a mark comes sooner or it is far.
    fn word_start(&self, from: usize) -> usize {
        let limit = self.marks.first().map_or(from, |mark| mark.start);
        let space = self.text[from..limit.max(from)].find(char::is_whitespace);
        space.map_or(from, |space| {
            let rest = &self.text[from + space..];
            self.text.len() - rest.trim_start().len()
        })
    }

    /// The last end of a word before a place, if none is far from it or inside a mark: else that place.
    fn word_end(&self, start: usize, to: usize) -> usize {
        const FAR: usize = 40;
        let earliest = self.marks.first().map_or(start, |mark| mark.end);
        let end = self.text[start..to].rfind(char::is_whitespace).map_or(0, |space| start + space);
        if end >= earliest && to - end <= FAR { end } else { to }
    }

    /// The text in pieces: whether it is marked, and the piece.
    pub fn pieces(&self) -> Vec<(bool, &str)> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for mark in &self.marks {
            pieces.push((false, &self.text[at..mark.start]));
            pieces.push((true, &self.text[mark.clone()]));
            at = mark.end;
        }
        pieces.push((false, &self.text[at..]));
        pieces.retain(|(_, piece)| !piece.is_empty());
        pieces
    }
}

/// Where a word occurs: at beginnings of words, or if at none, anywhere.
fn occurrences(text: &str, word: &str) -> Vec<usize> {
    let all = || text.match_indices(word).map(|(at, _)| at);
    let begins = |at: &usize| text[..*at].chars().next_back().is_none_or(is_separator);
    let beginnings: Vec<usize> = all().filter(begins).collect();
    if beginnings.is_empty() && is_found_inside(word) { all().collect() } else { beginnings }
}

/// A single Latin letter or digit would be found inside almost everything.
pub(super) fn is_found_inside(word: &str) -> bool {
    word.len() > 1
}

/// The marks in order, those that overlap or touch made one.
fn joined(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| mark.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}
