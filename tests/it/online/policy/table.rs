//! Hosts that are not of the public internet, in every spelling.

/// Hosts, as they stand in an address.
pub const HOSTILE: &[&str] = &[
    // This machine, by number.
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.0.0.1.",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0x7f.0x0.0x0.0x1",
    "0177.0.0.1",
    "0177.0.0.01",
    "017700000001",
    "%31%32%37.0.0.1",
    "127%2e0%2e0%2e1",
    "１２７.0.0.1",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "0.0.0.0",
    "0",
    "0.1.2.3",
    // By number of IPv6.
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2002:a00:1::1]",
    "[2001:0:7f00:1::]",
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[100::1]",
    "[::ffff:169.254.169.254]",
    "[::ffff:10.0.0.1]",
    // By name.
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "ｌocalhost",
    "loc%61lhost",
    "local\u{ad}host",
    "ip6-localhost",
    "printer.local",
    "wiki.corp.internal",
    "metadata.google.internal",
    "nas.home.arpa",
    "router.lan",
    "hub.intranet",
    "intranet",
    "kubernetes",
    // Networks and services within.
    "10.0.0.1",
    "0xa.1",
    "012.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.257",
    "3232235521",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.170.2",
    "168.63.129.16",
    "0xa83f8110",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
];

/// All of them, and some with a public name in front that only seems to be the host.
pub fn places() -> Vec<String> {
    let plain = HOSTILE.iter().map(|host| (*host).to_owned());
    let disguised = ["epi.example@127.0.0.1", "epi.example:80@127.0.0.1", "user:word@[::1]", "%@127.0.0.1"];
    plain.chain(disguised.map(str::to_owned)).collect()
}

/// The addresses that such a place is asked by.
pub fn spelt(place: &str, port: u16) -> Vec<String> {
    ["http", "https"]
        .iter()
        .flat_map(|scheme| {
            [
                format!("{scheme}://{place}/good"),
                format!("{scheme}://{place}:{port}/good"),
                format!("{scheme}://{place}:22/good"),
                format!("{scheme}:\\\\{place}\\good"),
                format!("{scheme}:/{place}:{port}/good"),
                format!("//{place}:{port}/good"),
            ]
        })
        .collect()
}
