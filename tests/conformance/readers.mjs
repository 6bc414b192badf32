// What two YAML readers for JavaScript make of the texts on standard input, every scalar as text.
import { readFileSync } from "node:fs";
import * as jsYaml from "js-yaml";
import { parseAllDocuments } from "yaml";

const text = (value) => {
  if (value === null || value === undefined) return "";
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, it]) => [text(key), text(it)]));
  if (Array.isArray(value)) return value.map(text);
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, text(it)]));
  return String(value);
};

const readers = {
  "npm yaml": (source) => {
    const documents = parseAllDocuments(source, { schema: "failsafe", version: "1.2", logLevel: "silent" });
    if (documents.length !== 1) throw new Error(`${documents.length} documents`);
    const problem = documents[0].errors[0] ?? documents[0].warnings[0];
    if (problem) throw problem;
    return documents[0].toJS({ mapAsMap: true });
  },
  "js-yaml": (source) => jsYaml.load(source, { schema: jsYaml.FAILSAFE_SCHEMA }),
};

const sources = JSON.parse(readFileSync(0, "utf8"));
console.log(
  JSON.stringify(
    sources.map((source) => {
      const all = {};
      for (const [name, read] of Object.entries(readers)) {
        try {
          all[name] = { tree: text(read(source)) };
        } catch (error) {
          all[name] = { error: String(error.message).split("\n")[0] };
        }
      }
      return all;
    }),
  ),
);
