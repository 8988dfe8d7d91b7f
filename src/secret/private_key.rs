//! Private keys in their armour: `-----BEGIN … PRIVATE KEY-----` and a body.

use std::ops::Range;

use super::is_placeholder;

/// A private key in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct PrivateKey {
    /// Its bytes, with the lines above and below the body.
    pub range: Range<usize>,
    /// What it is: "an OpenSSH private key".
    pub what: &'static str,
    /// True when it is locked with a passphrase.
    pub is_locked: bool,
}

/// What stands between `-----BEGIN ` and `-----`.
///
/// Sources: RFC 7468 (PKCS #8), RFC 5915 (EC), RFC 9580 (OpenPGP armour),
/// OpenSSH's `PROTOCOL.key`.
const LABELS: &[(&str, &str)] = &[
    ("PRIVATE KEY", "a private key"),
    ("ENCRYPTED PRIVATE KEY", "a private key"),
    ("RSA PRIVATE KEY", "an RSA private key"),
    ("EC PRIVATE KEY", "an EC private key"),
    ("DSA PRIVATE KEY", "a DSA private key"),
    ("OPENSSH PRIVATE KEY", "an OpenSSH private key"),
    ("PGP PRIVATE KEY BLOCK", "a PGP private key"),
];

/// Letters of base 64 in the shortest body: an Ed25519 key has 64.
const SHORTEST: usize = 60;

/// Every private key with a body in `text`. A line that is only quoted, and a
/// body that is cut short or made up, is none.
pub fn find_private_keys(text: &str) -> Vec<PrivateKey> {
    const BEGIN: &str = "-----BEGIN ";
    let mut keys: Vec<PrivateKey> = Vec::new();
    for start in memchr::memmem::find_iter(text.as_bytes(), BEGIN) {
        let rest = &text[start + BEGIN.len()..];
        let label = LABELS.iter().find_map(|(label, what)| {
            let after = rest.strip_prefix(label)?.strip_prefix("-----")?;
            Some((what, text.len() - after.len()))
        });
        let Some((what, at)) = label else {
            continue;
        };
        let body = Body::read(text, at);
        if body.is_key() {
            keys.push(PrivateKey {
                range: start..body.end,
                what,
                is_locked: rest.starts_with("ENCRYPTED") || body.is_locked,
            });
        }
    }
    keys
}

/// What stands below the first line.
#[derive(Default)]
struct Body {
    letters: String,
    is_locked: bool,
    is_cut: bool,
    end: usize,
}

impl Body {
    /// Reads line by line, where `\n` in a string of a program ends one too.
    fn read(text: &str, start: usize) -> Body {
        let mut body = Body {
            end: start,
            ..Body::default()
        };
        let mut at = start;
        while at < text.len() {
            let rest = &text[at..];
            let line = rest.split('\n').next().unwrap_or(rest);
            let length = line
                .find("\\n")
                .or_else(|| line.find("\\r"))
                .unwrap_or(line.len());
            let line = &rest[..length];
            if let Some(end) = line.find("-----END ") {
                let close = line[end + 9..]
                    .find("-----")
                    .map_or(line.len(), |to| end + 14 + to);
                body.end = at + close;
                return body;
            }
            if !body.take(line) {
                return body;
            }
            body.end = at + line.trim_end().len();
            at += length
                + if rest[length..].starts_with('\\') {
                    2
                } else {
                    1
                };
        }
        body
    }

    /// Takes a line; false when the body is over.
    fn take(&mut self, line: &str) -> bool {
        // A quotation, a comment or a string of a program may hold the key.
        let marks = |c: char| c.is_whitespace() || ">\"'`,;|#*\\()".contains(c);
        let line = line.trim_matches(marks);
        if line.contains("...") || line.contains('…') {
            self.is_cut = true;
            return false;
        }
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        if line.chars().all(is_letter) {
            self.letters.push_str(line);
            return true;
        }
        self.is_locked |= line.starts_with("Proc-Type:") && line.contains("ENCRYPTED");
        // "DEK-Info: …", "Version: …".
        line.split_once(": ")
            .is_some_and(|(name, _)| !name.contains(' '))
    }

    fn is_key(&self) -> bool {
        let letters = self.letters.trim_end_matches('=');
        let tail = letters.len().saturating_sub(40);
        letters.len() >= SHORTEST
            && !self.is_cut
            && !letters.contains("EXAMPLE")
            && letters
                .get(tail..)
                .is_some_and(|tail| !is_placeholder(tail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 64 letters that are no key.
    const BODY: &str = "MC4CAQAwBQYDK2VwBCIEIP9z1mQb7Rk2Xv5TfLw0cJd8sYhN3gUa6EoKtWiB4xZq";

    fn armour(label: &str, body: &str) -> String {
        format!(
            "-----{} {label}-----\n{body}\n-----{} {label}-----",
            "BEGIN", "END"
        )
    }

    #[test]
    fn a_key_is_found_from_its_first_to_its_last_line() {
        for (label, what) in LABELS {
            let key = armour(label, BODY);
            let text = format!("Before.\n\n{key}\n\nAfter.\n");
            let found = find_private_keys(&text);
            assert_eq!(found.len(), 1, "{label}");
            assert_eq!(&text[found[0].range.clone()], key);
            assert_eq!(found[0].what, *what);
        }
        let string = armour("PRIVATE KEY", BODY).replace('\n', "\\n");
        let text = format!("{{\"private_key\": \"{string}\\n\"}}");
        assert_eq!(&text[find_private_keys(&text)[0].range.clone()], string);
        let quoted = armour("EC PRIVATE KEY", BODY).replace('\n', "\r\n> ");
        assert_eq!(find_private_keys(&quoted)[0].range, 0..quoted.len());
        let unended = format!("-----{} PRIVATE KEY-----\n{BODY}\n\nText.", "BEGIN");
        assert_eq!(find_private_keys(&unended).len(), 1);
    }

    #[test]
    fn a_lock_is_seen() {
        let locked = format!("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A\n\n{BODY}");
        assert!(find_private_keys(&armour("RSA PRIVATE KEY", &locked))[0].is_locked);
        assert!(find_private_keys(&armour("ENCRYPTED PRIVATE KEY", BODY))[0].is_locked);
        assert!(!find_private_keys(&armour("PRIVATE KEY", BODY))[0].is_locked);
    }

    #[test]
    fn what_is_quoted_cut_or_made_up_is_no_key() {
        for text in [
            armour("PUBLIC KEY", BODY),
            armour("CERTIFICATE", BODY),
            armour("PRIVATE KEY", "..."),
            armour("PRIVATE KEY", &format!("{BODY}\n...\n{BODY}")),
            armour("RSA PRIVATE KEY", "MIIE…(truncated)"),
            armour("RSA PRIVATE KEY", "your key goes here"),
            armour("RSA PRIVATE KEY", &"x".repeat(64)),
            format!(
                "The file starts with -----{} RSA PRIVATE KEY-----.",
                "BEGIN"
            ),
            format!("grep -e '-----{} OPENSSH PRIVATE KEY-----' -r .", "BEGIN"),
        ] {
            assert_eq!(find_private_keys(&text), [], "{text}");
        }
    }
}
