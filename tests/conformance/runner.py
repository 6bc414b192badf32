"""A step of GitHub Actions: how it is started, and what the runner takes from it.

What is taken was written from the runner's own rules, not from our writers: src/Runner.Worker/ActionCommandManager.cs (the
commands in a log), FileCommandManager.cs (the file of outputs), Handlers/Handler.cs (the names of inputs)."""

import json
import os
import re

from annotations import COMMANDS, lines, parse
from checks import TODAY, product

TOKEN = "sample-token"
STANDARD = ".package-repo-security.yml"
# What the program writes into a log: an annotation, and the word that stops commands.
ANNOTATIONS = {"error", "warning", "notice"}
WORD = re.compile(r"[0-9a-f]{32}\Z")


def obeyed(log):
    """The commands of a log that a runner obeys, and the lines that it only shows. What allows commands again is the command
    `resumed`."""
    registered, stopped = set(COMMANDS), None
    commands, shown = [], []
    for line in lines(log):
        found = parse(line, registered)
        name = found[0].lower() if found else None
        if stopped is None and name == "stop-commands":
            stopped = found[2].lower()
            registered.add(stopped)
            commands.append(found)
        elif stopped is not None and name == stopped:
            registered.discard(stopped)
            stopped = None
            commands.append(("resumed", {}, ""))
        elif stopped is None and found:
            commands.append(found)
        else:
            shown.append(line)
    return commands, shown


def outputs(text):
    """What a runner on Linux takes out of the file of outputs. `ValueError` where it fails the step."""
    taken, rest = {}, text
    while rest:
        line, _, rest = rest.partition("\n")
        equals, heredoc = line.find("="), line.find("<<")
        if not line:
            continue
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            taken[line[:equals]] = line[equals + 1:]
        elif heredoc > 0 and line[heredoc + 2:]:
            name, delimiter = line[:heredoc], line[heredoc + 2:]
            value = []
            while True:
                if not rest:
                    raise ValueError(f"no line {delimiter!r} ends {name!r}")
                line, _, rest = rest.partition("\n")
                if line == delimiter:
                    break
                value.append(line)
            taken[name] = "\n".join(value)
        else:
            raise ValueError(f"no output: {line!r}")
    return taken


class Step:
    """A step that ran: its exit code, and what it left."""

    def __init__(self, top, event, payload, commit, github, *, checked_out=None, repository=None, inputs=None, variables=None):
        """`top` is the work tree, which holds what is checked out; `github` is where the double listens, API and pages."""
        handed = top / ".git"
        handed.mkdir(exist_ok=True)
        (handed / "HEAD").write_text(f"{checked_out or commit}\n")
        (handed / "event.json").write_text(json.dumps(payload), encoding="utf-8")
        for name in ["output", "summary", "state", "env", "path"]:
            (handed / name).write_bytes(b"")
        api, pages = github
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(handed), "GITHUB_ACTIONS": "true", "CI": "true",
            "GITHUB_EVENT_NAME": event, "GITHUB_EVENT_PATH": str(handed / "event.json"), "GITHUB_SHA": commit,
            "GITHUB_REPOSITORY": repository or payload["repository"]["full_name"], "GITHUB_WORKSPACE": str(top),
            "GITHUB_REF": payload.get("ref") or "refs/pull/2/merge", "GITHUB_OUTPUT": str(handed / "output"),
            "GITHUB_STEP_SUMMARY": str(handed / "summary"), "GITHUB_STATE": str(handed / "state"),
            "GITHUB_ENV": str(handed / "env"), "GITHUB_PATH": str(handed / "path"), "GITHUB_API_URL": api,
            "GITHUB_SERVER_URL": pages, "GITHUB_GRAPHQL_URL": f"{api}/graphql", "INPUT_TODAY": TODAY, "INPUT_TOKEN": TOKEN,
            "INPUT_OUTPUT": "json=.git/report.json",
        }
        environment |= {f"INPUT_{name.upper().replace(' ', '_')}": value for name, value in (inputs or {}).items()}
        environment |= variables or {}
        done = product("action", cwd=top, env=environment)
        self.exit, self.log, self.messages = done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        self.file = (handed / "output").read_bytes().decode("utf-8")
        self.summary = (handed / "summary").read_bytes().decode("utf-8")
        report = handed / "report.json"
        self.report = json.loads(report.read_bytes()) if report.exists() else None
        report.unlink(missing_ok=True)
        self.touched = [name for name in ["state", "env", "path"] if (handed / name).read_bytes()]

    def problems(self):
        """Where the runner takes something from it that is none of ours."""
        commands, shown = obeyed(self.log)
        names = [name for name, *_ in commands]
        stops = [data for name, _, data in commands if name == "stop-commands"]
        if set(names) - ANNOTATIONS - {"stop-commands", "resumed"}:
            yield f"the runner obeys {commands}"
        if len(stops) > 1 or any(not WORD.match(it) for it in stops) or names.count("resumed") != len(stops):
            yield f"commands are stopped with {stops}, and allowed again {names.count('resumed')} times"
        if "::" in self.log and not self.log.endswith("\n"):
            yield "the last line is open"
        # Inside, nothing would be a command even if it were not stopped; and a log is read from two streams at once.
        for line in shown + lines(self.messages):
            if parse(line, COMMANDS | set(stops)):
                yield f"a command in a line that is only shown: {line}"
        if self.touched:
            yield f"written to: {self.touched}"

    def annotations(self):
        """The annotations."""
        return [it for it in obeyed(self.log)[0] if it[0] in ANNOTATIONS]

    def outputs(self):
        return outputs(self.file)


def wanted_outputs(report, exit_code, baseline, file=".git/report.json"):
    """The outputs that the JSON report in a file asks for."""
    count = {it: str(sum(finding["severity"] == it for finding in report["findings"])) for it in ANNOTATIONS}
    wanted = {
        "exit-code": str(exit_code), "errors": count["error"], "warnings": count["warning"], "notices": count["notice"],
        "regressed": str(exit_code == 4).lower(), "baseline": baseline or "", "report": file, "sarif": "", "badge": "",
    }
    for name, track in report["tracks"].items():
        for output, key in [("level", "declared"), ("supported", "supported")]:
            wanted[f"{output}-{name}"] = "" if track[key] is None else str(track[key])
    return wanted
