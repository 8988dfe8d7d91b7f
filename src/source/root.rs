//! The folder that paths are told from.

use std::path::{Component, Path, PathBuf};

use super::POLICY_FILE;

/// The root of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its absolute path.
    pub path: PathBuf,
    /// True when it is the top of a git work tree.
    pub is_git: bool,
}

/// The root for `paths`, as seen from the folder `cwd`: the top of the git work
/// tree they are in; else `cwd`, when they are in it; else the nearest folder
/// with a policy file; else the folder they share.
pub fn find_root(cwd: &Path, paths: &[PathBuf]) -> Root {
    let absolute: Vec<PathBuf> = if paths.is_empty() {
        vec![cwd.to_owned()]
    } else {
        paths.iter().map(|path| absolute(cwd, path)).collect()
    };
    let shared = shared_folder(&absolute);
    if let Some(top) = shared.ancestors().find(|folder| folder.join(".git").exists()) {
        return Root {
            path: top.to_owned(),
            is_git: true,
        };
    }
    let folder = if shared.starts_with(cwd) {
        cwd
    } else {
        shared
            .ancestors()
            .find(|folder| folder.join(POLICY_FILE).is_file())
            .unwrap_or(&shared)
    };
    Root {
        path: folder.to_owned(),
        is_git: false,
    }
}

/// `path` from the root of the file system, without `.` and `..`.
pub(super) fn absolute(cwd: &Path, path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in cwd.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

fn shared_folder(paths: &[PathBuf]) -> PathBuf {
    let mut folders = paths.iter().map(|path| {
        if path.is_dir() {
            path.as_path()
        } else {
            path.parent().unwrap_or(path)
        }
    });
    let mut shared = folders.next().map(Path::to_owned).unwrap_or_default();
    for folder in folders {
        while !folder.starts_with(&shared) && shared.pop() {}
    }
    shared
}

/// `path` told from `root`, with `/`; not UTF-8 comes as replacement characters.
pub(super) fn from_root(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_resolved() {
        let cwd = Path::new("/a/b");
        assert_eq!(absolute(cwd, Path::new("../c/./d.md")), Path::new("/a/c/d.md"));
        assert_eq!(absolute(cwd, Path::new("/x")), Path::new("/x"));
    }

    #[test]
    fn a_shared_folder_holds_all() {
        let paths = ["/a/b/c.md".into(), "/a/b/d/e.md".into()];
        assert_eq!(shared_folder(&paths), Path::new("/a/b"));
    }

    #[test]
    fn paths_are_told_with_slashes() {
        assert_eq!(from_root(Path::new("/a"), Path::new("/a/b/c.md")), "b/c.md");
    }
}
