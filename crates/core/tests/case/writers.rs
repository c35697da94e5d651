//! What is shown, printed and saved agrees: every text of the document is in each, as it was written.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Extra, Rating, Skillset, Wording};
use rungs_core::case::document::{
    Block, Document, Element, Entry, Line, Markup, Note, Papers, document, html, markdown, markup,
};
use rungs_core::case::folder::{Folder, Section, put_piece, set_section, set_who};
use rungs_core::growth::Worksheet;
use rungs_core::record::Book;
use sha2::{Digest, Sha256};

use crate::document::{NO_WINS, engine, entered, ladder};
use crate::fixture::{TODAY, at, day, entry_id, master};

/// A document in which ladder and user say these things, wherever either can.
fn saying(ladders: &str, users: &str) -> Document {
    let mut ladder = ladder();
    ladder.name = ladders.into();
    ladder.competencies.iter_mut().for_each(|competency| competency.name = ladders.into());
    ladder.expectations.iter_mut().for_each(|expectation| expectation.text = ladders.into());
    ladder.levels[2].name = ladders.into();
    let mut saved = entered(&ladder);
    add(&mut saved, &ladder, users);
    let mut piece = engine(&ladder);
    (piece.title, piece.what, piece.result) = (users.into(), users.into(), users.into());
    piece.set_skillset(users, true);
    let mut book = Book::default();
    put_piece(&mut book, &entry_id("a"), Some(&piece), at(1));
    set_who(&mut book, users, at(1));
    set_section(&mut book, Section::Growth, true, at(1));
    let mut growth = Book::default();
    rungs_core::growth::change_path(&mut growth, users.into(), at(1));
    rungs_core::growth::add_priority(&mut growth, &entry_id("p"), users.into(), at(1));
    let (folder, worksheet, journal) = (&Folder::of(&book), &Worksheet::of(&growth), &*NO_WINS);
    let (target, assessment) = (master(&ladder), &saved);
    document(Papers { ladder: &ladder, target, assessment, folder, worksheet, journal, today: day(TODAY) })
}

fn add(saved: &mut Assessment, ladder: &rungs_core::ladder::Ladder, users: &str) {
    let evidence = Evidence {
        date: day("2026-03-01"),
        text: users.into(),
        link: None,
        wording: Wording::of(users),
        extra: Extra::new(),
    };
    let id = EvidenceId::parse("u").unwrap();
    saved.rate(&ladder.expectations[3], Some(Rating::NotYet), at(2));
    saved.put_evidence(&ladder.expectations[3], &id, evidence.clone(), at(2));
    let of = &master(ladder).requirements[1];
    let name = users.chars().take(500).collect();
    let skillset = Skillset { name, wording: Wording::of(users), extra: Extra::new() };
    saved.set_skillset(master(ladder), of, &entry_id("u"), Some(skillset), at(2));
    saved.set_requirement_evidence(master(ladder), of, Some(&entry_id("u")), &id, Some(evidence), at(2));
}

/// Every text of a document.
fn texts(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    let heads = [&document.kind, &document.title, &document.byline, &document.foot];
    heads.into_iter().chain(&document.summary).for_each(|line| add_line(line, &mut all));
    for part in &document.parts {
        all.push(part.section.to_string());
        for block in &part.blocks {
            match block {
                Block::Heading(line) | Block::Paragraph(line) => add_line(line, &mut all),
                Block::Entries(entries) => entries.iter().for_each(|entry| add_entry(entry, &mut all)),
            }
        }
    }
    all
}

fn add_line(line: &Line, all: &mut Vec<String>) {
    all.extend(line.iter().map(|text| text.words().to_owned()));
}

fn add_entry(entry: &Entry, all: &mut Vec<String>) {
    all.extend(entry.mark.map(|mark| mark.words()));
    add_line(&entry.head, all);
    for note in &entry.notes {
        match note {
            Note::Said(line) => add_line(line, all),
            Note::Link(url) => all.push(url.to_string()),
            Note::List(of, lines) => {
                all.push((*of).to_owned());
                lines.iter().for_each(|line| add_line(line, all));
            }
            Note::Dated(date, line, url) => {
                all.push(date.long());
                add_line(line, all);
                all.extend(url.iter().map(ToString::to_string));
            }
        }
    }
    entry.within.iter().for_each(|entry| add_entry(entry, all));
}

/// Without white space, which the writers may fold.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn text_of(element: &Element) -> String {
    let text = |child: &Markup| match child {
        Markup::Text(text) => text.clone(),
        Markup::Element(element) => text_of(element),
    };
    element.children.iter().map(text).collect()
}

/// The tags and the text of a file of HTML, read without knowing how it was written.
fn read_html(html: &str) -> (Vec<String>, String) {
    let body = html.split_once("<body>").unwrap().1;
    let (mut tags, mut text) = (Vec::new(), String::new());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        tags.push(tag.to_owned());
        rest = after;
    }
    let read = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    (tags, read.iter().fold(text, |text, (written, meant)| text.replace(written, meant)))
}

/// What GitHub shows of Markdown as text; anything but headings, paragraphs, lists, bold marks and links is an error.
fn read_markdown(markdown: &str) -> Result<(usize, String), String> {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let (mut headings, mut text) = (0, String::new());
    for event in Parser::new_ext(markdown, github) {
        match event {
            Event::Text(said) => text.push_str(&said),
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Link { .. }) => {}
            Event::End(_) | Event::SoftBreak | Event::HardBreak => text.push(' '),
            other => return Err(format!("{other:?} in\n{markdown}")),
        }
    }
    Ok((headings, text))
}

/// Texts that could be taken for markup, and in any script.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "Z",
        "9",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "    ",
        "#",
        "# ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        "---",
        "===",
        "```",
        "`",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "|",
        "| - |",
        "[",
        "](x)",
        "![",
        "[^1]",
        "[x]: y",
        "- [ ] ",
        "<",
        ">",
        "</p>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "&",
        "&amp;",
        "&#60;",
        "\"",
        "'",
        "\\",
        "$",
        "$$",
        "^",
        ":",
        "https://example.com",
        "www.example.com",
        "مرحبا",
        "שלום",
        "\u{202e}",
        "😀",
        "👩\u{200d}💻",
        "e\u{301}",
        "漢字",
        "\u{2028}",
        "\u{feff}",
        "{#id}",
        "%",
        ";",
        ",",
    ]);
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_text_is_in_each_and_none_becomes_markup(ladders in nasty(), users in nasty()) {
        let document = saying(&ladders, &users);
        let element = markup(&document, 2);
        let shown = packed(&text_of(&element));
        let (tags, file) = read_html(&html(&document));
        let (headings, note) = read_markdown(&markdown(&document)).map_err(TestCaseError::fail)?;
        let (file, note) = (packed(&file), packed(&note));
        for text in texts(&document) {
            let text = packed(&text);
            prop_assert!(shown.contains(&text), "the page lacks {text}");
            prop_assert!(file.contains(&text), "the file lacks {text}");
            prop_assert!(note.contains(&text), "the Markdown lacks {text}\n{}", markdown(&document));
        }
        prop_assert_eq!(&shown, &file);
        let known = ["article", "header", "section", "h1", "h2", "h3", "p", "ul", "li", "div", "span", "bdi", "time", "a"];
        for tag in tags {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            prop_assert!(known.contains(&name) || ["body", "html", "main"].contains(&name), "{tag}");
        }
        let expected: usize = document.parts.iter().map(|part| {
            1 + part.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count()
        }).sum();
        prop_assert_eq!(headings, expected + 1);
    }
}

#[test]
fn paragraphs_and_lines_of_the_user_stay_in_markdown() {
    let written = markdown(&saying("Is calm.", "One\ntwo\n\n- three | four"));
    let expected = "  - 1 March 2026: One\\\n    two\n\n    \\- three \\| four\n";
    assert!(written.contains(expected), "{written}");
}

#[test]
fn the_file_asks_for_nothing_and_permits_just_its_own_styles() {
    let file = html(&saying("Is calm.", "Ada"));
    let style = file.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src";
    let expected = format!("content=\"{policy} 'sha256-{}'\"", base64(&Sha256::digest(style.as_bytes())));
    assert!(file.contains(&expected), "the policy has to be: {expected}");
    for asks in ["<script", "<link", "<img", "src=", "url(", "@import", "style=\""] {
        assert!(!file.contains(asks), "{asks}");
    }
    assert!(file.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(file.contains("<title>journeyman → Is calm.</title>"));
}

#[test]
fn words_carry_their_language_and_their_direction() {
    let mut document = saying("Sei ruhig.", "مرحبا");
    document.lang = "de".into();
    let file = html(&document);
    assert!(file.contains("<p class=\"paper-what\" lang=\"de\" dir=\"auto\">Sei ruhig.</p>"));
    assert!(file.contains("<bdi dir=\"auto\">مرحبا</bdi> · 23 November 2026"));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |chunk: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        let digit = |at: usize| if at <= chunk.len() { DIGITS[(bits >> (18 - 6 * at) & 63) as usize] } else { b'=' };
        [0, 1, 2, 3].map(|at| char::from(digit(at)))
    };
    bytes.chunks(3).flat_map(group).collect()
}
