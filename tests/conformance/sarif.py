"""SARIF against the schema of the standard, and against the rules of Microsoft's validator and of GitHub's code scanning."""

import json
import subprocess

from checks import PACKAGES, WORK, cases, check, validator

TOOL = PACKAGES / "@microsoft/sarif-multitool-linux"
LOG = WORK / "multitool.sarif"
# GitHub takes so many runs in a file (GH1013).
MOST_RUNS = 20

# Rules below the level of an error that do not hold, each with why.
ACCEPTED = {
    # Takes a name in Pascal case for the same as an id of one word; GitHub shows the name, so both stand.
    "SARIF1001": "warning",
    # There is no published home page yet.
    "SARIF2005": "warning",
}


def judged(logs):
    """Everything that the validator says: its rule, its level and where. Several reports go into one file, a run each: the
    validator takes a second for every file."""
    files = []
    for start in range(0, len(logs), MOST_RUNS):
        files.append(WORK / f"merged-{start}.sarif")
        runs = [run for log in logs[start:start + MOST_RUNS] for run in log["runs"]]
        files[-1].write_text(json.dumps({**logs[0], "runs": runs}))
    command = [TOOL / "Sarif.Multitool", "validate", *files, "--rule-kind", "Sarif;Ghas"]
    done = subprocess.run(
        [*command, "--output", LOG, "--log", "ForceOverwrite"], capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode != 0 or f"{len(files)} files scanned" not in done.stdout:
        raise SystemExit(f"the validator ended {done.returncode}: {done.stdout[-2000:]}")
    run = json.loads(LOG.read_text(encoding="utf-8-sig"))["runs"][0]
    for invocation in run.get("invocations", []):
        for note in invocation.get("toolExecutionNotifications", []):
            if note.get("level") == "error":
                yield "crash", "error", note["message"].get("text", "")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"].get("region", {})
        yield result["ruleId"], result.get("level", "warning"), f"{region} {result['message']}"


everything = list(cases())
files = [str(it.path("sarif")) for it in everything]
check(
    f"sarif: {len(files)} reports are valid by sarif-2.1.0.json",
    validator("check-jsonschema", "--schemafile", TOOL / "sarif-2.1.0.json", *files),
)

logs = [json.loads(it.bytes("sarif")) for it in everything]
said = list(judged(logs))
check("sarif: no error by Sarif.Multitool, rules Sarif and Ghas", [it for it in said if it[1] == "error"])
check(
    "sarif: nothing else by Sarif.Multitool, but for what is accepted",
    sorted({it for it in said if it[1] != "error" and ACCEPTED.get(it[0]) != it[1]}),
)
# The validator is awake: it finds what is wrong with a report that was spoilt.
spoilt = json.loads(json.dumps(logs[0]))
spoilt["runs"][0]["tool"]["driver"]["rules"][0].pop("shortDescription")
spoilt["runs"][0]["results"] = [{"ruleId": "nowhere", "ruleIndex": 9999, "message": {"text": ""}}]
check("sarif: the validator refuses a spoilt report", [] if any(it[1] == "error" for it in judged([spoilt])) else ["silent"])


def lost(case, log):
    """Findings of the JSON report that are not in the SARIF report at their place."""
    seen = []
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        seen.append((result["ruleId"], result["level"], region.get("startLine", 1), region.get("startColumn", 1)))
    levels = {"error": "error", "warning": "warning", "notice": "note"}
    wanted = [(it["rule"], levels[it["severity"]], it["line"], it["column"]) for it in case.report()["findings"]]
    if sorted(seen) != sorted(wanted):
        yield f"{case.name}: {sorted(set(seen) ^ set(wanted))}"


check("sarif: the findings of the JSON report", [it for case, log in zip(everything, logs) for it in lost(case, log)])
