//! Which addresses are asked for at all, as far as their words tell. The connection is held to the same table again.

use super::address::{Address, HostPort};
use thiserror::Error;

/// What may be asked for.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Hosts inside a company's network that are opened.
    pub allow_private: Vec<HostPort>,
}

/// Why an address is not asked for.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// A host that is not of the public internet.
    #[error("it is no host of the public internet")]
    PrivateHost,
    /// A host whose name leads into a private network.
    #[error("its name leads into a private network")]
    PrivateAddress,
    /// A port that web pages are not on.
    #[error("port {0} is not the one of its scheme")]
    Port(u16),
}

impl Policy {
    /// Whether an address may be asked for.
    ///
    /// # Errors
    /// [`Refusal`] says why not.
    pub fn permit(&self, address: &Address) -> Result<(), Refusal> {
        if self.opens(&address.host_port()) {
            return Ok(());
        }
        if address.is_private() {
            return Err(Refusal::PrivateHost);
        }
        // `url` drops the port that belongs to the scheme.
        address.url.port().map_or(Ok(()), |port| Err(Refusal::Port(port)))
    }

    /// Whether a host and port was opened by name.
    #[must_use]
    pub fn opens(&self, host: &HostPort) -> bool {
        self.allow_private.iter().any(|entry| entry.allows(host))
    }
}

#[cfg(test)]
mod tests {
    use super::{Policy, Refusal};
    use crate::links::{Address, AddressError};

    fn permit(policy: &Policy, text: &str) -> Result<(), Refusal> {
        policy.permit(&Address::parse(text).unwrap())
    }

    #[test]
    fn hosts_of_private_networks_are_refused_however_they_are_spelled() {
        for text in [
            "http://127.0.0.1/",
            "https://127.0.0.1:8080/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7F.0x0.0x0.0x1/",
            "https://0177.0.0.01/",
            "https://017700000001/",
            "https://127.0.0.1./",
            "https://127.0x0.1/",
            "https://１２７.０.０.１/",
            "https://127。0。0。1/",
            "https://①②⑦.0.0.1/",
            "https://%31%32%37.0.0.1/",
            "https://127%2e0%2e0%2e1/",
            "https://0/",
            "https://0.0.0.0/",
            "https://[::]/",
            "https://[::1]/",
            "https://[0:0:0:0:0:0:0:1]/",
            "https://[::127.0.0.1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://[::ffff:0:127.0.0.1]/",
            "https://[64:ff9b::127.0.0.1]/",
            "https://[64:ff9b:1::1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:0:1::1]/",
            "https://[fe80::1]/",
            "https://[fd00:ec2::254]/",
            "https://169.254.169.254/latest/meta-data/",
            "https://0xa9fea9fe/",
            "https://168.63.129.16/machine",
            "https://100.100.100.200/",
            "https://192.0.0.192/",
            "https://255.255.255.255/",
            "https://224.0.0.1/",
            "https://localhost/",
            "https://LocalHost./",
            "https://ｌocalhost/",
            "https://local%68ost/",
            "https://a.localhost/",
            "https://printer.local/",
            "https://metadata.google.internal/",
            "https://router.home.arpa/",
            "https://wiki.corp/",
            "https://intranet/",
            "https://instance-data/latest/",
            "https://x.onion/",
        ] {
            assert_eq!(permit(&Policy::default(), text), Err(Refusal::PrivateHost), "{text}");
        }
    }

    #[test]
    fn pages_of_the_public_internet_are_on_the_port_of_their_scheme() {
        for text in [
            "https://epi.example/",
            "http://epi.example/",
            "https://epi.example:443/",
            "http://epi.example:80/",
            "https://xn--pi-9ia.example/",
            "https://8.8.8.8/",
            "https://[2606:4700::1111]/",
            "https://local.example/",
            "https://localhost.example/",
        ] {
            assert_eq!(permit(&Policy::default(), text), Ok(()), "{text}");
        }
        for (text, port) in [
            ("https://epi.example:80/", 80),
            ("http://epi.example:443/", 443),
            ("https://epi.example:22/", 22),
            ("http://epi.example:6379/", 6379),
            ("https://epi.example:0/", 0),
        ] {
            assert_eq!(permit(&Policy::default(), text), Err(Refusal::Port(port)), "{text}");
        }
    }

    #[test]
    fn what_is_opened_is_one_host_and_nothing_beside_it() {
        let policy = |entries: &[&str]| Policy {
            allow_private: entries.iter().map(|entry| entry.parse().unwrap()).collect(),
        };
        let one = policy(&["127.0.0.1:8080", "wiki.corp.internal", "[::1]:443"]);
        for text in [
            "http://127.0.0.1:8080/x",
            "http://127.1:8080/x",
            "https://wiki.corp.internal/",
            "https://WIKI.corp.internal.:8443/",
            "https://[::1]/",
        ] {
            assert_eq!(permit(&one, text), Ok(()), "{text}");
        }
        for text in [
            "http://127.0.0.1/",
            "http://127.0.0.1:8081/",
            "http://127.0.0.2:8080/",
            "http://localhost:8080/",
            "http://[::ffff:127.0.0.1]:8080/",
            "https://a.wiki.corp.internal/",
            "https://evilwiki.corp.internal/",
            "http://[::1]/",
        ] {
            assert_eq!(permit(&one, text), Err(Refusal::PrivateHost), "{text}");
        }
        // It opens the port of a public host, too.
        assert_eq!(permit(&policy(&["epi.example:8443"]), "https://epi.example:8443/"), Ok(()));
        assert_eq!(
            permit(&policy(&["epi.example:8443"]), "https://epi.example:8444/"),
            Err(Refusal::Port(8444))
        );
    }

    #[test]
    fn what_is_no_address_of_a_page_does_not_come_so_far() {
        let malformed = [
            "https://user@epi.example/",
            "https://:pass@epi.example/",
            "https://epi.example@127.0.0.1/",
            "https://127.0.0.1\\@epi.example/",
            "https://epi.example\t/",
            "https://epi.example\r\nHost: x/",
            "https://epi.example /",
            "https://[::1%25eth0]/",
            "https://256.256.256.256/",
            "https://1.2.3.4.5/",
            "https://epi.example:99999/",
            "https:127.0.0.1/",
            "https:///127.0.0.1/",
            "//127.0.0.1/",
            "file:///etc/passwd",
            "ftp://epi.example/",
            "gopher://127.0.0.1:70/",
            "git+ssh://git@github.com/o/r",
            "data:text/html,x",
            "javascript:alert(1)",
            "jar:https://epi.example/!/x",
            "view-source:https://epi.example/",
            "ws://epi.example/",
        ];
        for text in malformed {
            assert!(Address::parse(text).is_err(), "{text}");
        }
        let long = format!("https://epi.example/{}", "a".repeat(2048));
        assert!(matches!(Address::parse(&long), Err(AddressError::Malformed(_))));
    }
}
