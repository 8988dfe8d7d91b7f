//! One hook that comes or goes, and how that is told.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::script::{self, Hook};
use super::{HookError, Repo};

/// What is to happen to one hook.
#[derive(Debug)]
pub(super) struct Change {
    hook: Hook,
    /// Where it stands.
    path: PathBuf,
    what: What,
}

#[derive(Debug)]
enum What {
    /// A script is written; the hook that was there is kept.
    Install { script: String, keeps: bool },
    /// Our script is written once more.
    Renew { script: String },
    /// It is as it should be.
    Leave,
    /// It is taken out; the one that was kept comes back.
    Remove { restores: bool },
}

impl Change {
    /// Puts `hook`, which calls `program`, into the folder git looks in.
    pub(super) fn install(repo: &Repo, hook: Hook, program: &Path) -> Result<Change, HookError> {
        let path = repo.hooks.join(hook.name());
        let kept = repo.hooks.join(hook.kept());
        let script = script::script(hook, program);
        let what = if script::is_ours(&path) {
            if fs::read_to_string(&path).is_ok_and(|text| text == script) && super::can_start(&path)
            {
                What::Leave
            } else {
                What::Renew { script }
            }
        } else {
            let keeps = is_there(&path);
            if keeps && is_there(&kept) {
                return Err(HookError::new(
                    format!(
                        "{} and {} both hold another hook",
                        path.display(),
                        kept.display()
                    ),
                    "put the two together by hand, then try again",
                ));
            }
            What::Install { script, keeps }
        };
        Ok(Change { hook, path, what })
    }

    /// Takes `hook` out of `folder`, when it is ours.
    pub(super) fn remove(folder: &Path, hook: Hook) -> Option<Change> {
        let path = folder.join(hook.name());
        script::is_ours(&path).then(|| Change {
            hook,
            what: What::Remove {
                restores: is_there(&folder.join(hook.kept())),
            },
            path,
        })
    }

    /// Does it.
    pub(super) fn make(&self) -> Result<(), HookError> {
        self.try_make()
            .map_err(|error| HookError::cannot_write(&self.path, &error))
    }

    fn try_make(&self) -> io::Result<()> {
        let kept = self.path.with_file_name(self.hook.kept());
        match &self.what {
            What::Install { script, keeps } => {
                let new = self.write(script)?;
                if *keeps {
                    fs::rename(&self.path, &kept)?;
                }
                fs::rename(&new, &self.path).inspect_err(|_| {
                    if *keeps {
                        let _ = fs::rename(&kept, &self.path);
                    }
                })
            }
            What::Renew { script } => fs::rename(self.write(script)?, &self.path),
            What::Leave => Ok(()),
            What::Remove { restores: true } => fs::rename(&kept, &self.path),
            What::Remove { restores: false } => fs::remove_file(&self.path),
        }
    }

    /// Writes the script beside the hook, so that a disk which is full leaves
    /// the hook whole.
    fn write(&self, script: &str) -> io::Result<PathBuf> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let new = self
            .path
            .with_file_name(format!("{}.new-sayso", self.hook.name()));
        fs::write(&new, script)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&new, fs::Permissions::from_mode(0o755))?;
        }
        Ok(new)
    }

    /// What was done, or would be in a `dry_run`.
    pub(super) fn told(&self, dry_run: bool) -> String {
        let path = self.path.display();
        let verb = |plain: &str, done: &str| match dry_run {
            true => format!("would {plain} {path}"),
            false => format!("{done} {path}"),
        };
        match &self.what {
            What::Install { keeps, .. } => {
                let kept = self.hook.kept();
                let kept = match (keeps, dry_run) {
                    (true, true) => {
                        format!("would keep the hook that is there as {kept}, to run first\n")
                    }
                    (true, false) => {
                        format!("the hook that was there is kept as {kept} and runs first\n")
                    }
                    (false, _) => String::new(),
                };
                format!("{kept}{}\n", verb("install", "installed"))
            }
            What::Renew { .. } => format!("{}\n", verb("renew", "renewed")),
            What::Leave => format!("{path} is as it should be\n"),
            What::Remove { restores } => {
                let back = match restores {
                    true => ", and put back the one from before",
                    false => "",
                };
                format!("{}{back}\n", verb("remove", "removed"))
            }
        }
    }
}

/// True when something stands there, be it a link to nowhere.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
