//! What differs between two moments, in words.

use rungs_core::assessment::{Rating, choice};
use rungs_core::history::{Difference, Differences, Figured, Move};
use rungs_core::ladder::{Ladder, LevelId};
use rungs_view::prelude::*;

use crate::components::archive::Archive;

/// The ways in which a rating can move, each with its heading, its sign and the class that gives it its colour.
const MOVES: [(Option<Move>, &str, &str, &str); 6] = [
    (Some(Move::Up), "Moved up", "↑", "is-raised"),
    (Some(Move::Down), "Moved down", "↓", "is-lowered"),
    (Some(Move::New), "Newly rated", "+", "is-new"),
    (Some(Move::Chance), "With or without a chance to show it", "~", "is-reworded"),
    (Some(Move::TakenBack), "Rating taken back", "−", "is-dropped"),
    (None, "Rating unchanged, evidence or wording changed", "=", "is-kept"),
];

/// What differs, in groups; a sentence where nothing does.
pub fn found(archive: Archive, differences: &Differences) -> Node {
    if differences.is_empty() {
        let same = same(differences.same);
        return view! { <p>"Nothing differs. " {same}</p> }.into_node();
    }
    let counts = MOVES.into_iter().filter_map(|(how, heading, sign, class)| {
        let count = differences.answers.iter().filter(|one| one.moved() == how).count();
        let class = format!("count {class}");
        (count > 0).then(|| {
            view! {
                <li class=class>
                    <span class="count-sign" aria-hidden="true">{sign}</span>
                    <strong>{count}</strong>
                    " "
                    {heading.to_lowercase()}
                </li>
            }
        })
    });
    let groups = MOVES.into_iter().map(|(how, heading, ..)| group(archive, differences, how, heading));
    view! {
        <ul class="counts">{counts.collect_nodes()}</ul>
        {levels(archive, differences)}
        {groups.collect_nodes()}
        <p class="soft small">{same(differences.same)}</p>
    }
    .into_node()
}

fn same(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 answer is the same.".to_owned(),
        many => format!("{many} answers are the same."),
    }
}

fn levels(archive: Archive, differences: &Differences) -> Node {
    let line = |name: &'static str, levels: &Option<[Option<LevelId>; 2]>| {
        let [before, after] = levels.as_ref()?;
        let name_of = |level: &Option<LevelId>| archive.with_ladder(|ladder| level_name(ladder, level.as_ref()));
        Some(view! { <p>{name} ": " {arrow(name_of(before), name_of(after))}</p> })
    };
    (line("Present level", &differences.present), line("Level worked toward", &differences.target)).into_node()
}

fn level_name(ladder: &Ladder, level: Option<&LevelId>) -> String {
    let gone = || level.map_or_else(|| "none".to_owned(), LevelId::to_string);
    choice(ladder, level).level().map_or_else(gone, |level| level.name.clone())
}

/// "Not yet → Sometimes"
fn arrow(before: String, after: String) -> Node {
    view! {
        {before}
        <span aria-hidden="true">" → "</span>
        <span class="visually-hidden">" to "</span>
        {after}
    }
    .into_node()
}

fn group(archive: Archive, differences: &Differences, how: Option<Move>, heading: &'static str) -> Option<Node> {
    let its = differences.answers.iter().filter(|one| one.moved() == how);
    let items = its.map(|one| item(archive, one)).collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="entry-list">{items}</ul>
        }
        .into_node()
    })
}

fn item(archive: Archive, one: &Difference) -> Node {
    let (competency, text) = statement(archive, one);
    let rating = one.moved().map(|_| {
        let name = |rating: Option<Rating>| rating.map_or_else(|| "Not rated".to_owned(), |rating| rating.to_string());
        view! { <p class="small"><strong>{arrow(name(one.rating[0]), name(one.rating[1]))}</strong></p> }
    });
    let besides = besides(one);
    view! {
        <li>
            <p class="soft small">{competency}</p>
            <p dir="auto">{text}</p>
            {rating}
            {(!besides.is_empty()).then(|| view! { <p class="soft small">{besides}</p> })}
        </li>
    }
    .into_node()
}

/// The competency and the text of an expectation; of one that is gone, the text that was answered last.
fn statement(archive: Archive, one: &Difference) -> (String, String) {
    let known = |ladder: &Ladder| {
        let expectation = &ladder.expectations[one.expectation?];
        let competency = ladder.competency(&expectation.competency)?;
        Some((competency.name.clone(), expectation.text.clone()))
    };
    let gone = || {
        let text =
            archive.with_answers(|answers| answers.answer(&one.id)?.wording().map(|wording| wording.text.clone()));
        ("No longer in this ladder".to_owned(), text.unwrap_or_else(|| one.id.to_string()))
    };
    archive.with_ladder(known).unwrap_or_else(gone)
}

/// What became of the evidence, the figure and the wording.
fn besides(one: &Difference) -> String {
    let mut told = Vec::new();
    let pieces = |count: usize| match count {
        1 => "1 piece of evidence".to_owned(),
        many => format!("{many} pieces of evidence"),
    };
    if one.evidence_added > 0 {
        told.push([&pieces(one.evidence_added), " added"].concat());
    }
    if one.evidence_removed > 0 {
        told.push([&pieces(one.evidence_removed), " removed"].concat());
    }
    if one.is_other_figure() {
        let figure = |figure: Option<Figured>| figure.map_or_else(|| "none".to_owned(), |one| one.value.to_string());
        told.push(format!("figure: {} → {}", figure(one.figure[0]), figure(one.figure[1])));
    }
    if one.is_reworded() {
        told.push("answered for another wording".to_owned());
    }
    told.join(" · ")
}
