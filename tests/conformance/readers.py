"""Every YAML reader sees the same declaration, and the report says what they see: statuses, claims and levels are computed
here once more, from what PyYAML read, by the definition of a level in docs/format.md."""

import json

import yaml
from checks import ROOT, check
from declarations import sound, verdicts
from trees import trees

CATALOGUE = yaml.safe_load((ROOT / "principles/v0.1.yml").read_text(encoding="utf-8"))
REQUIREMENTS = CATALOGUE["requirements"]


def status(answer):
    return answer if isinstance(answer, str) else answer["status"]


def statuses(answers):
    """The status of every requirement, with what met answers imply."""
    found = {name: status(answer) for name, answer in answers.items() if not name.startswith("x-")}
    met = [name for name, it in found.items() if it == "met"]
    while met:
        for implied in REQUIREMENTS[met.pop()].get("implies", []):
            if found.get(implied, "unknown") == "unknown":
                found[implied] = "met"
                met.append(implied)
    return {name: found.get(name, "unknown") for name in REQUIREMENTS}


def level(track, of_all):
    """The greatest level up to which everything is met, or cannot apply."""
    reached = 0
    for candidate in (1, 2, 3):
        of_level = [name for name, it in REQUIREMENTS.items() if it["track"] == track and it["level"] == candidate]
        if not all(of_all[name] in ("met", "not-applicable") for name in of_level):
            break
        reached = candidate
    return reached


def applies(track, registry):
    when = CATALOGUE["tracks"][track].get("when", {})
    if track in registry.get("also-assess", []):
        return True
    has = {"user-accounts": [registry["user-accounts"]], "packages": registry["packages"]}
    return all(any(str(value).lower() in has[question] for value in values) for question, values in when.items())


def clients(tree):
    """For each client its statuses and whether it is primary; one without a name where none is named."""
    named = {name: it for name, it in tree.get("clis", {}).items() if not name.startswith("x-")}
    if not named:
        return {None: (statuses(tree["answers"]), True)}
    return {
        name: (statuses({**tree["answers"], **it.get("answers", {})}), len(named) == 1 or it.get("primary") == "true")
        for name, it in named.items()
    }


def differences(name, tree, report):
    """Where a report does not say what the readers read."""
    of_all, of_clients = statuses(tree["answers"]), clients(tree)
    for entry in report["requirements"]:
        mine = of_clients[entry.get("cli")][0] if entry["track"] == "cli" else of_all
        # Nothing is asked of a track that does not apply.
        wanted = mine[entry["id"]] if applies(entry["track"], tree["registry"]) else None
        if wanted != entry["status"]:
            yield f"{name}: {entry['id']} {entry.get('cli')}: read {wanted}, reported {entry['status']}"
    asked = {it["id"] for it in report["requirements"]}
    for track, said in report["tracks"].items():
        if applies(track, tree["registry"]) != said["applies"]:
            yield f"{name}: {track}: applies {said['applies']}"
        if not said["applies"]:
            continue
        if {it for it in REQUIREMENTS if REQUIREMENTS[it]["track"] == track} - asked:
            yield f"{name}: {track}: a requirement is left out"
        if track == "cli":
            mine = min(level(track, it) for it, primary in of_clients.values() if primary)
        else:
            mine = level(track, of_all)
        if (mine, int(tree["claims"][track])) != (said["declared"], said["claimed"]):
            yield f"{name}: {track}: level {mine}, claim {tree['claims'][track]}; reported {said}"
    if set(report["tracks"]) != set(CATALOGUE["tracks"]):
        yield f"{name}: tracks {list(report['tracks'])}"
    seen = (tree["registry"]["name"], tree["registry"]["url"], tree["reviewed"], tree["principles"])
    if seen != (report["registry"]["name"], report["registry"]["url"], report["reviewed"], report["principles"]):
        yield f"{name}: read {seen}, reported {report['registry']} {report['reviewed']}"


declarations = sound()
found = list(trees(list(declarations.values())))
check(
    f"readers: {len(declarations)} declarations are the same to PyYAML, ruamel.yaml, npm yaml and js-yaml",
    [
        f"{name}: {[it.get('error') for it in all_of_it.values()]}"
        for name, all_of_it in zip(declarations, found)
        if len({json.dumps(it.get("tree"), sort_keys=True) for it in all_of_it.values()} | {"null"}) != 2
        or any("error" in it for it in all_of_it.values())
    ],
)
results = verdicts(list(declarations.values()))
check(
    "readers: statuses, claims and levels of the report are those of the tree",
    [
        it
        for name, all_of_it, verdict in zip(declarations, found, results)
        for it in differences(name, all_of_it["PyYAML"]["tree"], verdict.report)
    ],
)
