//! The document in a real browser, where there is one.

use std::process::Command;

use crate::acme;
use crate::support::{Ran, Sandbox};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

const SKIPPED: &str = "skipped: no Chromium here to open the document in";

fn browser() -> Option<&'static str> {
    BROWSERS.into_iter().find(|name| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    })
}

/// Headless, and cut off from every network.
fn open(browser: &str, repo: &Sandbox, arguments: &[&str]) -> Ran {
    let mut command = repo.command(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--timeout=20000",
    ]);
    Ran::of(command.args(arguments))
}

/// A page that shows the document in a frame as wide as a small phone, and
/// tells what the browser made of it.
const PHONE: &str = r#"<!doctype html>
<iframe id="frame" width="360" height="640" style="border: 0" srcdoc="DOCUMENT"></iframe>
<output id="told"></output>
<script>
onload = () => {
  const page = document.getElementById("frame").contentWindow;
  const body = page.document;
  const count = (what) => body.querySelectorAll(what).length;
  const anchors = [...body.querySelectorAll("a[href^='#']")];
  const dead = anchors.filter((a) => !body.getElementById(a.getAttribute("href").slice(1)));
  const told = [
    "sideways " + (body.documentElement.scrollWidth - body.documentElement.clientWidth),
    "requests " + page.performance.getEntriesByType("resource").length,
    "titles " + count("h1"),
    "chapters " + count("h2"),
    "contents " + count("nav a"),
    "dead " + dead.length,
    "language " + body.documentElement.lang,
    "margin " + page.getComputedStyle(body.querySelector("nav")).paddingLeft,
  ];
  document.getElementById("told").textContent = told.join("; ") + ";";
};
</script>
"#;

#[test]
fn it_fits_a_phone_and_asks_for_nothing() {
    let Some(browser) = browser() else {
        eprintln!("{SKIPPED}");
        return;
    };
    let repo = acme();
    // A word and an address that do not fit into a line.
    let long = format!(
        "training = \"https://acme.example/{}\"",
        "training".repeat(30)
    );
    let policy = crate::POLICY
        .replace("training = \"https://acme.example/training\"", &long)
        .replace("RivalDB", &"RivalDB".repeat(30));
    repo.write("sayso.toml", policy);
    let html = repo.sayso(&["policy", "--format", "html"]).out;
    let srcdoc = html.replace('&', "&amp;").replace('"', "&quot;");
    repo.write("phone.html", PHONE.replace("DOCUMENT", &srcdoc));
    let address = format!("file://{}", repo.join("phone.html").display());
    let chapters = html.matches("<h2 ").count();
    open(browser, &repo, &["--dump-dom", &address]).says(&format!(
        "sideways 0; requests 0; titles 1; chapters {chapters}; contents {chapters}; dead 0; \
             language en; margin 16px;"
    ));
}

#[test]
fn it_can_be_printed() {
    let Some(browser) = browser() else {
        eprintln!("{SKIPPED}");
        return;
    };
    let repo = acme();
    repo.sayso(&["policy", "--output", "policy.html"]).exits(0);
    let address = format!("file://{}", repo.join("policy.html").display());
    let pdf = repo.join("policy.pdf");
    let print = format!("--print-to-pdf={}", pdf.display());
    open(browser, &repo, &[&print, &address]).exits(0);
    let bytes = std::fs::read(&pdf).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 10_000);
}
