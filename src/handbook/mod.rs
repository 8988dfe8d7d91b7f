//! The policy as a document for people: what they are trained on, and what
//! `sayso explain` says about their own policy.
//!
//! The policy becomes a [`Document`] of headings, paragraphs, lists and
//! examples, and that becomes [Markdown](Format::Markdown) or
//! [HTML](Format::Html), so that the two say the same. Nothing in it depends on
//! the day, the machine or the version of the program. What a company keeps to
//! itself (internal hosts, the words of its rules on what is confidential) is
//! not in it.

mod approvals;
mod company;
mod differences;
mod document;
mod exceptions;
mod html;
mod line;
mod markdown;
mod on_rule;
mod opening;
mod own;
mod questions;
mod words;

use std::sync::Arc;

use crate::policy::{Layers, Policy, Scope};

pub use document::{Block, Document, Heading, Sample};
pub use line::{Inline, Line};
pub use on_rule::{on_own_rule, on_rule};

/// What the document is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The policy files.
    pub layers: &'a Layers,
    /// The posts it is for.
    pub scope: Scope<'a>,
    /// Where these are, for people, when they are not all posts of the policy.
    pub place: Option<&'a str>,
}

impl Subject<'_> {
    /// The folder to tell before a pattern that counts from `dir`: none when
    /// that is the folder of the nearest policy file.
    fn before<'d>(&self, dir: &'d str) -> &'d str {
        let home = self.layers.files().last();
        if home.is_none_or(|layer| layer.dir == dir) {
            ""
        } else {
            dir
        }
    }
}

/// How a document is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For a forge, a wiki or another program.
    #[default]
    Markdown,
    /// One file for a browser, on a screen or on paper.
    Html,
}

impl Format {
    /// The format of a file, by the end of its name.
    pub fn of_file(name: &str) -> Format {
        let name = name.to_ascii_lowercase();
        if name.ends_with(".html") || name.ends_with(".htm") {
            Format::Html
        } else {
            Format::Markdown
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }
}

/// What the parts of the document are made from.
struct Source<'a> {
    subject: Subject<'a>,
    policy: Arc<Policy>,
}

/// The policy of `subject` as a document.
pub fn document(subject: Subject<'_>) -> Document {
    let source = Source {
        subject,
        policy: subject.layers.policy(subject.scope),
    };
    let mut document = Document::new(&opening::title(&source));
    opening::add(&mut document, &source);
    questions::add(&mut document, &source);
    own::add(&mut document, &source, None);
    company::add(&mut document, &source);
    differences::add(&mut document, &source);
    approvals::add(&mut document, &source);
    exceptions::add(&mut document, &source);
    opening::add_end(&mut document);
    document
}

/// `document` as it is written to a file.
pub fn write(document: &Document, format: Format) -> String {
    match format {
        Format::Markdown => markdown::write(document),
        Format::Html => html::write(document),
    }
}

impl Source<'_> {
    /// What the company is called.
    fn company(&self) -> &str {
        let names = &self.policy.company.names;
        names.first().map_or("the company", String::as_str)
    }
}
