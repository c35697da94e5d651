//! Backup files: every stored value of a site in one JSON text, and reading one back with an account.
//!
//! ```json
//! { "format": "rungs-backup", "version": 1, "saved": 1763800000000,
//!   "values": { "assessment:customer-engineering": { "format": "assessment", … }, "settings": { … } } }
//! ```
//!
//! A value stands in the file as the envelope that is stored; a text that is no JSON (one that was moved
//! aside unread) stands as a string. Reading stores nothing: it says what the file holds.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::envelope::{Reading, Stored, Unreadable};
use super::key::What;
use super::settings::Settings;
use super::size::Size;
use crate::assessment::{Assessment, Stamp};
use crate::date::Date;
use crate::ladder::{Index, LadderId};
use crate::record::Book;

const FORMAT: &str = "rungs-backup";
const VERSION: u32 = 1;

/// No larger file is opened. Browsers store some five million characters for a site, of up to three bytes
/// each in a file.
pub const LARGEST_BACKUP: Size = Size(20_000_000);

/// What a backup file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// The answers, ladder by ladder, whether or not this site has the ladder.
    pub assessments: BTreeMap<LadderId, Assessment>,
    /// What is kept in books: plans, the journal and the like.
    pub books: BTreeMap<What, Book>,
    /// The settings.
    pub settings: Settings,
    /// Texts that could not be read where they came from, as they were.
    pub recovered: Vec<(What, String)>,
    /// What could not be taken from the file.
    pub left_out: Vec<LeftOut>,
}

/// A value of a backup file that is not taken from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name in the file.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why a value of a backup file is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A newer version of the site wrote it.
    Newer,
    /// It cannot be read.
    Unreadable(Unreadable),
    /// This site knows no such value.
    UnknownKind,
}

/// Why a file is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is something else.
    NotOurs,
    /// It begins like a backup and ends too early.
    Truncated,
    /// It begins like a backup and is damaged.
    Damaged,
    /// A newer version of the site wrote it.
    Newer(u32),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Newer => f.write_str("a newer version of this site wrote it"),
            Self::Unreadable(why) => why.fmt(f),
            Self::UnknownKind => f.write_str("this site knows no value of that name"),
        }
    }
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("This file is not a backup of this site."),
            Self::Truncated => {
                f.write_str("The file ends too early: a part of the backup is missing. Nothing was read.")
            }
            Self::Damaged => f.write_str("The file begins like a backup but is damaged. Nothing was read."),
            Self::Newer(version) => write!(
                f,
                "A newer version of this site wrote this file (format {version}; this site reads up to {VERSION}). \
                 Reload the page to get the newest version, then try again."
            ),
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    saved: u64,
    values: BTreeMap<String, Box<RawValue>>,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Body<'a> {
    saved: u64,
    #[serde(borrow)]
    values: BTreeMap<String, &'a RawValue>,
}

/// Writes a backup file of stored texts, saved at that moment (milliseconds since 1970).
///
/// # Errors
/// None that plain texts can cause; serialisation is declared to have some.
pub fn write_backup(texts: impl IntoIterator<Item = (What, String)>, saved: u64) -> Result<String, serde_json::Error> {
    let mut values = BTreeMap::new();
    for (what, text) in texts {
        let value = match RawValue::from_string(text.clone()) {
            Ok(json) if !matches!(what, What::Recovered { .. }) => json,
            _ => serde_json::value::to_raw_value(&text)?,
        };
        values.insert(what.to_string(), value);
    }
    serde_json::to_string(&Written { format: FORMAT, version: VERSION, saved, values })
}

/// The name of a backup file of that day.
pub fn backup_name(day: Date) -> String {
    format!("{FORMAT}-{day}.json")
}

impl Backup {
    /// Reads a backup file. What it holds may still be left out in part; what claims to be changed after
    /// `now` counts as changed now.
    ///
    /// # Errors
    /// [`BackupError`] says in a sentence why the file as a whole is refused.
    pub fn read(text: &str, now: Stamp) -> Result<Self, BackupError> {
        let head: Head = serde_json::from_str(text).map_err(|error| refusal(text, &error))?;
        if head.format != FORMAT {
            return Err(BackupError::NotOurs);
        }
        if head.version > VERSION {
            return Err(BackupError::Newer(head.version));
        }
        let body: Body = serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
        let mut backup = Self { saved: body.saved, ..Self::default() };
        for (name, value) in &body.values {
            if let Err(reason) = backup.take(What::parse(name), value.get()) {
                backup.left_out.push(LeftOut { name: name.clone(), reason });
            }
        }
        backup.assessments.values_mut().for_each(|assessment| assessment.settle(now));
        backup.books.values_mut().for_each(|book| book.settle(now));
        backup.settings.settle(now.millis());
        Ok(backup)
    }

    fn take(&mut self, what: What, text: &str) -> Result<(), Reason> {
        match &what {
            What::Assessment(ladder) => _ = self.assessments.insert(ladder.clone(), read(text)?),
            What::Settings => self.settings = read(text)?,
            What::Recovered { .. } => {
                let text = serde_json::from_str(text).map_err(|_| Reason::Unreadable(Unreadable::Shape))?;
                self.recovered.push((what, text));
            }
            What::Deleted => {}
            What::Other(_) => return Err(Reason::UnknownKind),
            _ => _ = self.books.insert(what, read(text)?),
        }
        Ok(())
    }

    /// Puts each ladder's answers, and what is kept beside them, under its present id; those under several ids become
    /// one.
    pub fn settle_ids(&mut self, index: &Index) {
        for (what, book) in std::mem::take(&mut self.books) {
            let present = what.ladder().and_then(|id| index.card_ever(id)).map(|card| what.of_ladder(card.id.clone()));
            self.books.entry(present.unwrap_or(what)).or_default().merge(&book);
        }
        for (id, assessment) in std::mem::take(&mut self.assessments) {
            let present = index.card_ever(&id).map_or(id, |card| card.id.clone());
            self.assessments.entry(present).or_default().merge(&assessment);
        }
    }

    /// Whether there is nothing in it to read back.
    pub fn is_empty(&self) -> bool {
        self.assessments.is_empty() && self.books.is_empty() && self.recovered.is_empty() && self.settings.is_void(0)
    }
}

fn read<T: Stored>(text: &str) -> Result<T, Reason> {
    match Reading::of(text) {
        Reading::Current(value) | Reading::Migrated(value) => Ok(value),
        Reading::Newer(_) => Err(Reason::Newer),
        // Taken in part, it could replace what is whole here.
        Reading::Partly(_) => Err(Reason::Unreadable(Unreadable::Shape)),
        Reading::Unreadable(why) => Err(Reason::Unreadable(why)),
    }
}

/// Tells a damaged backup from a file of another sort, by how it begins.
fn refusal(text: &str, error: &serde_json::Error) -> BackupError {
    let beginning: String = text.chars().take(100).filter(|c| !c.is_whitespace()).collect();
    if !beginning.starts_with("{\"format\":\"rungs-backup\"") {
        BackupError::NotOurs
    } else if error.is_eof() {
        BackupError::Truncated
    } else {
        BackupError::Damaged
    }
}

#[cfg(test)]
mod tests {
    use super::{Backup, BackupError, LeftOut, Reason, write_backup};
    use crate::assessment::{Assessment, Stamp};
    use crate::ladder::{Card, Index, LadderId, LevelId, Site, Status};
    use crate::saved::{Sealed, Settings, Unreadable, What};

    const NOW: u64 = 1_795_000_000_000;

    fn ladder(id: &str) -> LadderId {
        LadderId::parse(id).unwrap()
    }

    fn aiming_at(level: &str, at: u64) -> Assessment {
        let mut assessment = Assessment::default();
        assessment.set_target(Some(LevelId::parse(level).unwrap()), Stamp::from_millis(at));
        assessment
    }

    fn sealed(assessment: &Assessment) -> String {
        serde_json::to_string(&Sealed::new(assessment, NOW)).unwrap()
    }

    fn read(text: &str) -> Result<Backup, BackupError> {
        Backup::read(text, Stamp::from_millis(NOW))
    }

    fn file() -> String {
        let recovered = What::Recovered { of: "settings".into(), at: 7 };
        let texts = [
            (What::Assessment(ladder("support")), sealed(&aiming_at("senior", 5))),
            (What::Settings, serde_json::to_string(&Sealed::new(&Settings::default(), NOW)).unwrap()),
            (recovered, "{\"not\": whole".to_owned()),
        ];
        write_backup(texts, NOW).unwrap()
    }

    /// One ladder, support, which was the helpdesk once.
    fn index() -> Index {
        let card = Card {
            id: ladder("support"),
            former_ids: vec![ladder("helpdesk")],
            name: "Support".into(),
            summary: String::new(),
            lang: "en".into(),
            status: Status::Current,
            tracks: Vec::new(),
            levels: Vec::new(),
        };
        let site = Site { name: "Test".into(), accent: None, imprint: None, address: None, repository: None };
        Index { site, themes: Vec::new(), ladders: vec![card] }
    }

    #[test]
    fn what_is_saved_reads_back() {
        let backup = read(&file()).unwrap();
        assert_eq!(backup.saved, NOW);
        assert_eq!(backup.assessments[&ladder("support")], aiming_at("senior", 5));
        let recovered = What::Recovered { of: "settings".into(), at: 7 };
        assert_eq!(backup.recovered, [(recovered, "{\"not\": whole".to_owned())]);
        assert_eq!(backup.left_out, []);
    }

    #[test]
    fn every_beginning_of_a_backup_is_refused_without_a_panic() {
        let text = file();
        for end in 0..text.len() {
            let error = read(&text[..end]).unwrap_err();
            let expected = if end < 24 { BackupError::NotOurs } else { BackupError::Truncated };
            assert_eq!(error, expected, "{}", &text[..end]);
        }
    }

    #[test]
    fn other_files_are_refused_in_a_sentence() {
        for text in ["", "hello", "[]", "null", "{}", r#"{"format":"rungs","version":1}"#, r#"{"version":1}"#] {
            assert_eq!(read(text), Err(BackupError::NotOurs), "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), Err(BackupError::NotOurs));
        assert_eq!(BackupError::NotOurs.to_string(), "This file is not a backup of this site.");
    }

    #[test]
    fn a_newer_file_is_refused_whatever_else_it_holds() {
        let error = read(r#"{"format":"rungs-backup","version":2,"pages":[]}"#).unwrap_err();
        assert_eq!(
            error.to_string(),
            "A newer version of this site wrote this file (format 2; this site reads up to 1). \
             Reload the page to get the newest version, then try again."
        );
    }

    #[test]
    fn a_file_damaged_in_the_middle_is_told_from_one_that_ends_early() {
        assert_eq!(read(&file().replace("\"values\":", "\"values\"")), Err(BackupError::Damaged));
        assert_eq!(read(r#"{"format":"rungs-backup","version":1,"saved":"x"}"#), Err(BackupError::Damaged));
    }

    #[test]
    fn a_part_that_cannot_be_read_leaves_the_rest_whole() {
        let text = format!(
            r#"{{"format":"rungs-backup","version":1,"saved":5,"values":{{
                "assessment:a":{{"format":"assessment","version":9,"saved":5,"data":{{}}}},
                "assessment:b":{{"format":"assessment","version":1,"saved":5,"data":[]}},
                "assessment:c":{},
                "assessment:d":{{"format":"assessment","version":1,"saved":5,"data":{{
                    "present":{{"level":"junior","changed":3}},"target":7}}}},
                "later":{{}}}}}}"#,
            sealed(&aiming_at("senior", 5))
        );
        let backup = read(&text).unwrap();
        assert_eq!(backup.assessments.keys().collect::<Vec<_>>(), [&ladder("c")]);
        let left_out = |name: &str, reason| LeftOut { name: name.to_owned(), reason };
        assert_eq!(
            backup.left_out,
            [
                left_out("assessment:a", Reason::Newer),
                left_out("assessment:b", Reason::Unreadable(Unreadable::Shape)),
                left_out("assessment:d", Reason::Unreadable(Unreadable::Shape)),
                left_out("later", Reason::UnknownKind),
            ]
        );
    }

    #[test]
    fn settings_that_claim_to_be_of_the_future_count_as_of_now() {
        let future = Settings { last_backup: u64::MAX, recovered_seen: NOW + 1, ..Settings::default() };
        let texts = [(What::Settings, serde_json::to_string(&Sealed::new(&future, NOW)).unwrap())];
        let settings = read(&write_backup(texts, NOW).unwrap()).unwrap().settings;
        assert_eq!(settings, Settings { last_backup: NOW, recovered_seen: NOW, ..Settings::default() });
    }

    #[test]
    fn answers_under_a_former_id_of_a_ladder_go_to_its_present_one() {
        let index = index();
        let mut backup = Backup::default();
        backup.assessments.insert(ladder("helpdesk"), aiming_at("senior", 9));
        backup.assessments.insert(ladder("support"), aiming_at("lead", 5));
        backup.assessments.insert(ladder("elsewhere"), aiming_at("lead", 5));
        backup.settle_ids(&index);
        assert_eq!(backup.assessments.keys().collect::<Vec<_>>(), [&ladder("elsewhere"), &ladder("support")]);
        assert_eq!(backup.assessments[&ladder("support")], aiming_at("senior", 9));
    }

    #[test]
    fn what_is_kept_in_books_reads_back_under_the_present_id_of_its_ladder() {
        let envelope = |data: &str| format!(r#"{{"format":"entries","version":1,"saved":5,"data":{data}}}"#);
        let item = envelope(r#"{"item:1":{"text":"one","changed":5}}"#);
        let other = envelope(r#"{"item:2":{"text":"two","changed":99999999999999}}"#);
        let text = format!(
            r#"{{"format":"rungs-backup","version":1,"saved":5,"values":{{
                "plan:helpdesk":{item}, "plan:support":{other}, "journal":{item}, "growth":{} }}}}"#,
            envelope("[]")
        );
        let mut backup = read(&text).unwrap();
        let left_out = LeftOut { name: "growth".to_owned(), reason: Reason::Unreadable(Unreadable::Shape) };
        assert_eq!(backup.left_out, [left_out]);
        backup.settle_ids(&index());
        let plan = &backup.books[&What::Plan(ladder("support"))];
        assert_eq!((plan.count(), plan.latest().millis()), (2, NOW));
        assert_eq!(backup.books.keys().collect::<Vec<_>>(), [&What::Journal, &What::Plan(ladder("support"))]);
    }

    #[test]
    fn an_answer_from_the_future_cannot_win_for_ever() {
        let text = write_backup([(What::Assessment(ladder("support")), sealed(&aiming_at("senior", u64::MAX)))], NOW);
        let read = read(&text.unwrap()).unwrap().assessments.remove(&ladder("support")).unwrap();
        assert_eq!(read.latest().millis(), NOW);
        let mut here = read.clone();
        let junior = LevelId::parse("junior").unwrap();
        here.set_target(Some(junior.clone()), Stamp::from_millis(NOW + 1));
        here.merge(&read);
        assert_eq!(here.target(), Some(&junior));
    }
}
