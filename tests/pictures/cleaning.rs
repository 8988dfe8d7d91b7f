//! A picture after its fix: the same but for what was to go.

use std::ops::Range;

use sayso::picture::{Trace, clean, read};

use crate::exif::{Exif, GPS, SERIAL, Value, fields, located, place, plain};
use crate::files::{FORMATS, PIXELS, file, is_sealed, jpeg};
use crate::reading::xmp;

/// Where `part` is in `whole`.
fn find(whole: &[u8], part: &[u8]) -> Range<usize> {
    let mut windows = whole.windows(part.len());
    let at = windows.position(|window| window == part).expect("the part");
    at..at + part.len()
}

/// Cleans the file and asks that nothing outside of `block` is another byte,
/// but for the sums of a PNG.
fn cleaned(before: &[u8], block: &[u8], trace: Trace) -> Vec<u8> {
    let after = clean(before, &[trace]).expect("a clean picture");
    assert_eq!(after.len(), before.len());
    let mut place = find(before, block);
    if before.starts_with(b"\x89PNG") {
        assert!(is_sealed(&after));
        place.end += 4;
    }
    for at in (0..before.len()).filter(|at| !place.contains(at)) {
        assert_eq!(after[at], before[at], "byte {at}");
    }
    assert!(read(&after).facts().iter().all(|fact| fact.trace != trace));
    assert_eq!(clean(&after, &[trace]), None, "once is enough");
    after
}

#[test]
fn the_place_goes_and_every_other_field_stays() {
    for format in FORMATS {
        for is_little in [true, false] {
            let exif = Exif {
                is_little,
                ..located()
            }
            .bytes();
            let before = file(format, Some(&exif), None);
            let after = cleaned(&before, &exif, Trace::Location);
            let left = fields(&after[find(&before, &exif)]);
            let expected = Exif {
                is_little,
                ..plain()
            }
            .bytes();
            let without_places = |mut fields: Vec<(u16, Vec<u8>)>| {
                fields.retain(|(tag, _)| *tag != crate::exif::EXIF);
                fields
            };
            assert_eq!(
                without_places(left),
                without_places(fields(&expected)),
                "{format}"
            );
            assert_eq!(find(&after, PIXELS), find(&before, PIXELS));
        }
    }
}

#[test]
fn not_a_trace_of_the_place_is_left_in_the_bytes() {
    let exif = located().bytes();
    let after = cleaned(&file("jpg", Some(&exif), None), &exif, Trace::Location);
    let seconds = [3600u32.to_le_bytes(), 100u32.to_le_bytes()].concat();
    assert!(!after.windows(8).any(|window| window == seconds));
}

#[test]
fn serial_number_and_thumbnail_go_by_themselves() {
    let mut exif = located();
    exif.camera.push((SERIAL, Value::Text("00A4711-22")));
    exif.thumbnail = Some(jpeg((160, 107), None, None));
    let block = exif.bytes();
    let before = jpeg((400, 400), Some(&block), None);
    let all = [Trace::Location, Trace::SerialNumber, Trace::Thumbnail];
    for trace in all {
        let after = cleaned(&before, &block, trace);
        let left: Vec<Trace> = read(&after).facts().iter().map(|fact| fact.trace).collect();
        let expected: Vec<Trace> = all.into_iter().filter(|other| *other != trace).collect();
        assert_eq!(left, expected);
    }
    let after = clean(&before, &all).expect("a clean picture");
    assert_eq!(read(&after).facts(), []);
    assert!(!after.windows(7).any(|window| window == b"A4711-2"));
    assert!(after.windows(6).any(|window| window == b"Jo Doe"));
}

#[test]
fn the_place_in_xmp_becomes_blanks() {
    let properties = [
        r#"exif:GPSLatitude="51,30.6N" exif:GPSLongitude="0,7.8W" dc:format="image/jpeg""#,
        "<exif:GPSLatitude>51,30,36N</exif:GPSLatitude><exif:GPSLongitude>0,7,48W</exif:GPSLongitude><dc:format>image/jpeg</dc:format>",
    ];
    for (format, properties) in ["jpg", "png", "webp", "heic"]
        .into_iter()
        .flat_map(|format| properties.map(|of| (format, of)))
    {
        let packet = xmp(properties);
        let before = file(format, None, Some(packet.as_bytes()));
        let after = cleaned(&before, packet.as_bytes(), Trace::Location);
        let place = find(&before, packet.as_bytes());
        let left = String::from_utf8(after[place].to_vec()).expect("text");
        assert!(!left.contains("GPS"), "{left}");
        assert!(left.contains("dc:rights=\"Acme, Inc.\"") && left.contains("image/jpeg"));
    }
}

#[test]
fn xmp_within_a_tiff_is_cleaned_too() {
    let packet = xmp(r#"exif:GPSLatitude="51,30.6N" exif:GPSLongitude="0,7.8W""#);
    let mut exif = plain();
    exif.main
        .push((0x2bc, Value::Bytes(packet.clone().into_bytes())));
    let before = file("tif", Some(&exif.bytes()), None);
    cleaned(&before, packet.as_bytes(), Trace::Location);
}

/// A value that something else uses must not become zeros.
#[test]
fn what_is_in_use_for_something_else_stays() {
    let mut exif = plain();
    let shared = exif.bytes().len() as u32 + 24;
    exif.main.push((0x111, Value::Long(shared)));
    exif.main.push((0x117, Value::Long(PIXELS.len() as u32)));
    exif.place = Some(place());
    let mut block = exif.bytes();
    // The strip of pixels is laid over the numbers of the place.
    let numbers = find(&block, &[51u32.to_le_bytes(), 1u32.to_le_bytes()].concat()).start as u32;
    let at = find(&block, &shared.to_le_bytes()).start;
    block[at..at + 4].copy_from_slice(&numbers.to_le_bytes());
    let before = file("tif", Some(&block), None);
    let reading = read(&before);
    let [fact] = reading.facts() else {
        panic!("{reading:?}");
    };
    assert_eq!((fact.trace, fact.can_go), (Trace::Location, false));
    assert_eq!(clean(&before, &[Trace::Location]), None);
    assert!(fields(&block).iter().any(|(tag, _)| *tag == GPS));
}
