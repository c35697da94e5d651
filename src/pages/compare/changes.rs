//! Only what changes: a section for each step, in it a group for each kind of change, what is kept folded.

use rungs_core::compare::{Asked, Change, Comparison, Entry};
use rungs_core::ladder::LadderId;
use rungs_core::route::Target;
use rungs_view::prelude::*;

use super::entry::Anchors;
use super::heading::level_link;
use crate::components::change::{change_class, counts_view, figures, statement};
use crate::components::expectation::Paragraphs;

/// All steps of a comparison.
pub(super) fn view(comparison: &Comparison) -> Node {
    let anchors = Anchors::of(comparison);
    let steps = (1..comparison.columns.len()).map(|column| step(comparison, column, &anchors));
    steps.collect::<Vec<_>>().into_node()
}

/// What changes from a column's left neighbour to it. Where there are several steps, each has its heading.
fn step(comparison: &Comparison, column: usize, anchors: &Anchors) -> Node {
    let is_only_step = comparison.columns.len() == 2;
    let Some(summary) = comparison.summary(column) else { return incomparable(comparison, column) };
    let ladder = comparison.columns[column].ladder;
    let groups = Change::TOLD.into_iter().filter(|change| summary.counts.get(*change) > 0).map(|change| {
        let entries: Vec<&Entry> = comparison.changed(column, change).collect();
        group(change, &entries, &ladder.id, anchors, is_only_step)
    });
    let groups = groups.collect::<Vec<_>>();
    let heading = (!is_only_step).then(|| {
        view! {
            {step_heading(comparison, column)}
            {counts_view(&summary)}
        }
    });
    let asked = asked(&summary.asked, anchors, is_only_step);
    let lang = ladder.lang.clone();
    view! {
        <section class="compare-step" lang=lang>
            {heading}
            {groups}
            {asked}
        </section>
    }
    .into_node()
}

fn step_heading(comparison: &Comparison, column: usize) -> Node {
    let [from, to] = [column - 1, column].map(|at| level_link(&comparison.columns[at]));
    let sign = if comparison.left_of(column).is_some() { " → " } else { " · " };
    view! { <h2 class="compare-step-name">{from}<span class="compare-arrow">{sign}</span>{to}</h2> }.into_node()
}

/// Two neighbours of different ladders.
fn incomparable(comparison: &Comparison, column: usize) -> Node {
    view! {
        <section class="compare-step">
            {step_heading(comparison, column)}
            <p>"These two are of different ladders. Side by side shows what each expects."</p>
        </section>
    }
    .into_node()
}

/// A heading: second level where the page is about one step, third where steps have headings of their own.
fn group_heading(is_only_step: bool, id: Option<String>, content: Node) -> Node {
    if is_only_step {
        view! { <h2 class="change-name" id=id>{content}</h2> }.into_node()
    } else {
        view! { <h3 class="change-name" id=id>{content}</h3> }.into_node()
    }
}

/// All expectations that became the same thing.
fn group(change: Change, entries: &[&Entry], ladder: &LadderId, anchors: &Anchors, is_only_step: bool) -> Node {
    let title = view! {
        <span class="change-sign" aria-hidden="true">{change.sign()}</span>
        {change.heading()}
        " "
        <span class="change-count">{entries.len()}</span>
    };
    let heading = group_heading(is_only_step, None, title.into_node());
    let class = format!("change-group {}", change_class(change));
    let list = list(entries, ladder, anchors);
    if change == Change::Kept {
        let what = if entries.len() == 1 { "stays as it is" } else { "stay as they are" };
        return view! {
            <details class=class>
                <summary>{heading} <span class="soft">{what}</span></summary>
                {list}
            </details>
        }
        .into_node();
    }
    view! { <section class=class>{heading} {list}</section> }.into_node()
}

/// Entries in the ladder's order, under the names of their competencies.
fn list(entries: &[&Entry], ladder: &LadderId, anchors: &Anchors) -> Node {
    let of_one = entries.chunk_by(|a, b| a.competency.id == b.competency.id).map(|entries| {
        let competency = entries[0].competency;
        let (id, link) = anchors.give(ladder, Target::Competency(competency.id.clone()), &competency.name);
        let name = competency.name.clone();
        let items = entries.iter().map(|entry| item(entry, ladder, anchors)).collect::<Vec<_>>();
        view! {
            <li class="change-of" id=id>
                <p class="change-competency">{name} {link}</p>
                <ul class="change-entries">{items}</ul>
            </li>
        }
    });
    view! { <ul class="change-list">{of_one.collect::<Vec<_>>()}</ul> }.into_node()
}

fn item(entry: &Entry, ladder: &LadderId, anchors: &Anchors) -> Node {
    let (id, link) = anchors.of_entry(ladder, entry);
    view! {
        <li class="change-entry" id=id>
            <div class="change-body">{figures(entry)} {statement(entry)}</div>
            {link}
        </li>
    }
    .into_node()
}

/// What the step takes besides: the requirements, each with the rule that explains it.
fn asked(asked: &[Asked], anchors: &Anchors, is_only_step: bool) -> Option<Node> {
    if asked.is_empty() {
        return None;
    }
    let items = asked.iter().map(|asked| {
        let text = asked.to_string();
        let target = Target::Requirement(asked.requirement.id.clone());
        let (id, link) = anchors.give(&asked.ladder.id, target, &text);
        view! { <li id=id>{text} {link} {rule(asked)}</li> }
    });
    let items = items.collect::<Vec<_>>();
    let heading = group_heading(is_only_step, None, "To get there".into_node());
    Some(
        view! {
            <section class="change-group is-asked">
                {heading} <ul class="asked-list">{items}</ul>
            </section>
        }
        .into_node(),
    )
}

/// The rule behind a requirement, folded.
fn rule(asked: &Asked) -> Option<Node> {
    let rule = asked.ladder.rule(asked.requirement.rule.as_ref()?)?;
    let (name, text) = (rule.name.clone(), rule.text.clone());
    Some(
        view! {
            <details class="rule-fold">
                <summary>{name}</summary>
                <Paragraphs text />
            </details>
        }
        .into_node(),
    )
}
