"""The double of GitHub that the tests run against, and what we ask it, against GitHub's own descriptions of its two APIs.

REST: the program, and then each of its requests once more, through Prism, which refuses what the OpenAPI description does not
allow. GraphQL: the requests of the program and the answers of the double, against the public schema.
"""

import contextlib
import hashlib
import http.server
import json
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from checks import PACKAGES, PRODUCT, TODAY, WORK, check, node

HOST = "127.0.0.1"
TOKEN = "sample-token"
REPOSITORY = "acme/index"
# A commit that no branch holds: hashes of the double are made of labels.
FORGED = hashlib.sha256(b"acme/index forged").hexdigest()[:40]
ACCEPT = {"Accept": "application/vnd.github+json", "User-Agent": "conformance"}
# What the sample repository is asked for, in good forms and in broken ones.
LINKS = [
    "", "/blob/main/docs/help.md", "/blob/v1.0/README.md", "/blob/feature/side/side.md", "/blob/main/none.md", "/tree/main/docs",
    "/blob/{first}/README.md", "/blob/main/a.bin", "/commit/{first}", "/commit/" + "1" * 40, "/issues/1", "/pull/2", "/issues/3",
    "/issues/99", "/discussions/5", "/releases/tag/v1.0", "/releases/tag/v9", "/releases/latest", "/actions/workflows/ci.yml",
    "/actions/workflows/none.yml", "/security/advisories/GHSA-23hv-mwm6-9jr4", "/security/policy", "/pull/2#issuecomment-11",
    "/commit/{forged}", "/blob/{forged}/docs/help.md", "/blob/refs/pull/2/head/docs/help.md",
]
# Each endpoint of the REST API that the program knows.
ENDPOINTS = ["", "/contents/", "/commits/", "/compare/", "/git/ref/", "/issues/1", "/issues/2/comments", "/pulls/2/comments",
             "/pulls/2/reviews", "/releases/tags/", "/releases/latest", "/actions/workflows/", "/security-advisories/"]
FIELDS = ["repository", "securityAdvisory", "object", "compare", "issueOrPullRequest", "discussion", "release", "latestRelease",
          "isSecurityPolicyEnabled", "ref", "comments", "reviews", "file", "refs"]


def ports(count):
    """A run of ports that are free now."""
    while True:
        with contextlib.ExitStack() as stack:
            first = stack.enter_context(socket.socket())
            first.bind((HOST, 0))
            start = first.getsockname()[1]
            try:
                for port in range(start + 1, start + count):
                    stack.enter_context(socket.socket()).bind((HOST, port))
            except OSError:
                continue
            return start


def fetch(url, headers=ACCEPT):
    """Status and body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@contextlib.contextmanager
def running(command, port):
    """A server, as soon as it listens."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
                    break
                if process.poll() is not None:
                    raise SystemExit(f"{command[0]} ended {process.returncode}")
                time.sleep(0.1)
            yield
        finally:
            process.terminate()


def prism(port, upstream):
    """Prism between a client and a server: what breaks the description is answered with an error of its own."""
    program = PACKAGES / ".bin" / "prism"
    return running([program, "proxy", "-h", HOST, "-p", str(port), "--errors", WORK / "github_rest.json", upstream], port)


def recorded(api):
    return json.loads(fetch(f"{api}/_recorded")[1])


def run(api, graphql, pages, token):
    """One run of the program on a declaration that cites every kind of link."""
    first = json.loads(fetch(f"{api}/repos/{REPOSITORY}/git/ref/heads/main")[1])["object"]["sha"]
    items = "".join(
        f"      - url: {json.dumps(pages + '/' + REPOSITORY + link.format(first=first, forged=FORGED))}\n"
        f"        quote: {json.dumps('protected with two factors')}\n" for link in LINKS
    )
    directory = WORK / "github"
    directory.mkdir(exist_ok=True)
    declaration = directory / ".package-repo-security.yml"
    declaration.write_text(
        "version: 1\nprinciples: v0.1\nreviewed: 2026-08-21\ncontact: mailto:security@epi.example\n"
        'registry: {name: Index, url: "https://epi.example/", user-accounts: true, packages: [accepts-built]}\n'
        "claims: {authentication: 0, authorization: 0, general: 0, cli: 0}\n"
        f"answers:\n  mfa:\n    status: met\n    evidence:\n{items}",
        encoding="utf-8",
    )
    environment = {key: os.environ[key] for key in ["PATH", "HOME"] if key in os.environ}
    environment |= {"GITHUB_API_URL": api, "GITHUB_GRAPHQL_URL": graphql, "GITHUB_SERVER_URL": pages}
    if token:
        environment["GITHUB_TOKEN"] = token
    command = [PRODUCT, "check", "--online", "--no-cache", "--today", TODAY, "--allow-private", HOST, "--output", "json"]
    done = subprocess.run(
        [*command, "--declaration", declaration, directory], capture_output=True, env=environment, timeout=300, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"check ended {done.returncode}: {done.stderr.decode()[-2000:]}")
    return json.loads(done.stdout)


def rest(api, pages, port):
    """The REST side."""
    through = f"http://{HOST}:{port}"
    with prism(port, api):
        before = len(recorded(api))
        run(through, f"{api}/graphql", pages, None)
        asked = [it for it in recorded(api)[before:] if it["side"] == "Api"]
        check(
            "github: the REST API is asked for everything that there is",
            [f"nobody asks for {it or 'the repository'}" for it in ENDPOINTS
             if not any(f"/repos/{REPOSITORY}{it}" in one["path"] for one in asked)],
        )
        paths = sorted({it["path"] for it in asked if "/_recorded" not in it["path"]})
        wrong = []
        for path in paths:
            direct, (status, body) = fetch(f"{api}{path}")[0], fetch(f"{through}{path}")
            if status != direct or b"VIOLATIONS" in body:
                wrong.append(f"{path}: {direct}, through Prism {status}: {body[:500]}")
        check(f"github: {len(paths)} answers of the double are as GitHub describes them", wrong)
        status, _ = fetch(f"{through}/repos/{REPOSITORY}/issues/abc")
        check("github: Prism refuses a request that GitHub does not describe", [] if status == 422 else [status])


class Wrong(http.server.BaseHTTPRequestHandler):
    """A server that answers what no GitHub answers."""

    def do_GET(self):  # noqa: N802
        body = b'{"id": "seven"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def refused(port):
    """Whether Prism sees anything at all."""
    with http.server.ThreadingHTTPServer((HOST, 0), Wrong) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with prism(port, f"http://{HOST}:{server.server_port}"):
            status, _ = fetch(f"http://{HOST}:{port}/repos/{REPOSITORY}")
        server.shutdown()
    check("github: Prism refuses an answer that GitHub does not describe", [] if status >= 500 else [status])


def graphql(api, pages):
    """The GraphQL side."""
    before = len(recorded(api))
    run(api, f"{api}/graphql", pages, TOKEN)
    asked = [it for it in recorded(api)[before:] if it["path"] == "/graphql"]
    exchanges = [{"request": json.loads(it["body"]), "answer": json.loads(it["answer"])} for it in asked]
    text = "".join(it["request"]["query"] for it in exchanges)
    check("github: GraphQL is asked for everything that there is", [it for it in FIELDS if it not in text])
    # The same once more with mistakes, each of which must be seen.
    first = json.dumps(exchanges[0])
    broken = [
        (name, json.loads(first.replace(old, new)))
        for name, old, new in [
            ("a field that is not there", "isArchived", "isArchaeic"),
            ("a state that is none", '\\"OPEN\\"' if '\\"OPEN\\"' in first else '"OPEN"', '"AJAR"'),
            ("a null where none may be", '"isPrivate": false', '"isPrivate": null'),
        ]
    ]
    told = json.loads(node("github_graphql.mjs", exchanges + [it for _, it in broken]))
    problems = [f"request {number}: {it}" for number, all in enumerate(told[: len(exchanges)]) for it in all]
    check(f"github: {len(exchanges)} GraphQL requests and their answers are of the public schema", problems)
    seen = zip(broken, told[len(exchanges):], strict=True)
    check("github: the schema refuses what is not of it", [name for (name, _), all in seen if not all])


def main():
    world = Path(os.environ["WORLD"])
    start = ports(4)
    api, pages = f"http://{HOST}:{start}", f"http://{HOST}:{start + 1}"
    with running([world, "github", "--port", str(start)], start):
        graphql(api, pages)
        rest(api, pages, start + 2)
    refused(start + 3)


main()
