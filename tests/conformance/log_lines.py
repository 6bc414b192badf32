"""Whatever is written to a log, GitHub's runner finds no command in it that we did not mean."""

import re

from annotations import lines, parse
from checks import cases, check
from payloads import PAYLOADS

# What a log viewer drops before it shows, or searches, a line.
STYLING = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)")
LOGGED = ["human", "short", "json", "jsonl", "sarif", "gitlab", "junit", "markdown"]
LOGGED += ["gemara", "gemara-catalog", "in-toto", "oscal", "cyclonedx"]
# Characters that none of our formats may hold: C0 but for LF and tab, DEL, C1, separators, bidirectional and invisible ones.
REFUSED = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)


def texts(case):
    """Everything that a case writes, with what it is called."""
    for kind in LOGGED:
        yield kind, case.text(kind)
    for stream in ["terminal", "terminal-stderr", "stderr"]:
        yield stream, (case.directory / stream).read_bytes().decode("utf-8")


def commands(case):
    for name, text in texts(case):
        for seen in {text, STYLING.sub("", text)}:
            for line in lines(seen):
                if parse(line):
                    yield f"{case.name}: {name}: {line}"


def characters(case):
    for name, text in [*texts(case), ("github", case.text("github"))]:
        found = REFUSED.search(STYLING.sub("", text) if name.startswith("terminal") else text)
        if found:
            yield f"{case.name}: {name}: {text[max(0, found.start() - 40):found.end() + 20]!r}"


def main():
    aimed = [name for name in PAYLOADS if name.startswith("command") and name != "command-escapes"]
    deaf = [name for name in aimed if not any(map(parse, lines(PAYLOADS[name])))]
    check("log: the reader does find the commands of the payloads as they stand", deaf)
    check("log: no runner command in any format, styled or not", [it for case in cases() for it in commands(case)])
    check("log: no control, bidirectional or invisible character", [it for case in cases() for it in characters(case)])


if __name__ == "__main__":
    main()
