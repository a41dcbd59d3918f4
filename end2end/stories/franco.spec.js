// Franco sits at the Tavolo di Piano for his union: ten decisions by Thursday, each with a reason.
import { expect, numberOf, test } from "../harness/story.js";
import { drafts, members, rightSheet } from "../harness/acts.js";

const REASON = "Serve, ma oggi nessuno dei sette Comuni ha alloggi da mettere a disposizione.";

test("Franco decide con un motivo: un'azione ammessa, una non ammessa, una non ancora pronta", async ({ people, site }) => {
  test.setTimeout(120_000);
  const paolo = await people("paolo");
  const franco = await people("franco");
  const visitor = await people(null);
  const number = (title) => numberOf(paolo.request, site, title);
  const rent = await number("Agenzia sociale per l'affitto con fondo di garanzia"); // his union's
  const italian = await number("Corsi di italiano la sera e il sabato");
  const ride = await number("Navetta a chiamata per visite ed esami");

  const { "indicator-1": _, "baseline-1": __, "target-1": ___, ...unready } =
    rightSheet("Accompagnamento a chiamata dell'Ambito");
  const unreadyAction = await drafts(paolo, { texts: [ride], ...unready });
  const rentAction = await drafts(paolo, { texts: [rent], ...rightSheet("Casa in affitto, con una garanzia") });
  const italianAction =
    await drafts(paolo, { texts: [italian], ...rightSheet("Italiano per chi lavora a turni") });

  await test.step("il suo elenco: pronte sopra, sotto le non ancora pronte con che cosa manca", async () => {
    await franco.goes("/lavoro/tavolo");
    await franco.sees("Non ancora pronte");
    await franco.link(`/lavoro/tavolo/${rentAction}`);
    await franco.link(`/lavoro/tavolo/${italianAction}`);
    const waiting = franco.page.locator("section")
      .filter({ hasText: "Non ancora pronte" }).last();
    await expect(waiting).toContainText("Accompagnamento a chiamata dell'Ambito");
    await expect(waiting).toContainText(/indicatore/i);
    await expect(waiting.locator(`a[href$="/lavoro/tavolo/${unreadyAction}"]`)).toHaveCount(0);
    const answer = await franco.page.goto(franco.address(`/lavoro/tavolo/${unreadyAction}`));
    if (answer.status() === 200) {
      await expect(franco.page.locator("[name='outcome']")).toHaveCount(0);
    } else {
      expect([403, 404]).toContain(answer.status());
    }
  });

  await test.step("su quella del suo sindacato l'interesse è proposto, e lui non conta", async () => {
    await franco.goes(`/lavoro/tavolo/${rentAction}`);
    await franco.sees("Agenzia sociale per l'affitto con fondo di garanzia");
    await expect(franco.page.locator("[name^='interest-']:checked")).toHaveCount(1);
    const own = franco.page.locator("fieldset", { hasText: "Franco Gatti" });
    await expect(own.locator("[name^='interest-']")).toBeChecked();
  });

  await test.step("un no senza motivo non si salva, e quello che ha scritto resta", async () => {
    await members(franco, Array(9).fill("contrario"));
    await franco.writes({ outcome: "non_ammessa", minority: "Una componente avrebbe aspettato." });
    const form = franco.page.locator("form:has([name='outcome'])");
    const answer = await franco.sends(form.locator("button").last());
    expect(answer.status()).toBe(422);
    await franco.seesFaultsOf("reason");
    await expect(franco.page.locator("[name='minority']"))
      .toHaveValue("Una componente avrebbe aspettato.");
    await expect(franco.page.locator("[name='outcome'][value='non_ammessa']")).toBeChecked();
    await visitor.goes(`/azioni/${rentAction}`);
    await visitor.seesNot("Non ammessa");
  });

  await test.step("chi ha un interesse non può votare", async () => {
    const interested = franco.page.locator("[name^='interest-']:checked");
    const id = (await interested.getAttribute("name")).slice("interest-".length);
    await franco.writes({ reason: REASON, [`presence-${id}`]: "favorevole" });
    const form = franco.page.locator("form:has([name='outcome'])");
    expect((await franco.sends(form.locator("button").last())).status()).toBe(422);
    await franco.seesFaultsOf(`presence-${id}`);
    await franco.writes({ [`presence-${id}`]: "astenuto" });
  });

  await test.step("senza numero legale non si decide, e il motivo resta scritto", async () => {
    // With Franco out of the count, one more absent is one too few.
    const presences = franco.page.locator("[name='member']");
    const ids = await presences.evaluateAll((all) => all.map((m) => m.value));
    const others = [];
    for (const id of ids) {
      if (!(await franco.page.locator(`[name="interest-${id}"]`).isChecked())) others.push(id);
    }
    for (const id of others.slice(0, 3)) await franco.writes({ [`presence-${id}`]: "assente" });
    const form = franco.page.locator("form:has([name='outcome'])");
    expect((await franco.sends(form.locator("button").last())).status()).toBe(403);
    await expect(franco.page.locator("[name='reason']")).toHaveValue(REASON);
    for (const id of others) await franco.writes({ [`presence-${id}`]: "contrario" });
  });

  await test.step("con il motivo si salva, e chiunque lo legge", async () => {
    const form = franco.page.locator("form:has([name='outcome'])");
    const answer = await franco.sends(form.locator("button").last());
    expect(answer.status(), await franco.page.locator("main").innerText()).toBe(303);
    await visitor.goes(`/azioni/${rentAction}`);
    await visitor.sees("Non ammessa");
    await visitor.sees(REASON);
    await visitor.goes(`/proposte/${rent}`);
    await visitor.sees("Non ammessa");
    await visitor.goes(`/proposte?${new URLSearchParams({ q: "Agenzia sociale per l'affitto" })}`);
    await expect(visitor.page.locator(".entry").first()).toContainText("Non accolt");
    await visitor.goes(`/proposte/${rent}/filo`);
    await visitor.sees(REASON);
  });

  await test.step("l'altra è ammessa", async () => {
    await franco.goes(`/lavoro/tavolo/${italianAction}`);
    await members(franco);
    await franco.writes({
      outcome: "ammessa",
      reason: "Settanta persone aspettano un corso e due scuole hanno già le aule la sera.",
    });
    const form = franco.page.locator("form:has([name='outcome'])");
    const answer = await franco.sends(form.locator("button").last());
    expect(answer.status(), await franco.page.locator("main").innerText()).toBe(303);
    await visitor.goes(`/azioni/${italianAction}`);
    await visitor.sees("Ammessa");
    await visitor.goes(`/proposte/${italian}`);
    await visitor.sees("Settanta persone aspettano un corso");
  });

  await test.step("deciso è deciso: una seconda volta non si può", async () => {
    const answer = await franco.page.goto(franco.address(`/lavoro/tavolo/${italianAction}`));
    if (answer.status() === 200) {
      await expect(franco.page.locator("[name='outcome']")).toHaveCount(0);
    } else {
      expect([403, 404]).toContain(answer.status());
    }
  });
});

test("con modifiche vuol dire con condizioni", async ({ people, site }) => {
  const paolo = await people("paolo");
  const franco = await people("franco");
  const italian = await numberOf(paolo.request, site, "Corsi di italiano la sera e il sabato");
  const action =
    await drafts(paolo, { texts: [italian], ...rightSheet("Italiano per chi lavora a turni") });
  await franco.goes(`/lavoro/tavolo/${action}`);
  await members(franco);
  const reason = "Serve subito, ma con un calendario che segua i turni delle fabbriche.";
  await franco.writes({ outcome: "ammessa_con_modifiche", reason });
  const form = franco.page.locator("form:has([name='outcome'])");
  expect((await franco.sends(form.locator("button").last())).status()).toBe(422);
  await franco.seesFaultsOf("conditions");
  await expect(franco.page.locator("[name='reason']")).toHaveValue(reason);
  await franco.writes({ conditions: "Un calendario entro un mese\nUn'aula anche a Borgo Serrano" });
  expect((await franco.sends(form.locator("button").last())).status()).toBe(303);
  const visitor = await people(null);
  await visitor.goes(`/azioni/${action}`);
  await visitor.sees("Ammessa con modifiche");
  await visitor.sees("Un'aula anche a Borgo Serrano");
});

test("un'azione senza indicatore non passa dalla porta del Tavolo", async ({ people, site }) => {
  const paolo = await people("paolo");
  const ride = await numberOf(paolo.request, site, "Navetta a chiamata per visite ed esami");
  const { "indicator-1": _, "baseline-1": __, "target-1": ___, ...sheet } =
    rightSheet("Accompagnamento a chiamata dell'Ambito");
  const action = await drafts(paolo, { texts: [ride], ...sheet });
  await expect(paolo.page).toHaveURL(new RegExp(`/lavoro/azioni/${action}$`));
  await paolo.sees(/indicatore/i);
  const kept = paolo.page.locator("[name='recipients']");
  await expect(kept).toHaveValue(sheet.recipients);

  await paolo.writes({ "indicator-1": "IND05", "baseline-1": "74", "target-1": "180" });
  expect((await paolo.presses("go", "send")).status()).toBe(303);
  const franco = await people("franco");
  await franco.goes("/lavoro/tavolo");
  await franco.link(`/lavoro/tavolo/${action}`);
});
