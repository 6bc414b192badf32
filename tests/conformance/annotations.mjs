// Writes the commands on standard input with @actions/core.
import { readFileSync } from "node:fs";
import * as core from "@actions/core";

for (const commands of JSON.parse(readFileSync(0, "utf8"))) {
  for (const [severity, properties, message] of commands) {
    core[severity](message, {
      title: properties.title,
      file: properties.file,
      startLine: properties.line,
      endLine: properties.endLine,
      startColumn: properties.col,
      endColumn: properties.endColumn,
    });
  }
}
