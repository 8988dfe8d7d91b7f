//! Every table that a policy may have.

use toml::{Table, toml};

/// A table of a policy: where the schema tells of it, and policies that have
/// such a table in which nothing is wrong, around these keys.
pub struct Place {
    pub at: String,
    pub policies: Vec<Box<dyn Fn(Table) -> Table>>,
}

/// A place where nothing has to stand beside a key.
fn place(at: &str, policy: impl Fn(Table) -> Table + 'static) -> Place {
    Place {
        at: at.to_owned(),
        policies: vec![Box::new(policy)],
    }
}

/// A place where one of these tables has to stand beside a key.
fn place_with(
    at: &str,
    tables: impl IntoIterator<Item = Table>,
    policy: impl Fn(Table) -> Table + Clone + 'static,
) -> Place {
    let beside = |table: Table| -> Box<dyn Fn(Table) -> Table> {
        let policy = policy.clone();
        Box::new(move |keys| policy(joined(table.clone(), keys)))
    };
    Place {
        at: at.to_owned(),
        policies: tables.into_iter().map(beside).collect(),
    }
}

/// A policy whose only key is `key`.
pub fn only(key: &str, value: impl Into<toml::Value>) -> Table {
    Table::from_iter([(key.to_owned(), value.into())])
}

/// Both, the second with the last word.
fn joined(mut base: Table, keys: Table) -> Table {
    base.extend(keys);
    base
}

/// Every table.
pub fn places() -> Vec<Place> {
    let mut places = vec![
        place("", |keys| keys),
        place("/properties/policy", |keys| only("policy", keys)),
        place_with(
            "/properties/policy/properties/review/items",
            [toml! { tags = ["x"] }, toml! { audiences = ["x"] }],
            |keys| only("policy", only("review", vec![keys])),
        ),
        place("/properties/company", |keys| only("company", keys)),
        place("/properties/posts", |keys| only("posts", keys)),
        place("/properties/audience/additionalProperties", |keys| {
            only("audience", only("personal", keys))
        }),
        place_with(
            "/properties/overrides/items",
            [toml! { tags = ["x"] }],
            |keys| only("overrides", vec![keys]),
        ),
        place_with(
            "/properties/waiver/items",
            [toml! {
                rule = "evidence/superlative"
                path = "a.md"
                reason = "audited figure, filing due"
            }],
            |keys| only("waiver", vec![keys]),
        ),
    ];
    places.extend(sayso::rules::RULES.iter().map(|rule| {
        let id = rule.meta.id;
        let at = id.replace('/', "~1");
        let at = format!("/$defs/rules/properties/{at}/anyOf/1");
        place(&at, move |keys| only("rules", only(id, keys)))
    }));
    places.extend(places_of_own_rules());
    places
}

fn places_of_own_rules() -> Vec<Place> {
    const AT: &str = "/properties/rule/items";
    let rule = |keys: Table| {
        let named = toml! {
            id = "acme/x"
            message = "m"
        };
        only("rule", vec![joined(named, keys)])
    };
    let inside = |key: &'static str, tables: &[Table]| {
        let at = format!("{AT}/properties/{key}");
        place_with(&at, tables.to_vec(), move |keys| rule(only(key, keys)))
    };
    let phrases = || toml! { phrases = ["a"] };
    let pattern = || toml! { pattern = "a" };
    let link = || toml! { link = "a.example" };
    let kinds = [
        phrases(),
        pattern(),
        only("swap", only("a", "b")),
        only("require", link()),
        only("require", phrases()),
        only("count", toml! { of = "links" at-most = 1 }),
        only("front-matter", toml! { key = "a" required = true }),
    ];
    vec![
        place_with(AT, kinds.clone(), rule),
        inside(
            "require",
            &[phrases(), pattern(), link(), only("front-matter", "a")],
        ),
        inside(
            "count",
            &[phrases(), pattern(), only("of", "links")]
                .map(|table| joined(table, only("at-most", 1))),
        ),
        inside(
            "front-matter",
            &[
                toml! { key = "a" required = true },
                toml! { key = "a" pattern = "b" },
            ],
        ),
        place(&format!("{AT}/properties/examples"), move |keys| {
            rule(joined(phrases(), only("examples", keys)))
        }),
        Place {
            at: format!("{AT}/properties/unless"),
            policies: kinds
                .into_iter()
                .map(|kind| -> Box<dyn Fn(Table) -> Table> {
                    Box::new(move |keys| {
                        let unless = joined(phrases(), keys);
                        rule(joined(kind.clone(), only("unless", unless)))
                    })
                })
                .collect(),
        },
    ]
}
