//! The small copy of a picture that cameras put beside it, and that programs
//! forget when they cut the picture.

use std::ops::Range;

use super::blocks::Size;
use super::ifd::{Kind, Table, Tables};
use super::jpeg;

const JPEG_AT: u16 = 0x201;
const JPEG_LENGTH: u16 = 0x202;
/// Where the pixels of a TIFF are, and how many bytes at each place.
const PIXELS: [(u16, u16); 3] = [(0x111, 0x117), (0x144, 0x145), (JPEG_AT, JPEG_LENGTH)];
/// Tables of an old way to keep a JPEG in a TIFF, which tell no lengths.
const OLD_JPEG: [u16; 3] = [0x207, 0x208, 0x209];
/// How many pieces a picture may be in, so that looking stays quick.
const MOST_PIECES: usize = 100_000;

/// True when the thumbnail has another shape than the picture, so that it
/// shows what was cut off.
///
/// A standard for cameras (DCF) wants thumbnails of 160 by 120 pixels, with
/// black bars where the picture is wider. Those differ only when the picture
/// is no longer the one that the camera told the size of.
pub(super) fn differs(tables: &Tables<'_>, picture: Option<Size>) -> bool {
    let (Some(picture), Some(thumbnail)) = (picture, size(tables)) else {
        return false;
    };
    let is_standard = matches!(thumbnail, (160, 120) | (120, 160));
    let was_cut = || taken(tables).is_some_and(|taken| !is_alike(taken, picture));
    !is_alike(thumbnail, picture) && (!is_standard || was_cut())
}

/// True for two shapes that are the same but for rounding, turned or not.
fn is_alike(one: Size, other: Size) -> bool {
    const ROUNDING: f64 = 0.05;
    let shape = |(width, height): Size| f64::from(width.max(height)) / f64::from(width.min(height));
    (shape(one) / shape(other) - 1.0).abs() < ROUNDING
}

/// The size of the thumbnail.
fn size(tables: &Tables<'_>) -> Option<Size> {
    let table = tables
        .tables
        .iter()
        .find(|table| table.kind == Kind::Next)?;
    let number = |tag| tables.numbers(table.get(tag)?).next();
    let start = number(JPEG_AT)?;
    let end = start.checked_add(number(JPEG_LENGTH)?)?;
    jpeg::size(tables.bytes.get(start..end)?)
}

/// The size that the camera told.
fn taken(tables: &Tables<'_>) -> Option<Size> {
    let table = tables
        .tables
        .iter()
        .find(|table| table.kind == Kind::Exif)?;
    let number = |tag| {
        let number = tables.numbers(table.get(tag)?).next()?;
        u32::try_from(number).ok().filter(|number| *number > 0)
    };
    Some((number(0xa002)?, number(0xa003)?))
}

/// Adds where the pixels of a table are; none when that cannot be known.
pub(super) fn pixels(
    tables: &Tables<'_>,
    table: &Table,
    places: &mut Vec<Range<usize>>,
) -> Option<()> {
    if OLD_JPEG.into_iter().any(|tag| table.get(tag).is_some()) {
        return None;
    }
    for (at, length) in PIXELS {
        let (Some(at), Some(length)) = (table.get(at), table.get(length)) else {
            continue;
        };
        if places.len() + at.count > MOST_PIECES {
            return None;
        }
        let pieces = tables.numbers(at).zip(tables.numbers(length));
        places.extend(pieces.map(|(at, length)| at..at.saturating_add(length)));
    }
    Some(())
}
