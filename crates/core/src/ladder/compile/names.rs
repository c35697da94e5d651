//! The ids of one kind of thing: each defined once, each reference answered or noted with what was
//! probably meant.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::source::Written;
use crate::nearest::nearest;

/// What is defined under which id, by its position among its kind.
pub(super) struct Names<'a, Id> {
    /// One thing: "level".
    noun: &'static str,
    present: BTreeMap<&'a Id, (usize, &'a Span)>,
    former: BTreeMap<&'a Id, usize>,
}

impl<'a, Id: Ord + Display> Names<'a, Id> {
    /// Collects the ids of things that have no former ids.
    pub fn of(noun: &'static str, ids: impl Iterator<Item = &'a Written<Id>>, log: &mut Log) -> Self {
        Self::with_former(noun, ids.map(|id| (id, [].as_slice())), log)
    }

    /// Collects ids and former ids, in the order of the things; notes what is defined twice.
    pub fn with_former(
        noun: &'static str,
        things: impl Iterator<Item = (&'a Written<Id>, &'a [Written<Id>])>,
        log: &mut Log,
    ) -> Self {
        let mut names = Self { noun, present: BTreeMap::new(), former: BTreeMap::new() };
        let mut former = Vec::new();
        for (position, (id, former_ids)) in things.enumerate() {
            names.define(id, position, log);
            former.extend(former_ids.iter().map(|id| (position, id)));
        }
        for (position, id) in former {
            names.define_former(id, position, log);
        }
        names
    }

    fn define(&mut self, id: &'a Written<Id>, position: usize, log: &mut Log) {
        let Some(value) = &id.value else { return };
        if let Some((_, first)) = self.present.get(value) {
            log.error(&id.span, format!("`{value}` is defined twice"))
                .label("defined again here")
                .mark(first, "first defined here")
                .help(format!("give the second {} another id: links and answers are kept under it", self.noun));
        } else {
            self.present.insert(value, (position, &id.span));
        }
    }

    fn define_former(&mut self, id: &'a Written<Id>, position: usize, log: &mut Log) {
        let Some(value) = &id.value else { return };
        if let Some((_, present)) = self.present.get(value) {
            log.error(&id.span, format!("`{value}` is a former id and a present one"))
                .label("given as a former id")
                .mark(present, "in use here")
                .help("an old link would be ambiguous: remove it from `former_ids`, or choose another present id");
        } else if self.former.insert(value, position).is_some() {
            log.error(&id.span, format!("`{value}` is given as a former id twice"))
                .label("given again here")
                .help("an old link can lead to one place only: keep one of the two");
        }
    }

    /// The position of what an id names, if it names anything.
    pub fn position(&self, id: &Written<Id>) -> Option<usize> {
        self.present.get(id.value.as_ref()?).map(|(position, _)| *position)
    }

    /// The position of what an id names; notes an unknown one.
    pub fn find(&self, id: &Written<Id>, log: &mut Log) -> Option<usize> {
        let value = id.value.as_ref()?;
        if let Some(position) = self.position(id) {
            return Some(position);
        }
        let help = self.cure(value);
        log.error(&id.span, format!("there is no {} `{value}`", self.noun)).label("unknown id").help = help;
        None
    }

    fn cure(&self, wanted: &Id) -> Option<String> {
        if let Some(position) = self.former.get(wanted) {
            let renamed = self.present.iter().find(|(_, (at, _))| at == position)?;
            return Some(format!("it is now called `{}`", renamed.0));
        }
        let names: Vec<String> = self.present.keys().map(ToString::to_string).collect();
        match nearest(&wanted.to_string(), names.iter().map(String::as_str), 1).first() {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if names.is_empty() => Some(format!("no {} is defined at all", self.noun)),
            None if names.len() == 1 => Some(format!("the only one is `{}`", names[0])),
            None if names.len() <= 12 => Some(format!("there are `{}`", names.join("`, `"))),
            None => None,
        }
    }

    /// The positions of what a list names, each with its place; notes what is unknown or repeated.
    pub fn find_all<'b>(&self, ids: &'b [Written<Id>], log: &mut Log) -> Vec<Reference<'b>> {
        let mut found: Vec<Reference> = Vec::new();
        for id in ids {
            let Some(position) = self.find(id, log) else { continue };
            match found.iter().find(|reference| reference.to == position) {
                None => found.push(Reference { to: position, span: &id.span }),
                Some(first) => {
                    log.error(&id.span, "this is listed twice").label("again here").mark(first.span, "first here");
                }
            }
        }
        found
    }
}

/// A reference that was answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference<'a> {
    /// The position of what it names among its kind.
    pub to: usize,
    /// Where it is written.
    pub span: &'a Span,
}
