//! Folding: what is left of a text when case, accents and width do not matter; and its words.

/// The folded text, with the byte of the original from which each of its bytes comes.
pub(super) struct Folded {
    pub(super) text: String,
    origins: Vec<usize>,
    original_len: usize,
}

impl Folded {
    pub(super) fn of(original: &str) -> Self {
        let mut folded = Self { text: String::new(), origins: Vec::new(), original_len: original.len() };
        for (origin, c) in original.char_indices() {
            fold_char(c, |c| folded.text.push(c));
            folded.origins.resize(folded.text.len(), origin);
        }
        folded
    }

    /// The part of the original that became this part of the folded text, in whole characters.
    pub(super) fn original(&self, start: usize, end: usize, original: &str) -> (usize, usize) {
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or(self.original_len);
        let last = origin(end - 1);
        let after_last = last + original[last..].chars().next().map_or(0, char::len_utf8);
        // Marks that were dropped belong to the character before them.
        (origin(start), origin(end).max(after_last))
    }
}

/// The folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = Folded::of(text).text;
    folded.split(is_separator).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a character stands between words. Everything that is not punctuation or space is part of
/// a word, so that emoji and the marks of all scripts are found too.
pub(super) fn is_separator(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => !c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{200c}' | '\u{200e}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => true,
        _ => c.is_whitespace(),
    }
}

/// Lower case, without accents, full-width forms as plain ones.
fn fold_char(c: char, mut out: impl FnMut(char)) {
    if c.is_ascii() {
        return out(c.to_ascii_lowercase());
    }
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    for lower in narrow.to_lowercase() {
        match lower {
            // Accents that stand by themselves, and the optional marks of Hebrew and Arabic.
            '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{652}' => {}
            'ß' => "ss".chars().for_each(&mut out),
            'æ' => "ae".chars().for_each(&mut out),
            'œ' => "oe".chars().for_each(&mut out),
            'ς' => out('σ'),
            _ => out(without_accent(lower)),
        }
    }
}

/// The letter without its accent, for the Latin letters of European languages.
fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, words};

    #[test]
    fn words_are_lower_case_and_bare() {
        assert_eq!(words("Café, naïve ÆSIR—Straße"), ["cafe", "naive", "aesir", "strasse"]);
        assert_eq!(words("on-call 75\u{a0}%"), ["on", "call", "75"]);
        assert_eq!(
            words("cafe\u{301} Ｗｉｄｅ ΣΟΦΟΣ ΣΟΦΌς"),
            ["cafe", "wide", "σοφοσ", "σοφός".replace('ς', "σ").as_str()]
        );
    }

    #[test]
    fn other_scripts_and_emoji_are_words() {
        assert_eq!(words("顧客対応、品質"), ["顧客対応", "品質"]);
        assert_eq!(words("हिन्दी 🎉"), ["हिन्दी", "🎉"]);
        assert_eq!(words("مُرشِد أوّل"), ["مرشد", "أول"]);
    }

    #[test]
    fn a_part_of_the_folded_text_leads_back_to_whole_characters() {
        let original = "Straße e\u{301}te";
        let folded = Folded::of(original);
        assert_eq!(folded.text, "strasse ete");
        let back = |start, end| {
            let (start, end) = folded.original(start, end, original);
            &original[start..end]
        };
        assert_eq!(back(4, 5), "ß");
        assert_eq!(back(0, 7), "Straße");
        assert_eq!(back(8, 9), "e\u{301}");
        assert_eq!(back(10, 11), "e");
    }
}
