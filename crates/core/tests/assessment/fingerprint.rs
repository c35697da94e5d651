//! The fingerprint is part of the stored format: these vectors hold for ever.

use rungs_core::assessment::Fingerprint;

#[test]
fn the_vectors_of_fnv_1a_64_hold() {
    let vectors = [
        ("", "cbf29ce484222325"),
        ("a", "af63dc4c8601ec8c"),
        ("foobar", "85944171f73967e8"),
        ("Resolves 75 percent of issues.", "77b0eb811b9e5578"),
        ("Höflich – 礼儀正しい 🙂", "9b8732303ea98cd4"),
    ];
    for (text, expected) in vectors {
        assert_eq!(Fingerprint::of(text).to_string(), expected, "{text}");
        assert_eq!(Fingerprint::parse(expected), Some(Fingerprint::of(text)));
    }
}

#[test]
fn white_space_is_folded_and_nothing_else() {
    let same = Fingerprint::of("helps new engineers");
    assert_eq!(Fingerprint::of("  helps\n new\u{a0}\tengineers "), same);
    for other in ["Helps new engineers", "helps new engineers.", "helpsnew engineers"] {
        assert_ne!(Fingerprint::of(other), same, "{other}");
    }
    assert_ne!(Fingerprint::of("\u{e9}"), Fingerprint::of("e\u{301}"), "composition counts");
}

#[test]
fn other_writings_are_no_fingerprint() {
    for text in ["", "cbf29ce48422232", "CBF29CE484222325", "+bf29ce484222325", "cbf29ce4842223250"] {
        assert_eq!(Fingerprint::parse(text), None, "{text}");
    }
}
