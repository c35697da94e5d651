//! The ids that were known and are not, each with the cure.

use std::fmt;

use rungs_core::ladder::Catalogue;
use rungs_core::nearest::nearest;

use crate::gone::{FILE, Gone};
use crate::ids::{Named, all};
use crate::kind::Kind;

/// An id that was known and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What it named.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// The file in which it has to be known.
    pub file: String,
    /// What it stood in, as `gone.txt` names it: `bakery.baker.`, or nothing.
    within: String,
    /// The folder of ladders.
    folder: String,
    /// The thing that now has the id most like it, with its former ids and its file.
    like: Option<Like>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Like {
    id: String,
    former: Vec<String>,
    file: String,
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { kind, id, file, within, folder, like } = self;
        writeln!(f, "error: {file}: the {kind} `{id}` is gone, and links or saved answers still name it")?;
        match like {
            _ if !kind.has_former_ids() => write!(f, "  cure: keep the id `{id}`; names and texts can change freely")?,
            Some(like) => {
                let formers = like.former.iter().chain([id]).map(|id| format!("\"{id}\"")).collect::<Vec<_>>();
                let formers = formers.join(", ");
                write!(f, "  cure: add former_ids = [{formers}] to the {kind} `{}` in {}", like.id, like.file)?;
                f.write_str(", or to whatever took its place")?;
            }
            None => write!(f, "  cure: add former_ids = [\"{id}\"] to the {kind} that took its place")?,
        }
        write!(f, "\n        if nothing did, add the line `{kind} {within}{id}` to {folder}/{FILE}")
    }
}

/// What was known before, and neither is now nor is said to be gone. Of what stood in something that is lost
/// or gone itself nothing more is said.
pub fn between(before: &Catalogue, now: &Catalogue, gone: &Gone, folder: &str) -> Vec<Lost> {
    let (before, now) = (all(before), all(now));
    let comparison = Comparison { before: &before, now: &now, gone, folder };
    before.iter().flat_map(|named| comparison.lost(named)).collect()
}

struct Comparison<'a> {
    before: &'a [Named<'a>],
    now: &'a [Named<'a>],
    gone: &'a Gone,
    folder: &'a str,
}

impl<'a> Comparison<'a> {
    /// The ids of a thing that are not known any more.
    fn lost(&self, named: &Named) -> Vec<Lost> {
        let Some(within) = self.present_scope(named) else { return Vec::new() };
        let ids = std::iter::once(&named.id).chain(&named.former);
        let unknown = ids.filter(|id| {
            let known = self.now.iter().any(|now| now.kind == named.kind && now.within == within && now.answers_to(id));
            !known && !self.gone.names(named.kind, &named.within, id)
        });
        unknown.map(|id| self.lost_id(named, &within, id)).collect()
    }

    fn lost_id(&self, named: &Named, within: &[&str], id: &str) -> Lost {
        let file = match (named.kind, within) {
            (Kind::Theme, _) => self.file("themes"),
            (_, [ladder, ..]) => self.file(ladder),
            (_, []) => self.file(id),
        };
        let like = self.like(named.kind, within, id).map(|like| Like {
            id: like.id.to_owned(),
            former: like.former.iter().map(|&id| id.to_owned()).collect(),
            file: if named.kind == Kind::Ladder { self.file(like.id) } else { file.clone() },
        });
        let within = named.within.iter().map(|id| format!("{id}.")).collect();
        Lost { kind: named.kind, id: id.to_owned(), file, within, folder: self.folder.to_owned(), like }
    }

    fn file(&self, stem: &str) -> String {
        format!("{}/{stem}.toml", self.folder)
    }

    /// What a thing stood in, by the ids of now; `None` where that is not there any more.
    fn present_scope(&self, named: &Named) -> Option<Vec<&'a str>> {
        let mut present: Vec<&str> = Vec::new();
        for (kind, id) in [Kind::Ladder, Kind::Level].into_iter().zip(&named.within) {
            let is_it = |now: &&Named| now.kind == kind && now.within == present && now.answers_to(id);
            let found = self.now.iter().find(|now| is_it(now) && now.id == *id);
            present.push(found.or_else(|| self.now.iter().find(is_it))?.id);
        }
        Some(present)
    }

    /// What now has the id most like a lost one: first among what was not there before.
    fn like(&self, kind: Kind, within: &[&str], id: &str) -> Option<&Named<'a>> {
        let there = || self.now.iter().filter(|now| now.kind == kind && now.within == within);
        let was_there = |now: &Named| self.before.iter().any(|before| before.kind == kind && before.id == now.id);
        let new = nearest(id, there().filter(|now| !was_there(now)).map(|now| now.id), 1);
        let near = new.into_iter().next().or_else(|| nearest(id, there().map(|now| now.id), 1).into_iter().next())?;
        there().find(|now| now.id == near)
    }
}
