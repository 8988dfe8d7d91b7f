//! From the text of a policy file to what it says, with every fault in it.

use std::ops::Range;

use globset::{Glob, GlobBuilder};
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::raw::{FailOn, RawPolicy, RuleSetting};
use super::section::{Section, describe_at, unknown_key};
use crate::finding::{Finding, Findings, Level, POLICY_RULE, PolicyFile, PolicyPages};
use crate::post::Generator;
use crate::rules::{self, Entry, is_reason};
use crate::waiver::PolicyWaiver;

/// Reads `text`, the policy file at `path`. Faults are findings in that file;
/// what could be read is there all the same.
pub fn read(path: &str, text: &str) -> (RawPolicy, Vec<Finding>) {
    let mut faults = Findings::new(POLICY_RULE, Level::Error, None);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        syntax(text, &errors, &mut faults);
        return (RawPolicy::default(), faults.into_vec());
    }
    let mut policy = policy(table.into_inner(), &mut faults);
    policy.pages.file = Some(PolicyFile {
        path: path.to_owned(),
        text: text.to_owned(),
    });
    let mut faults = faults.into_vec();
    faults.sort_by_key(|fault| fault.span);
    (policy, faults)
}

/// Faults of a file that is no TOML. Its keys are not looked at: a missing
/// bracket would make half of them seem wrong.
fn syntax(text: &str, errors: &[toml::de::Error], faults: &mut Findings) {
    // One slip makes a parser stumble again and again: two are enough to see it.
    for error in errors.iter().take(2) {
        let span = error.span().unwrap_or_default();
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let names_rule = line
            .split_once('=')
            .is_some_and(|(key, _)| rules::find(key.trim()).is_some());
        let help = if names_rule {
            "put the name of the rule in quotation marks: \"question/name\" = \"off\""
        } else {
            "texts stand in quotation marks, lists in [ ]; see https://toml.io"
        };
        faults
            .report(
                span.into(),
                format!("this is not TOML: {}", error.message()),
            )
            .label("the reader stumbles here")
            .help(help);
    }
}

fn policy(table: DeTable<'_>, faults: &mut Findings) -> RawPolicy {
    let mut policy = RawPolicy::default();
    let mut top = Section::new("the policy file", table, faults);
    if let Some(table) = top.table("policy") {
        let mut section = Section::new("[policy]", table, top.faults);
        policy.pages = PolicyPages {
            name: section.take("name", "the name of the document, a text"),
            url: section.take("url", "the address of the document, a text"),
            training: section.take("training", "the address of the training, a text"),
            file: None,
        };
        policy.fail_on = section.word("fail-on", FailOn::ALL);
        section.finish();
    }
    if let Some(table) = top.table("company") {
        const LIST: &str = "a list of texts, such as [\"Acme\"]";
        let mut section = Section::new("[company]", table, top.faults);
        let mut list = |key| section.take::<Vec<String>>(key, LIST).unwrap_or_default();
        policy.company.names = list("names");
        policy.company.products = list("products");
        policy.company.competitors = list("competitors");
        policy.company.domains = list("domains").iter().map(|domain| host(domain)).collect();
        policy.company.internal_hosts = list("internal-hosts");
        section.finish();
    }
    if let Some(table) = top.table("posts") {
        let mut section = Section::new("[posts]", table, top.faults);
        policy.include = globs(&mut section, "include");
        policy.exclude = globs(&mut section, "exclude").unwrap_or_default();
        policy.max_bytes = section.take("max-bytes", "a number of bytes, such as 5_000_000");
        policy.generator = section.word("generator", Generator::NAMED);
        policy.language = section.take("language", "the code of a language, such as \"en\"");
        section.finish();
    }
    if let Some(table) = top.table("rules") {
        let section = Section::new("[rules]", table, top.faults);
        for (id, key_span, value) in section.rest() {
            let setting = rule_setting(&id, key_span, value, top.faults);
            policy.rules.extend(setting);
        }
    }
    if let Some(value) = top.raw("waiver") {
        policy.waivers = waivers(value, top.faults);
    }
    top.finish();
    policy
}

/// One line of `[rules]`: a level, or a table of a level and options.
fn rule_setting(
    id: &str,
    key_span: Range<usize>,
    value: Spanned<DeValue<'_>>,
    faults: &mut Findings,
) -> Option<RuleSetting> {
    let entry = known_rule(id, key_span.clone(), faults)?;
    let mut setting = RuleSetting {
        entry,
        level: None,
        check: None,
        place: key_span.into(),
    };
    let span = value.span();
    match value.into_inner() {
        DeValue::Table(mut table) => {
            if let Some(at) = table.remove("level") {
                setting.level = level(at, faults);
            }
            setting.check = options(entry, table, span, faults);
        }
        other => setting.level = level(Spanned::new(span, other), faults),
    }
    Some(setting)
}

fn known_rule(id: &str, span: Range<usize>, faults: &mut Findings) -> Option<&'static Entry> {
    let entry = rules::find(id);
    if entry.is_none() {
        let finding = faults
            .report(span.into(), format!("there is no rule `{id}`"))
            .label("not known");
        match rules::nearest(id) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("`sayso rules` lists them all"),
        };
    }
    entry
}

fn level(value: Spanned<DeValue<'_>>, faults: &mut Findings) -> Option<Level> {
    super::section::word(
        "a level",
        value,
        Level::ALL.map(|level| (level.name(), level)),
        faults,
    )
}

/// The rule with its options. They are tried one by one first, so that every
/// wrong one is reported.
fn options(
    entry: &'static Entry,
    table: DeTable<'_>,
    span: Range<usize>,
    faults: &mut Findings,
) -> Option<Box<dyn rules::Check>> {
    let known = (entry.options)();
    let mut good = DeTable::new();
    let mut is_whole = true;
    for (key, value) in table {
        if !known.contains(&key.get_ref().as_ref()) {
            let place = format!("the rule {}", entry.meta.id);
            unknown_key(
                &place,
                key.get_ref(),
                key.span().into(),
                known.iter().copied().chain(["level"]),
                faults,
            );
            is_whole = false;
            continue;
        }
        let mut single = DeTable::new();
        single.insert(key.clone(), value.clone());
        let single = Spanned::new(span.clone(), DeValue::Table(single));
        if let Err(error) = (entry.build)(ValueDeserializer::from(single)) {
            let at = error.span().unwrap_or_else(|| value.span());
            let at = if at == span { value.span() } else { at };
            faults
                .report(
                    at.clone().into(),
                    format!("`{}` of {} cannot be this", key.get_ref(), entry.meta.id),
                )
                .label(describe_at(&value, &at))
                .help(wanted(error.message()));
            is_whole = false;
            continue;
        }
        good.insert(key, value);
    }
    if good.is_empty() || !is_whole {
        return None;
    }
    (entry.build)(ValueDeserializer::from(Spanned::new(
        span,
        DeValue::Table(good),
    )))
    .ok()
}

/// What should stand there, from the words of the reader.
fn wanted(message: &str) -> String {
    let expected = message.rsplit("expected ").next().unwrap_or_default();
    let wanted = match expected.trim_end_matches([',', '.']) {
        "a string" => "a text in quotation marks",
        "a sequence" => "a list in square brackets",
        "a boolean" => "true or false",
        "usize" | "u64" | "u32" | "u16" => "a whole number, 0 or more",
        "f64" | "f32" => "a number",
        other => other,
    };
    format!("it should be {wanted}")
}

/// A list of path patterns; each bad one is reported at its place.
fn globs(section: &mut Section<'_, '_>, key: &'static str) -> Option<Vec<Glob>> {
    let patterns: Vec<Spanned<String>> = section.take(
        key,
        "a list of path patterns, such as [\"content/**/*.md\"]",
    )?;
    let mut globs = Vec::new();
    for pattern in patterns {
        for form in glob_forms(pattern.get_ref()) {
            match GlobBuilder::new(&form).literal_separator(true).build() {
                Ok(glob) => globs.push(glob),
                Err(error) => {
                    section
                        .faults
                        .report(
                            pattern.span().into(),
                            format!("`{}` is no path pattern", pattern.get_ref()),
                        )
                        .label(error.kind().to_string())
                        .help("`*` stands for part of a name, `**` for any folders");
                    break;
                }
            }
        }
    }
    Some(globs)
}

/// The host of a domain that was written as an address.
fn host(domain: &str) -> String {
    let host = domain.split_once("://").map_or(domain, |(_, rest)| rest);
    host.split('/').next().unwrap_or(host).to_owned()
}

/// The patterns that a pattern stands for: the name of a folder means all that
/// is in it, and a path counts from the folder of the policy however it starts.
fn glob_forms(pattern: &str) -> Vec<String> {
    let path = pattern.trim_start_matches("./").trim_start_matches('/');
    if path.contains(['*', '?', '[', '{']) {
        return vec![path.to_owned()];
    }
    let path = path.trim_end_matches('/');
    vec![path.to_owned(), format!("{path}/**")]
}

fn waivers(value: Spanned<DeValue<'_>>, faults: &mut Findings) -> Vec<PolicyWaiver> {
    let span = value.span();
    let DeValue::Array(items) = value.into_inner() else {
        faults
            .report(
                span.into(),
                "a waiver starts with `[[waiver]]`, in two brackets",
            )
            .label("one table");
        return Vec::new();
    };
    items
        .into_iter()
        .filter_map(|item| waiver(item, faults))
        .collect()
}

fn waiver(item: Spanned<DeValue<'_>>, faults: &mut Findings) -> Option<PolicyWaiver> {
    let whole = item.span();
    let DeValue::Table(table) = item.into_inner() else {
        faults.report(whole.into(), "a waiver is a table of keys");
        return None;
    };
    let mut section = Section::new("[[waiver]]", table, faults);
    let rule: Option<Spanned<String>> = section.take("rule", "the id of a rule");
    let path: Option<Spanned<String>> =
        section.take("path", "the path of a post, from this file's folder");
    let reason: Option<Spanned<String>> = section.take("reason", "a text of a sentence or so");
    let by = section.take("by", "the name of who allowed it");
    let until: Option<Spanned<toml::value::Datetime>> = section.take(
        "until",
        "a date such as 2027-01-31, without quotation marks",
    );
    let faults = &mut *section.faults;
    let missing = [
        ("rule", rule.is_none()),
        ("path", path.is_none()),
        ("reason", reason.is_none()),
    ];
    for (key, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        faults
            .report(whole.clone().into(), format!("this waiver has no `{key}`"))
            .label("every waiver has a rule, a path and a reason");
    }
    if let Some(path) = path
        .as_ref()
        .filter(|path| path.get_ref().contains(['*', '?', '[']))
    {
        faults
            .report(
                path.span().into(),
                "a waiver names one post, and no pattern",
            )
            .label("a pattern");
    }
    if let Some(rule) = &rule {
        known_rule(rule.get_ref(), rule.span(), faults);
    }
    if let Some(reason) = reason
        .as_ref()
        .filter(|reason| !is_reason(reason.get_ref()))
    {
        faults
            .report(reason.span().into(), "this reason does not say why")
            .label("fewer than 15 characters");
    }
    let until = until.and_then(|until| {
        let date: Option<Date> = until
            .get_ref()
            .date
            .and_then(|date| Date::new(date.year as i16, date.month as i8, date.day as i8).ok());
        if date.is_none() {
            faults
                .report(until.span().into(), "`until` is a day, such as 2027-01-31")
                .label("no day");
        }
        date
    });
    section.finish();
    Some(PolicyWaiver {
        rule: rule?.into_inner(),
        path: path?.into_inner().trim_start_matches("./").to_owned(),
        reason: reason?.into_inner(),
        by,
        until,
    })
}
