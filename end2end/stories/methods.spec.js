// Rounds of agreement: one story a method. A concertazione from the draft to the minutes, a
// co-programmazione from its notice, a co-progettazione with a draft written together.
import { announces } from "../harness/acts.js";
import { moves } from "../harness/site.js";
import { sendsFormOf, sound } from "../harness/sound.js";
import { expect, test } from "../harness/story.js";

/** The concertazione and the co-progettazione of the demonstration. */
const AGREEING = 3;
const DESIGNING = 4;
const WORDS = `Uno: aprire il centro diurno due sabati al mese.

Due: accompagnare chi non guida alle visite.

Tre: una casa per chi esce da una famiglia violenta.`;

test("una concertazione, dalla bozza al verbale", async ({ people, site, javaScriptEnabled }) => {
  const luca = await people("luca");
  await luca.goes(`/percorsi/${AGREEING}`);
  await luca.follows(`/percorsi/${AGREEING}/priorita`);
  await luca.follows(`/percorsi/${AGREEING}/priorita/testo`);
  await luca.writes({ text: "" });
  expect((await sendsFormOf(luca, "text")).status()).toBe(422);
  await luca.seesFaultsOf("text");
  await luca.writes({ text: WORDS, why: "Prima stesura" });
  expect((await sendsFormOf(luca, "text")).status()).toBe(303);
  await luca.sees("Versione 1");
  await luca.goes(`/percorsi/${AGREEING}/invitati`);
  await luca.writes({ guest: "O05" });
  await luca.writes({ guest: "O01" });
  await luca.presses("do", "invite");
  await moves(site, AGREEING, -1, 20);

  const teuta = await people("teuta");
  await test.step("Teuta propone di cambiare un paragrafo", async () => {
    await teuta.goes(`/percorsi/${AGREEING}/priorita`);
    await sound(teuta, javaScriptEnabled);
    await teuta.clicks(teuta.page.locator("#paragrafo-1 a", { hasText: "Proponi" }));
    await teuta.sees("Shqiponja");
    await sound(teuta, javaScriptEnabled);
    await teuta.writes({
      kind: "sostituisce", text: "Uno: aprire il centro diurno tutti i sabati.", reason: "",
    });
    expect((await sendsFormOf(teuta, "reason")).status()).toBe(422);
    await teuta.seesFaultsOf("reason");
    await teuta.writes({ reason: "Chi assiste lavora e ha solo il sabato." });
    expect((await sendsFormOf(teuta, "reason")).status()).toBe(303);
    await expect(teuta.page.locator("del").first()).toContainText("due");
    await expect(teuta.page.locator("ins").first()).toContainText("tutti i");
    await sound(teuta, javaScriptEnabled);
  });
  const amendment = new URL(teuta.page.url()).pathname;

  await test.step("chi legge in inglese vede le stesse parole", async () => {
    const reader = await people(null);
    await reader.goes(amendment.replace("/emendamenti/", "/en/amendments/"));
    await expect(reader.page.locator("[lang='it'] ins").first()).toContainText("tutti i");
    await sound(reader, javaScriptEnabled);
  });

  await test.step("il facilitatore lo accoglie, e nasce una versione", async () => {
    const paolo = await people("paolo");
    await paolo.goes(amendment);
    await sound(paolo, javaScriptEnabled);
    expect((await paolo.presses("do", "accept")).status()).toBe(303);
    await paolo.goes(`/percorsi/${AGREEING}/priorita`);
    await paolo.sees("Versione 2");
    await paolo.sees("tutti i sabati");
    await paolo.goes(`/percorsi/${AGREEING}/priorita?versione=1`);
    await paolo.sees("due sabati al mese");
  });

  await test.step("Teuta dice la posizione, da tastiera", async () => {
    await teuta.goes(`/percorsi/${AGREEING}/posizioni`);
    await sound(teuta, javaScriptEnabled);
    const { page } = teuta;
    await page.locator("[name='subject']").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("[name='stance'][value='con_riserva']")).toBeChecked();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Va bene se arriva anche il trasporto.");
    await page.keyboard.press("Tab");
    const answered = page.waitForResponse((a) => a.request().method() === "POST");
    await page.keyboard.press("Enter");
    expect((await answered).status()).toBe(303);
    await teuta.sees("Favorevole con riserva");
    await teuta.sees("Buon Vicinato ODV");
  });

  await test.step("alla chiusura il verbale non cancella la riserva", async () => {
    await moves(site, AGREEING, -20, -1);
    await luca.goes(`/percorsi/${AGREEING}/verbale`);
    await sound(luca, javaScriptEnabled);
    await luca.writes({
      ending: "accordo",
      minutes: "Due incontri, il testo letto insieme: si comincia dal centro diurno il sabato.",
    });
    expect((await sendsFormOf(luca, "minutes")).status()).toBe(422);
    await luca.seesFaultsOf("ending");
    await luca.writes({ ending: "accordo_con_riserve" });
    expect((await sendsFormOf(luca, "minutes")).status()).toBe(303);
    const reader = await people(null);
    await reader.goes(`/percorsi/${AGREEING}`);
    await reader.follows(`/percorsi/${AGREEING}/verbale`);
    await reader.sees("Accordo, con riserve");
    await reader.sees("Va bene se arriva anche il trasporto.");
    await reader.sees("Invitate, non si sono espresse");
    await sound(reader, javaScriptEnabled);
  });
});

test("due emendamenti diventano un testo, con il nome di chi li ha fatti", async ({ people, site, javaScriptEnabled }) => {
  const luca = await people("luca");
  await luca.goes(`/percorsi/${AGREEING}/priorita/testo`);
  await luca.writes({ text: WORDS, why: "Prima stesura" });
  expect((await sendsFormOf(luca, "text")).status()).toBe(303);
  await moves(site, AGREEING, -1, 20);
  for (const [name, text] of [
    ["teuta", "Uno: aprire il centro diurno tutti i sabati."],
    ["silvia", "Uno: aprire il centro diurno il sabato e la domenica."],
  ]) {
    const who = await people(name);
    await who.goes(`/percorsi/${AGREEING}/emendamenti/nuovo?paragrafo=1`);
    await who.writes({ kind: "sostituisce", text, reason: "Chi assiste ha solo il fine settimana." });
    expect((await sendsFormOf(who, "reason")).status()).toBe(303);
  }
  const paolo = await people("paolo");
  await paolo.goes(`/percorsi/${AGREEING}/emendamenti/unione`);
  await sound(paolo, javaScriptEnabled);
  expect((await sendsFormOf(paolo, "reason")).status()).toBe(422);
  await paolo.seesFaultsOf("source", "kind", "paragraph", "text", "reason");
  await sound(paolo, javaScriptEnabled);
  await paolo.writes({ source: "1" });
  await paolo.writes({ source: "2" });
  await paolo.writes({
    kind: "sostituisce", paragraph: "1", text: "Uno: aprire il centro diurno nei fine settimana.",
    reason: "Chiedono la stessa cosa.",
  });
  expect((await sendsFormOf(paolo, "reason")).status()).toBe(303);
  const reader = await people(null);
  await reader.goes(new URL(paolo.page.url()).pathname);
  await reader.sees("Shqiponja");
  await reader.sees("Buon Vicinato ODV");
  await sound(reader, javaScriptEnabled);
});

test("una co-progettazione, scritta insieme", async ({ people, site, javaScriptEnabled }) => {
  const luca = await people("luca");
  await luca.goes(`/percorsi/${DESIGNING}/invitati`);
  await luca.writes({ guest: "O05" });
  await luca.writes({ guest: "O01" });
  expect((await luca.presses("do", "invite")).status()).toBe(303);
  await moves(site, DESIGNING, -1, 20);
  const teuta = await people("teuta");
  const silvia = await people("silvia");
  await teuta.goes(`/percorsi/${DESIGNING}`);
  await teuta.follows(`/percorsi/${DESIGNING}/bozza`);
  await sound(teuta, javaScriptEnabled);
  await teuta.follows(`/percorsi/${DESIGNING}/bozza/nuova`);
  await teuta.writes({ title: "Giornate nelle frazioni", text: "Il lunedì mattina, a Roccalba." });
  expect((await sendsFormOf(teuta, "title")).status()).toBe(303);
  const section = new URL(teuta.page.url()).pathname;
  await sound(teuta, javaScriptEnabled);

  await test.step("due che salvano insieme vedono i due testi", async () => {
    await silvia.goes(`${section}/testo`);
    await teuta.goes(`${section}/testo`);
    await teuta.writes({ text: "Il lunedì e il giovedì, a Roccalba.", why: "Un giorno non basta" });
    expect((await sendsFormOf(teuta, "title")).status()).toBe(303);
    await silvia.writes({ text: "Il lunedì mattina, anche a Montefalcino.", why: "Manca un paese" });
    expect((await sendsFormOf(silvia, "title")).status()).toBe(409);
    await silvia.sees("Shqiponja");
    await expect(silvia.page.locator("textarea[name='text']")).toHaveValue(/Montefalcino/);
    await sound(silvia, javaScriptEnabled);
    await silvia.writes({ text: "Il lunedì e il giovedì, a Roccalba e a Montefalcino." });
    expect((await sendsFormOf(silvia, "title")).status()).toBe(303);
  });

  await test.step("un'obiezione dice perché, e resta con la bozza", async () => {
    await teuta.goes(section);
    await teuta.writes({ consent: "obiezione", reason: "" });
    expect((await sendsFormOf(teuta, "consent")).status()).toBe(422);
    await teuta.seesFaultsOf("reason");
    await teuta.writes({ reason: "A Montefalcino non c'è una sala." });
    expect((await sendsFormOf(teuta, "consent")).status()).toBe(303);
    const reader = await people(null);
    await reader.goes(`/percorsi/${DESIGNING}/bozza`);
    await reader.sees("A Montefalcino non c'è una sala.");
    await sound(reader, javaScriptEnabled);
    await reader.goes(`/en/rounds/${DESIGNING}/draft`);
    await sound(reader, javaScriptEnabled);
  });

  await test.step("chi facilita vede l'equilibrio dei contributi", async () => {
    await silvia.goes(`/percorsi/${DESIGNING}/risorse`);
    await silvia.writes({
      side: "si_aspetta", kind: "competenze", what: "Formazione per i volontari.",
    });
    expect((await silvia.presses("do", "declare")).status()).toBe(303);
    await sound(silvia, javaScriptEnabled);
    await silvia.goes(`/percorsi/${DESIGNING}/preventivo`);
    await silvia.writes({ what: "Carburante", amount: "1.200,00" });
    expect((await silvia.presses("do", "add")).status()).toBe(303);
    await sound(silvia, javaScriptEnabled);
    const paolo = await people("paolo");
    await paolo.goes(`/percorsi/${DESIGNING}/bozza`);
    await expect(paolo.page.locator("#balance")).toBeVisible();
    await sound(paolo, javaScriptEnabled);
  });
});

test("una co-programmazione, dall'avviso alle risorse", async ({ people, site, javaScriptEnabled }) => {
  const luca = await people("luca");
  const round = await announces(luca, "co_programmazione", {
    design: {
      title: "Di che cosa ha bisogno chi assiste", question: "Che cosa serve a chi assiste in casa?",
      objective: "Un documento di sintesi con i bisogni e le risorse.", areas: "anziani_disabili",
    },
    materials: {
      notice_title: "Avviso di co-programmazione", notice_aims: "Leggere insieme i bisogni.",
      notice_budget: "Nessuna spesa in questa fase.", notice_duration: "Due mesi.",
      notice_criteria: "Esperienza con chi assiste.", notice_runts: "Iscrizione al registro.",
      notice_address: "https://www.val-d-arcina.example/avvisi/12",
    },
  });
  const reader = await people(null);
  await reader.goes(`/percorsi/${round}`);
  await sound(reader, javaScriptEnabled);
  await reader.follows(`/percorsi/${round}/regole`);
  await reader.sees("Iscrizione al registro");
  await sound(reader, javaScriptEnabled);
  await moves(site, round, -1, 40);

  const teuta = await people("teuta");
  await test.step("un'organizzazione dice la sua posizione e che cosa porta", async () => {
    await teuta.goes(`/percorsi/${round}/posizioni`);
    await teuta.writes({ stance: "favorevole", reason: "" });
    expect((await sendsFormOf(teuta, "stance")).status()).toBe(422);
    await teuta.seesFaultsOf("reason");
    await teuta.writes({ reason: "Chi assiste da noi non parla italiano: serve leggerlo insieme." });
    expect((await sendsFormOf(teuta, "stance")).status()).toBe(303);
    await sound(teuta, javaScriptEnabled);
    await teuta.goes(`/percorsi/${round}/risorse`);
    await teuta.writes({ kind: "competenze", what: "Due mediatrici, albanese e arabo." });
    expect((await teuta.presses("do", "declare")).status()).toBe(303);
    await sound(teuta, javaScriptEnabled);
  });

  await test.step("i bisogni li scrive chiunque, e si leggono con le posizioni", async () => {
    await reader.goes(`/percorsi/${round}`);
    await reader.follows(`/percorsi/${round}/posizioni`);
    await reader.sees("Shqiponja");
    await reader.goes(`/en/rounds/${round}/resources`);
    await reader.sees("Due mediatrici");
    await sound(reader, javaScriptEnabled);
  });

  await test.step("alla chiusura si scrive la sintesi a verbale", async () => {
    await moves(site, round, -40, -1);
    await luca.goes(`/percorsi/${round}/verbale`);
    await luca.writes({
      ending: "accordo", minutes: "Le mediatrici servono a tutti: si portano nella prossima tappa.",
    });
    expect((await sendsFormOf(luca, "minutes")).status()).toBe(303);
    await reader.goes(`/percorsi/${round}/verbale`);
    await reader.sees("Le mediatrici servono a tutti");
    await sound(reader, javaScriptEnabled);
  });
});
