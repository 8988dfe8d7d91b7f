//! The ways into sayso that other programs lead: pre-commit and prek by
//! `.pre-commit-hooks.yaml`, GitHub Actions by `action.yml`, and our own CI.
//! What is tried here is read from those files.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value, json};
use support::{BAD, GOOD, Ran, Sandbox};

const MESSAGE: &str = "error[reputation/placeholder]: \"[TK]\" still waits for its text";

/// A YAML file of this repository.
fn yaml(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(path).expect(name);
    let mut events = Parser::new_from_str(&text)
        .map(|event| event.expect("YAML").0)
        .filter(|event| !matches!(event, Event::Comment(..)))
        .skip_while(|event| matches!(event, Event::StreamStart | Event::DocumentStart(..)));
    let first = events.next().expect("a document");
    node(first, &mut events)
}

/// The value that starts with this event.
fn node<'a>(event: Event<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Value {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => match &*text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "" => Value::Null,
            text => Value::String(text.to_owned()),
        },
        Event::Scalar(text, ..) => Value::String(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().expect("an item") {
                    Event::SequenceEnd => return Value::Array(items),
                    event => items.push(node(event, events)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Map::new();
            loop {
                match events.next().expect("a key") {
                    Event::MappingEnd => return Value::Object(entries),
                    Event::Scalar(key, ..) => {
                        let value = events.next().expect("a value");
                        entries.insert(key.into_owned(), node(value, events));
                    }
                    other => panic!("a key that is no word: {other:?}"),
                }
            }
        }
        other => panic!("not expected here: {other:?}"),
    }
}

/// Said past the test harness, which keeps back what a passing test prints.
fn skipped(reason: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {reason}");
}

fn program_folder() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_sayso"))
        .parent()
        .expect("a folder")
}

// ---- pre-commit and prek ---------------------------------------------------

/// The hook that users of a framework name.
fn manifest_hook() -> Map<String, Value> {
    let manifest = yaml(".pre-commit-hooks.yaml");
    let hooks = manifest.as_array().expect("a list of hooks");
    let hook = hooks
        .iter()
        .find(|hook| hook["id"] == "sayso")
        .expect("sayso");
    hook.as_object().expect("a hook").clone()
}

#[test]
fn the_manifest_calls_the_program_by_its_name() {
    let hook = manifest_hook();
    let entry = hook["entry"].as_str().expect("an entry");
    assert_eq!(entry, "sayso check --force-exclude");
    assert_eq!(hook["language"], "rust");
    assert_eq!(hook["types_or"], json!(["markdown", "mdx"]));
    assert_eq!(hook["require_serial"], true);
    assert_eq!(hook["pass_filenames"], true);
}

/// What the entry promises: a file that is named and no post is left alone,
/// and a run that was given only such files passes.
#[test]
fn the_entry_leaves_files_out_that_are_no_posts() {
    let hook = manifest_hook();
    let mut words = hook["entry"].as_str().expect("an entry").split_whitespace();
    assert_eq!(words.next(), Some("sayso"));
    let mut arguments: Vec<&str> = words.collect();
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "[posts]\nexclude = [\"archive/**\"]\n");
    sandbox.write("archive/old.md", BAD);
    sandbox.write("content/new.md", BAD);
    arguments.push("archive/old.md");
    let ran = sandbox.sayso(&arguments);
    assert_eq!(ran.code, 0, "{ran:?}");
    arguments.push("content/new.md");
    let ran = sandbox.sayso(&arguments);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("content/new.md:5:10"), "{ran:?}");
    assert!(!ran.out.contains("archive"), "{ran:?}");
}

/// A program that runs hooks.
struct Framework {
    name: &'static str,
    program: PathBuf,
    /// Where it keeps what it builds.
    home: PathBuf,
}

/// Both frameworks, in an environment of their own; or why there are none.
fn frameworks(folder: &Sandbox) -> Result<Vec<Framework>, String> {
    let environment = folder.join("environment");
    let said = |output: std::io::Result<std::process::Output>, what: &str| match output {
        Err(error) => Err(format!("{what} cannot be started: {error}")),
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stderr);
            let last = text.trim().lines().last().unwrap_or("no word why");
            Err(format!("{what} failed: {last}"))
        }
    };
    let mut python = Command::new("python3");
    said(
        python.args(["-m", "venv"]).arg(&environment).output(),
        "python3 -m venv",
    )?;
    let programs = if cfg!(windows) { "Scripts" } else { "bin" };
    let programs = environment.join(programs);
    let mut pip = Command::new(programs.join("python"));
    pip.args(["-m", "pip", "install", "--quiet", "--no-input"]);
    pip.args(["--timeout", "30", "--retries", "1"]);
    pip.args(["pre-commit", "prek"]);
    pip.env_remove("PYTHONHOME").env_remove("PYTHONPATH");
    said(pip.output(), "pip install pre-commit prek")?;
    Ok(["pre-commit", "prek"]
        .map(|name| Framework {
            name,
            program: programs
                .join(name)
                .with_extension(std::env::consts::EXE_EXTENSION),
            home: folder.join(&format!("home of {name}")),
        })
        .into())
}

impl Framework {
    /// Runs it in `sandbox`, with nobody's settings and no cache of anybody.
    fn run(&self, sandbox: &Sandbox, arguments: &[&str]) -> Ran {
        let mut command = Command::new(&self.program);
        command.args(arguments);
        Ran::from(self.surround(sandbox, command).output().expect(self.name))
    }

    fn commit(&self, sandbox: &Sandbox) -> Ran {
        let command = sandbox.git_command(&["commit", "--message", "a post"]);
        Ran::from(self.surround(sandbox, command).output().expect("git"))
    }

    fn surround(&self, sandbox: &Sandbox, mut command: Command) -> Command {
        for (name, value) in sandbox.git_command(&[]).get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let settings = ["SKIP", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"];
        let colours = ["CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"];
        for name in settings.iter().chain(&colours) {
            command.env_remove(name);
        }
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("PREK_") || text.starts_with("PRE_COMMIT") {
                command.env_remove(name);
            }
        }
        command
            .env("PRE_COMMIT_HOME", &self.home)
            .env("PREK_HOME", &self.home)
            .current_dir(sandbox.path());
        command
    }

    /// A repository that uses the hook of the manifest, by the program that was
    /// just built.
    fn repo(&self) -> Sandbox {
        let mut hook = manifest_hook();
        let entry = hook["entry"].as_str().expect("an entry");
        let (name, arguments) = entry.split_once(' ').expect("arguments");
        assert_eq!(name, "sayso");
        let program = env!("CARGO_BIN_EXE_sayso").replace('\'', r#"'"'"'"#);
        let entry = format!("'{program}' {arguments}");
        hook.insert("entry".into(), entry.into());
        hook.insert("language".into(), "system".into());
        let config = json!({ "repos": [{ "repo": "local", "hooks": [hook] }] });
        let sandbox = Sandbox::git();
        // JSON is YAML.
        sandbox.write(".pre-commit-config.yaml", config.to_string());
        sandbox.run_git(&["add", "."]);
        sandbox
    }
}

fn stage(sandbox: &Sandbox, name: &str, content: &str) {
    sandbox.write(name, content);
    sandbox.run_git(&["add", "--", name]);
}

fn commit_as_is(sandbox: &Sandbox) {
    sandbox.run_git(&["commit", "--quiet", "--no-verify", "--message", "posts"]);
}

/// All of them in one test, since they share the environment.
#[test]
fn pre_commit_and_prek_run_the_hook() {
    let folder = Sandbox::new();
    let frameworks = match frameworks(&folder) {
        Ok(frameworks) => frameworks,
        Err(reason) => return skipped(&reason),
    };
    for framework in &frameworks {
        the_manifest_is_valid(framework);
        a_bad_post_fails_and_the_message_is_shown(framework);
        a_good_post_passes(framework);
        files_that_are_no_posts_pass(framework);
        all_files_are_checked_on_demand(framework);
        names_with_blanks_arrive_whole(framework);
        three_hundred_files_are_one_run(framework);
        a_commit_is_refused(framework);
    }
}

fn the_manifest_is_valid(framework: &Framework) {
    let sandbox = Sandbox::git();
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
    let manifest = manifest.to_str().expect("UTF-8");
    let ran = framework.run(&sandbox, &["validate-manifest", manifest]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
}

fn a_bad_post_fails_and_the_message_is_shown(framework: &Framework) {
    let sandbox = framework.repo();
    stage(&sandbox, "content/post.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 1, "{}: {ran:?}", framework.name);
    assert!(ran.out.contains(MESSAGE), "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("content/post.md:5:10"),
        "{}: {ran:?}",
        framework.name
    );
    assert!(
        ran.out.contains("1 error in 1 post"),
        "{}: {ran:?}",
        framework.name
    );
    stage(&sandbox, "content/post.mdx", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    assert!(
        ran.out.contains("2 errors in 2 posts"),
        "{}: {ran:?}",
        framework.name
    );
}

fn a_good_post_passes(framework: &Framework) {
    let sandbox = framework.repo();
    stage(&sandbox, "content/post.md", GOOD);
    let ran = framework.run(&sandbox, &["run", "--verbose"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("nothing found in 1 post"),
        "{}: it has been looked at: {ran:?}",
        framework.name
    );
}

fn files_that_are_no_posts_pass(framework: &Framework) {
    let sandbox = framework.repo();
    stage(&sandbox, "README.md", BAD);
    stage(&sandbox, "main.py", "print('[TK]')\n");
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    stage(
        &sandbox,
        "sayso.toml",
        "[posts]\nexclude = [\"archive/**\"]\n",
    );
    stage(&sandbox, "archive/post.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
}

fn all_files_are_checked_on_demand(framework: &Framework) {
    let sandbox = framework.repo();
    stage(&sandbox, "content/old.md", BAD);
    commit_as_is(&sandbox);
    stage(&sandbox, "content/new.md", GOOD);
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    commit_as_is(&sandbox);
    // Nothing is staged any more.
    let ran = framework.run(&sandbox, &["run", "--all-files"]);
    assert_eq!(ran.code, 1, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("content/old.md:5:10"),
        "{}: {ran:?}",
        framework.name
    );
    assert!(
        ran.out.contains("1 error in 2 posts"),
        "{}: {ran:?}",
        framework.name
    );
}

fn names_with_blanks_arrive_whole(framework: &Framework) {
    let sandbox = framework.repo();
    stage(&sandbox, "content/a  good post.md", GOOD);
    stage(&sandbox, "press releases/it's new.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 1, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("press releases/it's new.md:5:10"),
        "{}: {ran:?}",
        framework.name
    );
    assert!(
        ran.out.contains("1 error in 2 posts"),
        "{}: {ran:?}",
        framework.name
    );
    stage(&sandbox, "press releases/it's new.md", GOOD);
    let ran = framework.run(&sandbox, &["run", "--verbose"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("nothing found in 2 posts"),
        "{}: {ran:?}",
        framework.name
    );
}

fn three_hundred_files_are_one_run(framework: &Framework) {
    let sandbox = framework.repo();
    for number in 0..300 {
        sandbox.write(&format!("content/post number {number}.md"), GOOD);
    }
    sandbox.run_git(&["add", "."]);
    let ran = framework.run(&sandbox, &["run", "--verbose"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("nothing found in 300 posts"),
        "{}: {ran:?}",
        framework.name
    );
    stage(&sandbox, "content/post number 123.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    assert_eq!(ran.code, 1, "{}: {ran:?}", framework.name);
    assert!(
        ran.out.contains("content/post number 123.md:5:10"),
        "{}: {ran:?}",
        framework.name
    );
    assert!(
        ran.out.contains("1 error in 300 posts"),
        "{}: {ran:?}",
        framework.name
    );
}

fn a_commit_is_refused(framework: &Framework) {
    let sandbox = framework.repo();
    let ran = framework.run(&sandbox, &["install"]);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
    stage(&sandbox, "content/post.md", BAD);
    let ran = framework.commit(&sandbox);
    assert_ne!(ran.code, 0, "{}: {ran:?}", framework.name);
    assert!(ran.err.contains(MESSAGE), "{}: {ran:?}", framework.name);
    stage(&sandbox, "content/post.md", GOOD);
    let ran = framework.commit(&sandbox);
    assert_eq!(ran.code, 0, "{}: {ran:?}", framework.name);
}

// ---- GitHub Actions --------------------------------------------------------

/// The step of `action.yml` that checks, as the runner would start it.
struct Check {
    script: String,
    /// The name of an environment variable, and the input it takes its value from.
    variables: Vec<(String, String)>,
    defaults: Map<String, Value>,
}

fn steps(action: &Value) -> &Vec<Value> {
    action["runs"]["steps"].as_array().expect("steps")
}

impl Check {
    fn read() -> Check {
        let action = yaml("action.yml");
        let step = steps(&action)
            .iter()
            .find(|step| step["name"] == "Check the posts")
            .expect("the step");
        assert_eq!(step["shell"], "bash");
        let env = step["env"].as_object().expect("variables");
        let variables = env
            .iter()
            .map(|(name, value)| {
                let input = value
                    .as_str()
                    .and_then(|value| value.strip_prefix("${{ inputs."))
                    .and_then(|value| value.strip_suffix(" }}"))
                    .expect("nothing but an input");
                (name.clone(), input.to_owned())
            })
            .collect();
        let inputs = action["inputs"].as_object().expect("inputs");
        Check {
            script: step["run"].as_str().expect("a script").to_owned(),
            variables,
            defaults: inputs
                .iter()
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
        let mut command = Command::new("bash");
        for (name, value) in sandbox.git_command(&[]).get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        for (variable, input) in &self.variables {
            let given = inputs.iter().find(|(name, _)| name == input);
            let value = match given {
                Some((_, value)) => value,
                None => self.defaults[input].as_str().expect("a default"),
            };
            command.env(variable, value);
        }
        let mut path = vec![program_folder().to_owned()];
        path.extend(std::env::split_paths(
            &std::env::var_os("PATH").unwrap_or_default(),
        ));
        command
            // What `shell: bash` stands for.
            .args(["--noprofile", "--norc", "-e", "-o", "pipefail"])
            .arg(script.join("script.sh"))
            .env("PATH", std::env::join_paths(path).expect("a path"))
            .env("CI", "true")
            .env("GITHUB_ACTIONS", "true")
            .current_dir(sandbox.path());
        Ran::from(command.output().expect("bash"))
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

fn content_repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("content/good.md", GOOD);
    sandbox.write("press releases/my first post.md", BAD);
    sandbox.write("it's $(touch pwned)/`touch pwned`; touch pwned.md", BAD);
    sandbox.write("content/bad.md", BAD);
    sandbox
}

const BAD_AT: &str = "line=5,col=10,endLine=5,endColumn=14";

#[test]
fn the_action_checks_the_whole_repo_when_it_is_told_nothing() {
    let sandbox = content_repo();
    let ran = Check::read().run(&sandbox, &[]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(annotations(&ran).len(), 3, "{ran:?}");
    assert!(ran.out.contains("3 errors in 4 posts"), "{ran:?}");
    assert_eq!(ran.err, "");
}

#[test]
fn the_action_takes_a_path_a_line_and_blanks_in_it() {
    let sandbox = content_repo();
    let check = Check::read();
    for paths in [
        "press releases\ncontent/good.md\n",
        "\npress releases\n\ncontent/good.md",
    ] {
        let ran = check.run(&sandbox, &[("paths", paths)]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert_eq!(
            annotations(&ran),
            [format!(
                "::error file=press releases/my first post.md,{BAD_AT}"
            )]
        );
        assert!(ran.out.contains("1 error in 2 posts"), "{ran:?}");
    }
    let ran = check.run(&sandbox, &[("paths", "content/good.md")]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = check.run(&sandbox, &[("paths", "no such folder")]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("no such folder"), "{ran:?}");
}

#[test]
fn what_an_input_says_is_never_a_command() {
    let sandbox = content_repo();
    let check = Check::read();
    let odd = "it's $(touch pwned)/`touch pwned`; touch pwned.md";
    let ran = check.run(&sandbox, &[("paths", odd)]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(
        annotations(&ran),
        [format!("::error file={odd},{BAD_AT}")],
        "{ran:?}"
    );
    for input in ["paths", "config", "fail-on", "args"] {
        for value in [
            "\"; touch pwned; \"",
            "$(touch pwned)",
            "`touch pwned`",
            "'; touch pwned #",
            "x\ntouch pwned",
            "*",
        ] {
            let ran = check.run(&sandbox, &[(input, value)]);
            assert_eq!(ran.code, 2, "{input}: {value}: {ran:?}");
            assert!(!sandbox.join("pwned").exists(), "{input}: {value}");
        }
    }
    // A path that begins like an option is a path.
    sandbox.write("--fail-on=never/post.md", BAD);
    let ran = check.run(&sandbox, &[("paths", "--fail-on=never")]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("1 error in 1 post"), "{ran:?}");
}

#[test]
fn the_action_hands_on_policy_level_and_options() {
    let sandbox = content_repo();
    let check = Check::read();
    let bad = ("paths", "content/bad.md");
    let ran = check.run(&sandbox, &[bad, ("fail-on", "never")]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(annotations(&ran).len(), 1, "still shown: {ran:?}");

    sandbox.write(
        "our policy/strict words.toml",
        "[rules]\n\"reputation/placeholder\" = \"off\"\n",
    );
    let policy = ("config", "our policy/strict words.toml");
    let ran = check.run(&sandbox, &[bad, policy]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("nothing found in 1 post"), "{ran:?}");

    let args = "--rule=reputation/placeholder=warning\n--output\na report.txt\n";
    let ran = check.run(&sandbox, &[bad, ("args", args)]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        sandbox.read("a report.txt").starts_with("::warning file="),
        "{ran:?}"
    );
}

/// An input that is pasted into a script could be a command there.
#[test]
fn nothing_is_pasted_into_a_script_of_the_action() {
    let action = yaml("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let mut used = Vec::new();
    for step in steps(&action) {
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
    let action = yaml("action.yml");
    let build = steps(&action)[0]["run"].as_str().expect("a script");
    assert!(build.starts_with("cd \"$GITHUB_ACTION_PATH\"\n"), "{build}");
    assert!(build.contains("--locked"), "{build}");
    assert!(!build.contains("INPUT_"), "{build}");
}

/// Our CI reads, runs one script, and trusts no name that can move.
#[test]
fn ci_may_only_read_and_pins_what_it_uses() {
    let ci = yaml(".github/workflows/ci.yml");
    assert_eq!(ci["permissions"], json!({ "contents": "read" }));
    let events = ci["on"].as_object().expect("events");
    assert!(!events.contains_key("pull_request_target"));
    let mut scripts = Vec::new();
    for job in ci["jobs"].as_object().expect("jobs").values() {
        assert!(job.get("permissions").is_none());
        for step in job["steps"].as_array().expect("steps") {
            if let Some(action) = step["uses"].as_str() {
                let (_, revision) = action.split_once('@').expect("a revision");
                assert!(
                    revision.len() == 40 && revision.bytes().all(|b| b.is_ascii_hexdigit()),
                    "{action}"
                );
            }
            if let Some(script) = step["run"].as_str() {
                assert!(!script.contains("${{"), "{script}");
                scripts.push(script.to_owned());
            }
        }
    }
    assert_eq!(scripts, [".ci/run"]);
}
