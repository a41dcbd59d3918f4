// A round's life: prepared in five steps, looked at from every side, announced; closed, opened
// once more, reported.
import { createHash } from "node:crypto";
import { expect, test } from "../harness/story.js";

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** On to the next step, by the button one sees. */
const onward = (person) => person.sends(person.page.locator(".button-row [name='go'][value='next']"));

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
    const answer = await onward(paolo);
    expect(answer.status()).toBe(303);
    await expect(paolo.page).toHaveURL(/passo=materials/);
    draft = new URL(paolo.page.url()).pathname;
    await visitor.goes("/percorsi");
    await visitor.seesNot("d'autunno");
  });

  await test.step("ogni passo si salva; una data sbagliata torna con tutto il resto", async () => {
    await paolo.presses("go", "running");
    await expect(paolo.page.locator("[name='tie_rule']")).toHaveValue(/verbale/);
    await paolo.writes({ opens_date: day(10), closes_date: day(45) });
    await paolo.presses("go", "results");
    await paolo.writes({ answer_days: "molti" });
    const answer = await onward(paolo);
    expect(answer.status()).toBe(422);
    await paolo.seesFaultsOf("answer_days");
    await paolo.writes({ answer_days: "30" });
    await onward(paolo);
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

const NEED = {
  title: "Non passa più l'autobus la sera",
  body: "Nella nostra via la sera non passa più l'autobus e chi lavora fino a tardi resta a piedi.",
};

test("Il percorso si chiude mentre qualcuno scrive: il testo è salvo, e parte quando si riapre", async ({ people, site }) => {
  test.setTimeout(120_000);
  const [luca, giulia, visitor, nadia] =
    [await people("luca"), await people("giulia"), await people(null), await people("nadia")];
  const writes = async (person) => {
    await person.goes("/bisogni/nuovo");
    for (const turn of [NEED, { municipality: "CVN", policy: "3.b" }, { author_kind: "cittadino" }]) {
      await person.writes(turn);
      await person.presses("go", "next");
    }
  };
  await writes(visitor);
  await writes(nadia);

  await test.step("Luca chiude prima del termine, con un motivo", async () => {
    await luca.goes("/percorsi/2");
    const form = luca.page.locator("form:has([name='act'])");
    await luca.writes({ act: "close", text: "La piattaforma resta ferma per manutenzione." }, form);
    const answer = await luca.sends(form.locator("button").last());
    expect(answer.status()).toBe(303);
    await luca.sees("Chiuso");
  });

  let code;
  await test.step("chi invia dopo trova il testo salvo: con un codice, o fra le sue voci", async () => {
    const late = await visitor.presses("go", "send");
    expect(late.status()).toBe(403);
    await visitor.sees("Il tuo testo è salvo");
    code = await visitor.page.locator(".receipt-code").innerText();
    await expect(visitor.page.locator("[name='body']")).toHaveValue(NEED.body);
    const hers = await nadia.presses("go", "send");
    expect(hers.status()).toBe(403);
    await nadia.goes("/mie-voci");
    await nadia.sees("Bozze non inviate");
    await nadia.sees(NEED.title);
    const list = await visitor.request.get(`${site.base}/${site.slug}/cerca?q=autobus+sera`);
    expect(await list.text()).not.toContain(NEED.title);
  });

  await test.step("Nadia corregge la sua bozza e la butta via", async () => {
    await nadia.follows(/\/mie-voci\/bozze\/\d+$/);
    await nadia.writes({ body: "La sera non passa nessuno." });
    await nadia.presses("do", "keep-draft");
    await nadia.sees("Bozza salvata");
    await nadia.follows(/\/mie-voci\/bozze\/\d+$/);
    await expect(nadia.page.locator("[name='body']")).toHaveValue("La sera non passa nessuno.");
    await nadia.presses("do", "throw-draft");
    await nadia.seesNot("Bozze non inviate");
  });

  await test.step("Giulia riapre: prima senza motivo, poi con", async () => {
    await giulia.goes("/percorsi/2");
    await giulia.follows(/\/riapertura$/);
    const form = giulia.page.locator("form:has([name='reason'])");
    const none = await giulia.sends(form.locator("button").last());
    expect(none.status()).toBe(422);
    await giulia.seesFaultsOf("reason", "closes_date");
    await giulia.writes({ reason: "La manutenzione è durata meno del previsto.", closes_date: day(20) });
    const answer = await giulia.sends(giulia.page.locator("form:has([name='reason']) button").last());
    expect(answer.status()).toBe(303);
    await giulia.sees("Questo percorso è stato riaperto");
    await giulia.follows(/\/regole$/);
    await giulia.sees("Com'era alla chiusura");
    await giulia.sees("La manutenzione è durata meno del previsto.");
  });

  await test.step("con il codice si ritrova la bozza, la si rilegge e la si invia", async () => {
    await visitor.goes("/segui");
    await visitor.writes({ code: code.toLowerCase() });
    await visitor.sends(visitor.page.locator("form:has([name='code']) button").last());
    await visitor.sees("Il percorso è di nuovo aperto");
    await visitor.sends(visitor.page.locator("form:has([name='draft']) button").last());
    await visitor.sees(NEED.body);
    const sent = await visitor.presses("go", "send");
    expect(sent.status()).toBe(200);
    const fresh = await visitor.page.locator(".receipt-code").innerText();
    expect(fresh).not.toBe(code);
  });

  await test.step("chi aspetta ancora si vede, con i giorni; e il resoconto si legge e si scarica", async () => {
    await visitor.goes("/percorsi/2");
    await visitor.follows(/\/senza-risposta$/);
    await visitor.sees("Da");
    await visitor.goes("/percorsi/1");
    await visitor.follows(/\/resoconto$/);
    await visitor.sees("Che cosa è stato deciso, e perché");
    const link = await (await visitor.link(/resoconto\.odt$/)).getAttribute("href");
    const file = await visitor.request.get(`${site.base}${link}`);
    expect(file.headers()["content-type"]).toBe("application/vnd.oasis.opendocument.text");
    const bytes = await file.body();
    expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
  });
});
