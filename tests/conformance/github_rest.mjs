// Keeps those paths of GitHub's OpenAPI description that the program asks: Prism cannot hold the whole of it.
// Usage: node github_rest.mjs DESCRIPTION OUTPUT
import { readFileSync, writeFileSync } from "node:fs";

const [, , source, output] = process.argv;
const description = JSON.parse(readFileSync(source, "utf8"));
const kept = {
    "": ["get"],
    "/actions/workflows/{workflow_id}": ["get"],
    "/check-runs": ["post"],
    "/check-runs/{check_run_id}": ["patch"],
    "/commits/{ref}": ["get"],
    "/compare/{basehead}": ["get"],
    "/contents/{path}": ["get"],
    "/git/commits": ["post"],
    "/git/commits/{commit_sha}": ["get"],
    "/git/ref/{ref}": ["get"],
    "/git/refs": ["post"],
    "/git/refs/{ref}": ["patch"],
    "/git/trees": ["post"],
    "/issues/{issue_number}": ["get"],
    "/issues/{issue_number}/comments": ["get", "post"],
    "/issues/comments/{comment_id}": ["patch"],
    "/pulls/{pull_number}/comments": ["get"],
    "/pulls/{pull_number}/reviews": ["get"],
    "/releases/latest": ["get"],
    "/releases/tags/{tag}": ["get"],
    "/security-advisories/{ghsa_id}": ["get"],
};
const paths = {};
for (const [tail, methods] of Object.entries(kept)) {
    const path = `/repos/{owner}/{repo}${tail}`;
    paths[path] = {};
    for (const method of methods) {
        if (!description.paths[path]?.[method]) throw new Error(`GitHub describes no ${method} ${path}`);
        paths[path][method] = description.paths[path][method];
    }
}

// Prism takes a parameter for one segment; paths of files and names of references have more.
for (const [tail, name] of [["/contents/{path}", "path"], ["/git/ref/{ref}", "ref"], ["/git/refs/{ref}", "ref"]]) {
    const path = `/repos/{owner}/{repo}${tail}`;
    for (let depth = 2; depth <= 4; depth++) {
        const names = Array.from({ length: depth }, (_, index) => `${name}${index}`);
        const deeper = structuredClone(paths[path]);
        for (const operation of Object.values(deeper)) {
            operation.operationId += depth;
            operation.parameters = operation.parameters
                .filter((parameter) => parameter.name !== name)
                .concat(names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })));
        }
        paths[path.replace(`{${name}}`, names.map((name) => `{${name}}`).join("/"))] = deeper;
    }
}

// The media type that GitHub asks clients to name is not among those of the description.
for (const { content } of Object.values(paths).flatMap(Object.values).flatMap(({ responses }) => Object.values(responses))) {
    if (content?.["application/json"]) content["application/vnd.github+json"] = content["application/json"];
}

// GraphQL has a schema of its own; it must pass, since the token goes to one place only.
const content = { "application/json": { schema: { type: "object" } } };
content["application/vnd.github+json"] = content["application/json"];
paths["/graphql"] = {
    post: { operationId: "graphql", requestBody: { content }, responses: { 200: { description: "An answer", content } } },
};

const { openapi, info } = description;
writeFileSync(output, JSON.stringify({ openapi, info, servers: [{ url: "https://api.github.com" }], paths }));
