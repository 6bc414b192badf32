// Holds requests and answers, a list of {request, answer} on standard input, against GitHub's public GraphQL schema. Prints what
// is wrong with each.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { buildSchema, execute, parse, validate } from "graphql";

const idl = readFileSync(new URL("node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url), "utf8");
// Two fields of the published schema stand in it twice.
const schema = buildSchema(idl, { assumeValidSDL: true });

// The answer, executed as if it were a database: what the schema does not allow is an error, or is missing afterwards.
const fieldResolver = (source, _arguments, _context, info) => source[info.path.key];
const typeResolver = (value) => value.__typename;

function complaints({ request, answer }) {
    let document;
    try {
        document = parse(request.query);
    } catch (error) {
        return [`${error}`];
    }
    const wrong = validate(schema, document);
    if (wrong.length > 0) return wrong.map((error) => error.message);
    if (!answer?.data) return ["no data"];
    // Where there is no value, an error says so: it stands for the null.
    const result = execute({
        schema, document, rootValue: answer.data, variableValues: request.variables, fieldResolver, typeResolver,
    });
    const errors = (result.errors ?? []).map((error) => `${error.path?.join(".") ?? ""}: ${error.message}`);
    const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
    if (errors.length === 0 && !isDeepStrictEqual(plain(result.data), plain(answer.data))) {
        errors.push("the answer holds what was not asked, or lacks what was");
    }
    return errors;
}

const exchanges = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(exchanges.map(complaints)));
