//! How an assessment is stored, and how one is read back from a file.

use super::envelope::Stored;
use crate::assessment::{Assessment, Stamp};
use crate::record::Book;

impl Stored for Assessment {
    const FORMAT: &'static str = "assessment";
    const VERSION: u32 = 1;

    fn readable_part(data: &str) -> Option<Self> {
        Assessment::readable_part(serde_json::from_str(data).ok()?).ok().map(|(part, _)| part)
    }

    fn merged(mut self, other: Self) -> Self {
        self.merge(&other);
        self
    }

    fn forget_until(&mut self, at: u64) {
        if at > 0 {
            self.merge(&cleared(Stamp::from_millis(at)));
        }
    }

    fn prune(&mut self, now: u64) {
        Assessment::prune(self, Stamp::from_millis(now));
    }

    /// Marks of deletion are worth keeping: without them another tab or a backup would bring back what was
    /// deleted.
    fn is_void(&self, deleted: u64) -> bool {
        let latest = self.latest();
        latest.millis() <= deleted && *self == cleared(latest)
    }
}

/// The assessment that says nothing but when all was cleared.
fn cleared(at: Stamp) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.clear(at);
    assessment
}

/// How the answers of a file and those that are here become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBack {
    /// Entry by entry, the later wins; what is only here stays.
    Merge,
    /// The file takes the place of what is here.
    Replace,
}

/// What there is after the answers of a file were read back at that moment.
///
/// Where nothing is answered here, the file is taken as it is, deletions here notwithstanding: whoever
/// deleted everything and then opens a backup wants it back.
#[must_use]
pub fn read_back(here: &Assessment, file: &Assessment, way: ReadBack, now: Stamp) -> Assessment {
    let mut result = here.clone();
    if way == ReadBack::Replace || here.is_blank() {
        result.replace_with(file, now);
    } else {
        result.merge(file);
    }
    result
}

/// The same of a book. Marks of deletion in it hold against a file that is merged in: only where everything was deleted
/// at once the file is taken as it is.
#[must_use]
pub fn read_back_book(here: &Book, file: &Book, way: ReadBack, now: Stamp) -> Book {
    let mut result = here.clone();
    if way == ReadBack::Replace || here.is_hollow() {
        result.replace_with(file, now);
    } else {
        result.merge(file);
    }
    result
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Book, ReadBack, read_back, read_back_book};
    use crate::assessment::{Assessment, Stamp};
    use crate::ladder::LevelId;
    use crate::saved::{Reading, Sealed, Stored, Unreadable};

    fn at(millis: u64) -> Stamp {
        Stamp::from_millis(millis)
    }

    fn level(id: &str) -> LevelId {
        LevelId::parse(id).unwrap()
    }

    fn with(present: Option<(&str, u64)>, target: Option<(&str, u64)>) -> Assessment {
        let mut assessment = Assessment::default();
        if let Some((id, when)) = present {
            assessment.set_present(Some(level(id)), at(when));
        }
        if let Some((id, when)) = target {
            assessment.set_target(Some(level(id)), at(when));
        }
        assessment
    }

    #[test]
    fn an_assessment_in_its_envelope_reads_back() {
        let assessment = with(Some(("junior", 3)), Some(("senior", 4)));
        let text = serde_json::to_string(&Sealed::new(&assessment, 5)).unwrap();
        assert_eq!(Reading::of(&text), Reading::Current(assessment));
    }

    #[test]
    fn a_stored_assessment_with_an_entry_that_cannot_be_read_is_read_in_part() {
        let stored = |data| format!(r#"{{"format":"assessment","version":1,"saved":5,"data":{data}}}"#);
        let broken = r#""target":{"level":"Senior!","changed":4}"#;
        let text = stored(format!(r#"{{"present":{{"level":"junior","changed":3}},{broken}}}"#));
        assert_eq!(Reading::of(&text), Reading::Partly(with(Some(("junior", 3)), None)));
        let nothing_left = Reading::<Assessment>::of(&stored(format!("{{{broken}}}")));
        assert_eq!(nothing_left, Reading::Unreadable(Unreadable::Shape));
    }

    #[test]
    fn forgetting_keeps_what_was_entered_later() {
        let mut assessment = with(Some(("junior", 3)), Some(("senior", 9)));
        assessment.forget_until(5);
        assert_eq!((assessment.present(), assessment.target()), (None, Some(&level("senior"))));
        let memory_of_another_tab = with(Some(("junior", 4)), None);
        assert_eq!(assessment.merged(memory_of_another_tab).present(), None);
    }

    #[test]
    fn a_forgotten_assessment_leaves_no_key_but_marks_of_deletion_do() {
        let mut forgotten = with(Some(("junior", 3)), None);
        forgotten.forget_until(5);
        assert!(forgotten.is_void(5) && Assessment::default().is_void(0));
        let mut unset = with(Some(("junior", 3)), None);
        unset.set_present(None, at(4));
        assert!(!unset.is_void(9));
    }

    #[test]
    fn merging_a_file_keeps_what_is_only_here_and_the_later_of_both() {
        let (here, file) = (with(Some(("junior", 3)), Some(("senior", 9))), with(None, Some(("lead", 5))));
        let merged = read_back(&here, &file, ReadBack::Merge, at(20));
        assert_eq!((merged.present(), merged.target()), (Some(&level("junior")), Some(&level("senior"))));
    }

    #[test]
    fn replacing_by_a_file_holds_against_every_other_tab() {
        let (here, file) = (with(Some(("junior", 3)), Some(("senior", 9))), with(None, Some(("lead", 5))));
        let replaced = read_back(&here, &file, ReadBack::Replace, at(20)).merged(here);
        assert_eq!((replaced.present(), replaced.target()), (None, Some(&level("lead"))));
    }

    #[test]
    fn a_book_is_read_back_by_the_same_rules() {
        let book = |entries: serde_json::Value| Book::from_json(entries).unwrap();
        let here =
            book(json!({ "win:1": { "text": "here", "changed": 9 }, "win:2": { "text": "only", "changed": 3 } }));
        let file = book(json!({ "win:1": { "text": "file", "changed": 5 }, "win:3": { "text": "new", "changed": 5 } }));
        let names = |book: &Book| {
            let json = book.to_json();
            json.as_object().unwrap().keys().filter(|name| name.contains(':')).cloned().collect::<Vec<_>>()
        };
        let merged = read_back_book(&here, &file, ReadBack::Merge, at(20));
        assert_eq!(names(&merged), ["win:1", "win:2", "win:3"]);
        assert_eq!(merged.to_json()["win:1"]["text"], "here");
        let replaced = read_back_book(&here, &file, ReadBack::Replace, at(20)).merged(here.clone());
        assert_eq!(names(&replaced), ["win:1", "win:3"]);
        let mut deleted = file.clone();
        Stored::forget_until(&mut deleted, 10);
        assert_eq!(names(&read_back_book(&deleted, &file, ReadBack::Merge, at(20))), ["win:1", "win:3"]);
    }

    /// Tab A reads a file back and undoes it; tab B saw the one and has to learn of the other from what is stored.
    #[test]
    fn undoing_a_file_that_was_read_back_holds_in_a_second_tab() {
        let file = with(Some(("junior", 3)), None);
        let tab_b = read_back(&Assessment::default(), &file, ReadBack::Merge, at(20));
        let undone = read_back(&tab_b, &Assessment::default(), ReadBack::Replace, at(30));
        assert!(!undone.is_void(0), "no key would stand for it");
        let text = serde_json::to_string(&Sealed::new(&undone, 30)).unwrap();
        let Reading::Current(stored) = Reading::<Assessment>::of(&text) else { panic!() };
        assert!(tab_b.merged(stored).is_blank());
        assert!(undone.is_void(30), "what is deleted later covers it");
    }

    #[test]
    fn undoing_holds_for_books_too() {
        let file = Book::from_json(json!({ "win:1": { "text": "file", "changed": 3 } })).unwrap();
        let tab_b = read_back_book(&Book::default(), &file, ReadBack::Merge, at(20));
        let undone = read_back_book(&tab_b, &Book::default(), ReadBack::Replace, at(30));
        assert!(!undone.is_void(0) && undone.is_void(30));
        assert!(tab_b.merged(undone).is_blank());
    }

    #[test]
    fn a_backup_comes_back_after_everything_was_deleted() {
        let file = with(Some(("junior", 3)), None);
        let mut here = file.clone();
        here.forget_until(10);
        let back = read_back(&here, &file, ReadBack::Merge, at(20));
        assert_eq!(back.present(), Some(&level("junior")));
        let mut kept = back;
        kept.forget_until(10);
        assert_eq!(kept.present(), Some(&level("junior")));
    }
}
