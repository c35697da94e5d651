//! What is wrong or doubtful in a ladder file, and how to mend it, shown as rustc shows it.
//!
//! Rendering is `annotate-snippets`, the crate that rustc and Cargo use themselves: it has two small
//! dependencies, handles several files and marks in one message, and its look is the one that authors
//! of Rust builds know. Output is plain text, so that a build log and a test see the same.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A stretch of a file, in bytes from its beginning.
pub type Span = Range<usize>;

/// A file, as the compiler is given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The path to show in messages; its last part names the ladder.
    pub path: String,
    /// What the file says.
    pub text: String,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// There is no catalogue until this is mended.
    Error,
    /// Doubtful writing; the ladder is compiled all the same.
    Warning,
}

/// One problem: where, what, and the cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub path: String,
    /// The offending text.
    pub span: Span,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// A few words to stand beside the underlined text; may be empty.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Other places that matter: "first defined here".
    pub others: Vec<Mark>,
}

/// A further place that explains a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The file.
    pub path: String,
    /// The text to underline.
    pub span: Span,
    /// What is there.
    pub label: String,
}

impl Diagnostic {
    /// Says a few words beside the underlined text.
    pub(crate) fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Says how to mend it.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Points at another place of the same file.
    pub(crate) fn mark(&mut self, span: &Span, label: impl Into<String>) -> &mut Self {
        let path = self.path.clone();
        self.mark_in(path, span, label)
    }

    /// Points at a place of any file.
    pub(crate) fn mark_in(&mut self, path: String, span: &Span, label: impl Into<String>) -> &mut Self {
        self.others.push(Mark { path, span: span.clone(), label: label.into() });
        self
    }

    /// The whole message as plain text with the offending lines, without a newline at its end.
    /// `files` are those that were compiled.
    pub fn render(&self, files: &[Input]) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut report = vec![level.primary_title(self.message.as_str()).elements(self.snippets(files))];
        if let Some(help) = &self.help {
            report.push(Group::with_title(Level::HELP.secondary_title(help.as_str())));
        }
        Renderer::plain().decor_style(DecorStyle::Ascii).render(&report)
    }

    /// The offending lines: those of the problem's own file first, then one excerpt for each other file.
    fn snippets<'a>(&'a self, files: &'a [Input]) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
        let mut paths = vec![self.path.as_str()];
        paths.extend(self.others.iter().map(|mark| mark.path.as_str()).filter(|path| *path != self.path));
        paths.dedup();
        paths.into_iter().map(|path| self.snippet(path, text_of(files, path))).collect()
    }

    fn snippet<'a>(&'a self, path: &'a str, text: &'a str) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let mut snippet = Snippet::source(text).path(path);
        if path == self.path {
            let label = (!self.label.is_empty()).then_some(self.label.as_str());
            snippet = snippet.annotation(AnnotationKind::Primary.span(within(&self.span, text)).label(label));
        }
        let marks = self.others.iter().filter(|mark| mark.path == path);
        snippet.annotations(
            marks.map(|mark| AnnotationKind::Context.span(within(&mark.span, text)).label(mark.label.as_str())),
        )
    }

    /// The problem in one line: `ladders/support.toml:12:8: what is wrong`.
    pub fn summary(&self, files: &[Input]) -> String {
        let text = text_of(files, &self.path);
        let before = &text[..within(&self.span, text).start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{}:{line}:{column}: {}", self.path, self.message)
    }
}

fn text_of<'a>(files: &'a [Input], path: &str) -> &'a str {
    files.iter().find(|file| file.path == path).map_or("", |file| &file.text)
}

/// The span, cut to what is in the text and widened to whole characters.
fn within(span: &Span, text: &str) -> Span {
    let start = (0..=span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = (span.end.max(start)..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    start..end
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(crate) struct Log<'a> {
    path: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Log<'a> {
    /// An empty log for the file of that path.
    pub fn new(path: &'a str) -> Self {
        Self { path, found: Vec::new() }
    }

    /// Notes an error; its label, help and marks are added to what is returned.
    pub fn error(&mut self, span: &Span, message: impl Into<String>) -> &mut Diagnostic {
        self.note(Severity::Error, span, message.into())
    }

    /// Notes doubtful writing.
    pub fn warning(&mut self, span: &Span, message: impl Into<String>) -> &mut Diagnostic {
        self.note(Severity::Warning, span, message.into())
    }

    fn note(&mut self, severity: Severity, span: &Span, message: String) -> &mut Diagnostic {
        let (path, span) = (self.path.to_owned(), span.clone());
        let (label, help, others) = (String::new(), None, Vec::new());
        self.found.push(Diagnostic { severity, path, span, message, label, help, others });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Whether an error was noted.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Everything noted, in the order of the file.
    pub fn into_found(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.span.start);
        self.found
    }
}
