"""The files of this repository that other programs read."""

from checks import ROOT, check, validator

workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
check("repository: workflows by the schema of GitHub", validator("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows))
check("repository: dependabot.yml by its schema", validator("check-jsonschema", "--builtin-schema", "vendor.dependabot", ROOT / ".github/dependabot.yml"))
actions = sorted(it for it in ROOT.glob("action.y*ml"))
if actions:
    check("repository: action by the schema of GitHub", validator("check-jsonschema", "--builtin-schema", "vendor.github-actions", *actions))
check("repository: zizmor finds nothing", validator("zizmor", "--offline", "--no-progress", "--quiet", ROOT / ".github", *actions))
check("repository: actionlint finds nothing", validator("actionlint", *workflows))
