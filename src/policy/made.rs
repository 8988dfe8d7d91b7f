//! What many policies share, made once: the rules with their default options,
//! and the phrases of the same rules.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use crate::lexicon::Lexicon;
use crate::rules::{Check, Entry, RULES};

type Rules = Vec<Arc<dyn Check>>;

/// The rules with their default options, each made when it is first in force.
static DEFAULTS: LazyLock<Vec<OnceLock<Arc<dyn Check>>>> =
    LazyLock::new(|| RULES.iter().map(|_| OnceLock::new()).collect());

/// Lexicons by the rules whose phrases they hold. Policies of many folders
/// differ in levels and seldom in this.
static LEXICONS: Mutex<Vec<(Rules, Arc<Lexicon>)>> = Mutex::new(Vec::new());

/// The rule with its default options.
pub(super) fn default(entry: &'static Entry) -> Arc<dyn Check> {
    let place = RULES.iter().position(|known| std::ptr::eq(known, entry));
    match place.and_then(|place| DEFAULTS.get(place)) {
        Some(made) => made.get_or_init(|| Arc::from((entry.default)())).clone(),
        None => Arc::from((entry.default)()),
    }
}

/// The phrases of `rules`, in their order.
pub(super) fn lexicon(rules: Rules) -> Arc<Lexicon> {
    // Whoever panicked with the lock in hand left nothing half done.
    let mut made = LEXICONS.lock().unwrap_or_else(|lock| lock.into_inner());
    let is_same = |known: &Rules| {
        known.len() == rules.len() && known.iter().zip(&rules).all(|(a, b)| Arc::ptr_eq(a, b))
    };
    if let Some((_, lexicon)) = made.iter().find(|(known, _)| is_same(known)) {
        return lexicon.clone();
    }
    let lexicon = Arc::new(Lexicon::new(rules.iter().map(|rule| rule.phrases())));
    made.push((rules, lexicon.clone()));
    lexicon
}
