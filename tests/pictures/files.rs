//! Files of every format around blocks with remarks. Their pixels are none, and
//! nobody decodes them.

/// Stands for pixels, a colour profile and what else must stay.
pub const PIXELS: &[u8] = b"these are the pixels, byte for byte, and the profile is beside them";

/// The formats, by the ending of their files.
pub const FORMATS: [&str; 5] = ["jpg", "png", "webp", "tif", "heic"];

/// A file in `format` of 600 by 400 pixels around these blocks. A TIFF is its
/// own Exif block, and takes no other XMP.
pub fn file(format: &str, exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    match format {
        "jpg" => jpeg((600, 400), exif, xmp),
        "png" => png(exif, xmp),
        "webp" => webp(exif, xmp),
        "heic" => heic(exif, xmp),
        _ => [exif.expect("a TIFF"), PIXELS].concat(),
    }
}

/// A JPEG of this size.
pub fn jpeg(size: (u16, u16), exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    let segment = |marker: u8, parts: &[&[u8]]| {
        let payload = parts.concat();
        let length = (payload.len() as u16 + 2).to_be_bytes();
        [&[0xff, marker][..], &length, &payload].concat()
    };
    let mut jpeg = vec![0xff, 0xd8];
    jpeg.extend(segment(0xe0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"]));
    if let Some(exif) = exif {
        jpeg.extend(segment(0xe1, &[b"Exif\0\0", exif]));
    }
    if let Some(xmp) = xmp {
        jpeg.extend(segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", xmp]));
    }
    jpeg.extend(segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", PIXELS]));
    let (width, height) = (size.0.to_be_bytes(), size.1.to_be_bytes());
    jpeg.extend(segment(0xc0, &[&[8], &height, &width, &[1, 1, 0x11, 0]]));
    jpeg.extend(segment(0xda, &[&[1, 1, 0, 0, 63, 0]]));
    jpeg.extend(PIXELS);
    jpeg.extend([0xff, 0, 0xff, 0xd0, 5, 0xff, 0xd9]);
    jpeg
}

fn png(exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let size = [600u32.to_be_bytes(), 400u32.to_be_bytes()].concat();
    png.extend(chunk(b"IHDR", &[&size, &[8, 2, 0, 0, 0]]));
    png.extend(chunk(b"iCCP", &[PIXELS]));
    if let Some(exif) = exif {
        png.extend(chunk(b"eXIf", &[exif]));
    }
    png.extend(chunk(b"IDAT", &[PIXELS]));
    if let Some(xmp) = xmp {
        png.extend(chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", xmp]));
    }
    png.extend(chunk(b"IEND", &[]));
    png
}

/// A PNG whose only remark is this chunk.
pub fn png_with(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let mut png = png(None, None);
    let end = png.len() - 12;
    png.splice(end..end, chunk(name, parts));
    png
}

fn chunk(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let length = (data.len() as u32).to_be_bytes();
    let named = [&name[..], &data].concat();
    [&length[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// The sum of a chunk, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
            sum = sum >> 1 ^ carry;
        }
    }
    !sum
}

/// True when every chunk of a PNG has its sum.
pub fn is_sealed(png: &[u8]) -> bool {
    let mut rest = &png[8..];
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().expect("four bytes")) as usize;
        let sum = crc(&rest[4..8 + length]).to_be_bytes();
        if rest[8 + length..12 + length] != sum {
            return false;
        }
        rest = &rest[12 + length..];
    }
    true
}

fn webp(exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let length = (data.len() as u32).to_le_bytes();
        let fill = vec![0; data.len() % 2];
        [&name[..], &length, data, &fill].concat()
    };
    let mut chunks = chunk(b"VP8X", &[0x2c, 0, 0, 0, 0x57, 2, 0, 0x8f, 1, 0]);
    chunks.extend(chunk(b"ICCP", PIXELS));
    chunks.extend(chunk(b"VP8L", PIXELS));
    chunks.extend(exif.map(|exif| chunk(b"EXIF", exif)).unwrap_or_default());
    chunks.extend(xmp.map(|xmp| chunk(b"XMP ", xmp)).unwrap_or_default());
    let length = (chunks.len() as u32 + 4).to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &chunks].concat()
}

fn heic(exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
    let boxed = |name: &[u8; 4], parts: &[&[u8]]| {
        let inside = parts.concat();
        [&(inside.len() as u32 + 8).to_be_bytes()[..], name, &inside].concat()
    };
    let exif = exif.map(|exif| [b"\0\0\0\x06Exif\0\0", exif].concat());
    let items: Vec<(&[u8], Vec<u8>)> = [
        Some((&b"hvc1\0"[..], PIXELS.to_vec())),
        exif.map(|exif| (&b"Exif\0"[..], exif)),
        xmp.map(|xmp| (&b"mime\0application/rdf+xml\0"[..], xmp.to_vec())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let head = boxed(b"ftyp", &[b"heic\0\0\0\0mif1heic"]);
    let meta = |from: usize| {
        let (mut list, mut places) = (Vec::new(), Vec::new());
        let mut at = from;
        for (number, (kind, data)) in items.iter().enumerate() {
            let id = (number as u16 + 1).to_be_bytes();
            list.extend(boxed(b"infe", &[&[2, 0, 0, 0], &id, &[0, 0], kind]));
            places.extend([&id[..], &[0, 0, 0, 1]].concat());
            places.extend((at as u32).to_be_bytes());
            places.extend((data.len() as u32).to_be_bytes());
            at += data.len();
        }
        let count = (items.len() as u16).to_be_bytes();
        let list = boxed(b"iinf", &[&[0; 4], &count, &list]);
        let places = boxed(b"iloc", &[&[0, 0, 0, 0, 0x44, 0], &count, &places]);
        boxed(b"meta", &[&[0; 4], &list, &places])
    };
    let from = head.len() + meta(0).len() + 8;
    let data: Vec<u8> = items.iter().flat_map(|(_, data)| data.clone()).collect();
    [head, meta(from), boxed(b"mdat", &[&data])].concat()
}
