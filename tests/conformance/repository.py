"""The files of this repository that other programs read."""

from checks import ROOT, check, validator


def by_schema(name, *files):
    return validator("check-jsonschema", "--builtin-schema", name, *files)


workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
check("repository: workflows by the schema of GitHub", by_schema("vendor.github-workflows", *workflows))
check("repository: dependabot.yml by its schema", by_schema("vendor.dependabot", ROOT / ".github/dependabot.yml"))
actions = sorted(it for it in ROOT.glob("action.y*ml"))
if actions:
    check("repository: action by the schema of GitHub", by_schema("vendor.github-actions", *actions))
zizmor = ["zizmor", "--offline", "--no-progress", "--quiet"]
check("repository: zizmor finds nothing", validator(*zizmor, ROOT / ".github", *actions))
check("repository: actionlint finds nothing", validator("actionlint", *workflows))
