//! Remarks in a PNG that do not stand there as they are: compressed, or in the
//! hexadecimal form in which ImageMagick keeps what came with a JPEG.

use memchr::memchr;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::Holder;

/// How many bytes of a file are unpacked, so that it cannot fill the memory.
pub(super) const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The remarks in a chunk, unpacked. `room` says how many bytes they may have,
/// and less of it is left afterwards.
pub(super) fn unpack(name: &[u8], data: &[u8], room: &mut usize) -> Option<(Holder, Vec<u8>)> {
    let (keyword, rest) = split(data)?;
    let profile = keyword.strip_prefix(b"Raw profile type ");
    let is_xmp = name == b"iTXt" && keyword == b"XML:com.adobe.xmp";
    if !is_xmp && profile.is_none() {
        return None;
    }
    let text = match name {
        b"tEXt" => rest.to_vec(),
        b"zTXt" => inflate(rest.get(1..)?, room)?,
        b"iTXt" if rest.first() == Some(&1) => {
            let (_language, rest) = split(rest.get(2..)?)?;
            inflate(split(rest)?.1, room)?
        }
        _ => return None,
    };
    if is_xmp {
        return Some((Holder::Xmp, text));
    }
    let mut bytes = profile_bytes(&text)?;
    for (head, holder) in [
        (&b"Exif\0\0"[..], Holder::Exif),
        (b"http://ns.adobe.com/xap/1.0/\0", Holder::Xmp),
    ] {
        if bytes.starts_with(head) {
            bytes.drain(..head.len());
            return Some((holder, bytes));
        }
    }
    match profile {
        Some(b"xmp") => Some((Holder::Xmp, bytes)),
        _ => Some((Holder::Exif, bytes)),
    }
}

/// A word that ends with a zero, and what is behind it.
fn split(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr(0, data)?;
    Some((&data[..end], &data[end + 1..]))
}

fn inflate(data: &[u8], room: &mut usize) -> Option<Vec<u8>> {
    let unpacked = decompress_to_vec_zlib_with_limit(data, *room);
    let used = unpacked
        .as_ref()
        .map_or_else(|error| error.output.len(), Vec::len);
    *room -= used.min(*room);
    unpacked.ok()
}

/// The bytes of a profile: behind its name and its length, each on a line of
/// its own, they are written as hexadecimal digits.
fn profile_bytes(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii_start();
    let mut lines = text.splitn(3, |byte| *byte == b'\n');
    let digits = lines.nth(2)?.iter();
    let digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    Some(
        digits
            .chunks_exact(2)
            .map(|pair| pair[0] << 4 | pair[1])
            .collect(),
    )
}
