//! PNG: chunks with a length, a name and a sum.

use std::ops::Range;

use memchr::memchr;

use super::blocks::Layout;
use super::packed;

const START: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(START)
}

pub(super) fn layout(bytes: &[u8]) -> Layout {
    let mut layout = Layout {
        is_damaged: true,
        ..Layout::default()
    };
    let mut room = packed::MOST_BYTES;
    for (name, data) in chunks(bytes) {
        match name {
            b"IHDR" => layout.size = size(&bytes[data]),
            b"eXIf" => layout.exif(data),
            b"iTXt" => match xmp(&bytes[data.clone()]) {
                Some(text) => layout.xmp(data.start + text..data.end),
                None => layout
                    .packed
                    .extend(packed::unpack(name, &bytes[data], &mut room)),
            },
            b"tEXt" | b"zTXt" => {
                layout
                    .packed
                    .extend(packed::unpack(name, &bytes[data], &mut room));
            }
            b"IEND" => layout.is_damaged = false,
            _ => {}
        }
    }
    layout
}

/// The chunks, to the end or to where they break off: name and place of the data.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], Range<usize>)> {
    let mut at = START.len();
    std::iter::from_fn(move || {
        let head = bytes.get(at..at + 8)?;
        let (length, name) = head.split_at(4);
        let length = u32::from_be_bytes(length.try_into().ok()?) as usize;
        let data = at + 8..(at + 8).checked_add(length)?;
        at = data.end.checked_add(4)?;
        (at <= bytes.len()).then_some((name, data))
    })
}

fn size(header: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    let size = (number(0)?, number(4)?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// Where the text starts in a chunk with XMP that is not compressed: behind the
/// keyword, two flags, a language and a second keyword.
fn xmp(data: &[u8]) -> Option<usize> {
    const KEYWORD: &[u8] = b"XML:com.adobe.xmp\0";
    let flags = data.strip_prefix(KEYWORD)?.get(..2)?;
    let mut at = KEYWORD.len() + flags.len();
    for _ in 0..2 {
        at += memchr(0, &data[at..])? + 1;
    }
    (flags[0] == 0).then_some(at)
}

/// Writes the sums of the chunks that are not as `before`.
pub(super) fn seal(bytes: &mut [u8], before: &[u8]) {
    let places: Vec<_> = chunks(bytes).map(|(_, data)| data).collect();
    for data in places {
        if bytes[data.clone()] != before[data.clone()] {
            let sum = sum(&bytes[data.start - 4..data.end]);
            bytes[data.end..data.end + 4].copy_from_slice(&sum.to_be_bytes());
        }
    }
}

/// The CRC-32 of a chunk, as the PNG specification has it.
fn sum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut value = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                value = (value >> 1) ^ (0xedb8_8320 * (value & 1));
                bit += 1;
            }
            table[byte] = value;
            byte += 1;
        }
        table
    };
    let step = |sum: u32, byte: &u8| TABLE[((sum ^ u32::from(*byte)) & 0xff) as usize] ^ (sum >> 8);
    !bytes.iter().fold(!0, step)
}
