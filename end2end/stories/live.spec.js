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
  // What one looks at stays where it is, though rows above it go.
  const place = () => page.evaluate(() => {
    const pane = document.getElementById("bench-queue").getBoundingClientRect();
    return document.activeElement.getBoundingClientRect().top - pane.top;
  });
  const placed = await place();
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
  expect(Math.abs(await place() - placed)).toBeLessThan(40);
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

/** Rows of the list, by their number. */
const row = (person, number) => person.page.locator(`#bench-queue [data-text='${number}']`);
const card = (person) => person.page.locator("#bench-side .cluster--draft");

/** Puts texts into a new draft with the ordinary form; it works without JavaScript, too. */
async function puts(person, numbers, into = "nuova") {
  for (const number of numbers) await row(person, number).locator("input").check();
  await person.page.locator("#bench-queue select[name='in']").selectOption(into);
  await person.page.locator("#bench-queue button[value='metti']").click();
  await expect(row(person, numbers[0])).toHaveCount(0);
}

/** The numbers of the first rows. */
const first = (person, many) => person.page.locator("#bench-queue [data-text]")
  .evaluateAll((rows, n) => rows.slice(0, n).map((one) => one.dataset.text), many);

test("un testo messo in una bozza si vede dall'altra parte; la sintesi a metà resta", async ({ people, javaScriptEnabled }) => {
  const [paolo, sara] = [await people("paolo"), await people("sara")];
  await bench(paolo);
  const [one, two, three] = await first(paolo, 3);
  await puts(paolo, [one, two]);
  await expect(card(paolo)).toHaveCount(1);
  await expect(paolo.page.locator(".bench-latest")).toBeVisible();
  if (!javaScriptEnabled) {
    // The same act can be undone, and the texts are back.
    await paolo.sends(paolo.page.locator(".bench-latest button"));
    await expect(row(paolo, one)).toHaveCount(1);
    return;
  }
  await bench(sara);
  await card(sara).locator("a").first().click();
  await sara.page.waitForURL(/\/bozze\/\d+$/);
  const synthesis = sara.page.locator("[name='synthesis']");
  await expect(sara.page.locator(".bench-people")).toContainText("Paolo Zanetti");
  await synthesis.fill("Le famiglie chiedono un");
  await expect(paolo.page.locator(".bench-people")).toContainText(/Sara Benedetti \(legge bozza \d+\)/);
  const version = await sara.page.locator("[name='versione']").inputValue();

  const draft = await card(paolo).getAttribute("data-draft");
  await puts(paolo, [three], draft);
  await expect(sara.page.locator(`[data-source='${three}']`)).toBeVisible();
  await expect(synthesis).toHaveValue("Le famiglie chiedono un");
  await expect(sara.page.locator("[name='versione']")).toHaveValue(version);

  // Paolo saves a title meanwhile: Sara's words and the version she read stay, and she is told.
  await card(paolo).locator("a").first().click();
  await paolo.page.waitForURL(/\/bozze\/\d+$/);
  await paolo.page.locator("[name='title']").fill("Il titolo di Paolo");
  await paolo.sends(paolo.page.locator("button[value='salva']"));
  await expect(sara.page.locator(".bench-held")).toBeVisible();
  await expect(synthesis).toHaveValue("Le famiglie chiedono un");
  await sara.page.locator(".bench-held button").click();
  await expect(synthesis).toHaveValue("Le famiglie chiedono un");
  expect(await axe(sara.page)).toEqual([]);
});

test("trascinare: sulla bozza nuova, su una bozza, e indietro; Esc lascia tutto com'era", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript there are boxes and a choice");
  const paolo = await people("paolo");
  await bench(paolo);
  const { page } = paolo;
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  await page.setViewportSize({ width: 1500, height: 900 });
  const [one, two, three] = await first(paolo, 3);
  const said = page.locator(".bench-said");
  const carries = async (from, to, { leave = false } = {}) => {
    await from.scrollIntoViewIfNeeded();
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    await page.mouse.move(a.x + a.width / 2, a.y + 12);
    await page.mouse.down();
    await page.mouse.move(a.x + a.width / 2 + 20, a.y + 20, { steps: 3 });
    await expect(page.locator(".bench-ghost")).toBeVisible();
    await page.mouse.move(b.x + b.width / 2, b.y + Math.min(b.height / 2, 60), { steps: 5 });
    if (leave) await page.keyboard.press("Escape");
    await page.mouse.up();
  };
  const anew = page.locator(".bench-new");

  await carries(row(paolo, one), anew, { leave: true });
  await expect(said).toHaveText("Spostamento annullato: niente è cambiato");
  await expect(row(paolo, one)).toHaveCount(1);
  await expect(page.locator(".bench-ghost")).toHaveCount(0);

  // All that are ticked go, when one of them is carried.
  await row(paolo, one).locator("input").check();
  await row(paolo, two).locator("input").check();
  await expect(said).toHaveText("2 scelti");
  await carries(row(paolo, one), anew);
  await expect(card(paolo)).toHaveCount(1);
  await expect(row(paolo, two)).toHaveCount(0);
  await expect(said).toContainText("2 testi");
  expect(await axe(page)).toEqual([]);

  await carries(row(paolo, three), card(paolo));
  await expect(row(paolo, three)).toHaveCount(0);
  await expect(card(paolo)).toContainText("3 testi");

  // What was done is undone where it is said.
  await page.locator(".bench-undo-last").click();
  await expect(row(paolo, three)).toHaveCount(1);
  await expect(card(paolo)).toContainText("2 testi");

  // Out of a draft: among those that are in one, back to the list.
  await paolo.goes("/lavoro/banco/2?mostra=bozze");
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  await expect(row(paolo, one)).toHaveAttribute("data-in", /\d+/);
  await carries(row(paolo, one), page.locator("#queue"));
  await expect(card(paolo)).toContainText("1 testo");
  await expect(row(paolo, one)).not.toHaveAttribute("data-in", /\d+/);
});

test("trascinare con un dito, dalla maniglia", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript there are boxes and a choice");
  const paolo = await people("paolo", { hasTouch: true, viewport: { width: 1100, height: 800 } });
  await bench(paolo);
  const { page } = paolo;
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  const [one] = await first(paolo, 1);
  await page.locator(".bench-new").scrollIntoViewIfNeeded();
  const grip = await row(paolo, one).locator(".grip").boundingBox();
  const to = await page.locator(".bench-new").boundingBox();
  const wire = await page.context().newCDPSession(page);
  const touch = (type, x, y) => wire.send("Input.dispatchTouchEvent",
    { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await touch("touchStart", x, y);
  for (let step = 1; step <= 8; step += 1) {
    await touch("touchMove", x + (to.x + 40 - x) * step / 8, y + (to.y + 20 - y) * step / 8);
  }
  await touch("touchEnd");
  await expect(card(paolo)).toHaveCount(1);
  await expect(row(paolo, one)).toHaveCount(0);
});

test("con la tastiera: frecce, m, ?, e le lettere si spengono", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript the browser's own keys do");
  const paolo = await people("paolo");
  await bench(paolo);
  const { page } = paolo;
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  const [one, two] = await first(paolo, 2);
  await row(paolo, one).locator("button").focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(paolo, two).locator("button")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("m");
  await expect(row(paolo, one).locator("input")).toBeChecked();
  const into = page.locator("#bench-queue select[name='in']");
  await expect(into).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(row(paolo, one)).toHaveCount(0);
  await expect(card(paolo)).toHaveCount(1);

  await row(paolo, two).locator("button").focus();
  const keys = page.locator("details:has(.keys)");
  await page.keyboard.press("?");
  await expect(keys).toHaveAttribute("open", "");
  await page.keyboard.press("?");
  await expect(keys).not.toHaveAttribute("open", "");

  const letters = page.locator(".bench-keys-switch");
  await expect(letters).toHaveAttribute("aria-pressed", "true");
  await letters.click();
  await row(paolo, two).locator("button").focus();
  await page.keyboard.press("m");
  await expect(row(paolo, two).locator("input")).not.toBeChecked();
  await page.reload();
  await expect(letters).toHaveAttribute("aria-pressed", "false");
});

test("un rifiuto si dice, e quello che era scelto resta scelto", async ({ people, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "without JavaScript the page itself says it");
  const paolo = await people("paolo");
  await bench(paolo);
  const { page } = paolo;
  await expect(page.locator(".workbench.is-live")).toBeVisible();
  await page.locator("#bench-queue button[value='metti']").click();
  await expect(page.locator(".bench-said")).toHaveText("Non è andata: Segna almeno un testo");
  const [one] = await first(paolo, 1);
  await row(paolo, one).locator("input").check();
  let gone = true;
  await page.route("**/lavoro/banco/2*", (route) =>
    (gone && route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.locator("#bench-queue button[value='metti']").click();
  await expect(page.locator(".bench-said")).toContainText("Non è partito niente");
  await expect(row(paolo, one).locator("input")).toBeChecked();
  gone = false;
  await page.locator("#bench-queue button[value='metti']").click();
  await expect(row(paolo, one)).toHaveCount(0);
});
