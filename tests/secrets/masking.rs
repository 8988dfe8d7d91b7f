//! That no output shows a secret: not where it was found, and not in what other
//! rules say about the words beside it.

use sayso::secret::{PROVIDERS, Shape};

use crate::draw::{Chance, token};
use crate::support::{Ran, Sandbox, post};

/// Made for this test, like everything secret in it.
const PASSWORD: &str = "Zk9wQf2m";
const BODY: [&str; 2] = [
    "MC4CAQAwBQYDK2VwBCIEIP9z1mQb7Rk2",
    "Xv5TfLw0cJd8sYhN3gUa6EoKtWiB4xZq",
];

/// Rules that quote what they find: a part of a secret, all of it, a line with
/// one in it; and one that would change it.
const POLICY: &str = r#"
[[rule]]
id = "acme/digits"
pattern = '[0-9][0-9a-zA-Z_]{4,8}'
message = "`{match}` is not a word"
help = "write `{match}` out"

[[rule]]
id = "acme/login"
pattern = 'The login is [^ ]+'
message = "`{match}` says too much"

[[rule]]
id = "acme/wrapped"
phrases = ["the door opens"]
message = "`{match}` is a cliche"

[[rule]]
id = "acme/swap"
swap = { Zk9wQf2m = "Zk9wQf2n" }
fix = "safe"
message = "`{better}` is newer than `{match}`"
"#;

fn tokens() -> Vec<String> {
    let mut chance = Chance(40);
    let own = PROVIDERS
        .iter()
        .filter(|one| one.names.is_empty())
        .step_by(9);
    own.map(|provider| {
        token(
            provider,
            &Shape::read(provider.shapes[0]),
            None,
            &mut chance,
        )
        .0
    })
    .collect()
}

fn key() -> String {
    let [first, second] = BODY;
    format!(
        "-----{0} PRIVATE KEY-----\n{first}\n{second}\n-----{1} PRIVATE KEY-----",
        "BEGIN", "END"
    )
}

/// Posts with secrets next to everything that other rules say something about.
fn sandbox() -> Sandbox {
    let mut body = String::from("We are the only cloud provider in the country.\n\n");
    for token in tokens() {
        body += &format!("We saved [TK] hours with {token} and {token}.\n\n");
        body += &format!("<img src=\"p.gif\" width=\"1\" height=\"1\">\nThe login is {token}\n\n");
    }
    body += &format!(
        "![](team.jpg) https://jo:{PASSWORD}@wiki.acme-corp.com/ the door\nopens {PASSWORD}.\n\n"
    );
    body += &format!(
        "<!-- sayso: allow reputation/placeholder: the password is {PASSWORD} -->\nWe saved [TK] hours.\n\n"
    );
    body += &format!("```\n{}\n```\n", key());
    let sandbox = Sandbox::git();
    sandbox
        .write("sayso.toml", POLICY)
        .write("a.md", post(&body));
    // The same values, where no rule finds them.
    let other = format!(
        "The login is {PASSWORD} or {}\n\nKey: {}\n",
        PASSWORD.to_lowercase(),
        BODY[1]
    );
    sandbox.write("other.md", post(&other));
    sandbox
}

#[track_caller]
fn shows_none(ran: &Ran) {
    let said = format!("{}{}", ran.out, ran.err);
    let all = tokens()
        .into_iter()
        .chain([PASSWORD, BODY[0], BODY[1]].map(str::to_owned));
    for secret in all {
        let plain = secret.replace('_', "");
        let folded = said.to_lowercase();
        for spelling in [secret.to_lowercase(), plain.to_lowercase()] {
            assert!(!folded.contains(&spelling), "{secret} in {said}");
        }
        // Not even a part of it, behind the letters that all such tokens share.
        for start in secret.len() / 2..=secret.len().saturating_sub(8) {
            let part = &secret[start..start + 8];
            let is_drawn = part.bytes().any(|byte| byte.is_ascii_digit());
            assert!(
                !is_drawn || !said.contains(part),
                "{part} of {secret} in {said}"
            );
        }
    }
}

#[test]
fn no_report_shows_one() {
    let sandbox = sandbox();
    for format in ["human", "concise", "json", "github"] {
        let ran = sandbox.check(&["--format", format, "--statistics", "-v"]);
        ran.exits(1).says("confidential/secret").says("acme/login");
        shows_none(&ran);
    }
    let ran = sandbox.check(&["--diff"]);
    ran.exits(1).says("+<img alt=\"\" src=\"p.gif\"");
    shows_none(&ran);
    for arguments in [
        &["audit"][..],
        &["audit", "--format", "json"],
        &["audit", "--format", "csv"],
        &["explain", "confidential/secret"],
        &["policy"],
        &["config", "show"],
        &[
            "waive",
            "a.md:1",
            "confidential/secret",
            "--reason",
            "it is the documented one",
        ],
    ] {
        shows_none(&sandbox.sayso(arguments));
    }
    sandbox.run_git(&["add", "."]);
    shows_none(&sandbox.check(&["--staged"]));
    let ran = sandbox.check(&["--fix"]);
    shows_none(&ran);
    // What is written is the real text, and no rule has touched the secrets.
    let after = sandbox.read("a.md");
    assert!(
        after.contains("<img alt=\"\"")
            && after.contains(&key())
            && after.contains(&format!("jo:{PASSWORD}@"))
    );
}

#[test]
fn a_mask_moves_nothing() {
    let token = tokens().remove(1);
    let text = post(&format!(
        "Über 𐐀 {token} [TK] “{token}”\n\nWe saved [TK] hours."
    ));
    let plain = post(&format!(
        "Über 𐐀 {} [TK] “{}”\n\nWe saved [TK] hours.",
        "x".repeat(token.len()),
        "x".repeat(token.len())
    ));
    let sandbox = Sandbox::new();
    let places = |text: &str| {
        let report = sandbox
            .write("a.md", text)
            .check_json(&["--only", "reputation"]);
        let found = report["findings"].as_array().expect("findings").clone();
        let place = |one: &serde_json::Value| {
            (
                one["start"].clone(),
                one["end"].clone(),
                one["text"].clone(),
            )
        };
        found.iter().map(place).collect::<Vec<_>>()
    };
    assert_eq!(places(&text), places(&plain));
    let report = sandbox
        .write("a.md", &text)
        .check_json(&["--only", "confidential/secret"]);
    let found = &report["findings"][0];
    assert_eq!(found["text"], "*".repeat(token.len()));
    let line = format!(
        "Über 𐐀 {} [TK] “{}”",
        "*".repeat(token.len()),
        "*".repeat(token.len())
    );
    sandbox.check(&[]).exits(1).says(&line);
}

#[test]
fn a_fingerprint_is_none_of_the_secret() {
    let sandbox = Sandbox::new();
    let print = |password: &str| {
        let body = format!("See https://jo:{password}@wiki.acme-corp.com/ [TK]");
        let report = sandbox
            .write("a.md", post(&body))
            .check_json(&["--only", "confidential"]);
        report["findings"][0]["fingerprint"]
            .as_str()
            .expect("a fingerprint")
            .to_owned()
    };
    assert_eq!(print(PASSWORD).len(), 64);
    assert_eq!(print(PASSWORD), print("8hGt2kLm"));
}

#[test]
fn nobody_may_waive_one() {
    let sandbox = Sandbox::new();
    let body = format!("The token is {}.", tokens().remove(1));
    for rule in ["confidential/secret", "confidential", "*"] {
        let comment = format!("<!-- sayso: allow {rule}: it is the documented example -->");
        sandbox.write("a.md", post(&format!("{comment}\n{body}")));
        let policy = format!(
            "[[waiver]]\nrule = \"{rule}\"\npath = \"a.md\"\nreason = \"it is the documented example\"\n"
        );
        let is_named = rule.contains('/');
        for policy in ["", &policy] {
            if policy.is_empty() || is_named {
                sandbox.write("sayso.toml", policy);
                let ran = sandbox.check_concise(&[]);
                ran.exits(1).says("error[confidential/secret] this is ");
            }
        }
    }
}
