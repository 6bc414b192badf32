"""What GitHub's runner reads out of `--output github`, by its own rules: src/Runner.Common/ActionCommand.cs.

The reader below was written from those rules, not from our writer. The second oracle is the writer of @actions/core."""

import re

from checks import cases, check, node

SEVERITIES = ["error", "warning", "notice"]
# .NET's Char.IsWhiteSpace.
BLANKS = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
COMMANDS = {
    "internal-set-repo-path", "set-env", "set-output", "save-state", "add-path", "add-mask", "add-matcher",
    "remove-matcher", "debug", "warning", "error", "notice", "group", "endgroup", "echo", "stop-commands",
}
MOST = 10  # annotations of a kind that the runner takes from one step
LONGEST = 4096  # UTF-16 units of a message that it takes


def lines(output):
    """The lines of an output as the runner's .NET StreamReader.ReadLine takes them: a bare CR ends one, too."""
    return re.split("\r\n|\r|\n", output)


def parse(line, registered=COMMANDS):
    """The command in a line: its name, properties and message; None where there is none."""
    return parse_new(line, registered) or parse_old(line, registered)


def parse_new(line, registered):
    """`::name key=value,key=value::message`."""
    text = line.lstrip(BLANKS)
    if not text.startswith("::"):
        return None
    end = text.find("::", 2)
    if end < 0:
        return None
    name, _, rest = text[2:end].partition(" ")
    if name.lower() not in registered:
        return None
    properties = {}
    for pair in filter(None, rest.strip(BLANKS).split(",")):
        # .NET's Split without empty entries: further signs of equality go as well, and what is empty is dropped.
        key, _, value = pair.lstrip("=").partition("=")
        value = value.lstrip("=")
        if value:
            properties[key] = unescape(value, ["%0D:\r", "%0A:\n", "%3A::", "%2C:,", "%25:%"])
    return name, properties, unescape(text[end + 2:], ["%0D:\r", "%0A:\n", "%25:%"])


def parse_old(line, registered):
    """`##[name key=value;key=value]message`, anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, rest = line[start + 3:end].partition(" ")
    if name.lower() not in registered:
        return None
    properties = dict(pair.partition("=")[::2] for pair in rest.split(";") if "=" in pair)
    return name, properties, line[end + 1:]


def unescape(text, pairs):
    for pair in pairs:
        text = text.replace(pair[:3], pair[4:])
    return text


def printable(text):
    """The text with characters that cannot be printed written as escapes, as `--output` promises of every format."""
    def shown(c):
        code = ord(c)
        # The categories of the Unicode standard, but for the letters and marks that nobody sees.
        hidden = code < 0x20 or 0x7F <= code < 0xA0 or 0x2028 <= code <= 0x202E or 0x200B <= code <= 0x200F
        hidden = hidden or 0x2060 <= code <= 0x206F or c in "\xad\u061c\ufeff" or 0xE0000 <= code <= 0xE0FFF
        return f"\\u{{{code:x}}}" if hidden or 0xFFF9 <= code <= 0xFFFB or code in (0xFFFE, 0xFFFF) else c
    return "".join(map(shown, text)).replace("##[", "##\\[")


def expected(finding):
    """The command that a finding of the JSON report is to become."""
    path = printable(finding["path"])
    properties = {"title": finding["rule"], "file": path, "line": str(finding["line"]), "endLine": str(finding["end_line"])}
    if finding["line"] == finding["end_line"]:
        properties |= {"col": str(finding["column"]), "endColumn": str(finding["end_column"])}
    place = f"{path}:{finding['line']}:{finding['column']}: "
    texts = [finding["message"], *finding["notes"], *([finding["help"]] if "help" in finding else [])]
    message = place + "\n".join(map(printable, texts))
    if len(message.encode("utf-16-le")) // 2 > LONGEST:
        units = message.encode("utf-16-le")[: 2 * (LONGEST - 1)]
        message = units.decode("utf-16-le", "ignore") + "…"
    return finding["severity"], properties, message


def differences(case):
    """Where the commands of a case are not those that its JSON report asks for."""
    output = case.text("github")
    found = [parse(line) for line in lines(output) if line]
    if None in found or (output and not output.endswith("\n")):
        yield f"{case.name}: a line is no command"
        return
    yield from unlike(case.name, found, case.report()["findings"])


def unlike(name, found, findings):
    """Where annotations are not those that findings of a JSON report ask for."""
    for severity in SEVERITIES:
        of_it = [it for it in findings if it["severity"] == severity]
        seen = [it for it in found if it[0] == severity]
        if len(seen) > MOST:
            yield f"{name}: {len(seen)} of {severity}, of which the runner shows {MOST}"
        more = len(of_it) - MOST + 1 if len(of_it) > MOST else 0
        if more:
            last = seen.pop()
            if not last[2].startswith(f"{more} more {severity}s"):
                yield f"{name}: the last {severity} does not say that there are {more} more: {last[2]}"
        if len(seen) != len(of_it) - more:
            yield f"{name}: {len(seen)} of {severity} for {len(of_it)} findings"
        allowed = [expected(it) for it in of_it]
        for it in seen:
            if it not in allowed:
                near = [want for want in allowed if want[1] == it[1]] or allowed
                yield f"{name}: {it} is none of the findings; nearest {near[:1]}"
            else:
                allowed.remove(it)
    if [it[0] for it in found] != sorted((it[0] for it in found), key=SEVERITIES.index):
        yield f"{name}: not worst first"


def rewritten(every):
    """Where the writer of @actions/core writes other bytes for what the reader above read."""
    read = [[parse(line) for line in lines(it.text("github")) if line] for it in every]
    written = node("annotations.mjs", [[it for it in commands if it] for commands in read]).decode("utf-8")
    ours = "".join(it.text("github") for it in every)
    for mine, theirs in zip(ours.split("\n"), written.split("\n"), strict=True):
        if mine != theirs:
            yield f"ours {mine} theirs {theirs}"


if __name__ == "__main__":
    everything = list(cases())
    check("annotations: the runner reads the findings of the JSON report", [d for it in everything for d in differences(it)])
    check("annotations: the same bytes as @actions/core writes", rewritten(everything))
