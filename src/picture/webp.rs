//! WebP: the chunks of a RIFF file, each with a name and a length.

use super::blocks::Layout;

pub(super) fn is_webp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

pub(super) fn layout(bytes: &[u8]) -> Layout {
    let mut layout = Layout::default();
    let mut at = 12;
    let end = number(bytes, 4).map_or(0, |length| length.saturating_add(8));
    while at < end.min(bytes.len()) {
        let (Some(name), Some(length)) = (bytes.get(at..at + 4), number(bytes, at + 4)) else {
            break;
        };
        let start = at + 8;
        let Some(data) = bytes.get(start..start.saturating_add(length)) else {
            break;
        };
        let place = start..start + length;
        match name {
            b"VP8X" => layout.size = size(data),
            b"EXIF" => {
                // Some programs put the head of a JPEG segment in front.
                let head = if data.starts_with(b"Exif\0\0") { 6 } else { 0 };
                layout.exif(start + head..place.end);
            }
            b"XMP " => layout.xmp(place),
            _ => {}
        }
        // A chunk of odd length is filled up.
        at = start + length + length % 2;
    }
    layout.is_damaged = at < end;
    layout
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}

/// Width and height, each in three bytes and one less than it is.
fn size(header: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| match header.get(at..at + 3)? {
        [a, b, c] => Some(u32::from_le_bytes([*a, *b, *c, 0]) + 1),
        _ => None,
    };
    Some((number(4)?, number(7)?))
}
