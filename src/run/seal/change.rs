//! `sayso seal add`, `remove` and `rotate`.

use rustc_hash::FxHashSet;

use super::lines::{Lines, terms};
use super::list::Kept;
use super::show_key;
use crate::exit::Exit;
use crate::run::{Console, loading, output};
use crate::seal::{Key, List, Notation, Seal};
use crate::source::SourceError;

/// A term in more posts than these is none that a check could keep out.
const FEW_POSTS: usize = 3;

/// Puts the terms on the list, those that are fit for it.
pub(super) fn add(
    kept: &Kept,
    key: Key,
    lines: &Lines<'_>,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let mut list = kept.open(&key)?;
    let posts = posts_with(lines, &key, console)?;
    let (mut added, mut known, mut refused) = (0, 0, 0);
    for (line, posts) in lines.0.iter().zip(posts) {
        let number = line.number;
        let already = match posts {
            1 => "it already stands in 1 post".to_owned(),
            posts => format!("it already stands in {posts} posts"),
        };
        let weakness = match line.term.weakness() {
            None if posts > FEW_POSTS => Some(format!("{already}, and so is no secret")),
            weakness => weakness.map(str::to_owned),
        };
        if list.has(&line.term, &key) {
            known += 1;
        } else if let Some(why) = weakness {
            refused += 1;
            let _ = writeln!(console.err, "line {number} was not added: {why}");
        } else {
            list.add(&line.term, &key);
            added += 1;
            if posts > 0 {
                let _ = writeln!(
                    console.err,
                    "line {number}: {already}; `sayso check` says where"
                );
            }
        }
    }
    if added > 0 {
        kept.write(&list, &key)?;
    }
    let known = told(known, "there already");
    let refused = told(refused, "refused");
    let said = format!("{} added{known}{refused}\n", terms(added));
    output::write_out(said.as_bytes(), console)?;
    Ok(if refused.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

fn told(count: usize, what: &str) -> String {
    match count {
        0 => String::new(),
        count => format!(", {count} {what}"),
    }
}

/// In how many posts of the repo each of the terms stands.
fn posts_with(
    lines: &Lines<'_>,
    key: &Key,
    console: &Console<'_>,
) -> Result<Vec<usize>, SourceError> {
    let loaded = loading::load_all(&[], None, console)?;
    let mut list = List::default();
    for line in &lines.0 {
        list.add(&line.term, key);
    }
    let seal = Seal::new(&list, key.clone());
    let ids: Vec<String> = lines.0.iter().map(|line| line.term.id(key)).collect();
    let mut counts = vec![0; ids.len()];
    for job in &loaded.jobs {
        let found = seal.find(&job.text, Notation::Source);
        let found: FxHashSet<String> = found.into_iter().map(|found| found.id).collect();
        for (count, id) in counts.iter_mut().zip(&ids) {
            *count += usize::from(found.contains(id));
        }
    }
    Ok(counts)
}

/// Takes the terms off the list.
pub(super) fn remove(
    kept: &Kept,
    key: &Key,
    lines: &Lines<'_>,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let mut list = kept.open_old(key)?;
    let mut removed = 0;
    for line in &lines.0 {
        if list.remove(&line.term, key) {
            removed += 1;
        } else {
            let _ = writeln!(console.err, "line {} is not on the list", line.number);
        }
    }
    if removed > 0 {
        kept.write(&list, key)?;
    }
    output::write_out(format!("{} removed\n", terms(removed)).as_bytes(), console)?;
    Ok(if removed == lines.0.len() {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// Seals the list with a new key. The list holds digests only, so its terms are
/// given again, and none may be left out.
pub(super) fn rotate(
    kept: &Kept,
    key: &Key,
    lines: &Lines<'_>,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let old = kept.open_old(key)?;
    let unknown = lines.0.iter().find(|line| !old.has(&line.term, key));
    if let Some(line) = unknown {
        return Err(SourceError::new(format!(
            "nothing was changed: line {} is not on the list",
            line.number
        ))
        .help("give the terms of the list and no others; `sayso seal add` comes before or after"));
    }
    let missing = old.len() - lines.0.len();
    if missing > 0 {
        return Err(SourceError::new(format!(
            "nothing was changed: {} not given",
            match missing {
                1 => "1 term of the list was".to_owned(),
                missing => format!("{missing} terms of the list were"),
            }
        ))
        .help("take off what is no longer needed with `sayso seal remove`, and give all others"));
    }
    let (new_key, text) = Key::generate().map_err(SourceError::new)?;
    let mut new = old.emptied();
    for line in &lines.0 {
        new.add(&line.term, &new_key);
    }
    // A key that seals nothing does no harm; a list without its key is lost.
    show_key(&text, console)?;
    kept.write(&new, &new_key)?;
    let _ = writeln!(
        console.err,
        "The list is sealed with it; the old key opens the list in older commits only."
    );
    Ok(Exit::Clean)
}
