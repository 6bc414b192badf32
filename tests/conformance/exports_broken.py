"""One mistake each, in an export that is sound otherwise: its format, and what spoils it."""


def first(document):
    """The first assessment of a Gemara log."""
    return document["evaluations"][0]["assessment-logs"][0]


def results(document):
    """The one result of an OSCAL document."""
    return document["assessment-results"]["results"][0]


def attested(document):
    """What is said of the first requirement in a CycloneDX document."""
    return document["declarations"]["attestations"][0]["map"][0]


BROKEN = {
    "log-no-steps": ("gemara", lambda it: first(it).pop("steps")),
    "log-empty-steps": ("gemara", lambda it: first(it).update(steps=[])),
    "log-partial": ("gemara", lambda it: first(it).update(result="Partial")),
    "log-yesterday": ("gemara", lambda it: first(it).update(start="yesterday")),
    "log-other-catalogue": ("gemara", lambda it: first(it)["requirement"].update({"reference-id": "another"})),
    "log-extra-key": ("gemara", lambda it: it["target"].update(level=2)),
    "log-type": ("gemara", lambda it: it["metadata"].update(type="ControlCatalog")),
    "log-no-evaluations": ("gemara", lambda it: it.update(evaluations=[])),
    "catalog-unknown-group": ("gemara-catalog", lambda it: it["controls"][0].update(group="nowhere")),
    "catalog-no-groups": ("gemara-catalog", lambda it: it.pop("groups")),
    "catalog-unknown-level": (
        "gemara-catalog",
        lambda it: it["controls"][0]["assessment-requirements"][0].update(applicability=["level-9"]),
    ),
    "catalog-extra-key": ("gemara-catalog", lambda it: it["controls"][0].update(level=1)),
    "statement-type": ("in-toto", lambda it: it.update(type=it.pop("_type"), _type="https://in-toto.io/Statement/v0.1")),
    "statement-no-digest": ("in-toto", lambda it: it["subject"][0].pop("digest")),
    "statement-no-subject": ("in-toto", lambda it: it.update(subject=[])),
    "statement-snake-case": ("in-toto", lambda it: it.pop("predicateType")),
    "statement-extra-key": ("in-toto", lambda it: it["predicate"].update(unknownTests=[])),
    "statement-result": ("in-toto", lambda it: it["predicate"].update(result="VERIFIED")),
    "oscal-state": ("oscal", lambda it: results(it)["findings"][0]["target"]["status"].update(state="partial")),
    "oscal-uuid-1": ("oscal", lambda it: results(it).update(uuid="6ba7b810-9dad-11d1-80b4-00c04fd430c8")),
    "oscal-extra-key": ("oscal", lambda it: results(it).update(level=2)),
    "oscal-no-plan": ("oscal", lambda it: it["assessment-results"].pop("import-ap")),
    "oscal-no-zone": ("oscal", lambda it: results(it).update(start="2026-09-01T00:00:00")),
    "oscal-empty-list": ("oscal", lambda it: results(it).update(observations=[])),
    "cyclonedx-score": ("cyclonedx", lambda it: attested(it)["conformance"].update(score=2)),
    "cyclonedx-extra-key": ("cyclonedx", lambda it: attested(it).update(status="met")),
    "cyclonedx-serial": ("cyclonedx", lambda it: it.update(serialNumber="urn:uuid:1")),
    "cyclonedx-format": ("cyclonedx", lambda it: it.update(bomFormat="SPDX")),
    "cyclonedx-target": ("cyclonedx", lambda it: it["declarations"]["targets"].update(registry={})),
}
