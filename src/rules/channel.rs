//! Where in a post readers can answer: an address, a form, a forum, comments.

use super::Context;
use super::kind::plain;
use crate::identifier::mailbox::mailboxes;
use crate::identifier::phone;
use crate::language::WordList;
use crate::post::{Post, TemplateKind};
use crate::web::host_of;

/// Words of an address that leads to where one can write or sign up.
const PLACES: WordList = WordList::new(
    "contact contacts feedback survey surveys form forms discussion discussions discuss issues \
     comments comment respond forum forums community communities join signup register \
     registration subscribe newsletter support apply submit ideas slack discord listserv calendly \
     typeform surveymonkey googlegroups eventbrite meetup",
);

/// Hosts where everybody can answer.
const NETWORKS: WordList = WordList::new(
    "github.com gitlab.com codeberg.org twitter.com x.com facebook.com linkedin.com \
     instagram.com bsky.app threads.net reddit.com discord.gg t.me wa.me mastodon.social \
     hachyderm.io fosstodon.org news.ycombinator.com stackoverflow.com groups.google.com \
     youtube.com forms.gle zulipchat.com",
);

/// Keys of the front matter that say where readers answer.
const KEYS: WordList = WordList::new(
    "discussion discussionurl discuss discourse forum thread contact email replies \
     commentsurl mastodon bluesky hackernews issue commentid",
);

/// Words in the name of a call that draws a form, comments or a button.
const CALLS: WordList =
    WordList::new("form comment contact subscribe newsletter disqus giscus signup mail button cta");

/// True when readers are offered a way to write to the sender: an address, a
/// number, a form, comments.
pub(super) fn is_open(post: &Post, cx: &Context<'_>) -> bool {
    cx.company.comments
        || says_so_in_front_matter(post)
        || post
            .links()
            .iter()
            .any(|link| is_contact(&link.destination))
        || mailboxes(post.prose().text()).next().is_some()
        || has_phone(post)
        || has_call(post)
}

/// The same, or a link to a network, a handle or a hashtag: a place to answer
/// once one is asked to.
pub(super) fn is_anywhere(post: &Post, cx: &Context<'_>) -> bool {
    is_open(post, cx)
        || post.links().iter().any(|link| {
            host_of(&link.destination).is_some_and(|host| {
                let host = host.strip_prefix("www.").unwrap_or(host);
                NETWORKS.has(host)
            })
        })
        || has_handle(post.prose().text())
        || !post.embeds().is_empty()
}

/// True for an address of mail, a telephone, or a page to write or sign up on.
pub(super) fn is_contact(destination: &str) -> bool {
    let is_direct = ["mailto:", "tel:", "sms:"]
        .into_iter()
        .any(|scheme| destination.to_ascii_lowercase().starts_with(scheme));
    is_direct
        || destination
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| PLACES.has(word))
}

fn says_so_in_front_matter(post: &Post) -> bool {
    post.front_matter().is_some_and(|front_matter| {
        front_matter.entries.iter().any(|entry| {
            let key = plain(&entry.key);
            (key == "comments" && entry.value.as_bool() != Some(false) && !entry.value.is_blank())
                || (KEYS.has(&key) && !entry.value.is_blank())
        })
    })
}

fn has_phone(post: &Post) -> bool {
    let text = post.text();
    let starts = post.numbers().iter().map(|&start| start as usize);
    starts
        .filter(|start| post.body().start as usize <= *start)
        .any(|start| phone::at(text, start).is_some())
}

fn has_call(post: &Post) -> bool {
    let calls = post.templates().iter().filter(|template| {
        matches!(
            template.kind,
            TemplateKind::Shortcode | TemplateKind::Tag | TemplateKind::Component
        )
    });
    let mut names = calls.filter_map(|template| {
        let call = post.slice(template.span);
        call.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
            .find(|word| !word.is_empty())
    });
    let is_place = |name: &str| {
        let name = name.to_ascii_lowercase();
        CALLS.iter().any(|call| name.contains(call))
    };
    names.any(is_place) || memchr::memmem::find(post.text().as_bytes(), b"<form").is_some()
}

/// True for `@acme` and `#AskAcme`.
fn has_handle(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'@', b'#', bytes).any(|at| {
        let is_free = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '&');
        is_free && text[at + 1..].starts_with(|c: char| c.is_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::company::Company;
    use crate::post::Generator;

    fn ways(text: &str) -> (bool, bool) {
        let company = Company::default();
        let cx = Context::new(jiff::civil::date(2026, 11, 24), &company, &[]);
        let post = Post::parse("blog/a.md", text, Generator::Hugo);
        (is_open(&post, &cx), is_anywhere(&post, &cx))
    }

    #[test]
    fn an_address_a_form_or_comments_are_open() {
        for text in [
            "Write to [us](mailto:a@acme.example).",
            "Write to hello@acme.example.",
            "Call +49 30 901820.",
            "Fill in [this](/contact/).",
            "{{< contact-form >}}",
            "---\ncomments: true\n---\nText.",
            "---\ndiscussion: https://example.com/t/1\n---\nText.",
        ] {
            assert_eq!(ways(text), (true, true), "{text}");
        }
    }

    #[test]
    fn a_handle_or_a_network_is_somewhere() {
        for text in [
            "We are @acme there.",
            "Ask with #AskAcme.",
            "See [it](https://www.github.com/acme/x).",
        ] {
            assert_eq!(ways(text), (false, true), "{text}");
        }
        for text in [
            "Text with [a link](https://example.com/a).",
            "---\ncomments: false\n---\nText.",
            "In 2026, 5 #1 hits.",
        ] {
            assert_eq!(ways(text), (false, false), "{text}");
        }
    }
}
