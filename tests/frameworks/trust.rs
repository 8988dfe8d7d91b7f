//! What `action.yml` and our workflow may do, and whom they trust.

use serde_json::{Value, json};

use crate::yaml;

/// An input that is pasted into a script could be a command there.
#[test]
fn nothing_is_pasted_into_a_script_of_the_action() {
    let action = yaml::read("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let mut used = Vec::new();
    for step in action["runs"]["steps"].as_array().expect("steps") {
        let script = step["run"].as_str().expect("a script");
        assert!(!script.contains("${{"), "{script}");
        assert!(step.get("uses").is_none(), "no other action is needed");
        let env = step["env"].as_object();
        used.extend(env.into_iter().flatten().map(|(_, value)| value.clone()));
    }
    for name in action["inputs"].as_object().expect("inputs").keys() {
        let value = Value::String(format!("${{{{ inputs.{name} }}}}"));
        assert!(used.contains(&value), "the input {name} is used");
    }
}

#[test]
fn the_action_builds_what_it_was_checked_out_with() {
    let action = yaml::read("action.yml");
    let build = action["runs"]["steps"][0]["run"].as_str();
    let build = build.expect("a script");
    assert!(build.starts_with("cd \"$GITHUB_ACTION_PATH\"\n"), "{build}");
    assert!(build.contains("--locked"), "{build}");
}

/// Our CI reads, runs one script, and trusts no name that can move.
#[test]
fn ci_may_only_read_and_pins_what_it_uses() {
    let ci = yaml::read(".github/workflows/ci.yml");
    assert_eq!(ci["permissions"], json!({ "contents": "read" }));
    let events = ci["on"].as_object().expect("events");
    assert!(!events.contains_key("pull_request_target"));
    let mut scripts = Vec::new();
    for job in ci["jobs"].as_object().expect("jobs").values() {
        assert!(job.get("permissions").is_none());
        for step in job["steps"].as_array().expect("steps") {
            if let Some(action) = step["uses"].as_str() {
                let (_, revision) = action.split_once('@').expect("a revision");
                let is_hex = revision.bytes().all(|byte| byte.is_ascii_hexdigit());
                assert!(revision.len() == 40 && is_hex, "{action}");
            }
            scripts.extend(step["run"].as_str().map(str::to_owned));
        }
    }
    assert_eq!(scripts, [".ci/run"]);
}
