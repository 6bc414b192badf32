"""Exports beside the JSON report of the same run: nothing may pass there that is not met here."""

import json

SELF = "This is a self-assessment"


def passing(case):
    """Kind and requirement of everything that an export says holds."""
    for it in json.loads(case.text("gemara"))["evaluations"]:
        if it["result"] == "Passed":
            yield "gemara", it["control"]["entry-id"]
    predicate = json.loads(case.text("in-toto"))["predicate"]
    for name in predicate["passedTests"] + predicate["warnedTests"]:
        yield "in-toto", name.split(" (")[0]
    for it in json.loads(case.text("oscal"))["assessment-results"]["results"][0].get("findings", []):
        if it["target"]["status"]["state"] == "satisfied":
            yield "oscal", it["target"]["target-id"]
    for it in json.loads(case.text("cyclonedx"))["declarations"]["attestations"][0]["map"]:
        if it["conformance"].get("score") == 1:
            yield "cyclonedx", it["requirement"].removeprefix("requirement:")


def overclaims(case):
    rows = case.report()["requirements"]
    met = [it["id"] for it in rows if it["status"] == "met" and it["outcome"] != "contradicted"]
    for kind in ["gemara", "in-toto", "oscal", "cyclonedx"]:
        claimed = sorted(name for of, name in passing(case) if of == kind)
        # Once for each client; an answer that is malformed may be met in the report, and passes nowhere.
        for name in set(claimed):
            if claimed.count(name) > met.count(name):
                yield f"{case.name}: {kind}: {name} passes {claimed.count(name)} times, met {met.count(name)} times"
        if SELF not in case.text(kind):
            yield f"{case.name}: {kind}: does not say that it is a self-assessment"
    whole = all(it["status"] in {"met", "not-applicable", None} for it in rows)
    if json.loads(case.text("in-toto"))["predicate"]["result"] != "FAILED" and not whole:
        yield f"{case.name}: in-toto: does not fail as a whole"
    if json.loads(case.text("gemara"))["result"] == "Passed" and not whole:
        yield f"{case.name}: gemara: passes as a whole"
