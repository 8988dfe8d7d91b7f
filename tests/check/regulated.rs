//! What the law takes at its word: the presets of the trades that it watches.

use crate::support::Sandbox;

/// The level at which `preset` tells of `rule` in `post`; none when it is silent.
fn level(preset: &str, rule: &str, post: &str) -> Option<&'static str> {
    let policy = format!("extends = [\"sayso:{preset}\"]\n[company]\nnames = [\"Acme\"]\n");
    let sandbox = Sandbox::new();
    let sandbox = sandbox.write("sayso.toml", &policy).write("post.md", post);
    let ran = sandbox.check(&["--format", "concise", "post.md"]);
    ["error", "warning", "advice"]
        .into_iter()
        .find(|level| ran.out.contains(&format!("{level}[evidence/{rule}]")))
}

#[test]
fn promises_of_money_are_told_to_those_who_sell_it() {
    let returns = "Our fund is open to all, and we offer guaranteed returns of 8% a year.\n";
    assert_eq!(level("finance", "guarantee", returns), Some("warning"));
    assert_eq!(level("health", "guarantee", returns), Some("warning"));
    assert_eq!(level("general", "guarantee", returns), None);
    let past = "It was a good time for all of us. Our growth fund returned 12% a year.\n";
    assert_eq!(level("finance", "forecast", past), Some("warning"));
    assert_eq!(level("general", "forecast", past), None);
    let fair = format!("{past}\nPast performance is no guarantee of what is to come.\n");
    assert_eq!(level("finance", "forecast", &fair), None);
}

#[test]
fn cures_weigh_more_where_health_is_sold() {
    let cure = "It is the time of the year again. Our herbal tea cures the flu in a day.\n";
    assert_eq!(level("health", "health-claim", cure), Some("error"));
    assert_eq!(level("general", "health-claim", cure), Some("warning"));
}

#[test]
fn green_claims_weigh_more_where_green_is_sold() {
    let cups = "We have opened a third shop by the lake. Our new cups are biodegradable.\n";
    assert_eq!(level("green", "vague-green-claim", cups), Some("error"));
    assert_eq!(level("general", "vague-green-claim", cups), Some("warning"));
    let neutral = "We have opened a third shop by the lake. Acme is carbon neutral now.\n";
    assert_eq!(level("green", "carbon-claim", neutral), Some("error"));
    assert_eq!(level("general", "carbon-claim", neutral), Some("warning"));
}

#[test]
fn praise_is_told_only_where_the_law_asks() {
    let praise = "They wrote to us in the spring of this year:\n\n\
                  > Acme changed my life, and I sleep again.\n>\n> — Ines Berg\n";
    assert_eq!(level("finance", "testimonial", praise), Some("advice"));
    assert_eq!(level("health", "testimonial", praise), Some("advice"));
    assert_eq!(level("press", "testimonial", praise), None);
}
