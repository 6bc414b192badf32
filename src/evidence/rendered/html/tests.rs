use super::render;
use crate::evidence::mapped::Mapped;
use crate::evidence::rendered::Page;
use crate::text::fold::fold;

fn page(html: &str) -> Page {
    render(&Mapped::identity(html))
}

fn shown(html: &str) -> String {
    fold(&page(html).text.text)
}

#[test]
fn shows_what_a_browser_shows() {
    for (html, text) in [
        ("<p>We <b>an</b>swer&nbsp;within 48&#x20;hours</p>", "we answer within 48 hours"),
        ("<td>a</td><td>b</td><li>c<li>d<br>e", "a b c d e"),
        ("a<!-- no -->b<script>var no = '<p>';</script>c<style>no{}</style>d", "abcd"),
        ("<template>no</template>yes", "yes"),
        ("<div hidden>no<div>no</div>no</div>yes", "yes"),
        ("<p hidden>no<p>yes", "yes"),
        ("<ul><li style='display : none'>no<li>yes</ul>", "yes"),
        ("<span style=\"VISIBILITY:hidden\">no</span>yes<input hidden>yes", "yes yes"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<title>t &amp; u</title><textarea><b></textarea>", "t & u <b>"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("</p hidden>yes", "yes"),
        ("<p style='opacity:0;content-visibility:hidden'>no</p>yes", "yes"),
        ("a<div style=display:none><br>no</div>b", "ab"),
        ("<dialog>no</dialog><dialog open>yes</dialog><datalist><option>no</datalist>", "yes"),
    ] {
        assert_eq!(shown(html), text, "{html}");
    }
}

/// What browsers say of a text in such places, and what cannot be told.
#[test]
fn elements_end_where_browsers_end_them() {
    let perhaps = |html: &str| fold(&page(html).perhaps.unwrap_or_default());
    for html in [
        "<div hidden/>Q</div>",
        "<ul><li hidden>x<ul><li>Q</ul></ul>",
        "<table><tr hidden><td><table><tr><td>Q</table></table>",
        "<table><tr><td style='display:none'>x<table><tr><td>Q</table></table>",
        "<dl><dd hidden>x<dl><dd>Q</dl></dl>",
        "<span hidden><div></span>Q</div></span>",
        "<body hidden></body>Q",
        "<p hidden>a<button><p>Q</button>",
        "<svg><title><!--</title></svg>Q-->",
        "<svg><style><!--</style></svg>Q-->",
        "<svg><script><![CDATA[</script>Q]]></script></svg>",
        "<svg><desc>Q</desc><metadata>Q</metadata></svg>",
        "<ruby>a<rp>Q</rp></ruby>",
        "<div style='display:/**/none'>Q</div>",
        "<p style='display:none' style='display:block'>Q</p>",
        "<template><template></template>Q</template>",
        "<p><dialog>a<dialog open>Q</dialog></dialog>",
        "<select hidden><option>Q</select>",
        "<math><annotation>Q</annotation></math>",
        "<noframes>Q</noframes>",
    ] {
        assert!(!shown(html).contains('q') && !perhaps(html).contains('q'), "hidden: {html}");
    }
    for html in [
        "<ul><li hidden>x</ul><p>Q",
        "<div><p hidden>a</div><span>Q",
        "<table><tr hidden><td>x</table>Q",
        "<table><tr><td hidden>a<tr><td>Q</table>",
        "<table><tr><td>a<td hidden>x</table><p>Q",
        "<dl><dd hidden>x</dl>Q",
        "<dl><dt hidden>x</dl><section>Q",
        "<select><option hidden>choose</select><p>Q",
        "<select><option style='display:none'>choose<option>Q</select>",
        "<section><div hidden>x</section><p>Q",
        "<p style='display:none;display:block'>Q",
        "<p style='display:none-x'>Q",
        "<div style='visibility:hidden'>a<p style='visibility:visible'>Q</p></div>",
        "<svg style='display:none'/><p>Q",
        "<svg><p>Q",
        "<svg><text><![CDATA[Q]]></text></svg>",
        "<p hidden>a<section>Q</section>",
        "<!doctype html><p hidden>a<table><tr><td>Q</table>",
        "<ul><li hidden><div>x<li>Q</ul>",
        "<a hidden>x<a href=y>Q</a>",
        "<table><tr><td><b hidden>x<td>Q</table>",
        "<x-a><template shadowrootmode=open><p>Q</p></template></x-a>",
        "<details><summary>a</summary>Q</details>",
        "</div></p></li></svg>Q",
    ] {
        assert!(shown(html).contains('q'), "shown: {html}");
    }
    for html in [
        "<div><a hidden></div><p>Q",
        "<p><b hidden>x</p><p>Q",
        "<b hidden>a<p>b</b>Q</p>",
        "<table hidden>Q</table>",
        "<table hidden><p>Q</table>",
        "<video src=a>Q</video>",
        "<canvas>Q</canvas>",
        "<object data=a>Q</object>",
        "<svg><defs><text>Q</text></defs></svg>",
        "<div popover>Q</div>",
        "<div hidden=until-found>Q</div>",
        "<div style='opacity:0'>Q</div>",
        "<x-a><template shadowrootmode=open>x</template>Q</x-a>",
        "<html xmlns='http://www.w3.org/1999/xhtml'><body><div hidden='hidden'/><p>Q",
    ] {
        assert!(!shown(html).contains('q') && perhaps(html).contains('q'), "unsure: {html}");
    }
    let deep = format!("{}Q", "<div>".repeat(600));
    assert!(!shown(&deep).contains('q') && perhaps(&deep).contains('q'));
    assert_eq!(page("<p hidden>Q</p>a").perhaps, None);
}

#[test]
fn text_leads_back_to_its_line() {
    let html = "<p>\r\nfirst &amp;\r\n <b>second</b>\r\n&copy; third</p>";
    let page = page(html);
    for word in ["first", "second", "third"] {
        let origin = page.text.origin(page.text.text.find(word).unwrap());
        let line = |at: usize| html[..at].matches('\n').count();
        assert_eq!(line(origin), line(html.find(word).unwrap()), "{word}");
    }
}

#[test]
fn ids_and_headings_are_found_where_they_are() {
    let html = "<a name=top></a>\n<h2 id='x&amp;y' class=c>A <i>b</i></h2><meta name=viewport>\
                <template><p id=no></template><!-- <p id=no> --><script>'<p id=no>'</script>";
    let page = page(html);
    let ids: Vec<_> = page.ids.iter().map(|id| (id.name.as_str(), id.at)).collect();
    assert_eq!(ids, [("top", 0), ("x&y", 17)]);
    let heading = &page.headings[0];
    assert_eq!((heading.rank, heading.at, heading.text.as_str()), (2, 17, "A b"));
    assert!(html[heading.end..].starts_with("</h2>"));
}

#[test]
fn what_scripts_have_yet_to_fill_is_seen() {
    for (html, empty) in [
        ("<div id=root></div><script src=x></script>", true),
        ("<div id='app'>\n<!-- here -->\n</div>", true),
        ("<div id=root><p>text</p></div>", false),
        ("<div id=root>text</div>", false),
        ("<div id=content></div>", false),
    ] {
        assert_eq!(page(html).has_empty_mount, empty, "{html}");
    }
    assert!(
        page("<script src=a></script>").loads_script
            && page("<script>1</script>").loads_script
            && page("<script type=module>1</script>").loads_script
            && page("<button onclick='x()'>a</button>").loads_script
            && !page("<script type='application/ld+json'>{}</script><img src=a>").loads_script
    );
    assert!(
        page("<meta http-equiv=Refresh content='0; url=/a'>").leads_on
            && !page("<meta name=refresh>").leads_on
    );
    let titled = page("<title> A &amp; B </title><svg><title>no</title></svg>");
    assert_eq!(titled.title.as_deref(), Some("A & B"));
}

#[test]
fn hostile_input_takes_one_pass() {
    let deep = "<i>".repeat(500);
    for piece in [
        "<",
        "<a ",
        "<p hidden>",
        "&",
        "&#",
        "<!--",
        "</",
        "<h1>",
        "<a id=x>",
        "\0",
        "<div>",
        "</div>",
        "<b hidden>",
        "<b hidden><p></b>",
        "<svg>",
        "<math><mi>",
        "<table><td>",
        "<a>",
        "</a>",
        "<li>",
        "<template>",
        "<p></p>",
    ] {
        for start in ["", "<p><button>", "<li>", "<b>"] {
            let html = format!("{start}{deep}{}", piece.repeat(16 * 1024 / piece.len()));
            let _ = page(&html);
        }
    }
}
