//! What the policy and the day make of the rules about places and days.

use crate::support::{Ran, Sandbox};

/// A check of one post by one rule, with a policy, on a day.
fn check(rule: &str, policy: &str, day: &str, post: &str) -> Ran {
    let sandbox = Sandbox::new();
    let sandbox = sandbox.write("sayso.toml", policy).write("post.md", post);
    let rule = format!("confidential/{rule}");
    sandbox.sayso(&["check", "--only", &rule, "--today", day, "post.md"])
}

#[test]
fn an_embargo_lasts_until_its_day_and_with_an_hour_to_its_end() {
    let ran = |end: &str, day: &str| {
        let post = format!("---\ntitle: Office\nembargo: {end}\n---\nAcme opens an office.\n");
        check("embargo", "", day, &post)
    };
    ran("2026-12-03", "2026-12-02")
        .exits(1)
        .says("this post is under embargo until 2026-12-03")
        .says("today is 2026-12-02");
    ran("2026-12-03", "2026-12-03").exits(0);
    ran("2026-12-03T09:00:00-05:00", "2026-12-03").exits(1);
    ran("2026-12-03T09:00:00-05:00", "2026-12-04").exits(0);
    ran("9 a.m. on 3 December 2026", "2026-12-03").exits(1);
    ran("true", "2026-12-04").exits(1);
    ran("none", "2026-12-01").exits(0);
}

#[test]
fn an_embargo_line_outlives_its_day() {
    let post = "**Embargoed until 3 December 2026**\n\nAcme opens an office.\n";
    let ran = check("embargo", "", "2026-12-02", post);
    ran.exits(1)
        .says("this post is under embargo until 2026-12-03");
    let ran = check("embargo", "", "2026-12-05", post);
    ran.exits(1)
        .says("the embargo of 2026-12-03 is over, and the line is still here");
}

#[test]
fn a_date_to_come_is_an_embargo_where_the_policy_says_so() {
    let post = "---\ndate: 2026-12-24\n---\nHappy holidays.\n";
    let policy = "[rules]\n\"confidential/embargo\" = { future-date = true }\n";
    check("embargo", "", "2026-12-01", post).exits(0);
    check("embargo", policy, "2026-12-01", post).exits(1);
    check("embargo", policy, "2026-12-24", post).exits(0);
}

#[test]
fn hosts_of_the_company_are_found_in_any_place() {
    let policy = "[company]\ninternal-hosts = [\"*.int.acme.example\", \"hive\"]\n";
    let post = "---\nsource: https://a.int.acme.example/x\n---\n`b.int.acme.example` and \
                [c](http://hive/) <!-- d.int.acme.example -->\n\nint.acme.example, hive\n";
    let ran = check("internal-host", policy, "2026-12-01", post);
    for host in [
        "a.int.acme.example",
        "b.int.acme.example",
        "hive",
        "d.int.acme.example",
    ] {
        ran.says(&format!("\"{host}\" is a host"));
    }
    ran.says("4 errors in 1 post");
    check("internal-host", "", "2026-12-01", post).exits(0);
}

#[test]
fn work_tools_of_the_company_count_and_all_count_on_request() {
    let post = "[a](https://acme.atlassian.net/browse/A-1) [b](https://trello.com/b/x)\n";
    let told = |policy: &str| {
        let policy = format!("[policy]\nfail-on = \"warning\"\n{policy}");
        check("workspace-link", &policy, "2026-12-01", post)
    };
    told("").exits(0);
    told("[company]\nnames = [\"Acme\"]\n")
        .exits(1)
        .says("leads into Jira");
    told("[rules]\n\"confidential/workspace-link\" = { all = true }\n")
        .exits(1)
        .says("leads into Trello");
    let allow = "[rules.\"confidential/workspace-link\"]\nall = true\n\
                 allow = [\"acme.atlassian.net\", \"https://trello.com/b/x\"]\n";
    told(allow).exits(0);
}

#[test]
fn a_note_is_deleted_only_when_that_is_asked_for() {
    let sandbox = Sandbox::new();
    let post = "---\ntitle: A\n---\nWe grew.\n\n<!-- TODO: ask finance -->\n\nMore.\n";
    let only = ["--only", "confidential/leftover-note"];
    sandbox
        .write("post.md", post)
        .check(&[&only[..], &["--fix"]].concat());
    assert_eq!(sandbox.read("post.md"), post);
}

#[test]
fn presets_ask_what_their_trade_asks() {
    let told = |preset: &str, rule: &str, post: &str| {
        let policy = format!("extends = [\"sayso:{preset}\"]\n[company]\nnames = [\"Acme\"]\n");
        let sandbox = Sandbox::new();
        let sandbox = sandbox.write("sayso.toml", &policy).write("post.md", post);
        let ran = sandbox.check(&["--format", "concise", "post.md"]);
        ran.out.contains(rule)
    };
    let deal = "In the autumn Acme will acquire RivalDB, and then we will see how it goes.\n";
    assert!(told(
        "public-company",
        "confidential/material-nonpublic",
        deal
    ));
    assert!(!told("general", "confidential/material-nonpublic", deal));
    let patient = "---\npatient: Ines\n---\nIt took a year.\n";
    assert!(told("health", "confidential/unconsented-person", patient));
    assert!(!told("general", "confidential/unconsented-person", patient));
}
