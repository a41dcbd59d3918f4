// A ballot from preparing to its result: declared by Paolo before the round opens, voted in by
// people, secret until the synthesis, counted again from its file by `trama tally`.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../harness/story.js";
import { window } from "../harness/clock.js";

const run = promisify(execFile);
const TRAMA = process.env.TRAMA ?? "../target/debug/trama";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ROUND = 3; // the concertazione of the demonstration: announced
const OPEN = { from: -60, to: 60 }; // minutes from now

let scripts = true;
test.beforeEach(({ javaScriptEnabled }) => {
  scripts = javaScriptEnabled !== false;
});

/** axe finds nothing to say of this page; it is a script itself. */
async function axe(page) {
  if (!scripts) return;
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (values) => {
    const all = await globalThis.axe.run(document, { runOnly: { type: "tag", values } });
    return all.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}`));
  }, RULES);
  expect(found).toEqual([]);
}

/** Paolo declares a ballot; its number. */
async function declares(paolo, method, values) {
  await paolo.goes(`/percorsi/${ROUND}/votazioni`);
  await paolo.follows(/\/votazioni\/nuova$/);
  await paolo.follows(new RegExp(`metodo=${method}$`));
  await axe(paolo.page);
  await paolo.writes(values);
  const answer = await paolo.presses("go", "save");
  expect(answer.status(), await paolo.page.locator("main").innerText()).toBe(303);
  await expect(paolo.page).toHaveURL(/\/votazioni\/\d+$/);
  return Number(paolo.page.url().match(/(\d+)$/)[1]);
}

const votes = (person) => person.page.locator("form:has([name='do'][value='vote']) button").last();

test("una graduatoria, dalla dichiarazione al risultato che si riconta", async ({ people, site }) => {
  const paolo = await people("paolo");
  const nadia = await people("nadia");
  const visitor = await people(null);

  const ballot = await test.step("Paolo la dichiara prima che il percorso si apra", async () => {
    await paolo.goes(`/percorsi/${ROUND}/votazioni/nuova?metodo=graduatoria`);
    expect((await paolo.presses("go", "save")).status()).toBe(422);
    await paolo.seesFaultsOf("title");
    return declares(paolo, "graduatoria", {
      title: "Che cosa viene prima nel triennio?",
      own: "La navetta\nIl centro diurno\nLo sportello",
    });
  });
  const page = `/votazioni/${ballot}`;
  await visitor.goes(page);
  await visitor.sees("La votazione non è ancora aperta");
  await visitor.sees("Il centro diurno");

  await window(site.url, ROUND, OPEN);
  await test.step("chi non è entrato vede che cosa si vota, e come entrare", async () => {
    await visitor.goes(page);
    await visitor.link(/\/accedi/);
    await visitor.sees("metodo di Schulze");
  });

  await test.step("Nadia sbaglia, corregge, vota, cambia, ritira, rivota", async () => {
    await nadia.goes(page);
    await axe(nadia.page);
    await nadia.writes({ "rank-t1": "1", "rank-t2": "1" });
    expect((await nadia.sends(votes(nadia))).status()).toBe(422);
    await nadia.seesFaultsOf("rank-t2");
    await axe(nadia.page);
    await nadia.writes({ "rank-t2": "2" });
    expect((await nadia.sends(votes(nadia))).status()).toBe(303);
    await expect(nadia.page.locator("[aria-labelledby=mine] li").first()).toContainText("La navetta");
    await nadia.writes({ "rank-t1": "2", "rank-t2": "1" });
    expect((await nadia.sends(votes(nadia))).status()).toBe(303);
    await expect(nadia.page.locator("[aria-labelledby=mine] li").first()).toContainText("Il centro diurno");
    await axe(nadia.page);
    expect((await nadia.presses("do", "withdraw")).status()).toBe(303);
    await expect(nadia.page.locator("#mine")).toHaveCount(0);
    await nadia.writes({ "rank-t3": "1" });
    expect((await nadia.sends(votes(nadia))).status()).toBe(303);
  });

  await test.step("nessuno vede come va, nemmeno Paolo", async () => {
    for (const person of [visitor, paolo, nadia]) {
      await person.goes(`${page}/risultato`);
      await person.sees("Il risultato non si vede ancora");
      await expect(person.page.locator("table")).toHaveCount(0);
    }
  });

  // Others vote as well: the numbers of fewer than five people are not published.
  for (const name of ["irene", "ahmed", "teuta", "graziella"]) {
    const other = await people(name);
    await other.goes(page);
    await other.writes({ "rank-t1": "1", "rank-t3": "2" });
    expect((await other.sends(votes(other))).status()).toBe(303);
  }

  await window(site.url, ROUND, { from: -120, to: -1 });
  await test.step("dopo la chiusura non si vota più", async () => {
    await nadia.goes(page);
    await expect(votes(nadia)).toHaveCount(0);
    await nadia.sees("La votazione è chiusa");
  });
  const luca = await people("luca");
  await luca.goes(`/percorsi/${ROUND}`);
  await luca.writes({ act: "start-synthesis" });
  const form = luca.page.locator("form:has([name='act'])");
  expect((await luca.sends(form.locator("button").last())).status()).toBe(303);

  await test.step("il risultato, tutti i confronti, e il file che dà lo stesso risultato", async () => {
    await visitor.goes(`${page}/risultato`);
    await axe(visitor.page);
    await visitor.sees("Vince: La navetta");
    await expect(visitor.page.locator("table caption").first()).toContainText("preferiscono");
    const link = await visitor.link(/\/schede\.json$/);
    const got = await visitor.request.get(visitor.address(await link.getAttribute("href")));
    expect(got.status()).toBe(200);
    const file = path.join(await mkdtemp(path.join(tmpdir(), "trama-")), "schede.json");
    await writeFile(file, await got.text());
    const { stdout } = await run(TRAMA, ["tally", file]);
    const tally = JSON.parse(stdout);
    expect(tally.ballots).toBe(5);
    expect(tally.result.ranking.winners).toEqual(["t1"]);
    const cells = await visitor.page.locator("table").first().locator("tbody td").allInnerTexts();
    const expected = tally.result.ranking.pairwise.flatMap((line, n) =>
      line.map((cell, m) => (n === m ? "–" : String(cell))));
    expect(cells.map((cell) => cell.trim())).toEqual(expected);
  });
  await test.step("in inglese", async () => {
    await visitor.goes(`/en/ballots/${ballot}/result`);
    await visitor.sees("The winner: La navetta");
    await axe(visitor.page);
    await visitor.goes(`/en/ballots/${ballot}`);
    await axe(visitor.page);
  });
});

test("un bilancio chiede quanto costa ciascuna, e la posizione un motivo", async ({ people, site }) => {
  const paolo = await people("paolo");
  await paolo.goes(`/percorsi/${ROUND}/votazioni/nuova?metodo=bilancio`);
  await paolo.writes({ title: "Come si spende?", budget: "30.000", own: "Un orto\nUna sala" });
  await paolo.presses("go", "refresh");
  expect((await paolo.presses("go", "save")).status()).toBe(422);
  await paolo.seesFaultsOf("cost-t1", "cost-t2");
  await paolo.writes({ "cost-t1": "12.000", "cost-t2": "20.000" });
  expect((await paolo.presses("go", "save")).status()).toBe(303);
  const budget = Number(paolo.page.url().match(/(\d+)$/)[1]);
  const position = await declares(paolo, "posizione", {
    title: "La priorità del trasporto?", own: "Il trasporto a chiamata",
  });

  await window(site.url, ROUND, OPEN);
  const nadia = await people("nadia");
  await nadia.goes(`/votazioni/${budget}`);
  await nadia.ticks(nadia.page.locator("[name='option'][value='t1']"), true);
  expect((await nadia.sends(votes(nadia))).status()).toBe(303);
  await expect(nadia.page.locator("[aria-labelledby=mine]")).toContainText("Un orto");

  const teuta = await people("teuta");
  await teuta.goes(`/votazioni/${position}`);
  await teuta.writes({ "position-t1": "con_riserva" });
  expect((await teuta.sends(votes(teuta))).status()).toBe(422);
  await teuta.seesFaultsOf("reason-t1");
  await teuta.writes({ "reason-t1": "Serve anche la sera, per chi lavora a turni." });
  expect((await teuta.sends(votes(teuta))).status()).toBe(303);
  const visitor = await people(null);
  await visitor.goes(`/votazioni/${position}`);
  await visitor.sees("Serve anche la sera");
  await axe(visitor.page);
  // Nadia speaks for no organisation.
  await nadia.goes(`/votazioni/${position}`);
  await expect(votes(nadia)).toHaveCount(0);
});

test("si vota con la tastiera sola", async ({ people, site }) => {
  const paolo = await people("paolo");
  const ballot = await declares(paolo, "graduatoria", {
    title: "Che cosa viene prima?", own: "La navetta\nIl centro diurno",
  });
  await window(site.url, ROUND, OPEN);
  const nadia = await people("nadia");
  await nadia.goes(`/votazioni/${ballot}`);
  const { page } = nadia;
  const reach = async (wanted, most = 60) => {
    for (let pressed = 0; pressed < most; pressed += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const one = document.activeElement;
        return { name: one.getAttribute("name"), tag: one.localName, words: one.innerText ?? "" };
      });
      if (wanted(at)) return;
    }
    throw new Error("not reached with Tab");
  };
  await reach((at) => at.name === "rank-t1");
  await page.keyboard.press("ArrowDown");
  await reach((at) => at.tag === "button" && at.words.trim() === "Vota", 6);
  const landed = page.waitForNavigation();
  await page.keyboard.press("Enter");
  await landed;
  await expect(page.locator("[aria-labelledby=mine] li").first()).toContainText("La navetta");
});
