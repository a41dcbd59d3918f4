// A co-gestione: activities with one responsible and a date, issues, a periodic report.
import { announces } from "../harness/acts.js";
import { approves, moves } from "../harness/site.js";
import { sendsFormOf, sound } from "../harness/sound.js";
import { expect, test } from "../harness/story.js";

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** «Ludoteca in viaggio nei Comuni piccoli», approved in the demonstration. */
const ACTION = 1;

test("una co-gestione: chi risponde di che cosa, che cosa non va, com'è andata", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const luca = await people("luca");
  const round = await announces(luca, "co_gestione", {
    design: {
      title: "Far funzionare la ludoteca", question: "Come va la ludoteca, e che cosa cambiamo?",
      objective: "Tre aperture la settimana, tutto l'anno.", areas: "famiglia",
    },
    materials: {
      agreement_reference: "Convenzione 14 del 2026", agreement_signed: day(-20),
      agreement_parties: "Comune di Castelvento\nBuon Vicinato ODV",
    },
  });
  await luca.goes(`/percorsi/${round}/invitati`);
  await luca.writes({ guest: "O01" });
  expect((await luca.presses("do", "invite")).status()).toBe(303);
  await approves(site, ACTION);
  const activities = `/percorsi/${round}/attivita`;
  let activity;

  await test.step("i passi della scheda entrano qui; uno nuovo non ha chi ne risponde", async () => {
    await luca.goes(`/percorsi/${round}`);
    await luca.follows(activities);
    await luca.sees("Non c'è ancora nessuna attività");
    const offered = luca.page.locator("#offered + p + ul > li", { hasText: "Ludoteca" });
    expect((await luca.sends(offered.locator("button"))).status()).toBe(303);
    await luca.sees("Passaggio settimanale a Roccalba");
    await luca.writes({ what: "" });
    expect((await luca.presses("do", "add")).status()).toBe(422);
    await luca.seesFaultsOf("action", "what");
    await sound(luca, javaScriptEnabled);
    await luca.writes({ action: String(ACTION), what: "Aprire la sala anche il sabato mattina" });
    expect((await luca.presses("do", "add")).status()).toBe(303);
    await luca.sees("Un'attività non ha chi ne risponde, o la data.");
    await expect(luca.page.locator("button[value='start']")).toHaveCount(0);
    await sound(luca, javaScriptEnabled);
  });

  await test.step("«non è il mio ruolo»: una persona sola, e una data", async () => {
    const link = luca.page.locator("main a", { hasText: "anche il sabato mattina" });
    await luca.clicks(link);
    activity = new URL(luca.page.url()).pathname;
    await luca.writes({ due: day(-3) });
    expect((await luca.presses("do", "assign")).status()).toBe(422);
    await luca.seesFaultsOf("responsible");
    await luca.writes({ responsible: { label: "Silvia Tosi · Buon Vicinato ODV" } });
    expect((await luca.presses("do", "assign")).status()).toBe(422);
    await luca.seesFaultsOf("due");
    await sound(luca, javaScriptEnabled);
    await luca.writes({ due: day(30) });
    expect((await luca.presses("do", "assign")).status()).toBe(303);
    await luca.sees("Silvia Tosi");
    await sound(luca, javaScriptEnabled);
  });

  await test.step("adesso l'azione può partire", async () => {
    await moves(site, round, -1, 90);
    await luca.goes(activities);
    expect((await luca.presses("do", "start")).status()).toBe(303);
    await luca.sees("L'azione è partita");
    const reader = await people(null);
    await reader.goes(`/azioni/${ACTION}`);
    await reader.follows(activities);
    await sound(reader, javaScriptEnabled);
  });

  const silvia = await people("silvia");
  await test.step("chi ne risponde dice a che punto è, e che cosa lo mostra", async () => {
    await silvia.goes(activity);
    await silvia.writes({ state: "fatta", evidence: "" });
    expect((await silvia.presses("do", "tell")).status()).toBe(422);
    await silvia.seesFaultsOf("evidence");
    await silvia.writes({ evidence: "Aperta sabato 12, con nove bambini." });
    expect((await silvia.presses("do", "tell")).status()).toBe(303);
    await silvia.sees("Aperta sabato 12, con nove bambini.");
    await sound(silvia, javaScriptEnabled);
  });

  await test.step("una segnalazione aspetta, riceve risposta, e i giorni si vedono", async () => {
    await silvia.goes(`/percorsi/${round}/segnalazioni`);
    await silvia.sees("Nessuna segnalazione");
    await silvia.writes({ what: "" });
    expect((await silvia.presses("do", "report")).status()).toBe(422);
    await silvia.seesFaultsOf("what");
    await silvia.writes({
      activity: activity.match(/(\d+)$/)[1], what: "Il riscaldamento della sala non parte da lunedì.",
    });
    expect((await silvia.presses("do", "report")).status()).toBe(303);
    await silvia.sees("Una aspetta");
    await silvia.sees("di oggi");
    await sound(silvia, javaScriptEnabled);
    await luca.goes(`/percorsi/${round}/segnalazioni`);
    const form = luca.page.locator("form:has([name='answer'])").first();
    await luca.reveals(form);
    await luca.writes({ state: "in_carico", answer: "" }, form);
    expect((await luca.presses("do", "answer")).status()).toBe(422);
    await luca.seesFaultsOf("answer");
    await sound(luca, javaScriptEnabled);
    const again = luca.page.locator("form:has([name='answer'])").first();
    await luca.writes({ state: "risolta", answer: "Riparata stamattina dal Comune." }, again);
    expect((await luca.presses("do", "answer")).status()).toBe(303);
    await luca.sees("Una ha avuto risposta");
    await luca.sees("risposta in giornata");
  });

  await test.step("il rapporto tiene i suoi numeri, e si corregge accanto", async () => {
    await luca.goes(`/percorsi/${round}/rapporti`);
    await luca.writes({ from: day(0), to: day(-30), words: "Poco" });
    expect((await luca.presses("do", "write")).status()).toBe(422);
    await luca.seesFaultsOf("to", "words");
    await luca.writes({ from: day(-30), to: day(0), words: "La sala apre anche il sabato; a Roccalba manca il furgone." });
    expect((await luca.presses("do", "write")).status()).toBe(303);
    await sound(luca, javaScriptEnabled);
    const form = luca.page.locator("form:has([name='why'])").first();
    await luca.reveals(form);
    await luca.writes({ words: "La sala apre anche il sabato; a Roccalba il furgone arriva a maggio.", why: "Mancava la data del furgone." }, form);
    expect((await luca.presses("do", "correct")).status()).toBe(303);
    const reader = await people(null);
    await reader.goes(`/percorsi/${round}/rapporti`);
    await reader.sees("il furgone arriva a maggio");
    await reader.sees("Mancava la data del furgone.");
    await sound(reader, javaScriptEnabled);
  });

  await test.step("in inglese le parole di chi ha scritto restano le sue", async () => {
    const reader = await people(null);
    for (const [page, words] of [
      [`/en/rounds/${round}/activities`, "anche il sabato mattina"],
      [activity.replace("/attivita/", "/en/activities/"), "con nove bambini"],
      [`/en/rounds/${round}/issues`, "Riparata stamattina"],
      [`/en/rounds/${round}/reports`, "il furgone arriva a maggio"],
    ]) {
      await reader.goes(page);
      await reader.sees(words);
      await sound(reader, javaScriptEnabled);
    }
  });
});
