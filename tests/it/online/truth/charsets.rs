//! Pages that are not written in UTF-8, or do not say that they are.

use super::case::{Case, contradicted, found, matched};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    let page = |content_type: &str, body: &[u8]| Reply::new(content_type, body.to_vec());
    let utf16 = |text: &str, bom: bool| {
        let units = bom.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
    };
    site.page("docs.localhost", "/latin1", page("text/html; charset=ISO-8859-1", LATIN1))
        .page("docs.localhost", "/quoted-charset", page("text/html; Charset=\"iso-8859-1\"", LATIN1))
        .page(
            "docs.localhost",
            "/win1252",
            page("text/html; charset=windows-1252", b"<p>\x93Quoted\x94 words \x96 and a dash"),
        )
        .page(
            "docs.localhost",
            "/as-ascii",
            page("text/html; charset=us-ascii", b"<p>caf\xe9 and cr\xe8me for all"),
        )
        .page(
            "docs.localhost",
            "/meta",
            page(
                "text/html",
                b"<meta charset=koi8-r><p>\xf0\xc1\xcb\xc5\xd4\xd9 \xd0\xcf\xc4\xd0\xc9\xd3\xc1\xce\xd9",
            ),
        )
        .page("docs.localhost", "/http-equiv", page("text/html", HTTP_EQUIV))
        .page(
            "docs.localhost",
            "/header-wins",
            page("text/html; charset=utf-8", "<meta charset=koi8-r><p>Schlüssel für alle".as_bytes()),
        )
        .page(
            "docs.localhost",
            "/mark-wins",
            page("text/html; charset=koi8-r", "\u{feff}<p id=\"schlüssel\">Schlüssel für alle".as_bytes()),
        )
        .page("docs.localhost", "/utf8-unsaid", page("text/html", "<p>Schlüssel für alle".as_bytes()))
        .page(
            "docs.localhost",
            "/utf16",
            Reply::new("text/html; charset=utf-16le", utf16("<p>Schlüssel für alle", false)),
        )
        .page("docs.localhost", "/utf16-mark", Reply::new("text/html", utf16("<p>Schlüssel für alle", true)))
        .page(
            "docs.localhost",
            "/sjis",
            page(
                "text/html; charset=Shift_JIS",
                b"<p>\x93\xf1\x97v\x91f\x94F\x8f\xd8\x82\xaa\x95K\x97v\x82\xc5\x82\xb7",
            ),
        )
        .page(
            "docs.localhost",
            "/gb",
            page(
                "text/html; charset=gb2312",
                b"<p>\xcb\xab\xd2\xf2\xcb\xd8\xc8\xcf\xd6\xa4\xca\xc7\xb1\xd8\xd0\xeb\xb5\xc4",
            ),
        )
        .page(
            "docs.localhost",
            "/unknown-charset",
            page("text/html; charset=klingon", "<p id=x>Schlüssel für alle".as_bytes()),
        )
        .page(
            "docs.localhost",
            "/broken-utf8",
            page("text/html; charset=utf-8", b"<p>Broken \xff\xfe bytes, whole words"),
        )
        .page(
            "docs.localhost",
            "/text-latin1",
            page("text/plain; charset=iso-8859-1", b"Schl\xfcssel f\xfcr alle\n"),
        )
        .page("docs.localhost", "/text-utf16", Reply::new("text/plain", utf16("Schlüssel für alle\n", true)))
}

const LATIN1: &[u8] = b"<h2 id=\"schl\xfcssel\">Schl\xfcssel f\xfcr alle</h2>";

const HTTP_EQUIV: &[u8] =
    b"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"></head><p>Schl\xfcssel f\xfcr alle";

pub const CASES: &[Case] = &[
    matched("Latin-1 by the header", "{url: 'https://docs.localhost/latin1', quote: 'Schlüssel für alle'}"),
    matched(
        "a charset in quotes",
        "{url: 'https://docs.localhost/quoted-charset', quote: 'Schlüssel für alle'}",
    ),
    found("an id in Latin-1", "'https://docs.localhost/latin1#schlüssel'"),
    matched("Windows-1252", "{url: 'https://docs.localhost/win1252', quote: '“Quoted” words – and a dash'}"),
    matched("ASCII that is not", "{url: 'https://docs.localhost/as-ascii', quote: 'café and crème for all'}"),
    matched("KOI8-R by the page itself", "{url: 'https://docs.localhost/meta', quote: 'пакеты подписаны'}"),
    matched(
        "Latin-1 by the page itself",
        "{url: 'https://docs.localhost/http-equiv', quote: 'Schlüssel für alle'}",
    ),
    matched(
        "the header beats the page",
        "{url: 'https://docs.localhost/header-wins', quote: 'Schlüssel für alle'}",
    ),
    matched(
        "the byte order mark beats the header",
        "{url: 'https://docs.localhost/mark-wins', quote: 'Schlüssel für alle'}",
    ),
    matched(
        "UTF-8 that nobody named",
        "{url: 'https://docs.localhost/utf8-unsaid', quote: 'Schlüssel für alle'}",
    ),
    matched("UTF-16 by the header", "{url: 'https://docs.localhost/utf16', quote: 'Schlüssel für alle'}"),
    matched("UTF-16 by its mark", "{url: 'https://docs.localhost/utf16-mark', quote: 'Schlüssel für alle'}"),
    matched("Shift_JIS", "{url: 'https://docs.localhost/sjis', quote: '二要素認証が必要です'}"),
    matched("GB 2312", "{url: 'https://docs.localhost/gb', quote: '双因素认证是必须的'}"),
    found("a charset that is none", "'https://docs.localhost/unknown-charset#x'"),
    matched(
        "words beside bytes that are no UTF-8",
        "{url: 'https://docs.localhost/broken-utf8', quote: 'bytes, whole words'}",
    ),
    matched(
        "plain text in Latin-1",
        "{url: 'https://docs.localhost/text-latin1', quote: 'Schlüssel für alle'}",
    ),
    matched(
        "plain text in UTF-16",
        "{url: 'https://docs.localhost/text-utf16', quote: 'Schlüssel für alle'}",
    ),
    contradicted(
        "other words in Latin-1",
        "{url: 'https://docs.localhost/latin1', quote: 'Schlüssel für keinen'}",
    ),
    contradicted("no such id in Latin-1", "'https://docs.localhost/latin1#schlussel'"),
    contradicted(
        "other words in KOI8-R",
        "{url: 'https://docs.localhost/meta', quote: 'пакеты не подписаны'}",
    ),
    contradicted(
        "other words in UTF-16",
        "{url: 'https://docs.localhost/utf16', quote: 'Schlüssel für keinen'}",
    ),
    contradicted(
        "other words in Shift_JIS",
        "{url: 'https://docs.localhost/sjis', quote: '二要素認証は任意です'}",
    ),
];
