//! The step of `action.yml` that checks, run as the runner would start it.

use std::path::Path;

use serde_json::{Map, Value};

use crate::support::{BAD, GOOD, Ran, SAYSO, Sandbox};
use crate::yaml;

/// The step that checks.
struct Check {
    script: String,
    /// The name of an environment variable, and the input it takes its value from.
    variables: Vec<(String, String)>,
    defaults: Map<String, Value>,
}

impl Check {
    fn read() -> Check {
        let action = yaml::read("action.yml");
        let mut steps = action["runs"]["steps"].as_array().expect("steps").iter();
        let step = steps.find(|step| step["name"] == "Check the posts");
        let step = step.expect("the step");
        assert_eq!(step["shell"], "bash");
        let input = |value: &Value| {
            let input = value.as_str()?.strip_prefix("${{ inputs.")?;
            Some(input.strip_suffix(" }}")?.to_owned())
        };
        let env = step["env"].as_object().expect("variables").iter();
        let variables = env
            .map(|(name, value)| (name.clone(), input(value).expect("nothing but an input")))
            .collect();
        let inputs = action["inputs"].as_object().expect("inputs").iter();
        Check {
            script: step["run"].as_str().expect("a script").to_owned(),
            variables,
            defaults: inputs
                .map(|(name, input)| (name.clone(), input["default"].clone()))
                .collect(),
        }
    }

    /// Runs the script with these inputs; the others have their defaults.
    fn run(&self, sandbox: &Sandbox, inputs: &[(&str, &str)]) -> Ran {
        for (name, _) in inputs {
            assert!(self.defaults.contains_key(*name), "no input {name}");
        }
        let script = Sandbox::new();
        script.write("script.sh", &self.script);
        let mut command = sandbox.command("bash");
        for (variable, input) in &self.variables {
            let given = inputs.iter().find(|(name, _)| name == input);
            let value = match given {
                Some((_, value)) => value,
                None => self.defaults[input].as_str().expect("a default"),
            };
            command.env(variable, value);
        }
        let ours = Path::new(SAYSO).parent().expect("a folder");
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = [ours.to_owned()]
            .into_iter()
            .chain(std::env::split_paths(&path));
        command
            // What `shell: bash` stands for.
            .args(["--noprofile", "--norc", "-e", "-o", "pipefail"])
            .arg(script.join("script.sh"))
            .env("PATH", std::env::join_paths(path).expect("a path"))
            .env("CI", "true")
            .env("GITHUB_ACTIONS", "true");
        Ran::of(&mut command)
    }
}

/// The annotations, each up to its message.
fn annotations(ran: &Ran) -> Vec<&str> {
    ran.out
        .lines()
        .filter(|line| line.starts_with("::"))
        .map(|line| line.split(",title=").next().unwrap_or(line))
        .collect()
}

/// The annotation of [`BAD`] in the file `path`.
fn bad_at(path: &str) -> String {
    format!("::error file={path},line=5,col=10,endLine=5,endColumn=14")
}

/// A path that a shell would make commands of.
const ODD: &str = "it's $(touch pwned)/`touch pwned`; touch pwned.md";

fn content_repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("content/good.md", GOOD);
    sandbox.write("content/bad.md", BAD);
    sandbox.write("press releases/my first post.md", BAD);
    sandbox.write(ODD, BAD);
    sandbox
}

#[test]
fn it_checks_the_whole_repo_when_it_is_told_nothing() {
    let ran = Check::read().run(&content_repo(), &[]);
    ran.exits(1).says("3 errors in 4 posts");
    assert_eq!((annotations(&ran).len(), ran.err.as_str()), (3, ""));
}

#[test]
fn it_takes_a_path_a_line_and_blanks_in_it() {
    let sandbox = content_repo();
    let check = Check::read();
    for paths in [
        "press releases\ncontent/good.md\n",
        "\npress releases\n\ncontent/good.md",
    ] {
        let ran = check.run(&sandbox, &[("paths", paths)]);
        ran.exits(1).says("1 error in 2 posts");
        assert_eq!(
            annotations(&ran),
            [bad_at("press releases/my first post.md")]
        );
    }
    check
        .run(&sandbox, &[("paths", "content/good.md")])
        .exits(0);
    let ran = check.run(&sandbox, &[("paths", "no such folder")]);
    ran.exits(2).complains("no such folder");
}

#[test]
fn what_an_input_says_is_never_a_command() {
    let sandbox = content_repo();
    let check = Check::read();
    let ran = check.run(&sandbox, &[("paths", ODD)]);
    assert_eq!(annotations(ran.exits(1)), [bad_at(ODD)]);
    for input in ["paths", "config", "fail-on", "args"] {
        for value in [
            "\"; touch pwned; \"",
            "$(touch pwned)",
            "`touch pwned`",
            "'; touch pwned #",
            "x\ntouch pwned",
            "*",
        ] {
            check.run(&sandbox, &[(input, value)]).exits(2);
            assert!(!sandbox.join("pwned").exists(), "{input}: {value}");
        }
    }
    // A path that begins like an option is a path.
    sandbox.write("--fail-on=never/post.md", BAD);
    let ran = check.run(&sandbox, &[("paths", "--fail-on=never")]);
    ran.exits(1).says("1 error in 1 post");
}

#[test]
fn it_hands_on_policy_level_and_options() {
    let sandbox = content_repo();
    let check = Check::read();
    let bad = ("paths", "content/bad.md");
    let ran = check.run(&sandbox, &[bad, ("fail-on", "never")]);
    assert_eq!(annotations(ran.exits(0)), [bad_at("content/bad.md")]);

    let policy = "our policy/strict words.toml";
    sandbox.write(policy, "[rules]\n\"reputation/placeholder\" = \"off\"\n");
    let ran = check.run(&sandbox, &[bad, ("config", policy)]);
    ran.exits(0).says("nothing found in 1 post");

    let args = "--rule=reputation/placeholder=warning\n--output\na report.txt\n";
    check.run(&sandbox, &[bad, ("args", args)]).exits(0);
    let report = sandbox.read("a report.txt");
    assert!(report.starts_with("::warning file="), "{report}");
}
