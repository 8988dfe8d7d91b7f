//! `sayso test`: the examples of the company's own rules.

use std::fmt::Write;
use std::path::PathBuf;

use super::policies::{Policies, parent};
use super::{Console, output};
use crate::exit::Exit;
use crate::policy::{CustomRule, Layer, Overrides, Scope};
use crate::render;
use crate::source::{self, POLICY_FILE, Source, SourceError, Tree};

/// Tries every `[[rule]]` of the policy files in the repo on its examples.
pub fn test_rules(paths: &[PathBuf], console: &mut Console<'_>) -> Exit {
    match try_test(paths, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_test(paths: &[PathBuf], console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let today = super::today();
    let root = source::find_root(&console.cwd, paths);
    let tree = Tree::new(&root, &console.cwd, paths);
    let overrides = Overrides::default();
    let mut policies = Policies::new(&tree, &overrides);
    let here = source::from_root(&root, &console.cwd);
    let mut dirs: Vec<String> = tree
        .list()?
        .files
        .iter()
        .filter(|file| file.path.rsplit('/').next() == Some(POLICY_FILE))
        .map(|file| parent(&file.path).unwrap_or_default().to_owned())
        .chain([here])
        .collect();
    dirs.sort();
    dirs.dedup();
    let mut tested: Vec<(String, String)> = Vec::new();
    let mut out = String::new();
    let mut tally = Tally::default();
    for dir in dirs {
        let layers = policies.of(&dir)?.layers;
        let company = &layers.policy(Scope::General).company;
        for (layer, rule) in own_rules(layers.files()) {
            let key = (layer.file.path.clone(), rule.id().to_owned());
            if tested.contains(&key) {
                continue;
            }
            tally.take(rule, &rule.test(company, today), &key.0, &mut out);
            tested.push(key);
        }
    }
    let faults = policies.take_faults();
    if !faults.is_empty() {
        output::policy_faults(faults, "no rule was tested", console);
        return Ok(Exit::Broken);
    }
    let _ = writeln!(out, "{}", tally.verdict());
    let lines: Vec<String> = out.lines().map(render::harmless).collect();
    output::write_out(format!("{}\n", lines.join("\n")).as_bytes(), console)?;
    Ok(if tally.failed > 0 {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

fn own_rules(layers: &[std::sync::Arc<Layer>]) -> impl Iterator<Item = (&Layer, &CustomRule)> {
    layers
        .iter()
        .flat_map(|layer| layer.raw.custom.iter().map(move |rule| (&**layer, &**rule)))
}

/// How the rules did.
#[derive(Default)]
struct Tally {
    rules: usize,
    failed: usize,
    without: usize,
}

impl Tally {
    /// Counts `rule`, and says how it did.
    fn take(&mut self, rule: &CustomRule, wrong: &[String], file: &str, out: &mut String) {
        self.rules += 1;
        let (good, bad) = (rule.good().len(), rule.bad().len());
        let id = rule.id();
        if !wrong.is_empty() {
            self.failed += 1;
            let _ = writeln!(out, "{id} ({file}): not as its examples say");
            for one in wrong {
                let _ = writeln!(out, "  {one}");
            }
        } else if good + bad == 0 {
            self.without += 1;
            let _ = writeln!(
                out,
                "{id} ({file}): no examples; add examples = {{ good = [\"…\"], bad = [\"…\"] }}"
            );
        } else {
            let _ = writeln!(out, "{id} ({file}): ok, {good} good and {bad} bad");
        }
    }

    fn verdict(&self) -> String {
        let rules = match self.rules {
            0 => return "no [[rule]] in any policy here: there is nothing to test".to_owned(),
            1 => "1 rule".to_owned(),
            rules => format!("{rules} rules"),
        };
        format!(
            "{rules}: {} not as the examples say, {} without examples",
            self.failed, self.without
        )
    }
}
