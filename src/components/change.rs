//! How a change looks: its tag, a statement with its changed words marked, figures before and after,
//! and the bar of counts.

use rungs_core::compare::{Change, Counts, Entry, Mark, Span, Summary, diff};
use rungs_view::prelude::*;

/// The class that gives a change its colour.
pub fn change_class(change: Change) -> &'static str {
    match change {
        Change::New => "is-new",
        Change::Raised => "is-raised",
        Change::Lowered => "is-lowered",
        Change::Reworded => "is-reworded",
        Change::Dropped => "is-dropped",
        Change::Kept => "is-kept",
    }
}

/// "↑ Raised"
pub fn change_tag(change: Change) -> Node {
    let class = format!("change-tag {}", change_class(change));
    view! {
        <span class=class>
            <span aria-hidden="true">{change.sign()}</span>
            {change.heading()}
        </span>
    }
    .into_node()
}

/// An expectation's text: the changed words marked where there are any, struck through where it was dropped.
pub fn statement(entry: &Entry) -> Node {
    let text = entry.expectation.text.clone();
    let (class, words) = match (entry.change, entry.words()) {
        (Some(Change::Dropped), _) => ("statement", view! { <del>{text}</del> }.into_node()),
        (_, Some(spans)) => (statement_class(&spans), marked_words(&spans)),
        _ => ("statement", text.into_node()),
    };
    view! { <p class=class>{words}</p> }.into_node()
}

/// What a statement was and is, with the changed words marked.
pub fn reworded(before: &str, after: &str) -> Node {
    let spans = diff(before, after);
    view! { <p class=statement_class(&spans) dir="auto">{marked_words(&spans)}</p> }.into_node()
}

/// Where no word was kept, the two texts stand on lines of their own.
fn statement_class(spans: &[Span]) -> &'static str {
    let is_rewritten = spans.iter().all(|span| span.mark != Mark::Kept);
    if is_rewritten { "statement is-rewritten" } else { "statement" }
}

fn marked_words(spans: &[Span]) -> Node {
    let marked = spans.iter().enumerate().map(|(place, span)| {
        let text = span.text.to_owned();
        match span.mark {
            Mark::Kept => text.into_node(),
            Mark::Deleted => view! { <del>{text}</del> },
            Mark::Inserted => {
                // Read aloud or copied, what was and what is must not run together: 75 and 90, not 7590.
                let follows = place.checked_sub(1).is_some_and(|before| spans[before].mark == Mark::Deleted);
                let space = follows.then(|| view! { <span class="visually-hidden">" "</span> });
                view! { {space} <ins>{text}</ins> }
            }
        }
    });
    marked.collect_nodes()
}

/// "75 % → 90 %", large, and what is counted.
pub fn figures(entry: &Entry) -> Option<Node> {
    let (before, after) = entry.figures()?;
    let of = entry.expectation.measure.as_ref().map(|measure| {
        let of = if measure.unit == "percent" { "of " } else { "" };
        [of, &measure.of].concat()
    });
    Some(
        view! {
            <p class="figures">
                <span class="figure">{before}</span>
                <span class="figure-arrow" aria-hidden="true">"→"</span>
                <span class="visually-hidden">" to "</span>
                <strong class="figure">{after}</strong>
                " "
                <span class="figure-of">{of}</span>
            </p>
        }
        .into_node(),
    )
}

/// A step in short: its counts in words, what it requires besides, and a bar with one field for each expectation.
pub fn counts_view(summary: &Summary) -> Node {
    let counts = &summary.counts;
    if counts.total() == 0 {
        return view! { <p class="lead">"Neither level says what it expects."</p> }.into_node();
    }
    let items = counts.present().map(|(change, count)| {
        let class = format!("count {}", change_class(change));
        view! {
            <li class=class>
                <span class="count-sign" aria-hidden="true">{change.sign()}</span>
                <strong>{count}</strong>
                " "
                {change.word()}
            </li>
        }
    });
    let items = items.collect::<Vec<_>>();
    let asked =
        summary.asked_in_words().map(|asked| view! { <p class="count-asked">"Also required: " {asked} "."</p> });
    view! {
        <ul class="counts">{items}</ul>
        {bar(counts)}
        {asked}
    }
    .into_node()
}

/// One field for each expectation; its words are the list of counts beside it.
fn bar(counts: &Counts) -> impl IntoNode + use<> {
    const FIELD: usize = 20;
    const HEIGHT: usize = 24;
    const GAP: usize = 3;
    let changes = counts.present().flat_map(|(change, count)| std::iter::repeat_n(change, count));
    let fields = changes.enumerate().map(|(place, change)| {
        let x = place * (FIELD + GAP);
        view! {
            <g class=change_class(change)>
                <rect x=x + 1 y="1" width=FIELD - 2 height=HEIGHT - 2 rx="3" />
                <text x=x + FIELD / 2 y=HEIGHT / 2 + 5>{change.sign()}</text>
            </g>
        }
    });
    let fields = fields.collect::<Vec<_>>();
    let width = counts.total() * (FIELD + GAP) - GAP;
    view! {
        <svg class="count-bar" aria-hidden="true" width=width height=HEIGHT viewBox=format!("0 0 {width} {HEIGHT}")>
            {fields}
        </svg>
    }
}
