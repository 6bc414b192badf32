"""Repositories on the double of GitHub, for payloads of events that GitHub sent: a declaration that differs in each commit."""

import json

from runner import STANDARD, TOKEN

# As many as there are commits that could be taken for the base of a change.
REQUIREMENTS = ["email-verification", "recovery-policy", "mfa", "brute-force-protection", "scoped-tokens", "token-prefix",
                "role-based-access", "typosquatting", "event-log", "malware-detection"]
HEAD = (
    "version: 1\nprinciples: v0.1\nreviewed: 2026-08-21\ncontact: mailto:security@epi.example\n"
    'registry: {name: Index, url: "https://epi.example/", user-accounts: true, packages: [accepts-built]}\n'
    "claims: {authentication: 0, authorization: 0, general: 0, cli: 0}\n"
)


def declaration(met):
    """A declaration that says of these requirements that they are met."""
    answers = "".join(f"  {it}: {{status: met, evidence: docs/help.md}}\n" for it in met)
    return f"{HEAD}answers:\n{answers}" if met else f"{HEAD}answers: {{}}\n"


class History:
    """The commits of a repository. Each has one answer that no other has: held against the wrong one, a change is judged
    wrongly."""

    def __init__(self, name, parents, branches, pull_requests=()):
        self.name, self.parents = name, parents
        self.branches, self.pull_requests = branches, list(pull_requests)
        self.own = dict(zip(parents, REQUIREMENTS, strict=False))
        self.trees = {}

    def with_tree(self, commit, text, name=None):
        """The same, under another name, with this declaration in a commit: the one that is checked out."""
        copied = History(name or self.name, self.parents, self.branches, self.pull_requests)
        copied.trees = {commit: text}
        return copied

    def ancestors(self, commit):
        """A commit and all before it, nearest first."""
        found, open_ones = [], [commit]
        while open_ones:
            commit = open_ones.pop(0)
            if commit not in found:
                found.append(commit)
                open_ones += self.parents[commit]
        return found

    def merge_base(self, base, head):
        """The newest commit that both have."""
        of_base = self.ancestors(base)
        return next(it for it in self.ancestors(head) if it in of_base)

    def stepped_down(self, base):
        """A declaration that steps down from that of one commit, and of no other."""
        return declaration([it for commit, it in self.own.items() if commit != base])

    def kept(self, base):
        """A declaration that steps down from that of every commit but one."""
        return declaration([self.own[base]] if base else [])

    def as_json(self):
        texts = {commit: declaration([it]) for commit, it in self.own.items()} | self.trees
        files = {commit: {STANDARD: texts[commit], "docs/help.md": "# Help\n"} for commit in self.parents}
        return {
            "name": self.name, "default-branch": next(iter(self.branches)), "branches": self.branches,
            "pull-requests": self.pull_requests,
            "commits": {it: {"parents": self.parents[it], "files": files[it]} for it in self.parents},
        }


def write(file, histories):
    """The file for `world github --hub`."""
    file.write_text(json.dumps({"token": TOKEN, "repositories": [it.as_json() for it in histories]}), encoding="utf-8")
    return str(file)
