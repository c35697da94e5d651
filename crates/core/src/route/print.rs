//! Printing: the one address of a place. Ids need no percent-encoding, so none is done.

use super::{Base, Columns, Place, Route, Show, View};

impl Place {
    /// The one address of the place, from the root of the host: `/rungs/ladders/support/?show=changes#rule-waiver`.
    pub fn print(&self, base: &Base) -> String {
        let mut out = String::from(base.as_str());
        let mut query = Query { out: String::new() };
        print_route(&self.route, &mut out, &mut query);
        print_view(&self.route, &self.view, &mut query);
        out.push_str(&query.out);
        if let Some(anchor) = &self.anchor {
            out.push('#');
            out.push_str(&anchor.element_id());
        }
        out
    }
}

impl Route {
    /// Where the picture lies, below the base, that chats show of a link to the page.
    pub fn preview(&self) -> String {
        let name = match self {
            Self::Ladder(ladder) => ladder.to_string(),
            Self::Level(level) => level.to_string(),
            Self::Compare(columns) => match columns.iter().collect::<Vec<_>>()[..] {
                [from, to] if from.ladder == to.ladder => format!("{from}.{}", to.level),
                _ => "site".to_owned(),
            },
            _ => "site".to_owned(),
        };
        format!("previews/{name}.png")
    }
}

impl Show {
    /// The word that links use.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Whole => "whole",
        }
    }
}

/// A query string in the making, with its `?` once there is something in it.
struct Query {
    out: String,
}

impl Query {
    fn add(&mut self, name: &str, value: &str) {
        self.out.push(if self.out.is_empty() { '?' } else { '&' });
        self.out.push_str(name);
        self.out.push('=');
        self.out.push_str(value);
    }
}

fn print_route(route: &Route, out: &mut String, query: &mut Query) {
    match route {
        Route::Ladders => {}
        Route::MoreLadders(number) => print_path(out, &["more", &number.to_string()]),
        Route::Ladder(ladder) => print_path(out, &["ladders", ladder.as_str()]),
        Route::Level(level) => print_path(out, &["ladders", level.ladder.as_str(), level.level.as_str()]),
        Route::Compare(columns) => print_columns(columns, out, query),
        Route::AssessChoice => print_path(out, &["assess"]),
        Route::Assess(ladder) => print_path(out, &["assess", ladder.as_str()]),
        Route::Data => print_path(out, &["data"]),
        Route::About => print_path(out, &["about"]),
    }
}

fn print_path(out: &mut String, segments: &[&str]) {
    for segment in segments {
        out.push_str(segment);
        out.push('/');
    }
}

/// Two levels of one ladder have a path of their own; all others are listed in the query.
fn print_columns(columns: &Columns, out: &mut String, query: &mut Query) {
    match &**columns {
        [from, to] if from.ladder == to.ladder => {
            print_path(out, &["compare", from.ladder.as_str(), from.level.as_str(), to.level.as_str()]);
        }
        others => {
            print_path(out, &["compare"]);
            for level in others {
                query.add("with", &level.to_string());
            }
        }
    }
}

fn print_view(route: &Route, view: &View, query: &mut Query) {
    if let Some(show) = view.show.filter(|_| route.has_show()) {
        query.add("show", show.word());
    }
    if let Some(track) = view.track.as_ref().filter(|_| route.has_track()) {
        query.add("track", track.as_str());
    }
    if route.has_competencies() {
        for competency in &view.competencies {
            query.add("competency", competency.as_str());
        }
    }
}
