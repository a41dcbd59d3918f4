// The workbench with a thousand texts, on the profile of a slow phone: Chromium with its processor
// four times slower, 360 × 740 pixels, with JavaScript and without. Prints a table in Markdown on
// standard output. The network is the loopback: what travels is told in bytes.
//   node end2end/bench/workbench.js        (make bench-workbench builds what it needs)
//   BUILT=target/debug RUNS=1 tries the script itself.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "@playwright/test";
import { EMAILS, PASSWORD } from "../harness/people.js";

const BUILT = path.resolve(process.env.BUILT ?? "target/release");
const RUNS = Number(process.env.RUNS ?? 7);
const SLOWER = Number(process.env.SLOWER ?? 4);
const TEXTS = Number(process.env.TEXTS ?? 1_200);
const SLUG = "val-d-arcina";
const WORK = path.resolve("target/bench");
const TRAMA = path.join(BUILT, "trama");
const GENERATE = process.env.GENERATE ?? path.join(BUILT, "examples/generate");

const say = (text) => process.stderr.write(`${text}\n`);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function database() {
  mkdirSync(WORK, { recursive: true });
  const file = path.join(WORK, `workbench-${TEXTS}.db`);
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
  const url = `sqlite://${file}`;
  execFileSync(TRAMA, ["--log", "warn", "--database-url", url, "demo"], { stdio: "ignore" });
  execFileSync(GENERATE,
    ["--database-url", url, "--contributions", String(TEXTS)], { stdio: "ignore" });
  return url;
}

async function start(url) {
  const child = spawn(TRAMA,
    ["--log", "warn", "--database-url", url, "serve", "--listen", "127.0.0.1:0", "--site", "target/site"],
    { stdio: ["ignore", "pipe", "inherit"] });
  const base = await new Promise((resolve, reject) => {
    let out = "";
    child.stdout.on("data", (bytes) => {
      out += bytes;
      const said = out.match(/Trama: (http:\/\/[\d.:]+)\/?\n/);
      if (said) resolve(said[1]);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { base, stop: () => new Promise((done) => { child.once("exit", done); child.kill("SIGTERM"); }) };
}

/** Time and bytes of a page as the server gives it. */
function asked(address, cookie) {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    http.get(address, { headers: { cookie, "accept-encoding": "br" }, agent: false }, (answer) => {
      let bytes = 0;
      answer.on("data", (part) => { bytes += part.length; });
      answer.on("end", () => resolve({ status: answer.statusCode, bytes, took: performance.now() - since }));
    }).on("error", reject);
  });
}

/** What the page itself writes down about its time. */
function watch() {
  const seen = { live: 0, ticked: 0, clicked: 0, said: 0, long: [] };
  window.seen = seen;
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
  const look = new MutationObserver(() => {
    if (!seen.live && document.querySelector(".workbench.is-live")) seen.live = performance.now();
    if (seen.clicked && !seen.said && document.querySelector(".bench-said")?.textContent.trim()) {
      seen.said = performance.now();
    }
  });
  look.observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class"],
  });
  addEventListener("click", (event) => { seen.clicked ||= event.timeStamp; }, true);
  addEventListener("change", () => { seen.ticked ||= performance.now(); }, true);
}

async function visit(browser, address, cookie, javaScriptEnabled) {
  const viewport = { width: 360, height: 740 };
  // A cookie of the host can't be given to a browser on plain HTTP: it goes along as a header.
  const extraHTTPHeaders = { cookie };
  const context = await browser.newContext({ viewport, javaScriptEnabled, extraHTTPHeaders });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (javaScriptEnabled) await page.addInitScript(watch);
  const since = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  const box = page.locator("#bench-queue input[name='s']").first();
  await box.click();
  if (!(await box.isChecked())) throw new Error("the box is not ticked");
  const ticked = performance.now() - since;
  if (javaScriptEnabled) await page.waitForFunction(() => window.seen.said && window.seen.live);
  const told = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    parsed: performance.getEntriesByType("navigation")[0].domInteractive,
    rows: document.querySelectorAll("#bench-queue [data-text]").length,
    code: performance.getEntriesByType("resource")
      .filter((one) => /\.(js|wasm)$/.test(one.name)).reduce((sum, one) => sum + one.encodedBodySize, 0),
    seen: window.seen,
  }));
  await context.close();
  return { ...told, ticked };
}

if (!existsSync(TRAMA)) {
  say(`There is no ${TRAMA}: make bench-workbench builds it`);
  process.exit(1);
}
say("A database with one round of many texts …");
const server = await start(database());
const signed = await fetch(`${server.base}/${SLUG}/accedi`, {
  method: "POST", redirect: "manual",
  headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
  body: new URLSearchParams({ email: EMAILS.paolo, password: PASSWORD }),
});
const cookie = signed.headers.getSetCookie().map((one) => one.split(";")[0])
  .find((one) => one.startsWith("__Host-session="));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
});
console.log(`Processor ${SLOWER} times slower, 360 × 740, median of ${RUNS}.\n`);
console.log("| texts | JavaScript | server ms | page kB (brotli) | code kB | first paint ms | parsed ms | island ms | first tick by a click, done ms | click → announced ms | longest task ms | long tasks ms |");
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|");
for (const size of [50, 200, 1000]) {
  const address = `${server.base}/${SLUG}/lavoro/banco/2?quanti=${size}`;
  await asked(address, cookie);
  const plain = [];
  for (let run = 0; run < RUNS; run += 1) plain.push(await asked(address, cookie));
  if (plain.some((one) => one.status !== 200)) throw new Error(`${address}: ${plain[0].status}`);
  for (const scripted of [true, false]) {
    const runs = [];
    // The first one fills the caches of browser and compiler, as a facilitator's have been.
    for (let run = 0; run <= RUNS; run += 1) runs.push(await visit(browser, address, cookie, scripted));
    runs.shift();
    const of = (pick) => Math.round(median(runs.map(pick)));
    const only = (pick) => (scripted ? of(pick) : "–");
    console.log(`| ${runs[0].rows} | ${scripted ? "yes" : "no"} | ${median(plain.map((one) => one.took)).toFixed(1)} | ` +
      `${Math.round(plain[0].bytes / 1000)} | ${only((one) => one.code / 1000)} | ${of((one) => one.paint)} | ` +
      `${of((one) => one.parsed)} | ${only((one) => one.seen.live)} | ` +
      `${of((one) => (scripted ? one.seen.ticked : one.ticked))} | ${only((one) => one.seen.said - one.seen.clicked)} | ` +
      `${only((one) => Math.max(0, ...one.seen.long))} | ${only((one) => one.seen.long.reduce((a, b) => a + b, 0))} |`);
  }
}
await browser.close();
await server.stop();
