// A visitor follows the thread from both ends: from a voice of last year to what changed, and
// from an action up to the voices it came from.
import { expect, numberOf, test } from "../harness/story.js";

const VOICE = "Con un bimbo di due anni qui non c'è un posto al coperto";

test("dalla voce al risultato: unita, diventata azione, decisa, approvata, misurata", async ({ people, site }) => {
  const visitor = await people(null);
  await visitor.goes(`/cerca?${new URLSearchParams({ q: "posto al coperto" })}`);
  await visitor.follows(/\/bisogni\/\d+$/);
  await expect(visitor.page.locator("h1")).toContainText(VOICE);
  await visitor.follows(/\/filo$/);

  const steps = await visitor.page.locator(".thread-step").allInnerTexts();
  const thread = steps.join("\n");
  const inOrder = [
    "Uno spazio gioco che raggiunge i paesi piccoli", // joined with others
    "Ludoteca in viaggio nei Comuni piccoli", // became an action
    "Tre tappe fisse non stanno però nel fondo", // the Tavolo's reason
    "9", // number of the act
  ];
  let from = 0;
  for (const words of inOrder) {
    const at = thread.indexOf(words, from);
    expect(at, `«${words}» comes after what came before it`).toBeGreaterThanOrEqual(from);
    from = at;
  }
  await visitor.sees("I due bisogni raccontano la stessa mancanza"); // why they were joined
  await visitor.sees("Paolo Zanetti"); // by whom
  await visitor.sees(/Ammessa con modifiche/i);
  await visitor.sees("Comitato dei Sindaci");

  await test.step("il filo si può condividere: stesso indirizzo, stessa pagina, senza sessione", async () => {
    const other = await people(null);
    await other.goes(new URL(visitor.page.url()).pathname);
    expect(await other.page.locator(".thread-step").allInnerTexts()).toEqual(steps);
  });

  await test.step("e ogni passo porta a quello che nomina", async () => {
    await visitor.follows(/\/gruppi\/\d+$/);
    await visitor.sees("Uno spazio gioco che raggiunge i paesi piccoli");
    await visitor.follows(/\/azioni\/\d+$/);
    await visitor.sees("Ludoteca in viaggio nei Comuni piccoli");
  });
});

test("dall'azione alle voci, e il dissenso accanto", async ({ people }) => {
  const visitor = await people(null);
  await visitor.goes("/azioni");
  const link = visitor.page.locator("main a", { hasText: "Emporio solidale con buoni" }).first();
  await visitor.clicks(link);
  await visitor.follows(/\/azioni\/\d+\/filo$/);
  for (const voice of [
    "Il pacco è uguale per tutti e mezzo finisce buttato",
    "Chiedere da mangiare davanti a tutti",
    "Un emporio dove si sceglie la spesa",
    "Meglio buoni da spendere nelle botteghe del paese",
  ]) await visitor.sees(voice);
  await visitor.sees("Un negozio solo per poveri resta un negozio per poveri");
  await visitor.sees("L'emporio restituisce la scelta a chi oggi riceve un pacco uguale per tutti");

  const voices = visitor.page.locator("main a", { hasText: "Chiedere da mangiare davanti a tutti" });
  await visitor.clicks(voices.first());
  await expect(visitor.page.locator("h1")).toContainText("Chiedere da mangiare");
  await visitor.follows(/\/bisogni\/\d+\/filo$/);
  await visitor.sees("Emporio solidale con buoni nelle botteghe di collina");
});

test("la pagina dell'azione dice chi, per chi, con quali soldi e con quale misura", async ({ people }) => {
  const visitor = await people(null);
  await visitor.goes("/azioni");
  await visitor.clicks(visitor.page.locator("main a", { hasText: "Ludoteca in viaggio" }).first());
  await visitor.sees("circa 410 famiglie");
  await visitor.sees("Chiara Montanari");
  await visitor.sees("46.000");
  await visitor.sees("Roccalba a sabati alterni fino alla verifica");
  await visitor.sees("Ornella Corsi");
});

test("quello che non è pubblico non esce da nessuna parte", async ({ people, site }) => {
  const visitor = await people(null);
  const hidden = [
    "In un paese piccolo ti vedono entrare e lo sanno tutti",
    "Punti di ascolto antiviolenza dove nessuno ti nota",
    "Prevenzione tra pari su alcol e sostanze",
  ];
  const request = visitor.request;
  for (const title of hidden) {
    await expect(numberOf(request, site, title)).rejects.toThrow("is not found");
  }
  // Every public text links to its neighbours: none of them names a hidden one.
  for (const list of ["bisogni", "proposte"]) {
    for (let page = 1; ; page += 1) {
      const answer = await request.get(visitor.address(`/${list}?pagina=${page}`));
      const html = await answer.text();
      for (const title of hidden) expect(html).not.toContain(title);
      const links = html.match(/href="[^"]*\/(?:bisogni|proposte)\/\d+"/g);
      if (!links || page > 10) break;
    }
  }
  for (let number = 1; number <= 78; number += 1) {
    for (const kind of ["bisogni", "proposte"]) {
      for (const tail of ["", "/filo"]) {
        const answer = await request.get(visitor.address(`/${kind}/${number}${tail}`));
        const html = await answer.text();
        for (const title of hidden) expect(html, `/${kind}/${number}${tail}`).not.toContain(title);
      }
    }
  }
});
