// Keeps those paths of GitHub's OpenAPI description that the program asks: Prism cannot hold the whole of it.
// Usage: node github_rest.mjs DESCRIPTION OUTPUT
import { readFileSync, writeFileSync } from "node:fs";

const [, , source, output] = process.argv;
const description = JSON.parse(readFileSync(source, "utf8"));
const kept = [
    "",
    "/actions/workflows/{workflow_id}",
    "/commits/{ref}",
    "/compare/{basehead}",
    "/contents/{path}",
    "/git/ref/{ref}",
    "/issues/{issue_number}",
    "/issues/{issue_number}/comments",
    "/pulls/{pull_number}/comments",
    "/pulls/{pull_number}/reviews",
    "/releases/latest",
    "/releases/tags/{tag}",
    "/security-advisories/{ghsa_id}",
];
const paths = {};
for (const tail of kept) {
    const path = `/repos/{owner}/{repo}${tail}`;
    if (!description.paths[path]) throw new Error(`GitHub describes no ${path}`);
    paths[path] = { get: description.paths[path].get };
}

// Prism takes a parameter for one segment; paths of files and names of references have more.
for (const [path, name] of [["/contents/{path}", "path"], ["/git/ref/{ref}", "ref"]]) {
    const described = paths[`/repos/{owner}/{repo}${path}`].get;
    for (let depth = 2; depth <= 4; depth++) {
        const names = Array.from({ length: depth }, (_, index) => `${name}${index}`);
        const get = structuredClone(described);
        get.operationId += depth;
        get.parameters = get.parameters
            .filter((parameter) => parameter.name !== name)
            .concat(names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })));
        paths[`/repos/{owner}/{repo}${path.replace(`{${name}}`, names.map((name) => `{${name}}`).join("/"))}`] = { get };
    }
}

// The media type that GitHub asks clients to name is not among those of the description.
for (const { get } of Object.values(paths)) {
    for (const { content } of Object.values(get.responses)) {
        if (content?.["application/json"]) content["application/vnd.github+json"] = content["application/json"];
    }
}

const { openapi, info } = description;
writeFileSync(output, JSON.stringify({ openapi, info, servers: [{ url: "https://api.github.com" }], paths }));
