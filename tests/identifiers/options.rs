//! What a policy can set of the rules about addresses and telephone numbers.

use crate::support::Sandbox;

const MAIL: &str = "confidential/personal-email";
const PHONE: &str = "confidential/phone-number";

/// Where the rule `id` flags something in `text` when `policy` is in force:
/// the first columns, in order.
fn flagged(id: &str, policy: &str, text: &str) -> Vec<u64> {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", policy).write("post.md", text);
    let report = sandbox.check_json(&["."]);
    let findings = report["findings"].as_array().expect("findings");
    let own = findings.iter().filter(|finding| finding["rule"] == id);
    own.map(|finding| finding["start"]["column"].as_u64().expect("a column"))
        .collect()
}

#[test]
fn names_at_the_own_domain_count_when_asked_for() {
    const COMPANY: &str = "[company]\ndomains = [\"acme.example\"]\n";
    let text = "Ask ines.okafor@acme.example, ines@acme.example, press@acme.example or \
                ines.okafor@rivaldb.example.";
    assert_eq!(flagged(MAIL, COMPANY, text), [0; 0]);
    let asked = format!("{COMPANY}[rules]\n\"{MAIL}\" = {{ own-domains = true }}\n");
    assert_eq!(flagged(MAIL, &asked, text), [5]);
}

#[test]
fn telephone_numbers_are_off_but_in_health_and_finance() {
    let text = "Call (212) 736-0418 today, or [us](tel:+12127360419).";
    assert_eq!(flagged(PHONE, "", text), [0; 0]);
    for preset in ["health", "finance"] {
        let policy = format!("extends = [\"sayso:{preset}\"]\n");
        assert_eq!(flagged(PHONE, &policy, text), [6, 36]);
        let listed = format!(
            "{policy}[rules]\n\"{PHONE}\" = {{ allow = [\"+1 212 736 0418\", \"212-736-0419\"] }}\n"
        );
        assert_eq!(flagged(PHONE, &listed, text), [0; 0]);
    }
}

#[test]
fn a_link_that_shows_its_address_is_flagged_once() {
    let mail = "[ines.okafor@gmail.com](mailto:ines.okafor@gmail.com)";
    assert_eq!(flagged(MAIL, "", mail), [2]);
    let policy = format!("[rules]\n\"{PHONE}\" = \"warning\"\n");
    assert_eq!(
        flagged(PHONE, &policy, "[+1 212 736 0418](tel:+12127360418)"),
        [2]
    );
}
