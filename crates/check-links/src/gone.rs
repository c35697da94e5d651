//! `gone.txt`: what was taken away for good, one line each, such as `expectation bakery.sweeps` or
//! `requirement bakery.baker.year`; `#` begins a comment. What stood in it is gone with it.

use std::path::Path;
use std::{fs, io};

use crate::Impossible;
use crate::kind::Kind;

/// The name of the file in the folder of ladders.
pub const FILE: &str = "gone.txt";

/// The lines of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone(Vec<(Kind, Vec<String>)>);

impl Gone {
    /// Reads the file; without one nothing is gone.
    pub fn read(root: &Path, ladders: &str) -> Result<Self, Impossible> {
        let shown = format!("{ladders}/{FILE}");
        match fs::read_to_string(root.join(ladders).join(FILE)) {
            Ok(text) => Self::parse(&text).map_err(|(line, why)| Impossible(format!("{shown}:{line}: {why}"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Impossible(format!("{shown}: {error}"))),
        }
    }

    /// The lines, or the first that is not understood, with its number.
    fn parse(text: &str) -> Result<Self, (usize, String)> {
        let mut gone = Vec::new();
        for (place, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if !line.is_empty() {
                gone.push(parse_line(line).ok_or_else(|| (place + 1, not_understood(line)))?);
            }
        }
        Ok(Self(gone))
    }

    /// Whether a thing with that id, in that scope, is said to be gone.
    pub fn names(&self, kind: Kind, within: &[&str], id: &str) -> bool {
        let is_it = |path: &[String]| path.iter().map(String::as_str).eq(within.iter().copied().chain([id]));
        self.0.iter().any(|(gone, path)| *gone == kind && is_it(path))
    }
}

fn parse_line(line: &str) -> Option<(Kind, Vec<String>)> {
    let (word, path) = line.split_once(' ')?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
    let path: Vec<String> = path.trim().split('.').map(str::to_owned).collect();
    let depth = match kind {
        Kind::Theme | Kind::Ladder => 1,
        Kind::Requirement => 3,
        _ => 2,
    };
    (path.len() == depth && path.iter().all(|id| !id.is_empty())).then_some((kind, path))
}

fn not_understood(line: &str) -> String {
    format!(
        "`{line}` is not understood\n  cure: write what is gone and its id, such as `ladder bakery`, \
         `level bakery.baker`, `expectation bakery.sweeps` or `requirement bakery.baker.year`"
    )
}

#[cfg(test)]
mod tests {
    use super::{Gone, Kind};

    #[test]
    fn lines_name_things_and_comments_do_not() {
        let gone = Gone::parse("# Since spring\n\nlevel bakery.baker # merged\nrequirement a.b.c\n").unwrap();
        assert!(gone.names(Kind::Level, &["bakery"], "baker") && gone.names(Kind::Requirement, &["a", "b"], "c"));
        assert!(!gone.names(Kind::Rule, &["bakery"], "baker") && !gone.names(Kind::Level, &[], "baker"));
    }

    #[test]
    fn a_line_that_is_not_understood_is_named() {
        for line in ["baker", "level baker", "step a.b", "level a..b", "ladder a.b"] {
            let (number, why) = Gone::parse(&format!("\n{line}")).unwrap_err();
            assert!(number == 2 && why.starts_with(&format!("`{line}` is not understood\n  cure: write")), "{why}");
        }
    }
}
