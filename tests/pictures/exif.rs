//! Exif blocks as cameras write them, made and read in a way of their own.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

/// A field of a table: its tag and its value.
pub type Field = (u16, Value);

/// A value.
#[derive(Clone, Debug)]
pub enum Value {
    Text(&'static str),
    Short(u16),
    Long(u32),
    Bytes(Vec<u8>),
    Fractions(Vec<(u32, u32)>),
}

/// What a camera tells.
#[derive(Clone, Debug)]
pub struct Exif {
    pub is_little: bool,
    pub main: Vec<Field>,
    pub camera: Vec<Field>,
    pub place: Option<Vec<Field>>,
    pub thumbnail: Option<Vec<u8>>,
}

pub const EXIF: u16 = 0x8769;
pub const GPS: u16 = 0x8825;
pub const SERIAL: u16 = 0xa431;
pub const LENS_SERIAL: u16 = 0xa435;
pub const OWNER: u16 = 0xa430;

/// A photo by Jo, upright, with credit and with nothing that should not be there.
pub fn plain() -> Exif {
    Exif {
        is_little: true,
        main: vec![
            (0x10f, Value::Text("Acme Optics")),
            (0x112, Value::Short(6)),
            (0x13b, Value::Text("Jo Doe")),
            (0x8298, Value::Text("2026 Acme, Inc.")),
        ],
        camera: vec![
            (0x9003, Value::Text("2026:05:04 10:00:00")),
            (0x927c, Value::Bytes(vec![7; 40])),
            (0xa002, Value::Long(600)),
            (0xa003, Value::Long(400)),
        ],
        place: None,
        thumbnail: None,
    }
}

/// The place 51° 30′ 36″ north, 0° 7′ 48″ west.
pub fn place() -> Vec<Field> {
    vec![
        (0, Value::Bytes(vec![2, 3, 0, 0])),
        (1, Value::Text("N")),
        (2, Value::Fractions(vec![(51, 1), (30, 1), (3600, 100)])),
        (3, Value::Text("W")),
        (4, Value::Fractions(vec![(0, 1), (7, 1), (4800, 100)])),
    ]
}

/// The same photo with where it was taken.
pub fn located() -> Exif {
    Exif {
        place: Some(place()),
        ..plain()
    }
}

impl Exif {
    /// The block.
    pub fn bytes(&self) -> Vec<u8> {
        let with_places = |camera: u32, place: u32| {
            let mut main = self.main.clone();
            main.push((EXIF, Value::Long(camera)));
            if self.place.is_some() {
                main.push((GPS, Value::Long(place)));
            }
            main
        };
        let no_next = |fields: &[Field], at: usize| self.table(fields, at, 0);
        let camera_at = 8 + no_next(&with_places(0, 0), 8).len();
        let camera = no_next(&self.camera, camera_at);
        let place_at = camera_at + camera.len();
        let place = self.place.as_ref().map(|fields| no_next(fields, place_at));
        let place = place.unwrap_or_default();
        let next_at = place_at + place.len();
        let next = self.thumbnail.as_ref().map(|jpeg| {
            let fields = |at| {
                [
                    (0x201, Value::Long(at)),
                    (0x202, Value::Long(jpeg.len() as u32)),
                ]
            };
            let length = no_next(&fields(0), next_at).len();
            let table = no_next(&fields((next_at + length) as u32), next_at);
            [table, jpeg.clone()].concat()
        });
        let head: &[u8] = if self.is_little {
            b"II*\0\x08\0\0\0"
        } else {
            b"MM\0*\0\0\0\x08"
        };
        let link = if next.is_some() { next_at } else { 0 };
        let main = self.table(&with_places(camera_at as u32, place_at as u32), 8, link);
        [head.to_vec(), main, camera, place, next.unwrap_or_default()].concat()
    }

    /// A table at `at`, with the values that do not fit into it behind.
    fn table(&self, fields: &[Field], at: usize, next: usize) -> Vec<u8> {
        let mut table = self.short(fields.len() as u16);
        let mut behind = Vec::new();
        let end = at + 2 + fields.len() * 12 + 4;
        for (tag, value) in fields {
            let (kind, count, mut bytes) = self.value(value);
            table.extend(self.short(*tag));
            table.extend(self.short(kind));
            table.extend(self.long(count as u32));
            if bytes.len() <= 4 {
                bytes.resize(4, 0);
                table.extend(bytes);
            } else {
                table.extend(self.long((end + behind.len()) as u32));
                behind.extend(bytes);
            }
        }
        table.extend(self.long(next as u32));
        table.extend(behind);
        table
    }

    fn value(&self, value: &Value) -> (u16, usize, Vec<u8>) {
        match value {
            Value::Text(text) => (2, text.len() + 1, [text.as_bytes(), b"\0"].concat()),
            Value::Short(number) => (3, 1, self.short(*number)),
            Value::Long(number) => (4, 1, self.long(*number)),
            Value::Bytes(bytes) => (7, bytes.len(), bytes.clone()),
            Value::Fractions(parts) => {
                let parts_of = |part: &(u32, u32)| [self.long(part.0), self.long(part.1)].concat();
                (5, parts.len(), parts.iter().flat_map(parts_of).collect())
            }
        }
    }

    fn short(&self, number: u16) -> Vec<u8> {
        let bytes = if self.is_little {
            number.to_le_bytes()
        } else {
            number.to_be_bytes()
        };
        bytes.to_vec()
    }

    fn long(&self, number: u32) -> Vec<u8> {
        let bytes = if self.is_little {
            number.to_le_bytes()
        } else {
            number.to_be_bytes()
        };
        bytes.to_vec()
    }
}

/// Every field of a block that [`Exif::bytes`] made: tag, and value as bytes.
pub fn fields(block: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let is_little = block.starts_with(b"II");
    let number = |at: usize, size: usize| {
        let mut bytes = block[at..at + size].to_vec();
        if is_little {
            bytes.reverse();
        }
        bytes
            .iter()
            .fold(0usize, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut found = Vec::new();
    let mut todo = vec![number(4, 4)];
    while let Some(at) = todo.pop() {
        let count = number(at, 2);
        for entry in (0..count).map(|entry| at + 2 + entry * 12) {
            let tag = number(entry, 2) as u16;
            let size = [0, 1, 1, 2, 4, 8, 1, 1][number(entry + 2, 2)];
            let length = number(entry + 4, 4) * size;
            let from = if length <= 4 {
                entry + 8
            } else {
                number(entry + 8, 4)
            };
            if tag == EXIF || tag == GPS {
                todo.push(number(entry + 8, 4));
            }
            found.push((tag, block[from..from + length].to_vec()));
        }
        let next = number(at + 2 + count * 12, 4);
        if next != 0 {
            todo.push(next);
        }
    }
    found.sort();
    found
}
