// Writes texts and outputs on standard input with @actions/core: one line of data and one with a property for each text; the
// outputs go to the file of which GITHUB_OUTPUT tells the name.
import { readFileSync } from "node:fs";
import * as core from "@actions/core";

const { texts, outputs } = JSON.parse(readFileSync(0, "utf8"));
for (const text of texts) {
  core.error(text);
  core.error("", { title: text });
}
for (const [name, value] of outputs) {
  core.setOutput(name, value);
}
