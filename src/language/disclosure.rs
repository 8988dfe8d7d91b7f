//! What people write to say whom they work for, and who paid.

use super::PhraseList;

/// Says that a person speaks for themselves.
const OWN_VIEWS: PhraseList = PhraseList::new(
    "views are my own; views are mine; views my own; opinions are my own; opinions are mine; \
     opinions my own; views expressed; opinions expressed; views here are; opinions here are; \
     thoughts are my own; words are my own; speak for myself; speaking for myself; speak only for myself; \
     speaking only for myself; not speak for; don't speak for; not speaking for; not represent; doesn't \
     represent; don't represent; not necessarily reflect; not reflect the; personal opinion; personal \
     opinions; personal views; personal capacity; my personal view; not endorsed by my employer",
);

/// Says that the author is paid by the one who is praised.
const EMPLOYMENT: PhraseList = PhraseList::new(
    "i work at; i work for; i work on; i work with; i'm working at; i'm working on; i am working at; i worked at; \
     i worked on; i joined; my employer; where i work; my company; my job at; my team; our team; my \
     colleagues; my colleague; my coworkers; my co-workers; our product; our products; i'm employed; i am employed; \
     we built; we build; we make; we ship; we shipped; we sell; full disclosure; disclosure; disclaimer; i lead; i \
     founded; i co-founded; i'm biased; i am biased; we at; my role at; my day job; my work at; i'm an \
     engineer at; i am an engineer at; i help build; i built; i design; i'm paid; i am paid",
);

/// Says that a link or a product earns money.
const COMMISSION: PhraseList = PhraseList::new(
    "affiliate; affiliates; affiliated; commission; commissions; amazon associate; amazon associates; paid link; paid \
     links; referral link; referral links; referral code; we earn; i earn; we may earn; i may earn; earn from; \
     kickback; sponsored; sponsor; sponsors; advertisement; paid partnership; small percentage; small cut; at no extra cost; at no \
     additional cost",
);

/// Says that somebody paid for the post.
const PAYMENT: PhraseList = PhraseList::new(
    "sponsored; sponsor; sponsors; sponsorship; paid partnership; paid promotion; paid post; \
     advertisement; advertorial; ad; paid for by; were paid; was paid; are paid; for free; free of charge; in \
     exchange for; gifted by; promotional content",
);

/// Phrases that say that a person speaks for themselves.
pub fn own_views() -> impl Iterator<Item = &'static str> {
    OWN_VIEWS.iter()
}

/// Phrases that say for whom the author works.
pub fn employment() -> impl Iterator<Item = &'static str> {
    EMPLOYMENT.iter()
}

/// Phrases that say that links earn money.
pub fn commission() -> impl Iterator<Item = &'static str> {
    COMMISSION.iter()
}

/// Phrases that say that somebody paid.
pub fn payment() -> impl Iterator<Item = &'static str> {
    PAYMENT.iter()
}
