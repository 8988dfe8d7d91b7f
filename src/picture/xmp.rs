//! What an XMP block gives away, and how to take it out.
//!
//! The block is XML in which a property is an attribute or an element. Other
//! names than those of the standard are known by their endings: drones write
//! `drone-dji:GpsLatitude`. What goes becomes blanks.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::Trace;
use super::coordinates::is_place;
use super::exif::is_serial_number;

/// A property: `name="value"` or `<name>value</name>`.
struct Property<'a> {
    /// Without its prefix.
    name: &'a [u8],
    value: &'a [u8],
    /// All of it.
    range: Range<usize>,
    /// False for the tag of an element that holds others.
    is_simple: bool,
}

/// What the block gives away, and whether that can go.
pub(super) fn traces(block: &[u8]) -> Vec<(Trace, bool)> {
    let mut place = Place::default();
    let (mut serial_number, mut owner, mut history) = (false, false, false);
    for property in Properties::of(block) {
        place.note(&property);
        serial_number |= is_of(Trace::SerialNumber, &property);
        owner |= is_of(Trace::Owner, &property);
        history |= property.name == b"History";
    }
    let found = [
        (place.is_known(), Trace::Location, true),
        (serial_number, Trace::SerialNumber, true),
        (owner, Trace::Owner, true),
        (history, Trace::History, false),
    ];
    let found = found.into_iter().filter(|(is_told, ..)| *is_told);
    found.map(|(_, trace, can_go)| (trace, can_go)).collect()
}

/// Takes the `traces` out that can go.
pub(super) fn clean(block: &mut [u8], traces: &[Trace]) {
    let ranges: Vec<Range<usize>> = Properties::of(block)
        .filter(|property| traces.iter().any(|trace| is_of(*trace, property)))
        .map(|property| property.range)
        .collect();
    for range in ranges {
        block[range].fill(b' ');
    }
}

/// True for a property that goes with the trace.
fn is_of(trace: Trace, property: &Property<'_>) -> bool {
    let name = property.name;
    let is_told = property.is_simple && !property.value.trim_ascii().is_empty();
    is_told
        && match trace {
            Trace::Location => name
                .get(..3)
                .is_some_and(|gps| gps.eq_ignore_ascii_case(b"gps")),
            Trace::SerialNumber => {
                name.ends_with(b"SerialNumber") && is_serial_number(property.value)
            }
            Trace::Owner => matches!(name, b"OwnerName" | b"CameraOwnerName"),
            Trace::Thumbnail | Trace::History => false,
        }
}

/// The first two angles of a block.
#[derive(Default)]
struct Place {
    latitude: Option<f64>,
    longitude: Option<f64>,
}

impl Place {
    fn note(&mut self, property: &Property<'_>) {
        let is = |name: &str| property.name.eq_ignore_ascii_case(name.as_bytes());
        let angle = if !property.is_simple {
            return;
        } else if is("GPSLatitude") {
            &mut self.latitude
        // A maker of drones misspells it.
        } else if is("GPSLongitude") || is("GPSLongtitude") {
            &mut self.longitude
        } else {
            return;
        };
        *angle = angle.or_else(|| degrees(property.value));
    }

    fn is_known(&self) -> bool {
        is_place(self.latitude, self.longitude)
    }
}

/// `51,30.5N`, `51,30,30N` or `-51.508`.
fn degrees(value: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(value).ok()?.trim();
    let text = text.trim_end_matches(['N', 'S', 'E', 'W']);
    let mut parts = text.split(',').map(|part| part.trim().parse::<f64>().ok());
    let degrees = parts.next()??;
    let rest = |part: Option<Option<f64>>| part.flatten().unwrap_or(0.0);
    let (minutes, seconds) = (rest(parts.next()), rest(parts.next()));
    let sum = degrees + minutes / 60.0 + seconds / 3600.0;
    sum.is_finite().then_some(sum)
}

/// The properties of a block, in one pass.
struct Properties<'a> {
    text: &'a [u8],
    at: usize,
    /// The name of the tag whose attributes are being read.
    is_in_tag: bool,
}

impl<'a> Properties<'a> {
    fn of(text: &'a [u8]) -> Properties<'a> {
        Properties {
            text,
            at: 0,
            is_in_tag: false,
        }
    }

    /// The next tag: the element it opens, with its value if that is mere text.
    fn tag(&mut self) -> Option<Option<Property<'a>>> {
        let rest = &self.text[self.at..];
        let start = self.at + memchr(b'<', rest)?;
        let rest = &self.text[start..];
        if rest.starts_with(b"<!--") {
            self.at = start + memmem::find(rest, b"-->")?;
            return Some(None);
        }
        let name = name(&rest[1..]);
        self.at = start + 1 + name.len();
        if name.is_empty() {
            return Some(None);
        }
        self.is_in_tag = true;
        let mut property = Property {
            name: local(name),
            value: b"",
            range: start..self.at,
            is_simple: false,
        };
        if self.text.get(self.at) == Some(&b'>') {
            let value = self.at + 1;
            let end = value + memchr(b'<', &self.text[value..])?;
            let behind = self.text[end..].strip_prefix(b"</");
            let is_closed = behind
                .and_then(|behind| behind.strip_prefix(name))
                .is_some_and(|behind| behind.starts_with(b">"));
            if is_closed {
                property.value = &self.text[value..end];
                property.range.end = end + 2 + name.len() + 1;
                property.is_simple = true;
                self.at = property.range.end;
                self.is_in_tag = false;
            }
        }
        Some(Some(property))
    }

    /// The next attribute of the tag; none at its end.
    fn attribute(&mut self) -> Option<Property<'a>> {
        let rest = &self.text[self.at..];
        let blanks = rest.len() - rest.trim_ascii_start().len();
        let start = self.at + blanks;
        let name = name(&self.text[start..]);
        let mut at = start + name.len();
        let blanks = |at: usize| {
            let rest = &self.text[at..];
            at + rest.len() - rest.trim_ascii_start().len()
        };
        at = blanks(at);
        if name.is_empty() || self.text.get(at) != Some(&b'=') {
            return None;
        }
        at = blanks(at + 1);
        let quote = *self
            .text
            .get(at)
            .filter(|byte| matches!(byte, b'"' | b'\''))?;
        let value = at + 1;
        let end = value + memchr(quote, &self.text[value..])?;
        self.at = end + 1;
        // A declaration of names is no property.
        let is_property = !name.starts_with(b"xmlns");
        Some(Property {
            name: if is_property { local(name) } else { b"" },
            value: &self.text[value..end],
            range: start..self.at,
            is_simple: true,
        })
    }
}

impl<'a> Iterator for Properties<'a> {
    type Item = Property<'a>;

    fn next(&mut self) -> Option<Property<'a>> {
        loop {
            if self.is_in_tag {
                if let Some(property) = self.attribute() {
                    return Some(property);
                }
                self.is_in_tag = false;
            }
            if let Some(property) = self.tag()? {
                return Some(property);
            }
        }
    }
}

/// The name at the start of `text`.
fn name(text: &[u8]) -> &[u8] {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b":_-.".contains(byte);
    let length = text
        .iter()
        .position(|byte| !is_part(byte))
        .unwrap_or(text.len());
    &text[..length]
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    memchr::memrchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}
