// In the room of a session: cards with a poor network, the wall, dots, photographs, voices.
import { expect, test } from "../harness/story.js";
import { running } from "../harness/lab.js";
import { sound } from "../harness/sound.js";

const ROOM = (number) => `/lavoro/laboratori/${number}/sala`;

/** Writes a card; with JavaScript it goes in the background. */
async function card(person, words, more = {}, js = true) {
  const form = person.page.locator("form:has([name='card'])");
  await person.writes({ card: words, ...more }, form);
  const send = form.locator("button").last();
  if (!js) {
    expect((await person.sends(send)).status()).toBe(303);
    return;
  }
  await send.click();
  await expect(person.page.locator("[name='card']")).toHaveValue("");
}

/** Presses a button of the wall. */
async function onWall(person, name, value) {
  const answer = await person.sends(person.page.locator(`main button[name="${name}"][value="${value}"]`).first());
  expect(answer.status()).toBe(303);
}

async function tick(person, ...numbers) {
  for (const number of numbers) await person.ticks(person.page.locator(`#c-${number}`), true);
}

/** A photograph as a phone makes it: with the place and the device in the file. */
async function photograph(person) {
  const plain = await person.page.screenshot({ type: "jpeg", quality: 60 });
  const exif = Buffer.concat([
    Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", "latin1"),
    Buffer.from("43.6158N 13.5189E TelefonoDiPaolo"),
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, plain.subarray(2)]);
}

test("Paolo scrive i cartoncini, li ordina, conta i bollini, ne fa un bisogno", async ({ people, javaScriptEnabled }) => {
  test.setTimeout(300_000);
  const js = javaScriptEnabled !== false;
  const paolo = await people("paolo");
  const visitor = await people(null);
  const { number } = await running(paolo, { tokens: 4, arrived: 3 });

  await test.step("un cartoncino ha al massimo quindici parole, e chi non sa leggere lo approva a voce", async () => {
    await paolo.goes(ROOM(number));
    await sound(paolo, javaScriptEnabled);
    const form = paolo.page.locator("form:has([name='card'])");
    await paolo.writes({ card: "parola ".repeat(16), assisted: true }, form);
    await form.locator("button").last().click();
    if (js) {
      await expect(paolo.page.locator(".queue-list")).toContainText("Sono 16 parole, il massimo è 15");
      await expect(paolo.page.locator(".queue-list")).toContainText("Rileggilo ad alta voce");
      await paolo.page.locator(".queue-list button", { hasText: "Correggi" }).click();
      await expect(paolo.page.locator("[name='card']")).toHaveValue(/^parola parola/);
      await expect(paolo.page.locator(".queue-list li")).toHaveCount(0);
    } else {
      await paolo.seesFaultsOf("card", "read_back");
    }
    await card(paolo, "In inverno da Roccalba non si scende", { assisted: true, read_back: true, quotable: true, card_token: "1" }, js);
    await paolo.sees("Un cartoncino.");
    await paolo.goes(ROOM(number));
    await paolo.sees("scritto da un'altra mano");
    for (const words of ["D'inverno il bus non sale", "Agosto senza nessuno"]) {
      await card(paolo, words, {}, js);
    }
    await paolo.sees("3 cartoncini.");
  });

  await test.step("le colonne hanno i titoli del gruppo; due che dicono lo stesso stanno uno dietro l'altro", async () => {
    await paolo.goes(ROOM(number));
    await paolo.writes({ column_title: "Soli in casa" });
    await onWall(paolo, "act", "column_new");
    await tick(paolo, 1, 2, 3);
    await paolo.writes({ column: "1" });
    await onWall(paolo, "act", "move");
    await tick(paolo, 2);
    await paolo.writes({ front: "1" });
    await onWall(paolo, "act", "same");
    await paolo.sees("Un altro dice la stessa cosa");
    await sound(paolo, javaScriptEnabled);
  });

  await test.step("il proiettore non ha nomi né bottoni, e si copre con un tasto", async () => {
    await visitor.goes(`/lavoro/laboratori/${number}/parete`);
    await expect(visitor.page.locator("form:has(input[name='email'])").first()).toBeAttached();
    const wall = await people("paolo");
    await wall.goes(`/lavoro/laboratori/${number}/parete`);
    await wall.sees("Soli in casa");
    await expect(wall.page.locator("button, form, nav")).toHaveCount(0);
    await sound(wall, javaScriptEnabled);
    await onWall(paolo, "act", "cover");
    // By itself, with and without JavaScript.
    await expect(wall.page.locator("main")).toContainText("Un momento.");
    await wall.seesNot("Roccalba");
    await onWall(paolo, "act", "uncover");
    await expect(wall.page.locator("main")).toContainText("Roccalba");
    await onWall(paolo, "hide", "3");
    await expect(wall.page.locator("main")).not.toContainText("Agosto senza nessuno");
    await onWall(paolo, "show", "3");
  });

  await test.step("i bollini devono tornare: dieci al posto di nove no", async () => {
    await paolo.goes(`/lavoro/laboratori/${number}/bollini`);
    await sound(paolo, javaScriptEnabled);
    expect((await paolo.presses("do", "freeze")).status()).toBe(303);
    await paolo.writes({ people: "3", "total-1": "6", "total-3": "3", blanks: "1" });
    const over = await paolo.sends(paolo.page.locator("form:has([name='people']) button").last());
    expect(over.status()).toBe(422);
    await paolo.sees("dovrebbero essere 9");
    await paolo.sees("La differenza è 1");
    await sound(paolo, javaScriptEnabled);
    await paolo.writes({ blanks: "0" });
    const right = await paolo.sends(paolo.page.locator("form:has([name='people']) button").last());
    expect(right.status()).toBe(303);
    await paolo.sees("3 persone per 3 bollini fanno 9.");
    await visitor.goes(`/laboratori/${number}`);
    await visitor.seesNot("Roccalba");
    await paolo.goes(ROOM(number));
    await paolo.sees("I bollini si stanno contando");
    await sound(paolo, javaScriptEnabled);
  });

  await test.step("la foto perde il luogo e il telefono, e per ora la vede solo chi conduce", async () => {
    const buffer = await photograph(paolo);
    expect(buffer.includes("43.6158N")).toBe(true);
    await paolo.goes(`/lavoro/laboratori/${number}/foto`);
    const form = paolo.page.locator("form:has([name='photo'])");
    await paolo.writes({ alt: "Una colonna con tre cartoncini" }, form);
    await form.locator("[name='photo']").setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer });
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(422);
    await paolo.sees("Guarda la foto");
    await expect(form.locator("[name='alt']")).toHaveValue("Una colonna con tre cartoncini");
    await paolo.writes({ recognisable: true }, form);
    await form.locator("[name='photo']").setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer });
    expect((await paolo.sends(form.locator("button").last())).status()).toBe(303);
    const src = await paolo.page.locator("figure img").getAttribute("src");
    const kept = await paolo.request.get(paolo.site.base + src);
    expect(kept.headers()["content-type"]).toBe("image/jpeg");
    const bytes = await kept.body();
    for (const trace of ["43.6158N", "TelefonoDiPaolo", "Exif"]) expect(bytes.includes(trace)).toBe(false);
    expect((await visitor.request.get(visitor.site.base + src)).status()).toBe(404);
    await sound(paolo, javaScriptEnabled);
  });

  await test.step("i cartoncini diventano un bisogno che dice dov'è stato detto", async () => {
    await paolo.goes(ROOM(number));
    await tick(paolo, 1);
    await paolo.clicks(paolo.page.locator("button[formaction]").first());
    await sound(paolo, javaScriptEnabled);
    await expect(paolo.page.locator("[name='body']")).toHaveValue(/Roccalba[^]*il bus non sale/);
    await paolo.writes({
      kind: "bisogno", title: "D'inverno da Roccalba non si scende", municipality: "CVN",
      policy: "1.1", body: "In inverno da Roccalba non si scende: il bus non sale e chi è solo resta senza spesa.",
    });
    const made = await paolo.sends(paolo.page.locator("form:has([name='kind']) button").last());
    expect(made.status()).toBe(303);
    const address = new URL(paolo.page.url()).pathname;
    await visitor.goes(address);
    await visitor.sees("in un laboratorio");
    await visitor.sees(`Detto al Laboratorio ${number}`);
    await visitor.sees("cartoncini 1, 2");
    await visitor.goes(`${address}/filo`);
    await visitor.sees(`Detto al Laboratorio ${number}`);
    await paolo.goes(ROOM(number));
    await paolo.sees("è diventato");
  });
});

test("la rete cade: i cartoncini aspettano e arrivano una volta sola", async ({ people, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without JavaScript the browser says that there is no network");
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const { number } = await running(paolo, { tokens: 2, arrived: 1 });
  const context = paolo.page.context();
  const stored = () => paolo.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith("trama-attesa:")).length);

  await paolo.goes(ROOM(number));
  await card(paolo, "Il primo, con la rete");
  await paolo.sees("Un cartoncino.");
  expect(await stored()).toBe(0);

  await context.setOffline(true);
  for (const words of ["Il secondo", "Il terzo", "Il quarto"]) await card(paolo, words);
  await expect(paolo.page.locator(".queue-said")).toContainText("3 cartoncini in attesa. Partono da soli appena torna la rete.");
  await expect(paolo.page.locator(".queue-list li")).toHaveCount(3);
  expect(await stored()).toBe(3);
  if (process.env.PICTURES) {
    await paolo.page.setViewportSize({ width: 360, height: 740 });
    await paolo.page.screenshot({ path: `${process.env.PICTURES}/room-queue-360.png`, fullPage: true });
  }
  await sound(paolo, javaScriptEnabled);

  // The answer to one gets lost: the server has it, the phone doesn't know.
  let lost = 0;
  await paolo.page.route(`**${ROOM(number)}`, async (route) => {
    if (route.request().method() === "POST" && lost === 0) {
      lost += 1;
      await route.fetch();
      await route.abort();
    } else {
      await route.continue();
    }
  });
  await context.setOffline(false);
  await expect(paolo.page.locator(".queue-list li")).toHaveCount(0, { timeout: 60_000 });
  expect(lost).toBe(1);
  await paolo.sees("4 cartoncini.");
  expect(await stored()).toBe(0);
  await paolo.goes(ROOM(number));
  for (const words of ["Il secondo", "Il terzo", "Il quarto"]) {
    await expect(paolo.page.locator(".room-wall label", { hasText: words })).toHaveCount(1);
  }

  // What waits survives closing the page.
  await paolo.page.unroute(`**${ROOM(number)}`);
  await context.setOffline(true);
  await card(paolo, "Il quinto, prima di chiudere");
  await expect(paolo.page.locator(".queue-list li")).toHaveCount(1);
  await paolo.page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  paolo.page = await context.newPage();
  await paolo.goes(ROOM(number));
  await paolo.sees("5 cartoncini.");
  await expect(paolo.page.locator(".queue-list li")).toHaveCount(0);
  await expect(paolo.page.locator(".room-wall label", { hasText: "prima di chiudere" })).toHaveCount(1);
});
