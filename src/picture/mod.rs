//! What a picture gives away besides what it shows, and how to take it out.
//!
//! Bytes in, facts out: nothing here opens a file. A picture is known by its
//! content and never by its name. Nothing in it is decoded: the containers are
//! walked to the blocks in which programs keep remarks (Exif, XMP), and a clean
//! picture has as many bytes as before, with blanks where the remark was, so
//! that its pixels cannot change and every offset in it stays right.
//!
//! A file may be made to do harm. Lengths in it are believed only as far as
//! there are bytes, nothing is allocated by them, and what is walked is walked
//! once.

mod blocks;
mod coordinates;
mod exif;
mod heic;
mod ifd;
mod jpeg;
mod packed;
mod png;
mod thumbnail;
mod tiff;
mod webp;
mod xmp;

use blocks::{Block, Layout};

/// Something that a picture gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trace {
    /// Where it was taken.
    Location,
    /// The serial number of the camera or of its lens.
    SerialNumber,
    /// A small copy of another shape: of what it was before it was cut.
    Thumbnail,
    /// Whom the camera belongs to.
    Owner,
    /// Who did what with it, step by step.
    History,
}

impl Trace {
    /// Its name. Baselines are made with it, so that it must stay.
    pub fn name(self) -> &'static str {
        match self {
            Trace::Location => "location",
            Trace::SerialNumber => "serial number",
            Trace::Thumbnail => "thumbnail",
            Trace::Owner => "owner",
            Trace::History => "history",
        }
    }
}

/// Where a picture keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// The block that cameras write.
    Exif,
    /// The block that programs write.
    Xmp,
}

impl Holder {
    /// Its name, as people find it in other programs.
    pub fn name(self) -> &'static str {
        match self {
            Holder::Exif => "EXIF",
            Holder::Xmp => "XMP",
        }
    }
}

/// Something that a picture gives away, and whether it can be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// What.
    pub trace: Trace,
    /// Where it is kept.
    pub holder: Holder,
    /// True when [`clean`] takes it out.
    pub can_go: bool,
}

/// What became of reading a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is no picture of a kind that is known.
    NoPicture,
    /// A picture, read to its end.
    Whole(Vec<Fact>),
    /// A picture that breaks off or contradicts itself; there may be more in it
    /// than these.
    Damaged(Vec<Fact>),
}

impl Reading {
    /// What was found.
    pub fn facts(&self) -> &[Fact] {
        match self {
            Reading::NoPicture => &[],
            Reading::Whole(facts) | Reading::Damaged(facts) => facts,
        }
    }
}

/// Reads JPEG, PNG, WebP, TIFF, and HEIC with its relatives.
pub fn read(bytes: &[u8]) -> Reading {
    let Some(layout) = layout(bytes) else {
        return Reading::NoPicture;
    };
    let mut facts: Vec<Fact> = Vec::new();
    let mut note = |holder, trace, can_go| {
        let is_same = |known: &&mut Fact| (known.trace, known.holder) == (trace, holder);
        match facts.iter_mut().find(is_same) {
            Some(known) => known.can_go &= can_go,
            None => facts.push(Fact {
                trace,
                holder,
                can_go,
            }),
        }
    };
    for block in &layout.blocks {
        for (trace, can_go) in block.traces(bytes, layout.size) {
            note(block.holder, trace, can_go && block.may_change);
        }
    }
    for (holder, bytes) in &layout.packed {
        for (trace, _) in Block::of(*holder, 0..bytes.len()).traces(bytes, layout.size) {
            note(*holder, trace, false);
        }
    }
    facts.sort_unstable();
    if layout.is_damaged {
        Reading::Damaged(facts)
    } else {
        Reading::Whole(facts)
    }
}

/// The picture without these `traces`; none when nothing of them can go. It has
/// the same length, and no byte is another one outside the blocks for remarks.
pub fn clean(bytes: &[u8], traces: &[Trace]) -> Option<Vec<u8>> {
    let layout = layout(bytes)?;
    let mut after = bytes.to_vec();
    for block in &layout.blocks {
        if block.may_change {
            block.clean(&mut after, layout.size, traces);
        }
    }
    if after == bytes {
        return None;
    }
    if png::is_png(&after) {
        png::seal(&mut after, bytes);
    }
    Some(after)
}

fn layout(bytes: &[u8]) -> Option<Layout> {
    if jpeg::is_jpeg(bytes) {
        Some(jpeg::layout(bytes))
    } else if png::is_png(bytes) {
        Some(png::layout(bytes))
    } else if webp::is_webp(bytes) {
        Some(webp::layout(bytes))
    } else if tiff::is_tiff(bytes) {
        Some(tiff::layout(bytes))
    } else if heic::is_heic(bytes) {
        Some(heic::layout(bytes))
    } else {
        None
    }
}
