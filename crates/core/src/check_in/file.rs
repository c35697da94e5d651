//! Check-in files and files of agreed actions: written, and read with an account.
//!
//! ```json
//! { "format": "rungs-check-in", "version": 1, "sum": "af63dc4c8601ec8c", "data": { … } }
//! ```
//!
//! The sum is the fingerprint of the data. It tells that a file was edited, by whom or what ever; it protects nothing.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::action::Agreed;
use super::content::CheckIn;
use super::remark::{Noticed, Remark};
use crate::assessment::Fingerprint;
use crate::date::Date;
use crate::record::{Fields, FormError, Problem, text};
use crate::saved::Size;

const CHECK_IN: &str = "rungs-check-in";
const AGREED: &str = "rungs-agreed-actions";
const BACKUP: &str = "rungs-backup";
const VERSION: u32 = 1;

/// No larger file is opened: browsers store some five million characters for a site.
pub const LARGEST_FILE: Size = Size(4_000_000);

/// What one of these files holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// What someone shows a colleague.
    CheckIn(CheckIn),
    /// What was agreed, for whoever will do it.
    Agreed(Agreed),
}

/// A file that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it holds.
    pub file: File,
    /// What is to be said of it.
    pub remarks: Vec<Remark>,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is something else.
    NotOurs,
    /// It is a backup file.
    Backup,
    /// It begins like one of these files and ends too early.
    Truncated,
    /// It begins like one of these files and is damaged.
    Damaged,
    /// It is one of these files without something that it cannot do without.
    Form(FormError),
    /// Nothing in it can be shown.
    Empty,
    /// A newer version of the site wrote it.
    Newer(u64),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("This is neither a check-in file nor a file of agreed actions."),
            Self::Backup => f.write_str(
                "This is a backup file: it holds everything that its owner entered, and was not opened. Ask for a \
                 check-in file instead. A backup of your own can be restored in My data.",
            ),
            Self::Truncated => f.write_str("The file ends too early: a part of it is missing. Nothing was read."),
            Self::Damaged => f.write_str("The file begins like a check-in file but is damaged. Nothing was read."),
            Self::Form(error) => write!(f, "The file cannot be used: {error}. Nothing was read."),
            Self::Empty => f.write_str("The file holds no expectation and no action. Nothing was read."),
            Self::Newer(version) => write!(
                f,
                "A newer version of this site wrote this file (format {version}; this site reads up to {VERSION}). \
                 Reload the page to get the newest version, then try again."
            ),
        }
    }
}

/// Why a file is not worth saving: nobody could open it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing would be in it.
    Empty,
    /// It would be larger than [`LARGEST_FILE`].
    TooLarge(Size),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The level expects nothing that can be rated, so there is nothing to save."),
            Self::TooLarge(size) => write!(
                f,
                "The file would have {size}, and none of more than {LARGEST_FILE} can be opened. Choose “Ratings only”, \
                 or shorten your evidence."
            ),
        }
    }
}

/// What stands around the data.
#[derive(Serialize)]
struct Sealed<'a> {
    format: &'a str,
    version: u32,
    sum: String,
    data: Value,
}

impl File {
    /// Writes the file.
    ///
    /// # Errors
    /// None that these values can cause; serialisation is declared to have some.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let (format, data) = match self {
            Self::CheckIn(check_in) => (CHECK_IN, check_in.written()),
            Self::Agreed(agreed) => (AGREED, agreed.written()),
        };
        let data = Value::Object(data.0);
        serde_json::to_string(&Sealed { format, version: VERSION, sum: sum(&data), data })
    }

    /// The day on which it was saved.
    pub fn day(&self) -> Date {
        match self {
            Self::CheckIn(check_in) => check_in.day,
            Self::Agreed(agreed) => agreed.day,
        }
    }

    /// Why it could not be opened, if it were saved.
    pub fn unfit(&self) -> Option<Unfit> {
        if self.is_empty() {
            return Some(Unfit::Empty);
        }
        let size = Size(self.write().ok()?.len() as u64);
        (size > LARGEST_FILE).then_some(Unfit::TooLarge(size))
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::CheckIn(check_in) => check_in.lines.is_empty(),
            Self::Agreed(agreed) => agreed.actions.is_empty(),
        }
    }
}

/// The name of a file: what it is and the day, and nothing of what it holds.
pub fn file_name(file: &File) -> String {
    let format = match file {
        File::CheckIn(_) => CHECK_IN,
        File::Agreed(_) => AGREED,
    };
    format!("{format}-{}.json", file.day())
}

fn sum(data: &Value) -> String {
    Fingerprint::of(&data.to_string()).to_string()
}

/// Reads a file, on that day.
///
/// # Errors
/// [`FileError`] says in a sentence why the file as a whole is refused.
pub fn open(content: &str, today: Date) -> Result<Opened, FileError> {
    let value: Value = serde_json::from_str(content).map_err(|error| refusal(content, &error))?;
    let mut fields = Fields::of(value).map_err(|_| FileError::NotOurs)?;
    let format = fields.optional("format", text).ok().flatten().unwrap_or_default();
    if format == BACKUP {
        return Err(FileError::Backup);
    }
    if format != CHECK_IN && format != AGREED {
        return Err(FileError::NotOurs);
    }
    version(&mut fields)?;
    read(&format, fields, today)
}

fn version(fields: &mut Fields) -> Result<(), FileError> {
    let number = |value: Value| value.as_u64().ok_or_else(|| FormError::new(Problem::Expected("a number")));
    match fields.required("version", number).map_err(FileError::Form)? {
        newer if newer > u64::from(VERSION) => Err(FileError::Newer(newer)),
        0 => Err(FileError::Damaged),
        _ => Ok(()),
    }
}

fn read(format: &str, mut fields: Fields, today: Date) -> Result<Opened, FileError> {
    let claimed = fields.optional("sum", text).ok().flatten();
    let data = fields.required("data", Ok).map_err(FileError::Form)?;
    let mut remarks = Vec::new();
    if claimed != Some(sum(&data)) {
        remarks.push(Remark::Edited);
    }
    let mut noticed = Noticed::default();
    noticed.foreign(&fields, "");
    let file = Fields::of(data).map_err(|error| error.within("data")).and_then(|data| match format {
        AGREED => Agreed::read(data, &mut noticed).map(File::Agreed),
        _ => CheckIn::read(data, &mut noticed).map(File::CheckIn),
    });
    let file = file.map_err(FileError::Form)?;
    if file.is_empty() {
        return Err(FileError::Empty);
    }
    if is_future(file.day(), today) {
        remarks.push(Remark::Future(file.day()));
    }
    remarks.extend(noticed.remarks());
    Ok(Opened { file, remarks })
}

/// Whether a day has come nowhere yet. Days are those of where a file was saved and of where it is opened, and somewhere
/// it may be tomorrow already.
fn is_future(day: Date, today: Date) -> bool {
    today.next().is_some_and(|tomorrow| day > tomorrow)
}

/// Tells a damaged file of ours from one of another sort, by how it begins.
fn refusal(content: &str, error: &serde_json::Error) -> FileError {
    let beginning: String = content.chars().take(100).filter(|c| !c.is_whitespace()).collect();
    let begins = |format: &str| beginning.strip_prefix("{\"format\":\"").is_some_and(|rest| rest.starts_with(format));
    if begins(BACKUP) {
        FileError::Backup
    } else if !begins(CHECK_IN) && !begins(AGREED) {
        FileError::NotOurs
    } else if error.is_eof() {
        FileError::Truncated
    } else {
        FileError::Damaged
    }
}
