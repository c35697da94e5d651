//! What is to be said of a file that was read: what of it is odd, and what was left out.

use std::fmt;

use super::content::one_line;
use crate::date::Date;
use crate::record::{Fields, FormError};

/// Something to be told about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It is not as this site saved it.
    Edited,
    /// It claims to be saved on a day that has not come yet.
    Future(Date),
    /// It held fields that no such file holds.
    Foreign(Named),
    /// Parts of it are not of the form.
    LeftOut(Named),
}

/// Names out of a file, which can claim anything: the first of them, made short, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The first.
    pub first: Vec<String>,
    /// How many more.
    pub more: usize,
}

impl Named {
    /// How many are named.
    const MOST: usize = 8;
    /// Of each so many characters.
    const LONGEST: usize = 80;

    fn push(&mut self, name: &str) {
        if self.first.len() < Self::MOST {
            self.first.push(one_line(name).chars().take(Self::LONGEST).collect());
        } else {
            self.more += 1;
        }
    }
}

/// "settings, questions.3.note and 2 more".
impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.first.join(", "))?;
        if self.more > 0 { write!(f, " and {} more", self.more) } else { Ok(()) }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Edited => f.write_str("The file was changed after it was saved. What can be read of it is shown."),
            Self::Future(day) => {
                write!(f, "The file says that it was saved on {}, which is in the future.", day.long())
            }
            Self::Foreign(names) => {
                write!(f, "The file holds more than such a file may: {names}. That was left out and is not kept.")
            }
            Self::LeftOut(names) => write!(f, "A part of the file cannot be read and was left out: {names}."),
        }
    }
}

/// What is noticed while a file is read.
#[derive(Default)]
pub(super) struct Noticed {
    foreign: Named,
    left_out: Named,
}

impl Noticed {
    /// Notices what is left of fields, all of which have a name in the form; `within` is the way to them.
    pub fn foreign(&mut self, rest: &Fields, within: &str) {
        rest.0.keys().for_each(|name| self.foreign.push(&[within, name].concat()));
    }

    /// What was read; `None` where it is not of the form, which is noticed.
    pub fn sift<T>(&mut self, read: Result<T, FormError>, within: &str) -> Option<T> {
        read.map_err(|error| self.left_out.push(&[within, &error.to_string()].concat())).ok()
    }

    /// All that was noticed.
    pub fn remarks(self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if !self.foreign.first.is_empty() {
            remarks.push(Remark::Foreign(self.foreign));
        }
        if !self.left_out.first.is_empty() {
            remarks.push(Remark::LeftOut(self.left_out));
        }
        remarks
    }
}
