"""The report: its page in a real browser, judged by axe-core, and its Markdown as GitHub renders it.

Screenshots lie in `$WORK/shots`, or in the directory that `SHOTS` names, for people to look at.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import cmarkgfm
from checks import ROOT, TODAY, WORK, check, product
from cmarkgfm.cmark import Options
from hostile import declaration
from lxml import html
from payloads import PAYLOADS

SHOTS = Path(os.environ.get("SHOTS", WORK / "shots"))
EVERY_LOOK = [(width, look) for width in (320, 768, 1280) for look in ("light", "dark", "print")]
NARROW_AND_WIDE = [(320, "light"), (1280, "print")]
LARGEST = 120_000
# Payloads that are aimed at pages, at what they lead to, and at their layout.
HOSTILE = ["html", "html-block", "links", "schemes", "url", "url-user", "comment", "entities", "invisible", "scripts", "escapes"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
REL = "noopener noreferrer nofollow"
OUTLINE = ROOT / "tests/conformance/report-outline.txt"
# Partial answers; several clients; almost nothing; a registry without accounts; text of others everywhere.
OUTLINED = ["rubygems", "pypi", "minimal", "go", "hostile-html"]
EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
OURS = {
    "div", "h1", "h2", "h3", "h4", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "a", "hr",
    "details", "summary", "input",
}


def report(name, top, *arguments):
    """The report of a declaration in both renderings, written to files; their paths."""
    page, text = SHOTS / f"{name}.html", SHOTS / f"{name}.md"
    flags = ["--offline", "--today", TODAY, "--output", f"html={page}", "--output", f"markdown={text}", "-q"]
    done = product("report", *flags, *arguments, os.fspath(top), cwd=top)
    if done.returncode != 0 or done.stdout:
        raise SystemExit(f"{name}: report ended {done.returncode}: {done.stderr}")
    return page, text


def hostile(name, text):
    """The report of a tree with that declaration."""
    top = WORK / "pages" / name
    (top / ".git").mkdir(parents=True)
    (top / ".package-repo-security.yml").write_text(text, encoding="utf-8")
    return report(name, top)


def opened(pages, looks):
    """What Chromium saw of each page, at each width and in each look."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        raise SystemExit("no Chromium: install it (on Debian: apt-get install chromium)")
    visits = [
        {"page": name, "url": path.as_uri(), "width": width, "look": look}
        for name, path in pages.items()
        for width, look in looks
    ]
    job = json.dumps({"executable": executable, "shots": os.fspath(SHOTS), "visits": visits})
    done = subprocess.run(["node", WORK / "page.mjs"], input=job.encode(), capture_output=True, timeout=1200, check=False)
    if done.returncode != 0:
        raise SystemExit(f"page.mjs ended {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def where(visit):
    return f"{visit['page']} at {visit['width']} px, {visit['look']}"


def links(path):
    """What is wrong with the links of a page."""
    for link in html.parse(path).iter("a"):
        href = link.get("href", "")
        if not href.startswith("#") and not (href.startswith("https://") and link.get("rel") == REL):
            yield f"{path.name}: {html.tostring(link)}"


def rendered(path):
    """Markdown as GitHub renders it, raw HTML let through."""
    text = path.read_text(encoding="utf-8")
    page = cmarkgfm.markdown_to_html_with_extensions(text, options=Options.CMARK_OPT_UNSAFE, extensions=EXTENSIONS)
    return html.fragment_fromstring(page, create_parent="div")


def outline(page):
    """The blocks of a page, each with its depth and the beginning of its text."""
    blocks = {"h1", "h2", "h3", "h4", "p", "li", "details", "summary", "tr", "hr"}
    for element in page.iter():
        if element.tag in blocks:
            depth = sum(1 for it in element.iterancestors() if it.tag in {"details", "ul", "table"})
            # Text of blocks within it stands there.
            within = " ".join("".join(element.itertext()).split()) if element.tag != "details" else ""
            # The hash of the declaration and the program's version change for other reasons.
            within = re.sub(r"[0-9a-f]{64}|package-repo-security [0-9.]+", "…", within)
            yield f"{'  ' * depth}{element.tag} {within[:100]}".rstrip()


def strange(name, page):
    """What a report of ours has no use for, and text of others outside of code."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            if element.text.strip() != "package-repo-security report":
                yield f"{name}: a comment {element.text}"
        elif element.tag not in OURS or set(element.attrib) - {"href", "align", "type", "disabled", "checked", "name"}:
            yield f"{name}: <{element.tag}> {dict(element.attrib)}"
        elif element.tag == "a" and element.get("name"):
            # A place: GitHub keeps its name, under a prefix that its pages know.
            if element.text or "href" in element.attrib or element.getparent().tag != "summary":
                yield f"{name}: a place that is more than that: {html.tostring(element)}"
        elif element.tag == "a" and element.get("href", "").startswith("#"):
            if element.get("href")[1:] not in page.xpath("//a/@name"):
                yield f"{name}: a link to {element.get('href')}, which is nowhere"
        elif element.tag == "a" and not element.get("href", "").startswith("https://"):
            yield f"{name}: a link to {element.get('href')}"
    for text in page.xpath(".//text()[not(ancestor::code)]"):
        if re.search(r"evil\.example|octocat|alert\(|javascript:", text):
            yield f"{name}: outside code: {text[:120]}"


def broken():
    """Pages with one mistake each, which the browser must see, or nothing that it does not see is worth anything."""
    good = (SHOTS / "minimal.html").read_text(encoding="utf-8")
    free = re.sub(r"<meta http-equiv[^>]*>", "", good)
    mistakes = {
        "wide": good.replace("<main>", "<main><p>" + "\u00a0" * 10 + "<table><tr><td><canvas width='3000' height='9'></canvas></table>"),
        "script": free.replace("<main>", "<main><script>console.log('run')</script>"),
        "refused": good.replace("<main>", "<main><script>console.log('run')</script>"),
        "request": free.replace("<main>", "<main><img alt='' src='https://b.invalid/x.png'>"),
        "torn": free.replace("<main>", "<main><style>.title{flex:0 1 3rem!important}</style>"),
        "unnamed": good.replace("<main>", "<main><a href='#levels'></a>"),
    }
    for name, text in mistakes.items():
        path = SHOTS / f"broken-{name}.html"
        path.write_text(text, encoding="utf-8")
        yield f"broken-{name}", path


SHOTS.mkdir(parents=True, exist_ok=True)
examples = {it.stem: report(it.stem, ROOT, "--declaration", it) for it in sorted((ROOT / "examples").glob("*.yml"))}
attacks = {f"hostile-{it}": hostile(f"hostile-{it}", declaration(PAYLOADS[it])) for it in HOSTILE}
long = declaration("harmless").replace("note: \"harmless\"", f"note: {json.dumps('word' * 20_000 + ' and more' * 10_000)}", 1)
attacks["hostile-long"] = hostile("hostile-long", long)
heaps = "Z\u0301\u0489\u0e49" + "\u0301\u0489\u0e49\u0903" * 18 + " Việt e\u0323\u0302"
attacks["hostile-marks"] = hostile("hostile-marks", declaration(heaps))
good = {name: page for name, (page, _) in examples.items()}
evil = {name: page for name, (page, _) in attacks.items()}
pages = good | evil
seen = opened(good, EVERY_LOOK) + opened(evil, NARROW_AND_WIDE)
mistaken = {it["page"]: it for it in opened(dict(broken()), [(320, "light")])}

count = f"{len(seen)} visits of {len(pages)} pages"
check(f"page: no horizontal scroll in {count}", [f"{where(it)}: {it['overflow']} px" for it in seen if it["overflow"] > 0])
check(f"page: axe-core finds nothing in {count}", [f"{where(it)}: {x}" for it in seen for x in it["violations"] or ([] if it["rules"] > 15 else ["few rules"])])
check(f"page: no request in {count}", [f"{where(it)}: {x}" for it in seen for x in it["requests"]])
check(f"page: no message and no dialog in {count}", [f"{where(it)}: {x}" for it in seen for x in it["messages"]])
grounds = {"light": "rgb(251, 250, 248)", "dark": "rgb(21, 23, 27)", "print": "rgb(255, 255, 255)"}
check(f"page: no word of a title is broken beside the widest status in {count}", [f"{where(it)}: {it['torn']}" for it in seen if it["torn"]])
check("page: light, dark and paper are what the reader asked for", [f"{where(it)}: {it['ground']}" for it in seen if it["ground"] != grounds[it["look"]]])
check(
    "page: folds hide what is in them on screens, and nothing on paper",
    [where(it) for it in seen if it["folded"]["hidden"] != (0 if it["look"] == "print" else it["folded"]["all"]) or not it["folded"]["all"]],
)
check(
    "page: a link to a requirement opens its fold and shows its title",
    [f"{where(it)}: {it['reached']}" for it in seen if it["look"] != "print" and not (it["reached"]["open"] and it["reached"]["seen"])],
)
check("page: every link is https and vouches for nobody", [it for path in pages.values() for it in links(path)])
check(
    f"page: smaller than {LARGEST} bytes",
    [f"{name}: {path.stat().st_size}" for name, path in pages.items() if path.stat().st_size >= LARGEST],
)
check(
    "page: the browser does see what is wrong",
    [f"{name} is not seen" for name, is_seen in {
        "broken-wide": mistaken["broken-wide"]["overflow"] > 0,
        "broken-script": mistaken["broken-script"]["messages"] == ["run"],
        "broken-refused": any("Content Security Policy" in it for it in mistaken["broken-refused"]["messages"]),
        "broken-request": mistaken["broken-request"]["requests"] == ["https://b.invalid/x.png"],
        "broken-torn": "prevention" in mistaken["broken-torn"]["torn"],
        "broken-unnamed": any(it.startswith("link-name") for it in mistaken["broken-unnamed"]["violations"]),
    }.items() if not is_seen],
)

texts = {name: rendered(text) for name, (_, text) in (examples | attacks).items()}
check(
    f"report in Markdown: no link but to https, no HTML but ours, nothing of others outside code in {len(texts)}",
    [it for name, page in texts.items() for it in strange(name, page)],
)
wanted = "".join(f"=== {name}\n" + "\n".join(outline(texts[name])) + "\n" for name in OUTLINED)
if "UPDATE_GENERATED" in os.environ:
    OUTLINE.write_text(wanted, encoding="utf-8")
lines = OUTLINE.read_text(encoding="utf-8").splitlines()
check(
    "report in Markdown: GitHub's renderer makes of it what is meant",
    [f"{ours!r} in place of {theirs!r}" for ours, theirs in zip(wanted.splitlines(), lines, strict=False) if ours != theirs]
    + ([] if len(wanted.splitlines()) == len(lines) else ["another number of blocks"]),
)
