//! The blocks of a picture in which programs keep remarks.

use std::ops::Range;

use super::{Holder, Trace, exif, xmp};

/// Width and height in pixels.
pub(super) type Size = (u32, u32);

/// Where the remarks are in a file.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) blocks: Vec<Block>,
    /// Blocks that had to be unpacked, and that are not packed again.
    pub(super) packed: Vec<(Holder, Vec<u8>)>,
    /// Of the picture itself, where that was found.
    pub(super) size: Option<Size>,
    /// True when it was not read to its end.
    pub(super) is_damaged: bool,
}

/// A block, and what is written in it.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) holder: Holder,
    pub(super) range: Range<usize>,
    /// True when there is room for a thumbnail behind the first table.
    pub(super) has_thumbnail: bool,
    /// False when it shares bytes with what must not change.
    pub(super) may_change: bool,
}

impl Layout {
    /// Adds the Exif block at `range`.
    pub(super) fn exif(&mut self, range: Range<usize>) {
        self.blocks.push(Block::of(Holder::Exif, range));
    }

    /// Adds the XMP block at `range`.
    pub(super) fn xmp(&mut self, range: Range<usize>) {
        self.blocks.push(Block::of(Holder::Xmp, range));
    }
}

impl Block {
    /// A block that nothing else is in.
    pub(super) fn of(holder: Holder, range: Range<usize>) -> Block {
        Block {
            holder,
            range,
            has_thumbnail: holder == Holder::Exif,
            may_change: true,
        }
    }

    /// What it gives away, and whether that can go.
    pub(super) fn traces(&self, bytes: &[u8], size: Option<Size>) -> Vec<(Trace, bool)> {
        let Some(block) = bytes.get(self.range.clone()) else {
            return Vec::new();
        };
        match self.holder {
            Holder::Exif => exif::traces(block, self.shown(size)),
            Holder::Xmp => xmp::traces(block),
        }
    }

    /// Takes the `traces` out.
    pub(super) fn clean(&self, bytes: &mut [u8], size: Option<Size>, traces: &[Trace]) {
        let shown = self.shown(size);
        let Some(block) = bytes.get_mut(self.range.clone()) else {
            return;
        };
        match self.holder {
            Holder::Exif => exif::clean(block, shown, traces),
            Holder::Xmp => xmp::clean(block, traces),
        }
    }

    fn shown(&self, size: Option<Size>) -> exif::Shown {
        exif::Shown {
            size,
            has_thumbnail: self.has_thumbnail,
        }
    }
}

/// True when no range of the one list shares a byte with one of the other.
pub(super) fn is_apart(mut some: Vec<Range<usize>>, mut others: Vec<Range<usize>>) -> bool {
    for ranges in [&mut some, &mut others] {
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable_by_key(|range| range.start);
    }
    let mut others = others.into_iter().peekable();
    let mut furthest = 0;
    some.into_iter().all(|range| {
        while let Some(other) = others.next_if(|other| other.start < range.end) {
            furthest = furthest.max(other.end);
        }
        furthest <= range.start
    })
}
