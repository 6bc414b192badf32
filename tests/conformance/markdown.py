"""Markdown as GitHub renders it (cmark-gfm, all extensions, raw HTML let through): untrusted text stays text."""

import re

import cmarkgfm
from checks import cases, check
from cmarkgfm.cmark import Options
from lxml import html
from payloads import PAYLOADS

EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
# What our own report is made of.
OURS = {
    "div", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "strong", "em",
}
# The comment by which the program knows its own reports, and takes them for no evidence. It begins the report.
MARKER = "package-repo-security report"


def is_first(element):
    """Whether nothing stands before an element at the top of a page."""
    return element.getprevious() is None and element.getparent().getparent() is None


# What GitHub turns into links in text outside code, after rendering: mentions, references, commits, addresses, footnotes.
LINKED = re.compile(r"@[A-Za-z0-9]|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|://|www\.|\[\^|\$[^ ]|:[a-z]+:")


def rendered(text, extensions=EXTENSIONS):
    page = cmarkgfm.markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE, extensions=extensions)
    return html.fragment_fromstring(page, create_parent="div")


def outside_code(page):
    """The text that does not stand in code."""
    return page.xpath(".//text()[not(ancestor::code)]")


def dangers(page, markers=((MARKER, is_first),)):
    """Elements, attributes and text that a report of ours has no use for. `markers` are our comments, each with what says
    whether one is at its place."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            if any(element.text.strip() == text and is_there(element) for text, is_there in markers):
                continue
            yield f"a comment {element.text}"
        elif element.tag not in OURS:
            yield f"<{element.tag}> {dict(element.attrib)} {element.text_content()[:80]}"
        elif set(element.attrib) - {"align"}:
            yield f"<{element.tag}> with {dict(element.attrib)}"
    for text in outside_code(page):
        if LINKED.search(text):
            yield f"outside code: {text[:120]}"


def problems(case):
    page = rendered(case.text("markdown"))
    for danger in dangers(page):
        yield f"{case.name}: {danger}"
    yield from rows(case.name, page, case.report()["findings"])


def rows(name, page, findings):
    """Where the table of findings is not one row for each."""
    # A cell or a row that was forged, or cut off: GFM drops the cells that are too many.
    tables = [it for it in page.iter("table") if it.xpath("string(.//th)") == "Severity"]
    cells = [[td.text_content() for td in row.iter("td")] for table in tables for row in table.xpath(".//tr[td]")]
    if sorted((row[0], row[2]) for row in cells) != sorted((it["severity"], it["rule"]) for it in findings):
        yield f"{name}: {len(cells)} rows for {len(findings)} findings"
    if len(tables) > 1 or any(len(row) != 4 or not row[3] for row in cells):
        yield f"{name}: a row without a message"


def unspoken(case):
    """Messages that do not stand in the page, blanks aside, and the backticks around names, which become code."""
    page = re.sub(r"[\s`]+", "", rendered(case.text("markdown")).text_content())
    for finding in case.report()["findings"]:
        message = finding["message"]
        # Written otherwise on purpose: what cannot be printed, runner commands, the ends of HTML comments.
        if not message.isascii() or not message.isprintable() or re.search(r"##\[|--|^::", message):
            continue
        if re.sub(r"[\s`]+", "", message) not in page:
            yield f"{case.name}: {message} is not in the page"


def main():
    everything = list(cases())
    check(
        f"markdown: no link, image, HTML or mention in {len(everything)} rendered reports, a row for each finding",
        [it for case in everything for it in problems(case)],
    )
    check("markdown: every message is shown", [it for case in everything for it in unspoken(case)])
    deaf = [name for name in AIMED if not list(dangers(rendered(PAYLOADS[name])))]
    check("markdown: the reader does find what the payloads do as they stand", deaf)


# Payloads that would be a link, an image, a mention or HTML.
AIMED = ["html", "html-block", "links", "references", "backticks", "backtick-first", "fence", "comment", "blocks"]

if __name__ == "__main__":
    main()
