//! Reading one table of a policy file: every fault is noted with its place,
//! and reading goes on.

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::raw::Placed;
use crate::finding::Findings;
use crate::nearest::nearest;
use crate::span::Span;

/// A key of a table that nobody asked for yet.
struct Pending<'t> {
    key: String,
    key_span: Range<usize>,
    value: Spanned<DeValue<'t>>,
}

/// A table, while its keys are taken out one by one.
pub(super) struct Section<'t, 'f> {
    /// As people write it: `[company]`.
    name: String,
    pending: Vec<Pending<'t>>,
    known: Vec<&'static str>,
    pub(super) faults: &'f mut Findings,
}

impl<'t, 'f> Section<'t, 'f> {
    pub(super) fn new(
        name: impl Into<String>,
        table: DeTable<'t>,
        faults: &'f mut Findings,
    ) -> Section<'t, 'f> {
        let pending = table
            .into_iter()
            .map(|(key, value)| Pending {
                key_span: key.span(),
                key: key.into_inner().into_owned(),
                value,
            })
            .collect();
        Section {
            name: name.into(),
            pending,
            known: Vec::new(),
            faults,
        }
    }

    /// The value of `key` as it is written.
    pub(super) fn raw(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.known.push(key);
        let at = self.pending.iter().position(|pending| pending.key == key)?;
        Some(self.pending.swap_remove(at).value)
    }

    /// The value of `key`, left where it is.
    pub(super) fn peek(&self, key: &str) -> Option<&DeValue<'t>> {
        let found = self.pending.iter().find(|pending| pending.key == key)?;
        Some(found.value.get_ref())
    }

    /// The value of `key`; `wanted` says what it should be, for the case that
    /// it is something else.
    pub(super) fn take<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        wanted: &str,
    ) -> Option<T> {
        let value = self.raw(key)?;
        let whole = value.clone();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                let span = error.span().unwrap_or_else(|| whole.span());
                self.faults
                    .report(span.clone().into(), format!("`{key}` should be {wanted}"))
                    .label(describe_at(&whole, &span));
                None
            }
        }
    }

    /// The same, with its place.
    pub(super) fn placed<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        wanted: &str,
    ) -> Option<Placed<T>> {
        let value: Spanned<T> = self.take(key, wanted)?;
        Some(Placed {
            span: value.span().into(),
            value: value.into_inner(),
        })
    }

    /// The value of `key`, which is one of the `known` words.
    pub(super) fn word<T: Copy, const N: usize>(
        &mut self,
        key: &'static str,
        known: [(&'static str, T); N],
    ) -> Option<Placed<T>> {
        let value = self.raw(key)?;
        word(&format!("`{key}`"), value, known, self.faults)
    }

    /// The table at `key`.
    pub(super) fn table(&mut self, key: &'static str) -> Option<DeTable<'t>> {
        let value = self.raw(key)?;
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(table),
            other => {
                self.faults
                    .report(span.into(), format!("`{key}` should be a table: `[{key}]`"))
                    .label(describe(&other));
                None
            }
        }
    }

    /// The names of the keys that nobody asked for yet.
    pub(super) fn names(&self) -> Vec<String> {
        self.pending.iter().map(|one| one.key.clone()).collect()
    }

    /// The value of a key that was not known beforehand, with its place.
    pub(super) fn placed_at<T: DeserializeOwned>(
        &mut self,
        key: &str,
        wanted: &str,
    ) -> Option<Placed<T>> {
        let at = self.pending.iter().position(|pending| pending.key == key)?;
        let value = self.pending.swap_remove(at).value;
        let whole = value.clone();
        match Spanned::<T>::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(Placed {
                span: value.span().into(),
                value: value.into_inner(),
            }),
            Err(error) => {
                let span = error.span().unwrap_or_else(|| whole.span());
                self.faults
                    .report(span.clone().into(), format!("`{key}` should be {wanted}"))
                    .label(describe_at(&whole, &span));
                None
            }
        }
    }

    /// What is left, for a table whose keys are not known beforehand.
    pub(super) fn rest(self) -> Vec<(String, Range<usize>, Spanned<DeValue<'t>>)> {
        self.pending
            .into_iter()
            .map(|pending| (pending.key, pending.key_span, pending.value))
            .collect()
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        for pending in self.pending {
            unknown_key(
                &self.name,
                &pending.key,
                pending.key_span.into(),
                self.known.iter().copied(),
                self.faults,
            );
        }
    }
}

/// The one of the `known` words that `value` is; `what` is called by its name
/// when it is none of them.
pub(super) fn word<T: Copy, const N: usize>(
    what: &str,
    value: Spanned<DeValue<'_>>,
    known: [(&'static str, T); N],
    faults: &mut Findings,
) -> Option<Placed<T>> {
    let text = value.get_ref().as_str();
    if let Some((_, found)) = known.iter().find(|(name, _)| Some(*name) == text) {
        return Some(Placed {
            value: *found,
            span: value.span().into(),
        });
    }
    let names: Vec<String> = known
        .iter()
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    let label = match text {
        Some(_) => "none of them",
        None => describe(value.get_ref()),
    };
    let finding = faults
        .report(
            value.span().into(),
            format!("{what} is one of {}", names.join(", ")),
        )
        .label(label);
    let lower = text.map(str::to_lowercase);
    let near = lower.as_deref().and_then(|text| {
        let shortened = known
            .iter()
            .find(|(name, _)| text.len() > 2 && name.starts_with(text));
        shortened
            .map(|(name, _)| *name)
            .or_else(|| nearest(text, known.iter().map(|(name, _)| *name)))
    });
    if let Some(near) = near {
        finding.help(format!("did you mean \"{near}\"?"));
    }
    None
}

/// The value without places.
pub(super) fn value_of(value: Spanned<DeValue<'_>>) -> Option<toml::Value> {
    toml::Value::deserialize(ValueDeserializer::from(value)).ok()
}

/// Reports `key` as unknown in `place`, with the nearest of the `known` ones.
pub(super) fn unknown_key<'a>(
    place: &str,
    key: &str,
    span: Span,
    known: impl Iterator<Item = &'a str> + Clone,
    faults: &mut Findings,
) {
    let near = nearest(key, known.clone());
    let list = known.collect::<Vec<_>>().join(", ");
    let finding = faults
        .report(span, format!("{place} has no key `{key}`"))
        .label("not known here");
    match near {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None if list.is_empty() => finding.help("take it out: nothing can be set here"),
        None => finding.help(format!("the keys here are {list}")),
    };
}

/// What stands at `span`: the value itself, or an item of it.
pub(super) fn describe_at(value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> &'static str {
    let items = value.get_ref().as_array();
    let item = items.and_then(|items| items.iter().find(|item| item.span() == *span));
    describe(item.unwrap_or(value).get_ref())
}

/// What a value is, in words.
pub(super) fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "this is a text",
        DeValue::Integer(_) | DeValue::Float(_) => "this is a number",
        DeValue::Boolean(_) => "this is true or false",
        DeValue::Datetime(_) => "this is a date",
        DeValue::Array(_) => "this is a list",
        DeValue::Table(_) => "this is a table",
    }
}
