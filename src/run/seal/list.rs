//! The file of the sealed list: read, opened, written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lines::terms;
use super::{RULE, key};
use crate::engine::Job;
use crate::exit::Exit;
use crate::policy::Scope;
use crate::run::{Console, output};
use crate::seal::{self, Key, List, Seal, Sealed, Unusable};
use crate::source::{self, Source, SourceError, Tree};

/// Where the list is, from the root of the repo.
const PATH: &str = ".sayso/sealed";

/// The list of a check.
#[derive(Default)]
pub(in crate::run) struct Opened {
    /// It, where there is one and its key.
    pub(in crate::run) seal: Option<Arc<Seal>>,
    /// Why there is none, where one was to be expected.
    pub(in crate::run) not_checked: Option<String>,
    /// What else there is to say.
    pub(in crate::run) notice: Option<String>,
}

/// Opens the list that `source` has; `is_demanded` when a check without it is
/// not wanted.
pub(in crate::run) fn open(
    source: &dyn Source,
    root: &Path,
    is_demanded: bool,
    console: &Console<'_>,
) -> Result<Opened, SourceError> {
    let is_other = source.is_same_on_disk(PATH) == Some(false);
    let not_checked = |why: &str| Opened {
        not_checked: Some(format!("sealed terms: {why}")),
        ..Opened::default()
    };
    let Some(sealed) = read(source)? else {
        return Ok(if is_other {
            not_checked(&format!("{PATH} is not staged, so it did not count"))
        } else if is_demanded {
            not_checked(&format!("there is no list here ({PATH})"))
        } else {
            Opened::default()
        });
    };
    let Some((key, notice)) = key::find(root, console)? else {
        return Ok(not_checked("there is no key here (SAYSO_SEAL_KEY)"));
    };
    match sealed.open(&key) {
        Ok(list) => Ok(Opened {
            seal: Some(Arc::new(Seal::new(&list, key))),
            not_checked: None,
            notice: notice.or_else(|| {
                is_other
                    .then(|| format!("the staged {PATH} was used, and the one on disk is another"))
            }),
        }),
        Err(Unusable::OtherKey { of_list, at_hand }) => Ok(not_checked(&format!(
            "the key here ({at_hand}) is not the one the list was sealed with ({of_list})"
        ))),
        Err(Unusable::Broken(why)) => Err(broken(&why)),
    }
}

/// Why sealed terms are not looked for in one of the `jobs`, when its policy
/// says so.
pub(in crate::run) fn switched_off(jobs: &[Job]) -> Option<String> {
    let looks = |job: &Job| {
        let policy = job.layers.policy(Scope::General);
        policy.rules.iter().any(|rule| rule.entry.meta.id == RULE)
    };
    let job = jobs.iter().find(|job| !looks(job))?;
    Some(format!("sealed terms: {RULE} is off for {}", job.path))
}

fn read(source: &dyn Source) -> Result<Option<Sealed>, SourceError> {
    let Some(bytes) = source.file(PATH).map_err(|why| broken(&why))? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes).map_err(|_| broken("it is no text"))?;
    Sealed::read(&text).map(Some).map_err(|why| broken(&why))
}

fn broken(why: &str) -> SourceError {
    SourceError::new(format!("{PATH} cannot be used: {why}")).help(format!(
        "take a version from before with `git checkout REVISION -- {PATH}`, then `sayso seal add` \
         the terms that came since"
    ))
}

/// The list as it is on disk.
pub(super) struct Kept {
    root: PathBuf,
    /// Its text and what is in it, when it is there.
    before: Option<(String, Sealed)>,
}

impl Kept {
    pub(super) fn read(root: &Path) -> Result<Kept, SourceError> {
        let tree = Tree::new(root, root, &[]);
        let bytes = tree.file(PATH).map_err(|why| broken(&why))?;
        let before = match bytes.map(String::from_utf8) {
            None => None,
            Some(Err(_)) => return Err(broken("it is no text")),
            Some(Ok(text)) => {
                let sealed = Sealed::read(&text).map_err(|why| broken(&why))?;
                Some((text, sealed))
            }
        };
        Ok(Kept {
            root: root.to_owned(),
            before,
        })
    }

    /// Its terms; none when there is no list yet.
    pub(super) fn open(&self, key: &Key) -> Result<List, SourceError> {
        let Some((_, sealed)) = &self.before else {
            return Ok(List::default());
        };
        sealed.open(key).map_err(|why| match why {
            Unusable::Broken(why) => broken(&why),
            Unusable::OtherKey { of_list, at_hand } => SourceError::new(format!(
                "the key here ({at_hand}) is not the one the list was sealed with ({of_list})"
            ))
            .help("ask whoever keeps the list for its key; when it is lost, begin a new list"),
        })
    }

    /// The same, of a list that must be there.
    pub(super) fn open_old(&self, key: &Key) -> Result<List, SourceError> {
        if self.before.is_none() {
            return Err(
                SourceError::new(format!("there is no sealed list here ({PATH})"))
                    .help("`sayso seal add` begins one"),
            );
        }
        self.open(key)
    }

    /// Writes `list` in its place.
    pub(super) fn write(&self, list: &List, key: &Key) -> Result<(), SourceError> {
        let text = seal::write(list, key).map_err(SourceError::new)?;
        let before = self.before.as_ref().map(|(text, _)| text.as_str());
        source::keep(&self.root, PATH, before, &text)
            .map_err(|why| SourceError::new(format!("{PATH} was not written: {why}")))
    }

    /// Says how long the list is; how many of its places are terms can be told
    /// with the key only.
    pub(super) fn count(
        &self,
        root: &Path,
        console: &mut Console<'_>,
    ) -> Result<Exit, SourceError> {
        let Some((_, sealed)) = &self.before else {
            output::write_out(b"there is no sealed list here\n", console)?;
            return Ok(Exit::Clean);
        };
        let places = sealed.places();
        let told = match key::find(root, console)? {
            Some((key, _)) => {
                let count = terms(self.open(&key)?.len());
                format!("{count} in {places} places; without the key nobody can tell how many\n")
            }
            None => format!("{places} places, some of them decoys; the key tells how many\n"),
        };
        output::write_out(told.as_bytes(), console)?;
        Ok(Exit::Clean)
    }
}
