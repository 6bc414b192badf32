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
# What a run asks of its own repository and writes to it: method and path.
PROJECT = ["GET ", "GET /git/commits/", "GET /commits/", "GET /compare/", "GET /contents/", "GET /git/ref/", "POST /check-runs",
           "PATCH /check-runs/", "POST /issues/2/comments", "PATCH /issues/comments/", "POST /git/trees", "POST /git/commits",
           "POST /git/refs", "PATCH /git/refs/"]
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
        asked = [it for it in recorded(api)[before:] if it["side"] == "Api" and it["method"] == "GET"]
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


def project(world, api, port):
    """What a run asks of its own repository and writes to it: all of it through Prism, which lets nothing pass that is not as
    GitHub describes it. Its one GraphQL request is held against the schema."""
    through = f"http://{HOST}:{port}"
    before = len(recorded(api))
    with prism(port, api):
        done = subprocess.run([world, "project", "--api", through], capture_output=True, timeout=120, check=False)
        problems = [] if done.returncode == 0 else [done.stderr.decode()[-2000:]]
        asked = recorded(api)[before:]
        check(f"github: {len(asked)} requests about a run's own repository are as GitHub describes them", problems)
        # The same with a mistake in each, which Prism must see.
        top = f"{through}/repos/{REPOSITORY}"
        wrong = [("POST", "/git/trees", {"tree": [{"mode": "7"}]}), ("POST", "/git/commits", {"tree": "a"}),
                 ("POST", "/check-runs", {"name": "a", "head_sha": "a", "output": {"title": "a"}}),
                 ("PATCH", "/check-runs/1", {"output": {"summary": 1}}), ("PATCH", "/git/refs/heads/a", {"force": True}),
                 ("POST", "/git/refs", {"ref": "a"}), ("POST", "/issues/2/comments", {}), ("PATCH", "/issues/comments/1", {})]
        passed = [f"{method} {path}" for method, path, body in wrong if sent(method, top + path, body) != 422]
    check("github: Prism refuses what may not be written", passed)
    seen = [f"{it['method']} {it['path'].removeprefix('/repos/' + REPOSITORY)}" for it in asked]
    missing = [it for it in PROJECT if not any(one == it or (it.endswith("/") and one.startswith(it)) for one in seen)]
    check("github: a run asks its own repository for everything that there is", missing)
    exchanges = [{"request": json.loads(it["body"]), "answer": json.loads(it["answer"])} for it in asked if it["path"] == "/graphql"]
    told = json.loads(node("github_graphql.mjs", exchanges))
    problems = [f"request {number}: {it}" for number, all in enumerate(told) for it in all]
    check(f"github: {len(exchanges)} GraphQL requests for comments are of the public schema", problems or ([] if exchanges else ["none"]))


def sent(method, url, body):
    """The status that Prism answers something with."""
    headers = ACCEPT | {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    request = urllib.request.Request(url, method=method, headers=headers, data=json.dumps(body).encode())
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        text = error.read()
        # The double refuses some of these, too; what counts is that it was not asked.
        return error.code if b"prism" in text.lower() or b"request body" in text.lower() else f"{error.code} of the double"


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
    start = ports(5)
    api, pages = f"http://{HOST}:{start}", f"http://{HOST}:{start + 1}"
    with running([world, "github", "--port", str(start)], start):
        graphql(api, pages)
        rest(api, pages, start + 2)
        project(world, api, start + 4)
    refused(start + 3)


if __name__ == "__main__":
    main()
