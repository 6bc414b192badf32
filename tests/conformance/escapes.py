"""The escapes of commands and outputs alone, on random texts: as @actions/core writes them, and undone by the runner's rules."""

import json
import os
import random
import re
import subprocess

from annotations import parse
from checks import WORK, check, node
from log_lines import REFUSED
from runner import obeyed, outputs

TEXTS = 20_000
OUTPUTS = 2_000
# The word of `world escapes` is known: a value that is the delimiter must come through all the same.
DELIMITER = "ghadelimiter_" + "5a" * 16
# What a reader of commands looks for, and what the escapes are made of.
ATOMS = ["%", "\r", "\n", "\r\n", ":", "::", ",", ";", "=", "]", "[", "##[", "##[error]", "::error::", "::stop-commands::x", "%25",
         "%250A", "%0A", "%0D", "%3A", "%2C", "%3B", "%5D", "%0a", " ", "\t", "\u00a0", "\u2028", "\u0085", "<<", DELIMITER, "\0", "\x1b[",
         "\u200b", "\ufeff", "a", "title", "🦀", "e\u0301"]


def text(source):
    """A text of up to 24 pieces, of which a third are any characters that there are."""
    def any_character():
        code = source.randrange(0x110000 - 0x800)
        return chr(code if code < 0xD800 else code + 0x800)
    pieces = source.choices([*ATOMS, None, None], k=source.randrange(25))
    return "".join(any_character() if it is None or source.random() < 0.2 else it for it in pieces)


def ours(given):
    """What the program makes of them."""
    text, command = json.dumps(given).encode(), [os.environ["WORLD"], "escapes"]
    done = subprocess.run(command, input=text, capture_output=True, timeout=300, check=True)
    return json.loads(done.stdout)


def theirs(given):
    """The lines that @actions/core writes, and its file of outputs."""
    file = WORK / "core_output"
    file.write_bytes(b"")
    os.environ["GITHUB_OUTPUT"] = str(file)
    written = node("escapes.mjs", given).decode("utf-8").split("\n")
    del os.environ["GITHUB_OUTPUT"]
    return written[:-1], file.read_bytes().decode("utf-8")


def lines_of(data, properties):
    """The lines that @actions/core would write with these escapes. It leaves out a property that is empty."""
    for one, other in zip(data, properties, strict=True):
        yield f"::error::{one}"
        yield f"::error title={other}::" if other else "::error ::"


def unlike(data, properties, written):
    pairs = zip(lines_of(data, properties), written, strict=True)
    return [f"ours {mine} theirs {core}" for mine, core in pairs if mine != core]


def undone(texts, data, properties):
    """Texts that do not come back."""
    for text, one, other in zip(texts, data, properties, strict=True):
        line = f"::error line=1,title={other},col=2::{one}"
        # A runner drops a property without a value, and what it begins with where that separates it from its name.
        title = text.lstrip("=")
        wanted = {"line": "1", **({"title": title} if title else {}), "col": "2"}
        if re.search("[\r\n]", line) or parse(line) != ("error", wanted, text):
            yield f"{text!r} comes back as {parse(line)}"


def remarks(texts, written):
    """Where a remark about a run is more, or other, than one command."""
    for text, line in zip(texts, written, strict=True):
        commands, shown = obeyed(line)
        if len(commands) != 1 or shown != [""] or commands[0][:2] != ("error", {"title": "package-repo-security"}):
            yield f"{text!r} becomes {commands} and {shown}"
        elif REFUSED.search(commands[0][2]) or "##[" in line:
            yield f"{text!r} is not made harmless: {line!r}"


def taken(values, file):
    """Where a runner takes other values out of a file; what it takes for line ends inside is a blank."""
    try:
        found = outputs(file)
    except ValueError as error:
        return [str(error)]
    return [f"{name}: {found.get(name)!r}, not {value!r}" for name, value in values if found.get(name) != value]


def wrong():
    """Escapes with a mistake in each, which 20,000 texts must find."""
    def chain(*pairs):
        def escape(text):
            for old, new in pairs:
                text = text.replace(old, new)
            return text
        return escape
    percent, cr, lf, colon, comma = ("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")
    good, whole = chain(percent, cr, lf), chain(percent, cr, lf, colon, comma)
    yield "percent last", chain(cr, lf, percent), whole
    yield "no CR", chain(percent, lf), whole
    yield "no percent", chain(cr, lf), whole
    yield "no comma", good, chain(percent, cr, lf, colon)
    yield "colon twice", good, chain(percent, cr, lf, (":", "%253A"), comma)
    yield "small letters", chain(percent, ("\r", "%0d"), lf), whole


def main():
    seed = random.SystemRandom().randrange(2**32)
    source = random.Random(seed)
    texts = [text(source) for _ in range(TEXTS)]
    values = [(f"o{number}", text(source)) for number in range(OUTPUTS)]
    values.append(("delimiter", DELIMITER))
    given = {"texts": texts, "outputs": values}
    mine, (core, core_file) = ours(given), theirs(given)
    of = f"seed {seed}"
    data, properties = mine["data"], mine["properties"]
    check(f"escapes: {TEXTS} texts as @actions/core writes them ({of})", unlike(data, properties, core))
    check(f"escapes: the runner's rules undo them ({of})", undone(texts, data, properties))
    check(f"escapes: a remark is one command, and harmless before it is escaped ({of})", remarks(texts, mine["remarks"]))
    flat = [(name, re.sub("[\r\n]", " ", value)) for name, value in values]
    check(f"escapes: {len(values)} outputs are taken as they were meant, on one line ({of})", taken(flat, mine["outputs"]))
    check(f"escapes: the runner's rules take what @actions/core writes ({of})", taken(values, core_file))
    known = [(name, [*map(one, texts)], [*map(other, texts)]) for name, one, other in wrong()]
    deaf = [f"compared: {name}" for name, one, other in known if not unlike(one, other, core)]
    deaf += [f"undone: {name}" for name, one, other in known if name != "small letters" and not list(undone(texts, one, other))]
    start = "::error title=package-repo-security::"
    broken = [f"{start}a\n::error::b\n", "::error::a\n", f"{start}##[add-mask]a\n", f"{start}\x1b\n", f"{start}a"]
    deaf += [f"remarks: {it!r}" for it in broken if not list(remarks(["a"], [it]))]
    deaf += [] if taken(values, "".join(f"{name}={value}\n" for name, value in values)) else ["outputs"]
    check("escapes: mistakes are seen", deaf)


if __name__ == "__main__":
    main()
