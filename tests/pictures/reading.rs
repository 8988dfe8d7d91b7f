//! What is found in a picture, and what is not.

use sayso::picture::{Holder, Reading, Trace, clean, read};

use crate::exif::{Exif, LENS_SERIAL, OWNER, SERIAL, Value, located, place, plain};
use crate::files::{FORMATS, file, jpeg, png_with};

/// What the Exif block of a JPEG gives away.
fn traces(exif: &Exif) -> Vec<Trace> {
    traces_of(&file("jpg", Some(&exif.bytes()), None))
}

fn traces_of(bytes: &[u8]) -> Vec<Trace> {
    read(bytes).facts().iter().map(|fact| fact.trace).collect()
}

fn in_xmp(properties: &str) -> Vec<Trace> {
    let reading = read(&file("jpg", None, Some(xmp(properties).as_bytes())));
    let facts = reading.facts().iter();
    facts
        .clone()
        .for_each(|fact| assert_eq!(fact.holder, Holder::Xmp));
    facts.map(|fact| fact.trace).collect()
}

/// A packet with these properties, as attributes or as elements.
pub fn xmp(properties: &str) -> String {
    let (attributes, elements) = match properties.starts_with('<') {
        true => ("", properties),
        false => (properties, ""),
    };
    format!(
        "<?xpacket begin=\"\u{feff}\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF>\
         <rdf:Description rdf:about=\"\" dc:rights=\"Acme, Inc.\" {attributes}>{elements}\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    )
}

#[test]
fn a_place_is_found_in_every_format_and_in_either_order_of_bytes() {
    for format in FORMATS {
        for is_little in [true, false] {
            let exif = Exif {
                is_little,
                ..located()
            };
            let reading = read(&file(format, Some(&exif.bytes()), None));
            let [fact] = reading.facts() else {
                panic!("{format}: {reading:?}");
            };
            let found = (fact.trace, fact.holder, fact.can_go);
            assert_eq!(found, (Trace::Location, Holder::Exif, true), "{format}");
            let plain = Exif {
                is_little,
                ..plain()
            };
            let reading = read(&file(format, Some(&plain.bytes()), None));
            assert_eq!(reading, Reading::Whole(Vec::new()), "{format}");
        }
    }
}

#[test]
fn a_block_for_the_place_without_one_is_nothing() {
    let zeros = || Value::Fractions(vec![(0, 1), (0, 1), (0, 1)]);
    let nothing = || Value::Fractions(vec![(0, 0), (0, 0), (0, 0)]);
    let version = || (0, Value::Bytes(vec![2, 3, 0, 0]));
    let time = (7, Value::Fractions(vec![(10, 1), (0, 1), (0, 1)]));
    let beyond = || Value::Fractions(vec![(4000, 1), (0, 1), (0, 1)]);
    for place in [
        vec![],
        vec![version()],
        vec![version(), time],
        vec![(2, zeros()), (4, zeros())],
        vec![(2, nothing()), (4, nothing())],
        vec![(2, beyond()), (4, beyond())],
        vec![(2, Value::Text("51.5")), (4, Value::Text("0.1"))],
        vec![place()[2].clone()],
    ] {
        let told = format!("{place:?}");
        let exif = Exif {
            place: Some(place),
            ..plain()
        };
        assert_eq!(traces(&exif), [], "{told}");
    }
}

#[test]
fn serial_numbers_are_told_from_zeros_and_words() {
    let camera = |tag, text| {
        let mut exif = plain();
        exif.camera.push((tag, Value::Text(text)));
        traces(&exif)
    };
    for tag in [SERIAL, LENS_SERIAL] {
        assert_eq!(camera(tag, "00A4711-22"), [Trace::SerialNumber]);
        for none in ["", "0000000000", "None", "unknown", "1"] {
            assert_eq!(camera(tag, none), [], "{none:?}");
        }
    }
    assert_eq!(camera(OWNER, "Jo Doe"), [Trace::Owner]);
    assert_eq!(camera(OWNER, "  "), []);
}

#[test]
fn a_thumbnail_counts_when_it_shows_more_than_the_picture() {
    let with = |picture: (u16, u16), told: Option<(u32, u32)>, thumbnail: (u16, u16)| {
        let mut exif = plain();
        exif.camera.clear();
        if let Some((width, height)) = told {
            exif.camera.push((0xa002, Value::Long(width)));
            exif.camera.push((0xa003, Value::Long(height)));
        }
        exif.thumbnail = Some(jpeg(thumbnail, None, None));
        !traces_of(&jpeg(picture, Some(&exif.bytes()), None)).is_empty()
    };
    // Cut to a square, and the thumbnail was forgotten.
    assert!(with((400, 400), Some((600, 400)), (160, 107)));
    assert!(with((400, 400), None, (160, 107)));
    assert!(with((400, 400), Some((4000, 3000)), (160, 120)));
    // The same shape, also when one of the two was turned.
    assert!(!with((600, 400), Some((600, 400)), (160, 107)));
    assert!(!with((400, 600), Some((600, 400)), (160, 107)));
    // The size of the standard comes with black bars.
    assert!(!with((600, 400), Some((600, 400)), (160, 120)));
    assert!(!with((600, 400), None, (160, 120)));
}

#[test]
fn xmp_is_read_as_attributes_and_as_elements() {
    let place = [
        r#"exif:GPSLatitude="51,30.6N" exif:GPSLongitude="0,7.8W""#,
        "<exif:GPSLatitude>51,30,36N</exif:GPSLatitude><exif:GPSLongitude>0,7,48W</exif:GPSLongitude>",
        r#"drone-dji:GpsLatitude="+51.51" drone-dji:GpsLongtitude='-0.13'"#,
    ];
    for place in place {
        assert_eq!(in_xmp(place), [Trace::Location], "{place}");
    }
    assert_eq!(
        in_xmp(r#"aux:SerialNumber="4711 22""#),
        [Trace::SerialNumber]
    );
    assert_eq!(
        in_xmp(r#"exifEX:LensSerialNumber="A4711""#),
        [Trace::SerialNumber]
    );
    assert_eq!(in_xmp(r#"aux:OwnerName="Jo Doe""#), [Trace::Owner]);
    let history =
        "<xmpMM:History><rdf:Seq><rdf:li stEvt:action=\"saved\"/></rdf:Seq></xmpMM:History>";
    assert_eq!(in_xmp(history), [Trace::History]);
    for nothing in [
        r#"exif:GPSVersionID="2.3.0.0""#,
        r#"drone-dji:GpsLatitude="+0.00" drone-dji:GpsLongitude="+0.00""#,
        r#"photoshop:City="London" dc:creator="Jo Doe" xmpRights:Owner="Acme""#,
        "<!-- exif:GPSLatitude=\"51,30.6N\" exif:GPSLongitude=\"0,7.8W\" -->",
        "<dc:title>exif:GPSLatitude=\"51,30.6N\" exif:GPSLongitude=\"0,7.8W\"</dc:title>",
    ] {
        assert_eq!(in_xmp(nothing), [], "{nothing}");
    }
    let xmp = xmp(place[0]);
    for format in ["png", "webp", "heic"] {
        let found = traces_of(&file(format, None, Some(xmp.as_bytes())));
        assert_eq!(found, [Trace::Location], "{format}");
    }
}

/// As zlib packs what it does not compress: a head, blocks, and a sum.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u16;
    let sums = bytes.iter().fold((1, 0), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let sum = (sums.1 << 16 | sums.0).to_be_bytes();
    let (length, check) = (length.to_le_bytes(), (!length).to_le_bytes());
    [&[0x78, 1, 1][..], &length, &check, bytes, &sum].concat()
}

/// Programs that make a PNG of a JPEG take its remarks along in forms of their
/// own. They are found, and people are told to export the picture again.
#[test]
fn remarks_of_a_png_may_be_packed() {
    let exif = [b"Exif\0\0", &located().bytes()[..]].concat();
    let digits: Vec<String> = exif.iter().map(|byte| format!("{byte:02x}")).collect();
    let lines: Vec<String> = digits.chunks(36).map(|line| line.concat()).collect();
    let profile = format!("\nexif\n{:8}\n{}\n", exif.len(), lines.join("\n"));
    let xmp = xmp(r#"exif:GPSLatitude="51,30.6N" exif:GPSLongitude="0,7.8W""#);
    let in_profile = packed(profile.as_bytes());
    let pngs = [
        png_with(b"tEXt", &[b"Raw profile type exif\0", profile.as_bytes()]),
        png_with(b"zTXt", &[b"Raw profile type APP1\0\0", &in_profile]),
        png_with(
            b"iTXt",
            &[b"XML:com.adobe.xmp\0\x01\0\0\0", &packed(xmp.as_bytes())],
        ),
    ];
    for png in pngs {
        let reading = read(&png);
        let [fact] = reading.facts() else {
            panic!("{reading:?}");
        };
        assert_eq!((fact.trace, fact.can_go), (Trace::Location, false));
        assert_eq!(clean(&png, &[Trace::Location]), None);
    }
    let broken = png_with(b"zTXt", &[b"Raw profile type exif\0\0", &in_profile[..40]]);
    assert_eq!(read(&broken).facts(), []);
}

#[test]
fn a_preview_behind_the_picture_is_read_too() {
    let located = file("jpg", Some(&located().bytes()), None);
    let both = [file("jpg", None, None), located].concat();
    assert_eq!(traces_of(&both), [Trace::Location]);
}

#[test]
fn what_is_no_picture_and_what_breaks_off_is_told_apart() {
    for other in [
        &b""[..],
        b"GIF89a",
        b"<svg/>",
        b"RIFF\0\0\0\0WAVE",
        b"%PDF-1.7",
    ] {
        assert_eq!(read(other), Reading::NoPicture);
    }
    for format in FORMATS {
        let whole = file(format, Some(&located().bytes()), None);
        let cut = read(&whole[..30]);
        assert!(matches!(cut, Reading::Damaged(_)), "{format}: {cut:?}");
    }
}
