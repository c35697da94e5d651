//! Printing: the one address of a place. Ids need no percent-encoding, so none is done.

use super::{Base, Columns, Place, Route, Show, View};

impl Place {
    /// The address of the place, from the root of the host: `/rungs/ladders/support/?show=changes#rule-waiver`. Which of
    /// the two of a comparison is the one that people are given, [`Pages::address`](super::Pages::address) knows.
    pub fn print(&self, base: &Base) -> String {
        self.print_with(base, print_route)
    }

    /// The same, but the levels of a comparison are listed in the query whatever they are.
    pub(super) fn print_listed(&self, base: &Base) -> String {
        self.print_with(base, |route, out, query| match route {
            Route::Compare(columns) => print_list(columns, out, query),
            route => print_route(route, out, query),
        })
    }

    fn print_with(&self, base: &Base, print_route: impl Fn(&Route, &mut String, &mut Query)) -> String {
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
    /// Where the picture lies, below the base, that chats show of a link to the page; `None` for pages that show the
    /// site's, [`SITE_PICTURE`].
    pub fn picture(&self) -> Option<String> {
        let name = match self {
            Self::Ladder(ladder) => ladder.to_string(),
            Self::Level(level) => level.to_string(),
            Self::Compare(columns) => match &columns[..] {
                [from, to] if from.ladder == to.ladder => format!("{from}.{}", to.level),
                _ => return None,
            },
            _ => return None,
        };
        Some(format!("previews/{name}.png"))
    }
}

/// Where the picture of the site itself lies, below the base.
pub const SITE_PICTURE: &str = "previews/site.png";

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
        Route::Own(own, ladder) => print_path(out, &[own.word(), ladder.as_str()]),
        Route::Growth => print_path(out, &["growth"]),
        Route::Journal => print_path(out, &["journal"]),
        Route::CheckIn => print_path(out, &["check-in"]),
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
        _ => print_list(columns, out, query),
    }
}

fn print_list(columns: &Columns, out: &mut String, query: &mut Query) {
    print_path(out, &["compare"]);
    for level in columns.iter() {
        query.add("with", &level.to_string());
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
