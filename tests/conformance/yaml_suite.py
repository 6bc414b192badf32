"""yaml-test-suite: 402 cases, 94 of which every YAML reader must refuse; as whole files and inside a declaration.

What holds, and is asserted:
- Every case, in every position, ends with a verdict and nothing on standard error.
- Whole file: `yaml-syntax` (exit 3) is said of each case that must fail and of no other. The one exception: of a file with a
  second document only the first is read, so a mistake behind `---` is a refusal (exit 1), and never accepted.
- Whole file: an anchor, alias, tag or second document is refused exactly where the suite's event tree has one.
- As the text of a `note`: every case is accepted, since a block scalar holds any text; not one with a tab before a line's text.
- As the value of an `x-` key: as above, for the cases without markers of documents, which mean something else when indented.
- As the value of an `x-` key: where it is accepted, all readers that read it read the same."""

import json
import re

from checks import ROOT, check, node
from declarations import verdicts
from trees import trees

MINIMAL = (ROOT / "examples/minimal.yml").read_text(encoding="utf-8")
TAB_FIRST = re.compile(r"^[ ]*\t", re.M)
MARKER = re.compile(r"^(---|\.\.\.|%)", re.MULTILINE)
NODE = re.compile(r"^\s*[+=](?:MAP|SEQ|VAL)(?: \{\}| \[\])?(?P<anchor> &\S+)?(?P<tag> <)?")
FEATURES = {"yaml-anchor", "yaml-alias", "yaml-tag", "yaml-second-document"}

# Readers that read a case otherwise than the suite says, which makes it their defect and not an ambiguity of ours.
DEFECTS_OF_READERS = {
    # ruamel.yaml takes the colon of `{omitted value:,}` for a part of the key.
    ("4ABK", "ruamel.yaml"),
    # npm yaml drops a line of blanks at the end of `|2`.
    ("4RWC", "npm yaml"),
}


def used(tree):
    """The refused features that the first document of an event tree uses, and whether there is a second one."""
    first, *more = tree.split("+DOC")[1:] or [""]
    found = {"yaml-second-document"} if more else set()
    for line in first.splitlines():
        node_of_line = NODE.match(line)
        if node_of_line and node_of_line["anchor"]:
            found.add("yaml-anchor")
        if node_of_line and node_of_line["tag"]:
            found.add("yaml-tag")
        if line.strip().startswith("=ALI"):
            found.add("yaml-alias")
    return found


def indented(text, by):
    return "".join(" " * by + line + "\n" if line else "\n" for line in text.removesuffix("\n").split("\n"))


def syntax(cases, verdicts_of_them):
    """Where `yaml-syntax` and the suite do not agree."""
    for case, verdict in zip(cases, verdicts_of_them, strict=True):
        is_syntax = "yaml-syntax" in verdict.rules
        # A tab before a line's text is refused by name wherever it stands, also where our parser would let it pass.
        is_tab = "yaml-tab" in verdict.rules
        behind = "-DOC" in case["tree"] and "yaml-second-document" in verdict.rules
        if case["fail"] and not is_syntax and not is_tab and not behind:
            yield f"{case['id']}: must fail, but {verdict.rules or 'no finding'}: {case['yaml']!r}"
        if not case["fail"] and is_syntax:
            yield f"{case['id']}: is YAML, but yaml-syntax: {case['yaml']!r}"
        if is_syntax and verdict.code != 3 or not is_syntax and verdict.code == 3:
            yield f"{case['id']}: exit {verdict.code} with {verdict.rules}"


def features(cases, verdicts_of_them):
    """Where the refused features are not those of the suite's event tree."""
    for case, verdict in zip(cases, verdicts_of_them, strict=True):
        wanted, found = used(case["tree"]), verdict.rules & FEATURES
        if not case["fail"] and wanted != found:
            yield f"{case['id']}: the suite says {wanted}, we {found}: {case['yaml']!r}"


def readings(cases, sources, verdicts_of_them):
    """Accepted text of which two readers make two things. A reader that refuses it misleads nobody."""
    for case, verdict, found in zip(cases, verdicts_of_them, trees(sources), strict=True):
        if any(rule.startswith("yaml-") for rule in verdict.rules):
            continue
        read = {
            name: json.dumps(it["tree"], sort_keys=True)
            for name, it in found.items()
            if "tree" in it and (case["id"], name) not in DEFECTS_OF_READERS
        }
        if len(set(read.values())) > 1:
            heard = {name: it["tree"].get("x-case", it["tree"]["answers"]) for name, it in found.items() if "tree" in it}
            yield f"{case['id']}: accepted, but read as {heard}: {case['yaml']!r}"


suite = json.loads(node("suite.mjs", []))
must_fail = sum(case["fail"] for case in suite)
check("yaml: the suite is whole", [] if (len(suite), must_fail) == (402, 94) else [f"{len(suite)} cases, {must_fail} must fail"])

whole = verdicts([case["yaml"] for case in suite])
plain = [case for case in suite if not MARKER.search(case["yaml"])]
values = [f"{MINIMAL}\nx-case:\n{indented(case['yaml'], 2)}" for case in suite]
under_x = verdicts(values)
note = "answers:\n  unpublish-policy:\n    status: unmet\n    note: |2\n"
notes = [MINIMAL.replace("answers: {}\n", note + indented(case["yaml"], 6)) for case in suite]
under_note = verdicts(notes)

ends = [("whole", whole), ("x-", under_x), ("note", under_note)]
check(
    f"yaml: {3 * len(suite)} files end with a verdict",
    [f"{case['id']} ({kind}): {it.defect()}" for kind, all_of_it in ends for case, it in zip(suite, all_of_it) if it.defect()],
)
check("yaml: whole files: the syntax errors are those of the suite", syntax(suite, whole))
check("yaml: whole files: the refused features are those of the suite", features(suite, whole))
check("yaml: whole files: none is a declaration", [case["id"] for case, it in zip(suite, whole) if it.code == 0])
unmarked = [(case, it) for case, it in zip(suite, under_x) if not MARKER.search(case["yaml"])]
check(f"yaml: {len(unmarked)} cases under an x- key: the syntax errors are those of the suite", syntax(*zip(*unmarked)))
# Refused is a note without text, and one with a line that a tab begins: of nothing else may the text of a case remind anybody.
check(
    "yaml: every case as a note is accepted, but for the empty one and those with a tab before a line's text",
    [
        f"{case['id']}: {it.rules}"
        for case, it in zip(suite, under_note)
        if (it.code == 0) == (not case["yaml"].strip() or bool(TAB_FIRST.search(case["yaml"])))
    ],
)
check("yaml: accepted under an x- key, read the same by all readers", readings(suite, values, under_x))
check("yaml: accepted as a note, read the same by all readers", readings(suite, notes, under_note))
