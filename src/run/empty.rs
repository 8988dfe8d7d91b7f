//! A run without a post: nothing checked is never "ok".

use super::loading::Loaded;
use super::{Checked, Options};

/// True when a run without a post is no surprise: a change without one, or
/// files from a hook or an editor that the policy leaves out.
pub(super) fn is_expected(options: &Options, loaded: &Loaded, is_change: bool) -> bool {
    let is_named = !options.paths.is_empty() || matches!(options.checked, Checked::Given { .. });
    let left_out = options.force_exclude && loaded.seen > 0 && is_named;
    options.allow_empty || ((is_change || left_out) && loaded.skipped.is_empty())
}

/// What to say of it; `is_change` when only what a change touches was asked for.
pub(super) fn explain(options: &Options, loaded: &Loaded, is_change: bool) -> String {
    if !loaded.skipped.is_empty() {
        return "no post was checked".to_owned();
    }
    match &options.checked {
        Checked::Staged => return "0 staged posts: nothing to check".to_owned(),
        Checked::Commits(range) if is_change && loaded.seen == 0 => {
            return format!("no file has changed since {}: nothing to check", range.base);
        }
        _ => {}
    }
    let files = match loaded.seen {
        0 => "there is no file here".to_owned(),
        1 => "1 file was seen, and it is no post".to_owned(),
        seen => format!("{seen} files were seen, and none is a post"),
    };
    let said = if is_change {
        format!(": {}", why_none(loaded))
    } else if is_expected(options, loaded, is_change) {
        String::new()
    } else {
        "; name a folder with posts, say in [posts] of sayso.toml which files are posts, or pass \
         --allow-empty"
            .to_owned()
    };
    format!("no posts matched: {files}{said}")
}

/// Why each of the first files is no post.
fn why_none(loaded: &Loaded) -> String {
    let mut told: Vec<String> = loaded
        .others
        .iter()
        .map(|other| format!("{} ({})", other.path, other.reason))
        .collect();
    let more = loaded.seen - told.len();
    if more > 0 {
        told.push(format!("{more} more"));
    }
    told.join(", ")
}
