//! The tables of the files, declared: what each is for, its keys, and what stands under them.

use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Keys, Pairs, Read, Written};
#[cfg(feature = "schema")]
use super::schema;
use super::{Colour, Format, Language, Requirement};
use crate::date::Date;
use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::{
    CompetencyId, ExpectationId, LadderId, LevelId, Quantity, RuleId, RuleSubject, Status, StepId, ThemeId, TrackId,
    TrackKind, Version,
};
use crate::link::SafeUrl;

/// Declares tables: a struct with one field for each key, its reader, and its part of the schema.
macro_rules! tables {
    ($(
        $(#[doc = $about:literal])+
        $noun:literal $name:ident {
            $( $(#[doc = $help:literal])+ $key:ident: $type:ty, )*
        }
    )*) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where the table begins.
            pub span: Span,
            $( $(#[doc = $help])+ pub $key: $type, )*
        }

        impl $name {
            /// Takes all keys of the table, and notes those that are none of its own.
            pub(super) fn take(mut keys: Keys) -> Self {
                let table = Self { span: keys.span(), $( $key: keys.take(stringify!($key)), )* };
                keys.finish();
                table
            }
        }

        impl Read for $name {
            const OPTIONAL: bool = false;
            const KEYS: &[&str] = &[$( stringify!($key) ),*];

            fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
                Self::take(Keys::open(value, $noun, log))
            }

            fn absent(table: &Span) -> Self {
                Self { span: table.clone(), $( $key: Read::absent(table), )* }
            }
        }

        #[cfg(feature = "schema")]
        impl schema::Described for $name {
            fn describe(schemas: &mut schema::Schemas) -> schemars::Schema {
                schemas.table(stringify!($name), &[$($about),+], |schemas| {
                    vec![$( schemas.key::<$type>(stringify!($key), &[$($help),+]) ),*]
                })
            }
        }
    )*};
}

tables! {
    /// A career ladder for Rungs: one organisation's tracks, levels, competencies and rules.
    "a ladder" Ladder {
        /// The version of this format: 1.
        format: Written<Format>,
        /// The ladder's name, which no other ladder of the site has.
        name: Written<String>,
        /// Ids (file names without `.toml`) by which the ladder was known before.
        former_ids: Vec<Written<LadderId>>,
        /// Three numbers: the first changes when something new is asked, the second when something is clarified or removed, the third for wording.
        version: Written<Version>,
        /// Whether the ladder is in force.
        status: Written<Status>,
        /// The day from which it holds, such as 2026-11-01.
        effective: Option<Written<Date>>,
        /// The language of the texts, as a BCP 47 tag such as `en` or `pt-BR`.
        lang: Written<Language>,
        /// One sentence on what the ladder is for.
        summary: Written<String>,
        /// Where the ladder comes from.
        source: Option<Source>,
        /// The paths through the ladder.
        track: Vec<Track>,
        /// The areas in which levels expect something.
        competency: Vec<Competency>,
        /// The steps and roles, each on a track.
        level: Vec<Level>,
        /// Provisions of the ladder as a whole.
        rule: Vec<Rule>,
    }

    /// Where a ladder comes from.
    "a source" Source {
        /// The title of the source.
        title: Written<String>,
        /// Its address.
        url: Option<Written<SafeUrl>>,
        /// What was inferred, and why.
        notes: Vec<Written<String>>,
    }

    /// A path through the ladder.
    "a track" Track {
        /// Its id, unique among the ladder's tracks.
        id: Written<TrackId>,
        /// Its name.
        name: Written<String>,
        /// What sort of path it is.
        kind: Written<TrackKind>,
        /// Further roles may stand on this track from this rank up.
        open_from: Option<Written<u8>>,
        /// A sentence or two on who takes it.
        summary: Option<Written<String>>,
    }

    /// An area in which levels expect something.
    "a competency" Competency {
        /// Its id, unique among the ladder's competencies.
        id: Written<CompetencyId>,
        /// Ids by which the competency was known before.
        former_ids: Vec<Written<CompetencyId>>,
        /// Its name.
        name: Written<String>,
        /// The heading under which it stands; competencies of one group follow each other.
        group: Option<Written<String>>,
        /// Themes from themes.toml; the first places it in comparisons with other ladders.
        themes: Vec<Written<ThemeId>>,
        /// The steps of a matrix ladder, lowest first; levels name the step that they expect.
        step: Vec<Step>,
    }

    /// One step of a competency.
    "a step" Step {
        /// Its id, unique in its competency.
        id: Written<StepId>,
        /// A name such as "Proficient".
        name: Option<Written<String>>,
        /// Statements of earlier steps that hold unchanged at this step.
        keeps: Vec<Written<ExpectationId>>,
        /// What this step states.
        statement: Vec<Statement>,
    }

    /// What a step states.
    "a statement" Statement {
        /// Its id, unique among the ladder's expectations and statements.
        id: Written<ExpectationId>,
        /// Ids by which it was known before.
        former_ids: Vec<Written<ExpectationId>>,
        /// The statement; an empty line separates paragraphs.
        text: Written<String>,
        /// Statements of earlier steps that this is more of.
        raises: Vec<Written<ExpectationId>>,
        /// The number that it sets.
        measure: Option<Measure>,
        /// Whether it can be rated: true unless said otherwise.
        assessed: Option<Written<bool>>,
        /// Examples of what fulfils it.
        examples: Vec<Written<String>>,
        /// Where to read more.
        links: Vec<Link>,
    }

    /// One statement of what a level expects.
    "an expectation" Expectation {
        /// Its id, unique among the ladder's expectations and statements.
        id: Written<ExpectationId>,
        /// Ids by which it was known before.
        former_ids: Vec<Written<ExpectationId>>,
        /// The competency in which it stands.
        competency: Written<CompetencyId>,
        /// The statement; an empty line separates paragraphs.
        text: Written<String>,
        /// Expectations of a lower rank, in the same competency, that this is more of.
        raises: Vec<Written<ExpectationId>>,
        /// Inherited expectations whose place this takes, without the claim that it is more.
        replaces: Vec<Written<ExpectationId>>,
        /// The number that it sets.
        measure: Option<Measure>,
        /// Whether it can be rated: true unless said otherwise.
        assessed: Option<Written<bool>>,
        /// Examples of what fulfils it.
        examples: Vec<Written<String>>,
        /// Where to read more.
        links: Vec<Link>,
    }

    /// A number that an expectation sets: at least one of `at_least` and `at_most`.
    "a measure" Measure {
        /// This much or more.
        at_least: Option<Written<Quantity>>,
        /// This much or less.
        at_most: Option<Written<Quantity>>,
        /// What is counted in: `percent`, or a word in the plural such as `people`.
        unit: Written<String>,
        /// What is counted: "issues resolved without help". Measures compare where unit and this agree.
        of: Written<String>,
    }

    /// A link with the text that stands for it.
    "a link" Link {
        /// What the reader sees.
        text: Written<String>,
        /// Where it leads: https, http or mailto.
        url: Written<SafeUrl>,
    }

    /// One step or role on a track.
    "a level" Level {
        /// Its id, unique among the ladder's levels.
        id: Written<LevelId>,
        /// Ids by which the level was known before.
        former_ids: Vec<Written<LevelId>>,
        /// Its name.
        name: Written<String>,
        /// The organisation's own label, such as `L2`.
        grade: Option<Written<String>>,
        /// The track on which it stands.
        track: Written<TrackId>,
        /// The number that orders levels; levels of different tracks may share it.
        rank: Written<u8>,
        /// A sentence or two on the role.
        summary: Option<Written<String>>,
        /// Levels whose expectations hold here too, unless replaced, raised or dropped.
        extends: Vec<Written<LevelId>>,
        /// Inherited expectations that do not hold here.
        drops: Vec<Written<ExpectationId>>,
        /// The usual ways in; if left out, the rank below on the same track.
        from: Option<Vec<Written<LevelId>>>,
        /// Whether the source gives it only as an example of what may stand here.
        example: Option<Written<bool>>,
        /// Shown, never computed with: weights, pay, span.
        facts: Vec<Fact>,
        /// The step that the level expects in each competency that has steps.
        steps: Pairs<CompetencyId, StepId>,
        /// What the level expects.
        expects: Vec<Expectation>,
        /// Conditions for being promoted to it.
        requires: Vec<Requirement>,
    }

    /// A fact about a level, in the organisation's own words.
    "a fact" Fact {
        /// What it is about.
        name: Written<String>,
        /// What it says.
        value: Written<String>,
    }

    /// A provision of the ladder as a whole.
    "a rule" Rule {
        /// Its id, unique among the ladder's rules.
        id: Written<RuleId>,
        /// Its name.
        name: Written<String>,
        /// What it says; an empty line separates paragraphs.
        text: Written<String>,
        /// The levels for which it holds; if left out or empty, the whole ladder.
        levels: Vec<Written<LevelId>>,
        /// What it settles, if it is shown beside the requirements of a target.
        about: Option<Written<RuleSubject>>,
    }

    /// The vocabulary shared by all ladders: `themes.toml`.
    "the file of themes" Themes {
        /// The themes, in their order on the screen.
        theme: Vec<Theme>,
    }

    /// A word of the vocabulary shared by all ladders.
    "a theme" Theme {
        /// Its id.
        id: Written<ThemeId>,
        /// Its name.
        name: Written<String>,
        /// One sentence on what belongs here.
        summary: Written<String>,
    }

    /// What a company changes first: `site.toml`.
    "the site" Site {
        /// The site's name, in the header and in page titles.
        name: Written<String>,
        /// The accent colour, such as `#2f6f5e`.
        accent: Option<Written<Colour>>,
        /// Who publishes the site.
        imprint: Option<Written<String>>,
        /// The site's public address.
        address: Option<Written<SafeUrl>>,
        /// The repository in which a change to a ladder can be suggested.
        repository: Option<Written<SafeUrl>>,
    }
}
