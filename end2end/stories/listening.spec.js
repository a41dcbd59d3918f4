// Listening: lists in turns, statements with a thumb or a keyboard, who has been heard.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect, test } from "../harness/story.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Nothing for axe to say, and nothing wider than a narrow screen. */
async function sound(person, javaScriptEnabled) {
  const { page } = person;
  if (javaScriptEnabled) {
    await page.evaluate(axeSource);
    const said = await page.evaluate(async () => {
      const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const found = await window.axe.run(document, { runOnly: { type: "tag", values } });
      return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
    });
    expect(said, page.url()).toEqual([]);
  }
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
  expect(wide, `${page.url()} at 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize(size);
}

/** The open consultation, as its page's address. */
async function openRound(person) {
  await person.goes("");
  const link = await person.link(/\/percorsi\/\d+$/);
  return (await link.getAttribute("href")).replace(/^.*(\/percorsi\/\d+)$/, "$1");
}

const titles = (person) => person.page.locator(".entry-title").allInnerTexts();

test("un elenco si legge tutto, un passo alla volta, e dice perché è in quell'ordine", async ({ people, javaScriptEnabled }) => {
  const visitor = await people(null);
  await visitor.goes("/bisogni");
  await visitor.sees("Mescolati");
  const all = [];
  for (let steps = 0; steps < 20; steps += 1) {
    all.push(...await titles(visitor));
    const next = visitor.page.locator("a[rel=next]");
    if (await next.count() === 0) break;
    await visitor.clicks(next);
  }
  expect(new Set(all).size, "each once").toBe(all.length);
  await visitor.sees("Li hai visti tutti.");
  const said = await visitor.page.locator(".list-count").innerText();
  expect(Number(said.match(/\d+/)[0])).toBe(all.length);
  await visitor.follows("/bisogni");

  // The same visitor begins in the same place, somebody who is signed in elsewhere.
  await visitor.goes("/bisogni");
  const first = await titles(visitor);
  await visitor.goes("/bisogni");
  expect(await titles(visitor)).toEqual(first);
  const orders = new Set([JSON.stringify(first)]);
  for (const name of ["nadia", "paolo", "luca"]) {
    const person = await people(name);
    await person.goes("/bisogni");
    orders.add(JSON.stringify(await titles(person)));
  }
  expect(orders.size).toBeGreaterThan(1);

  await visitor.follows("/come-funziona/ordine");
  await visitor.sees("2654435769");
  await sound(visitor, javaScriptEnabled);
  await visitor.goes("/bisogni?ordine=poco-ascoltati");
  await visitor.sees("In cima quelli con meno sostegni e commenti");
  await sound(visitor, javaScriptEnabled);
  await visitor.goes("/en/proposals");
  await visitor.sees("Why in this order?");
});

test("Paolo scrive affermazioni, Nadia risponde con la tastiera e ci ripensa", async ({ people, javaScriptEnabled }) => {
  const paolo = await people("paolo");
  const nadia = await people("nadia");
  const visitor = await people(null);
  const round = await openRound(paolo);
  const address = `${round}/affermazioni`;
  await visitor.goes(address, 404);

  await paolo.goes(address);
  const form = paolo.page.locator("form:has([name='statement'])");
  await paolo.writes({ statement: "Troppo" }, form);
  await paolo.sends(form.locator("button").last());
  await paolo.seesFaultsOf("statement");
  const statements = [
    "Il centro diurno va aperto anche il sabato",
    "Il bus a chiamata serve più di una linea fissa",
    "I nonni del paese possono aiutare a scuola",
  ];
  for (const statement of statements) {
    await paolo.writes({ statement }, form);
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(303);
    await paolo.sees(statement);
  }
  await sound(paolo, javaScriptEnabled);

  await test.step("chi non è entrato legge, e sa come rispondere", async () => {
    await visitor.goes(round);
    await visitor.follows("/affermazioni");
    for (const statement of statements) await visitor.sees(statement);
    await expect(visitor.page.locator("[name='stance']")).toHaveCount(0);
    await visitor.link(/\/accedi/);
  });

  await test.step("tre risposte, tre volte Tab e Invio", async () => {
    const { page } = nadia;
    await nadia.goes(address);
    await page.locator("#statement").focus();
    for (let n = 1; n <= 3; n += 1) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => document.activeElement.value);
      expect(focus, `statement ${n}`).toBe("accordo");
      if (n === 2) await page.keyboard.press("Tab");
      const landed = page.waitForNavigation();
      await page.keyboard.press("Enter");
      await landed;
      await nadia.sees(n === 2 ? "Hai risposto: non d'accordo." : "Hai risposto: d'accordo.");
    }
    await nadia.sees("Hai risposto a tutte");
    await sound(nadia, javaScriptEnabled);
  });

  await test.step("nell'elenco cambia una risposta, e ne ritira un'altra", async () => {
    const row = (n) => nadia.page.locator(".statements > li").nth(n);
    await nadia.reveals(row(0));
    await nadia.sends(row(0).locator("button[value='passo']"));
    await expect(row(0).locator("[aria-pressed='true']")).toHaveText(/Passo/);
    await nadia.reveals(row(1));
    await nadia.sends(row(1).locator("button[value='']"));
    await nadia.sees("Hai risposto a 2 su 3");
  });

  await test.step("nessuno vede come risponde", async () => {
    for (const person of [paolo, visitor]) {
      await person.goes(address);
      await expect(person.page.locator("[aria-pressed='true']")).toHaveCount(0);
      await person.sees("I risultati si vedono quando comincia la sintesi");
    }
    const file = await visitor.page.goto(visitor.address(`${address}/voti.csv`));
    expect(file.status()).toBe(404);
  });

  await test.step("Paolo ne ritira una, con il motivo", async () => {
    await paolo.goes(address);
    const withdraw = paolo.page.locator("form:has([name='why'])");
    await paolo.writes({ number: "3", why: "doppione" }, withdraw);
    await paolo.sends(withdraw.locator("button").last());
    await visitor.goes(address);
    await visitor.sees("Ritirata: un'altra dice lo stesso");
  });

  await visitor.goes(address.replace("/percorsi", "/en/rounds").replace("affermazioni", "statements"));
  await visitor.sees("Do you agree?");
  const row = visitor.page.locator(".statement-row").first();
  expect(await row.evaluate((text) => text.closest("[lang]").lang)).toBe("it");
});

test("chi è stato ascoltato e chi manca, per tutti", async ({ people, javaScriptEnabled }) => {
  const visitor = await people(null);
  const round = await openRound(visitor);
  await visitor.goes(round);
  await visitor.follows("/copertura");
  await visitor.sees("Chi manca");
  await visitor.sees("almeno");
  await sound(visitor, javaScriptEnabled);
  await visitor.goes(`${round}/copertura`.replace("/percorsi", "/en/rounds").replace("copertura", "coverage"));
  await visitor.sees("Who is missing");
  const paolo = await people("paolo");
  await paolo.goes(`${round.replace("/percorsi", "/lavoro/banco")}/in-proporzione`);
  await paolo.sees("Testi in proporzione ai sostegni");
  await sound(paolo, javaScriptEnabled);
});
