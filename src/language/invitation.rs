//! Sentences that ask readers for an answer, or to do something next.

use super::{PhraseList, WordList, words};

/// What asks for an answer when it is said to the reader.
const ANSWERS: PhraseList = PhraseList::new(
    "let us know; let me know; tell us; tell me; reach out to us; reach out to me; reach out to our team; reach out with; get in touch; drop us a; drop me a; \
     contact us; contact me; talk to us; talk to me; come and talk; write to us; write to me; \
     email us; email me; e-mail us; e-mail me; send us your; send us a; send us an; send me your; \
     send me a; send me an; message us; message me; ping us; ping me; share your thoughts with; \
     share your ideas with; share your feedback with; share your experience with",
);

/// What says that an answer is welcome, in any sentence.
const WELCOMES: PhraseList = PhraseList::new(
    "hear from you; love to hear; like to hear; want to hear; hear your; hear what you; your \
     feedback; your thoughts; your comments; your ideas; your input; your questions; your \
     suggestions; your story; your stories; any questions; if you have questions; have a \
     question; have ideas; have suggestions; have thoughts; have feedback; have comments; leave a \
     comment; in the comments; comment below; comments below; ask us; ask me; join the \
     conversation; join the discussion; start a discussion; open an issue; file an issue; open a \
     pull request; send a pull request; contact our; contact the; please contact; for more \
     information; reach out",
);

/// What asks readers to do something.
const STEPS: PhraseList = PhraseList::new(
    "join us; join the; join our; join a; sign up; sign-up; register; rsvp; subscribe; apply now; apply \
     for; apply by; apply to; apply today; try it; try out; give it a try; get started; check it \
     out; check out; learn more; find out more; read more; find out how; download; visit us; \
     visit our; visit the; follow us; follow our; follow the; come and; come to; stay tuned; keep \
     an eye; stop by; volunteer; take part; participate; nominate; vote; donate; submit; share \
     this; book a; request a; see you; help us; watch the; take a look; take the; explore the; \
     why not; don't forget; be sure to; make sure; we encourage you; you can also; start by; \
     next time you; we invite you; we're hiring; we are hiring; you can find; \
     you can view; you'll find; you will find; find more; view more; find other; view other; more information; \
     more about; related resources; further reading; enjoy the; if you're interested; if you are \
     interested; interested in; see our; see the; see also; check back; you can read; read about",
);

/// Words that an order to the reader may follow.
const BEFORE: WordList = WordList::new(
    "please and or then so just do to simply also always can us welcome don't hesitate either \
     but",
);

/// Words before "to" that say somebody else does it, or that it is done.
const OTHERS: WordList = WordList::new(
    "they he she we i able had need needed began started decided wanted tried used asked how \
     continue continued users customers people citizens team teams staff",
);

/// Every phrase of the module, those that ask for an answer first.
pub fn signs() -> impl Iterator<Item = &'static str> {
    answers().chain(WELCOMES.iter()).chain(STEPS.iter())
}

/// The phrases that ask for an answer.
pub fn answers() -> impl Iterator<Item = &'static str> {
    ANSWERS.iter()
}

/// True when the phrase at byte `at` of `sentence` is said to the reader: it
/// opens a clause, or stands behind "please". "They let us know" is a story.
pub fn asks(sentence: &str, at: usize) -> bool {
    let before = &sentence[..at];
    let clause = before
        .rsplit([',', ';', ':', '—', '–', '(', '.', '!', '?'])
        .next();
    let clause = clause.unwrap_or_default();
    let mut back: Vec<&str> = words(clause).map(|word| &clause[word]).collect();
    let Some(last) = back.pop() else {
        // Behind a comma it may still be a list of what others do.
        return !words(before).any(|word| OTHERS.has(&before[word]));
    };
    BEFORE.has(last) && !back.into_iter().any(|word| OTHERS.has(word))
}

/// True when `text` asks something of "you".
pub fn asks_reader(text: &str) -> bool {
    const READERS: WordList = WordList::new("you your you're you've you'd yours yourself anyone");
    memchr::memchr_iter(b'?', text.as_bytes()).any(|at| {
        let clause = text[..at]
            .rsplit(['.', '!', '?'])
            .next()
            .unwrap_or_default();
        words(clause).any(|word| READERS.has(&clause[word]))
    })
}

/// True when `sentence` itself says where the answer goes: "in the comments".
pub fn says_where(sentence: &str) -> bool {
    const PLACES: WordList = WordList::new(
        "comment comments commenting below via through during survey form booth hashtag",
    );
    words(sentence).any(|word| PLACES.has(&sentence[word]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks_with(sentence: &str, phrase: &str) -> bool {
        let at = sentence.find(phrase).expect("the phrase");
        asks(sentence, at)
    }

    #[test]
    fn an_order_opens_a_clause() {
        for (sentence, phrase) in [
            ("Let us know.", "Let us know"),
            ("If you disagree, let us know.", "let us know"),
            ("Please reach out to us.", "reach out"),
            ("Feel free to get in touch.", "get in touch"),
            ("Don't hesitate to contact us.", "contact us"),
        ] {
            assert!(asks_with(sentence, phrase), "{sentence}");
        }
    }

    #[test]
    fn a_story_asks_nobody() {
        for (sentence, phrase) in [
            ("They let us know.", "let us know"),
            ("Numbers tell us little.", "tell us"),
            ("We were able to reach out to users.", "reach out"),
            ("We listen, reach out, and learn.", "reach out"),
        ] {
            assert!(!asks_with(sentence, phrase), "{sentence}");
        }
    }

    #[test]
    fn a_question_has_a_reader() {
        assert!(asks_reader("What would you have done?"));
        assert!(asks_reader("“And yours?” We wait."));
        assert!(!asks_reader("What did it cost?"));
        assert!(!asks_reader("You know. And then?"));
    }

    #[test]
    fn some_invitations_say_where() {
        assert!(says_where("Let us know in the comments."));
        assert!(!says_where("Let us know what you think."));
    }
}
