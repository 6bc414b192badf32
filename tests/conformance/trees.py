"""What four YAML readers make of a text, every scalar as text: PyYAML, ruamel.yaml, npm yaml and js-yaml."""

import io
import json
import warnings

import ruamel.yaml
import yaml
from checks import node


# An anchor that stands twice is one: what counts here is the tree.
warnings.simplefilter("ignore")


def as_text(value):
    if isinstance(value, dict):
        return {as_text(key): as_text(it) for key, it in value.items()}
    if isinstance(value, list):
        return [as_text(it) for it in value]
    return "" if value is None else str(value)


def with_pyyaml(source):
    return yaml.load(source, yaml.BaseLoader)


def with_ruamel(source):
    return ruamel.yaml.YAML(typ="base", pure=True).load(io.StringIO(source))


READERS = {"PyYAML": with_pyyaml, "ruamel.yaml": with_ruamel}


def read(name, source):
    try:
        return {"tree": as_text(READERS[name](source))}
    except Exception as error:  # Each reader has its own kinds, and a crash of one is a refusal, too.
        return {"error": " ".join(str(error).split())[:160] or type(error).__name__}


def trees(sources):
    """For each text what each reader makes of it: `{"tree": …}` or `{"error": …}`."""
    for source, found in zip(sources, json.loads(node("readers.mjs", sources)), strict=True):
        yield {**{name: read(name, source) for name in READERS}, **found}
