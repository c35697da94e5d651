//! A level: what would I be expected to do, and what does it take to get there?

mod expects;
mod ways;

use std::sync::Arc;

use rungs_core::compare::markdown;
use rungs_core::ladder::{Fact, Ladder, Level, LevelId};
use rungs_core::route::{LevelRef, Place, Route};
use rungs_view::prelude::*;

use crate::components::map::kind_class;
use crate::components::requirements::{RequirementList, RuleList};
use crate::components::share::{PrintedLink, ShareBar};
use crate::components::share_preview::SharePreview;
use crate::state::{set_title, use_navigator};
use expects::Expects;
use ways::Ways;

/// A level of a ladder.
#[component]
pub fn LevelPage(ladder: Arc<Ladder>, level: LevelId) -> impl IntoNode {
    let Some(level) = ladder.level(&level).cloned() else {
        // The link's level was looked up before the page was chosen.
        return ().into_node();
    };
    let title = format!("{} · {}", ladder.full_name(&level), ladder.name);
    set_title(&title);
    let route = Route::Level(LevelRef::new(ladder.id.clone(), level.id.clone()));
    let place = Place::from(route.clone());
    let description = ladder.description_of(&level);
    let rules = ladder.rules_for(&level.id).cloned().collect::<Vec<_>>();
    let rules = (!rules.is_empty()).then(|| {
        let place = place.clone();
        view! {
            <section class="page-part">
                <h2>"The ladder's rules"</h2>
                <RuleList rules place />
            </section>
        }
    });
    let to_markdown = {
        let (ladder, level) = (ladder.clone(), level.clone());
        move |link: String| markdown::level(&ladder, &level, &link)
    };
    let lang = ladder.lang.clone();
    view! {
        <LevelHead ladder=ladder.clone() level=level.clone() />
        <div class="level-tools">
            <ShareBar markdown=Callback::new(to_markdown) />
            <SharePreview route headline=title description />
        </div>
        <div class="level-columns">
            <div class="level-main" lang=lang>
                <Expects ladder=ladder.clone() level=level.clone() place=place.clone() />
            </div>
            <aside class="level-side" aria-label="To get there">
                <section>
                    <h2>"To get there"</h2>
                    <RequirementList ladder=ladder.clone() requirements=level.requirements.clone() place />
                </section>
                <Ways ladder level />
            </aside>
        </div>
        {rules}
        <PrintedLink />
    }
    .into_node()
}

/// Where the level stands, its name, what it is and the facts about it.
#[component]
fn LevelHead(ladder: Arc<Ladder>, level: Level) -> impl IntoNode {
    let navigator = use_navigator();
    let track = ladder.track(&level.track).cloned();
    let kind = track.as_ref().map_or("", |track| kind_class(track.kind));
    let track = track.map(|track| track.name).unwrap_or_default();
    let grade = level.grade.map(|grade| format!(" · {grade}"));
    let example = level.example.then(|| view! { <span class="tag">"an example"</span> });
    let summary = (!level.summary.is_empty()).then(|| view! { <p class="lead">{level.summary}</p> });
    view! {
        <header class=format!("page-head level-head {kind}")>
            <p class="eyebrow">
                <a href=navigator.href(&Route::Ladder(ladder.id.clone()).into())>{ladder.name.clone()}</a>
                " · "
                <span class="track-name">{track}</span>
                {format!(" · level {}", level.rank)}
                {grade}
            </p>
            <h1 tabindex="-1">{level.name} " " {example}</h1>
            {summary}
            <Facts facts=level.facts />
        </header>
    }
}

/// The organisation's own facts about the level.
#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoNode {
    (!facts.is_empty()).then(|| {
        let facts: Vec<_> =
            facts.into_iter().map(|fact| view! { <div><dt>{fact.name}</dt><dd>{fact.value}</dd></div> }).collect();
        view! { <dl class="facts">{facts}</dl> }
    })
}
