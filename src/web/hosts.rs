//! Names of hosts that only work inside a network.

use std::ops::Range;

use crate::language::WordList;

/// Zones that no public name server answers for: `.internal` is reserved for
/// private use by ICANN (2024), `.local` by RFC 6762, `home.arpa` by RFC 8375;
/// `.corp`, `.lan` and `.intranet` are named in RFC 6762, appendix G, as in
/// wide private use.
const ZONES: [&str; 6] = ["internal", "corp", "lan", "local", "intranet", "home.arpa"];

/// Names below those zones that products document, and that are the same
/// everywhere: containers, clusters, clouds, desktop tools.
const DOCUMENTED: [&str; 14] = [
    "docker.internal",
    "containers.internal",
    "lima.internal",
    "minikube.internal",
    "k3d.internal",
    "orb.internal",
    "rancher-desktop.internal",
    "compute.internal",
    "ec2.internal",
    "google.internal",
    "railway.internal",
    "cluster.local",
    "orb.local",
    "ddev.local",
];

/// Systems that companies run inside, as people name their hosts.
const SYSTEMS: WordList = WordList::new(
    "wiki jira confluence intranet portal grafana kibana prometheus jenkins ci git gitlab gitea bitbucket \
     nexus artifactory registry vault sso vpn ldap mail smtp sharepoint dashboard dashboards hr payroll \
     helpdesk servicedesk tickets crm erp sap staging uat",
);

/// Folders of sites, which a slip of the pen makes a host of, and what lessons
/// call the parts of an application.
const PARTS: WordList = WordList::new(
    "images image img assets static media files uploads css js content blog blogs post posts news docs doc \
     guides guide about page pages index en tags categories download downloads backend frontend api service upstream web db database redis \
     elasticsearch rabbitmq postgres mysql nginx proxy",
);

/// Words in a host that stand for the reader's own.
const STAND_INS: WordList = WordList::new(
    "your my our some any example examples sample foo bar baz test testing demo host hostname server \
     servername site sitename website domain domainname mydomain yourdomain myapp myhost mysite yourapp yourhost yoursite mycompany yourcompany \
     myserver company organization organisation org app xxx xyz placeholder name username user url \
     http https ftp file mailto contoso fabrikam htb ctf lab homelab megacorp evilcorp localhost",
);

/// First or last words of names of software: `jdk.internal`, `com.acme.internal`.
const PACKAGES: WordList = WordList::new(
    "com org net io java javax jdk sun kotlin scala android androidx system node self this \
     window module std core config settings env appsettings tsconfig docker-compose gitconfig zshrc \
     bashrc vimrc",
);

/// The host of a web address; none for paths, anchors and mail.
pub fn host_of(address: &str) -> Option<&str> {
    let rest = ["https://", "http://", "//"]
        .into_iter()
        .find_map(|scheme| {
            let (start, rest) = address.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        })?;
    let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let host = match host.starts_with('[') {
        true => host.split_inclusive(']').next().unwrap_or(host),
        false => host.split(':').next().unwrap_or(host),
    };
    let host = host.trim_end_matches('.');
    (!host.is_empty()).then_some(host)
}

/// The host that holds the word at `place` of `text`.
pub fn host_around(text: &str, place: &Range<usize>) -> Range<usize> {
    let is_of_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let before = &text[..place.start];
    let start = before.trim_end_matches(is_of_host).len();
    let rest = &text[place.end..];
    let len = rest.find(|c| !is_of_host(c)).unwrap_or(rest.len());
    let tail = rest[..len].trim_end_matches(['.', '-', '_']);
    start..place.end + tail.len()
}

/// The zone of `host` that answers inside a network only.
pub fn closed_zone(host: &str) -> Option<&'static str> {
    ZONES.into_iter().find(|zone| is_below(host, zone))
}

/// True for a host that is a host wherever it stands: a system that companies
/// run, a numbered machine, or a name of three parts and more. `react.internal`
/// may be anything.
pub fn is_plainly_host(host: &str) -> bool {
    let first = host.split('.').next().unwrap_or(host);
    host.split('.').count() > 2
        || is_system(host)
        || (first.contains(|c: char| c.is_ascii_digit()) && first.contains(char::is_alphabetic))
}

fn is_system(host: &str) -> bool {
    SYSTEMS.has(host.split('.').next().unwrap_or(host))
}

/// True for a folder of a site or a part of an application: `http://images/a.png`,
/// `http://backend/users`.
pub fn is_part(host: &str) -> bool {
    PARTS.has(host)
}

/// True for a name that a product documents, and that gives nobody away:
/// `host.docker.internal`, `db.default.svc.cluster.local`. So is every name of
/// one label below `.local`, which devices choose themselves (RFC 6762), and one
/// below `.lan`, as home routers hand them out, that names no system.
pub fn is_documented(host: &str) -> bool {
    let labels = host.split('.').count();
    (labels == 2 && (is_below(host, "local") || (is_below(host, "lan") && !is_system(host))))
        || host.starts_with('_')
        || host.contains("._")
        || DOCUMENTED
            .into_iter()
            .any(|known| is_below(host, known) || host.eq_ignore_ascii_case(known))
}

/// True for a host that stands for the reader's own: `your-host.internal`,
/// `wiki.example.corp`, `<host>.lan`; and for what is the name of a package or
/// a file: `jdk.internal`, `settings.local`.
pub fn is_made_up(host: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let mut labels = host.split('.').peekable();
    let first = labels.peek().copied().unwrap_or_default();
    !host.chars().all(is_plain)
        || PACKAGES.has(first)
        || labels.any(|label| {
            label.is_empty() || label.split(['-', '_']).any(|word| STAND_INS.has(word))
        })
}

/// True when `host` is a name below `zone`.
fn is_below(host: &str, zone: &str) -> bool {
    let Some(at) = host.len().checked_sub(zone.len()) else {
        return false;
    };
    host.split_at_checked(at).is_some_and(|(name, end)| {
        name.len() > 1 && name.ends_with('.') && end.eq_ignore_ascii_case(zone)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address_is_found() {
        for (address, host) in [
            ("https://wiki.corp/page", Some("wiki.corp")),
            ("HTTP://jo:pw@wiki:8080?x", Some("wiki")),
            ("//wiki.lan.", Some("wiki.lan")),
            ("http://[fd00::1]:80/", Some("[fd00::1]")),
            ("/wiki", None),
            ("mailto:jo@wiki.corp", None),
            ("https:///x", None),
        ] {
            assert_eq!(host_of(address), host, "{address}");
        }
    }

    #[test]
    fn a_host_reaches_to_its_ends() {
        let text = "(at db7.prod.corp:80) or wiki.corp.";
        for (at, host) in [(12, "db7.prod.corp"), (30, "wiki.corp")] {
            let place = host_around(text, &(at..at + 4));
            assert_eq!(&text[place], host);
        }
    }

    #[test]
    fn closed_zones_are_known_in_any_case() {
        for (host, zone) in [
            ("grafana.internal", Some("internal")),
            ("a.b.CORP", Some("corp")),
            ("nas.home.arpa", Some("home.arpa")),
            ("1.0.10.in-addr.arpa", None),
            ("internal", None),
            (".internal", None),
            ("internal.example.com", None),
            ("é.corp", Some("corp")),
        ] {
            assert_eq!(closed_zone(host), zone, "{host}");
        }
    }

    #[test]
    fn names_of_products_give_nobody_away() {
        for host in [
            "host.docker.internal",
            "metadata.google.internal",
            "ip-10-0-0-1.eu-west-1.compute.internal",
            "db.default.svc.cluster.local",
            "raspberrypi.local",
            "emonpi.lan",
            "_http._tcp.local",
        ] {
            assert!(is_documented(host), "{host}");
        }
        for host in [
            "grafana.internal",
            "dc1.ad.local",
            "docker-internal.corp",
            "wiki.lan",
        ] {
            assert!(!is_documented(host), "{host}");
        }
    }

    #[test]
    fn a_host_without_a_scheme_needs_the_looks_of_one() {
        for host in ["wiki.corp", "db7.corp", "a.b.internal"] {
            assert!(is_plainly_host(host), "{host}");
        }
        for host in ["react.internal", "acme.corp"] {
            assert!(!is_plainly_host(host), "{host}");
        }
        assert!(is_part("images") && !is_part("wiki"));
    }

    #[test]
    fn stand_ins_and_packages_are_made_up() {
        for host in [
            "your-host.internal",
            "wiki.example.corp",
            "<host>.lan",
            "jdk.internal",
            "com.acme.internal",
            "hostname",
            "app.internal",
        ] {
            assert!(is_made_up(host), "{host}");
        }
        for host in ["grafana.internal", "wiki", "go", "dc1.ad.local"] {
            assert!(!is_made_up(host), "{host}");
        }
    }
}
