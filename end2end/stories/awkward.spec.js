// What people do that no form expects: nothing, too much, twice, back, too late, by mistake.
import { expect, SIGN_IN, test } from "../harness/story.js";

const BODY = "Nella nostra via non passa più l'autobus e chi è anziano resta a casa tutto il giorno.";
const HOSTILE = `</textarea><script>window.hurt = 1</script><img src=x onerror="window.hurt=2">"'&amp;`;

async function atTheLastStep(person, words = {}) {
  await person.goes("/bisogni/nuovo");
  await person.writes({ title: "Non passa più l'autobus", body: BODY, ...words });
  await person.presses("go", "next");
  await person.writes({ municipality: "CVN", policy: "3.b" });
  await person.presses("go", "next");
  await person.writes({ author_kind: "cittadino" });
  expect((await person.presses("go", "next")).status()).toBe(200);
}

test("un modulo vuoto dice che cosa manca, e dove", async ({ people }) => {
  const nadia = await people(null);
  await nadia.goes("/bisogni/nuovo");
  expect((await nadia.presses("go", "next")).status()).toBe(422);
  await nadia.seesFaultsOf("title", "body");
  await nadia.writes({ title: "Autobus", body: "Troppo corto" });
  expect((await nadia.presses("go", "next")).status()).toBe(422);
  await nadia.seesFaultsOf("body");
  await nadia.sees(/dieci|10/);
  await expect(nadia.page.locator("[name='title']")).toHaveValue("Autobus");
  await expect(nadia.page.locator("[name='body']")).toHaveValue("Troppo corto");
});

test("un testo di 200 kB riceve un errore chiaro e torna intero", async ({ people }) => {
  const nadia = await people(null);
  await nadia.goes("/bisogni/nuovo");
  const long = "sempre la stessa storia, ".repeat(8_000).trim();
  expect(long.length).toBeGreaterThan(190_000);
  await nadia.writes({ title: "Troppo", body: long });
  expect((await nadia.presses("go", "next")).status()).toBe(422);
  await nadia.seesFaultsOf("body");
  await nadia.sees("4.000");
  expect((await nadia.page.locator("[name='body']").inputValue()) === long).toBe(true);
  await nadia.writes({ body: BODY });
  expect((await nadia.presses("go", "next")).status()).toBe(200);
});

test("un testo ostile si legge e non fa niente", async ({ people }) => {
  const nadia = await people(null);
  const shown = [];
  nadia.page.on("dialog", (dialog) => { shown.push(dialog.message()); dialog.dismiss(); });
  const hurt = () => nadia.page.evaluate(() => window.hurt);

  await nadia.goes("/bisogni/nuovo");
  await nadia.writes({ title: HOSTILE, body: HOSTILE });
  expect((await nadia.presses("go", "next")).status()).toBe(422);
  await expect(nadia.page.locator("[name='title']")).toHaveValue(HOSTILE);
  await expect(nadia.page.locator("[name='body']")).toHaveValue(HOSTILE);
  expect(await hurt()).toBeUndefined();

  const body = `${HOSTILE} ${BODY}`;
  await atTheLastStep(nadia, { title: `Autobus ${HOSTILE}`, body });
  await nadia.sees(HOSTILE);
  await nadia.presses("go", "send");
  await nadia.sees("Autobus");
  expect(await hurt()).toBeUndefined();
  const visitor = await people(null);
  await visitor.goes("/bisogni?ordine=recenti");
  await visitor.follows(/\/bisogni\/\d+$/);
  await expect(visitor.page.locator("h1")).toContainText(HOSTILE);
  await visitor.sees(BODY);
  expect(await visitor.page.evaluate(() => window.hurt)).toBeUndefined();
  expect(await visitor.page.locator("script:not([src])").count()).toBe(0);

  await visitor.goes(`/cerca?${new URLSearchParams({ q: HOSTILE })}`);
  await expect(visitor.page.locator("main [name='q']").first()).toHaveValue(HOSTILE);
  expect(await visitor.page.evaluate(() => window.hurt)).toBeUndefined();
  expect(shown).toEqual([]);
});

test("inviare due volte è inviare una volta", async ({ people }) => {
  const nadia = await people(null);
  await atTheLastStep(nadia, { title: "Autobus che non passa due volte" });
  await nadia.button("go", "send").dblclick();
  await expect(nadia.page.locator(".receipt")).toBeVisible();
  const visitor = await people(null);
  await visitor.goes("/bisogni");
  await expect(visitor.page.locator("main a", { hasText: "Autobus che non passa due volte" }))
    .toHaveCount(1);
});

test("ricaricare la ricevuta non invia di nuovo", async ({ people }) => {
  const nadia = await people(null);
  await atTheLastStep(nadia, { title: "Autobus ricaricato" });
  await nadia.presses("go", "send");
  const code = await nadia.page.locator(".receipt-code").innerText();
  await nadia.page.reload();
  await expect(nadia.page.locator("h1")).toHaveCount(1);
  const visitor = await people(null);
  await visitor.goes("/bisogni");
  await expect(visitor.page.locator("main a", { hasText: "Autobus ricaricato" })).toHaveCount(1);
  await visitor.goes("/segui");
  await visitor.writes({ code });
  await visitor.sends(visitor.page.locator("form:has([name='code']) button").last());
  await visitor.sees("Autobus ricaricato");
});

test("una parola senza spazi non allarga nessuna pagina", async ({ people }) => {
  const nadia = await people(null);
  const word = "precipitevolissimevolmente".repeat(6).slice(0, 140);
  await atTheLastStep(nadia, { title: word, body: `${BODY} ${word}${word}` });
  await nadia.presses("go", "send");
  await nadia.follows(/\/bisogni\/\d+$/);
  const need = new URL(nadia.page.url()).pathname.match(/\/bisogni\/\d+$/)[0];
  const english = need.replace("bisogni", "needs");
  for (const width of [320, 360]) {
    await nadia.page.setViewportSize({ width, height: 640 });
    for (const path of [
      "", "/bisogni", "/cerca", need, `${need}/filo`, "/percorsi/2", "/en", "/en/needs", "/en/search", `/en${english}`,
    ]) {
      await nadia.goes(path);
      const wide = await nadia.page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${path} at ${width} px`).toBeLessThanOrEqual(width);
    }
  }
});

test("indietro, nel modulo, non perde una parola", async ({ people }) => {
  const nadia = await people(null);
  await nadia.goes("/bisogni/nuovo");
  await nadia.writes({ title: "Non passa più l'autobus", body: BODY });
  await nadia.presses("go", "next");
  await nadia.writes({ municipality: "RCL", policy: "3.b" });
  await nadia.presses("go", "next");
  await nadia.presses("go", "back");
  await expect(nadia.page.locator("main [name='municipality']").first()).toBeVisible();
  await nadia.presses("go", "back");
  await expect(nadia.page.locator("textarea[name='body']")).toHaveValue(BODY);
  await nadia.presses("go", "next");
  const place = nadia.page.locator("select[name='municipality'], [name='municipality']:checked");
  await expect(place.first()).toHaveValue("RCL");

  await test.step("neanche con il tasto del browser", async () => {
    await nadia.page.goBack();
    await expect(nadia.page.locator("textarea[name='body']")).toHaveValue(BODY);
  });
});

test("chi arriva quando si è sospeso ha indietro il suo testo", async ({ people }) => {
  const nadia = await people(null);
  const luca = await people("luca");
  await atTheLastStep(nadia);
  await luca.goes("");
  await luca.follows(/\/percorsi\/\d+$/);
  const round = new URL(luca.page.url()).pathname;
  const does = async (act, text) => {
    await luca.goes(round);
    await luca.writes({ act, text });
    const form = luca.page.locator("form:has([name='act'])");
    expect((await luca.sends(form.locator("button").last())).status()).toBe(303);
  };
  await does("suspend", "Verifica dei moduli: si riapre domani alle nove.");

  const answer = await nadia.presses("go", "send");
  expect([403, 422]).toContain(answer.status());
  await expect(nadia.page.locator("h1")).toHaveCount(1);
  const kept = await nadia.page.locator("main").evaluate((main) =>
    main.innerText + [...main.querySelectorAll("textarea, input")].map((f) => f.value).join("\n"));
  expect(kept).toContain(BODY);
  const visitor = await people(null);
  await visitor.goes("/bisogni");
  await visitor.seesNot("Non passa più l'autobus");

  await test.step("ripreso, si scrive di nuovo", async () => {
    await does("resume", "Verifica finita.");
    await atTheLastStep(nadia);
    expect((await nadia.presses("go", "send")).status()).toBeLessThan(400);
  });
});

test("quello che non c'è lo dice, con una via per andare avanti", async ({ people }) => {
  const visitor = await people(null);
  for (const path of [
    "/non-esiste", "/bisogni/999999", "/bisogni/0", "/bisogni/-1", "/proposte/99999999999999999999",
    "/azioni/999999/filo", "/gruppi/999999", "/percorsi/999999", "/bisogni/nuovo/ancora",
  ]) {
    await visitor.goes(path, 404);
    await expect(visitor.page.locator("main a[href]").first(), path).toBeVisible();
  }
  const answer = await visitor.page.goto(`${visitor.site.base}/un-altro-ambito/bisogni`);
  expect(answer.status()).toBe(404);
  await expect(visitor.page.locator("h1")).toHaveCount(1);
  await expect(visitor.page.locator("a[href]").first()).toBeVisible();
});

test("filtri senza senso non rompono niente", async ({ people }) => {
  const visitor = await people(null);
  for (const query of [
    "pagina=99999", "pagina=-1", "stato=boh", "comune=%00", "politica='%20OR%201=1--", "q=%25%5F%2A",
    `q=${"a".repeat(900)}`, "ordine=pertinenza", "percorso=99", "q=%F0%9F%A7%B5",
  ]) {
    await visitor.goes(`/bisogni?${query}`);
    await visitor.goes(`/cerca?${query}`);
  }
});

test("con la password sbagliata non si entra, e l'e-mail resta scritta", async ({ people }) => {
  const person = await people(null);
  await person.goes("/accedi");
  await person.writes({ email: "nadia.rinaldi@posta.example", password: "non-la-ricordo" });
  const form = person.page.locator(SIGN_IN);
  expect((await person.sends(form.locator("button").last())).status()).toBe(422);
  await expect(person.page.locator(".error-summary")).toBeVisible();
  await expect(form.locator("[name='email']")).toHaveValue("nadia.rinaldi@posta.example");
  await expect(form.locator("[name='password']")).toHaveValue("");
  await person.goes("/bisogni");
  await person.seesNot("Nadia Rinaldi");
});

test("entrare, tornare dove si era, uscire", async ({ people }) => {
  const nadia = await people(null);
  await nadia.page.goto(nadia.address("/mie-voci"));
  await expect(nadia.page).toHaveURL(/\/accedi\?/);
  await nadia.writes({ email: "nadia.rinaldi@posta.example", password: "filo-di-trama-2027" });
  const form = nadia.page.locator(SIGN_IN);
  await nadia.sends(form.locator("button").last());
  await expect(nadia.page).toHaveURL(/\/mie-voci$/);
  await nadia.sees("Nadia Rinaldi");
  const out = nadia.page.locator("form[action$='/esci'] button").first();
  await nadia.sends(out);
  await nadia.page.goto(nadia.address("/mie-voci"));
  await expect(nadia.page).toHaveURL(/\/accedi\?/);
});

test("un altro sito non può mandare moduli a nome di chi è entrato", async ({ people }) => {
  const nadia = await people("nadia");
  const answer = await nadia.request.post(nadia.address("/proposte/1"), {
    form: { do: "support" },
    headers: { origin: "https://altrove.example", "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});
