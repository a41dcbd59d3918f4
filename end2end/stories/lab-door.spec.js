// A session of the Community Lab before it begins, and at its door.
import { expect, test } from "../harness/story.js";
import { arrives, moves, prepares, prints } from "../harness/lab.js";

test("Paolo prepara il laboratorio, annuncia, stampa 45 gettoni; chi si iscrive non dà il nome", async ({ people }) => {
  test.setTimeout(120_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  let number;

  await test.step("una scaletta che non torna dice di quanto, e non perde niente", async () => {
    await paolo.goes("/lavoro/laboratori/nuovo");
    await paolo.writes({
      title: "Laboratorio di prova", question: "Che cosa manca la sera?", venue: "Sala",
      day: "2027-01-10", starts: "09:00", ends: "10:00", "minutes-0": "45", "step-0": "Cartoncini",
    });
    const form = paolo.page.locator("form:has([name='question'])");
    const answer = await paolo.sends(form.locator("button").last());
    expect(answer.status()).toBe(422);
    await paolo.sees("I minuti della scaletta fanno 45, ma fra l'inizio e la fine ce ne sono 60");
    await expect(paolo.page.locator("[name='step-0']")).toHaveValue("Cartoncini");
  });

  await test.step("con la scaletta giusta è salvato, e non lo vede ancora nessuno", async () => {
    number = await prepares(paolo);
    await visitor.goes(`/laboratori/${number}`, 404);
  });

  await test.step("annunciato, chiunque si iscrive senza nome e può disdire con il codice", async () => {
    await moves(paolo, number, "announce");
    await visitor.goes(`/laboratori`);
    await visitor.follows(`/laboratori/${number}`);
    await visitor.follows(`/laboratori/${number}/iscrizione`);
    await visitor.writes({ municipality: "CVN", age: "75+" });
    await visitor.ticks(visitor.page.locator("[name='access'][value='trasporto']"), true);
    await visitor.sends(visitor.page.locator("form:has([name='municipality']) button").last());
    const code = (await visitor.page.locator(".receipt-code").innerText()).trim();
    await paolo.goes(`/lavoro/laboratori/${number}`);
    await paolo.sees("un passaggio per venire e tornare: 1");
    await paolo.sees("nessuno da Montefalcino");
    await paolo.sees("nessun giovane");
    await visitor.goes(`/laboratori/${number}/iscrizione`);
    await visitor.writes({ code });
    expect((await visitor.presses("do", "cancel")).status()).toBe(303);
    await visitor.sees("Disdetto");
  });

  await test.step("stampa 45 gettoni numerati e la scheda grande per i bollini", async () => {
    const codes = await prints(paolo, number, 45);
    expect(codes.size).toBe(45);
    expect(new Set(codes.values()).size).toBe(45);
    await paolo.sees("Hai 3 bollini");
  });

  await test.step("alla porta si danno i gettoni; due volte lo stesso no", async () => {
    await moves(paolo, number, "begin");
    const first = await arrives(paolo, number, { municipality: "MFC", age: "18-29" });
    expect(first).toBe(1);
    await paolo.goes(`/lavoro/laboratori/${number}/porta`);
    await paolo.writes({ token: "1" });
    const answer = await paolo.sends(paolo.page.locator("form:has([name='token']) button").last());
    expect(answer.status()).toBe(422);
    await paolo.sees("Questo gettone ce l'ha già qualcuno");
    expect(await arrives(paolo, number)).toBe(2);
  });
});
