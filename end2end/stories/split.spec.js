// A text with two ideas is read in parts: Paolo divides it sentence by sentence, each part goes
// where it belongs, and it is rejoined once no group uses a part.
import { expect, numberOf, test } from "../harness/story.js";
import { looks } from "../harness/sound.js";

const TITLE = "Chi dorme fuori non ha neanche dove lavarsi";
const REASON = "Chiede un letto vicino e una doccia: sono due cose diverse.";
const WHY = "Si è deciso di leggerlo intero.";

test("Paolo divide in parti un testo che dice due cose, e lo ricompone", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const number = await numberOf(paolo.request, site, TITLE);
  const page = `/bisogni/${number}`;
  let round;

  await test.step("Chi legge non ha il modulo", async () => {
    await visitor.goes(page);
    await visitor.seesNot("Dividi in parti");
    expect((await visitor.page.request.get(`${site.base}/${site.slug}${page}/parti`, { maxRedirects: 0 })).status()).not.toBe(200);
  });
  await test.step("Quello che manca è detto insieme, e niente di scelto va perso", async () => {
    await paolo.goes(page);
    await paolo.page.getByRole("link", { name: "Dividi in parti" }).click();
    await paolo.sees("Le frasi del testo");
    await paolo.writes({ "sentence-3": "1", split_reason: "Boh" });
    expect((await paolo.presses("do", "split")).status()).toBe(422);
    await paolo.seesFaultsOf("part_title-1", "split_reason");
    await paolo.sees("Scegli almeno una frase per due parti diverse");
    await expect(paolo.page.locator("[name='sentence-3']")).toHaveValue("1");
    await looks(paolo, "dividi-errori", javaScriptEnabled);
  });
  await test.step("Divide, con un motivo", async () => {
    await paolo.writes({
      "sentence-3": "1", "sentence-4": "2", "part_title-1": "Un letto vicino",
      "part_title-2": "Dove lavarsi", split_reason: REASON,
    });
    await looks(paolo, "dividi", javaScriptEnabled);
    expect((await paolo.presses("do", "split")).status()).toBe(303);
    await paolo.sees("Letto in due parti");
  });
  await test.step("Chi legge vede le parti e il motivo, e il testo com'era", async () => {
    for (const where of [page, `${page}/filo`]) {
      await visitor.goes(where);
      await visitor.sees("Letto in due parti");
      await visitor.sees(REASON);
      await visitor.sees("Dove lavarsi");
      await looks(visitor, where.replaceAll("/", "-"), javaScriptEnabled);
    }
    const file = await (await visitor.page.request.get(`${site.base}/${site.slug}${page}/filo.json`)).json();
    const quoted = Object.values(file.wasDerivedFrom).filter((one) => one["prov:type"]?.$ === "prov:Quotation");
    expect(quoted).toHaveLength(2);
  });
  await test.step("Sul banco ogni parte ha i suoi testi simili", async () => {
    await paolo.goes("/percorsi");
    const home = await (await paolo.page.request.get(`${site.base}/${site.slug}`)).text();
    round = Number(home.match(/\/percorsi\/(\d+)"/)[1]);
    await paolo.goes(`/lavoro/banco/${round}?leggi=bisogno-${number}`);
    await paolo.sees("Testi simili alla parte 2");
    await looks(paolo, "banco", javaScriptEnabled);
  });
  await test.step("Nel gruppo si sceglie una parte, e una frase si segna senza copiarla", async () => {
    const other = await numberOf(paolo.request, site, "Abbiamo lo sfratto a giugno e nessuno ci affitta");
    await paolo.goes(`/lavoro/banco/${round}/gruppo?s=${number}&s=${other}`);
    await paolo.page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await paolo.page.locator(`[name='mark-${other}'][value='1']`).check();
    await paolo.writes({
      [`part-${number}`]: "1", title: "Un tetto a chi non l'ha", reason: "Parlano di dove dormire.",
      synthesis: "Chi dorme fuori e chi ha lo sfratto chiede un tetto nelle vicinanze.",
    });
    await looks(paolo, "gruppo", javaScriptEnabled);
    await paolo.page.getByRole("button", { name: "Proponi il gruppo" }).click();
    await paolo.sees("Un tetto a chi non l'ha");
    await visitor.goes(page);
    await visitor.sees("Ancora da sola");
    await paolo.goes(`/lavoro/banco/${round}`);
    await expect(paolo.page.locator(`[name='s'][value='${number}']`)).toHaveCount(1);
  });
  await test.step("Finché un gruppo usa una parte non si ricompone, e si dice quale", async () => {
    await paolo.goes(`${page}/parti`);
    await paolo.sees("Una parte di questo testo è in un gruppo");
    await looks(paolo, "in-uso", javaScriptEnabled);
    await paolo.page.getByRole("link", { name: "Un tetto a chi non l'ha" }).first().click();
    await paolo.page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await paolo.writes({ reason: "Meglio tenerle distinte." });
    expect((await paolo.presses("do", "dissolve")).status()).toBe(303);
    await paolo.goes(`${page}/parti`);
    await paolo.writes({ rejoin_reason: WHY });
    expect((await paolo.presses("do", "rejoin")).status()).toBe(303);
    await visitor.goes(`${page}/filo`);
    await visitor.sees("Ricomposto: si legge di nuovo intero");
    await visitor.sees(WHY);
    await looks(visitor, "ricomposto", javaScriptEnabled);
  });
});
