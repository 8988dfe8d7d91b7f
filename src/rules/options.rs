//! From the options in a policy file to a rule, for any rule in the list.

use std::fmt;

use serde::de::{self, DeserializeOwned, Visitor};
use serde::forward_to_deserialize_any;
use toml::de::ValueDeserializer;

use super::{Check, Meta, Rule};

/// Makes a rule from its options.
pub type Build = fn(ValueDeserializer<'_>) -> Result<Box<dyn Check>, toml::de::Error>;

/// A rule in the list.
pub struct Entry {
    /// What it is.
    pub meta: &'static Meta,
    /// The rule with its default options.
    pub default: fn() -> Box<dyn Check>,
    /// The rule with options as they stand in one file, whose places an error tells.
    pub build: Build,
    /// The rule with options from several files.
    pub with: fn(toml::Table) -> Result<Box<dyn Check>, toml::de::Error>,
    /// The names of its options.
    pub options: fn() -> &'static [&'static str],
}

impl Entry {
    pub(super) const fn of<R: Rule>() -> Entry {
        Entry {
            meta: &R::META,
            default: || Box::new(R::default()),
            build: |options| Ok(Box::new(R::deserialize(options)?)),
            with: |options| Ok(Box::new(options.try_into::<R>()?)),
            options: field_names::<R>,
        }
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.meta.id).finish()
    }
}

/// The field names that serde knows for `T`, as a policy spells them.
fn field_names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // Nothing is read: the probe takes the names and ends with an error.
    let _ = T::deserialize(Probe(&mut names));
    names
}

struct Probe<'a>(&'a mut &'static [&'static str]);

impl<'de> de::Deserializer<'de> for Probe<'_> {
    type Error = de::value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = fields;
        Err(de::Error::custom("only the names were wanted"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("the options of a rule are a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}
