//! Waivers as values: what was written, and what became of it.
//!
//! They are read and matched before the `judgement` rules look at them, who
//! only say what they see here.

use jiff::civil::Date;

use super::terms::is_same_name;
use super::waiver_fault::WaiverFault;
use crate::span::Span;

/// A person's reasoned, dated permission to keep a finding, as it is written.
#[derive(Clone, Debug, Default)]
pub struct Waiver {
    /// Where it is written.
    pub place: WaiverPlace,
    /// All of it, with its marks; for one in the policy, where the post starts.
    pub span: Span,
    /// What it allows: ids of rules, names of questions, or `*`.
    pub rules: Vec<String>,
    /// The last day it counts.
    pub until: Option<Date>,
    /// Where that day stands in the post.
    pub until_span: Option<Span>,
    /// Who gave it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// Digests of the words it was given for; none when it is for any words.
    pub pins: Vec<String>,
    /// Where those stand in the post.
    pub pins_span: Option<Span>,
    /// The bytes it covers.
    pub covers: Span,
    /// True when it covers the whole post, front matter and all.
    pub covers_file: bool,
    /// True when it says `allow`, and is no mere remark.
    pub allows: bool,
    /// What is wrong with how it is written, if anything.
    pub misread: Option<String>,
}

/// Where a waiver is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WaiverPlace {
    /// In a comment of the post.
    #[default]
    Comment,
    /// In its front matter.
    FrontMatter,
    /// In the policy, at the place that is named: `sayso.toml:12`.
    Policy(String),
}

/// A waiver, and what it came to.
#[derive(Clone, Debug, Default)]
pub struct GivenWaiver {
    /// The waiver.
    pub waiver: Waiver,
    /// Who wrote the words it covers, as git has it: `Jo Doe <jo@acme.example>`.
    pub author: Option<String>,
    /// Why it does not count; empty when it does.
    pub faults: Vec<WaiverFault>,
    /// How many findings it allows.
    pub allowed: usize,
    /// True when a finding it is meant for stands where a comment could cover it.
    pub could_be_nearer: bool,
    /// The pins of the words it is meant for, as they are now.
    pub pins_now: Vec<String>,
    /// True when its rules all ran and there is nothing for it to allow.
    pub is_idle: bool,
}

impl GivenWaiver {
    /// What to call it: "this waiver of evidence/superlative".
    pub fn name(&self) -> String {
        let rules = match self.waiver.rules.as_slice() {
            [] => String::new(),
            [one] if one == "*" => " of every rule".to_owned(),
            rules => format!(" of {}", rules.join(", ")),
        };
        match &self.waiver.place {
            WaiverPlace::Policy(at) => format!("the waiver{rules} in {at}"),
            _ => format!("this waiver{rules}"),
        }
    }

    /// The first of its faults that `pick` picks. A waiver that allows nothing,
    /// or that nothing can mend, is told to be so and nothing else.
    pub fn fault<T>(&self, pick: impl Fn(&WaiverFault) -> Option<T>) -> Option<T> {
        if self.is_idle {
            return None;
        }
        match self.faults.iter().find(|fault| fault.is_final()) {
            Some(last) => pick(last),
            None => self.faults.iter().find_map(pick),
        }
    }

    /// The pins it should have, as they are written; none for what should not
    /// be shown, not even as a digest that a few guesses would find.
    pub fn pins_to_write(&self) -> Option<String> {
        if matches!(self.waiver.place, WaiverPlace::Policy(_)) || self.pins_now.is_empty() {
            return None;
        }
        Some(format!("pin {}", self.pins_now.join(" ")))
    }
}

impl WaiverPlace {
    /// Where it is, for people: "the waiver here does not count".
    pub fn here(&self) -> &str {
        match self {
            WaiverPlace::Comment => "here",
            WaiverPlace::FrontMatter => "in the front matter",
            WaiverPlace::Policy(_) => "in the policy",
        }
    }
}

/// True when `name` is that of the `author` that git knows: the name, the
/// address, or what stands before its `@`.
pub fn is_author(name: &str, author: &str) -> bool {
    let (full, address) = match author.split_once('<') {
        Some((full, address)) => (full, address.trim_end().trim_end_matches('>')),
        None => (author, author),
    };
    let local = address.split('@').next().unwrap_or(address);
    // A forge puts a number before the name: 123+jo@users.noreply.example.
    let handle = local.rsplit('+').next().unwrap_or(local);
    let plain = local.split('+').next().unwrap_or(local);
    [full, address, local, handle, plain]
        .into_iter()
        .any(|known| known.contains(char::is_alphanumeric) && is_same_name(name, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_goes_by_several_names() {
        let author = "Jo Doe <jo.doe@acme.example>";
        for name in ["jo doe", "Jo.Doe", "jo.doe@acme.example", "@jo.doe"] {
            assert!(is_author(name, author), "{name}");
        }
        for name in ["jo", "doe", "legal", "acme.example", ""] {
            assert!(!is_author(name, author), "{name}");
        }
        assert!(is_author("jo", "<123+jo@users.noreply.example>"));
        assert!(is_author("jo", "jo+git@acme.example"));
        assert!(!is_author("", "<@>"));
    }
}
