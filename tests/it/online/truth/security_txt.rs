//! security.txt, by RFC 9116. The day of the check is 2026-11-22.

use super::case::{Case, contradicted, found, matched};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    let site =
        FILES.iter().fold(site, |site, (path, text)| site.page("docs.localhost", path, Reply::text(text)));
    site.page("docs.localhost", "/.well-known/security.txt", Reply::text(GOOD))
        .page("docs.localhost", "/security.txt", Reply::redirect(301, "/.well-known/security.txt"))
        .page(
            "other.localhost",
            "/.well-known/security.txt",
            Reply::html("<h1>Welcome</h1><p>Example Index</p>"),
        )
        .page("docs.localhost", "/s/crlf", Reply::text(&GOOD.replace('\n', "\r\n")))
}

const GOOD: &str = "Contact: mailto:security@epi.example\nExpires: 2027-05-01T00:00:00Z\n";

const FILES: &[(&str, &str)] = &[
    (
        "/s/full",
        "# How to reach us\n\nContact: https://epi.example/report\nContact: tel:+1-201-555-0123\n\
      Contact: mailto:security%2Bindex@epi.example\nExpires: 2027-05-01T00:00:00+02:00\n\
      Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f\nPreferred-Languages: en, de\n\
      Canonical: https://docs.localhost/.well-known/security.txt\nPolicy: https://epi.example/policy\n\
      Hiring: https://epi.example/jobs\nX-Own: anything\n",
    ),
    ("/s/loud", "CONTACT: mailto:security@epi.example\nexpires: 2027-05-01t00:00:00z\n"),
    (
        "/s/signed",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nContact: mailto:security@epi.example\n\
      - # a comment behind dashes\nExpires: 2027-05-01T00:00:00Z\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n=x\n\
      -----END PGP SIGNATURE-----\n",
    ),
    ("/s/tomorrow", "Contact: mailto:security@epi.example\nExpires: 2026-11-23T00:00:00Z\n"),
    ("/s/late", "Contact: mailto:security@epi.example\nExpires: 2036-01-01T00:00:00Z\n"),
    ("/s/fraction", "Contact: mailto:security@epi.example\nExpires: 2027-05-01T00:00:00.000Z\n"),
    ("/s/yesterday", "Contact: mailto:security@epi.example\nExpires: 2026-11-21T00:00:00Z\n"),
    ("/s/long-ago", "Contact: mailto:security@epi.example\nExpires: 2021-01-01T00:00:00Z\n"),
    ("/s/no-contact", "Expires: 2027-05-01T00:00:00Z\nPolicy: https://epi.example/policy\n"),
    ("/s/no-expires", "Contact: mailto:security@epi.example\n"),
    (
        "/s/two-expires",
        "Contact: mailto:a@epi.example\nExpires: 2027-05-01T00:00:00Z\nExpires: 2027-06-01T00:00:00Z\n",
    ),
    (
        "/s/two-languages",
        "Contact: mailto:a@epi.example\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: en\nPreferred-Languages: de\n",
    ),
    ("/s/bare-address", "Contact: security@epi.example\nExpires: 2027-05-01T00:00:00Z\n"),
    ("/s/http-contact", "Contact: http://epi.example/report\nExpires: 2027-05-01T00:00:00Z\n"),
    (
        "/s/http-policy",
        "Contact: mailto:a@epi.example\nExpires: 2027-05-01T00:00:00Z\nPolicy: http://epi.example/policy\n",
    ),
    ("/s/day-only", "Contact: mailto:a@epi.example\nExpires: 2027-05-01\n"),
    ("/s/words", "Contact: mailto:a@epi.example\nExpires: next year\n"),
    ("/s/no-such-day", "Contact: mailto:a@epi.example\nExpires: 2027-02-30T00:00:00Z\n"),
    ("/s/no-zone", "Contact: mailto:a@epi.example\nExpires: 2027-05-01T00:00:00\n"),
    ("/s/prose", "Please write to security@epi.example, thank you.\n"),
    ("/s/commented", "# Contact: mailto:a@epi.example\n# Expires: 2027-05-01T00:00:00Z\n"),
    ("/s/empty", ""),
    (
        "/s/signed-without",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nPolicy: https://epi.example/policy\n\
      -----BEGIN PGP SIGNATURE-----\n\nContact: mailto:a@epi.example\nExpires: 2027-05-01T00:00:00Z\n\
      -----END PGP SIGNATURE-----\n",
    ),
];

pub const CASES: &[Case] = &[
    found("without a check", "https://docs.localhost/.well-known/security.txt"),
    matched("at its place", "{url: 'https://docs.localhost/.well-known/security.txt', security-txt: true}"),
    matched(
        "at its old place, which leads on",
        "{url: 'https://docs.localhost/security.txt', security-txt: true}",
    ),
    matched("every field", "{url: 'https://docs.localhost/s/full', security-txt: true}"),
    matched("other letters", "{url: 'https://docs.localhost/s/loud', security-txt: true}"),
    matched("signed", "{url: 'https://docs.localhost/s/signed', security-txt: true}"),
    matched("lines that end in CR LF", "{url: 'https://docs.localhost/s/crlf', security-txt: true}"),
    matched("until tomorrow", "{url: 'https://docs.localhost/s/tomorrow', security-txt: true}"),
    matched("for ten years", "{url: 'https://docs.localhost/s/late', security-txt: true}"),
    matched("fractions of a second", "{url: 'https://docs.localhost/s/fraction', security-txt: true}"),
    matched(
        "a quote from it",
        "{url: 'https://docs.localhost/.well-known/security.txt', quote: 'security@epi.example'}",
    ),
    // It is there and well-formed; that it has expired is a finding of its own.
    found("until yesterday", "{url: 'https://docs.localhost/s/yesterday', security-txt: true}"),
    found("until long ago", "{url: 'https://docs.localhost/s/long-ago', security-txt: true}"),
    contradicted("no contact", "{url: 'https://docs.localhost/s/no-contact', security-txt: true}"),
    contradicted("no expiry", "{url: 'https://docs.localhost/s/no-expires', security-txt: true}"),
    contradicted("two expiries", "{url: 'https://docs.localhost/s/two-expires', security-txt: true}"),
    contradicted(
        "two fields of languages",
        "{url: 'https://docs.localhost/s/two-languages', security-txt: true}",
    ),
    contradicted(
        "a contact that is no URI",
        "{url: 'https://docs.localhost/s/bare-address', security-txt: true}",
    ),
    contradicted(
        "a contact without TLS",
        "{url: 'https://docs.localhost/s/http-contact', security-txt: true}",
    ),
    contradicted("a policy without TLS", "{url: 'https://docs.localhost/s/http-policy', security-txt: true}"),
    contradicted("a day without a time", "{url: 'https://docs.localhost/s/day-only', security-txt: true}"),
    contradicted("no date", "{url: 'https://docs.localhost/s/words', security-txt: true}"),
    contradicted("no such day", "{url: 'https://docs.localhost/s/no-such-day', security-txt: true}"),
    contradicted("a time without its zone", "{url: 'https://docs.localhost/s/no-zone', security-txt: true}"),
    contradicted("a sentence", "{url: 'https://docs.localhost/s/prose', security-txt: true}"),
    contradicted("comments only", "{url: 'https://docs.localhost/s/commented', security-txt: true}"),
    contradicted("empty", "{url: 'https://docs.localhost/s/empty', security-txt: true}"),
    contradicted(
        "fields behind the signed part",
        "{url: 'https://docs.localhost/s/signed-without', security-txt: true}",
    ),
    contradicted(
        "the home page instead",
        "{url: 'https://other.localhost/.well-known/security.txt', security-txt: true}",
    ),
    contradicted("none", "{url: 'https://docs.localhost/s/none', security-txt: true}"),
];
