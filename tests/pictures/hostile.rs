//! Files that were damaged or made to do harm: nothing panics, nothing but
//! remarks is changed, and reading what was cleaned finds nothing that can go.

use proptest::prelude::*;
use sayso::picture::{Trace, clean, read};

use crate::exif::{SERIAL, Value, located};
use crate::files::{FORMATS, PIXELS, file, jpeg};
use crate::reading::xmp;

const ALL: [Trace; 5] = [
    Trace::Location,
    Trace::SerialNumber,
    Trace::Thumbnail,
    Trace::Owner,
    Trace::History,
];

/// A file with everything in it that can be found.
fn full(format: &str) -> Vec<u8> {
    let mut exif = located();
    exif.camera.push((SERIAL, Value::Text("00A4711-22")));
    exif.thumbnail = Some(jpeg((160, 160), None, None));
    let packet = xmp(r#"exif:GPSLatitude="51,30.6N" exif:GPSLongitude="0,7.8W""#);
    let packet = packet.into_bytes();
    if format == "tif" {
        exif.main.push((0x2bc, Value::Bytes(packet)));
        return file(format, Some(&exif.bytes()), None);
    }
    file(format, Some(&exif.bytes()), Some(&packet))
}

fn survives(bytes: &[u8]) {
    let reading = read(bytes);
    let Some(after) = clean(bytes, &ALL) else {
        assert!(
            reading.facts().iter().all(|fact| !fact.can_go),
            "{reading:?}"
        );
        return;
    };
    assert_eq!(after.len(), bytes.len());
    let left = read(&after);
    let mut left = left.facts().iter();
    assert!(
        left.all(|fact| !fact.can_go),
        "{reading:?} became {:?}",
        read(&after)
    );
}

#[test]
fn a_file_may_break_off_anywhere() {
    for format in FORMATS {
        let whole = full(format);
        (0..whole.len()).for_each(|end| survives(&whole[..end]));
    }
}

/// A length or a place of any size at every byte.
#[test]
fn every_number_may_be_wrong() {
    for format in FORMATS {
        let whole = full(format);
        for at in 0..whole.len() {
            for wrong in [&[0xff; 4][..], &[0; 4], &[8]] {
                let mut bytes = whole.clone();
                let end = (at + wrong.len()).min(bytes.len());
                bytes[at..end].copy_from_slice(&wrong[..end - at]);
                survives(&bytes);
            }
        }
    }
}

/// Tables that lead to themselves, or to thousands of others.
#[test]
fn tables_in_a_circle_come_to_an_end() {
    let entry = |tag: u16, count: u32, value: u32| {
        let (tag, kind) = (tag.to_le_bytes(), 4u16.to_le_bytes());
        [&tag[..], &kind, &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let tags = [0x8769, 0x8825, 0x14a, 0x111, 0x117].repeat(800);
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    block.extend((tags.len() as u16).to_le_bytes());
    for (number, tag) in tags.into_iter().enumerate() {
        block.extend(entry(tag, 12_000, 8 + (number % 16) as u32));
    }
    block.extend(8u32.to_le_bytes());
    survives(&file("jpg", Some(&block), None));
    survives(&block);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_do_no_harm(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        for format in FORMATS {
            let mut bytes = full(format);
            for (at, byte) in &edits {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if is_cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            survives(&bytes);
        }
    }

    /// Whatever a table says, the pixels of a JPEG are not touched.
    #[test]
    fn pixels_stay(edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut block = located().bytes();
        for (at, byte) in edits {
            let at = at.index(block.len());
            block[at] = byte;
        }
        for format in ["jpg", "png", "webp", "heic"] {
            let before = file(format, Some(&block), None);
            if let Some(after) = clean(&before, &ALL) {
                let is_same = after.windows(PIXELS.len()).filter(|window| *window == PIXELS).count();
                let before = before.windows(PIXELS.len()).filter(|window| *window == PIXELS).count();
                prop_assert_eq!(is_same, before);
            }
        }
    }
}
