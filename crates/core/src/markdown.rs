//! Lines of Markdown (CommonMark, with GitHub's additions), for what is copied and saved.
//!
//! Texts of ladders and of the user come out as they are, never as markup: whatever could be read as such is escaped.

use crate::link::SafeUrl;

/// A line.
pub(crate) fn line(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
    out.push('\n');
}

/// A line with an empty one before it, so that nothing above it runs on.
pub(crate) fn paragraph(out: &mut String, parts: &[&str]) {
    out.push('\n');
    line(out, parts);
}

/// A text on one line, so that Markdown shows it as it is.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        if out.is_empty() {
            escape_beginning(&mut out, word);
        } else {
            out.push(' ');
            word.chars().for_each(|c| escape_char(&mut out, c));
        }
    }
    out
}

/// A text of several lines, as it was written: its line ends and its paragraphs stay. What follows the first line begins
/// with `indent`, which keeps it in its list.
pub(crate) fn escape_lines(text: &str, indent: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut is_apart = false;
    for line in text.lines().map(escape) {
        if line.is_empty() {
            is_apart = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if is_apart { "\n\n" } else { "\\\n" });
            out.push_str(indent);
        }
        is_apart = false;
        out.push_str(&line);
    }
    out
}

/// A link that shows its address.
pub(crate) fn link(url: &SafeUrl) -> String {
    ["<", &url.as_str().replace('<', "%3C").replace('>', "%3E"), ">"].concat()
}

/// The first word of a line could also make it a heading, a quotation, a list or a rule.
fn escape_beginning(out: &mut String, word: &str) {
    let number = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let opens_list = number.len() < word.len() && number.starts_with(['.', ')']);
    if opens_list {
        out.push_str(&word[..word.len() - number.len()]);
        out.push('\\');
        number.chars().for_each(|c| escape_char(out, c));
        return;
    }
    if word.starts_with(['#', '+', '-', '=', '>']) {
        out.push('\\');
        out.push_str(&word[..1]);
        word[1..].chars().for_each(|c| escape_char(out, c));
        return;
    }
    word.chars().for_each(|c| escape_char(out, c));
}

fn escape_char(out: &mut String, c: char) {
    if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
        out.push('\\');
    }
    out.push(c);
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_lines, link};
    use crate::link::SafeUrl;

    #[test]
    fn what_could_be_markup_is_escaped() {
        assert_eq!(
            escape("a *b* _c_ `d` <e> [f](g) | ~h~ &amp;"),
            r"a \*b\* \_c\_ \`d\` \<e\> \[f\](g) \| \~h\~ \&amp;"
        );
    }

    #[test]
    fn a_text_cannot_begin_a_heading_a_list_or_a_quotation() {
        let cases = [
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("1. a", r"1\. a"),
            ("12) a", r"12\) a"),
            ("> a", r"\> a"),
            ("90 % a", "90 % a"),
        ];
        for (text, escaped) in cases {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn a_text_stays_on_its_line() {
        assert_eq!(escape("one\n\n# two\r\n three "), "one # two three");
    }

    #[test]
    fn lines_and_paragraphs_stay_and_none_begins_markup() {
        assert_eq!(escape_lines("one\r\n# two\n\n\n- three\n", "  "), "one\\\n  \\# two\n\n  \\- three");
        assert_eq!(escape_lines("\n\n", "  "), "");
    }

    #[test]
    fn a_link_cannot_end_before_its_end() {
        let url = SafeUrl::parse("https://example.com/a>b<c").unwrap();
        assert_eq!(link(&url), "<https://example.com/a%3Eb%3Cc>");
    }
}
