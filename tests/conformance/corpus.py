"""Runs the program on everything that the oracles look at: a directory for each case, a report in every format."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import CORPUS, ROOT, TODAY, WORK, check, product
from hostile import declaration, framed, raw
from payloads import PAYLOADS

FORMATS = ["human", "short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"]
FORMATS += ["gemara", "gemara-catalog", "in-toto", "oscal", "cyclonedx"]
NAME = ".package-repo-security.yml"
MINIMAL = (ROOT / "examples/minimal.yml").read_bytes()
# Other files whose names and contents a message may quote: the nearest name, the nearest passage, the value found.
NAMES = ["docs/gone\r::error title=INJECTED::x.md", "docs/polic\n::error::y.md", "docs/`@octocat|<img>##[add-mask].md"]


def tree(name, files):
    """A repository that holds nothing but these files."""
    top = WORK / "trees" / name
    (top / ".git").mkdir(parents=True)
    for path, content in files.items():
        # Bytes, since a file name need not be UTF-8.
        whole = os.path.join(os.fsencode(top), os.fsencode(path))
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return top


def hostile(name, text, payload):
    """A tree with that declaration, where the cited files hold the payload, too."""
    beside = payload.encode("utf-8", "replace")
    files = {NAME: text, "docs/policy.md": b"# Policy\n\n" + beside, **{it: beside for it in NAMES}}
    files["docs/data.json"] = json.dumps({"value": payload, payload: 1})
    return tree(name, files)


def unreadable():
    """Trees without a declaration that can be read."""
    yield "missing", tree("missing", {}), []
    yield "ambiguous", tree("ambiguous", {NAME: MINIMAL, ".github/" + NAME: MINIMAL}), []
    yield "directory", tree("directory", {NAME + "/x": b""}), []
    link = tree("link", {"real.yml": MINIMAL})
    (link / NAME).symlink_to("real.yml")
    yield "link", link, []
    broken = {
        "pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 9\n",
        "syntax": b"answers:\n  mfa: {status: unmet\n",
        "encoding": b"version: 1\nregistry: {name: caf\xe9 ::error::x}\n",
        "utf-16": MINIMAL.decode().encode("utf-16"),
        "large": MINIMAL + b"# " + b"x" * (256 * 1024),
        "deep": b"answers: " + b"[" * 40 + b"]" * 40,
        "many": b"x-a: [" + b"a," * 11000 + b"]\n",
        "empty": b"",
        "comment-only": b"# nothing\n",
        "scalar": b"met\n",
        "sequence": b"- met\n",
        "refused": b"%YAML 1.2\n---\n&a a: !t b\n<<: *a\na: *a\n? [k]\n: v\n---\nb: c\n",
        "nul": b"version: 1\0\n",
    }
    for name, content in broken.items():
        yield name, tree(name, {NAME: content}), []


def every_case():
    """Name, tree and further arguments of each."""
    examples = sorted((ROOT / "examples").glob("*.yml"))
    for path in [*examples, ROOT / "tests/fixtures/example.yml", ROOT / "tests/fixtures/twelve.yml"]:
        yield path.stem, ROOT, ["--declaration", str(path.relative_to(ROOT))]
    yield from unreadable()
    for name, payload in PAYLOADS.items():
        if name == "long":  # in every place it would be beyond the limit of a file
            continue
        yield f"hostile-{name}", hostile(name, declaration(payload), payload), []
        if not payload.isprintable():
            text = declaration(payload, raw)
            yield f"hostile-{name}-raw", hostile(name + "-raw", text, payload), []
    for name in ["html", "command-line", "command-old", "escapes", "links", "long"]:
        yield f"framed-{name}", hostile("framed-" + name, framed(PAYLOADS[name]), PAYLOADS[name]), []
    twelve = (ROOT / "tests/fixtures/twelve.yml").read_bytes()
    names = [
        "a,b:c%0A::error::x ]]> <img src=x> `|@octocat #1 [l](https://evil.example).yml",
        "n\n::error title=INJECTED::pwned\r::add-mask::x ##[set-output name=a]b.yml",
        "e\x1b[31m\u202e\u2028%.yml",
        b"\xff::error::.yml",
        "::error::x/y.yml",
    ]
    for number, name in enumerate(names):
        yield f"named-{number}", tree(f"named-{number}", {name: twelve}), ["--declaration", os.fsdecode(name)]
        yield f"named-{number}-gone", tree(f"named-{number}-gone", {}), ["--declaration", os.fsdecode(name)]


def run(case):
    """One case; what is wrong with how the program ended."""
    name, top, arguments = case
    directory = CORPUS / name
    directory.mkdir(parents=True)
    outputs = [it for kind in FORMATS for it in ("--output", f"{kind}={directory}/report.{kind}")]
    common = ["check", "--offline", "--today", TODAY, *map(os.fsencode, arguments)]
    done = product(*common, "--quiet", *outputs, os.fspath(top), cwd=top)
    seen = product(*common, "--verbose", "--color", "always", os.fspath(top), cwd=top)
    (directory / "stderr").write_bytes(done.stderr)
    (directory / "terminal").write_bytes(seen.stdout)
    (directory / "terminal-stderr").write_bytes(seen.stderr)
    (directory / "run.json").write_text(json.dumps({"exit": done.returncode}))
    if done.stdout:
        yield f"{name}: wrote to standard output: {done.stdout[:200]}"
    if done.returncode != seen.returncode:
        yield f"{name}: ended {done.returncode}, and at a terminal {seen.returncode}"
    if done.returncode not in (0, 1, 3) or done.stderr:
        yield f"{name}: exit {done.returncode} {done.stderr[:300]}"
    for kind in FORMATS:
        if not Path(directory, f"report.{kind}").exists():
            yield f"{name}: no report {kind}"


def main():
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [it for found in pool.map(lambda case: list(run(case)), every_case()) for it in found]
    check("corpus: every run ends with a verdict, a report in every format, and nothing on standard error", problems)


if __name__ == "__main__":
    main()
