// After a session: minutes, what who was there corrects with the code of a token, the approval,
// the report, and what everybody is told.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "../harness/story.js";
import { moves, running } from "../harness/lab.js";
import { endsCorrections } from "../harness/clock.js";
import { settles } from "../harness/sound.js";

const MINUTES = "## Che cosa abbiamo capito\n\nChi è solo non chiama: bisogna passare.\n\n- ad agosto\n- d'inverno, nelle frazioni";
const CORRECTION = "Non si è detto solo d'agosto: anche la domenica, tutte le settimane.";
const REASON = "Hai ragione, al secondo tavolo è stato detto più volte.";
const LEARNED = "Nessuno sapeva che la domenica pesa più dell'estate.";
const CHANGES = "Dalla prossima settimana il numero sociale risponde anche la domenica mattina.";

const axeSource =
  readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** With everything unfolded axe has nothing to say, and nothing is wider than the page. */
async function looks(person, name) {
  const { page } = person;
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await settles(page);
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const all = await globalThis.axe.run(document, { runOnly: { type: "tag", values } });
    return all.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
  });
  expect(found, name).toEqual([]);
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${name} at ${width} pixels`).toBeLessThanOrEqual(0);
    if (process.env.PICTURES && width !== 320) {
      const path = `${process.env.PICTURES}/${name}-${width}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("il verbale: bozza, correzione con il codice del gettone, risposta, approvazione, resoconto", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const witness = await people(null);
  const { number, codes } = await running(paolo);
  const desk = `/lavoro/laboratori/${number}/verbale`;
  const page = `/laboratori/${number}/verbale`;

  await test.step("finito il laboratorio c'è una prima bozza, con le ore della scaletta", async () => {
    await visitor.goes(page);
    await visitor.sees("Il verbale non c'è ancora");
    await visitor.sees("Il codice del gettone");
    await moves(paolo, number, "end");
    await paolo.goes(desk);
    const words = paolo.page.locator("textarea[name='words']");
    await expect(words).toHaveValue(/09:00 – Accoglienza e firme/);
    await expect(words).toHaveValue(/meno di 5 persone/);
    if (javaScriptEnabled) await looks(paolo, "verbale-bozza");
  });

  await test.step("si salva, e una seconda versione dice perché", async () => {
    await paolo.writes({ words: MINUTES });
    expect((await paolo.presses("do", "write")).status()).toBe(303);
    await paolo.writes({ words: `${MINUTES}\n- la sera` });
    expect((await paolo.presses("do", "write")).status()).toBe(422);
    await paolo.seesFaultsOf("why");
    await expect(paolo.page.locator("textarea[name='words']")).toHaveValue(/la sera/);
    await paolo.writes({ why: "Mancava la sera" });
    expect((await paolo.presses("do", "write")).status()).toBe(303);
    expect((await paolo.presses("do", "send")).status()).toBe(303);
    await paolo.sees("Chi c'era può correggere il verbale fino al");
    await expect(paolo.act("approve")).toHaveCount(0);
  });

  await test.step("chi non c'era sa quando lo leggerà; chi c'era lo apre con il codice", async () => {
    await visitor.goes(page);
    await visitor.seesNot("Chi è solo non chiama");
    await visitor.sees("Per ora lo rilegge chi c'era");
    if (javaScriptEnabled) await looks(visitor, "verbale-codice");
    await witness.goes(page);
    await witness.writes({ token_code: "AAAAA-AAAAA-AAAAA-AAAAA" });
    expect((await witness.presses("do", "open")).status()).toBe(422);
    await witness.seesFaultsOf("token_code");
    // A token that nobody was given opens nothing.
    await witness.writes({ token_code: codes.get(5) });
    expect((await witness.presses("do", "open")).status()).toBe(422);
    await witness.writes({ token_code: codes.get(1).toLowerCase() });
    expect((await witness.presses("do", "open")).status()).toBe(200);
    await witness.sees("Chi è solo non chiama");
    expect(witness.page.url()).not.toContain("AAAAA");
    if (javaScriptEnabled) await looks(witness, "verbale-correggi");
  });

  await test.step("chiede una correzione, senza un nome", async () => {
    expect((await witness.presses("do", "correct")).status()).toBe(422);
    await witness.seesFaultsOf("correction");
    await witness.writes({ correction: CORRECTION });
    expect((await witness.presses("do", "correct")).status()).toBe(200);
    await witness.sees("La correzione è arrivata");
    await witness.sees(CORRECTION);
    await witness.sees("Aspetta una risposta");
  });

  await test.step("Paolo risponde con un motivo; prima dei sette giorni non si approva", async () => {
    await paolo.goes(desk);
    expect((await paolo.presses("do", "answer")).status()).toBe(422);
    await paolo.seesFaultsOf("taken-1", "reason-1");
    await paolo.writes({ "taken-1": "1", "reason-1": REASON });
    expect((await paolo.presses("do", "answer")).status()).toBe(303);
    await paolo.sees("Hai accolto una correzione dopo l'ultima versione");
    if (javaScriptEnabled) await looks(paolo, "verbale-risposta");
    await paolo.writes({ words: `${MINUTES}\n- la domenica, tutte le settimane`, why: "Una correzione accolta" });
    expect((await paolo.presses("do", "write")).status()).toBe(303);
    const early = await paolo.request.post(paolo.address(desk), { form: { do: "approve" }, maxRedirects: 0 });
    expect(early.status()).toBe(403);
  });

  await test.step("finito il tempo si approva, e tutti leggono verbale, correzioni e risposte", async () => {
    await endsCorrections(site.url, number);
    await paolo.goes(desk);
    expect((await paolo.presses("do", "approve")).status()).toBe(303);
    await visitor.goes(page);
    await visitor.sees("la domenica, tutte le settimane");
    await visitor.sees(CORRECTION);
    await visitor.sees(REASON);
    if (javaScriptEnabled) await looks(visitor, "verbale-approvato");
    await visitor.goes(`/laboratori/${number}`);
    await visitor.seesNot(LEARNED);
  });

  await test.step("il resoconto restituisce il laboratorio", async () => {
    await paolo.goes(`/lavoro/laboratori/${number}/resoconto`);
    expect((await paolo.presses("do", "write")).status()).toBe(422);
    await paolo.seesFaultsOf("learned", "changes");
    await paolo.writes({ learned: LEARNED, changes: CHANGES });
    expect((await paolo.presses("do", "write")).status()).toBe(303);
    await visitor.goes(`/laboratori/${number}`);
    await visitor.seesNot(LEARNED);
    expect((await paolo.presses("do", "give-back")).status()).toBe(303);
    if (javaScriptEnabled) await looks(paolo, "resoconto");
    await visitor.goes(`/laboratori/${number}`);
    await visitor.sees(LEARNED);
    await visitor.sees(CHANGES);
    // Nobody's code, and no token: two people are «fewer than five».
    await visitor.seesNot(codes.get(1));
    await visitor.sees("meno di 5 persone");
    if (javaScriptEnabled) await looks(visitor, "laboratorio-restituito");
  });
});

test("i laboratori di un file: la parete, i bollini, e che fine hanno fatto, in due lingue", async ({ people, javaScriptEnabled }) => {
  const visitor = await people(null);
  for (const [path, sum] of [
    ["/laboratori/1", "37 persone × 3 bollini = 111."],
    ["/en/workshops/1", "37 people × 3 dots = 111."],
  ]) {
    await visitor.goes(path);
    await visitor.sees("Soli in casa");
    await visitor.sees(sum);
    if (javaScriptEnabled) await looks(visitor, path.slice(1).replaceAll("/", "-"));
  }
  await visitor.goes("/laboratori/3");
  await visitor.sees("due pulmini due mattine");
  await visitor.seesNot("O01: due pulmini");
  await visitor.goes("/laboratori/1/verbale");
  await visitor.sees("non c'è un verbale");
});
