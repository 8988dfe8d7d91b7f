//! HEIC, and AVIF beside it: boxes in boxes, of which one lists the items of
//! the file, and another tells where each of them is.
//!
//! After ISO/IEC 14496-12 (`meta`, `iinf`, `iloc`, `idat`) and 23008-12 (the
//! Exif item: four bytes tell how far behind them its header starts).

use std::ops::Range;

use super::blocks::{Layout, is_apart};

/// How many items are looked at; a photo in tiles has about fifty. And how many
/// of those that hold remarks.
const MOST_ITEMS: usize = 4096;
const MOST_REMARKS: usize = 16;

pub(super) fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 9] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis",
    ];
    let brand = bytes
        .get(8..12)
        .filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    brand.is_some_and(|brand| BRANDS.iter().any(|known| *known == brand))
}

pub(super) fn layout(bytes: &[u8]) -> Layout {
    let mut layout = Layout::default();
    let Some(mut meta) = find(bytes, 0..bytes.len(), b"meta") else {
        layout.is_damaged = true;
        return layout;
    };
    // A version and flags stand in front of its boxes.
    meta.start = (meta.start + 4).min(meta.end);
    let of = |name| find(bytes, meta.clone(), name);
    let (Some(list), Some(places)) = (of(b"iinf"), of(b"iloc")) else {
        layout.is_damaged = true;
        return layout;
    };
    let data = of(b"idat").unwrap_or(0..0);
    let remarks = remarks(bytes, list);
    let Some(places) = Places::read(bytes, places, data) else {
        layout.is_damaged = true;
        return layout;
    };
    for (id, is_exif) in remarks {
        // An item in pieces is not put together.
        let mut pieces = places.0.iter().filter(|(item, _)| *item == id);
        let (Some((_, place)), None) = (pieces.next(), pieces.next()) else {
            continue;
        };
        if is_exif {
            let Some(head) = number(bytes, place.start, 4) else {
                continue;
            };
            let start = place.start.saturating_add(4).saturating_add(head);
            layout.exif(start.min(place.end)..place.end);
        } else {
            layout.xmp(place.clone());
        }
        let others = places.0.iter().filter(|(item, _)| *item != id);
        let mut others: Vec<_> = others.map(|(_, other)| other.clone()).collect();
        others.push(meta.start..of(b"idat").map_or(meta.end, |data| data.start));
        if let Some(block) = layout.blocks.last_mut() {
            block.may_change = is_apart(vec![block.range.clone()], others);
        }
    }
    layout
}

/// What is in the first box of this name in `range`.
fn find(bytes: &[u8], range: Range<usize>, name: &[u8; 4]) -> Option<Range<usize>> {
    boxes(bytes, range)
        .find(|(found, _)| found == name)
        .map(|(_, inside)| inside)
}

/// The boxes in `range`: name, and place of what is in it.
fn boxes(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = (&[u8], Range<usize>)> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let name = bytes.get(at + 4..at + 8)?;
        let (head, length) = match number(bytes, at, 4)? {
            // To the end; or told in eight bytes.
            0 => (8, range.end - at),
            1 => (16, number(bytes, at + 8, 8)?),
            length => (8, length),
        };
        let end = at.checked_add(length)?;
        if length < head || end > range.end {
            return None;
        }
        let inside = at + head..end;
        at = end;
        Some((name, inside))
    })
}

/// A number in `size` bytes.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    let number = bytes
        .iter()
        .fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    usize::try_from(number).ok()
}

/// The items that hold remarks: their ids, and true for Exif.
fn remarks(bytes: &[u8], list: Range<usize>) -> Vec<(usize, bool)> {
    let count_size = if bytes.get(list.start) == Some(&0) {
        2
    } else {
        4
    };
    let start = (list.start + 4 + count_size).min(list.end);
    let items = boxes(bytes, start..list.end).take(MOST_ITEMS);
    items
        .filter_map(|(_, item)| {
            let id_size = match bytes.get(item.start)? {
                2 => 2,
                3 => 4,
                _ => return None,
            };
            let id = number(bytes, item.start + 4, id_size)?;
            // Behind it a number for locked items.
            let at = item.start + 4 + id_size + 2;
            match bytes.get(at..at + 4)? {
                b"Exif" => Some((id, true)),
                b"mime" => {
                    let kind = bytes.get(at + 4..item.end)?;
                    let is_xmp = memchr::memmem::find(kind, b"application/rdf+xml").is_some();
                    is_xmp.then_some((id, false))
                }
                _ => None,
            }
        })
        .take(MOST_REMARKS)
        .collect()
}

/// Where the items are.
struct Places(Vec<(usize, Range<usize>)>);

impl Places {
    /// `data` is the box for items that are kept beside the list.
    fn read(bytes: &[u8], list: Range<usize>, data: Range<usize>) -> Option<Places> {
        let version = *bytes.get(list.start)?;
        let sizes = number(bytes, list.start + 4, 2)?;
        let [place, length, base, index] = [12, 8, 4, 0].map(|shift| sizes >> shift & 15);
        let index = if version == 0 { 0 } else { index };
        let wide = if version < 2 { 2 } else { 4 };
        let mut at = list.start + 6;
        let mut take = |size: usize| {
            let number = number(bytes, at, size);
            at += size;
            number.filter(|_| at <= list.end)
        };
        let mut places = Vec::new();
        for _ in 0..take(wide)? {
            let id = take(wide)?;
            let method = if version == 0 { 0 } else { take(2)? & 15 };
            take(2)?;
            let base = take(base)?;
            for _ in 0..take(2)? {
                take(index)?;
                let start = take(place)?.checked_add(base)?;
                let length = take(length)?;
                let start = match method {
                    0 => start,
                    1 => start.checked_add(data.start)?,
                    // Taken from other items.
                    _ => continue,
                };
                let end = start
                    .checked_add(length)
                    .filter(|end| *end <= bytes.len())?;
                places.push((id, start..end));
                if places.len() > MOST_ITEMS {
                    return None;
                }
            }
        }
        Some(Places(places))
    }
}
