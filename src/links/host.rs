//! Hosts: which of them are one and the same to people.

use url::Url;

/// The host of an address as people say it, in lower case: without `www.` and the dot that ends it. `None` where there is none.
#[must_use]
pub fn bare(url: &Url) -> Option<&str> {
    let host = url.host_str()?.trim_end_matches('.');
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// Whether a host is this one or below it: `docs.pypi.org` of `pypi.org`. Both as [`bare`] has them.
#[must_use]
pub fn is_within(host: &str, of: &str) -> bool {
    host.strip_suffix(of).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{bare, is_within};
    use url::Url;

    #[test]
    fn a_host_is_the_same_with_and_without_www_and_a_dot_at_its_end() {
        for (address, host) in [
            ("https://www.NPMJS.com./a", Some("npmjs.com")),
            ("https://user:pw@npmjs.com:8443", Some("npmjs.com")),
            ("https://wwwx.example/", Some("wwwx.example")),
            ("https://bücher.example/", Some("xn--bcher-kva.example")),
            ("mailto:a@b.example", None),
        ] {
            assert_eq!(bare(&Url::parse(address).unwrap()), host, "{address}");
        }
    }

    #[test]
    fn a_host_below_another_one_is_told_from_one_that_ends_alike() {
        for (host, is) in
            [("pypi.org", true), ("docs.pypi.org", true), ("notpypi.org", false), ("org", false)]
        {
            assert_eq!(is_within(host, "pypi.org"), is, "{host}");
        }
    }
}
