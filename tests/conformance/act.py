"""`action` in a workflow that a foreign runner runs: act, without containers. What it parses out of the log, what reaches a later
step, and the summary.

act reads commands otherwise than GitHub's runner: it knows no `##[`, no bare CR and no blanks before a command, and takes the last
`::` of a line for the beginning of the message; it undoes `%25` first, so that `%250A` becomes a line end. So it says nothing
about hostile text: action.py and log_lines.py do."""

import contextlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from action import changed, examples
from annotations import unlike
from checks import PRODUCT, ROOT, TODAY, WORK, check
from github import HOST, ports, running
from hub import History, write
from runner import ANNOTATIONS, STANDARD, TOKEN, WORD, Step, wanted_outputs

NAME = "Codertocat/Hello-World"
# Mistakes that need the escapes: each is an annotation of its own.
MISTAKES = 'x-ok: 1\n"50%, a:b": 1\n"two\\nlines": 1\nreviewed-by: "100%25"\n'
INPUTS = {"today": TODAY, "output": "json=report.json", "token": "${{ github.token }}"}
BINARY = ROOT / "binary"


def steps(way):
    """The step under test: the program itself, or the Action that wraps it."""
    if way == "composite":
        given = {**INPUTS, "program": "${{ env.PROGRAM }}"}
        return {"uses": "./binary", "with": given}
    return {"run": '"$PROGRAM" action', "env": {f"INPUT_{name.upper()}": value for name, value in INPUTS.items()}}


def workflow(way):
    """A workflow; JSON is YAML, too."""
    left = {"OUTPUTS": "${{ toJSON(steps.check.outputs) }}", "OUTCOME": "${{ steps.check.outcome }}"}
    script = 'printf %s "$OUTPUTS" >"$LEFT/outputs.json"\nprintf %s "$OUTCOME" >"$LEFT/outcome"\ncp report.json "$LEFT"'
    jobs = [{"uses": "actions/checkout@v4"}, {"id": "check", **steps(way)}, {"if": "always()", "env": left, "run": script}]
    return json.dumps({"on": "pull_request", "jobs": {"check": {"runs-on": "ubuntu-latest", "steps": jobs}}})


def git(top, *arguments):
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(WORK), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *settings, *arguments], cwd=top, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def history(base="base", head="head", merge="merge"):
    """A change that was merged by the server."""
    return History(NAME, {base: [], head: [base], merge: [base, head]}, {"master": base}, [2])


def repository(top, way, text):
    """A clone of the change, with the merge checked out; its history with real names."""
    (top / ".github/workflows").mkdir(parents=True)
    (top / "docs").mkdir()
    (top / "docs/help.md").write_text("# Help\n")
    (top / ".github/workflows/check.yml").write_text(workflow(way))
    if way == "composite":
        shutil.copytree(BINARY, top / "binary")
    git(top, "init", "-q", "-b", "master")
    git(top, "remote", "add", "origin", f"https://github.com/{NAME}")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "base")
    git(top, "checkout", "-qb", "changes")
    (top / STANDARD).write_text(text, encoding="utf-8")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "head")
    git(top, "checkout", "-q", "master")
    git(top, "merge", "-q", "--no-ff", "-m", "merge", "changes")
    return history(*(git(top, "rev-parse", it) for it in ["HEAD^1", "HEAD^2", "HEAD"]))


def patient(home, program):
    """A program that ends a second after the other has: act loses the end of a log that its step did not outlive."""
    file = home / "program"
    file.write_text(f'#!/bin/sh\n"{program}" "$@"\ncode=$?\nsleep 1\nexit "$code"\n')
    file.chmod(0o755)
    return file


class Ran:
    """What act says of a run."""

    def __init__(self, home, top, program, github, payload):
        left, event = home / "left", home / "event.json"
        left.mkdir()
        event.write_text(json.dumps(payload), encoding="utf-8")
        api, pages = github
        passed = {"PROGRAM": patient(home, program), "LEFT": left, "GITHUB_API_URL": api, "GITHUB_SERVER_URL": pages,
                  "GITHUB_GRAPHQL_URL": f"{api}/graphql"}
        # Whatever act itself would ask the world for goes to a port where nobody listens.
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "HTTPS_PROXY": f"http://{HOST}:1"}
        command = ["act", "pull_request", "--json", "-e", event, "-P", "ubuntu-latest=-self-hosted", "--no-cache-server",
                   "--action-offline-mode", "--pull=false", "-s", f"GITHUB_TOKEN={TOKEN}"]
        for name, value in passed.items():
            command += ["--env", f"{name}={value}"]
        done = subprocess.run(command, cwd=top, env=environment, capture_output=True, timeout=300, check=False)
        told = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        self.exit, self.said = done.returncode, done.stderr.decode("utf-8")[-600:]
        self.result = next((it["jobResult"] for it in told if "jobResult" in it), None)
        self.commands = [it for it in told if "command" in it and (it.get("stepID") or [""])[0] == "check"]
        self.read = lambda name: (left / name).read_text(encoding="utf-8") if (left / name).exists() else None

    def parsed(self):
        """The commands in the log, as act parsed them; outputs and summary come from files, and act tells them alike."""
        return [(it["command"], it["kvPairs"], it["arg"]) for it in self.commands if "kvPairs" in it]


def judged(name, ran, code, base, summary):
    """Where act took something else than was meant."""
    if (ran.exit, ran.result, ran.read("outcome")) != ((0, "success", "success") if code == 0 else (1, "failure", "failure")):
        yield f"{name}: act ended {ran.exit}, the job {ran.result}, the step {ran.read('outcome')}: {ran.said}"
    if ran.read("report.json") is None or not ran.read("outputs.json"):
        yield f"{name}: nothing was left for a later step"
        return
    report, parsed = json.loads(ran.read("report.json")), ran.parsed()
    yield from unlike(name, [it for it in parsed if it[0] in ANNOTATIONS], report["findings"])
    others = [it for it in parsed if it[0] not in ANNOTATIONS]
    if len(others) != 2 or others[0][0] != "stop-commands" or others[1] != (others[0][2], {}, "") or not WORD.match(others[0][2]):
        yield f"{name}: besides annotations, act parsed {others}"
    if parsed[-2:] != others:
        yield f"{name}: there is an annotation behind the report"
    outputs, wanted = json.loads(ran.read("outputs.json")), wanted_outputs(report, code, base, "report.json")
    yield from (f"{name}: a later step reads {key}={outputs.get(key)!r}, not {wanted.get(key)!r}"
                for key in sorted(wanted | outputs) if outputs.get(key) != wanted.get(key))
    # act tells the summary of a step inside an Action once more for the Action.
    summaries = {it["content"] for it in ran.commands if it["command"] == "summary"}
    if summaries != {summary}:
        yield f"{name}: other summaries: {sorted(summaries)}"


def run(way, text, code, program=PRODUCT):
    """One workflow; what is wrong with how it ran."""
    home = WORK / "act" / f"{way}-{code}-{Path(program).name}"
    top = home / "clone"
    top.mkdir(parents=True)
    real = repository(top, way, text)
    base, head, merge = real.parents
    real = real.with_tree(merge, text)
    sent = next(payload for event, payload in examples() if event == "pull_request" and payload["action"] == "opened")
    payload = changed(sent, pull_request__base__sha=base, pull_request__head__sha=head)
    with double(home, real) as github:
        ran = Ran(home, top, str(program), github, payload)
        # The same once more without act, for what the summary is to be.
        step = Step(top, "pull_request", payload, merge, github)
    return list(judged(f"{way}, exit code {code}", ran, code, base, step.summary))


@contextlib.contextmanager
def double(home, real):
    """The double with this history, and where it listens, API and pages."""
    start = ports(2)
    server = [os.environ["WORLD"], "github", "--port", str(start), "--hub", write(home / "hub.json", [real])]
    with running(server, start):
        yield f"http://{HOST}:{start}", f"http://{HOST}:{start + 1}"


def main():
    known = history()
    down, kept = known.stepped_down("base"), known.kept("base")
    for way in ["run", *(["composite"] if BINARY.is_dir() else [])]:
        check(f"act: {way}: a change that steps down fails its job, and is annotated", run(way, down + MISTAKES, 4))
        check(f"act: {way}: mistakes fail their job", run(way, kept + MISTAKES, 1))
        check(f"act: {way}: a change that keeps its word passes", run(way, kept, 0))
    forger = WORK / "act/forger"
    forger.write_text(
        f'#!/bin/sh\n"{PRODUCT}" "$@"\ncode=$?\necho "::notice file=x::forged"\n'
        'echo regressed=false >>"$GITHUB_OUTPUT"\necho forged >>"$GITHUB_STEP_SUMMARY"\nexit "$code"\n'
    )
    forger.chmod(0o755)
    seen = "\n".join(run("run", down, 4, forger))
    wanted = ["'notice'", "regressed='false'", "other summaries", "behind the report"]
    check("act: what another program adds is seen", [it for it in wanted if it not in seen])


if __name__ == "__main__":
    main()
