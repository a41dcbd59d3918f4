// The sentences of a synthesis say from which sentences of the texts they come, while it is a draft
// already; what is not in it is read in the texts' own words.
import { expect, numberOf, test } from "../harness/story.js";
import { workbench } from "../harness/acts.js";
import { looks } from "../harness/sound.js";

const ONE = "Abbiamo lo sfratto a giugno e nessuno ci affitta";
const TWO = "Lavorano, ma con questi affitti diventano poveri";
const SYNTHESIS =
  "Chi ha lo sfratto non trova una casa, perché le agenzie chiedono due garanzie. Servono garanzie per chi spende metà del reddito in affitto.";

test("Paolo dice da dove viene ogni frase della sintesi, e tutti leggono che cosa è rimasto fuori", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const paolo = await people("paolo");
  const visitor = await people(null);
  const [one, two] = [await numberOf(paolo.request, site, ONE), await numberOf(paolo.request, site, TWO)];
  const home = await (await paolo.page.request.get(`${site.base}/${site.slug}`)).text();
  const round = Number(home.match(/\/percorsi\/(\d+)"/)[1]);
  let cluster;

  await test.step("Propone il gruppo", async () => {
    await paolo.goes(`/lavoro/banco/${round}/gruppo?s=${one}&s=${two}`);
    await paolo.writes({ title: "Garanzie per chi cerca casa", synthesis: SYNTHESIS, reason: "Raccontano la stessa porta chiusa." });
    await paolo.page.getByRole("button", { name: "Proponi il gruppo" }).click();
    await paolo.sees("Garanzie per chi cerca casa");
    cluster = new URL(paolo.page.url()).pathname.replace(`/${site.slug}`, "");
  });
  await test.step("I segni sono suggerimenti, finché non salva", async () => {
    await visitor.goes(cluster);
    await visitor.seesNot("Di' da dove viene ogni frase");
    await paolo.goes(cluster);
    await paolo.page.getByRole("link", { name: "Di' da dove viene ogni frase" }).click();
    await paolo.sees("I segni sono suggerimenti");
    await expect(paolo.page.locator(`[name^='from-${one}-']:checked`).first()).toBeVisible();
    await looks(paolo, "sintesi-suggerita", javaScriptEnabled);
  });
  await test.step("Segna, dice che cosa non serve, e salva", async () => {
    await paolo.page.locator(`[name='from-${two}-3'][value='2']`).check();
    await paolo.writes({ [`skip-${one}-1`]: "È la premessa del racconto." });
    for (const box of await paolo.page.locator(`[name='from-${one}-1']:checked`).all()) await box.uncheck();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await paolo.sees("Non raccolto");
  });
  await test.step("Chi legge vede da dove viene ogni frase, e che cosa manca", async () => {
    await visitor.goes(cluster);
    await visitor.sees("Non raccolto");
    await visitor.sees("È la premessa del racconto.");
    const note = visitor.page.locator(".collected-note a").first();
    await expect(note).toHaveAttribute("href", /^#fonte-\d+$/);
    const target = await note.getAttribute("href");
    await expect(visitor.page.locator(target)).toHaveCount(1);
    await looks(visitor, "gruppo-con-fonti", javaScriptEnabled);
    const file = await (await visitor.page.request.get(`${site.base}/${site.slug}${cluster}/filo.json`)).json();
    expect(Object.keys(file.entity).filter((id) => id.includes("#sentence-"))).toHaveLength(2);
  });
  await test.step("Chi salva su una pagina vecchia lo viene a sapere, e non perde i segni", async () => {
    await paolo.goes(`${cluster}/sintesi`);
    const other = await people("paolo");
    await other.goes(`${cluster}/sintesi`);
    await other.page.getByRole("button", { name: "Salva" }).first().click();
    await other.sees("Non raccolto");
    await paolo.page.locator(`[name='from-${one}-3'][value='1']`).check();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await paolo.sees("Qualcun altro ha salvato nel frattempo");
    await expect(paolo.page.locator(`[name='from-${one}-3'][value='1']`)).toBeChecked();
    await looks(paolo, "sintesi-vecchia", javaScriptEnabled);
  });
});

test("mentre è ancora una bozza, Paolo e Luca dicono da dove viene ogni frase", async ({ people, site, javaScriptEnabled }) => {
  test.setTimeout(240_000);
  const [paolo, luca, visitor] = [await people("paolo"), await people("luca"), await people(null)];
  const [one, two] = [await numberOf(paolo.request, site, ONE), await numberOf(paolo.request, site, TWO)];
  const bench = await workbench(paolo);
  const form = (person) => person.page.locator("form:has(textarea[name='synthesis'])");
  const begun = await paolo.request.post(paolo.address(`${bench}?in=nuova&poi=bozza`), {
    form: { atto: "metti", s: String(one) }, maxRedirects: 0,
  });
  const draft = new URL(begun.headers().location, site.base).pathname.replace(`/${site.slug}`, "");

  await test.step("Aggiunge un testo con il suo numero; se sbaglia, accanto al campo legge perché", async () => {
    await paolo.goes(draft);
    await paolo.writes({ testo: `B ${two}`, title: "Garanzie per chi cerca casa" });
    const kind = await paolo.presses("atto", "aggiungi-testo", form(paolo));
    // One of the two letters is wrong: the page says so, and keeps what was typed.
    if (kind.status() === 422) {
      await paolo.seesFaultsOf("testo");
      await paolo.writes({ testo: `P ${two}` });
      expect((await paolo.presses("atto", "aggiungi-testo", form(paolo))).status()).toBe(303);
    }
    await expect(paolo.page.locator(`[data-source="${two}"]`)).toHaveCount(1);
    await expect(paolo.page.locator("[name='title']")).toHaveValue("Garanzie per chi cerca casa");
    await paolo.writes({ testo: String(two) });
    expect((await paolo.presses("atto", "aggiungi-testo", form(paolo))).status()).toBe(422);
    await paolo.sees("Questo testo è già nella bozza");
    await paolo.writes({ testo: "" });
  });
  await test.step("Scrive la sintesi e dice da dove viene; i segni sono suggerimenti, finché non salva", async () => {
    await paolo.writes({ synthesis: SYNTHESIS, reason: "Raccontano la stessa porta chiusa." });
    await paolo.presses("atto", "sintesi", form(paolo));
    await expect(paolo.page).toHaveURL(/\/sintesi$/);
    await paolo.sees("I segni sono suggerimenti");
    await looks(paolo, "bozza-sintesi", javaScriptEnabled);
    for (const box of await paolo.page.locator(`[name='from-${one}-1']:checked`).all()) await box.uncheck();
    await paolo.writes({ [`skip-${one}-1`]: "È la premessa del racconto." });
    await paolo.page.locator(`[name='from-${two}-3'][value='2']`).check();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await expect(paolo.page).toHaveURL(new RegExp(`${draft}$`));
    await expect(paolo.page.locator(".bench-drawn .collected-note").first()).toBeVisible();
    await paolo.sees("Puoi proporre lo stesso");
    await looks(paolo, "bozza-con-fonti", javaScriptEnabled);
  });
  await test.step("Luca corregge una frase: il segno resta, ed è da ricontrollare; annullato, torna com'era", async () => {
    await luca.goes(draft);
    await luca.writes({ synthesis: SYNTHESIS.replace("due garanzie", "troppe garanzie") });
    expect((await luca.presses("atto", "salva", form(luca))).status()).toBe(303);
    await luca.goes(draft);
    await luca.sees("da ricontrollare");
    await luca.goes(bench);
    expect((await luca.presses("atto", "annulla", luca.page.locator(".bench-latest"))).status()).toBe(303);
    await luca.goes(draft);
    await expect(luca.page.locator(".bench-drawn")).not.toContainText("ricontrollare");
    await expect(luca.page.locator(".bench-drawn .collected-note").first()).toBeVisible();
  });
  await test.step("Chi salva i segni su una pagina vecchia vede i suoi e quelli che ci sono adesso", async () => {
    await paolo.goes(`${draft}/sintesi`);
    await luca.goes(`${draft}/sintesi`);
    await luca.page.locator(`[name='from-${one}-3'][value='2']`).check();
    await luca.page.getByRole("button", { name: "Salva" }).first().click();
    await expect(luca.page).toHaveURL(new RegExp(`${draft}$`));
    await paolo.page.locator(`[name='from-${one}-3'][value='1']`).check();
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await paolo.sees("Qualcun altro ha salvato nel frattempo");
    await paolo.sees("Adesso si ritrova in:");
    await expect(paolo.page.locator(`[name='from-${one}-3'][value='1']`)).toBeChecked();
    await looks(paolo, "bozza-sintesi-vecchia", javaScriptEnabled);
    await paolo.page.getByRole("button", { name: "Salva" }).first().click();
    await expect(paolo.page).toHaveURL(new RegExp(`${draft}$`));
  });
  await test.step("La propone anche se qualcosa manca, e tutti leggono da dove viene", async () => {
    await visitor.request.get(visitor.address(draft), { maxRedirects: 0 })
      .then((answer) => expect(answer.status()).toBe(303));
    expect((await paolo.presses("atto", "proponi", form(paolo))).status()).toBe(303);
    await expect(paolo.page).toHaveURL(/\/gruppi\/\d+$/);
    await visitor.goes(new URL(paolo.page.url()).pathname.replace(`/${site.slug}`, ""));
    await visitor.sees("Non raccolto");
    await visitor.sees("È la premessa del racconto.");
    await expect(visitor.page.locator(".collected-note").first()).toBeVisible();
  });
});
