// A round's life: prepared in five steps, looked at from every side, announced.
import { createHash } from "node:crypto";
import { expect, test } from "../harness/story.js";

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("Paolo prepara una concertazione in cinque passi; Luca la annuncia, e chiunque ricalcola l'impronta delle regole", async ({ people }) => {
  test.setTimeout(120_000);
  const [paolo, luca, visitor] = [await people("paolo"), await people("luca"), await people(null)];
  let draft;

  await test.step("sceglie il metodo: regole, parole e date ci sono già", async () => {
    await paolo.goes("/percorsi");
    await paolo.follows(/\/lavoro\/percorsi\/nuovo$/);
    await paolo.follows(/metodo=concertazione/);
    await paolo.sees("obiettivo che si misura");
    await paolo.writes({ title: "Priorità d'autunno", question: "Quali tre azioni mettiamo per prime?" });
    const answer = await paolo.presses("go", "next");
    expect(answer.status()).toBe(303);
    await expect(paolo.page).toHaveURL(/passo=materials/);
    draft = new URL(paolo.page.url()).pathname;
    await visitor.goes("/percorsi");
    await visitor.seesNot("Priorità d");
  });

  await test.step("ogni passo si salva; una data sbagliata torna con tutto il resto", async () => {
    await paolo.presses("go", "running");
    await expect(paolo.page.locator("[name='tie_rule']")).toHaveValue(/verbale/);
    await paolo.writes({ opens_date: day(10), closes_date: day(45) });
    await paolo.presses("go", "results");
    await paolo.writes({ answer_days: "molti" });
    const answer = await paolo.presses("go", "next");
    expect(answer.status()).toBe(422);
    await paolo.seesFaultsOf("answer_days");
    await paolo.writes({ answer_days: "30" });
    await paolo.presses("go", "next");
    await expect(paolo.page).toHaveURL(/passo=evaluation/);
  });

  await test.step("i controlli dicono che cosa manca, e portano al campo", async () => {
    await paolo.sees("L'indicatore che misura l'obiettivo");
    await paolo.sees("Che cosa è fuori discussione");
    await expect(paolo.page.locator("button[value='announce']")).toHaveCount(0);
    await paolo.follows(/passo=design#given$/);
    await expect(paolo.page.locator("#given")).toBeVisible();
    await paolo.writes({
      objective: "Scegliere tre priorità, ciascuna con un valore atteso.",
      measure_indicator: "IND05", measure_target: "180",
      given: "Il fondo\nLe azioni già approvate", open: "L'ordine",
      off_limits: "I livelli essenziali", areas: "famiglia",
    });
    await paolo.presses("go", "evaluation");
    await paolo.sees("Non manca niente");
    await paolo.sees("lo annuncia l'Ufficio di Piano");
  });

  await test.step("la guarda come la vedranno un visitatore e un'organizzazione", async () => {
    await paolo.follows(/\/anteprima$/);
    await expect(paolo.page.locator("h1")).toContainText("Quali tre azioni mettiamo per prime?");
    await paolo.follows(/ruolo=O$/);
    await paolo.sees("un'organizzazione");
    await expect(paolo.page.locator("#who-may")).toBeVisible();
  });

  const number = draft.match(/(\d+)$/)[1];
  await test.step("Luca la annuncia; chi legge trova le regole e ne ricalcola l'impronta", async () => {
    await luca.goes(`${draft}?passo=evaluation`);
    const answer = await luca.presses("go", "announce");
    expect(answer.status()).toBe(303);
    await luca.sees("Annunciato");
    await visitor.goes("/percorsi");
    await visitor.sees("Priorità d'autunno");
    await visitor.goes(`/percorsi/${number}`);
    await visitor.follows(`/percorsi/${number}/regole`);
    const text = await visitor.page.locator("pre.rules-text").textContent();
    const hash = createHash("sha256").update(text).digest("hex");
    await expect(visitor.page.locator(".hash code")).toHaveText(hash);
    await visitor.sees("valore atteso 180");
  });

  await test.step("prima che apra la riporta in bozza, con un motivo", async () => {
    await luca.goes(`/percorsi/${number}`);
    const form = luca.page.locator("form:has([name='act'])");
    await luca.writes({ text: "" }, form);
    const none = await luca.sends(form.locator("button").last());
    expect(none.status()).toBe(422);
    await luca.writes({ text: "La sala non è libera quel giorno." }, luca.page.locator("form:has([name='act'])"));
    const done = await luca.sends(luca.page.locator("form:has([name='act']) button").last());
    expect(done.status()).toBe(303);
    await visitor.goes(`/percorsi/${number}`, 404);
    await paolo.goes(`${draft}?passo=running`);
    await paolo.sees("Quando si apre");
  });
});

test("In inglese, da tastiera: i cinque passi sono pulsanti, e il tasto Invio va avanti", async ({ people }) => {
  const paolo = await people("paolo");
  await paolo.goes("/en/work/rounds/new?metodo=consultazione");
  await paolo.sees("What is asked");
  await paolo.writes({ title: "Who cares for whom" });
  const landed = paolo.page.waitForNavigation();
  await paolo.page.locator("[name='title']").press("Enter");
  await landed;
  await expect(paolo.page).toHaveURL(/\/en\/work\/rounds\/\d+\?passo=materials/);
  const running = paolo.page.locator("button[value='running']");
  await running.focus();
  const next = paolo.page.waitForNavigation();
  await paolo.page.keyboard.press("Enter");
  await next;
  await expect(paolo.page).toHaveURL(/passo=running/);
  await expect(paolo.page.locator("li[aria-current='step'] button")).toHaveText("When and how");
  await expect(paolo.page.locator("[name='closes_time']")).toHaveValue("23:59");
});
