// Two facilitators at one workbench: each sees who else is there and what the other does, without
// loading the page again and without losing a word. Without JavaScript the page says who was there.
import { expect, numberOf, test } from "../harness/story.js";
import { axe } from "../harness/axe.js";

const TITLES = ["Centro diurno aperto anche il sabato", "I sabati del sollievo"];

async function bench(person) {
  await person.goes("/lavoro/banco/2");
}

/** Proposes a cluster of two texts, with the ordinary form. */
async function proposes(person, numbers) {
  await person.goes(`/lavoro/banco/2/gruppo?${numbers.map((n) => `s=${n}`).join("&")}`);
  await person.writes({
    title: "Il centro diurno anche il sabato",
    synthesis: "Le famiglie chiedono che il centro diurno sia aperto anche il sabato.",
    reason: "Dicono la stessa cosa con altre parole, di sabati.",
  });
  const answer = await person.sends(
    person.page.locator("form:has([name='synthesis']) button").last());
  expect(answer.status()).toBe(303);
}

test("chi è al banco si vede, e chi se ne va non si vede più", async ({ people, javaScriptEnabled }) => {
  const [paolo, sara] = [await people("paolo"), await people("sara")];
  await bench(paolo);
  const number = await numberOf(paolo.request, paolo.site, TITLES[0]);
  await sara.goes(`/lavoro/banco/2?leggi=proposta-${number}`);
  const there = paolo.page.locator(".bench-people");
  if (!javaScriptEnabled) {
    await bench(paolo);
    await expect(there).toContainText(`Sara Benedetti (legge proposta ${number})`);
    await expect(there).toContainText("Negli ultimi minuti");
    return;
  }
  await expect(there).toHaveText(`Al banco adesso: Sara Benedetti (legge proposta ${number})`);
  await expect(sara.page.locator(".bench-people")).toHaveText("Al banco adesso: Paolo Zanetti");
  // What is said aloud is who comes and goes, not what each reads.
  await expect(paolo.page.locator(".bench-live [aria-live]")).toHaveText("Al banco adesso: Sara Benedetti");
  expect(await axe(paolo.page)).toEqual([]);
  await sara.page.close();
  await expect(there).toHaveText("Al banco adesso ci sei solo tu");
});

test("quello che fa l'altra si vede senza ricaricare, e niente si perde", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript the page is loaded again");
  const [paolo, sara] = [await people("paolo"), await people("sara")];
  const numbers = await Promise.all(TITLES.map((title) => numberOf(paolo.request, paolo.site, title)));
  await bench(paolo);
  const { page } = paolo;
  const rows = page.locator("#bench-queue li");
  const before = await rows.count();
  const box = (number) => page.locator(`#bench-queue input[name='s'][value='${number}']`);
  await expect(box(numbers[0])).toBeVisible();
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  // One is ticked, another has the focus, the list is scrolled, a word is typed in a field.
  const kept = rows.nth(20).locator("input");
  await kept.check();
  await page.locator("#bench-queue").evaluate((pane) => { pane.scrollTop = 300; });
  const focused = rows.nth(22).locator("button");
  await focused.focus();
  const scrolled = await page.locator("#bench-queue").evaluate((pane) => pane.scrollTop);
  let navigations = 0;
  page.on("framenavigated", () => { navigations += 1; });

  await proposes(sara, numbers);

  await expect(box(numbers[0])).toHaveCount(0);
  await expect(box(numbers[1])).toHaveCount(0);
  await expect(page.locator("#bench-side")).toContainText("Il centro diurno anche il sabato");
  await expect(page.locator(".bench-said")).toHaveText("Il banco è aggiornato");
  expect(navigations).toBe(0);
  await expect(page.locator("#bench-queue input:checked")).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("button");
  expect(await page.locator("#bench-queue").evaluate((pane) => pane.scrollTop)).toBe(scrolled);
  expect(await rows.count()).toBeLessThanOrEqual(before);
});

test("un collegamento perso si dice, e riprende da solo", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript there is no connection to lose");
  const paolo = await people("paolo");
  let lost = true;
  await paolo.page.route("**/eventi*", (route) => (lost ? route.abort() : route.continue()));
  await bench(paolo);
  const said = paolo.page.locator(".bench-said");
  await expect(said).toHaveText("Collegamento perso: quello che fai si salva lo stesso");
  lost = false;
  await expect(said).toHaveText("Collegamento ripreso");
  await expect(paolo.page.locator(".bench-people")).toHaveText("Al banco adesso ci sei solo tu");
});

test("chi esce altrove non resta al banco", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript nothing is heard");
  const paolo = await people("paolo");
  await bench(paolo);
  await expect(paolo.page.locator(".bench-people")).toHaveText("Al banco adesso ci sei solo tu");
  await paolo.request.post(paolo.address("/esci"), { form: {}, maxRedirects: 0 });
  await expect(paolo.page.locator(".bench-said")).toHaveText(/La tua sessione è finita/);
});
