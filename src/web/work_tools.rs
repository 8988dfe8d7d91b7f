//! Links into the tools people work with, behind a sign-in.
//!
//! Whether a document is shared with everybody cannot be known from here. What
//! often can is how its address came about: the one that a signed-in person has
//! in the browser is another than the one that a publish button gives.

use super::host_of;

/// A work tool that an address leads into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkTool {
    /// What people call it.
    pub name: &'static str,
    /// True when the address is one that only somebody signed in has or can
    /// use; else it may as well be open to everybody.
    pub is_closed: bool,
}

/// The work tool that `address` leads into. None for what was published: a
/// form, a page made with a publish or share button, a way to join.
pub fn work_tool(address: &str) -> Option<WorkTool> {
    let host = host_of(address)?.to_ascii_lowercase();
    let from = address.to_ascii_lowercase().find(&host)? + host.len();
    let rest = address.get(from..)?;
    let path = &rest[..rest.find(['?', '#']).unwrap_or(rest.len())];
    let closed = |name| {
        Some(WorkTool {
            name,
            is_closed: true,
        })
    };
    let open = |name| {
        Some(WorkTool {
            name,
            is_closed: false,
        })
    };
    let starts = |start: &str| path.starts_with(start);
    let has = |part: &str| path.contains(part);
    // Tools that give every company a host of its own.
    let site = host.split_once('.').map_or("", |(_, site)| site);
    match (host.trim_start_matches("www."), site) {
        ("docs.google.com", _) => google("Google Docs", path, rest),
        ("drive.google.com", _) => google("Google Drive", path, rest),
        (_, "sharepoint.com") if path.len() > 1 => closed("SharePoint"),
        ("notion.so", _) if ends_with_id(path) => Some(WorkTool {
            name: "Notion",
            // With the name of a workspace before the page.
            is_closed: path.matches('/').count() > 1,
        }),
        (_, "atlassian.net") if starts("/jira/") || starts("/secure/") => closed("Jira"),
        (_, "atlassian.net") if starts("/browse/") => open("Jira"),
        (_, "atlassian.net") if starts("/wiki/spaces/~") => closed("Confluence"),
        (_, "atlassian.net") if starts("/wiki/") => open("Confluence"),
        ("app.slack.com", _) if starts("/client/") => closed("Slack"),
        (_, "slack.com") if is_message(path) || starts("/files/") => closed("Slack"),
        ("teams.microsoft.com", _) if has("/l/message/") || has("/l/channel/") => {
            closed("Microsoft Teams")
        }
        ("app.asana.com", _) if path.len() > 2 => closed("Asana"),
        ("app.clickup.com", _) if path.len() > 1 => closed("ClickUp"),
        ("linear.app", _) if has("/issue/") => closed("Linear"),
        ("airtable.com", _) if starts("/app") && path.len() > 15 => closed("Airtable"),
        (_, "monday.com") if starts("/boards/") => closed("monday.com"),
        ("trello.com", _) if starts("/c/") || starts("/b/") => open("Trello"),
        ("figma.com", _) if ["/file/", "/design/", "/board/"].into_iter().any(starts) => {
            open("Figma")
        }
        ("miro.com", _) if starts("/app/board/") => open("Miro"),
        ("zoom.us", _) | (_, "zoom.us") if starts("/rec/share/") => open("a Zoom recording"),
        ("zoom.us", _) | (_, "zoom.us") if starts("/rec/") => closed("a Zoom recording"),
        (_, "webex.com")
            if ["/recordingservice/", "/ldr.php", "/lsr.php"]
                .into_iter()
                .any(has) =>
        {
            open("a Webex recording")
        }
        _ => None,
    }
}

/// A file of Google's. Its address is somebody's own with the domain or the
/// number of the account in it, or with what the browser of a person who is
/// signed in adds; plain, it is in the editor's view and may be open to all.
fn google(name: &'static str, path: &str, rest: &str) -> Option<WorkTool> {
    const PUBLISHED: [&str; 9] = [
        "/forms/",
        "/pub",
        "/d/e/",
        "/copy",
        "/export",
        "/uc",
        "/viewer",
        "/embed",
        "/template/",
    ];
    const SIGNED_IN: [&str; 4] = ["disco=", "ouid=", "usp=drive_web", "pli=1"];
    let has = |marks: &[&str]| marks.iter().any(|mark| rest.contains(mark));
    let is_closed = path.starts_with("/a/") || path.contains("/u/") || has(&SIGNED_IN);
    let is_shared =
        !is_closed && (has(&["usp=sharing", "usp=share_link"]) || has(&["/preview", "/view"]));
    let is_file = path.contains("/d/") || path.contains("/folders/") || path.ends_with("/ccc");
    (is_file && !is_shared && !has(&PUBLISHED)).then_some(WorkTool { name, is_closed })
}

/// True when `path` ends with the number of a page, 32 digits of base 16.
fn ends_with_id(path: &str) -> bool {
    let tail = path.trim_end_matches('/');
    let digits = tail.bytes().rev().take_while(u8::is_ascii_hexdigit).count();
    digits == 32
}

/// True for a message. A channel by itself is how communities invite people in.
fn is_message(path: &str) -> bool {
    path.strip_prefix("/archives/")
        .and_then(|rest| rest.split('/').nth(1))
        .is_some_and(|id| id.starts_with('p') && id.len() > 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_somebody_who_is_signed_in_are_known() {
        for (address, name) in [
            (
                "https://docs.google.com/a/acme.example/file/d/0B/edit?usp=sharing",
                "Google Docs",
            ),
            (
                "https://docs.google.com/document/d/1aB/edit?disco=AAA",
                "Google Docs",
            ),
            (
                "https://drive.google.com/drive/u/1/folders/1aB",
                "Google Drive",
            ),
            ("https://acme.sharepoint.com/:w:/s/team/x", "SharePoint"),
            (
                "https://www.notion.so/acme/Plan-0123456789abcdef0123456789abcdef?v=1",
                "Notion",
            ),
            (
                "https://acme.atlassian.net/jira/software/projects/A",
                "Jira",
            ),
            (
                "https://acme.slack.com/archives/C0123/p1614622037063900",
                "Slack",
            ),
            ("https://us02web.zoom.us/rec/play/x", "a Zoom recording"),
            ("https://linear.app/acme/issue/A-1/x", "Linear"),
            ("https://app.asana.com/0/1/2", "Asana"),
        ] {
            let tool = work_tool(address).expect(address);
            assert_eq!((tool.name, tool.is_closed), (name, true), "{address}");
        }
    }

    #[test]
    fn what_may_be_open_to_everybody_is_told_apart() {
        for address in [
            "https://docs.google.com/document/d/1aB/edit#heading=h.1",
            "https://acme.atlassian.net/browse/ABC-1",
            "https://acme.atlassian.net/wiki/spaces/A/pages/1",
            "https://www.notion.so/Plan-0123456789abcdef0123456789abcdef",
            "https://trello.com/b/x/roadmap",
            "https://zoom.us/rec/share/x",
            "https://www.figma.com/file/x",
        ] {
            assert!(
                work_tool(address).is_some_and(|tool| !tool.is_closed),
                "{address}"
            );
        }
    }

    #[test]
    fn what_was_published_is_none() {
        for address in [
            "https://docs.google.com/forms/d/1aB/viewform",
            "https://docs.google.com/a/acme.example/forms/d/1aB/viewform",
            "https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml",
            "https://docs.google.com/presentation/d/1aB/edit?usp=sharing",
            "https://docs.google.com/document/d/1aB/copy",
            "https://drive.google.com/file/d/0B/view?usp=sharing",
            "https://drive.google.com/uc?export=download&id=0B",
            "https://acme.notion.site/Plan-0123456789abcdef0123456789abcdef",
            "https://www.notion.so/product",
            "https://acme.atlassian.net/servicedesk/customer/portal/1",
            "https://acme.slack.com/archives/C0123",
            "https://slack.com/integrations",
            "https://zoom.us/j/123",
            "https://www.figma.com/community/file/1",
            "https://airtable.com/shr0123456789abcd",
            "https://notsharepoint.com/x",
            "/docs.google.com/document/d/1/edit",
        ] {
            assert_eq!(work_tool(address), None, "{address}");
        }
    }
}
