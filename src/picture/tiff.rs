//! TIFF: the tables of an Exif block, and the pixels among them.

use super::blocks::{Block, Layout, is_apart};
use super::ifd::{Entry, Kind, Tables};
use super::{Holder, thumbnail};

pub(super) fn is_tiff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*")
}

pub(super) fn layout(bytes: &[u8]) -> Layout {
    const XMP: u16 = 0x02bc;
    let mut layout = Layout::default();
    let Some(tables) = Tables::read(bytes) else {
        layout.is_damaged = true;
        return layout;
    };
    layout.is_damaged = !tables.is_whole || tables.tables.is_empty();
    // A table behind the first is another page, and no thumbnail.
    layout.blocks.push(Block {
        holder: Holder::Exif,
        range: 0..bytes.len(),
        has_thumbnail: false,
        may_change: true,
    });
    for table in &tables.tables {
        let pages = matches!(table.kind, Kind::Main | Kind::Next);
        let Some(entry) = table.get(XMP).filter(|_| pages) else {
            continue;
        };
        if let Some(range) = entry.elsewhere() {
            layout.blocks.push(Block {
                holder: Holder::Xmp,
                may_change: is_free(&tables, entry),
                range,
                has_thumbnail: false,
            });
        }
    }
    layout
}

/// True when the bytes of the value are of nothing else.
fn is_free(tables: &Tables<'_>, entry: &Entry) -> bool {
    let mut others = Vec::new();
    for table in &tables.tables {
        others.push(table.range.clone());
        let entries = table.entries.iter().filter(|other| other.at != entry.at);
        others.extend(entries.filter_map(Entry::elsewhere));
        if thumbnail::pixels(tables, table, &mut others).is_none() {
            return false;
        }
    }
    is_apart(entry.elsewhere().into_iter().collect(), others)
}
