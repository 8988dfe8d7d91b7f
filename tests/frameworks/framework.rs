//! A program that runs hooks, installed for one test.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::support::{Ran, SAYSO, Sandbox};
use crate::yaml;

/// pre-commit or prek, in an environment of its own.
pub struct Framework {
    folder: Sandbox,
    program: PathBuf,
}

/// The hook that users of a framework name.
pub fn manifest_hook() -> Map<String, Value> {
    let manifest = yaml::read(".pre-commit-hooks.yaml");
    let mut hooks = manifest.as_array().expect("a list of hooks").iter();
    let hook = hooks.find(|hook| hook["id"] == "sayso").expect("sayso");
    hook.as_object().expect("a hook").clone()
}

impl Framework {
    /// Installs it; or says why that cannot be done here.
    pub fn install(name: &str) -> Result<Framework, String> {
        let folder = Sandbox::new();
        let environment = folder.join("environment");
        let mut python = Command::new("python3");
        python.args(["-m", "venv"]).arg(&environment);
        try_run("python3 -m venv", &mut python)?;
        let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
        let mut pip = Command::new(programs.join("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--no-input"]);
        pip.args(["--timeout", "30", "--retries", "1", name]);
        pip.env_remove("PYTHONHOME").env_remove("PYTHONPATH");
        try_run("pip install", &mut pip)?;
        let program = programs.join(name);
        Ok(Framework {
            folder,
            program: program.with_extension(std::env::consts::EXE_EXTENSION),
        })
    }

    /// Runs it in `sandbox`.
    pub fn run(&self, sandbox: &Sandbox, arguments: &[&str]) -> Ran {
        let command = sandbox.command(&self.program);
        Ran::of(self.surround(command).args(arguments))
    }

    /// Runs `git commit` in `sandbox`.
    pub fn commit(&self, sandbox: &Sandbox) -> Ran {
        let command = sandbox.command("git");
        Ran::of(
            self.surround(command)
                .args(["commit", "--message", "a post"]),
        )
    }

    /// No settings and no cache of whoever runs the tests.
    fn surround(&self, mut command: Command) -> Command {
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("PREK_") || text.starts_with("PRE_COMMIT") {
                command.env_remove(name);
            }
        }
        for name in ["SKIP", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"] {
            command.env_remove(name);
        }
        let home = self.folder.join("home");
        command.env("PRE_COMMIT_HOME", &home).env("PREK_HOME", home);
        command
    }
}

/// A repository that uses the hook of the manifest, by the program that was
/// just built.
pub fn repo_with_hook() -> Sandbox {
    let mut hook = manifest_hook();
    let entry = hook["entry"].as_str().expect("an entry");
    let arguments = entry.strip_prefix("sayso ").expect("our program");
    let program = SAYSO.replace('\'', r#"'"'"'"#);
    let entry = format!("'{program}' {arguments}");
    hook.insert("entry".into(), entry.into());
    hook.insert("language".into(), "system".into());
    let config = json!({ "repos": [{ "repo": "local", "hooks": [hook] }] });
    let sandbox = Sandbox::git();
    // JSON is YAML.
    sandbox.stage(".pre-commit-config.yaml", config.to_string());
    sandbox
}

fn try_run(what: &str, command: &mut Command) -> Result<(), String> {
    let output = command
        .output()
        .map_err(|error| format!("{what} cannot be started: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let last = text.trim().lines().last().unwrap_or("no word why");
    Err(format!("{what} failed: {last}"))
}
