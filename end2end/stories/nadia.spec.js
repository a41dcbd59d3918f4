// Nadia cares for her mother. She writes on her phone, without an account, and follows her words
// to what the Tavolo says (domain.md §7).
import { expect, test } from "../harness/story.js";
import { clusters, decides, drafts, moderates, rightSheet } from "../harness/acts.js";
import { endsWindow } from "../harness/clock.js";

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const TITLE = "Non dormo più una notte intera";
const BODY =
  "Da quattro anni dormo due ore e mezza per notte accanto a mia madre. Il centro diurno chiude alle " +
  "sedici e il fine settimana non c'è nessuno che mi sostituisca per un'ora.";
const CORRECTED = `${BODY} Mi basterebbe un sabato al mese.`;

test("Nadia scrive un bisogno dal telefono e lo segue fino all'esito del Tavolo", async ({ people, site }) => {
  test.setTimeout(120_000);
  const nadia = await people(null, PHONE);
  let code;

  await test.step("la prima cosa che vede è dove dire la sua", async () => {
    await nadia.goes("");
    const write = await nadia.link("/bisogni/nuovo");
    const box = await write.boundingBox();
    expect(box.y + box.height, "within the first screen").toBeLessThanOrEqual(740);
    expect(box.height, "large enough for a thumb").toBeGreaterThanOrEqual(44);
    await nadia.follows("/bisogni/nuovo");
  });

  await test.step("una cosa per volta: che cosa succede, dove, per chi", async () => {
    await nadia.writes({ title: TITLE, body: BODY });
    expect((await nadia.presses("go", "next")).status()).toBe(200);
    await nadia.writes({ municipality: "CVN", policy: "3.a" });
    await nadia.presses("go", "next");
    await nadia.writes({ author_kind: "caregiver", sensitive: true });
    await nadia.presses("go", "next");
  });

  await test.step("rilegge, vede chi ha scritto cose simili, e invia", async () => {
    await nadia.sees(TITLE);
    await nadia.sees("due ore e mezza per notte");
    await nadia.sees("Assisto mia madre con l'Alzheimer, non stacco mai");
    expect((await nadia.presses("go", "send")).status()).toBeLessThan(400);
  });

  await test.step("riceve un codice, e sa che cosa succede ora", async () => {
    code = (await nadia.page.locator(".receipt-code").innerText()).trim();
    expect(code.replaceAll(/[^A-Z0-9]/gi, "").length).toBeGreaterThanOrEqual(16);
    await nadia.sees("Che cosa succede ora");
  });

  await test.step("non è ancora pubblico", async () => {
    const visitor = await people(null);
    await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE })}`);
    await visitor.seesNot("due ore e mezza per notte");
  });

  const follows = async () => {
    await nadia.goes("/segui");
    await nadia.writes({ code });
    const form = nadia.page.locator("form:has([name='code'])");
    await nadia.sends(form.locator("button").last());
    await nadia.sees(TITLE);
  };

  await test.step("lo ritrova con il codice e lo corregge", async () => {
    await follows();
    await nadia.writes({ body: CORRECTED });
    await nadia.sends(nadia.act("correct"));
    await nadia.sees("un sabato al mese");
  });

  await test.step("un codice sbagliato non apre niente", async () => {
    const other = await people(null);
    await other.goes("/segui");
    await other.writes({ code: "ARC-0000-0000-0000-0000" });
    const answer = await other.sends(
      other.page.locator("form:has([name='code']) button").last());
    expect(answer.status()).toBe(422);
    await other.seesFaultsOf("code");
    await other.seesNot(TITLE);
  });

  await test.step("Claudia Neri, che modera, lo pubblica", async () => {
    const claudia = await people("claudia");
    await moderates(claudia, TITLE, "pubblicato", "nessuna_persona_identificabile",
      "Nessuna persona si può riconoscere.");
  });

  let number;
  await test.step("ora chiunque lo legge, e Nadia non può più cambiarlo", async () => {
    const visitor = await people(null);
    await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE })}`);
    await visitor.follows(/\/bisogni\/\d+$/);
    await visitor.sees(TITLE);
    await visitor.sees("un sabato al mese");
    await visitor.seesNot("Nadia");
    number = Number(visitor.page.url().match(/(\d+)$/)[1]);
    await follows();
    await expect(nadia.act("correct")).toHaveCount(0);
  });

  let cluster, action;
  await test.step("Paolo lo unisce ad altri e ne scrive un'azione", async () => {
    const paolo = await people("paolo");
    cluster = await clusters(paolo, {
      policy: "3.a",
      sources: [
        TITLE,
        "Assisto mia madre con l'Alzheimer, non stacco mai",
        "Accudisco mio marito e non ho mai una pausa",
        "Centro diurno aperto anche il sabato",
        "I sabati del sollievo",
      ],
      title: "Un sabato per chi assiste in casa",
      synthesis: "Chi assiste un familiare in casa chiede qualche ora libera, a partire dal sabato.",
      reason: "Raccontano la stessa mancanza e propongono la stessa risposta.",
    });
    // Nessuno si oppone, e i giorni passano.
    await endsWindow(site, cluster);
    action = await drafts(paolo, { cluster, ...rightSheet("Sollievo il sabato al centro diurno") });
  });

  await test.step("Nadia vede che le sue parole sono in un'azione", async () => {
    await nadia.goes(`/bisogni/${number}/filo`);
    await nadia.sees("Un sabato per chi assiste in casa");
    await nadia.sees("Sollievo il sabato al centro diurno");
  });

  await test.step("Franco, al Tavolo, decide con un motivo", async () => {
    const franco = await people("franco");
    await decides(franco, action, {
      outcome: "ammessa",
      reason: "Risponde a un bisogno verificato in due Comuni e parte da un servizio che c'è già.",
    });
  });

  await test.step("Nadia segue il suo codice fino all'esito e al motivo", async () => {
    await follows();
    await nadia.sees("Un sabato per chi assiste in casa");
    await nadia.sees("Sollievo il sabato al centro diurno");
    await nadia.sees("Ammessa");
    await nadia.sees("parte da un servizio che c'è già");
    await nadia.follows(new RegExp(`/azioni/${action}$`));
    await nadia.sees("Sollievo il sabato al centro diurno");
  });
});

test("Nadia ritira quello che ha scritto, con il codice", async ({ people }) => {
  const nadia = await people(null, PHONE);
  await nadia.goes("/bisogni/nuovo");
  await nadia.writes({ title: TITLE, body: BODY });
  await nadia.presses("go", "next");
  await nadia.writes({ municipality: "CVN", policy: "3.b" });
  await nadia.presses("go", "next");
  await nadia.writes({ author_kind: "caregiver" });
  await nadia.presses("go", "next");
  await nadia.presses("go", "send");
  const code = (await nadia.page.locator(".receipt-code").innerText()).trim();

  const visitor = await people(null);
  await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE })}`);
  await visitor.sees("due ore e mezza per notte");
  await visitor.follows(/\/bisogni\/\d+$/);
  const address = visitor.page.url();

  await nadia.goes("/segui");
  await nadia.writes({ code });
  await nadia.sends(nadia.page.locator("form:has([name='code']) button").last());
  await nadia.sends(nadia.act("withdraw"));

  const answer = await visitor.page.goto(address);
  expect([200, 404, 410]).toContain(answer.status());
  await visitor.seesNot("due ore e mezza per notte");
  await visitor.goes(`/bisogni?${new URLSearchParams({ q: TITLE })}`);
  await visitor.seesNot("due ore e mezza per notte");
});

test("Nadia aggiunge la sua voce a un testo simile: il suo non si perde", async ({ people }) => {
  const nadia = await people(null, PHONE);
  await nadia.goes("/bisogni/nuovo");
  await nadia.writes({ title: "Mai una pausa con mia madre malata di Alzheimer", body: BODY });
  await nadia.presses("go", "next");
  await nadia.writes({ municipality: "CVN", policy: "3.a" });
  await nadia.presses("go", "next");
  await nadia.writes({ author_kind: "caregiver" });
  await nadia.presses("go", "next");
  const also = nadia.page.locator("button[name='also_of']").first();
  const other = await also.getAttribute("value");
  await nadia.sends(also);
  await expect(nadia.page.locator(".receipt-code")).toBeVisible();
  const code = (await nadia.page.locator(".receipt-code").innerText()).trim();
  await nadia.goes("/segui");
  await nadia.writes({ code });
  await nadia.sends(nadia.page.locator("form:has([name='code']) button").last());
  await nadia.sees("due ore e mezza per notte");
  await nadia.goes(`/bisogni/${other}`);
});
