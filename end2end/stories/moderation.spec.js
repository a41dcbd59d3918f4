// Present danger, what the checks hold, a softer wording, the appeal, comments of four kinds.
import { caseForm } from "../harness/acts.js";
import { expect, numberOf, test } from "../harness/story.js";

const DANGER =
  "Mio marito mi picchia ogni sera e ha detto che stanotte mi ammazza davanti ai bambini.";
const RAW =
  "Mia zia vive sola in via Garibaldi 12, il telefono è 333 1234567 e nessuno la va a trovare.";
const PLAIN = "Una persona anziana della mia strada vive sola e nessuno la va mai a trovare.";
const PROPOSAL = "Centro diurno aperto anche il sabato";

async function toTheCheck(person, words) {
  await person.goes("/bisogni/nuovo");
  await person.writes(words);
  await person.presses("go", "next");
  await person.writes({ municipality: "CVN", policy: "3.b" });
  await person.presses("go", "next");
  await person.writes({ author_kind: "cittadino" });
  return person.presses("go", "next");
}

test("chi scrive di essere in pericolo trova subito aiuto, e può uscire in fretta", async ({ people, javaScriptEnabled }) => {
  const woman = await people(null);
  const claudia = await people("claudia");
  const { page } = woman;

  await page.goto(woman.address("/percorsi"));
  await woman.goes("/bisogni/nuovo");
  await woman.writes({ title: "Ho paura", body: DANGER });
  const answer = await woman.presses("go", "next");
  expect(answer.headers()["cache-control"]).toBe("no-store");
  await test.step("alla prima risposta, prima del modulo", async () => {
    const help = page.locator(".help-now");
    await expect(help).toBeVisible();
    await expect(help.locator("a[href='tel:112']")).toBeVisible();
    await expect(help.locator("a[href='tel:1522']")).toBeVisible();
    await expect(help).toContainText("Ufficio di Piano");
    await expect(page.locator("form.form[autocomplete='off']")).toHaveCount(1);
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length).catch(() => 0);
    expect(kept).toBe(0);
  });

  await test.step("quello che manda non è pubblico, e chi modera lo vede prima di tutto", async () => {
    await woman.writes({ municipality: "CVN", policy: "1.1" });
    await woman.presses("go", "next");
    await woman.writes({ author_kind: "cittadino" });
    await woman.presses("go", "next");
    const sent = await woman.presses("go", "send");
    expect(sent.headers()["cache-control"]).toBe("no-store");
    await expect(page.locator(".help-now")).toBeVisible();
    const visitor = await people(null);
    await visitor.goes(`/cerca?${new URLSearchParams({ q: "Ho paura" })}`);
    await visitor.seesNot("stanotte mi ammazza");
    await claudia.goes("/lavoro/moderazione");
    const alarm = claudia.page.locator(".notice--refusal").first();
    await expect(alarm).toContainText("pericolo");
    await expect(claudia.page.locator("main article").first()).toContainText("stanotte mi ammazza");
  });

  await test.step("«Esci in fretta» porta a un'altra pagina, e indietro non si torna qui", async () => {
    const leave = page.locator("a.quick-exit");
    await leave.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await expect(page).toHaveURL(/\/territorio$/);
    if (javaScriptEnabled) {
      // What stood there has been replaced, and what came before it was kept by nobody.
      await page.goBack().catch(() => null);
      await expect(page.locator("body")).not.toContainText("ammazza");
    }
  });
});

test("il numero di un'altra persona si vede prima di inviare, e riscritto sparisce", async ({ people }) => {
  const nadia = await people(null);
  const claudia = await people("claudia");
  await toTheCheck(nadia, { title: "Una zia sola", body: RAW });
  await expect(nadia.page.locator("mark", { hasText: "333 1234567" })).toBeVisible();
  await nadia.sees("Numero di telefono");
  await test.step("non si perde niente: si può inviare com'è", async () => {
    await nadia.presses("go", "send");
    await nadia.sees("333 1234567");
  });
  const code = await nadia.page.locator(".receipt-code").innerText();
  await claudia.goes("/lavoro/moderazione");
  await claudia.sees("333 1234567");

  await nadia.goes("/segui");
  await nadia.writes({ code });
  await nadia.sends(nadia.page.locator("form:has([name='code']) button").last());
  const form = nadia.page.locator("form:has(textarea[name='body'])").last();
  await nadia.writes({ body: PLAIN }, form);
  await nadia.sends(form.locator("button").last());
  await claudia.goes("/lavoro/moderazione");
  await claudia.sees(PLAIN);
  await claudia.seesNot("333 1234567");
});

test("una riformulazione: chi modera propone, chi ha scritto accetta", async ({ people }) => {
  const nadia = await people("nadia");
  const claudia = await people("claudia");
  const soft = "In famiglia una persona beve e non sappiamo a chi chiedere un aiuto per i figli.";
  await nadia.goes("/bisogni/nuovo");
  await nadia.writes({
    title: "Mio zio Ernesto beve",
    body: "Mio zio Ernesto beve e non sappiamo a chi chiedere un aiuto per i figli piccoli.",
  });
  await nadia.presses("go", "next");
  await nadia.writes({ municipality: "CVN", policy: "1.5" });
  await nadia.presses("go", "next");
  await nadia.writes({ author_kind: "familiare" });
  await nadia.presses("go", "next");
  await nadia.presses("go", "send");

  await claudia.goes("/lavoro/moderazione");
  await expect(caseForm(claudia, "Mio zio Ernesto beve")).toBeVisible();
  const entry = claudia.page.locator("article", { hasText: "Mio zio Ernesto beve" });
  await claudia.sends(claudia.act("claim", entry));
  await claudia.sees("Lo leggi tu");
  await claudia.clicks(entry.locator("a[href*='/lavoro/moderazione/']").first());
  const form = claudia.page.locator("form:has([name='note'])");
  await claudia.writes({
    title: "Una persona di famiglia beve", body: soft, note: "Così tuo zio non si riconosce.",
  }, form);
  expect((await claudia.sends(form.locator("button").last())).status()).toBe(303);

  await nadia.goes("/mie-voci");
  await nadia.follows(/\/bisogni\/\d+$/);
  await nadia.sees("Così tuo zio non si riconosce.");
  const need = new URL(nadia.page.url()).pathname;
  expect((await nadia.sends(nadia.act("soften-take"))).status()).toBe(303);
  const visitor = await people(null);
  await visitor.goes(need);
  await visitor.sees(soft);
  await visitor.seesNot("Ernesto");
});

test("un commento tolto: chi l'ha scritto sa perché e chiede un riesame a un'altra persona", async ({ people }) => {
  const nadia = await people("nadia");
  const teuta = await people("teuta");
  const claudia = await people("claudia");
  const address = `/proposte/${await numberOf(nadia.request, nadia.site, PROPOSAL)}`;
  const said = "Chi la pensa così non ha mai lavorato un giorno in vita sua.";
  await nadia.goes(address);
  const form = nadia.page.locator("form:has([name='stance'])").first();
  await nadia.writes({ stance: "contro", comment: said }, form);
  expect((await nadia.sends(form.locator("button[value='comment']"))).status()).toBe(303);

  await teuta.goes(address);
  const theirs = teuta.page.locator(".comment", { hasText: said }).first();
  await teuta.writes({ flag_reason: "offende" }, theirs.locator("form:has([name='flag'])").first());
  expect((await teuta.sends(teuta.act("flag", theirs))).status()).toBe(303);

  await claudia.goes("/lavoro/moderazione");
  const decision = caseForm(claudia, said);
  await claudia.sees("Offende o discrimina qualcuno");
  await claudia.writes({
    decision: "oscurato", reason_class: "offesa", reason: "Offende chi non la pensa così.",
  }, decision);
  expect((await claudia.sends(decision.locator("button").last())).status()).toBe(303);
  await teuta.goes(address);
  await teuta.seesNot(said);

  await nadia.goes(address);
  await nadia.sees("Offende chi non la pensa così.");
  const mine = nadia.page.locator(".comment", { hasText: said }).first();
  const appeal = mine.locator("form:has([name='appeal'])");
  await nadia.writes({ appeal: "Non parlavo di nessuno in particolare." }, appeal);
  expect((await nadia.sends(nadia.act("appeal", mine))).status()).toBe(303);
  await claudia.goes("/lavoro/moderazione");
  await claudia.sees("Avevi deciso tu, quindi adesso guarda un'altra persona.");

  await test.step("il registro pubblico dice che cosa e perché, mai il testo", async () => {
    const visitor = await people(null);
    await visitor.goes("/moderazione");
    await visitor.sees("Offesa");
    await visitor.seesNot(said);
    await visitor.goes("/en/moderation");
    await visitor.sees("removed from the public pages");
  });
});

test("quattro tipi di commento, d'accordo una volta, e un quarto d'ora per correggersi", async ({ people }) => {
  const nadia = await people("nadia");
  const teuta = await people("teuta");
  const address = `/proposte/${await numberOf(nadia.request, nadia.site, PROPOSAL)}`;
  const said = "E chi apre il sabato quando il personale è in ferie?";
  await nadia.goes(address);
  const form = nadia.page.locator("form:has([name='stance'])").first();
  await expect(form.locator("[name='stance']:checked")).toHaveCount(0);
  await nadia.writes({ stance: "domanda", comment: said }, form);
  expect((await nadia.sends(form.locator("button[value='comment']"))).status()).toBe(303);

  const mine = nadia.page.locator(".comment", { hasText: said }).first();
  await nadia.writes({ edited: `${said} Lo chiedo per agosto.` }, mine);
  expect((await nadia.sends(nadia.act("edit-comment", mine))).status()).toBe(303);
  await nadia.sees("Lo chiedo per agosto.");

  await teuta.goes(address);
  const theirs = teuta.page.locator(".comment", { hasText: said }).first();
  await expect(theirs).toContainText("Domanda");
  expect((await teuta.sends(teuta.act("agree", theirs))).status()).toBe(303);
  await expect(teuta.page.locator(".comment", { hasText: said }).first())
    .toContainText("Meno di 5 persone sono d'accordo");
  const again = teuta.page.locator(".comment", { hasText: said }).first();
  expect((await teuta.sends(teuta.act("disagree", again))).status()).toBe(303);

  const visitor = await people(null);
  await visitor.goes(`${address}?commenti=domanda`);
  await visitor.sees(said);
  await visitor.goes(`${address}?commenti=contro`);
  await visitor.seesNot(said);
});
