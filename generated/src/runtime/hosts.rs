//! Labels that a client puts into the hosts of its servers: a region, an edge.

use std::collections::BTreeMap;

use url::Url;

/// Labels for hosts of one label below a domain: `api.example.com` becomes `api.a.b.example.com`.
#[derive(Clone, Default)]
pub(super) struct Hosts {
    domain: &'static str,
    labels: BTreeMap<usize, String>,
    defaults: BTreeMap<usize, &'static str>,
}

impl Hosts {
    pub(super) fn set(&mut self, domain: &'static str, position: usize, label: String) {
        self.domain = domain;
        self.labels.insert(position, label);
    }

    pub(super) fn set_default(
        &mut self,
        domain: &'static str,
        position: usize,
        label: &'static str,
    ) {
        self.domain = domain;
        self.defaults.insert(position, label);
    }

    /// Why the labels cannot stand in a host, if so (RFC 1123, section 2.1).
    pub(super) fn fault(&self) -> Option<&'static str> {
        let is_label = |label: &String| {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            (1..=63).contains(&label.len())
                && label.bytes().all(allowed)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        match self.labels.values().all(is_label) {
            true => None,
            false => Some("a region or an edge is not a label that a host can have"),
        }
    }

    /// The same URL at the host with the labels; as it is where the host is not of that kind.
    pub(super) fn apply(&self, mut url: Url) -> Url {
        let host = url.host_str().unwrap_or_default();
        let product = host.strip_suffix(self.domain).and_then(|it| it.strip_suffix('.'));
        let Some(product) = product.filter(|it| !it.contains('.') && !self.labels.is_empty())
        else {
            return url;
        };
        let mut labels: BTreeMap<usize, &str> =
            self.defaults.iter().map(|(position, label)| (*position, *label)).collect();
        labels.extend(self.labels.iter().map(|(position, label)| (*position, label.as_str())));
        let mut parts = vec![product];
        parts.extend(labels.into_values());
        parts.push(self.domain);
        let host = parts.join(".");
        // It was a host before, and labels are all that was added.
        let _ = url.set_host(Some(&host));
        url
    }
}
