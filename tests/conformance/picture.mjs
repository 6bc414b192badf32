// Takes the picture of the report that the README shows, and writes of which page it is.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const WIDTH = 1100;
// The ground below the last row that is shown, which does not reach the next one.
const BELOW = 16;
const gallery = process.argv[2];
const page = `${gallery}/rubygems.html`;
const picture = `${gallery}/report.png`;

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const executable = execFileSync("sh", ["-c", names.map((it) => `command -v ${it}`).join(" || ")], { encoding: "utf8" }).trim();
const browser = await puppeteer.launch({
    executablePath: executable,
    headless: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"],
});
try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: WIDTH, height: 900 });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await tab.goto(`file://${page}`, { waitUntil: "load" });
    const bottom = await tab.evaluate(() => {
        const cards = [...document.querySelectorAll(".card")].map((it) => it.getBoundingClientRect());
        return Math.max(...cards.filter((it) => it.top === cards[0].top).map((it) => it.bottom));
    });
    await tab.screenshot({ path: picture, clip: { x: 0, y: 0, width: WIDTH, height: Math.ceil(bottom) + BELOW } });
} finally {
    await browser.close();
}

// What is below the levels, and which release wrote it, is not in the picture. The test of the gallery does the same.
const top = readFileSync(page, "utf8").replaceAll("\r\n", "\n").split('<section id="requirements"')[0];
const shown = top.replace(/content="package-repo-security [^"]*"/, 'content="package-repo-security"');
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
writeFileSync(`${picture}.of`, `page ${sha256(shown)}\npicture ${sha256(readFileSync(picture))}\n`);
