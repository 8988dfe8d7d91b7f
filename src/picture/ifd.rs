//! The tables of a TIFF file, which is also what an Exif block is.
//!
//! After the TIFF 6.0 specification and Exif 2.32: a header tells the order of
//! bytes and where the first table is; a table is a count, entries of twelve
//! bytes, and the place of the next table. A value of more than four bytes
//! stands elsewhere.

use std::ops::Range;

/// How many tables are followed, and how many entries a table may have: a
/// camera writes five tables of some fifty.
const MOST_TABLES: usize = 64;
const MOST_ENTRIES: usize = 4096;

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The picture, or a page of it.
    Main,
    /// A later one in the chain: a page, or the thumbnail of an Exif block.
    Next,
    /// What the camera tells.
    Exif,
    /// Where it was.
    Gps,
    /// A copy in another size.
    Inner,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) kind: Kind,
    /// All of it, from the count to the place of the next one.
    pub(super) range: Range<usize>,
    pub(super) entries: Vec<Entry>,
}

/// An entry of a table.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Where its twelve bytes start.
    pub(super) at: usize,
    pub(super) tag: u16,
    pub(super) kind: u16,
    pub(super) count: usize,
    /// Its value; none when it reaches beyond the end.
    pub(super) value: Option<Range<usize>>,
}

/// Tags that lead to further tables.
pub(super) const EXIF: u16 = 0x8769;
pub(super) const GPS: u16 = 0x8825;
pub(super) const INNER: u16 = 0x014a;

/// A block that is being read.
pub(super) struct Tables<'a> {
    pub(super) bytes: &'a [u8],
    is_little: bool,
    pub(super) tables: Vec<Table>,
    /// False when a table could not be read.
    pub(super) is_whole: bool,
}

impl<'a> Tables<'a> {
    /// Reads all tables; none when this is no TIFF at all.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Tables<'a>> {
        let is_little = match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        let mut tables = Tables {
            bytes,
            is_little,
            tables: Vec::new(),
            is_whole: true,
        };
        let mut todo = vec![(Kind::Main, tables.long(4)? as usize)];
        while let Some((kind, at)) = todo.pop() {
            // A table is read once, whatever leads to it.
            let is_known = |table: &Table| table.range.start == at;
            if tables.tables.iter().any(is_known) {
                continue;
            }
            let table = (tables.tables.len() < MOST_TABLES)
                .then(|| tables.table(kind, at))
                .flatten();
            let Some((table, next)) = table else {
                tables.is_whole = false;
                continue;
            };
            for entry in &table.entries {
                let kind = match (entry.tag, kind) {
                    (EXIF, Kind::Main) => Kind::Exif,
                    // Some programs put it into the table of the camera.
                    (GPS, Kind::Main | Kind::Exif) => Kind::Gps,
                    (INNER, Kind::Main | Kind::Next) => Kind::Inner,
                    _ => continue,
                };
                let places = tables
                    .numbers(entry)
                    .take(MOST_TABLES - todo.len().min(MOST_TABLES));
                todo.extend(places.map(|place| (kind, place)));
            }
            if next != 0 && matches!(kind, Kind::Main | Kind::Next) {
                todo.push((Kind::Next, next));
            }
            tables.tables.push(table);
        }
        Some(tables)
    }

    /// The table at `at`, and the place of the next one.
    fn table(&self, kind: Kind, at: usize) -> Option<(Table, usize)> {
        let count = self.short(at)? as usize;
        let first = at.checked_add(2)?;
        let end = first.checked_add(count * 12)?;
        if count > MOST_ENTRIES || end > self.bytes.len() {
            return None;
        }
        let entries = (0..count).filter_map(|number| self.entry(first + number * 12));
        let table = Table {
            kind,
            entries: entries.collect(),
            // The last four bytes are sometimes left out at the end.
            range: at..(end + 4).min(self.bytes.len()),
        };
        Some((table, self.long(end).unwrap_or(0) as usize))
    }

    fn entry(&self, at: usize) -> Option<Entry> {
        let kind = self.short(at + 2)?;
        let count = self.long(at + 4)? as usize;
        let length = count.checked_mul(size_of(kind));
        let value = length.and_then(|length| {
            let start = if length <= 4 {
                at + 8
            } else {
                self.long(at + 8)? as usize
            };
            let end = start.checked_add(length)?;
            (end <= self.bytes.len()).then_some(start..end)
        });
        Some(Entry {
            at,
            tag: self.short(at)?,
            kind,
            count,
            value,
        })
    }

    /// The whole numbers of a value.
    pub(super) fn numbers(&self, entry: &Entry) -> impl Iterator<Item = usize> + '_ {
        let value = entry.value.clone().unwrap_or(0..0);
        let size = match entry.kind {
            3 => 2,
            // A place has a type of its own in later drafts.
            4 | 13 => 4,
            _ => value.len().max(1),
        };
        let is_number = matches!(entry.kind, 3 | 4 | 13);
        value
            .step_by(size)
            .filter(move |_| is_number)
            .filter_map(move |at| {
                if size == 2 {
                    self.short(at).map(usize::from)
                } else {
                    self.long(at).map(|long| long as usize)
                }
            })
    }

    /// The text of a value.
    pub(super) fn text(&self, entry: &Entry) -> Option<&'a [u8]> {
        const ASCII: u16 = 2;
        let value = self.bytes.get(entry.value.clone()?)?;
        let end = memchr::memchr(0, value).unwrap_or(value.len());
        (entry.kind == ASCII).then_some(&value[..end])
    }

    pub(super) fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    pub(super) fn long(&self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    /// `number` as it is written in this block.
    pub(super) fn short_bytes(&self, number: u16) -> [u8; 2] {
        if self.is_little {
            number.to_le_bytes()
        } else {
            number.to_be_bytes()
        }
    }
}

impl Table {
    /// The entry with this tag.
    pub(super) fn get(&self, tag: u16) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.tag == tag)
    }
}

impl Entry {
    /// Its value, where that stands outside of the table.
    pub(super) fn elsewhere(&self) -> Option<Range<usize>> {
        let value = self.value.clone()?;
        let is_inside = value.start == self.at + 8;
        (!is_inside).then_some(value)
    }
}

fn size_of(kind: u16) -> usize {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 => 8,
        _ => 1,
    }
}
