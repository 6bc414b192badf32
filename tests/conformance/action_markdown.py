"""What a hostile pull request makes of the summary and the comment of the Action, as GitHub renders them (cmark-gfm): text stays
text. Its base is as hostile. The comment is what the double was sent."""

import itertools
import json
import os
from concurrent.futures import ThreadPoolExecutor

from action import HELLO, examples
from checks import WORK, check
from corpus import hostile
from github import HOST, ports, recorded, running
from hostile import declaration, quoted, raw
from markdown import AIMED, MARKER, dangers, is_first, rendered, rows
from payloads import PAYLOADS
from runner import STANDARD, TOKEN, Step

COMMENT_MARKER = "package-repo-security comment"
# A comment on GitHub has no more characters, a summary no more bytes.
LONGEST, LARGEST = 65_536, 1024 * 1024
CUT = "The rest is left out"
INPUTS = ["declaration", "baseline-ref", "directory", "output", "today"]
# Not hostile itself: name, payload, base, change.
INPUT = ("input", "", declaration("harmless"), declaration("harmless"))


def is_after_verdict(element):
    """Whether nothing but the verdict, and in a comment its own marker, stands before an element."""
    before = [it for it in element.itersiblings(preceding=True) if isinstance(it.tag, str)]
    return [it.tag for it in before] == ["p"] and before[0].text_content().startswith(("Passed.", "Failed:"))


# Either marker, where it belongs. A hostile comment elsewhere is one too many.
MARKERS = [(MARKER, is_after_verdict), (COMMENT_MARKER, is_first)]


def dangerous(name, text, markers, findings=None):
    """Where a page is more than our own report of these findings; `None` where there can be none."""
    page = rendered(text)
    yield from (f"{name}: {it}" for it in dangers(page, MARKERS))
    found = [it.text.strip() for it in page.iter() if not isinstance(it.tag, str)]
    if found != markers:
        yield f"{name}: the comments are {found}"
    if findings is not None and CUT not in text:
        yield from rows(name, page, findings)


def changes():
    """Name, payload, declaration of the base, declaration of the change."""
    for name, payload in PAYLOADS.items():
        if name == "long":
            continue
        scalars = [("", quoted)] if payload.isprintable() else [("", quoted), ("-raw", raw)]
        for suffix, scalar in scalars:
            # A base that nobody can read would be no base.
            base = declaration(payload).replace(f"mfa: {{status: {quoted(payload)}", "mfa: {status: met", 1)
            yield name + suffix, payload, base, declaration(payload, scalar)


def hub(cases):
    """A pull request for each case."""
    number = {name: 1 + nth for nth, (name, *_) in enumerate(cases)}
    commits = {}
    # The last one is for inputs.
    for name, _, base, change in [*cases, INPUT]:
        of = commit_names(number.setdefault(name, len(cases) + 1))
        commits[of["base"]] = {"parents": [], "files": {STANDARD: base}}
        commits[of["head"]] = {"parents": [of["base"]], "files": {}}
        commits[of["merge"]] = {"parents": [of["base"], of["head"]], "files": {STANDARD: change}}
    repository = {"name": HELLO.name, "default-branch": "master", "branches": {"master": commit_names(1)["base"]},
                  "pull-requests": [*number.values()], "commits": commits}
    return number, {"token": TOKEN, "repositories": [repository]}


def commit_names(number):
    return {side: f"{number:038x}{nth:02x}" for nth, side in enumerate(["base", "head", "merge"], start=1)}


def event(number):
    """The payload of that pull request."""
    payload = next(payload for name, payload in examples() if name == "pull_request")
    of = commit_names(number)
    sides = {side: {**payload["pull_request"][side], "sha": of[side]} for side in ["base", "head"]}
    return {**payload, "number": number, "pull_request": {**payload["pull_request"], **sides, "number": number}}


def run(case, number, github):
    """One change; what is wrong with its summary and its comment."""
    name, payload, _, change = case
    top = hostile(f"action-{name}", change, payload)
    step = Step(top, "pull_request", event(number), commit_names(number)["merge"], github, inputs={"comment": "true"})
    yield from (f"{name}: {it}" for it in step.problems())
    if step.report is None:
        yield f"{name}: ended {step.exit}: {step.log[-300:]} {step.messages[-300:]}"
        return
    # A control character makes a declaration unreadable where it stands raw; otherwise the answer to `mfa` is gone.
    if step.exit != (3 if step.report["reviewed"] is None else 4):
        yield f"{name}: ended {step.exit}"
    yield from dangerous(f"{name}: summary", step.summary, [MARKER], step.report["findings"])
    if len(step.summary.encode()) > LARGEST:
        yield f"{name}: a summary of {len(step.summary.encode())} bytes"
    bodies = [json.loads(it["body"])["body"] for it in recorded(github[0])
              if it["method"] == "POST" and it["path"].endswith(f"/issues/{number}/comments")]
    if len(bodies) != 1:
        yield f"{name}: {len(bodies)} comments"
        return
    yield from dangerous(f"{name}: comment", bodies[0], [COMMENT_MARKER, MARKER], step.report["findings"])
    if len(bodies[0]) > LONGEST:
        yield f"{name}: a comment of {len(bodies[0])} characters"


def run_input(case, number, github):
    """An input that holds a payload: the summary of a run that came to nothing."""
    key, name, payload = case
    top = hostile(f"input-{key}-{name}", declaration("harmless"), payload)
    merge = commit_names(number)["merge"]
    step = Step(top, "pull_request", event(number), merge, github, inputs={key: payload})
    yield from (f"{key}: {name}: {it}" for it in step.problems())
    if step.exit == 0:
        yield f"{key}: {name}: passed"
    yield from dangerous(f"{key}: {name}", step.summary, [MARKER] if step.report else [])


def deaf(change):
    """What of the payloads, as it stands, is not seen in a summary, and in a comment."""
    for name in AIMED:
        for text in [f"**Failed:** x\n\n<!-- {MARKER} -->\n## H\n\n{PAYLOADS[name]}", f"**Failed:** x\n\n- {PAYLOADS[name]}"]:
            if not list(dangerous(name, text, [MARKER] if MARKER in text else [])):
                yield name
    for what, text in [("a marker too many", f"<!-- {MARKER} -->\n\n**Passed.**\n\n<!-- {MARKER} -->\n"),
                       ("a marker first", f"<!-- {COMMENT_MARKER} -->\n<!-- {COMMENT_MARKER} -->\n**Passed.**\n"),
                       ("a row that is missing", f"**Passed.**\n\n<!-- {MARKER} -->\n")]:
        if not list(dangerous(what, text, [MARKER], [{"severity": "error", "rule": change}])):
            yield what


def main():
    cases = list(changes())
    number, served = hub(cases)
    (WORK / "hostile_hub.json").write_text(json.dumps(served), encoding="utf-8")
    start = ports(2)
    github = f"http://{HOST}:{start}", f"http://{HOST}:{start + 1}"
    server = [os.environ["WORLD"], "github", "--port", str(start), "--hub", str(WORK / "hostile_hub.json")]
    # No variable of a process can hold a NUL.
    given = [(key, name, text) for key in INPUTS for name, text in PAYLOADS.items() if name != "harmless" and "\0" not in text]
    with running(server, start), ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [*itertools.chain.from_iterable(pool.map(lambda it: list(run(it, number[it[0]], github)), cases))]
        check(f"action: summary and comment of {len(cases)} hostile changes: no link, image, HTML or mention", problems)
        problems = [*itertools.chain.from_iterable(pool.map(lambda it: list(run_input(it, number[INPUT[0]], github)), given))]
        check(f"action: summaries of {len(given)} runs with hostile inputs: the same", problems)
    check("action: the reader does find what the payloads do as they stand", deaf("unknown-key"))


if __name__ == "__main__":
    main()
