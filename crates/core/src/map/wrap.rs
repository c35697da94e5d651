//! Breaking a name into lines that fit a node.

/// Breaks `name` into at most `lines` lines of about `width` columns; wide characters count two. A
/// word longer than a line is broken, and what does not fit ends in an ellipsis.
pub fn wrap(name: &str, width: usize, lines: usize) -> Vec<String> {
    let mut result: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in name.split_whitespace() {
        if !line.is_empty() && columns(&line) + 1 + columns(word) > width {
            result.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            if columns(&line) + column(c) > width {
                result.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        result.push(line);
    }
    if result.len() > lines {
        result.truncate(lines);
        if let Some(last) = result.last_mut() {
            last.push('…');
        }
    }
    result
}

fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

/// Two for the wide scripts of East Asia and for emoji, else one.
fn column(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' => 2,
        '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{1F000}'.. => 2,
        _ => 1,
    }
}
