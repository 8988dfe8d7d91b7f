//! What a policy states about the company, as plain values.

/// The facts several rules need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// What the company is called.
    pub names: Vec<String>,
    /// What it sells.
    pub products: Vec<String>,
    /// Who else sells it.
    pub competitors: Vec<String>,
    /// Its own sites; a link there is weak evidence.
    pub domains: Vec<String>,
    /// Hosts that only its people reach; `*.` stands for any name below.
    pub internal_hosts: Vec<String>,
    /// Words that are right though no dictionary has them.
    pub words: Vec<String>,
    /// What its posts close with, to ask readers for an answer.
    pub invitation: Option<String>,
    /// True when its site lets readers comment below every post.
    pub comments: bool,
}

impl Company {
    /// True when `word` is one of its names or words, or a part of a name, in
    /// any case.
    pub fn knows(&self, word: &str) -> bool {
        let is_same = |known: &str| known.to_lowercase() == word.to_lowercase();
        let mut names = self
            .names
            .iter()
            .chain(&self.products)
            .chain(&self.competitors);
        self.words.iter().any(|known| is_same(known))
            || names.any(|name| name.split_whitespace().any(is_same))
    }

    /// What it and its products are called.
    pub fn own_names(&self) -> Vec<&str> {
        self.products
            .iter()
            .chain(&self.names)
            .map(String::as_str)
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// True when `host` is one of the company's sites, or below one.
    pub fn owns_host(&self, host: &str) -> bool {
        self.domains.iter().any(|domain| {
            let domain = domain.trim_start_matches("*.");
            host.eq_ignore_ascii_case(domain) || is_below(host, domain)
        })
    }

    /// True when `host` is one that only the company's people reach.
    pub fn has_internal_host(&self, host: &str) -> bool {
        self.internal_hosts
            .iter()
            .any(|known| match known.strip_prefix("*.") {
                Some(domain) => is_below(host, domain),
                None => host.eq_ignore_ascii_case(known),
            })
    }
}

fn is_below(host: &str, domain: &str) -> bool {
    let start = host.len().checked_sub(domain.len());
    start
        .and_then(|at| host.split_at_checked(at))
        .is_some_and(|(name, end)| name.ends_with('.') && end.eq_ignore_ascii_case(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_below_a_domain_is_ours() {
        let company = Company {
            domains: vec!["acme.example".into()],
            ..Company::default()
        };
        assert!(company.owns_host("acme.example"));
        assert!(company.owns_host("WWW.Acme.example"));
        assert!(!company.owns_host("notacme.example"));
    }

    #[test]
    fn a_star_stands_for_any_name_below() {
        let company = Company {
            internal_hosts: vec!["*.corp.acme.example".into(), "wiki".into()],
            ..Company::default()
        };
        assert!(company.has_internal_host("a.b.Corp.acme.example"));
        assert!(company.has_internal_host("WIKI"));
        assert!(!company.has_internal_host("corp.acme.example"));
        assert!(!company.has_internal_host("é"));
    }
}
