"""The files of this repository that other programs read: workflows, the Action in its two forms, the image."""

import re

from checks import PACKAGES, ROOT, WORK, check, validator

ZIZMOR = ["zizmor", "--offline", "--no-progress", "--quiet"]
ACTIONS = [ROOT / "action.yml", ROOT / "binary/action.yml"]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DOCKERFILE = ROOT / "Dockerfile"
SCRIPTS = [ROOT / "binary/install", *sorted((ROOT / ".github/release").iterdir()), *sorted((ROOT / ".ci").iterdir())]


def by_schema(name, *files):
    return validator("check-jsonschema", "--builtin-schema", name, *files)


def by_action_validator(files, kind):
    """Its complaints. Its schema is older than the permission `attestations`, which the other schema knows."""
    for path in files:
        copy = WORK / "action-validator" / f"{path.parent.name}-{path.name}" / path.name
        copy.parent.mkdir(parents=True)
        text = path.read_text(encoding="utf-8")
        copy.write_text(re.sub(r"\n +attestations: write(?=\n)", "", text) if kind == "workflow" else text, encoding="utf-8")
        said = validator(PACKAGES / ".bin/action-validator", copy)
        yield from (f"{path.name}: {line}" for line in said)


def spoilt(path, folder, old, new):
    """A copy of a file, in which something that stands there is broken."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{path}: {old!r} does not stand in the text")
    copy = WORK / "spoilt" / folder / path.relative_to(ROOT)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def documented():
    """The whole workflows that the documentation gives to copy, each as a file of its own."""
    for page in ["action", "ci"]:
        text = (ROOT / f"docs/{page}.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
        for number, block in enumerate(it for it in blocks if "\njobs:\n" in it):
            copy = WORK / "documented" / ".github/workflows" / f"{page}-{number}.yml"
            copy.parent.mkdir(parents=True, exist_ok=True)
            # What a reader fills in.
            copy.write_text(block.replace("COMMIT", "0" * 40).replace("vX.Y.Z", "v0.1.0"), encoding="utf-8")
            yield copy


def finds(name, said, wanted):
    """A check that an oracle finds what is broken on purpose."""
    text = "\n".join(str(line) for line in said)
    check(f"repository: {name}", [] if wanted in text else [f"{wanted!r} is not in what it says:", *said])


check("repository: workflows by the schema of GitHub", by_schema("vendor.github-workflows", *WORKFLOWS))
check("repository: dependabot.yml by its schema", by_schema("vendor.dependabot", ROOT / ".github/dependabot.yml"))
check("repository: actions by the schema of GitHub", by_schema("vendor.github-actions", *ACTIONS))
check("repository: action-validator takes the actions", by_action_validator(ACTIONS, "action"))
check("repository: action-validator takes the workflows", by_action_validator(WORKFLOWS, "workflow"))
check("repository: zizmor finds nothing", validator(*ZIZMOR, ROOT / ".github", *ACTIONS))
check("repository: actionlint and shellcheck find nothing", validator("actionlint", "-shellcheck", "shellcheck", *WORKFLOWS))
check("repository: shellcheck finds nothing in scripts", validator("shellcheck", *SCRIPTS))
check("repository: hadolint finds nothing", validator("hadolint", DOCKERFILE))

TO_COPY = list(documented())
if {path.stem for path in TO_COPY} != {"action-0", "ci-0"}:
    raise SystemExit(f"the documentation has other workflows than expected: {TO_COPY}")
check("repository: workflows to copy by the schema of GitHub", by_schema("vendor.github-workflows", *TO_COPY))
check("repository: zizmor finds nothing in workflows to copy", validator(*ZIZMOR, *TO_COPY))
check("repository: actionlint finds nothing in workflows to copy", validator("actionlint", "-shellcheck", "shellcheck", *TO_COPY))

ACTION, BINARY = ACTIONS
CI = ROOT / ".github/workflows/ci.yml"
wrong = spoilt(ACTION, "using", "using: docker", "using: podman")
finds("the schema of actions refuses a runtime that is none", by_schema("vendor.github-actions", wrong), "podman")
wrong = spoilt(ACTION, "args", "  args:", "  arguments:")
finds("action-validator refuses a key that is none", by_action_validator([wrong], "action"), "arguments")
wrong = spoilt(CI, "permission", "contents: read", "contents: some")
finds("the schema of workflows refuses a permission that is none", by_schema("vendor.github-workflows", wrong), "some")
wrong = spoilt(ROOT / ".github/dependabot.yml", "ecosystem", "package-ecosystem: docker", "package-ecosystem: dokker")
finds("the schema of Dependabot refuses an ecosystem that is none", by_schema("vendor.dependabot", wrong), "dokker")
wrong = spoilt(BINARY, "injection", "run: '\"$PROGRAM\" action'", "run: ${{ inputs.program }} action")
finds("zizmor finds an input in a script", validator(*ZIZMOR, wrong), "template-injection")
wrong = spoilt(CI, "unpinned", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7")
finds("zizmor finds an action that is not pinned", validator(*ZIZMOR, wrong), "unpinned-uses")
wrong = spoilt(CI, "expression", "${{ matrix.os }}", "${{ matrix.system }}")
finds("actionlint finds a name that nothing gives", validator("actionlint", "-shellcheck", "shellcheck", wrong), "system")
wrong = spoilt(CI, "script", "run: bash .ci/run", "run: echo $HOME/*.txt | xargs rm -r $1")
finds("shellcheck looks into workflows", validator("actionlint", "-shellcheck", "shellcheck", wrong), "SC2086")
wrong = spoilt(BINARY.parent / "install", "script", '-C "$place"', "-C $place")
finds("shellcheck finds a word that is split", validator("shellcheck", wrong), "SC2086")
wrong = spoilt(DOCKERFILE, "tag", "rust:1.95-alpine@sha256:", "rust:latest AS old\nFROM rust@sha256:")
finds("hadolint finds an image without a version", validator("hadolint", wrong), "DL3007")
wrong = spoilt(DOCKERFILE, "shell", 'ENTRYPOINT ["/package-repo-security"]', "ENTRYPOINT /package-repo-security")
finds("hadolint finds a program behind a shell", validator("hadolint", wrong), "DL3025")
