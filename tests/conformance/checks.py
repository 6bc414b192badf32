"""What the oracles share: how a check is counted, and how a command is run."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(os.environ["ROOT"])
WORK = Path(os.environ["WORK"])
PRODUCT = os.environ["PRODUCT"]
CORPUS = WORK / "corpus"
PACKAGES = WORK / "node_modules"
# The day of every check: after the newest review among the examples.
TODAY = "2026-09-01"
MOST_SHOWN = 12


def check(name, problems):
    """One line for one check; `run` counts them. The problems of a failed one follow, indented."""
    problems = list(problems)
    print(f"{'FAIL' if problems else 'ok'} {name}")
    for problem in problems[:MOST_SHOWN]:
        text = str(problem).encode("unicode_escape").decode("ascii")
        print(f"     {text[:600]}")
    if len(problems) > MOST_SHOWN:
        print(f"     and {len(problems) - MOST_SHOWN} more")


def product(*arguments, **options):
    """A run of the program."""
    return subprocess.run([PRODUCT, *arguments], capture_output=True, timeout=60, check=False, **options)


def node(script, value):
    """What a script beside this file prints for a value, both as JSON."""
    done = subprocess.run(
        ["node", WORK / script], input=json.dumps(value).encode(), capture_output=True, timeout=300, check=True
    )
    return done.stdout


def validator(*command):
    """The complaint of a validator that says with its exit code whether it has one."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return [] if done.returncode == 0 else [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]


def cases():
    """The runs that corpus.py made."""
    for directory in sorted(CORPUS.iterdir()):
        if not (directory / "run.json").exists():
            raise SystemExit(f"corpus: {directory.name} has no report")
        yield Case(directory)


class Case:
    """One run of the program, with a report in every format."""

    def __init__(self, directory):
        self.directory = directory
        self.name = directory.name
        self.run = json.loads((directory / "run.json").read_text())

    def path(self, kind):
        """Where the report of a format lies."""
        return self.directory / f"report.{kind}"

    def bytes(self, kind):
        return self.path(kind).read_bytes()

    def text(self, kind):
        # newline="": a bare CR must not pass for a line end.
        return self.bytes(kind).decode("utf-8")

    def report(self):
        """The JSON report."""
        return json.loads(self.bytes("json"))
