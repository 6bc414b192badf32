// Opens pages in Chromium, at the widths and in the looks that are asked for, and prints what it saw of each.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const { executable, shots, visits } = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
// A tab that stands behind another one is not drawn: each worker has a browser of its own, with one tab.
const WORKERS = 2;

const seen = [];
await Promise.all(Array.from({ length: WORKERS }, work));
process.stdout.write(JSON.stringify(seen));

async function work() {
    const browser = await puppeteer.launch({
        executablePath: executable,
        headless: true,
        // A runner in a container is root, and has little shared memory.
        args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
    try {
        for (let next = visits.shift(); next; next = visits.shift()) {
            seen.push({ ...next, ...(await visit(browser, next)) });
        }
    } finally {
        await browser.close();
    }
}

async function visit(browser, { page, url, width, look }) {
    const tab = await browser.newPage();
    const isPrinted = look === "print";
    const messages = [];
    const requests = [];
    tab.on("console", (it) => messages.push(it.text()));
    tab.on("pageerror", (it) => messages.push(String(it)));
    tab.on("dialog", (it) => {
        messages.push(`a dialog: ${it.message()}`);
        it.dismiss();
    });
    tab.on("request", (it) => requests.push(it.url()));
    await tab.setViewport({ width, height: 900 });
    // Either of the two undoes the other.
    if (isPrinted) {
        await tab.emulateMediaType("print");
    } else {
        await tab.emulateMediaFeatures([
            { name: "prefers-color-scheme", value: look },
            // Where a link leads to is seen at once, and not on the way there.
            { name: "prefers-reduced-motion", value: "reduce" },
        ]);
    }
    await tab.goto(url, { waitUntil: "load" });
    const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const folded = await tab.evaluate(folds);
    const closed = await tab.evaluate(overflow);
    const last = await tab.evaluate(() => [...document.querySelectorAll("details [id]")].at(-1)?.id);
    await tab.goto(`${url}#${last}`);
    const reached = await tab.evaluate(shown, last);
    await tab.goto(`${url}#`);
    await tab.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = false)));
    await tab.screenshot({ path: `${shots}/${page}-${width}-${look}.png`, fullPage: true });
    if (!isPrinted) {
        await tab.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    }
    const open = await tab.evaluate(overflow);
    // The page's policy refuses scripts; what the debugger evaluates stands outside of it.
    const { violations, passes } = await tab.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
    // Last, for it changes what the page says.
    const broken = await tab.evaluate(torn);
    await tab.close();
    return {
        overflow: Math.max(closed, open),
        folded,
        reached,
        torn: broken,
        requests: requests.filter((it) => it.split("#")[0] !== url),
        messages,
        violations: violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`)),
        rules: passes.length,
        ground,
    };
}

// Whether the fold that a place is in stands open, and its title is on the screen.
function shown(id) {
    const fold = document.getElementById(id).closest("details");
    const { top, bottom } = fold.querySelector("summary").getBoundingClientRect();
    return { id, open: fold.open, seen: top >= 0 && bottom <= innerHeight, top, bottom };
}

// By how many pixels the page is wider than what shows it.
function overflow() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
}

// Which words of titles are broken where the widest of all statuses stands beside them.
function torn() {
    const words = [];
    for (const summary of document.querySelectorAll(".row > summary")) {
        summary.querySelectorAll(".status").forEach((it) => (it.lastChild.textContent = "evidence contradicted"));
        const text = summary.querySelector(".title").firstChild;
        for (const { 0: word, index } of text.data.matchAll(/[^\s\-–/]+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].map((it) => it.top)).size > 1) {
                words.push(word);
            }
        }
    }
    return words;
}

// How many folds there are, and how many of them hide what is in them.
function folds() {
    const inner = [...document.querySelectorAll("details > :not(summary)")];
    return { all: inner.length, hidden: inner.filter((it) => !it.checkVisibility()).length };
}
