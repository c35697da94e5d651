//! Previews and icons as those who publish them see them: sizes, bytes, and what becomes of awkward names.

use std::io::Cursor;

use rungs_card::{Card, CardError, Name, PREVIEW, Rungs, Subject, icon, preview};
use rungs_core::compare::{Change, Counts};
use rungs_core::ladder::compile::Folder;

const MASKABLE: &str = include_str!("../../../public/icon-maskable.svg");
const FAVICON: &str = include_str!("../../../public/favicon.svg");
/// The right end of the text; the ladder begins beyond it.
const EDGE: u32 = 892;

fn card(subject: Subject) -> Card {
    Card { site: "Rungs".into(), accent: None, subject }
}

fn comparison(ladder: &str, from: &str, to: &str, each: &[(Change, usize)]) -> Card {
    let changes = each.iter().flat_map(|&(change, count)| std::iter::repeat_n(change, count));
    card(Subject::Comparison {
        ladder: Name::new(ladder, "ladder-id"),
        from: Name::new(from, "left-id"),
        to: Name::new(to, "right-id"),
        counts: Counts::of(changes),
        rungs: Rungs { count: 5, from: Some(1), to: Some(2) },
    })
}

fn plain(from: &str, to: &str) -> Card {
    comparison("Customer Engineering", from, to, &[(Change::New, 5), (Change::Raised, 1), (Change::Kept, 6)])
}

/// Red, green, blue and opacity of each pixel, and the size.
struct Pixels {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        Self { width: info.width, height: info.height, bytes }
    }

    fn at(&self, x: u32, y: u32) -> [u8; 4] {
        let place = 4 * (y * self.width + x) as usize;
        self.bytes[place..place + 4].try_into().unwrap()
    }

    /// Whether nothing is drawn between two columns, the second left out.
    fn is_free(&self, from: u32, to: u32) -> bool {
        let paper = self.at(0, 0);
        (from..to).all(|x| (0..self.height).all(|y| self.at(x, y) == paper))
    }
}

#[test]
fn a_preview_is_of_the_size_that_open_graph_wants_and_small() {
    let bytes = preview(&plain("Customer Engineer", "Senior Engineer")).unwrap();
    let pixels = Pixels::of(&bytes);
    assert_eq!((pixels.width, pixels.height), PREVIEW);
    assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
}

#[test]
fn the_same_card_gives_the_same_bytes() {
    let card = plain("Customer Engineer", "Senior Engineer");
    assert_eq!(preview(&card).unwrap(), preview(&card).unwrap());
}

#[test]
fn whatever_the_names_nothing_is_drawn_beyond_the_margins() {
    let long = "Principal Customer Relationship Engineering Programme Manager for Europe and the Middle East";
    let word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle";
    let many: Vec<(Change, usize)> = Change::ALL.into_iter().map(|change| (change, 188)).collect();
    let cards = [
        comparison(long, long, long, &many),
        comparison(word, word, word, &[(Change::Kept, 61)]),
        plain("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "mmmmmmmmmmmmmm mmmmmmmmmmmmmmmmmm mmmmmmmmmm"),
        card(Subject::Level {
            ladder: Name::new(word, "a"),
            name: Name::new(long, "b"),
            place: format!("Level 12, {long} {long}"),
            figures: vec![(1805, "expectations"), (188, "requirements")],
            rungs: Rungs { count: 205, from: None, to: Some(204) },
        }),
        card(Subject::Site { summary: format!("{long} {long} {long}"), figures: vec![(1000, "ladders")] }),
    ];
    for card in cards {
        let pixels = Pixels::of(&preview(&Card { site: long.into(), ..card }).unwrap());
        assert!(pixels.is_free(0, 68) && pixels.is_free(EDGE, 960), "a text runs over the margin");
    }
}

#[test]
fn counts_of_nothing_are_left_out() {
    let with = |counts: &[(Change, usize)]| preview(&comparison("L", "A", "B", counts)).unwrap();
    assert_eq!(with(&[(Change::New, 2), (Change::Dropped, 0)]), with(&[(Change::New, 2)]));
    assert!(with(&[]) != with(&[(Change::New, 2)]));
}

#[test]
fn emoji_are_left_out_and_a_name_in_a_script_that_the_font_lacks_gives_way_to_its_id() {
    let drawn = |from: &str, to: &str| preview(&plain(from, to)).unwrap();
    assert_eq!(drawn("🚀 Rocket Lead", "Senior"), drawn("Rocket Lead", "Senior"));
    assert_eq!(drawn("مهندس أول", "シニアエンジニア"), drawn("left-id", "right-id"));
    assert_eq!(drawn("", "🚀"), drawn("left-id", "right-id"));
}

#[test]
fn names_that_look_like_markup_are_text() {
    assert!(preview(&plain("</text><script>", "R&D \"Lead\" \u{1}")).is_ok());
}

#[test]
fn the_accent_of_the_site_colours_the_rung() {
    let rung = |accent: Option<&str>| {
        let subject = plain("A", "B").subject;
        preview(&Card { accent: accent.map(str::to_owned), ..card(subject) }).map(|png| Pixels::of(&png).at(1046, 314))
    };
    assert_eq!(rung(None), Ok([0x0f, 0x5a, 0x8c, 255]));
    assert_eq!(rung(Some("#7a3e86")), Ok([0x7a, 0x3e, 0x86, 255]));
    assert_eq!(rung(Some("purple")), Err(CardError::Colour("purple".into())));
}

#[test]
fn every_page_of_the_test_ladders_has_a_preview() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/ladders");
    let catalogue = Folder::read(folder.as_ref()).unwrap().compile().catalogue.unwrap();
    let site = &catalogue.index.site;
    assert!(preview(&Card::of_site(&catalogue.index, "What changes.")).is_ok());
    for ladder in &catalogue.ladders {
        assert!(preview(&Card::of_ladder(site, ladder)).is_ok());
        let (first, last) = (&ladder.levels[0], &ladder.levels[ladder.levels.len() - 1]);
        for card in [Card::of_level(site, ladder, last), Card::of_comparison(site, ladder, first, last)] {
            assert!(preview(&card).is_ok_and(|bytes| bytes.len() < 40_000));
        }
    }
}

#[test]
fn an_icon_has_the_size_asked_for_and_keeps_what_is_transparent() {
    for size in [64, 180, 192, 512] {
        let pixels = Pixels::of(&icon(FAVICON, size).unwrap());
        assert_eq!((pixels.width, pixels.height), (size, size));
        assert_eq!(pixels.at(0, 0)[3], 0);
        assert_eq!(pixels.at(size / 2, size / 2), [0xfc, 0xfb, 0xf9, 255], "the mark");
        assert_eq!(pixels.at(size / 2, size / 8), [0x1f, 0x5f, 0x8b, 255], "its ground");
    }
}

#[test]
fn the_maskable_icon_fills_the_square_and_its_mark_stands_in_the_safe_zone() {
    let size = 512;
    let pixels = Pixels::of(&icon(MASKABLE, size).unwrap());
    let ground = pixels.at(0, 0);
    assert_eq!(ground[3], 255);
    let from_middle = |place: u32| u64::from(place.abs_diff(size / 2));
    let radius = u64::from(size * 2 / 5);
    for (x, y) in (0..size).flat_map(|x| (0..size).map(move |y| (x, y))) {
        let is_outside = from_middle(x).pow(2) + from_middle(y).pow(2) > radius.pow(2);
        assert!(!is_outside || pixels.at(x, y) == ground, "{x} {y}");
    }
}

#[test]
fn what_is_no_icon_is_said() {
    assert_eq!(icon(FAVICON, 0), Err(CardError::Size(0)));
    assert_eq!(icon(FAVICON, 5000).unwrap_err().to_string(), "an icon has 1 to 4096 pixels a side, not 5000");
    assert!(icon("no drawing", 180).unwrap_err().to_string().starts_with("the drawing cannot be read: "));
}
