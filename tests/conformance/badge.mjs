// Draws the badges on standard input with badge-maker.
import { readFileSync } from "node:fs";
import { makeBadge } from "badge-maker";

const badges = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(badges.map(({ label, message, color }) => makeBadge({ label, message, color }))));
