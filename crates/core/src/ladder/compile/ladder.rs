//! One ladder: checked, resolved and turned into the model.

use std::collections::BTreeMap;

use super::doubts;
use super::inherit::Resolved;
use super::levels::{self, Levels};
use super::names::Names;
use super::requirements::Context;
use super::stated::{self, Home, Stated, Steps};
use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::source::{self, Written};
use crate::ladder::{
    Competency, Expectation, Fact, Held, Ladder, LadderId, Level, Measure, Requirement, Rule, Source, Step, StepPlace,
    TextLink, ThemeId, Track,
};

/// Compiles one ladder, noting all that is wrong or doubtful. What is returned is a ladder only if no
/// error was noted.
pub(super) fn compile(
    id: LadderId,
    source: &source::Ladder,
    themes: Option<&Names<ThemeId>>,
    log: &mut Log,
) -> Option<Ladder> {
    let tracks = Names::of("track", source.track.iter().map(|track| &track.id), log);
    let competency_ids = source.competency.iter().map(|competency| (&competency.id, competency.former_ids.as_slice()));
    let competencies = Names::with_former("competency", competency_ids, log);
    let rules = Names::of("rule", source.rule.iter().map(|rule| &rule.id), log);
    let level_names =
        Names::with_former("level", source.level.iter().map(|level| (&level.id, level.former_ids.as_slice())), log);
    let step_names: Vec<_> = source
        .competency
        .iter()
        .map(|competency| Names::of("step", competency.step.iter().map(|step| &step.id), log))
        .collect();
    check_outline(source, themes, log);

    let stated = stated::gather(source, &competencies, log);
    let expectations =
        Names::with_former("expectation", stated.iter().map(|stated| (stated.id, stated.former_ids)), log);
    let steps = stated::steps(source, &stated, &expectations, log);
    let lines = stated::lines(&stated, &expectations, log);
    let named_steps = levels::named_steps(source, &competencies, &step_names, log);
    let levels = Levels::resolve(source, &tracks, &level_names, named_steps, log);
    levels::check_raises(&levels, &stated, &steps, &lines, log);
    let (lineage, resolved) = levels.inherit(&stated, &steps, &lines, &expectations, log);

    let context = Context { tracks: &tracks, rules: &rules };
    let requirements = source.level.iter().map(|level| context.compile(&level.requires, log)).collect();
    for rule in &source.rule {
        level_names.find_all(&rule.levels, log);
    }
    stated.iter().filter_map(|stated| stated.measure).for_each(|measure| check_measure(measure, log));
    if log.has_errors() {
        // What would seem doubtful now may be an effect of an error.
        return None;
    }
    doubts::empty_tracks(source, log);
    doubts::unknown_ranks(source, log);
    doubts::unused(source, &stated, &resolved, log);
    doubts::repeated(&levels, &stated, &lineage, &resolved, log);
    doubts::lowered(&stated, &lines, log);
    Model { source, stated, steps, levels, resolved, requirements }.build(id)
}

/// Checks what concerns the ladder as a whole.
fn check_outline(source: &source::Ladder, themes: Option<&Names<ThemeId>>, log: &mut Log) {
    if source.track.is_empty() {
        log.error(&(0..0), "this ladder has no track").help("define one with [[track]]");
    }
    if source.level.is_empty() {
        log.error(&(0..0), "this ladder has no level").help("define one with [[level]]");
    }
    for competency in &source.competency {
        if let Some(themes) = themes {
            themes.find_all(&competency.themes, log);
        }
    }
    check_groups(source, log);
}

/// Competencies of a group follow each other.
fn check_groups(source: &source::Ladder, log: &mut Log) {
    let mut last_of: BTreeMap<&str, (usize, &Span)> = BTreeMap::new();
    for (at, competency) in source.competency.iter().enumerate() {
        let Some(Written { span, value: Some(group) }) = &competency.group else { continue };
        if let Some((last, place)) = last_of.get(group.as_str())
            && last + 1 != at
        {
            log.error(span, format!("the group \u{201c}{group}\u{201d} is torn apart"))
                .label("taken up again here")
                .mark(place, "left here")
                .help("move the competencies of a group next to each other");
        }
        last_of.insert(group, (at, span));
    }
}

fn check_measure(measure: &source::Measure, log: &mut Log) {
    let is_readable = measure.unit.value.is_some() || measure.of.value.is_some();
    match (&measure.at_least, &measure.at_most) {
        (None, None) if is_readable => {
            log.error(&measure.span, "a measure sets a number")
                .label("no number here")
                .help("write `at_least`, `at_most`, or both");
        }
        (Some(low), Some(high)) if low.value > high.value && high.value.is_some() => {
            log.error(&low.span, "this measure cannot be met")
                .label("more than `at_most`")
                .mark(&high.span, "less than `at_least`")
                .help("swap the two numbers");
        }
        _ => {}
    }
}

/// Everything known of a ladder without errors, ready to be written down as the model.
struct Model<'a> {
    source: &'a source::Ladder,
    stated: Vec<Stated<'a>>,
    steps: Steps,
    levels: Levels<'a>,
    resolved: Vec<Resolved>,
    requirements: Vec<Vec<Requirement>>,
}

impl Model<'_> {
    /// The model; `None` only where an error was noted.
    fn build(mut self, id: LadderId) -> Option<Ladder> {
        let source = self.source;
        Some(Ladder {
            id,
            former_ids: values(&source.former_ids)?,
            name: source.name.value.clone()?,
            version: source.version.value?,
            status: source.status.value?,
            effective: optional(&source.effective)?,
            lang: source.lang.value.clone()?.0,
            summary: source.summary.value.clone()?,
            source: source.source.as_ref().map(build_source).transpose_all()?,
            tracks: source.track.iter().map(build_track).collect::<Option<_>>()?,
            competencies: (0..source.competency.len()).map(|at| self.competency(at)).collect::<Option<_>>()?,
            expectations: (0..self.stated.len()).map(|at| self.expectation(at)).collect::<Option<_>>()?,
            levels: (0..source.level.len()).map(|at| self.level(at)).collect::<Option<_>>()?,
            rules: source.rule.iter().map(build_rule).collect::<Option<_>>()?,
        })
    }

    fn competency(&self, at: usize) -> Option<Competency> {
        let written = &self.source.competency[at];
        let step = |(order, step): (usize, &source::Step)| {
            Some(Step {
                id: step.id.value.clone()?,
                name: optional(&step.name)?,
                statements: self.steps[at][order].iter().map(|&stated| stated as u32).collect(),
            })
        };
        Some(Competency {
            id: written.id.value.clone()?,
            former_ids: values(&written.former_ids)?,
            name: written.name.value.clone()?,
            group: optional(&written.group)?,
            themes: values(&written.themes)?,
            steps: written.step.iter().enumerate().map(step).collect::<Option<_>>()?,
        })
    }

    fn expectation(&self, at: usize) -> Option<Expectation> {
        let stated = &self.stated[at];
        let competency = &self.source.competency[stated.competency?];
        let step = match stated.home {
            Home::Level(_) => None,
            Home::Step(order) => {
                Some(StepPlace { id: competency.step[order].id.value.clone()?, order: u16::try_from(order).ok()? })
            }
        };
        Some(Expectation {
            id: stated.id.value.clone()?,
            former_ids: values(stated.former_ids)?,
            competency: competency.id.value.clone()?,
            text: stated.text.value.clone()?,
            raises: values(stated.raises)?,
            replaces: values(stated.replaces)?,
            measure: stated.measure.map(build_measure).transpose_all()?,
            assessed: stated.assessed.map_or(Some(true), |assessed| assessed.value)?,
            examples: values(stated.examples)?,
            links: stated.links.iter().map(build_link).collect::<Option<_>>()?,
            step,
        })
    }

    fn level(&mut self, at: usize) -> Option<Level> {
        let written = &self.source.level[at];
        let id_of = |level: usize| self.source.level[level].id.value.clone();
        Some(Level {
            id: written.id.value.clone()?,
            former_ids: values(&written.former_ids)?,
            name: written.name.value.clone()?,
            grade: optional(&written.grade)?,
            track: written.track.value.clone()?,
            rank: written.rank.value?,
            summary: optional(&written.summary)?.unwrap_or_default(),
            extends: values(&written.extends)?,
            drops: values(&written.drops)?,
            from: self.levels.from[at].iter().map(|&from| id_of(from)).collect::<Option<_>>()?,
            example: written.example.as_ref().map_or(Some(false), |example| example.value)?,
            facts: written.facts.iter().map(build_fact).collect::<Option<_>>()?,
            steps: self.steps_of(at)?,
            holds: self.holds(at)?,
            requirements: std::mem::take(&mut self.requirements[at]),
        })
    }

    fn steps_of(&self, level: usize) -> Option<Vec<(crate::ladder::CompetencyId, crate::ladder::StepId)>> {
        let step = |(&competency, &step): (&usize, &usize)| {
            let competency = &self.source.competency[competency];
            Some((competency.id.value.clone()?, competency.step[step].id.value.clone()?))
        };
        self.levels.steps[level].iter().map(step).collect()
    }

    /// What holds at a level, in the order of the competencies.
    fn holds(&self, level: usize) -> Option<Vec<Held>> {
        let mut holds = self.resolved[level].holds.clone();
        holds.sort_by_key(|holding| self.stated[holding.expectation].competency);
        let held = |holding: super::inherit::Holding| {
            let origin = self.source.level[holding.origin].id.value.clone()?;
            Some(Held { expectation: u32::try_from(holding.expectation).ok()?, origin })
        };
        holds.into_iter().map(held).collect()
    }
}

/// All values of a list; `None` where one was not written well.
fn values<T: Clone>(written: &[Written<T>]) -> Option<Vec<T>> {
    written.iter().map(|value| value.value.clone()).collect()
}

/// An optional value; the outer `None` where it was not written well.
fn optional<T: Clone>(written: &Option<Written<T>>) -> Option<Option<T>> {
    match written {
        None => Some(None),
        Some(written) => written.value.clone().map(Some),
    }
}

/// `Some(None)` for what is absent, `None` for what failed.
trait TransposeAll<T> {
    fn transpose_all(self) -> Option<Option<T>>;
}

impl<T> TransposeAll<T> for Option<Option<T>> {
    fn transpose_all(self) -> Option<Option<T>> {
        match self {
            None => Some(None),
            Some(inner) => inner.map(Some),
        }
    }
}

fn build_source(written: &source::Source) -> Option<Source> {
    Some(Source { title: written.title.value.clone()?, url: optional(&written.url)?, notes: values(&written.notes)? })
}

fn build_track(written: &source::Track) -> Option<Track> {
    Some(Track {
        id: written.id.value.clone()?,
        name: written.name.value.clone()?,
        kind: written.kind.value?,
        open_from: optional(&written.open_from)?,
        summary: optional(&written.summary)?.unwrap_or_default(),
    })
}

fn build_measure(written: &source::Measure) -> Option<Measure> {
    Some(Measure { bound: doubts::bound(written)?, unit: written.unit.value.clone()?, of: written.of.value.clone()? })
}

fn build_link(written: &source::Link) -> Option<TextLink> {
    Some(TextLink { text: written.text.value.clone()?, url: written.url.value.clone()? })
}

fn build_fact(written: &source::Fact) -> Option<Fact> {
    Some(Fact { name: written.name.value.clone()?, value: written.value.value.clone()? })
}

fn build_rule(written: &source::Rule) -> Option<Rule> {
    Some(Rule {
        id: written.id.value.clone()?,
        name: written.name.value.clone()?,
        text: written.text.value.clone()?,
        levels: values(&written.levels)?,
        about: optional(&written.about)?,
    })
}
