//! What stands in the documentation of others, and in posts about tokens.

use sayso::secret;

#[track_caller]
fn is_silent(text: &str) {
    let found = secret::find(text);
    assert!(found.is_empty(), "{text}: {found:?}");
}

#[test]
fn examples_of_documentation_are_no_secrets() {
    // Written in halves, since other scanners take these for real.
    for halves in [
        ["AKIAIOSFODNN7", "EXAMPLE"],
        [
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/",
            "bPxRfiCYEXAMPLEKEY",
        ],
        [
            "https://hooks.slack.com/services/T00000000/",
            "B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        ],
        ["ghp_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and ghp_…"],
        ["ghp_", "1234567890abcdefghijklmnopqrstuvwxyz"],
        [
            "glpat-",
            "xxxxxxxxxxxxxxxxxxxx, glpat-<token>, glpat-${TOKEN}",
        ],
        ["AIzaSyYOUR_KEY_", "GOES_HERE_000000000000000"],
        [
            "SG.xxxxxxxxxxxxxxxxxxxxxx.",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        ],
        [
            "xoxb-123456789012-",
            "1234567890123-XXXXXXXXXXXXXXXXXXXXXXXX",
        ],
        [
            "DD_API_KEY=<YOUR_API_KEY> DD_API_KEY=${DD_API_KEY} DD_API_KEY=0123456789",
            "abcdef0123456789abcdef",
        ],
        [
            "CLOUDFLARE_API_TOKEN: ${{ secrets.",
            "CLOUDFLARE_API_TOKEN }}",
        ],
        ["sbp_YOUR_TOKEN and sk-ant-", "api03-..."],
        ["pat-na1-", "00000000-0000-0000-0000-000000000000"],
    ] {
        is_silent(&halves.concat());
    }
}

#[test]
fn what_only_looks_like_a_secret_is_none() {
    let hex = "7c9e2f104ab85d36c1f0e27b94da83561d8b3f70c52e96a40db71c85e3f29a64";
    let (test, public) = (
        "9fK2mWq8ZtR4vXb7LpSd3YhN",
        "pk_live_9fK2mWq8ZtR4vXb7LpSd3YhN",
    );
    for text in [
        format!(
            "The commit is {}, its MD5 {}, its SHA-256 {hex}.",
            &hex[..40],
            &hex[..32]
        ),
        "The id is 3f2c9a71-8b4d-4e0f-9a6c-1d2e7f508b93.".to_owned(),
        format!("sk_test_{test} and rk_test_{test} are for trying, {public} is public"),
        format!("cache-key-{} of the build", &hex[..32]),
        format!("a file is called monkey-{}.png", &hex[..32]),
        "task-management, desk-sharing and risk-taking are sk- words; re_use is no key".to_owned(),
    ] {
        is_silent(&text);
    }
}

#[test]
fn keys_that_stand_in_pages_on_purpose_are_none() {
    let key = format!("AI{}", "zaSyD9fK2mWq8ZtR4vXb7LpSd3YhN6cJg1w_Q");
    assert_eq!(secret::find(&key).len(), 1);
    is_silent(&format!(
        "<iframe src=\"https://www.google.com/maps/embed/v1/place?key={key}&q=a\">"
    ));
    is_silent(&format!(
        "<script src='https://maps.googleapis.com/maps/api/js?key={key}'>"
    ));
    is_silent(&format!(
        "{{ apiKey: \"{key}\", authDomain: \"acme.firebaseapp.com\" }}"
    ));
}

#[test]
fn the_id_in_a_signed_address_is_none() {
    let id = format!("AK{}", "IAQ2MZR7KD4XWT5VLB");
    assert_eq!(secret::find(&format!("The key is {id}.")).len(), 1);
    let host = "https://acme.s3.amazonaws.com/a.zip";
    is_silent(&format!("{host}?AWSAccessKeyId={id}&Signature=x"));
    is_silent(&format!(
        "[the file]({host}?X-Amz-Credential={id}%2F20260504)"
    ));
}

#[test]
fn the_sources_have_none_themselves() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("tests"), root.join("fixtures")];
    let mut files = vec![root.join("README.md")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                &mut folders
            } else {
                &mut files
            }
            .push(path);
        }
    }
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        let keys = secret::find_private_keys(&text);
        let found = secret::find(&text);
        assert!(
            keys.is_empty() && found.is_empty(),
            "{}: {keys:?} {found:?}",
            file.display()
        );
    }
}
