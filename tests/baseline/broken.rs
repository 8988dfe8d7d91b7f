//! A baseline that cannot be read is told, and never passes for one that can.

use crate::support::Sandbox;
use crate::{FILE, baseline, known};

/// Every command says so, and none goes on.
#[track_caller]
fn assert_told(sandbox: &Sandbox, told: &str, help: &str) {
    let before = sandbox.read(FILE);
    let mut all = vec![sandbox.check(&[]), sandbox.check(&["--all"])];
    for task in [&[] as &[&str], &["--prune"], &["--ratchet"]] {
        all.push(baseline(sandbox, task));
    }
    sandbox.run_git(&["add", "."]);
    all.push(sandbox.check(&["--staged"]));
    for ran in all {
        ran.exits(2).complains(told).complains(help);
    }
    assert_eq!(sandbox.read(FILE), before);
}

#[test]
fn it_is_told_with_line_and_column() {
    let sandbox = known();
    let good = sandbox.read(FILE);
    for (text, told, help) in [
        (
            "",
            "baseline.json:1:1: the file ends too early",
            "write it anew: sayso baseline",
        ),
        (
            "known = 1",
            "baseline.json:1:1: this is not JSON",
            "take back the last change",
        ),
        (
            &good[..good.len() - 6],
            "baseline.json:7:3: the file ends too early",
            "anew",
        ),
        (
            &good.replace("1,", "2,"),
            "baseline.json:2:1: version 2 ",
            "use the sayso that wrote it",
        ),
        ("{}", "baseline.json:1:1: this is no baseline", "anew"),
        (
            &good.replacen("\"rule\"", "\"role\"", 1),
            "baseline.json:4:26: ",
            "anew",
        ),
    ] {
        sandbox.write(FILE, text);
        assert_told(&sandbox, told, help);
    }
}

#[test]
fn a_conflict_that_was_left_in_it_is_told_how_to_solve() {
    let sandbox = known();
    let good = sandbox.read(FILE);
    let text = good.replacen("{\"path\"", "<<<<<<< HEAD\n{\"path\"", 1);
    let text = text.replacen("null", "=======\n>>>>>>> topic\nnull", 1);
    sandbox.write(FILE, &text);
    let told = "baseline.json:4:1: git left a merge conflict here";
    assert_told(&sandbox, told, "keep the entries of both sides");
    // As it says: only the marks are taken out.
    let marks = ["<<<<<<<", "=======", ">>>>>>>"];
    let is_mark = |line: &&str| marks.iter().any(|mark| line.starts_with(mark));
    let solved: Vec<&str> = text.lines().filter(|line| !is_mark(line)).collect();
    sandbox.write(FILE, solved.join("\n"));
    sandbox.check(&[]).exits(0).says("3 known findings");
    baseline(&sandbox, &["--prune"]).exits(0);
    assert_eq!(sandbox.read(FILE), good);
}

#[test]
fn what_is_no_text_is_told() {
    for (bytes, told) in [
        (b"caf\xe9" as &[u8], "not UTF-8 at byte 3"),
        (b"\xff\xfe{\0", "UTF-16"),
        (b"{\0}", "it is no text"),
    ] {
        let sandbox = known();
        sandbox.write(FILE, bytes);
        sandbox.check(&[]).exits(2).complains(told);
        baseline(&sandbox, &[]).exits(2).complains("cannot be read");
    }
}

#[test]
fn a_huge_one_is_not_read() {
    let sandbox = known();
    let file = std::fs::File::create(sandbox.join(FILE)).expect("a file");
    file.set_len(5 << 30).expect("a hole");
    let ran = sandbox.check(&[]);
    ran.exits(2)
        .complains("it has 5368709120 bytes, and 67108864 are the most");
}

#[test]
fn an_editor_may_have_put_a_byte_order_mark_and_other_line_ends() {
    let sandbox = known();
    let text = sandbox.read(FILE).replace('\n', "\r\n");
    sandbox.write(FILE, format!("\u{feff}{text}"));
    sandbox.check(&[]).exits(0).says("3 known findings");
}
