"""The badge against badge-maker, which draws the badges beside it, and against the keys that shields.io knows."""

import json

from checks import ROOT, TODAY, WORK, check, node, product
from lxml import etree

# https://github.com/badges/shields, services/endpoint-common.js: an unknown key makes it refuse the file.
SHIELDS = {
    "schemaVersion": int, "label": str, "message": str, "color": str, "labelColor": str, "isError": bool,
    "namedLogo": str, "logoSvg": str, "logoColor": str, "logoSize": str, "style": str, "cacheSeconds": int,
}
SVG = "{http://www.w3.org/2000/svg}"


def geometry(svg):
    """Where everything stands and what it says. The ids and the title are each badge's own."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    rects = [(it.get("x"), it.get("width"), it.get("height")) for it in root.iter(SVG + "rect")]
    texts = [(it.get("x"), it.get("y"), it.get("textLength"), it.text) for it in root.iter(SVG + "text")]
    return {"size": (root.get("width"), root.get("height")), "rects": rects, "texts": texts}


def badge(path, style):
    """Both forms of the badge of a declaration, and what is wrong with how the program ended."""
    svg, endpoint = WORK / f"{path.stem}-{style}.svg", WORK / f"{path.stem}-{style}.json"
    files = ["--svg", svg, "--endpoint", endpoint]
    done = product("badge", *files, "--style", style, "--declaration", path, "--today", TODAY, ROOT, cwd=ROOT)
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"{path.name}: badge ended {done.returncode}: {done.stderr}")
    return svg.read_bytes(), json.loads(endpoint.read_text(encoding="utf-8"))


paths = sorted((ROOT / "examples").glob("*.yml"))
badges = {f"{path.stem} ({style})": badge(path, style) for path in paths for style in ["levels", "counts"]}
theirs = json.loads(node("badge.mjs", [endpoint for _, endpoint in badges.values()]))

check(
    f"badge: {len(badges)} are drawn as badge-maker draws them",
    [
        f"{name}: {geometry(svg)}, badge-maker {geometry(their.encode())}"
        for (name, (svg, _)), their in zip(badges.items(), theirs, strict=True)
        if geometry(svg) != geometry(their.encode())
    ],
)
check(
    "badge: the endpoint has only keys that shields.io knows, of their types",
    [
        f"{name}: {key}: {value!r}"
        for name, (_, endpoint) in badges.items()
        for key, value in endpoint.items()
        if type(value) is not SHIELDS.get(key)
    ]
    + [name for name, (_, it) in badges.items() if it["schemaVersion"] != 1 or not it["label"] or not it["message"]],
)
