//! The folder that paths are told from.

use std::path::{Component, Path, PathBuf};

use super::POLICY_FILE;

/// The root for `paths`, as seen from the folder `cwd`: the top of the git work
/// tree they are in; else the nearest folder with a policy file, from `cwd` or
/// from the folder they share upwards; else that folder itself.
pub fn find_root(cwd: &Path, paths: &[PathBuf]) -> PathBuf {
    let absolute: Vec<PathBuf> = if paths.is_empty() {
        vec![cwd.to_owned()]
    } else {
        paths.iter().map(|path| absolute(cwd, path)).collect()
    };
    let shared = shared_folder(&absolute);
    let folder = if shared.starts_with(cwd) {
        cwd
    } else {
        &shared
    };
    let with = |name: &str, from: &Path| {
        from.ancestors()
            .find(|folder| folder.join(name).exists())
            .map(Path::to_owned)
    };
    with(".git", &shared)
        .or_else(|| with(POLICY_FILE, folder))
        .unwrap_or_else(|| folder.to_owned())
}

/// `path` from the root of the file system, without `.` and `..`.
pub fn absolute(cwd: &Path, path: &Path) -> PathBuf {
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
pub fn from_root(root: &Path, path: &Path) -> String {
    let Ok(relative) = path.strip_prefix(root) else {
        return path.display().to_string();
    };
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
        assert_eq!(
            absolute(cwd, Path::new("../c/./d.md")),
            Path::new("/a/c/d.md")
        );
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
