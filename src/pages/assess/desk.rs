//! What the parts of the page share: the ladder, the answers, and where the user is looking.

use std::collections::BTreeMap;
use std::sync::Arc;

use rungs_core::assessment::{
    Addition, Answer, Assessment, EntryId, Mark, Question, Rating, Revision, Stamp, Tally, answer_to, choice, marks,
    questions,
};
use rungs_core::ladder::{Expectation, Ladder, Level, LevelId};
use rungs_view::prelude::*;

use super::stint::first_field;
use crate::components::archive::Archive;
use crate::components::focus::focus_when_drawn;
use crate::state::{Announcer, SavedAssessment, use_announcer, use_assessment};
use crate::store::random_id;

/// What is to be rated for the levels that are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the target.
    pub target: String,
    /// What it asks for.
    pub questions: Vec<Question>,
    /// Whether a present level is chosen, so that additions are known.
    pub knows_additions: bool,
}

impl Sheet {
    fn new(ladder: &Ladder, present: Option<&Level>, target: &Level) -> Self {
        Self {
            target: target.name.clone(),
            questions: questions(ladder, present, target),
            knows_additions: present.is_some_and(|present| present.id != target.id),
        }
    }

    /// How many questions the target adds.
    pub fn additions(&self) -> usize {
        self.questions.iter().filter(|question| question.addition != Addition::None).count()
    }
}

/// Which questions are gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All that the target asks.
    All,
    /// Only what it adds to the present level.
    Additions,
}

impl Scope {
    /// Whether a question is gone through.
    pub fn holds(self, question: &Question) -> bool {
        self == Self::All || question.addition != Addition::None
    }
}

/// The tallies of the competencies that have questions, by the index of the competency.
pub type Tallies = BTreeMap<usize, Tally>;

/// What the parts of the page share. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Desk {
    ladder: StoredValue<Arc<Ladder>>,
    saved: SavedAssessment,
    archive: Archive,
    announcer: Announcer,
    /// Of all that is saved but the answers to expectations.
    entries: Memo<Revision>,
    sheet: Memo<Option<Arc<Sheet>>>,
    /// How the questions of the sheet are answered.
    marks: Memo<Vec<Mark>>,
    wanted_scope: RwSignal<Scope>,
    scope: Memo<Scope>,
    wanted: RwSignal<Option<usize>>,
    shown: Memo<Option<usize>>,
    tallies: Memo<Tallies>,
    whole: Memo<Tally>,
    wholes: Memo<Tallies>,
    /// A stint that is not saved yet: it has no first day.
    fresh_stint: RwSignal<Option<EntryId>>,
}

impl Desk {
    /// The desk for one ladder, with what is saved about it.
    pub fn new(ladder: Arc<Ladder>) -> Self {
        let saved = use_assessment(&ladder.id);
        let (archive, announcer) = (Archive::new(ladder.clone()), use_announcer());
        let ladder = StoredValue::new(ladder);
        let entries = Memo::new(move |_| saved.signal().with(Assessment::entry_revision));
        let sheet = sheet(ladder, saved, entries);
        let marks = Memo::new(move |_| {
            let marks = |sheet: &Sheet| {
                ladder.with_value(|ladder| saved.signal().with(|saved| marks(ladder, saved, &sheet.questions)))
            };
            with_sheet(sheet, marks).unwrap_or_default()
        });
        let wanted_scope = RwSignal::new(Scope::All);
        let scope = Memo::new(move |_| {
            let adds = sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.knows_additions));
            if adds { wanted_scope.get() } else { Scope::All }
        });
        let wholes = Memo::new(move |_| tallies(sheet, &marks.get(), Scope::All));
        let tallies = Memo::new(move |_| match scope.get() {
            Scope::All => wholes.get(),
            Scope::Additions => tallies(sheet, &marks.get(), Scope::Additions),
        });
        let whole = Memo::new(move |_| {
            let mut whole = Tally::default();
            marks.with(|marks| marks.iter().for_each(|mark| whole.count(*mark)));
            whole
        });
        let wanted = RwSignal::new(None);
        let shown = shown(sheet, marks, scope, wanted);
        let fresh_stint = RwSignal::new(None);
        Self {
            ladder,
            saved,
            archive,
            announcer,
            entries,
            sheet,
            marks,
            wanted_scope,
            scope,
            wanted,
            shown,
            tallies,
            whole,
            wholes,
            fresh_stint,
        }
    }

    /// What is saved, for what changes or brings back entries of any kind.
    pub fn saved(self) -> SavedAssessment {
        self.saved
    }

    /// The answers with their history.
    pub fn archive(self) -> Archive {
        self.archive
    }

    /// Reads the ladder.
    pub fn with_ladder<T>(self, read: impl FnOnce(&Ladder) -> T) -> T {
        self.ladder.with_value(|ladder| read(ladder))
    }

    /// Reads of what is saved what is no answer to an expectation, and follows the changes of that only.
    pub fn with_entries<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.entries.track();
        self.peek_saved(read)
    }

    /// Reads what is saved, and follows its changes. Each rating is one: see also [`Self::with_entries`].
    pub fn with_saved<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.saved.signal().with(read)
    }

    /// Reads what is saved, once.
    pub fn peek_saved<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.saved.signal().with_untracked(read)
    }

    /// Reads an expectation by its index.
    pub fn with_expectation<T>(self, index: usize, read: impl FnOnce(&Expectation) -> T) -> T {
        self.ladder.with_value(|ladder| read(&ladder.expectations[index]))
    }

    /// Reads the answer to an expectation, and follows its changes.
    pub fn with_answer<T>(self, index: usize, read: impl FnOnce(&Answer) -> T) -> T {
        self.with_saved(|saved| self.with_expectation(index, |expectation| read(&answer_to(saved, expectation))))
    }

    /// Reads the answer to an expectation, once.
    pub fn peek_answer<T>(self, index: usize, read: impl FnOnce(&Answer) -> T) -> T {
        untrack(|| self.with_answer(index, read))
    }

    /// Changes what is saved.
    pub fn change(self, change: impl FnOnce(&mut Assessment, Stamp)) {
        let mut change = Some(change);
        self.change_by(&mut |saved, now| {
            if let Some(change) = change.take() {
                change(saved, now);
            }
        });
    }

    /// The same for whatever changes it, so that saving is compiled once.
    fn change_by(self, change: &mut dyn FnMut(&mut Assessment, Stamp)) {
        self.saved.update(change);
    }

    /// Changes what is saved about one expectation.
    pub fn change_answer(self, index: usize, change: impl FnOnce(&mut Assessment, &Expectation, Stamp)) {
        self.change(|saved, now| self.with_expectation(index, |expectation| change(saved, expectation, now)));
    }

    /// Rates an expectation, or takes its rating back. Where that takes the place of an answer to another wording, a
    /// snapshot of it comes first.
    pub fn rate(self, index: usize, rating: Option<Rating>) {
        if untrack(|| self.archive.is_pending(index)) {
            self.archive.secure(self.announcer);
        }
        self.change_answer(index, |saved, expectation, now| saved.rate(expectation, rating, now));
    }

    /// What is to be rated; `None` until a target is chosen.
    pub fn sheet(self) -> Memo<Option<Arc<Sheet>>> {
        self.sheet
    }

    /// Which questions are gone through.
    pub fn scope(self) -> Memo<Scope> {
        self.scope
    }

    /// Chooses which questions are gone through.
    pub fn set_scope(self, scope: Scope) {
        self.wanted_scope.set(scope);
    }

    /// The competency on the screen, by its index; `None` where nothing is asked.
    pub fn shown(self) -> Memo<Option<usize>> {
        self.shown
    }

    /// Shows another competency.
    pub fn show(self, competency: usize) {
        self.wanted.set(Some(competency));
    }

    /// The tallies of the competencies in scope.
    pub fn tallies(self) -> Memo<Tallies> {
        self.tallies
    }

    /// The tally of one competency in scope.
    pub fn tally(self, competency: usize) -> Memo<Tally> {
        Memo::new(move |_| self.tallies.with(|tallies| tallies.get(&competency).copied().unwrap_or_default()))
    }

    /// The tally of all that the target asks, in scope or not.
    pub fn whole(self) -> Memo<Tally> {
        self.whole
    }

    /// The tally of all that the target asks in one competency, in scope or not.
    pub fn whole_of(self, competency: usize) -> Memo<Tally> {
        Memo::new(move |_| self.wholes.with(|tallies| tallies.get(&competency).copied().unwrap_or_default()))
    }

    /// What is asked, in scope or not, and answered in such a way.
    pub fn answered(self, holds: impl Fn(Mark) -> bool) -> Vec<Question> {
        let chosen = |sheet: &Sheet| {
            self.marks.with(|marks| {
                let answered = sheet.questions.iter().zip(marks).filter(|(_, mark)| holds(**mark));
                answered.map(|(question, _)| question.clone()).collect()
            })
        };
        with_sheet(self.sheet, chosen).unwrap_or_default()
    }

    /// The stint whose fields are open though it is not saved yet.
    pub fn fresh_stint(self) -> RwSignal<Option<EntryId>> {
        self.fresh_stint
    }

    /// Opens the fields of a new stint, with the focus in the first of them.
    pub fn add_stint(self) {
        // A UUID is an id; there is nothing to add where chance gives none.
        let Some(id) = self.fresh_stint.get_untracked().or_else(|| EntryId::parse(&random_id()).ok()) else { return };
        focus_when_drawn(first_field(&id));
        self.fresh_stint.set(Some(id));
    }

    /// The name of a competency.
    pub fn competency_name(self, competency: usize) -> String {
        self.with_ladder(|ladder| ladder.competencies[competency].name.clone())
    }
}

/// The desk of the page.
pub fn use_desk() -> Desk {
    expect_context()
}

/// Reads what is to be rated, if there is a target, and follows its changes.
pub fn with_sheet<T>(sheet: Memo<Option<Arc<Sheet>>>, read: impl FnOnce(&Sheet) -> T) -> Option<T> {
    sheet.with(|sheet| sheet.as_deref().map(read))
}

/// What is to be rated changes with the levels only, not with the answers.
fn sheet(
    ladder: StoredValue<Arc<Ladder>>,
    saved: SavedAssessment,
    entries: Memo<Revision>,
) -> Memo<Option<Arc<Sheet>>> {
    let levels = Memo::new(move |_| {
        entries.track();
        let levels =
            |saved: &Assessment| -> [Option<LevelId>; 2] { [saved.present().cloned(), saved.target().cloned()] };
        saved.signal().with_untracked(levels)
    });
    Memo::new(move |_| {
        ladder.with_value(|ladder| {
            levels.with(|[present, target]| {
                let target = choice(ladder, target.as_ref()).level()?;
                Some(Arc::new(Sheet::new(ladder, choice(ladder, present.as_ref()).level(), target)))
            })
        })
    })
}

/// The competency that the user wants, or the first that has something unrated: asked once, so that
/// rating the last of a competency does not turn the page.
fn shown(
    sheet: Memo<Option<Arc<Sheet>>>,
    marks: Memo<Vec<Mark>>,
    scope: Memo<Scope>,
    wanted: RwSignal<Option<usize>>,
) -> Memo<Option<usize>> {
    Memo::new(move |before: Option<&Option<usize>>| {
        let kept = wanted.get().or_else(|| before.copied().flatten());
        let tallies = tallies(sheet, &marks.get_untracked(), scope.get());
        let open = || tallies.iter().find(|(_, tally)| tally.unrated() > 0).map(|(competency, _)| *competency);
        let first = || tallies.keys().next().copied();
        kept.filter(|competency| tallies.contains_key(competency)).or_else(open).or_else(first)
    })
}

/// The tallies by competency, of questions that are answered so.
fn tallies(sheet: Memo<Option<Arc<Sheet>>>, marks: &[Mark], scope: Scope) -> Tallies {
    let mut tallies = Tallies::new();
    with_sheet(sheet, |sheet| {
        for (question, mark) in sheet.questions.iter().zip(marks).filter(|(question, _)| scope.holds(question)) {
            tallies.entry(question.competency).or_default().count(*mark);
        }
    });
    tallies
}
