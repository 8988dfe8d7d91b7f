//! Addresses with a password in them: `scheme://user:password@host`.

use std::ops::Range;

use super::is_placeholder;

/// An address that carries a password.
#[derive(Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The bytes of `user:password@`.
    pub range: Range<usize>,
    /// The bytes of the password.
    pub password: Range<usize>,
    /// What stands before `://`.
    pub scheme: Range<usize>,
}

/// Passwords that stand for one, as plain small letters.
#[rustfmt::skip]
const DEMO: &[&str] = &[
    "pass", "password", "passwd", "pwd", "pw", "secret", "token", "admin", "root", "test", "guest",
    "demo", "user", "username", "login", "postgres", "mysql", "mariadb", "mongo", "redis",
    "rabbitmq", "foo", "bar", "baz", "qux", "foobar", "hunter", "letmein", "abc", "dev", "local",
    "docker", "pswd", "credentials", "xoauthbasic", "key", "apikey", "value", "string", "blank",
];

/// Parts of words that tell a blank to fill in.
const BLANKS: &[&str] = &[
    "pass",
    "secret",
    "token",
    "your",
    "example",
    "change",
    "placeholder",
    "redacted",
    "dummy",
    "hidden",
    "removed",
    "sample",
    "insert",
    "replace",
    "xxx",
    "hunter",
    "swordfish",
    "correcthorse",
];

/// Every address with a password in `text` that somebody could use.
pub fn find_credentials(text: &str) -> Vec<Credentials> {
    let marks = memchr::memmem::find_iter(text.as_bytes(), "://");
    marks.filter_map(|at| at_mark(text, at)).collect()
}

fn at_mark(text: &str, at: usize) -> Option<Credentials> {
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    let scheme = text[..at].trim_end_matches(is_scheme).len()..at;
    let start = at + 3;
    let is_end = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '/' | '?' | '#' | '"' | '\'' | '<' | '>' | '`' | '(' | ')' | '\\' | '|'
            )
    };
    let rest = &text[start..];
    let authority = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let (info, host) = authority.rsplit_once('@')?;
    let (user, password) = info.split_once(':')?;
    if scheme.is_empty() || user.contains('.') && !user.contains("%40") {
        // `https://bank.example:80@elsewhere.example` shows how people are fooled.
        return None;
    }
    let host = host.split(':').next().unwrap_or(host);
    let is_told = is_blank(password)
        || is_blank(user) && user.contains(['$', '{', '<', '%'])
        || password == user
        || is_documentation(host)
        || (is_local(host) && !is_strong(password));
    let from = start + user.len() + 1;
    (!is_told).then(|| Credentials {
        range: start..start + info.len() + 1,
        password: from..from + password.len(),
        scheme,
    })
}

/// True for what is written in the place of a password.
fn is_blank(password: &str) -> bool {
    const SHORTEST: usize = 4;
    if password.chars().count() < SHORTEST
        || password.contains(['$', '{', '}', '[', ']', '*', '…'])
        || password.contains("...")
    {
        return true;
    }
    // "p4ssw0rd" is meant as "password".
    let plain: String = password.to_lowercase().chars().filter_map(plain).collect();
    let is_demo = DEMO.contains(&plain.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_number = password.len() < 9 && password.bytes().all(|byte| byte.is_ascii_digit());
    let is_format = password.starts_with('%') && password.len() < 6;
    is_demo
        || is_number
        || is_format
        || plain.is_empty()
        || BLANKS.iter().any(|blank| plain.contains(blank))
        || (password.len() >= 8 && is_placeholder(password))
}

fn plain(c: char) -> Option<char> {
    match c {
        '0' => Some('o'),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '5' => Some('s'),
        c => c.is_alphanumeric().then_some(c),
    }
}

/// True for a host that is kept for examples (RFC 2606, RFC 6761), or made up.
fn is_documentation(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_kept = ["example", "test", "invalid"];
    let made_up = [
        "host", "hostname", "server", "domain", "site", "company", "proxy", "acme", "foo", "bar",
        "registry",
    ];
    let mut labels = host.rsplit('.');
    let (last, second) = (labels.next().unwrap_or_default(), labels.next());
    host.is_empty()
        || is_kept.contains(&last)
        || host.contains("example")
        || host.contains("your")
        || host.starts_with("my")
        || host.contains(['$', '{', '%', '*', '[', '_'])
        || second.is_some_and(|second| made_up.contains(&second))
        || (second.is_none() && made_up.contains(&last))
}

/// True for a host that only this machine, or a network of containers, reaches.
fn is_local(host: &str) -> bool {
    !host.contains('.')
        || host.ends_with(".localhost")
        || host.ends_with(".local")
        || host.ends_with(".internal")
        || host.starts_with("127.")
        || host.starts_with("0.")
        || host.starts_with("10.")
        || host.starts_with("192.168.")
        || host.starts_with("172.")
}

/// True for a password that nobody makes up for an example.
fn is_strong(password: &str) -> bool {
    const LENGTH: usize = 10;
    let has = |is: fn(&u8) -> bool| password.as_bytes().iter().any(is);
    password.len() >= LENGTH && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords(text: &str) -> Vec<&str> {
        let found = find_credentials(text).into_iter();
        found.map(|one| &text[one.password]).collect()
    }

    #[test]
    fn a_password_is_found_in_prose_links_and_code() {
        for (text, password) in [
            (
                "See https://jo:Zk9wQf2m@intra.acme-corp.com/start.",
                "Zk9wQf2m",
            ),
            (
                "[the file](ftp://jo:tr0ub4dor@ftp.acme-corp.com:21/a)",
                "tr0ub4dor",
            ),
            (
                "`postgres://app:8hGt2kLm@db.acme-corp.com:5432/app`",
                "8hGt2kLm",
            ),
            (
                "mongodb+srv://jo:k@Lmn4q@cluster0.ab1.mongodb.net/",
                "k@Lmn4q",
            ),
            ("redis://jo:9fK2mWq8ZtR4@localhost:6379", "9fK2mWq8ZtR4"),
        ] {
            assert_eq!(passwords(text), [password], "{text}");
        }
    }

    #[test]
    fn what_stands_for_a_password_is_none() {
        for text in [
            "https://user:pass@host.com/",
            "https://username:password@api.acme-corp.com/",
            "git@github.com:acme/site.git and ssh://git@github.com:22/acme/site",
            "https://jo:${PASSWORD}@db.acme-corp.com",
            "https://jo:<password>@db.acme-corp.com",
            "https://jo:$PASS@db.acme-corp.com https://jo:%s@db.acme-corp.com",
            "https://x-access-token:{{token}}@github.com/acme/site",
            "https://jo:****@db.acme-corp.com https://jo:xxxxxxxx@db.acme-corp.com",
            "postgres://postgres:postgres@localhost:5432/app",
            "postgres://app:app1234@db:5432/app",
            "https://jo:Zk9wQf2m@www.example.com/",
            "https://jo:p4ssw0rd@db.acme-corp.com https://jo:hunter2@acme-corp.com",
            "https://jo:1234@db.acme-corp.com https://a:b@c.org",
            "https://www.bank.com:Zk9wQf2m@elsewhere.org/",
            "https://acme-corp.com:443/a@b and 12:30 @jo",
        ] {
            assert_eq!(passwords(text), [""; 0], "{text}");
        }
    }
}
