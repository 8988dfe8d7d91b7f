//! `sayso init`: looks at a repo and writes its first policy.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::baseline::{BaselineOptions, Look};
use super::generators::Generators;
use super::policies::parent;
use super::{Console, output};
use crate::exit::Exit;
use crate::init::{Site, Survey};
use crate::policy::Layers;
use crate::post::{Generator, Post};
use crate::render::{harmless, plural};
use crate::source::{
    self, Listing, POLICY_FILE, Source, SourceError, SourceFile, Tree, WriteError, join,
};

/// Whether the policy may be written.
pub enum Consent<'a> {
    /// Yes.
    Given,
    /// Whoever sits there says so, once it was shown.
    Ask(&'a mut dyn FnMut() -> bool),
    /// No: it is shown, and that is all.
    Withheld,
}

/// Where a policy goes.
struct Target {
    /// The folder of it.
    folder: PathBuf,
    /// That folder, from the root.
    dir: String,
    /// The file, as whoever asked for it would call it.
    shown: String,
}

/// Writes a policy for the folder `path`, or for the repo; what is found by it
/// `today` (by the clock when not given) may be known from the start.
pub fn init(
    path: Option<&Path>,
    consent: Consent<'_>,
    today: Option<Date>,
    console: &mut Console<'_>,
) -> Exit {
    match try_init(path, consent, today, console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_init(
    path: Option<&Path>,
    mut consent: Consent<'_>,
    today: Option<Date>,
    console: &mut Console<'_>,
) -> Result<(), SourceError> {
    let folder = match path {
        Some(path) => source::absolute(&console.cwd, path),
        None => source::find_root(&console.cwd, &[]),
    };
    let paths = [path.unwrap_or(&folder).to_owned()];
    let root = source::find_root(&console.cwd, &paths);
    let tree = Tree::new(&root, &console.cwd, &paths);
    let target = Target {
        dir: source::from_root(&root, &folder),
        shown: shown(&console.cwd, &folder),
        folder,
    };
    refuse_another(&tree, &target, &consent)?;
    let listing = tree
        .list()
        .map_err(|error| error.help("give the folder of your posts: sayso init my-blog"))?;
    if !listing.folders.contains(&target.dir) || listing.files.is_empty() {
        let what = path.unwrap_or(&console.cwd).display();
        return Err(SourceError::new(format!(
            "there is no file in {what} that a policy could be made for"
        ))
        .help("start in the folder of your posts, or give it: sayso init my-blog"));
    }
    let survey = survey(&tree, &listing, &target.dir);
    let policy = survey.policy();
    let Some(written) = agreed(&mut consent, &survey, &policy, &target, console)? else {
        return Ok(());
    };
    source::create(&target.folder.join(POLICY_FILE), &policy).map_err(|why| match why {
        WriteError::Exists => another(&target),
        why => SourceError::new(format!("{} cannot be written: {why}", target.shown)),
    })?;
    output::write_out(format!("{written}\n").as_bytes(), console)?;
    let options = BaselineOptions {
        paths: path.map(Path::to_owned).into_iter().collect(),
        today,
        ..BaselineOptions::default()
    };
    let found = legacy(&options, consent, console)?;
    let next = next_steps(path, &target.shown, survey.posts(), found);
    output::write_out(next.as_bytes(), console)
}

/// How much is found already that no baseline knows of; whoever sits there is
/// asked whether one should.
fn legacy(
    options: &BaselineOptions,
    consent: Consent<'_>,
    console: &mut Console<'_>,
) -> Result<usize, SourceError> {
    // A check says what stands in the way, if anything does.
    let Some(look) = Look::at(options, console).ok() else {
        return Ok(0);
    };
    let count = look.found.entries.len();
    if look.before.is_some() || count == 0 {
        return Ok(0);
    }
    if let Consent::Ask(ask) = consent {
        let findings = plural(count, "finding is", "findings are");
        let them = if count == 1 { "it" } else { "them" };
        let _ = write!(
            console.err,
            "{findings} there already; keep {them} out of the way as known? [y/N] "
        );
        let _ = console.err.flush();
        if ask() {
            look.write(look.updated(), false, console)?;
            output::write_out(b"\n", console)?;
            return Ok(0);
        }
    }
    Ok(count)
}

/// Shows what would be written, and asks, as far as `consent` wants it. What
/// comes back is what to say once it is written; nothing when it may not be.
fn agreed(
    consent: &mut Consent<'_>,
    survey: &Survey,
    policy: &str,
    target: &Target,
    console: &mut Console<'_>,
) -> Result<Option<String>, SourceError> {
    let file = &target.shown;
    let found = listed(survey);
    match consent {
        Consent::Given => Ok(Some(format!(
            "{file} is written, from what was found:\n\n{found}"
        ))),
        Consent::Ask(ask) => {
            let policy: String = policy.lines().map(|line| harmless(line) + "\n").collect();
            let shown = format!("This was found:\n\n{found}\nThis fits it:\n\n{policy}\n");
            output::write_out(shown.as_bytes(), console)?;
            let _ = write!(console.err, "Write it to {file}? [y/N] ");
            let _ = console.err.flush();
            if ask() {
                return Ok(Some(format!("{file} is written.\n")));
            }
            let _ = writeln!(console.err, "sayso: nothing was written");
            Ok(None)
        }
        Consent::Withheld => {
            output::write_out(policy.as_bytes(), console)?;
            let said = "this was shown and not written; --yes writes it to";
            let _ = writeln!(console.err, "sayso: {said} {file}");
            Ok(None)
        }
    }
}

/// What was found, a line for each.
fn listed(survey: &Survey) -> String {
    let found = survey.found();
    let width = found.iter().map(|(what, _)| what.len()).max().unwrap_or(0);
    found
        .iter()
        .map(|(what, told)| format!("  {what:width$}  {}\n", harmless(told)))
        .collect()
}

/// The policy file in `folder`, as seen from `cwd`.
fn shown(cwd: &Path, folder: &Path) -> String {
    let near = folder.strip_prefix(cwd).unwrap_or(folder);
    harmless(&near.join(POLICY_FILE).display().to_string())
}

/// Never writes over a policy, and never a whole one below another, where its
/// guesses would have the last word. A shell that writes what is shown to the
/// file has made an empty one beforehand.
fn refuse_another(tree: &Tree, target: &Target, consent: &Consent<'_>) -> Result<(), SourceError> {
    match tree.file(&join(&target.dir, POLICY_FILE)) {
        Ok(None) => {}
        Ok(Some(bytes)) if bytes.is_empty() && matches!(consent, Consent::Withheld) => {}
        _ => return Err(another(target)),
    }
    let mut folder = parent(&target.dir);
    while let Some(dir) = folder {
        let above = join(dir, POLICY_FILE);
        if !matches!(tree.file(&above), Ok(None)) {
            let dir = &target.dir;
            let help = format!(
                "`sayso config show {dir}` tells what it says there; a {POLICY_FILE} in {dir} \
                 needs only what is different"
            );
            return Err(SourceError::new(format!("{above} counts for {dir} already")).help(help));
        }
        folder = parent(dir);
    }
    Ok(())
}

fn another(target: &Target) -> SourceError {
    SourceError::new(format!(
        "{} is there already, and stays as it is",
        target.shown
    ))
    .help("`sayso check` shows what it says about your posts; move it away to start anew")
}

/// Looks at every file of `listing`; what is found counts from the folder `dir`.
fn survey(tree: &Tree, listing: &Listing, dir: &str) -> Survey {
    let mut survey = Survey::default();
    let below = |path: &str| {
        let inside = path.strip_prefix(dir).unwrap_or(path);
        inside.trim_start_matches('/').to_owned()
    };
    let read = |file: &SourceFile| {
        tree.read(&file.place)
            .ok()
            .and_then(|bytes| source::decode(bytes).ok())
    };
    let general = Layers::default();
    for file in &listing.files {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        survey.see_file(&below(&file.path));
        if file.size <= general.max_bytes() && Generator::signs().any(|sign| sign == name) {
            let site = read(file).and_then(|text| Site::read(&below(&file.path), &text));
            site.into_iter().for_each(|site| survey.see_site(site));
        }
    }
    let mut generators = Generators::new(tree, listing);
    let only = survey.only_generator().unwrap_or_default();
    for file in &listing.files {
        if !general.is_post(&file.path) || file.size > general.max_bytes() {
            continue;
        }
        let Some(text) = read(file) else {
            continue;
        };
        let told = generators.of(parent(&file.path).unwrap_or_default());
        let generator = if told == Generator::Unknown {
            only
        } else {
            told
        };
        survey.see_post(&Post::parse(below(&file.path), text, generator), told);
    }
    survey
}

/// What to do now: the three steps that help most.
fn next_steps(path: Option<&Path>, file: &str, posts: usize, found: usize) -> String {
    let call = |command: &str| match path {
        Some(path) => {
            let path = harmless(&path.display().to_string());
            let quote = if path.contains(' ') { "\"" } else { "" };
            format!("sayso {command} {quote}{path}{quote}")
        }
        None => format!("sayso {command}"),
    };
    let what = if posts == 0 {
        "once there is a post, this says what it finds in it"
    } else {
        "this says what it finds in your posts"
    };
    let mut steps = vec![(call("check"), what.to_owned())];
    if found > 0 {
        let findings = plural(found, "finding that is", "findings that are");
        let what = format!("it keeps the {findings} there already out of the way, as known");
        steps.push((call("baseline"), what));
    }
    steps.extend([
        (
            "sayso hook install".to_owned(),
            "it checks what you commit, and nothing else".to_owned(),
        ),
        (
            format!("set `url` in [policy] of {file}"),
            "to the page of your policy, which every finding then names".to_owned(),
        ),
    ]);
    let mut next = "Next:\n\n".to_owned();
    for (number, (step, what)) in (1..=3).zip(steps) {
        next.push_str(&format!("  {number}. {step}\n     {what}\n"));
    }
    next
}
