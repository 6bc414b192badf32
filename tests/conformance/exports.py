"""Exports, read by the tools that they are for: Gemara's schema in CUE, compliance-trestle, CycloneDX's and in-toto's libraries."""

import json

from checks import ROOT, WORK, cases, check, node
from exports_broken import BROKEN
from exports_readers import READERS, references
from exports_truth import overclaims

KINDS = ["gemara", "gemara-catalog", "in-toto", "oscal", "cyclonedx"]
GEMARA = {"gemara": "#EvaluationLog", "gemara-catalog": "#ControlCatalog"}
EXAMPLES = {path.stem for path in (ROOT / "examples").glob("*.yml")}


def is_readable(case):
    """Whether there is a declaration to speak of: without one an export is `null`."""
    return case.run["exit"] != 3


def complaint(kind, text):
    """What a reader in Python says."""
    try:
        return READERS[kind](text)
    except Exception as error:  # each library has its own
        return f"{type(error).__name__}: {error}"


everything = list(cases())
readable = [case for case in everything if is_readable(case)]
check("exports: the ten examples are among what is looked at", EXAMPLES - {case.name for case in readable})
check(
    "exports: without a declaration, nothing is stated",
    [
        f"{case.name}: {kind}: {case.text(kind)[:80]}"
        for case in everything
        for kind in KINDS
        if kind != "gemara-catalog" and (case.text(kind) == "null\n") == is_readable(case)
    ],
)
# One declaration that broke each of the readers would be enough; many are quicker read at once.
broken = {}
for name, (kind, spoil) in BROKEN.items():
    document = json.loads(next(case for case in readable if case.name == "twelve").text(kind))
    spoil(document)
    broken[name] = (kind, document)
    (WORK / f"broken-{name}.json").write_text(json.dumps(document))
runs = []
for kind, definition in GEMARA.items():
    # CUE tells JSON by the name of a file.
    paths = []
    for case in readable:
        path = WORK / f"{case.name}.{kind}.json"
        path.write_bytes(case.bytes(kind))
        paths.append(str(path))
    runs.append([definition, paths])
refused = [name for name, (kind, _) in broken.items() if kind in GEMARA]
runs += [[GEMARA[broken[name][0]], [str(WORK / f"broken-{name}.json")]] for name in refused]
complaints = json.loads(node("gemara.mjs", {"schema": str(ROOT / "tests/conformance/gemara"), "runs": runs}))
for kind, said in zip(GEMARA, complaints):
    check(f"exports: {len(readable)} documents {kind} are valid by the schema of Gemara 1.4.1", said.splitlines())
check(
    f"exports: the schema of Gemara refuses {len(refused)} broken documents",
    [name for name, said in zip(refused, complaints[len(GEMARA) :], strict=True) if not said],
)
for kind in READERS:
    check(
        f"exports: {len(readable)} documents {kind} are read by the library that reads them",
        [f"{case.name}: {said}" for case in readable if (said := complaint(kind, case.text(kind)))],
    )
    spoiled = [name for name, (of, _) in broken.items() if of == kind]
    check(
        f"exports: the same library refuses {len(spoiled)} broken documents {kind}",
        [name for name in spoiled if not complaint(kind, json.dumps(broken[name][1]))] + ([] if spoiled else ["none"]),
    )
check("exports: every reference leads somewhere, every id is one thing's", [it for case in readable for it in references(case)])
check("exports: nothing passes that the report does not have as met", [it for case in readable for it in overclaims(case)])
