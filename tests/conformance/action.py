"""`action` as a step of GitHub Actions, on every payload of the events it knows that octokit keeps, against the double.

Which commit a change is to be held against is worked out here once more, from the payload and the history of the double."""

import itertools
import json
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from annotations import unlike
from checks import PACKAGES, WORK, check
from github import HOST, ports, running
from hub import History, write
from runner import STANDARD, TOKEN, Step, obeyed, outputs, wanted_outputs

EXAMPLES = PACKAGES / "@octokit/webhooks-examples/api.github.com/index.json"
COUNTS = {"pull_request": 29, "pull_request_review": 4, "push": 7, "merge_group": 2, "workflow_dispatch": 2}
ZEROS = "0" * 40
# The pull request of the payloads: the base when they were sent, the head, and what GitHub made of both.
STALE, HEAD, MERGE = (
    "f95f852bd8fca8fcc58a9a2d6c842781e32a215e", "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
    "c4295bd74fb0f4fda03689c3df3f2803b658fd85",
)
# What the payloads do not tell: where the branches parted, what the base is now, what a branch was, a merge by squashing.
FORK, NEWER, BEFORE, SQUASHED, OTHER = (f"{number:040x}" for number in range(0xC0FFEE00, 0xC0FFEE05))
PUSHED = "6113728f27ae82c7b1a177c8d03f9e96e0adf246"
HELLO = History(
    "Codertocat/Hello-World",
    {FORK: [], STALE: [FORK], NEWER: [STALE], HEAD: [FORK], MERGE: [NEWER, HEAD], SQUASHED: [NEWER], BEFORE: [STALE],
     PUSHED: [BEFORE], OTHER: []},
    {"master": NEWER}, [2],
)
# What is checked out where one declaration serves many runs.
KEPT, DOWN = HELLO.kept(NEWER), HELLO.stepped_down(NEWER)


def examples():
    """Event and payload of each example."""
    for event in json.loads(EXAMPLES.read_text(encoding="utf-8")):
        for payload in event["examples"] if event["name"] in COUNTS else []:
            yield event["name"], payload


def queue(payloads):
    """The repository of the merge queue."""
    groups = [payload["merge_group"] for event, payload in payloads if event == "merge_group"]
    base, head = groups[0]["base_sha"], groups[0]["head_sha"]
    return History("octo-org/octo-repo", {OTHER: [], base: [OTHER], head: [base]}, {"main": base})


def base_of(event, payload, commit, checked_out, history):
    """What a change is held against: the commit that it will be put on, whatever the payload says it was made from."""
    if event == "merge_group":
        return payload["merge_group"]["base_sha"]
    if event == "push":
        before, after = payload["before"], payload["after"]
        return before if payload["ref"].startswith("refs/heads/") and ZEROS not in (before, after) else None
    if "pull_request" in payload:
        parents = history.parents[commit]
        base, head = payload["pull_request"]["base"]["sha"], payload["pull_request"]["head"]["sha"]
        is_merge = len(parents) > 1 and checked_out == commit
        return parents[0] if is_merge else history.merge_base(base, head)
    return None


def changed(payload, **changes):
    """A payload with something else at a path, `pull_request__head__repo`."""
    payload = json.loads(json.dumps(payload))
    for path, value in changes.items():
        *way, last = path.split("__")
        place = payload
        for key in way:
            place = place[key]
        place[last] = value
    return payload


def variants(event, payload):
    """What happened, in the ways in which it can: name, event, payload, commit of the event, commit that is checked out."""
    if event.startswith("pull_request"):
        fork = {**payload["pull_request"]["head"]["repo"], "full_name": "mallory/Hello-World", "fork": True}
        yield "merged", event, payload, MERGE, MERGE
        yield "head", event, payload, MERGE, HEAD
        yield "fork", event, changed(payload, pull_request__head__repo=fork), MERGE, MERGE
        yield "gone fork", event, changed(payload, pull_request__head__repo=None), MERGE, MERGE
        if payload["action"] == "closed":
            yield "squashed", event, changed(payload, pull_request__merged=True), SQUASHED, SQUASHED
        if event == "pull_request" and payload["action"] == "opened":
            yield "target", "pull_request_target", payload, NEWER, HEAD
    elif event == "push":
        after = HEAD if payload["after"] == ZEROS else payload["after"]
        yield "as sent", event, payload, after, after
        yield "before set", event, changed(payload, before=BEFORE, after=after), after, after
        yield "a branch", event, changed(payload, before=BEFORE, after=after, ref="refs/heads/a/b"), after, after
        yield "deleted", event, changed(payload, before=BEFORE, after=ZEROS, ref="refs/heads/a/b"), after, after
        yield "new branch", event, changed(payload, before=ZEROS, ref="refs/heads/a/b"), after, after
    elif event == "merge_group":
        head = payload["merge_group"]["head_sha"]
        yield "as sent", event, payload, head, head
    else:
        yield "as sent", event, payload, OTHER, OTHER


def unusable():
    """Where nothing may pass for a base: the same, without one that can be had."""
    pull_request = next(payload for event, payload in examples() if event == "pull_request")
    push = next(payload for event, payload in examples() if event == "push" and payload["ref"] == "refs/heads/master")
    yield "base checked out", "pull_request_target", pull_request, NEWER, NEWER
    yield "other checked out", "pull_request", pull_request, MERGE, STALE
    yield "unknown merge", "pull_request", pull_request, "1" * 40, "1" * 40
    yield "unknown before", "push", changed(push, before="1" * 40), PUSHED, PUSHED
    yield "elsewhere", "pull_request", changed(pull_request, repository__full_name="Codertocat/None"), MERGE, MERGE
    yield "no head", "pull_request", changed(pull_request, pull_request__head__sha="main"), MERGE, MERGE
    yield "no payload", "pull_request", {"repository": {"full_name": HELLO.name}}, MERGE, MERGE


def tree(text):
    """A work tree with that declaration."""
    top = Path(tempfile.mkdtemp(dir=WORK / "action"))
    (top / ".git").mkdir()
    (top / "docs").mkdir()
    (top / "docs/help.md").write_text("# Help\n")
    (top / STANDARD).write_text(text, encoding="utf-8")
    return top


def judged(name, step, code, base):
    """Where a step did not end as it has to."""
    yield from (f"{name}: {it}" for it in step.problems())
    if step.exit != code:
        yield f"{name}: ended {step.exit}, not {code}: {step.log[:300]} {step.messages[:300]}"
    if step.report is None:
        yield f"{name}: no report"
        return
    yield from unlike(name, step.annotations(), step.report["findings"])
    wanted = wanted_outputs(step.report, code, base)
    taken = step.outputs()
    yield from (f"{name}: output {key}: {taken.get(key)!r}, not {wanted.get(key)!r}"
                for key in sorted(wanted | taken) if taken.get(key) != wanted.get(key))
    said = "**Failed:** the declaration stepped down" if code == 4 else "**Passed.**"
    if not step.summary.startswith(said) or ("Compared with" in step.summary) != bool(base) or (base or "") not in step.summary:
        yield f"{name}: the summary says {step.summary[:200]}"


def runs(cases):
    """Each event twice: with a declaration that stepped down from its base, and with one that did not. Each run has a repository
    of its own, which has what is checked out."""
    for number, (history, name, event, payload, commit, checked_out) in enumerate(cases):
        base = base_of(event, payload, commit, checked_out, history)
        ways = [("kept", history.kept(base), 0)] + ([("stepped-down", history.stepped_down(base), 4)] if base else [])
        for way, text, code in ways:
            own = history.with_tree(checked_out, text, f"{history.name}-{number}-{way}")
            yield own, text, code, base, f"{name}, {way}", event, payload, commit, checked_out


def run(case, github):
    """One run."""
    own, text, code, base, name, event, payload, commit, checked_out = case
    is_fork = "fork, " in name
    step = Step(tree(text), event, payload, commit, github, checked_out=checked_out, repository=own.name)
    yield from judged(name, step, code, base)
    if step.report and (step.report["mode"] == "offline") != is_fork:
        yield f"{name}: evidence was looked at {step.report['mode']}"


def run_unusable(case, github):
    """One event without a base that can be had: the run comes to nothing, says so, and passes nothing."""
    name, event, payload, commit, checked_out = case
    step = Step(tree(KEPT), event, payload, commit, github, checked_out=checked_out)
    yield from (f"{name}: {it}" for it in step.problems())
    if (step.exit, step.outputs()) != (5, {"exit-code": "5"}):
        yield f"{name}: ended {step.exit} with {step.outputs()}"
    if [it[0] for it in step.annotations()] != ["error"] or not step.summary.startswith("**Failed:**"):
        yield f"{name}: said {step.log} {step.summary}"


DEAF = f"{HELLO.name}-deaf"


def deaf(github, payload):
    """Whether the checks above see anything at all: each is handed what it must refuse."""
    good = Step(tree(DOWN), "pull_request", payload, MERGE, github, repository=DEAF)
    yield from (f"a good step: {it}" for it in judged("", good, 4, NEWER))
    last = good.log.splitlines()[-1]
    for what, key, text in [
        ("a command inside", "log", good.log.replace(last, f"a\r::error::x\n{last}")),
        ("an old command behind", "log", good.log + "x ##[set-output name=regressed]false\n"),
        ("a command that is none of ours", "log", "::add-mask::a\n" + good.log),
        ("commands that stay stopped", "log", good.log.replace(last + "\n", "")),
        ("a word that can be guessed", "log", good.log.replace(last.strip(":"), "pause")),
        ("a command on the other stream", "messages", "::warning::x\n"),
        ("an annotation that is missing", "log", good.log.partition("\n")[2]),
        ("an output that was forged", "file", good.file + "regressed=false\n"),
        ("an output too many", "file", good.file + "a=b\n"),
        ("another verdict in the summary", "summary", good.summary.replace("Failed", "Passed")),
    ]:
        step = object.__new__(Step)
        step.__dict__ |= vars(good) | {key: text}
        if not list(judged("", step, 4, NEWER)):
            yield what
    for base in [STALE, FORK, None]:
        if not list(judged("", good, 4, base)):
            yield f"base {base}"
    if not list(judged("", good, 0, NEWER)):
        yield "another exit code"
    for wrong in ["a<<x\ny\n", "a\n", "<<x\nx\n", "a<<\n\n"]:
        try:
            yield f"the runner takes {outputs(wrong)} out of {wrong!r}"
        except ValueError:
            continue
    if outputs("a=b<<c\nd<<e\nf=\n\ne\na=g") != {"a": "g", "d": "f=\n"}:
        yield "what outputs are"
    if [it[0] for it in obeyed("::stop-commands::T\n::error::x\n::t::\n::error::y")[0]] != ["stop-commands", "resumed", "error"]:
        yield "when commands are stopped"


def main():
    payloads = list(examples())
    counts = {event: sum(it == event for it, _ in payloads) for event in COUNTS}
    check("action: every payload is there", [] if counts == COUNTS else [counts])
    octo = queue(payloads)
    histories = {it.name: it for it in [HELLO, octo]}
    cases = [
        (histories[payload["repository"]["full_name"]], f"{event} {number} {payload.get('action', '')}, {way}", *rest)
        for number, (event, payload) in enumerate(payloads)
        for way, *rest in variants(event, payload)
    ]
    planned = list(runs(cases))
    usual = [HELLO.with_tree(MERGE, KEPT), HELLO.with_tree(MERGE, DOWN, DEAF)]
    served = [octo, *usual, *(it[0] for it in planned)]
    (WORK / "action").mkdir(exist_ok=True)
    start = ports(2)
    github = f"http://{HOST}:{start}", f"http://{HOST}:{start + 1}"
    server = [os.environ["WORLD"], "github", "--port", str(start), "--hub", write(WORK / "hub.json", served)]
    with running(server, start), ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = itertools.chain.from_iterable(pool.map(lambda it: list(run(it, github)), planned))
        what = "base, exit code, annotations, outputs and summary"
        check(f"action: {len(cases)} events on {len(payloads)} payloads: {what}", problems)
        problems = itertools.chain.from_iterable(pool.map(lambda it: list(run_unusable(it, github)), unusable()))
        check("action: where no base can be had, nothing passes", problems)
        pull_request = next(payload for event, payload in payloads if event == "pull_request")
        check("action: what is forged, missing or wrong is seen", deaf(github, pull_request))


if __name__ == "__main__":
    main()
