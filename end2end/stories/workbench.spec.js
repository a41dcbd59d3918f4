// Three evenings on the workbench: texts go into drafts, two people work on one at once, nothing
// is lost, and whatever was done can be undone.
import { expect, numberOf, test } from "../harness/story.js";
import { workbench } from "../harness/acts.js";
import { looks } from "../harness/sound.js";

const TEXTS = [
  "Nella nostra frazione in inverno non passa nessuno",
  "Mio padre vive solo e io abito a trecento chilometri",
  "Gli anziani soli d'estate spariscono dai radar",
];

/** Ticks texts in the left pane and presses a button beneath them. */
async function ticks(person, bench, numbers, act, values = {}) {
  await person.goes(`${bench}?politica=${values.politica ?? "3.b"}`);
  const queue = person.page.locator("#bench-queue");
  for (const number of numbers) await person.writes({ s: String(number) }, queue);
  if (values.in) await person.writes({ in: values.in }, queue);
  return person.presses("atto", act, queue);
}

test("due persone lavorano alla stessa bozza: niente si perde, e tutto si annulla", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const luca = await people("luca");
  const visitor = await people(null);
  const bench = await workbench(paolo);
  const numbers = [];
  for (const title of TEXTS) numbers.push(await numberOf(paolo.request, site, title));
  const [one, two, three] = numbers;
  let draft;

  await test.step("Paolo mette un testo in una bozza nuova; chi legge da fuori non ne sa niente", async () => {
    const before = await (await visitor.request.get(visitor.address(`/bisogni/${one}`))).text();
    expect((await ticks(paolo, bench, [one], "metti")).status()).toBe(303);
    await paolo.sees("Bozza senza titolo");
    await expect(paolo.page.locator(`#bench-queue [data-text="${one}"]`)).toHaveCount(0);
    draft = await paolo.page.locator("#bench-side article[data-draft]").getAttribute("data-draft");
    expect(await (await visitor.request.get(visitor.address(`/bisogni/${one}`))).text()).toBe(before);
    const answer = await visitor.request.get(visitor.address(`${bench}/bozze/${draft}`), { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
  });

  await test.step("tutti e due la aprono, e tutti e due mettono dentro un testo", async () => {
    await paolo.goes(`${bench}/bozze/${draft}`);
    await luca.goes(`${bench}/bozze/${draft}`);
    const p = await people("paolo");
    const l = await people("luca");
    await ticks(p, bench, [two], "metti", { in: draft });
    await ticks(l, bench, [three], "metti", { in: draft });
    await l.goes(`${bench}/bozze/${draft}`);
    for (const title of TEXTS) await l.sees(title);
  });

  await test.step("Paolo salva per primo; Luca vede tutte e due le versioni, con le sue parole nei campi", async () => {
    const form = "form:has([name='synthesis'])";
    // Luca is writing while Paolo saves: where scripts run, what he has not touched is renewed.
    await luca.writes({ title: "Una visita ogni giorno", reason: "Raccontano la stessa solitudine." });
    await paolo.writes({ title: "Un contatto ogni giorno", synthesis: "Chi vive solo chiede un contatto ogni giorno." });
    expect((await paolo.presses("atto", "salva", paolo.page.locator(form))).status()).toBe(303);
    const answer = await luca.presses("atto", "salva", luca.page.locator(form));
    expect(answer.status()).toBe(409);
    await luca.sees("Paolo Zanetti");
    await luca.sees("Un contatto ogni giorno");
    await expect(luca.page.locator("[name='title']")).toHaveValue("Una visita ogni giorno");
    await expect(luca.page.locator("[name='reason']")).toHaveValue("Raccontano la stessa solitudine.");
    // The text that came in meanwhile is there too, and what Luca had not touched is Paolo's.
    await luca.sees(TEXTS[2]);
    await expect(luca.page.locator("[name='synthesis']"))
      .toHaveValue("Chi vive solo chiede un contatto ogni giorno.");
    await looks(luca, "bozza-due-versioni", javaScriptEnabled);
    expect((await luca.presses("atto", "salva", luca.page.locator(form))).status()).toBe(303);
    await paolo.goes(`${bench}/bozze/${draft}`);
    await expect(paolo.page.locator("[name='title']")).toHaveValue("Una visita ogni giorno");
    await looks(paolo, "bozza", javaScriptEnabled);
  });

  await test.step("un testo non entra intero in una seconda bozza: il rifiuto dice dov'è", async () => {
    const answer = await paolo.request.post(paolo.address(bench), {
      form: { atto: "metti", in: "nuova", s: String(one) }, maxRedirects: 0,
    });
    // All of another draft's texts would be that draft; one of three is a second place.
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain(`nella bozza ${draft}`);
  });

  await test.step("Paolo toglie un testo per sbaglio e lo riprende dagli ultimi atti", async () => {
    await paolo.goes(`${bench}/bozze/${draft}`);
    await paolo.writes({ s: String(three) });
    await paolo.presses("atto", "togli", paolo.page.locator("form:has([name='synthesis'])"));
    await expect(paolo.page.locator(`[data-source="${three}"]`)).toHaveCount(0);
    await paolo.goes(bench);
    await paolo.sees("Un testo tolto dalla bozza");
    await looks(paolo, "banco", javaScriptEnabled);
    const answer = await paolo.presses("atto", "annulla", paolo.page.locator(".bench-latest"));
    expect(answer.status()).toBe(303);
    await paolo.goes(`${bench}/bozze/${draft}`);
    await expect(paolo.page.locator(`[data-source="${three}"]`)).toHaveCount(1);
  });

  await test.step("Luca lascia una nota, che fuori non si legge", async () => {
    await luca.goes(`${bench}/bozze/${draft}`);
    await luca.writes({ nota: "Sentire anche la Croce Verde." });
    expect((await luca.presses("atto", "annota")).status()).toBe(303);
    await paolo.goes(`${bench}/bozze/${draft}`);
    await paolo.reveals(paolo.page.getByText("Sentire anche la Croce Verde."));
    await paolo.sees("Sentire anche la Croce Verde.");
  });

  await test.step("la bozza diventa un gruppo proposto; sciolto, torna una bozza", async () => {
    const answer = await paolo.presses("atto", "proponi");
    expect(answer.status()).toBe(303);
    await expect(paolo.page).toHaveURL(/\/gruppi\/\d+$/);
    const cluster = new URL(paolo.page.url()).pathname;
    await visitor.goes(cluster);
    await visitor.sees("Una visita ogni giorno");
    await visitor.seesNot("Croce Verde");
    await paolo.writes({ reason: "Manca una voce: ricominciamo." });
    await paolo.presses("do", "dissolve");
    await paolo.presses("do", "resume");
    await expect(paolo.page).toHaveURL(/\/bozze\/\d+$/);
    await expect(paolo.page.locator("[name='title']")).toHaveValue("Una visita ogni giorno");
    for (const title of TEXTS) await paolo.sees(title);
  });
});

test("un testo lasciato a sé con un motivo non è dimenticato, e chi legge lo sa", async ({ people, site, javaScriptEnabled }) => {
  const paolo = await people("paolo");
  const visitor = await people(null);
  const bench = await workbench(paolo);
  const number = await numberOf(paolo.request, site, TEXTS[0]);
  const asked = await ticks(paolo, bench, [number], "lascia");
  expect(asked.status()).toBe(200);
  const box = paolo.page.locator(".bench-leaving");
  await looks(paolo, "lasciare", javaScriptEnabled);
  expect((await paolo.presses("atto", "lascia", box)).status()).toBe(422);
  await paolo.writes({ motivo: "altro_ente", parole: "Riguarda la Provincia." }, box);
  expect((await paolo.presses("atto", "lascia", box)).status()).toBe(303);
  await paolo.sees("1 lasciato a sé con motivo");
  await expect(paolo.page.locator(`#bench-queue [data-text="${number}"]`)).toHaveCount(0);
  await visitor.goes(`/bisogni/${number}/filo`);
  await visitor.sees("Lasciato a sé da chi mette insieme i testi");
  await visitor.sees("Riguarda la Provincia.");
  await visitor.seesNot("Paolo Zanetti");
  await paolo.goes(`${bench}?mostra=da_soli`);
  await expect(paolo.page.locator(`#bench-queue [data-text="${number}"]`)).toHaveCount(1);
  const answer = await paolo.presses("atto", "annulla", paolo.page.locator(".bench-latest"));
  expect(answer.status()).toBe(303);
  await visitor.goes(`/bisogni/${number}/filo`);
  await visitor.seesNot("Lasciato a sé da chi");
});

test("da un gruppo suggerito nasce una bozza", async ({ people }) => {
  const paolo = await people("paolo");
  const bench = await workbench(paolo);
  await paolo.goes(`${bench}/gruppi-suggeriti?tipo=proposta`);
  const answer = await paolo.presses("atto", "metti", paolo.page.locator("main section").nth(0));
  expect(answer.status()).toBe(303);
  await expect(paolo.page).toHaveURL(/\/bozze\/\d+$/);
  expect(await paolo.page.locator("[data-source]").count()).toBeGreaterThan(1);
});
