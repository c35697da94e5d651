//! Words: texts cut by Unicode's rules, and what changed from one text to another, word by word.
//!
//! Promise: the kept and inserted spans joined are the later text, byte for byte; the kept and deleted
//! ones are the earlier text.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What became of a span of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stands in both texts.
    Kept,
    /// It stands in the earlier text only.
    Deleted,
    /// It stands in the later text only.
    Inserted,
}

/// A run of text and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// What became of it.
    pub mark: Mark,
    /// The text, never empty.
    pub text: &'a str,
}

/// Beyond this many pairs of segments (two texts of some 250 words that share neither beginning nor
/// end) the search for changed words would cost more than it tells: the middle then counts as rewritten.
const MOST_PAIRS: usize = 500 * 500;

/// What changed from `before` to `after`: words are segments of Unicode's word boundary rules (UAX 29),
/// so that ideographs count one by one and combining marks stay with their letters.
///
/// In a stretch of changes, what was deleted comes before what was inserted. Short islands of kept text
/// between longer changes count as changed; of texts that share too little, all is changed.
pub fn diff<'a>(before: &'a str, after: &'a str) -> Vec<Span<'a>> {
    let (left, right) = (Segments::of(before), Segments::of(after));
    let mut blocks = blocks(&matches(&left, &right), left.len(), right.len());
    fold_islands(&mut blocks, &left, &right);
    let blocks = trim(&blocks, &left, &right);
    let kept: usize = blocks.iter().filter(|block| block.kept).map(|block| left.letters(&block.left)).sum();
    let longer = left.letters(&(0..left.len())).max(right.letters(&(0..right.len())));
    if kept * 4 < longer {
        let whole = Block { kept: false, left: 0..left.len(), right: 0..right.len() };
        return spans(&[whole], &left, &right);
    }
    spans(&blocks, &left, &right)
}

/// The words of a text without spaces and punctuation, ASCII letters in lower case. Of other letters only the case that
/// is written counts as the same: their tables weigh more than a likeness that is a little lower.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.unicode_words().map(str::to_ascii_lowercase)
}

/// A text and the places between its segments: words, spaces, punctuation.
struct Segments<'a> {
    text: &'a str,
    /// Byte offsets of the beginnings of the segments, and the end of the text.
    bounds: Vec<usize>,
}

impl<'a> Segments<'a> {
    fn of(text: &'a str) -> Self {
        let bounds = text.split_word_bound_indices().map(|(start, _)| start).chain([text.len()]).collect();
        Self { text, bounds }
    }

    fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    fn slice(&self, segments: &Range<usize>) -> &'a str {
        &self.text[self.bounds[segments.start]..self.bounds[segments.end]]
    }

    fn at(&self, segment: usize) -> &'a str {
        self.slice(&(segment..segment + 1))
    }

    fn letters(&self, segments: &Range<usize>) -> usize {
        self.slice(segments).chars().filter(|c| c.is_alphanumeric()).count()
    }
}

/// Pairs of equal segments, both sides ascending: the shared beginning, a longest common subsequence
/// of the middle, the shared end.
fn matches(left: &Segments, right: &Segments) -> Vec<(usize, usize)> {
    let (n, m) = (left.len(), right.len());
    let same = |i: usize, j: usize| left.at(i) == right.at(j);
    let head = (0..n.min(m)).take_while(|&i| same(i, i)).count();
    let tail = (0..n.min(m) - head).take_while(|&i| same(n - 1 - i, m - 1 - i)).count();
    let middle = common(head..n - tail, head..m - tail, same);
    let end = (0..tail).map(|i| (n - tail + i, m - tail + i));
    (0..head).map(|i| (i, i)).chain(middle).chain(end).collect()
}

/// A longest common subsequence, by the textbook table of suffixes; empty where the table would be
/// larger than [`MOST_PAIRS`].
fn common(left: Range<usize>, right: Range<usize>, same: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let (rows, columns) = (left.len(), right.len());
    if rows * columns > MOST_PAIRS {
        return Vec::new();
    }
    let mut longest = vec![0u16; (rows + 1) * (columns + 1)];
    let at = |i: usize, j: usize| i * (columns + 1) + j;
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            longest[at(i, j)] = if same(left.start + i, right.start + j) {
                longest[at(i + 1, j + 1)] + 1
            } else {
                longest[at(i + 1, j)].max(longest[at(i, j + 1)])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < rows && j < columns {
        if same(left.start + i, right.start + j) {
            pairs.push((left.start + i, right.start + j));
            (i, j) = (i + 1, j + 1);
        } else if longest[at(i + 1, j)] >= longest[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Segments of the two texts that belong together: equal, or changed from the one into the other.
struct Block {
    kept: bool,
    left: Range<usize>,
    right: Range<usize>,
}

/// Covers both texts with blocks that alternate between kept and changed.
fn blocks(matches: &[(usize, usize)], left_len: usize, right_len: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut left, mut right) = (0, 0);
    for &(i, j) in matches {
        if i > left || j > right {
            blocks.push(Block { kept: false, left: left..i, right: right..j });
        }
        (left, right) = (i + 1, j + 1);
        match blocks.last_mut() {
            Some(last) if last.kept => (last.left.end, last.right.end) = (left, right),
            _ => blocks.push(Block { kept: true, left: i..left, right: j..right }),
        }
    }
    if left < left_len || right < right_len {
        blocks.push(Block { kept: false, left: left..left_len, right: right..right_len });
    }
    blocks
}

/// Counts a kept block as changed where it has at most half as many letters as the changes on either
/// side: "the" between two rewritten phrases is chance, and marking around it is hard to read.
fn fold_islands(blocks: &mut Vec<Block>, left: &Segments, right: &Segments) {
    let size = |block: &Block| left.letters(&block.left).max(right.letters(&block.right));
    let mut at = 1;
    while at + 1 < blocks.len() {
        let island = &blocks[at];
        if island.kept && size(island) * 2 <= size(&blocks[at - 1]).min(size(&blocks[at + 1])) {
            let (last_left, last_right) = (blocks[at + 1].left.end, blocks[at + 1].right.end);
            (blocks[at - 1].left.end, blocks[at - 1].right.end) = (last_left, last_right);
            blocks.drain(at..at + 2);
            at = at.saturating_sub(2).max(1);
        } else {
            at += 1;
        }
    }
}

/// Gives back to the kept text what both sides of a changed block begin or end with: mostly the space
/// of an island that was folded.
fn trim(blocks: &[Block], left: &Segments, right: &Segments) -> Vec<Block> {
    let mut trimmed: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut push = |kept: bool, left: Range<usize>, right: Range<usize>| match trimmed.last_mut() {
        _ if left.is_empty() && right.is_empty() => {}
        Some(last) if last.kept && kept => (last.left.end, last.right.end) = (left.end, right.end),
        _ => trimmed.push(Block { kept, left, right }),
    };
    for Block { kept, left: l, right: r } in blocks {
        let same = |i: usize, j: usize| left.at(i) == right.at(j);
        let shorter = if *kept { 0 } else { l.len().min(r.len()) };
        let head = (0..shorter).take_while(|&i| same(l.start + i, r.start + i)).count();
        let tail = (1..=shorter - head).take_while(|&i| same(l.end - i, r.end - i)).count();
        push(true, l.start..l.start + head, r.start..r.start + head);
        push(*kept, l.start + head..l.end - tail, r.start + head..r.end - tail);
        push(true, l.end - tail..l.end, r.end - tail..r.end);
    }
    trimmed
}

/// Writes blocks out as spans, deletions first.
fn spans<'a>(blocks: &[Block], left: &Segments<'a>, right: &Segments<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for block in blocks {
        let (before, after) = (left.slice(&block.left), right.slice(&block.right));
        if block.kept {
            spans.push(Span { mark: Mark::Kept, text: after });
        } else {
            let both = [Span { mark: Mark::Deleted, text: before }, Span { mark: Mark::Inserted, text: after }];
            spans.extend(both.into_iter().filter(|span| !span.text.is_empty()));
        }
    }
    spans
}
