"""GitLab Code Quality: no schema is published in a registry, so this is what GitLab's documentation asks for."""

import json
from pathlib import PurePosixPath

from checks import cases, check

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def problems(case):
    text = case.text("gitlab")
    if text.startswith("\ufeff"):
        yield f"{case.name}: a byte order mark, which GitLab refuses"
    entries = json.loads(text)
    findings = case.report()["findings"]
    if len(entries) != len(findings):
        yield f"{case.name}: {len(entries)} entries for {len(findings)} findings"
    for entry, finding in zip(entries, findings):
        location = entry["location"]
        path, line = location["path"], location["lines"]["begin"]
        for key in ["description", "check_name", "fingerprint"]:
            if not isinstance(entry[key], str) or not entry[key]:
                yield f"{case.name}: {key} is {entry[key]!r}"
        if entry["severity"] not in SEVERITIES:
            yield f"{case.name}: severity {entry['severity']}"
        if not isinstance(line, int) or isinstance(line, bool) or line < 1:
            yield f"{case.name}: line {line!r}"
        if PurePosixPath(path).is_absolute() or path.startswith("./") or ".." in path.split("/"):
            yield f"{case.name}: {path} is not relative to the top of the repository"
        if (entry["check_name"], path, line) != (finding["rule"], finding["path"], finding["line"]):
            yield f"{case.name}: {entry} is not {finding}"
    if len({it["fingerprint"] for it in entries}) != len(entries):
        yield f"{case.name}: a fingerprint stands twice"


everything = list(cases())
check(
    f"gitlab: {len(everything)} reports have the fields, relative paths and unique fingerprints",
    [it for case in everything for it in problems(case)],
)
