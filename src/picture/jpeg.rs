//! JPEG: segments with a marker and a length, then the pixels.
//!
//! Behind the end there may be further pictures: previews of the camera (the
//! Multi-Picture Format), each with blocks of its own.

use std::ops::Range;

use memchr::memmem;

use super::blocks::{Layout, Size};

const START: [u8; 3] = [0xff, 0xd8, 0xff];
const EXIF: &[u8] = b"Exif\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

pub(super) fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(&START)
}

pub(super) fn layout(bytes: &[u8]) -> Layout {
    let mut layout = Layout::default();
    let mut at = 0;
    while let Some(next) = memmem::find(&bytes[at..], &START) {
        let is_first = at == 0;
        let mut picture = Segments::new(bytes, at + next + 2);
        for (marker, payload) in picture.by_ref() {
            if is_first && is_frame(marker) {
                layout.size = frame_size(&bytes[payload.clone()]);
            }
            block(marker, payload, bytes, &mut layout);
        }
        // What only looks like a further picture is passed over.
        layout.is_damaged |= is_first && !picture.has_pixels;
        at = picture.at.max(at + next + START.len()).min(bytes.len());
    }
    layout
}

/// Notes a segment that holds a block.
fn block(marker: u8, payload: Range<usize>, bytes: &[u8], layout: &mut Layout) {
    const APP1: u8 = 0xe1;
    let content = &bytes[payload.clone()];
    if marker != APP1 {
    } else if content.starts_with(EXIF) {
        // One more byte, a zero but for some cameras.
        let start = (payload.start + EXIF.len() + 1).min(payload.end);
        layout.exif(start..payload.end);
    } else if content.starts_with(XMP) {
        layout.xmp(payload.start + XMP.len()..payload.end);
    }
}

/// The size of a JPEG.
pub(super) fn size(bytes: &[u8]) -> Option<Size> {
    if !is_jpeg(bytes) {
        return None;
    }
    let mut segments = Segments::new(bytes, 2);
    let (_, payload) = segments.find(|(marker, _)| is_frame(*marker))?;
    frame_size(&bytes[payload])
}

/// True for the marker of the segment that tells the size.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

fn frame_size(frame: &[u8]) -> Option<Size> {
    let number = |at: usize| {
        let bytes = frame.get(at..at + 2)?.try_into().ok()?;
        Some(u32::from(u16::from_be_bytes(bytes)))
    };
    let size = (number(3)?, number(1)?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// The segments of one picture, to its end or to where it breaks off.
struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
    /// True once the pixels were met, in front of which all blocks stand.
    has_pixels: bool,
    is_done: bool,
}

impl<'a> Segments<'a> {
    /// Those of the picture whose first marker ends at `at`.
    fn new(bytes: &'a [u8], at: usize) -> Segments<'a> {
        Segments {
            bytes,
            at,
            has_pixels: false,
            is_done: false,
        }
    }

    /// Passes over pixels: in them 0xff comes with a zero or a count behind it.
    fn skip_pixels(&mut self) {
        self.has_pixels = true;
        while let Some(next) = memchr::memchr(0xff, &self.bytes[self.at..]) {
            self.at += next;
            match self.bytes.get(self.at + 1) {
                Some(0 | 0xd0..=0xd7) => self.at += 2,
                Some(0xff) => self.at += 1,
                _ => return,
            }
        }
        self.at = self.bytes.len();
    }
}

impl Iterator for Segments<'_> {
    type Item = (u8, Range<usize>);

    fn next(&mut self) -> Option<(u8, Range<usize>)> {
        const END: u8 = 0xd9;
        const PIXELS: u8 = 0xda;
        if self.is_done {
            return None;
        }
        // A marker may be filled up in front.
        while self.bytes.get(self.at..)?.starts_with(&[0xff, 0xff]) {
            self.at += 1;
        }
        let marker = match self.bytes.get(self.at..self.at + 2)? {
            [0xff, marker] => *marker,
            _ => return None,
        };
        self.at += 2;
        if matches!(marker, 0x01 | 0xd0..=0xd9) {
            self.is_done = marker == END;
            return Some((marker, self.at..self.at));
        }
        let length = self.bytes.get(self.at..self.at + 2)?.try_into().ok()?;
        let end = self.at + usize::from(u16::from_be_bytes(length));
        let payload = self.at + 2..end;
        if payload.start > payload.end || end > self.bytes.len() {
            return None;
        }
        self.at = end;
        if marker == PIXELS {
            self.skip_pixels();
        }
        Some((marker, payload))
    }
}
