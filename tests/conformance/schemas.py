"""The three JSON Schemas: valid themselves, and they take what the program takes and refuse what it refuses."""

import json
import re
import subprocess

import yaml
from broken import CATALOGUES, DECLARATIONS, UNSEEN
from checks import ROOT, TODAY, WORK, cases, check, product, validator
from declarations import sound, verdicts


def schema(about):
    path = WORK / f"{about}.schema.json"
    path.write_bytes(product("schema", about).stdout)
    return path


def refusals(about, paths):
    """The files that a schema refuses, each with its first complaint."""
    command = ["check-jsonschema", "--output-format", "json", "--schemafile", SCHEMAS[about], *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    said = json.loads(done.stdout)
    found = {}
    for error in [*said.get("errors", []), *said.get("parse_errors", [])]:
        found.setdefault(error["filename"], f"{error.get('path')}: {error.get('message')}")
    return {path: found.get(str(path)) for path in paths}


def written(folder, texts):
    """The texts as files."""
    directory = WORK / "schemas" / folder
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in texts.items():
        paths.append(directory / f"{name}.yml")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def accepted(about, name, paths):
    """A check that a schema takes all of these files."""
    check(
        f"schema {about}: accepts {len(paths)} {name}",
        [f"{path.parent.name}/{path.name}: {said}" for path, said in refusals(about, paths).items() if said],
    )


def refused(about, name, paths):
    """A check that a schema takes none of these files."""
    taken_ones = [path.name for path, said in refusals(about, paths).items() if not said]
    check(f"schema {about}: refuses {len(paths)} {name}", taken_ones)


def changed(text, changes):
    """A text for each change: what stands there once is replaced."""
    for name, (old, new) in changes.items():
        if text.count(old) < 1:
            raise SystemExit(f"{name}: {old!r} does not stand in the text")
        yield name, text.replace(old, new, 1)


def fragments():
    """The examples of docs/rules.md as whole declarations: rule, `Fails` or `Mended`, text."""
    base = (ROOT / "examples/minimal.yml").read_text(encoding="utf-8").replace("user-accounts: false", "user-accounts: true")
    base = yaml.load(base.replace("source-only", "accepts-built"), yaml.BaseLoader)
    base["claims"] = {track: "0" for track in ["authentication", "authorization", "general", "cli"]}
    plain = {key: f"{key}: {value if isinstance(value, str) else json.dumps(value)}\n" for key, value in base.items()}
    # Plain as they are in a declaration: a level, a version and a boolean are not quoted.
    plain = {key: re.sub(r'"(true|[0-3])"', r"\1", line) for key, line in plain.items()}
    page = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[1:]:
        rule = section.split("\n", 1)[0]
        for kind, text in re.findall(r"\n(Fails|Mended):\n\n```yaml\n(.*?)```", section, re.DOTALL):
            missing = [line for key, line in plain.items() if not re.search(rf"^{key}:", text, re.MULTILINE)]
            yield rule, kind, text + "".join(missing)


def jsonl(case):
    """Where the lines of `jsonl` are not the findings and the summary of the JSON report."""
    lines = [json.loads(line) for line in case.text("jsonl").removesuffix("\n").split("\n")]
    report = case.report()
    wanted = [{"type": "finding", **it} for it in report["findings"]] + [{"type": "summary", **report["summary"]}]
    if lines != wanted:
        yield f"{case.name}: {[it for it in lines if it not in wanted]}"


SCHEMAS = {about: schema(about) for about in ["declaration", "report", "catalogue"]}

for about, path in SCHEMAS.items():
    said = json.loads(path.read_text(encoding="utf-8"))
    dialect = [] if said.get("$schema") == "https://json-schema.org/draft/2020-12/schema" else [said.get("$schema")]
    check(f"schema {about}: valid by draft 2020-12", dialect + validator("check-jsonschema", "--check-metaschema", path))

everything = list(cases())
accepted("report", "JSON reports", [it.path("json") for it in everything])
check("jsonl: a line for each finding of the JSON report", [it for case in everything for it in jsonl(case)])

SOUND = written("sound", sound())
accepted("declaration", "declarations of examples/, of the tests and of `init`", SOUND)
MINIMAL = (ROOT / "examples/minimal.yml").read_text(encoding="utf-8")
broken = dict(changed(MINIMAL, DECLARATIONS))
refused("declaration", "declarations with one mistake each", [*written("broken", broken), ROOT / "tests/fixtures/twelve.yml"])
check(
    "schema declaration: what it refuses, the program refuses",
    [name for name, verdict in zip(broken, verdicts(broken.values())) if verdict.code not in (1, 3)],
)

examples = {(rule, kind): text for rule, kind, text in fragments()}
fails = {f"{rule}-fails": text for (rule, kind), text in examples.items() if kind == "Fails" and rule not in UNSEEN}
mended = {f"{rule}-mended": text for (rule, kind), text in examples.items() if kind == "Mended"}
refused("declaration", "failing examples of docs/rules.md", written("fails", fails))
without = [rule for rule in UNSEEN if (rule, "Fails") not in examples]
check("schema declaration: docs/rules.md has examples of what it cannot see", without)
accepted("declaration", "mended examples of docs/rules.md", written("mended", mended))

CATALOGUE = ROOT / "principles/v0.1.yml"
accepted("catalogue", "catalogue", [CATALOGUE])
spoilt = dict(changed(CATALOGUE.read_text(encoding="utf-8"), CATALOGUES))
spoilt_paths = written("catalogues", spoilt)
refused("catalogue", "catalogues with one mistake each", spoilt_paths)


def taken(path):
    """Whether the program takes a catalogue."""
    run = ["check", "--offline", "--quiet", "--today", TODAY, "--declaration", ROOT / "examples/minimal.yml"]
    return product(*run, "--principles", path, ROOT).returncode != 2


check(
    "schema catalogue: what it refuses, the program refuses",
    [path.name for path in spoilt_paths if taken(path)] + [path.name for path in [CATALOGUE] if not taken(path)],
)
