//! E-mail addresses, and whether one is a person's.

use std::ops::Range;

use crate::language::WordList;

/// Hosts where anybody gets an address for nothing.
const FREE: WordList = WordList::new(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com \
     rocketmail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me tutanota.com \
     tuta.io fastmail.com zoho.com hey.com mail.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de \
     t-online.de freenet.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr \
     libero.it virgilio.it tiscali.it alice.it terra.com.br uol.com.br bol.com.br hotmail.co.uk \
     hotmail.fr hotmail.de hotmail.it hotmail.es outlook.de outlook.fr outlook.es live.co.uk \
     live.fr live.nl yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.ca yahoo.co.in \
     yahoo.co.jp yahoo.com.br yahoo.com.au btinternet.com ntlworld.com comcast.net verizon.net \
     att.net sbcglobal.net cox.net shaw.ca rogers.com ziggo.nl kpnmail.nl telenet.be bluewin.ch \
     wp.pl onet.pl o2.pl interia.pl seznam.cz centrum.cz mail.ru inbox.ru list.ru bk.ru yandex.ru \
     yandex.com ya.ru rambler.ru ukr.net qq.com foxmail.com 163.com 126.com yeah.net sina.com \
     sohu.com naver.com hanmail.net daum.net rediffmail.com",
);

/// Words of a local part that name a desk and not a person.
const ROLES: WordList = WordList::new(
    "info contact contacts hello hi hey press media pr news newsletter support help helpdesk \
     service sales marketing team office admin administrator webmaster postmaster hostmaster abuse \
     security privacy legal jobs careers hr recruiting recruitment events event conference summit \
     meetup community feedback questions billing accounts accounting orders booking bookings \
     reservations editor editors editorial submissions submit blog podcast club school group \
     project program programs foundation org inc llc ltd app apps dev developers bot noreply no \
     reply donate donations volunteer volunteers registration register rsvp survey research study \
     lab workshop hackathon society association committee council board members membership \
     official hq store shop customer care enquiries inquiries mail email kontakt redaktion presse",
);

/// Words of a local part that stand in for somebody's name in instructions.
const STAND_INS: WordList = WordList::new(
    "example your you user username someone somebody name firstname lastname first last test \
     tester testing foo bar baz john jane doe jdoe johndoe janedoe joe bloggs alice bob me my \
     myname myemail youremail yourname address whatever anything xyz abc demo sample fake \
     muster mustermann nobody anyone person customer student jsmith mario rossi",
);

/// An address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox<'a> {
    /// Where it stands.
    pub range: Range<usize>,
    /// What is before the `@`.
    pub local: &'a str,
    /// What is behind it.
    pub host: &'a str,
}

/// The addresses in `text`, in order.
pub fn mailboxes(text: &str) -> impl Iterator<Item = Mailbox<'_>> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| Mailbox::around(text, at))
}

impl<'a> Mailbox<'a> {
    /// The address whose `@` is at byte `at`.
    fn around(text: &'a str, at: usize) -> Option<Mailbox<'a>> {
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        let local = &text[..at];
        let local = &local[local.trim_end_matches(is_local).len()..];
        let local = local.trim_start_matches(['.', '-', '+']);
        let host = &text[at + 1..];
        let host = &host[..host.len() - host.trim_start_matches(is_host).len()];
        let host = host.trim_end_matches(['.', '-']);
        let start = at - local.len();
        // `https://user@host` and `//user@host` are addresses of another kind.
        let is_alone = !text[..start].ends_with(['/', ':', '@', '=', '&'])
            || text[..start].ends_with("mailto:");
        let is_whole = !local.is_empty() && host.contains('.') && is_alone;
        is_whole.then_some(Mailbox {
            range: start..at + 1 + host.len(),
            local,
            host,
        })
    }

    /// True for a person's address at a host where anybody gets one.
    pub fn is_private(&self) -> bool {
        FREE.has(self.host) && self.is_somebody()
    }

    /// True for an address that is a first and a last name.
    pub fn is_full_name(&self) -> bool {
        let is_name = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
        let parts: Vec<&str> = self.local.split(['.', '_', '-']).collect();
        parts.len() == 2 && parts.into_iter().all(is_name) && self.is_somebody()
    }

    /// True unless the part before the `@` names a desk, or nobody.
    fn is_somebody(&self) -> bool {
        // What follows a plus sorts mail.
        let local = self.local.split('+').next().unwrap_or(self.local);
        let letters = local.chars().filter(|c| c.is_alphabetic()).count();
        let words = || local.split(['.', '_', '-']);
        let plain = |word: &str| {
            word.trim_end_matches(|c: char| c.is_ascii_digit())
                .to_owned()
        };
        let holds_role = ROLES
            .iter()
            .any(|role| role.len() > 4 && local.to_lowercase().contains(role));
        letters > 1
            && !holds_role
            && !words().any(|word| ROLES.has(word) || STAND_INS.has(&plain(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn private(text: &str) -> Vec<&str> {
        let private = mailboxes(text).filter(Mailbox::is_private);
        private.map(|mailbox| &text[mailbox.range]).collect()
    }

    #[test]
    fn a_person_at_a_free_host_is_private() {
        assert_eq!(
            private("Write to (ines.okafor@gmail.com), or i.okafor+blog@GMX.de."),
            ["ines.okafor@gmail.com", "i.okafor+blog@GMX.de"]
        );
        assert_eq!(private("mailto:ines.okafor@web.de"), ["ines.okafor@web.de"]);
    }

    #[test]
    fn desks_and_stand_ins_are_not() {
        for address in [
            "acme.press@gmail.com",
            "acmesupport@gmail.com",
            "your.name@gmail.com",
            "john.doe@gmail.com",
            "user1@gmail.com",
            "ines@example.com",
            "git@github.com",
            "https://ines.okafor@gmail.com/x",
            "@gmail.com",
            "ines@gmail",
            "42@qq.com",
            "ines.okafor@notgmail.com",
        ] {
            assert_eq!(private(address), Vec::<&str>::new(), "{address}");
        }
    }

    #[test]
    fn a_full_name_is_two_names() {
        let is = |text| mailboxes(text).any(|mailbox| mailbox.is_full_name());
        assert!(is("ines.okafor@acme.example") && is("ines_okafor@acme.example"));
        for other in [
            "ines@acme.example",
            "press.team@acme.example",
            "i.okafor@acme.example",
            "acme.2026@acme.example",
        ] {
            assert!(!is(other), "{other}");
        }
    }
}
