// Two texts are linked and stay apart: both say so, a reader sees why, and it is taken back with a
// reason that stays to be read.
import { expect, numberOf, test } from "../harness/story.js";
import { looks } from "../harness/sound.js";

const TITLE = "Una telefonata al giorno agli anziani soli";
const REASON = "L'azione comincia da quello che qui si propone.";
const WHY = "L'azione è cambiata, e non risponde più a questo.";

test("Paolo collega una proposta a un'azione dell'ultimo piano, e toglie il collegamento con un motivo", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(120_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const number = await numberOf(paolo.request, site, TITLE);
  const page = `/proposte/${number}`;

  await test.step("Chi legge non ha il modulo", async () => {
    await visitor.goes(page);
    await visitor.seesNot("link_reason");
  });
  await test.step("Tutto quello che manca è detto insieme, e niente di scritto va perso", async () => {
    await paolo.goes(page);
    await paolo.writes({ other: "numero 9999" });
    const answer = await paolo.presses("do", "link");
    expect(answer.status()).toBe(422);
    await paolo.seesFaultsOf("relation", "other", "link_reason");
    await expect(paolo.page.locator("[name='other']")).toHaveValue("numero 9999");
    await looks(paolo, "errori", javaScriptEnabled);
  });
  await test.step("Collega, con un motivo", async () => {
    await paolo.writes({ relation: "ha_risposta", other: "azione 1", link_reason: REASON });
    const answer = await paolo.presses("do", "link");
    expect(answer.status()).toBe(303);
    await paolo.sees("Trova risposta in");
    await looks(paolo, "collegato", javaScriptEnabled);
  });
  await test.step("Si legge da tutti e due i lati, e sul filo", async () => {
    for (const [where, words] of [
      [page, "Trova risposta in"], [`${page}/filo`, "Trova risposta in"],
      ["/azioni/1", "Risponde a"], ["/azioni/1/filo", "Risponde a"],
    ]) {
      await visitor.goes(where);
      await visitor.sees(words);
      await visitor.sees(REASON);
      await looks(visitor, where.replaceAll("/", "-"), javaScriptEnabled);
    }
  });
  await test.step("Toglie il collegamento; il motivo resta", async () => {
    await paolo.goes(page);
    await paolo.writes({ unlink_reason: WHY });
    const answer = await paolo.presses("do", "unlink");
    expect(answer.status()).toBe(303);
    await visitor.goes("/azioni/1");
    await visitor.sees("Un collegamento tolto");
    await visitor.reveals(visitor.page.getByText(WHY).first());
    await visitor.sees(WHY);
    await looks(visitor, "tolto", javaScriptEnabled);
  });
});
