//! Where something starts, in code points, bytes and units of UTF-16.

use serde_json::{Value, json};

use crate::inspected;
use crate::support::Sandbox;

/// Line, then column in code points, bytes and units of UTF-16.
fn at(place: &Value) -> Value {
    json!([
        place["line"],
        place["column"],
        place["byte_column"],
        place["utf16_column"]
    ])
}

/// The place of the only link of `text`, and what it says of its bytes.
#[track_caller]
fn link(text: &str) -> Value {
    let sandbox = Sandbox::new();
    sandbox.write("post.md", text);
    let json = inspected(&sandbox, "post.md");
    let place = &json["links"][0]["place"];
    let start = text.find("[x]").expect("a link");
    assert_eq!(place["start"], start, "{text:?}");
    assert_eq!(place["end"], start + "[x](y)".len(), "{text:?}");
    at(place)
}

#[test]
fn each_unit_counts_in_its_own_way() {
    for (text, place) in [
        ("a𐐀b [x](y)", [1, 5, 8, 6]),
        ("é [x](y)", [1, 3, 4, 3]),
        ("a\tb [x](y)", [1, 5, 5, 5]),
        ("e\u{301} [x](y)", [1, 4, 5, 4]),
        ("👩‍🚀 [x](y)", [1, 5, 13, 7]),
        ("日本 [x](y)", [1, 4, 8, 4]),
        ("\u{feff}[x](y)", [1, 1, 1, 1]),
        ("\u{feff}é [x](y)", [1, 3, 4, 3]),
        ("a\r\n\r\n𐐀 [x](y)", [3, 3, 6, 4]),
        ("a\rb [x](y)", [2, 3, 3, 3]),
    ] {
        assert_eq!(link(text), json!(place), "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_counts_in_offsets_and_not_in_columns() {
    let text = "\u{feff}---\r\ntitle: a𐐀b\r\n---\r\n{{< x >}}\t![é](y)\r\n";
    let sandbox = Sandbox::new();
    sandbox.write("hugo.toml", "").write("post.md", text);
    let json = inspected(&sandbox, "post.md");
    let title = &json["front_matter"]["values"][0];
    assert_eq!(at(&title["place"]), json!([2, 8, 8, 8]));
    assert_eq!(title["place"]["start"], 15);
    assert_eq!(at(&json["front_matter"]["place"]), json!([1, 1, 1, 1]));
    assert_eq!(at(&json["templates"][0]["place"]), json!([4, 1, 1, 1]));
    let image = &json["images"][0];
    assert_eq!(at(&image["place"]), json!([4, 11, 11, 11]));
    assert_eq!(at(&image["alt_place"]), json!([4, 13, 13, 13]));
    assert_eq!(at(&image["source_place"]), json!([4, 16, 17, 16]));
}

#[test]
fn a_check_tells_the_same_places() {
    let sandbox = Sandbox::new();
    let text = "---\r\ntitle: A week\r\ndate: 2026-05-04\r\n---\r\na𐐀b\t[TK]\r\n";
    sandbox.write("post.md", text);
    let json = sandbox.check_json(&["--only", "reputation/placeholder"]);
    let start = &json["findings"][0]["start"];
    assert_eq!(
        (&start["line"], &start["column"]),
        (&json!(5), &json!(5)),
        "{start}"
    );
}
