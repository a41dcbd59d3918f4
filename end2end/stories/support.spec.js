// Support, comment, report: what anybody may do with a text they read.
import { expect, numberOf, test } from "../harness/story.js";
import { caseForm } from "../harness/acts.js";

const WRITES_COMMENT = "form:has(textarea[name='comment']):not(:has([name='parent']))";
// With enough supporters that each is counted, and Nadia not yet among them.
const AGENCY = "Agenzia sociale per l'affitto con fondo di garanzia";

async function agency(person) {
  return `/proposte/${await numberOf(person.request, person.site, AGENCY)}`;
}

/** What everybody reads of the support. */
async function shown(person, address) {
  await person.goes(address);
  return person.page.locator(".support").innerText();
}

test("Nadia sostiene, una volta sola, e può ripensarci", async ({ people }) => {
  const nadia = await people("nadia");
  const visitor = await people(null);
  const address = await agency(visitor);
  const before = await shown(visitor, address);

  const gives = async (act, how) => {
    await nadia.goes(address);
    const button = nadia.act(act);
    await expect(button).toBeVisible();
    const answered = nadia.page.waitForResponse((a) => a.request().method() === "POST");
    await button[how]();
    expect((await answered).status()).toBeLessThan(400);
    await expect(nadia.act(act === "support" ? "unsupport" : "support")).toBeVisible();
  };

  await gives("support", "click");
  const once = await shown(visitor, address);
  expect(once).not.toBe(before);
  await gives("unsupport", "click");
  expect(await shown(visitor, address)).toBe(before);

  await test.step("un doppio clic vale uno", async () => {
    await gives("support", "dblclick");
    await nadia.goes(address);
    await expect(nadia.act("unsupport")).toBeVisible();
    expect(await shown(visitor, address)).toBe(once);
  });

  await test.step("nelle sue voci la ritrova", async () => {
    await nadia.goes("/mie-voci");
    await nadia.sees(AGENCY);
  });
});

test("chi non è entrato può entrare e tornare qui", async ({ people }) => {
  const visitor = await people(null);
  await visitor.goes(await agency(visitor));
  await expect(visitor.act("support")).toHaveCount(0);
  await visitor.link(/\/accedi/);
});

test("Nadia commenta, Teuta le risponde, Nadia ritira", async ({ people }) => {
  const nadia = await people("nadia");
  const teuta = await people("teuta");
  const visitor = await people(null);
  const address = await agency(visitor);
  const said = "Il sabato mattina sarebbe già molto: lavoro in ospedale e faccio i turni.";
  const reply = "Anche per chi fa le pulizie il sabato è giorno di lavoro.";

  await nadia.goes(address);
  const form = nadia.page.locator(WRITES_COMMENT).first();
  await nadia.writes({ stance: "esperienza", comment: said }, form);
  expect((await nadia.sends(form.locator("button").last())).status()).toBe(303);
  await visitor.goes(address);
  await visitor.sees(said);
  await visitor.seesNot("Nadia Rinaldi");

  await teuta.goes(address);
  const comment = teuta.page.locator(".comment", { hasText: said }).first();
  const answers = comment.locator("form:has([name='parent'])").first();
  await teuta.writes({ comment: reply }, answers);
  expect((await teuta.sends(answers.locator("button").last())).status()).toBe(303);
  await visitor.goes(address);
  await expect(visitor.page.locator(".comment .comment", { hasText: reply })).toBeVisible();

  await nadia.goes(address);
  const mine = nadia.page.locator(".comment", { hasText: said }).first();
  expect((await nadia.sends(nadia.act("withdraw-comment", mine))).status()).toBe(303);
  await visitor.goes(address);
  await visitor.seesNot(said);
  await visitor.sees(reply);
});

test("un commento vuoto non parte, uno troppo lungo torna intero", async ({ people }) => {
  const nadia = await people("nadia");
  const address = await agency(nadia);
  await nadia.goes(address);
  const form = nadia.page.locator(WRITES_COMMENT).first();
  expect((await nadia.sends(form.locator("button").last())).status()).toBe(422);
  await nadia.seesFaultsOf("comment", "stance");
  const long = "parola ".repeat(700).trim();
  await nadia.writes({ stance: "favore", comment: long }, form);
  expect((await nadia.sends(form.locator("button").last())).status()).toBe(422);
  await nadia.seesFaultsOf("comment");
  await expect(form.locator("textarea[name='comment']")).toHaveValue(long);
});

test("Nadia segnala un testo; Claudia lo vede, lo oscura, e non si legge più", async ({ people }) => {
  const nadia = await people("nadia");
  const claudia = await people("claudia");
  const visitor = await people(null);
  const title = "Togliere la soglia di reddito da tutti i servizi";
  const number = await numberOf(visitor.request, visitor.site, title);
  await visitor.goes(`/proposte/${number}`);
  const words = (await visitor.page.locator(".contribution-words .voice").innerText()).slice(0, 60);

  await nadia.goes(`/proposte/${number}`);
  const form = nadia.page.locator("form:has([name='flag'])").first();
  await nadia.writes({
    flag_reason: "riconoscibile", flag: "C'è il nome di una persona che conosco.",
  }, form);
  expect((await nadia.sends(form.locator("button").last())).status()).toBe(303);
  await visitor.goes(`/proposte/${number}`);
  await visitor.sees(words.slice(1, 50));

  await claudia.goes("/lavoro/moderazione");
  await claudia.sees("C'è il nome di una persona che conosco.");
  const decision = caseForm(claudia, title);
  await claudia.writes({
    decision: "oscurato",
    reason_class: "dati_di_terza_persona",
    reason: "Nomina una persona riconoscibile.",
  }, decision);
  expect((await claudia.sends(decision.locator("button").last())).status()).toBe(303);

  for (const path of [`/proposte/${number}`, `/proposte/${number}/filo`]) {
    await visitor.page.goto(visitor.address(path));
    await visitor.seesNot(words.slice(1, 50));
  }
  await visitor.goes(`/cerca?${new URLSearchParams({ q: title })}`);
  await visitor.seesNot(words.slice(1, 50));
});

test("chi modera deve dire perché", async ({ people }) => {
  const claudia = await people("claudia");
  await claudia.goes("/lavoro/moderazione");
  const form = claudia.page.locator("form:has([name='decision'])").first();
  await claudia.writes({ decision: "respinto" }, form);
  expect((await claudia.sends(form.locator("button").last())).status()).toBe(422);
  await expect(claudia.page.locator(".error-summary")).toBeVisible();
});
