//! What an Exif block gives away, and how to take it out.

use std::ops::Range;

use super::blocks::{Size, is_apart};
use super::coordinates::has_place;
use super::ifd::{Entry, GPS, Kind, Table, Tables};
use super::{Trace, thumbnail};

/// What is known of the picture around the block.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) size: Option<Size>,
    pub(super) has_thumbnail: bool,
}

/// Tags of serial numbers: of the camera, of the lens; and those that DNG and
/// Adobe's raw converter use.
const SERIAL_NUMBERS: [u16; 4] = [0xa431, 0xa435, 0xc62f, 0xfde9];
/// Tags of the owner.
const OWNERS: [u16; 2] = [0xa430, 0xfde8];

/// What the block gives away, and whether that can go.
pub(super) fn traces(block: &[u8], shown: Shown) -> Vec<(Trace, bool)> {
    let Some(tables) = Tables::read(block) else {
        return Vec::new();
    };
    const ALL: [Trace; 4] = [
        Trace::Location,
        Trace::SerialNumber,
        Trace::Thumbnail,
        Trace::Owner,
    ];
    ALL.into_iter()
        .filter(|trace| tells(&tables, shown, *trace))
        .map(|trace| (trace, Cut::plan(&tables, trace).is_some()))
        .collect()
}

/// Takes the `traces` out that are in it and can go.
pub(super) fn clean(block: &mut [u8], shown: Shown, traces: &[Trace]) {
    for trace in traces {
        let cut = Tables::read(block)
            .filter(|tables| tells(tables, shown, *trace))
            .and_then(|tables| Cut::plan(&tables, *trace));
        if let Some(cut) = cut {
            cut.apply(block);
        }
    }
}

fn tells(tables: &Tables<'_>, shown: Shown, trace: Trace) -> bool {
    let any = |is: &dyn Fn(&Table) -> bool| tables.tables.iter().any(is);
    match trace {
        Trace::Location => any(&|table| table.kind == Kind::Gps && has_place(tables, table)),
        Trace::Thumbnail => shown.has_thumbnail && thumbnail::differs(tables, shown.size),
        Trace::SerialNumber => any(&|table| {
            let mut entries = table
                .entries
                .iter()
                .filter(|entry| is_of(trace, table, entry));
            entries.any(|entry| tables.text(entry).is_some_and(is_serial_number))
        }),
        Trace::Owner => any(&|table| {
            let mut entries = table
                .entries
                .iter()
                .filter(|entry| is_of(trace, table, entry));
            entries.any(|entry| {
                tables
                    .text(entry)
                    .is_some_and(|text| !text.trim_ascii().is_empty())
            })
        }),
        Trace::History => false,
    }
}

/// True for an entry that goes with the trace.
fn is_of(trace: Trace, table: &Table, entry: &Entry) -> bool {
    let is_about_camera = matches!(table.kind, Kind::Main | Kind::Exif);
    match trace {
        Trace::Location => entry.tag == GPS && is_about_camera,
        Trace::SerialNumber => is_about_camera && SERIAL_NUMBERS.contains(&entry.tag),
        Trace::Owner => is_about_camera && OWNERS.contains(&entry.tag),
        Trace::Thumbnail | Trace::History => false,
    }
}

/// True for what tells one camera from another: zeros and "none" do not.
pub(super) fn is_serial_number(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let counting = |byte: &&u8| byte.is_ascii_alphanumeric() && **byte != b'0';
    let is_word = ["none", "unknown", "n/a", "null", "undefined"]
        .into_iter()
        .any(|word| text.eq_ignore_ascii_case(word.as_bytes()));
    text.len() >= 4 && text.iter().filter(counting).count() >= 2 && !is_word
}

/// True for a table that goes with the trace.
fn is_table_of(trace: Trace, table: &Table) -> bool {
    match trace {
        Trace::Location => table.kind == Kind::Gps,
        Trace::Thumbnail => table.kind == Kind::Next,
        _ => false,
    }
}

/// The bytes that change when something is taken out.
struct Cut {
    /// What becomes zero.
    zeros: Vec<Range<usize>>,
    /// What becomes something else.
    writes: Vec<(usize, Vec<u8>)>,
}

impl Cut {
    /// How to take the trace out; none when what would go is in use for
    /// something that stays.
    fn plan(tables: &Tables<'_>, trace: Trace) -> Option<Cut> {
        let mut cut = Cut {
            zeros: Vec::new(),
            writes: Vec::new(),
        };
        const HEADER: Range<usize> = 0..8;
        let mut kept = vec![HEADER];
        for table in &tables.tables {
            if is_table_of(trace, table) {
                cut.zeros.push(table.range.clone());
                let values = table.entries.iter().filter_map(Entry::elsewhere);
                cut.zeros.extend(values);
                thumbnail::pixels(tables, table, &mut cut.zeros)?;
                continue;
            }
            kept.push(table.range.clone());
            let is_going = |entry: &&Entry| is_of(trace, table, entry);
            let (going, staying): (Vec<_>, Vec<_>) = table.entries.iter().partition(is_going);
            cut.zeros
                .extend(going.iter().filter_map(|entry| entry.elsewhere()));
            kept.extend(staying.iter().filter_map(|entry| entry.elsewhere()));
            thumbnail::pixels(tables, table, &mut kept)?;
            if !going.is_empty() {
                cut.writes.push(without(tables, table, &staying));
            }
            // The thumbnail is the table behind the first one.
            if table.kind == Kind::Main && trace == Trace::Thumbnail {
                let next = table.range.end.checked_sub(4)?;
                cut.writes.push((next, vec![0; 4]));
            }
        }
        is_apart(cut.zeros.clone(), kept).then_some(cut)
    }

    fn apply(&self, block: &mut [u8]) {
        for range in &self.zeros {
            if let Some(bytes) = block.get_mut(range.clone()) {
                bytes.fill(0);
            }
        }
        for (at, bytes) in &self.writes {
            if let Some(place) = block.get_mut(*at..at + bytes.len()) {
                place.copy_from_slice(bytes);
            }
        }
    }
}

/// A table with only these entries, moved up; what is left over is zero.
fn without(tables: &Tables<'_>, table: &Table, staying: &[&Entry]) -> (usize, Vec<u8>) {
    let old = &tables.bytes[table.range.clone()];
    let mut new = Vec::with_capacity(old.len());
    new.extend(tables.short_bytes(staying.len() as u16));
    for entry in staying {
        let from = entry.at - table.range.start;
        new.extend(&old[from..from + 12]);
    }
    let next = 2 + table.entries.len() * 12;
    new.extend(&old[next.min(old.len())..]);
    new.resize(old.len(), 0);
    (table.range.start, new)
}
