"""Declarations to read, and one way to ask the program about many of them."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from checks import ROOT, TODAY, WORK, product

# Answers to the two questions of the taxonomy, and a name that is hard to quote.
TAXONOMIES = {
    "accounts": ["--user-accounts", "true", "--packages", "accepts-built", "--name", "Ünï \"x\": #1 'y' \\n & *z"],
    "none": ["--user-accounts", "false", "--packages", "source-only", "--name", "no"],
    "builds": ["--user-accounts", "true", "--packages", "builds-on-behalf,accepts-built", "--name", "1.0"],
}


@cache
def written_by_init():
    """What `init` writes for each taxonomy: name and text."""
    texts = {}
    for name, answers in TAXONOMIES.items():
        top = WORK / "init" / f"{os.getpid()}-{name}"
        (top / ".git").mkdir(parents=True)
        done = product("init", *answers, "--url", "https://registry.example/", "--today", TODAY, top)
        if done.returncode != 0:
            raise SystemExit(f"init ended {done.returncode}: {done.stderr}")
        texts[f"init-{name}"] = (top / ".package-repo-security.yml").read_text(encoding="utf-8")
    return texts


def sound():
    """Declarations without an error of form: name and text."""
    paths = [*sorted((ROOT / "examples").glob("*.yml")), ROOT / "tests/fixtures/example.yml"]
    return {**{path.stem: path.read_text(encoding="utf-8") for path in paths}, **written_by_init()}


class Verdict:
    """How a run over one declaration ended, and its JSON report."""

    def __init__(self, code, stderr, report):
        self.code, self.stderr, self.report = code, stderr, report
        self.rules = {it["rule"] for it in report["findings"]} if report else set()

    def defect(self):
        """What no declaration may cause: another end than a verdict, or a word on standard error."""
        if self.code not in (0, 1, 3) or self.stderr or self.report is None:
            return f"ended {self.code}: {self.stderr[:200]!r}"
        return None


def verdicts(texts):
    """The verdict on each declaration, offline, in a repository without other files."""
    top = WORK / "verdicts" / str(os.getpid())
    (top / ".git").mkdir(parents=True, exist_ok=True)

    def verdict(numbered):
        number, text = numbered
        path = top / f"{number}.yml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        done = product("check", "--offline", "--today", TODAY, "--declaration", path, "--output", "json", top)
        path.unlink()
        try:
            report = json.loads(done.stdout)
        except ValueError:
            report = None
        return Verdict(done.returncode, done.stderr, report)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(verdict, enumerate(texts)))
