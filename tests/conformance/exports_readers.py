"""The readers of exports in Python, and what their schemas cannot see: whether references lead somewhere."""

import functools
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import google.protobuf.json_format as protobuf
import rfc3987_syntax

# It takes a quarter of a second for an address, and most of ours stand in every document: before anybody takes it from there.
rfc3987_syntax.is_valid_syntax = functools.cache(rfc3987_syntax.is_valid_syntax)

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from in_toto_attestation.predicates.test_result.v0.test_result_pb2 import TestResult
from in_toto_attestation.v1.statement import Statement
from in_toto_attestation.v1.statement_pb2 import Statement as StatementMessage
from trestle.oscal.assessment_results import AssessmentResults

CYCLONEDX = JsonStrictValidator(SchemaVersion.V1_6)
UUID5 = re.compile(r"(urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def in_toto(text):
    message = protobuf.Parse(text, StatementMessage())
    Statement.copy_from_pb(message).validate()
    predicate = protobuf.MessageToDict(message.predicate)
    result = protobuf.ParseDict(predicate, TestResult())
    # The binding holds the forms, and not the words of the specification.
    if message.predicate_type != "https://in-toto.io/attestation/test-result/v0.1":
        return f"predicate type {message.predicate_type}"
    if result.result not in {"PASSED", "WARNED", "FAILED"} or not result.configuration:
        return f"result {result.result}, {len(result.configuration)} configurations"
    return ""


def oscal(text):
    with TemporaryDirectory() as directory:
        path = Path(directory) / "assessment-results.json"
        path.write_text(text, encoding="utf-8")
        return "" if AssessmentResults.oscal_read(path) else "nothing was read"


def cyclonedx(text):
    return str(CYCLONEDX.validate_str(text) or "")


READERS = {"in-toto": in_toto, "oscal": oscal, "cyclonedx": cyclonedx}


def walk(value, key=""):
    """Every key with its value, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from walk(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield key, inner
            yield from walk(inner, key)


def several(names):
    return {name for name in names if names.count(name) > 1}


def gemara_references(case):
    log, catalog = json.loads(case.text("gemara")), json.loads(case.text("gemara-catalog"))
    controls = [it["id"] for it in catalog["controls"]]
    asked = [(it["id"], there["id"]) for it in catalog["controls"] for there in it["assessment-requirements"]]
    requirements = [name for _, name in asked]
    yield from (f"twice: {name}" for name in several(controls) | several(requirements))
    known = {it["id"] for it in log["metadata"]["mapping-references"]}
    if known != {catalog["metadata"]["id"]}:
        yield f"refers to {known}"
    for evaluation in log["evaluations"]:
        control = evaluation["control"]
        done = [(control["entry-id"], it["requirement"]["entry-id"]) for it in evaluation["assessment-logs"]]
        if control["reference-id"] not in known or control["entry-id"] not in controls:
            yield f"no such control: {control}"
        if done != [pair for pair in asked if pair[0] == control["entry-id"]]:
            yield f"{control['entry-id']}: assessed {done}"
    missing = set(controls) - {it["control"]["entry-id"] for it in log["evaluations"]}
    yield from (f"left out: {name}" for name in missing)


def oscal_references(case):
    document = json.loads(case.text("oscal"))["assessment-results"]
    pairs = list(walk(document))
    ids = [value for key, value in pairs if key == "uuid"]
    yield from (f"twice: {name}" for name in several(ids))
    used = [value for key, value in pairs if key in {"observation-uuid", "party-uuids"} and isinstance(value, str)]
    used.append(document["import-ap"]["href"].removeprefix("#"))
    yield from (f"leads nowhere: {name}" for name in set(used) - set(ids))
    yield from (f"not of version 5: {name}" for name in ids if not UUID5.fullmatch(name))


def cyclonedx_references(case):
    document = json.loads(case.text("cyclonedx"))
    pairs = list(walk(document))
    refs = [value for key, value in pairs if key == "bom-ref"]
    yield from (f"twice: {name}" for name in several(refs))
    keys = {"requirement", "claims", "counterClaims", "mitigationStrategies", "assessor", "target", "evidence", "counterEvidence"}
    keys |= {"parent", "requirements"}
    used = {value for key, value in pairs if key in keys and isinstance(value, str)}
    yield from (f"leads nowhere: {name}" for name in used - set(refs))
    if not UUID5.fullmatch(document["serialNumber"]):
        yield f"serial number {document['serialNumber']}"


def references(case):
    """What leads nowhere, and what is named twice."""
    for kind in (gemara_references, oscal_references, cyclonedx_references):
        yield from (f"{case.name}: {kind.__name__}: {it}" for it in kind(case))
